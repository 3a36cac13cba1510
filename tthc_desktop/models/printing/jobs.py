"""One job of printing, worked out: which pages, on which sides of what sheets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.models.printing.choices import PrintChoices, chosen_pages
from tthc_desktop.models.printing.devices import PrintedPage
from tthc_desktop.models.printing.paper_sizes import A4, Box, Size, paper_of, shrinking
from tthc_desktop.models.printing.sheets import Side, order, sheet_count


class FinishedPaper(NamedTuple):
    """The pages of one paper of the job: the size of each and the box of what is on it, in millimetres."""

    sizes: Sequence[Size]
    inked: Sequence[Box | None]
    appendices: range = range(0)
    """The pages, from 0, of the appendices."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What goes to the printer."""

    chosen: tuple[tuple[int, ...], ...]
    """The pages, from 0, of each paper."""
    sides: tuple[Side, ...]
    """Those of one copy."""
    sheets: Mapping[Size, int]
    """How many sheets of each paper all copies need."""
    printed: tuple[PrintedPage, ...]
    copies: int

    @property
    def pages(self) -> int:
        """Return how many pages are printed of each copy."""
        return len(self.printed)


def job_of(papers: Sequence[FinishedPaper], choices: PrintChoices) -> PrintJob:
    """Work out a job. Raises UserError where the typed pages cannot be read or are not there."""
    chosen = tuple(chosen_pages(choices, len(paper.sizes), paper.appendices) for paper in papers)
    laid = [
        [(page, tray(paper.sizes[page], on_a4=choices.on_a4)) for page in pages]
        for paper, pages in zip(papers, chosen, strict=True)
    ]
    sides = order(laid, choices.sides)
    sheets = {size: count * choices.copies for size, count in sheet_count(sides, choices.sides).items()}
    return PrintJob(chosen, sides, sheets, tuple(_printed(papers, sides)), choices.copies)


def tray(page: Size, *, on_a4: bool) -> Size:
    """Return the paper, upright, that a page is printed on."""
    paper = paper_of(page)
    return A4 if on_a4 and shrinking(paper, A4) < 1 else paper


def _printed(papers: Sequence[FinishedPaper], sides: Sequence[Side]) -> Iterator[PrintedPage]:
    for side in sides:
        if side.page is not None:
            paper = papers[side.paper]
            page, inked = paper.sizes[side.page], paper.inked[side.page]
            scale = shrinking(page, side.size)
            size = Size(page.width * scale, page.height * scale)
            box = Box(*(edge * scale for edge in inked)) if inked else None
            yield PrintedPage(side.page + 1 if len(papers) == 1 else 0, size, box, side.size)
