"""The characters of a page with where they stand and how they look."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from tthc_desktop.documents.reading.pdf.view import Box, Handle, View

MOST_CHARACTERS = 200_000
"""So many characters of one page are read; a full page has some five thousand."""
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
_HYPHENS = {"\x02", "\ufffe", "\u00ad"}
_BOLD = ("bold", "black", "heavy", "demi", "-bd", ",bd")
_ITALIC = ("italic", "oblique", "-it", ",it")
_BOLD_WEIGHT = 600
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_SLANT = 0.15
_LEAST_SIZE = 0.5
_FARTHEST = 1e6
_BLANK, _HYPHEN = 32, 2
"""PDFium says 2 for a hyphen at the end of a line."""

_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, pdfium.FPDF_TEXTPAGE, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


class Look(NamedTuple):
    """The font of some characters without the mark of a subset, and its size in points."""

    font: str
    bold: bool
    italic: bool
    size: float
    hidden: bool = False


class Glyph(NamedTuple):
    """A character between its left and right, on its base line, in points from the top left."""

    char: str
    left: float
    right: float
    base: float
    look: Look


@dataclass(slots=True)
class Written:
    """The characters of a page: those that stand upright, and those turned by so many quarters or askew (-1)."""

    view: View
    upright: list[Glyph] = field(default_factory=list)
    turned: dict[int, list[Glyph]] = field(default_factory=dict)
    count: int = 0
    unknown: int = 0


class _Object(NamedTuple):
    look: Look
    quarters: int


_Found = tuple[str, Box, float, float, _Object]


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
        self._matrix = pdfium.FS_MATRIX()
        self.unknown = 0

    def written(self) -> Written:
        found = list(self._characters())
        turns = Counter(quarters for *_, (_, quarters) in found)
        most = max((quarters for quarters in turns if quarters >= 0), key=lambda quarters: turns[quarters], default=0)
        written = Written(self._view.turned(-most), count=len(found), unknown=self.unknown)
        for quarters in turns:
            kept = [one for one in found if one[-1].quarters == quarters]
            if quarters == most:
                written.upright = _composed(kept, written.view)
            else:
                written.turned[(quarters - most) % 4 if quarters >= 0 else -1] = _composed(
                    kept, self._view.turned(-quarters) if quarters >= 0 else self._view
                )
        return written

    def _characters(self) -> Iterator["_Found"]:
        """Yield each character with its box, where its base line begins, and what it belongs to."""
        text = self._text
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        to_box, to_x, to_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        loose, origin = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
        unicode, generated = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
        is_unknown = pdfium.FPDFText_HasUnicodeMapError
        for place in range(min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)):
            code = unicode(text, place)
            if code <= _BLANK and code != _HYPHEN and (code != _BLANK or generated(text, place) == 1):
                continue
            pointer = _object_at(text, place)
            owner = self._objects.get(pointer or 0) or self._object(pointer or 0, place)
            if not owner.look.size or not loose(text, place, to_box) or not origin(text, place, to_x, to_y):
                continue
            if is_unknown(text, place) == 1 or 0xE000 <= code < 0xF000 or code == 0xFFFD:
                self.unknown += 1
            yield (
                chr(code) if code < 0x110000 else "\ufffd",
                (box.left, box.bottom, box.right, box.top),
                x.value,
                y.value,
                owner,
            )

    def _object(self, pointer: int, place: int) -> _Object:
        """Return how the object to which a character belongs looks."""
        handle = ctypes.cast(pointer, pdfium.FPDF_PAGEOBJECT)
        matrix = self._matrix
        quarters, scale, slanted = 0, 1.0, False
        if pdfium.FPDFText_GetMatrix(self._text, place, ctypes.byref(matrix)):
            view = self._view
            along = (view.a * matrix.a + view.b * matrix.b, view.d * matrix.a + view.e * matrix.b)
            quarters = _quarters(*along)
            scale = math.hypot(matrix.c, matrix.d)
            slanted = quarters >= 0 and _slants(matrix.a, matrix.b, matrix.c, matrix.d)
        size = pdfium.FPDFText_GetFontSize(self._text, place) * scale
        size = round(size, 1) if math.isfinite(size) and _LEAST_SIZE < size < 1000 else 0.0
        font, bold, italic = _font(pdfium.FPDFTextObj_GetFont(handle)) if pointer else ("", False, False)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if pointer else 0
        bold = bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        hidden = mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        look = Look(font, bold, italic or slanted, size, hidden)
        found = self._objects[pointer] = _Object(self._looks.setdefault(look, look), quarters)
        return found


def _quarters(along: float, down: float) -> int:
    """Return by how many quarters to the right words run, -1 for words that stand askew."""
    length = math.hypot(along, down)
    if not length or abs(along) > 0.97 * length:
        return 0 if along >= 0 else 2
    if abs(down) > 0.97 * length:
        return 1 if down > 0 else 3
    return -1


def _slants(a: float, b: float, c: float, d: float) -> bool:
    """Tell whether upright letters are leant to look italic."""
    sizes = math.hypot(a, b) * math.hypot(c, d)
    return sizes > 0 and abs(a * c + b * d) > _SLANT * sizes


def _font(font: Handle) -> tuple[str, bool, bool]:
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
    leans = pdfium.FPDFFont_GetItalicAngle(font, ctypes.byref(angle)) and angle.value < 0
    bold = any(sign in lowered for sign in _BOLD) or bool(flags > 0 and flags & _BOLD_FLAG)
    bold = bold or _BOLD_WEIGHT <= pdfium.FPDFFont_GetWeight(font) < 1000
    italic = any(sign in lowered for sign in _ITALIC) or bool(leans) or bool(flags > 0 and flags & _ITALIC_FLAG)
    return name, bold, italic


def _composed(found: Sequence[_Found], view: View) -> list[Glyph]:
    """Return the glyphs as they are looked at, tones joined to their letters, what is drawn twice once and bold."""
    glyphs: list[Glyph] = []
    seen: dict[tuple[str, int, int], int] = {}
    for char, box, x, y, owner in found:
        if unicodedata.combining(char) and glyphs:
            glyphs[-1] = glyphs[-1]._replace(char=glyphs[-1].char + char)
            continue
        base = view.point(x, y)[1]
        left, _, right, _ = view.box(*box)
        if not (abs(left) < _FARTHEST and abs(right) < _FARTHEST and abs(base) < _FARTHEST):
            continue
        shown = "-" if char in _HYPHENS else _LIGATURES.get(char, char)
        glyph = Glyph(shown, left, right, base, owner.look)
        before = _twin(glyph, glyphs, seen) if shown != " " else None
        if before is not None:
            glyphs[before] = glyphs[before]._replace(look=glyphs[before].look._replace(bold=True))
            continue
        seen[(shown, round(glyph.left / 2), round(base / 2))] = len(glyphs)
        glyphs.append(glyph)
    return glyphs


def _twin(glyph: Glyph, glyphs: Sequence[Glyph], seen: dict[tuple[str, int, int], int]) -> int | None:
    """Return the place of the same letter drawn nearly at the same place."""
    x, y = round(glyph.left / 2), round(glyph.base / 2)
    near = 0.12 * glyph.look.size
    for at in (x, x - 1, x + 1):
        for line in (y, y - 1, y + 1):
            place = seen.get((glyph.char, at, line))
            if place is None:
                continue
            other = glyphs[place]
            if abs(other.left - glyph.left) <= near and abs(other.base - glyph.base) <= near:
                return place
    return None
