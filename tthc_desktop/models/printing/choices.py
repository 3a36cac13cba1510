"""What the clerk chooses for one printing."""

from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.errors import UserError
from tthc_desktop.models.print_form import TO_SIGN, PrintForm
from tthc_desktop.models.printing.page_ranges import read_pages

MOST_COPIES = 999


class Extent(StrEnum):
    """How much of each paper is printed."""

    WHOLE = "whole"
    BODY = "body"
    """Without the appendices."""
    PAGES = "pages"


class Sides(StrEnum):
    """On which sides of a sheet."""

    ONE = "one"
    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"
    BY_HAND = "by-hand"
    """All fronts, then all backs, on a printer that cannot turn paper over."""


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """What is printed of the papers of one job, and how; at 100 % unless a page is made to fit A4."""

    extent: Extent = Extent.WHOLE
    pages: str = ""
    """The pages as they were typed, for Extent.PAGES."""
    copies: int = 1
    sides: Sides = Sides.ONE
    on_a4: bool = False
    """Whether larger pages are made smaller to fit A4."""
    form: PrintForm = TO_SIGN


def chosen_pages(choices: PrintChoices, count: int, appendices: range) -> tuple[int, ...]:
    """Return the pages, from 0, to print of a paper of `count` pages, some of which are its appendices.

    Raises UserError where the typed pages cannot be read or are not there.
    """
    if count < 1:
        raise UserError("Không có trang nào để in.", "Hãy chọn văn bản khác.")
    if choices.extent is Extent.PAGES:
        return tuple(page - 1 for page in read_pages(choices.pages, count))
    without = appendices if choices.extent is Extent.BODY else range(0)
    return tuple(page for page in range(count) if page not in without)
