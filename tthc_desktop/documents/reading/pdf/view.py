"""How a page is looked at: from the file's own coordinates to points from the top left, upright for who reads it."""

import ctypes
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

Handle = object
"""Something of PDFium's own, such as a page or a font."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner."""
_FARTHEST = 100_000.0


class View(NamedTuple):
    """x = a·x + b·y + c and y = d·x + e·y + f, on a page so wide and high."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands when it is looked at so."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return where a box stands when it is looked at so, its sides in order."""
        x0, y0 = self.point(left, top)
        x1, y1 = self.point(right, bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    @classmethod
    def of(cls, matrix: Sequence[float]) -> "View":
        """Return the view through a matrix of PDF."""
        a, b, c, d, e, f = matrix
        return cls(a, c, e, b, d, f, 0.0, 0.0)

    def then(self, after: "View") -> "View":
        """Return this view looked at through another."""
        a, b, c, d, e, f, *_ = self
        return View(
            after.a * a + after.b * d,
            after.a * b + after.b * e,
            after.a * c + after.b * f + after.c,
            after.d * a + after.e * d,
            after.d * b + after.e * e,
            after.d * c + after.e * f + after.f,
            after.width,
            after.height,
        )

    def turned(self, quarters: int) -> "View":
        """Return the view after so many quarter turns to the right."""
        return self.then(quarter_turns(quarters, 0.0, 0.0, self.width, self.height, down=True))


def quarter_turns(turns: int, left: float, low: float, right: float, high: float, *, down: bool) -> View:
    """Return the view of a box turned so many quarters to the right.

    `down` tells that y already grows downwards; the file's own grows upwards.
    """
    width, height = right - left, high - low
    upright = View(1, 0, -left, 0, 1, -low, width, height) if down else View(1, 0, -left, 0, -1, high, width, height)
    match turns % 4:
        case 1:
            return upright.then(View(0, -1, height, 1, 0, 0, height, width))
        case 2:
            return upright.then(View(-1, 0, width, 0, -1, height, width, height))
        case 3:
            return upright.then(View(0, 1, 0, -1, 0, width, height, width))
    return upright


def view_of(page: Handle) -> View:
    """Return how a page is shown: its crop box, turned as the page says."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        box.right, box.top = 595.0, 842.0
    sides = [max(-_FARTHEST, min(_FARTHEST, side)) for side in (box.left, box.bottom, box.right, box.top)]
    return quarter_turns(pdfium.FPDFPage_GetRotation(page), *sides, down=False)


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
