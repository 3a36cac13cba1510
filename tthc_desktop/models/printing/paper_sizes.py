"""Sizes of paper in millimetres, and what of a page lies beyond what a printer can reach."""

from typing import NamedTuple

MILLIMETRES_PER_INCH = 25.4
POINTS_PER_MILLIMETRE = 72 / MILLIMETRES_PER_INCH
_ALIKE = 1.5
"""Millimetres by which two sizes may differ and still be the same paper: programs round to whole points or more."""
_SEEN = 0.5
"""What is cut by no more millimetres than this is not told: the inked box of a page is only known to about as much."""


class Size(NamedTuple):
    """Width and height in millimetres."""

    width: float
    height: float

    @property
    def is_wide(self) -> bool:
        """Whether it lies on its long side."""
        return self.width > self.height

    def upright(self) -> "Size":
        """Return the paper itself, however the page on it lies."""
        return Size(min(self), max(self))


class Box(NamedTuple):
    """A rectangle on a page, in millimetres from its top left corner; also margins, from each edge inwards."""

    left: float
    top: float
    right: float
    bottom: float


A3, A4 = Size(297.0, 420.0), Size(210.0, 297.0)
_NAMES = {A3: "A3", A4: "A4"}


def size_of(width: float, height: float) -> Size:
    """Return the size of a page that is given in points."""
    return Size(width / POINTS_PER_MILLIMETRE, height / POINTS_PER_MILLIMETRE)


def in_points(size: Size) -> tuple[float, float]:
    """Return the width and height of a page in points."""
    return size.width * POINTS_PER_MILLIMETRE, size.height * POINTS_PER_MILLIMETRE


def paper_of(page: Size) -> Size:
    """Return the paper, upright, that a page is meant for: A4 or A3 where it is about that size."""
    paper = page.upright()
    return next((known for known in _NAMES if _is_alike(known, paper)), paper)


def _is_alike(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) <= _ALIKE and abs(one.height - other.height) <= _ALIKE


def name_of(paper: Size) -> str:
    """Return `A4`, or the measures of a paper without a name."""
    return _NAMES.get(paper) or f"{paper.width:.0f} × {paper.height:.0f} mm"


def shrinking(page: Size, paper: Size) -> float:
    """Return the share of its size at which a page fits a paper, turned as it lies; at most 1."""
    inner, outer = page.upright(), paper.upright()
    return min(outer.width / inner.width, outer.height / inner.height, 1.0)


def cut_off(inked: Box | None, page: Size, unreachable: Box) -> Box:
    """Return how many millimetres of what is on a page each edge of the printer cuts off; zeros where nothing is.

    `inked` is the box of all that is on the page, None for an empty one; `unreachable` are the margins on which the
    printer puts no ink.
    """
    if inked is None:
        return Box(0.0, 0.0, 0.0, 0.0)
    lacking = (
        unreachable.left - inked.left,
        unreachable.top - inked.top,
        unreachable.right - (page.width - inked.right),
        unreachable.bottom - (page.height - inked.bottom),
    )
    return Box(*(cut if cut > _SEEN else 0.0 for cut in lacking))


def drivers_scale(asked: Size, told: Size) -> float:
    """Return the scale at which a driver prints that takes a paper of size `asked` for one of size `told`.

    A driver set to 50 % says that the sheet is twice as large; one that goes along says what it was asked for.
    """
    return (asked.width / told.width + asked.height / told.height) / 2 if min(told) > 0 else 1.0
