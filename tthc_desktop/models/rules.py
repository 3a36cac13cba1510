"""The office's own rules for reading deadlines and following work."""

from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.spans import SpanKind

THE_RULES: Id = "rules"
"""There is one set of rules in an office."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`strict`: whether “trước ngày D” ends the day before D. `review`: how often work without an end is looked at."""

    id: Id = THE_RULES
    strict: bool = False
    review: str = SpanKind.QUARTER
    """A value of `SpanKind`, or `none`."""
