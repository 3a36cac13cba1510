"""Whether two plans are the same paper: by their title with number and agency, whatever stands in them."""

from collections.abc import Iterable, Mapping

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import fold

Marks = tuple[str, str, str]


def marks(plan: Plan) -> Marks | None:
    """Return what a paper is known by: title, number with symbol, agency; None when it has no title."""
    title = _flat(str(plan.title))
    number = f"{plan.header.number}/{plan.header.symbol}"
    return (title, _flat(number), _flat(plan.header.agency)) if title else None


def known_papers(plans: Iterable[Plan]) -> Mapping[Marks, Id]:
    """Return the plans by what they are known by, the first of those that are the same."""
    found: dict[Marks, Id] = {}
    for plan in plans:
        if own := marks(plan):
            found.setdefault(own, plan.id)
    return found


def _flat(words: str) -> str:
    return "".join(fold(words).split())
