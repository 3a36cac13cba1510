"""All rules that can be measured, applied to a finished paper."""

from collections.abc import Iterator, Sequence

from tthc_desktop.models.decree import Rules
from tthc_desktop.models.measuring.anatomy import anatomy
from tthc_desktop.models.measuring.head_places import head_places
from tthc_desktop.models.measuring.lettering import lettering
from tthc_desktop.models.measuring.outcomes import Outcome
from tthc_desktop.models.measuring.page_rules import page_rules
from tthc_desktop.models.measuring.pages import MeasuredPage
from tthc_desktop.models.measuring.ruling import Ruling
from tthc_desktop.models.measuring.text_rules import text_rules


def rulings(rules: Rules) -> Iterator[Ruling]:
    """Yield every rule, in the order in which a văn thư looks at a paper."""
    yield from text_rules(rules)
    yield from head_places(rules)
    yield from lettering(rules)
    yield from page_rules(rules)


def check(pages: Sequence[MeasuredPage], rules: Rules) -> tuple[Outcome, ...]:
    """Return what each rule says of a paper of at least one page."""
    paper = anatomy(pages)
    return tuple(ruling.outcome(paper, rules) for ruling in rulings(rules))
