"""The office's own rules for reading deadlines and following work."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_desktop.models.identity import Id
from tthc_desktop.models.spans import SpanKind

if TYPE_CHECKING:
    from tthc_desktop.models.holdings import Holdings

THE_RULES: Id = "rules"
"""There is one set of rules in an office."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`strict`: whether “trước ngày D” ends the day before D. `review`: how often work without an end is looked at."""

    id: Id = THE_RULES
    strict: bool = False
    review: str = SpanKind.QUARTER
    """A value of `SpanKind`, or `none`."""


def rules_of(holdings: "Holdings") -> Rules:
    """Return the office's rules, or those that hold until it has made its own."""
    return holdings.rules.get(THE_RULES, Rules())
