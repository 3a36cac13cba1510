"""Parts of a plan for the clipboard: as markup and as plain words, both with the numbers that the plan prints."""

from collections.abc import Sequence
from typing import NamedTuple

from tthc_desktop.documents.writing.clipboard.chosen import Chosen, shown
from tthc_desktop.documents.writing.clipboard.exact import exact
from tthc_desktop.documents.writing.clipboard.markup import to_html
from tthc_desktop.documents.writing.clipboard.words import to_plain
from tthc_desktop.models.plan import Plan

__all__ = ["Chosen", "Copied", "copied", "exact"]


class Copied(NamedTuple):
    """The two forms in which other programs take a part of a plan."""

    html: str
    plain: str


def copied(plan: Plan, chosen: Sequence[Chosen]) -> Copied:
    """Return the chosen parts of a plan in their order, with their numbers, labels and tables."""
    parts = tuple(shown(plan, chosen))
    return Copied(to_html(plan, parts), to_plain(plan, parts))
