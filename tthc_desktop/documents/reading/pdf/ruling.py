"""The lines and boxes that are drawn on a page: what the grids of tables are made of."""

import ctypes
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from tthc_desktop.documents.limits import MOST_OBJECTS, MOST_STROKES
from tthc_desktop.documents.reading.pdf.view import Box, Handle, View, around

_THIN = 3.0
"""A box no thicker than so many points is a line."""
_LEAST = 3.0
"""A line is at least so long."""
_STRAIGHT = 1.0
_NEARLY, _MOST_TWICE = 1.2, 300
_DEEPEST = 8
_NEARLY_WHITE = 245


class Stroke(NamedTuple):
    """A straight line: level ones at y from `start` to `end`, upright ones at x."""

    at: float
    start: float
    end: float
    level: bool


class Drawn(NamedTuple):
    """What is drawn on a page: lines, filled boxes, and how many pictures."""

    strokes: tuple[Stroke, ...]
    fills: tuple[Box, ...]
    pictures: tuple[Box, ...]
    twice: tuple[Box, ...] = ()
    """Where words are drawn twice, nearly at the same place, to look bold; PDFium tells their letters once."""


def read_drawn(page: Handle, view: View) -> Drawn:
    """Return what is drawn on a page, that of forms within it too."""
    strokes: list[Stroke] = []
    fills: list[Box] = []
    pictures: list[Box] = []
    texts: list[Box] = []
    for item, kind, seen in _objects(page, view):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_bounds(item, seen))
            continue
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(_bounds(item, seen))
            continue
        if len(strokes) > MOST_STROKES:
            break
        inner = _through(item, seen)
        if inner:
            _read_path(item, inner, strokes, fills)
    return Drawn(tuple(strokes), tuple(fills), tuple(pictures), tuple(islice(_twice(texts), _MOST_TWICE)))


def _objects(page: Handle, view: View) -> Iterator[tuple[Handle, int, View]]:
    """Yield the paths and pictures of a page with how each is looked at."""
    left = MOST_OBJECTS
    kinds = {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_TEXT}
    waiting = [(page, pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject, view, 0)]
    while waiting:
        owner, count, get, seen, depth = waiting.pop()
        for place in range(min(count, left)):
            left -= 1
            item = get(owner, place)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind in kinds:
                yield item, kind, seen
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _through(item, seen) or seen
                held = pdfium.FPDFFormObj_CountObjects(item)
                waiting.append((item, held, pdfium.FPDFFormObj_GetObject, inner, depth + 1))


def _through(item: Handle, view: View) -> View | None:
    """Return the view of what an object holds, None when it says nothing of it."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return None
    return View.of((matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)).then(view)


def _bounds(item: Handle, view: View) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(side) for side in sides))
    return view.box(*(side.value for side in sides))


def _twice(texts: Iterable[Box]) -> Iterator[Box]:
    """Yield the boxes that lie nearly on the one before them in the order of their places."""
    before: Box | None = None
    for box in sorted(texts, key=lambda box: (round(box[1]), box[0])):
        if before and box[2] - box[0] > _LEAST and all(abs(a - b) < _NEARLY for a, b in zip(box, before, strict=True)):
            yield around((box, before))
        before = box


def _read_path(item: Handle, view: View, strokes: list[Stroke], fills: list[Box]) -> None:
    filling, stroking = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(filling), ctypes.byref(stroking)):
        return
    filled = bool(filling.value) and _is_dark_or_tinted(item)
    if not (filled or stroking.value):
        return
    for points, closed in _figures(item, view):
        box = _box_of(points)
        if filled and box:
            _add_filled(box, strokes, fills)
        if stroking.value:
            corners = [*points, points[0]] if closed else points
            for start, end in pairwise(corners):
                _add_line(*start, *end, strokes)


def _is_dark_or_tinted(item: Handle) -> bool:
    """Tell whether what is filled can be seen on white paper."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *(ctypes.byref(part) for part in parts)):
        return True
    red, green, blue, opacity = (part.value for part in parts)
    return opacity > 0 and min(red, green, blue) < _NEARLY_WHITE


def _figures(item: Handle, view: View) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Yield the corners of each straight part of a path, and whether it is closed."""
    x, y = ctypes.c_float(), ctypes.c_float()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    points: list[tuple[float, float]] = []
    for place in range(min(pdfium.FPDFPath_CountSegments(item), MOST_STROKES)):
        segment = pdfium.FPDFPath_GetPathSegment(item, place)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, to_x, to_y)
        point = view.point(x.value, y.value)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points, False
            points = [point] if kind == pdfium.FPDF_SEGMENT_MOVETO else []
            continue
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield points, True
            points = []
    if len(points) > 1:
        yield points, False


def _box_of(points: list[tuple[float, float]]) -> Box | None:
    """Return the box whose corners the points are, None for any other figure."""
    if not 4 <= len(points) <= 5:
        return None
    across = [x for x, _ in points]
    down = [y for _, y in points]
    box = min(across), min(down), max(across), max(down)
    corners = all(
        min(abs(x - box[0]), abs(x - box[2])) < _STRAIGHT and min(abs(y - box[1]), abs(y - box[3])) < _STRAIGHT
        for x, y in points
    )
    return box if corners else None


def _add_filled(box: Box, strokes: list[Stroke], fills: list[Box]) -> None:
    left, top, right, bottom = box
    if bottom - top <= _THIN and right - left >= _LEAST:
        strokes.append(Stroke((top + bottom) / 2, left, right, level=True))
    elif right - left <= _THIN and bottom - top >= _LEAST:
        strokes.append(Stroke((left + right) / 2, top, bottom, level=False))
    elif right - left > _THIN and bottom - top > _THIN:
        fills.append(box)


def _add_line(x0: float, y0: float, x1: float, y1: float, strokes: list[Stroke]) -> None:
    if abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) >= _LEAST:
        strokes.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1), level=True))
    elif abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) >= _LEAST:
        strokes.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1), level=False))
