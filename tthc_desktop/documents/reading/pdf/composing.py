"""Characters as they are looked at: tones joined to their letters, what is drawn twice once and bold."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tthc_desktop.documents.reading.legacy import is_legacy_font
from tthc_desktop.documents.reading.pdf.view import View

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
_SHOWN = {**_LIGATURES, **dict.fromkeys("\x02\ufffe", "-")}
_SOFT_HYPHEN = "\u00ad"
"""A hyphen, but in fonts of TCVN3, where it is ư."""
_FARTHEST = 1e6
_FIRST_TONE = "\u0300"
_CELL = 2.0
"""Points of the grid in which a letter is looked for that is drawn twice."""
_SAME = 0.12
"""Ems by which the two may stand apart; letters drawn twice to look bold do."""


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


Found = tuple[str, float, float, float, float, float, float, Look]
"""A character as the file has it: left, bottom, right, top of its box, where its base line begins, its look."""


def composed(found: Sequence[Found], view: View) -> list[Glyph]:
    """Return the characters as they are looked at."""
    glyphs: list[Glyph] = []
    level = view.b == 0 == view.d
    for char, left, low, right, high, x, y, look in found:
        if char >= _FIRST_TONE and glyphs and unicodedata.combining(char):
            glyphs[-1] = glyphs[-1]._replace(char=glyphs[-1].char + char)
            continue
        if level and view.a > 0:
            start, end, base = left + view.c, right + view.c, view.e * y + view.f
        else:
            start, _, end, _ = view.box(left, low, right, high)
            base = view.point(x, y)[1]
        if abs(start) < _FARTHEST and abs(end) < _FARTHEST and abs(base) < _FARTHEST:
            shown = _SHOWN.get(char, char)
            if char == _SOFT_HYPHEN and not has_old_letters(look.font):
                shown = "-"
            glyphs.append(Glyph(shown, start, end, base, look))
    cells = {(glyph.char, glyph.left // _CELL, glyph.base // _CELL) for glyph in glyphs}
    return _once(glyphs) if len(cells) < len(glyphs) else glyphs


@lru_cache(1 << 8)
def has_old_letters(font: str) -> bool:
    """Tell whether a font shows TCVN3 or VNI."""
    return is_legacy_font(font)


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return each letter once, bold where it is drawn twice nearly at the same place."""
    kept: list[Glyph] = []
    seen: dict[tuple[str, float, float], int] = {}
    for glyph in glyphs:
        before = _twin(glyph, kept, seen)
        if before is None or glyph.char == " ":
            seen[glyph.char, glyph.left // _CELL, glyph.base // _CELL] = len(kept)
            kept.append(glyph)
        else:
            kept[before] = kept[before]._replace(look=kept[before].look._replace(bold=True))
    return kept


def _twin(glyph: Glyph, glyphs: Sequence[Glyph], seen: dict[tuple[str, float, float], int]) -> int | None:
    """Return the place of the same letter drawn nearly at the same place."""
    x, y = glyph.left // _CELL, glyph.base // _CELL
    near = _SAME * glyph.look.size
    for at in (x, x - 1, x + 1):
        for line in (y, y - 1, y + 1):
            place = seen.get((glyph.char, at, line))
            if place is None:
                continue
            other = glyphs[place]
            if abs(other.left - glyph.left) <= near and abs(other.base - glyph.base) <= near:
                return place
    return None
