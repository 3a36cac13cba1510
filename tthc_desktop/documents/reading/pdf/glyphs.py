"""The characters of a page with where they stand and how they look."""

import ctypes
import math
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from tthc_desktop.documents.limits import MOST_CHARACTERS
from tthc_desktop.documents.reading.pdf.composing import Found, Glyph, Look, composed
from tthc_desktop.documents.reading.pdf.view import Handle, View

_BOLD = ("bold", "black", "heavy", "demi", "-bd", ",bd")
_ITALIC = ("italic", "oblique", "-it", ",it")
_BOLD_WEIGHT = 600
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_SLANT = 0.15
_LEAST_SIZE = 0.5
_PRIVATE, _PRIVATE_END, _NO_LETTER, _END_OF_UNICODE = 0xE000, 0xF000, 0xFFFD, 0x110000
_BLANK, _HYPHEN = 32, 2
"""PDFium says 2 for a hyphen at the end of a line."""

_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, pdfium.FPDF_TEXTPAGE, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


@dataclass(slots=True)
class Written:
    """The characters of a page: those that stand upright, and those turned by so many quarters or askew (-1)."""

    view: View
    upright: list[Glyph] = field(default_factory=list)
    turned: dict[int, list[Glyph]] = field(default_factory=dict)
    count: int = 0
    unknown: int = 0


class _Object(NamedTuple):
    """How a stretch of characters looks, where they are gathered, if their font may lack their meaning, their line."""

    look: Look
    found: list[Found]
    doubtful: bool
    x: float
    y: float


def read_glyphs(page: Handle, view: View) -> Written:
    """Return what is written on a page; most of it stands upright in the view that comes with it."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return Written(view)
    try:
        return _Reading(text, view).written()
    finally:
        pdfium.FPDFText_ClosePage(text)


class _Reading:
    """A page of text while it is read."""

    def __init__(self, text: Handle, view: View) -> None:
        self._text = text
        self._view = view
        self._objects: dict[int, _Object] = {}
        self._looks: dict[Look, Look] = {}
        self._found: dict[int, list[Found]] = {}
        self._matrix = pdfium.FS_MATRIX()
        self.unknown = 0

    def written(self) -> Written:
        self._read()
        counts = {quarters: len(found) for quarters, found in self._found.items()}
        most = max((quarters for quarters in counts if quarters >= 0), key=counts.__getitem__, default=0)
        written = Written(self._view.turned(-most), count=sum(counts.values()), unknown=self.unknown)
        for quarters, found in self._found.items():
            if quarters == most:
                written.upright = composed(found, written.view)
            elif quarters >= 0:
                written.turned[(quarters - most) % 4] = composed(found, self._view.turned(-quarters))
            else:
                written.turned[-1] = composed(found, written.view)
        return written

    def _read(self) -> None:
        """Find each character with its box, where its base line begins, and how it looks."""
        text = self._text
        box = pdfium.FS_RECTF()
        to_box = ctypes.byref(box)
        loose, unicode = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetUnicode
        generated = pdfium.FPDFText_IsGenerated
        is_unknown = pdfium.FPDFText_HasUnicodeMapError
        objects = self._objects
        for place in range(min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)):
            code = unicode(text, place)
            if code <= _BLANK and code != _HYPHEN and (code != _BLANK or generated(text, place) == 1):
                continue
            pointer = _object_at(text, place) or 0
            owner = objects.get(pointer)
            if owner is None:
                owner = objects[pointer] = self._object(pointer, place)
            look, found, doubtful, x, y = owner
            if not look.size or not loose(text, place, to_box):
                continue
            if _PRIVATE <= code < _PRIVATE_END or code == _NO_LETTER or (doubtful and is_unknown(text, place) == 1):
                self.unknown += 1
            char = chr(code) if code < _END_OF_UNICODE else chr(_NO_LETTER)
            found.append((char, box.left, box.bottom, box.right, box.top, x, y, look))

    def _object(self, pointer: int, place: int) -> _Object:
        """Return how the object looks to which a character belongs."""
        handle = ctypes.cast(pointer, pdfium.FPDF_PAGEOBJECT)
        matrix = self._matrix
        quarters, scale, slanted = 0, 1.0, False
        if pdfium.FPDFText_GetMatrix(self._text, place, ctypes.byref(matrix)):
            view = self._view
            along = (view.a * matrix.a + view.b * matrix.b, view.d * matrix.a + view.e * matrix.b)
            quarters = _quarters(*along)
            scale = math.hypot(matrix.c, matrix.d)
            slanted = quarters >= 0 and leans(matrix.a, matrix.b, matrix.c, matrix.d)
        size = pdfium.FPDFText_GetFontSize(self._text, place) * scale
        size = round(size, 1) if math.isfinite(size) and _LEAST_SIZE < size < 1000 else 0.0
        font, bold, italic = font_look(pdfium.FPDFTextObj_GetFont(handle)) if pointer else ("", False, False)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if pointer else 0
        bold = bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        hidden = mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        look = Look(font, bold, italic or slanted, size, hidden)
        doubtful = pdfium.FPDFText_HasUnicodeMapError(self._text, place) == 1
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, place, ctypes.byref(x), ctypes.byref(y))
        found = self._found.setdefault(quarters, [])
        return _Object(self._looks.setdefault(look, look), found, doubtful, x.value, y.value)


def _quarters(along: float, down: float) -> int:
    """Return by how many quarters to the right words run, -1 for words that stand askew."""
    length = math.hypot(along, down)
    if not length or abs(along) > 0.97 * length:
        return 0 if along >= 0 else 2
    if abs(down) > 0.97 * length:
        return 1 if down > 0 else 3
    return -1


def leans(a: float, b: float, c: float, d: float) -> bool:
    """Tell whether upright letters are leant to look italic."""
    sizes = math.hypot(a, b) * math.hypot(c, d)
    return sizes > 0 and abs(a * c + b * d) > _SLANT * sizes


def font_look(font: Handle) -> tuple[str, bool, bool]:
    """Return the name of a font without the mark of a subset, and whether it is bold and italic."""
    if not font:
        return "", False, False
    held = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, held, 256)
    name = held.value.decode("utf-8", "replace")
    if len(name) > 7 and name[6] == "+":
        name = name[7:]
    lowered = name.lower()
    flags, angle = pdfium.FPDFFont_GetFlags(font), ctypes.c_int()
    slopes = pdfium.FPDFFont_GetItalicAngle(font, ctypes.byref(angle)) and angle.value < 0
    bold = any(sign in lowered for sign in _BOLD) or bool(flags > 0 and flags & _BOLD_FLAG)
    bold = bold or _BOLD_WEIGHT <= pdfium.FPDFFont_GetWeight(font) < 1000
    italic = any(sign in lowered for sign in _ITALIC) or bool(slopes) or bool(flags > 0 and flags & _ITALIC_FLAG)
    return name, bold, italic
