"""Pages below each other on one long sheet: which of them is where, in pixels and on paper."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from tthc_desktop.ui import look

GAP = look.ROOM
_A4_WIDTH, _LEAST_SCALE = 595.0, 0.2
Size = tuple[float, float]
"""The width and height of a page in points."""


class Spot(NamedTuple):
    """A place on paper: the page from 0 and the points from its top and its left edge."""

    page: int
    top: float
    left: float = 0.0


def fitting(sizes: Sequence[Size], room: float) -> float:
    """Return the scale at which the narrowest page is as wide as the room."""
    return max(room / min((width for width, _ in sizes), default=_A4_WIDTH), _LEAST_SCALE)


class PageStack:
    """Pages at a scale, or each as wide as a view has room when that is 0."""

    def __init__(self, sizes: Sequence[Size] = (), scale: float = 0.0, view: int = 0) -> None:
        self.sizes = sizes
        self.rects: list[QRect] = []
        self.height = GAP
        self._ends: list[int] = []
        room = max(view - 2.0 * GAP, 60.0)
        fit = fitting(sizes, room)
        for across, down in sizes:
            pixels = scale or min(fit, room / max(across, 1.0))
            width, height = max(int(across * pixels), 1), max(int(down * pixels), 1)
            self.rects.append(QRect(max((view - width) // 2, GAP), self.height, width, height))
            self.height += height + GAP
            self._ends.append(self.height - 1)
        self.width = max((rect.width() for rect in self.rects), default=0) + 2 * GAP

    def page_at(self, y: int) -> int:
        """Return the page that holds a height of the whole, or the gap above it; -1 when there are no pages."""
        return min(bisect_left(self._ends, y), len(self.sizes) - 1)

    def between(self, top: int, bottom: int) -> range:
        """Return the pages of which something lies between two heights."""
        first, last = max(self.page_at(top), 0), self.page_at(bottom)
        if last < 0:
            return range(0)
        return range(first + (self.rects[first].bottom() < top), last + 1 - (self.rects[last].top() > bottom))

    def y(self, spot: Spot) -> float:
        """Return the height of a place."""
        rect = self.rects[spot.page]
        return rect.top() + spot.top * rect.height() / self.sizes[spot.page][1]

    def spot(self, page: int, at: QPoint) -> Spot:
        """Return what lies there, counted from the edges of a page."""
        rect = self.rects[page]
        points = self.sizes[page][1] / rect.height()
        return Spot(page, (at.y() - rect.top()) * points, (at.x() - rect.left()) * points)
