"""The order in which pages go to the printer, so that on two-sided sheets each paper begins on a front."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tthc_desktop.models.printing.choices import Sides
from tthc_desktop.models.printing.paper_sizes import Size


class Side(NamedTuple):
    """One side of a sheet: the page, from 0, of which paper of the job, and on what; no page for an empty back."""

    paper: int
    page: int | None
    size: Size
    """The paper in the tray, upright."""


Pages = Sequence[tuple[int, Size]]
"""The chosen pages of one paper of the job, each with the paper that it is printed on."""


def order(papers: Sequence[Pages], sides: Sides, copies: int = 1) -> tuple[Side, ...]:
    """Return all sides in the order of printing: every copy whole, one after the other.

    On two-sided sheets every copy of every paper begins on a front side, and so does a page on paper of another size:
    it cannot be the back of the sheet before. What has to stay empty is a side without a page.
    """
    whole = [side for at, pages in enumerate(papers) for side in _sides_of(at, pages, sides)]
    return tuple(whole) * copies


def _sides_of(at: int, pages: Pages, sides: Sides) -> Iterator[Side]:
    back_of: Size | None = None
    for page, size in pages:
        if back_of is not None and back_of != size:
            yield Side(at, None, back_of)
            back_of = None
        yield Side(at, page, size)
        if sides is not Sides.ONE:
            back_of = size if back_of is None else None
    if back_of is not None:
        yield Side(at, None, back_of)


def fronts(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Return what is printed first where the paper is turned over by hand."""
    return tuple(sides[::2])


def backs(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Return what is printed on the turned sheets, sheet by sheet, empty backs among them."""
    return tuple(sides[1::2])


def by_paper(sides: Iterable[Side]) -> tuple[tuple[Side, ...], ...]:
    """Return runs of sides on paper of one size, for a system that takes one paper for a whole job."""
    return tuple(tuple(run) for _, run in groupby(sides, lambda side: side.size))


def sheet_count(sides: Iterable[Side], how: Sides) -> dict[Size, int]:
    """Return how many sheets of each paper a job needs, by the order of their use."""
    found: dict[Size, int] = {}
    for side in sides:
        found[side.size] = found.get(side.size, 0) + 1
    return found if how is Sides.ONE else {size: (count + 1) // 2 for size, count in found.items()}
