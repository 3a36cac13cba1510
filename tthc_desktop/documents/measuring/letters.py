"""The letters of a page with their places and looks, as exact as PDFium tells them."""

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from tthc_desktop.documents.limits import MOST_CHARACTERS
from tthc_desktop.documents.reading.pdf.glyphs import font_look, leans
from tthc_desktop.documents.reading.pdf.view import Handle, View

_CONTROL, _HYPHEN, _END = 32, 2, 0x110000
_LEVEL = 0.05
_DARK = 96
_FIGURES = frozenset({"Figure", "Caption"})

_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, pdfium.FPDF_TEXTPAGE, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


class Look(NamedTuple):
    """How the letters of one object look; `mark` is the content of a tagged file that they belong to, -1 for none."""

    font: str
    size: float
    bold: bool
    italic: bool
    is_black: bool
    mark: int
    is_level: bool
    in_figure: bool


class Letter(NamedTuple):
    """A letter between its left and right, on its base line, in points from the top left."""

    char: str
    left: float
    right: float
    base: float
    look: Look


def letters(page: Handle, view: View) -> Iterator[Letter]:
    """Yield what is written upright on a page, in the order of the file; words that are turned are passed over."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    try:
        yield from _letters(text, view)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _letters(text: Handle, view: View) -> Iterator[Letter]:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    to_box, to_x, to_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    looks: dict[int, Look] = {}
    for place in range(min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if code <= _CONTROL and (code not in {_CONTROL, _HYPHEN} or pdfium.FPDFText_IsGenerated(text, place) == 1):
            continue
        pointer = _object_at(text, place) or 0
        look = looks.get(pointer)
        if look is None:
            look = looks[pointer] = _look(text, place, pointer, view)
        if not look.is_level or not pdfium.FPDFText_GetLooseCharBox(text, place, to_box):
            continue
        pdfium.FPDFText_GetCharOrigin(text, place, to_x, to_y)
        left, _, right, _ = view.box(box.left, box.top, box.right, box.bottom)
        char = "-" if code == _HYPHEN else chr(code) if code < _END else "\ufffd"
        yield Letter(char, left, right, view.point(x.value, y.value)[1], look)


def _look(text: Handle, place: int, pointer: int, view: View) -> Look:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, place, ctypes.byref(matrix))
    along, down = view.a * matrix.a + view.b * matrix.b, view.d * matrix.a + view.e * matrix.b
    size = pdfium.FPDFText_GetFontSize(text, place) * math.hypot(matrix.c, matrix.d)
    handle = ctypes.cast(pointer, pdfium.FPDF_PAGEOBJECT)
    font, bold, italic = font_look(pdfium.FPDFTextObj_GetFont(handle)) if pointer else ("", False, False)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if pointer else 0
    return Look(
        font,
        round(size, 2),
        bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
        italic or leans(matrix.a, matrix.b, matrix.c, matrix.d),
        _is_black(handle) if pointer else True,
        pdfium.FPDFPageObj_GetMarkedContentID(handle) if pointer else -1,
        along > 0 and abs(down) <= _LEVEL * along and mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE and size > 0,
        _in_figure(handle) if pointer else False,
    )


def _in_figure(handle: Handle) -> bool:
    """Tell whether a tagged file says of some letters that they belong to a picture, such as a chart."""
    held, size = ctypes.create_string_buffer(64), ctypes.c_ulong()
    for place in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, place)
        to_name = ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR))
        if pdfium.FPDFPageObjMark_GetName(mark, to_name, len(held), ctypes.byref(size)):
            name = held.raw[: min(size.value, len(held))].decode("utf-16-le", "replace").rstrip("\0")
            if name in _FIGURES:
                return True
    return False


def _is_black(handle: Handle) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(handle, *(ctypes.byref(part) for part in parts)):
        return True
    return max(part.value for part in parts[:3]) <= _DARK
