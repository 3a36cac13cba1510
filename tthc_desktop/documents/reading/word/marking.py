"""From the number that Word shows before a paragraph to the mark that a plan knows."""

import re
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.laid_out.blocks import Marker
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.documents.reading.word.lists import Counted
from tthc_desktop.documents.reading.word.number_forms import shown_number
from tthc_desktop.documents.reading.word.symbols import signs
from tthc_desktop.models.numbering import UNNUMBERED, Mark, number, ordinal
from tthc_desktop.models.text import clean

_PLACE = re.compile(r"%([1-9])")
_AROUND = re.compile(r"\(?\s*([\w.]+?)\s*[.):/\-–]*")
_SEVERAL = re.compile(r"[(\s]*%[1-9](?:[.\-/]%[1-9])+[\s.):/\-–]*")
_LETTERS = {"lowerLetter": Mark.LETTER, "upperLetter": Mark.UPPER}
_ROMANS = {"upperRoman": Mark.ROMAN, "lowerRoman": Mark.PAREN_ROMAN}
_MINUS = frozenset("-–—−‒‐‑")
_LOST = {"?)": "đ)", "?.": "đ."}
"""A list of one letter as RTF leaves it: the signs of its lists have 8 bits, and đ has none of them."""


@dataclass(slots=True)
class Marking:
    """Which place the last letter had: Word counts letters without đ and with f, j, w, z, plans the other way round."""

    _last: dict[Mark, int] = field(default_factory=dict)

    def typed(self, words: str) -> None:
        """Hear how a paragraph begins that no list numbers."""
        if words[1:2] not in {")", ".", "/"}:
            return
        read = read_mark(words)
        if read.mark in _LETTERS.values():
            self._last[read.mark] = read.place

    def marker(self, counted: Counted) -> tuple[str, Marker | None]:
        """Return what Word shows, and the mark; None when a plan knows no such mark."""
        level = counted.level
        shown = "" if level.hidden else " ".join(clean(shown_words(counted)).split())
        if not any(char.isalnum() for char in shown) or (level.form == "bullet" and len(shown) == 1):
            return self._sign(shown, counted)
        found = self._numbered(shown, counted) or _worded(shown)
        if found is not None and found.mark in _LETTERS.values():
            self._last[found.mark] = found.place
        return shown, found

    def _sign(self, shown: str, counted: Counted) -> tuple[str, Marker | None]:
        """Return the mark of a sign: a dash, and a plus below another sign of its list."""
        if not shown.strip("().:/% "):
            return "", None
        above = [counted.levels[depth] for depth in range(counted.depth) if depth in counted.levels]
        same = any(level.words == counted.level.words for level in above)
        below = shown not in _MINUS and any(level.form == "bullet" for level in above)
        return shown, Marker(Mark.PLUS if shown == "+" or same or below else Mark.DASH, shown=shown)

    def _numbered(self, shown: str, counted: Counted) -> Marker | None:
        """Return the mark of a number that is signs alone: 1. · 1.1 · (1) · I. · I.1 · a)"""
        match = _AROUND.fullmatch(shown)
        bare = match.group(1).rstrip(".") if match else ""
        if bare.replace(".", "").isdecimal():
            return _of_digits(bare, shown)
        depths = [min(int(place) - 1, counted.depth) for place in _PLACE.findall(counted.level.words)]
        if not (_SEVERAL.fullmatch(counted.level.words) or (len(depths) == 1 and bare)):
            return _of_own_signs(bare, shown)
        form, place = _form_of(counted, depths[-1]), counted.counts[depths[-1]]
        if form in _LETTERS:
            return self._lettered(_LETTERS[form], bare, shown, place)
        if form in _ROMANS:
            return Marker(_ROMANS[form], number(_ROMANS[form], place), place, shown)
        if len(depths) == 1:
            return _of_own_signs(bare, shown)
        return Marker(Mark.DECIMAL, ".".join(str(counted.counts[depth]) for depth in depths), place, shown)

    def _lettered(self, mark: Mark, bare: str, shown: str, count: int) -> Marker:
        """Read a letter as that which follows the last one: with a typed đ before it, Word's e is a plan's e."""
        own = ordinal(mark, bare)
        next_one = self._last.get(mark, 0) + 1
        alone = own if next_one == 1 and own is not None else count
        place = next((one for one in (count, own, count + 1) if one == next_one), alone)
        return Marker(mark, number(mark, place), place, shown)


def shown_words(counted: Counted) -> str:
    """Return what Word prints before a paragraph, its signs those of Unicode."""
    level = counted.level

    def put(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        own = counted.levels.get(depth)
        if own is None or depth >= len(counted.counts):
            return ""
        form = "decimal" if level.legal and own.form not in {"none", "bullet"} else own.form
        return shown_number(form, own.custom, counted.counts[depth])

    if level.form == "bullet":
        return signs(level.words, level.font)
    return _PLACE.sub(put, _LOST.get(level.words, level.words))


def _form_of(counted: Counted, depth: int) -> str:
    level = counted.levels.get(depth)
    return "" if level is None else level.form


def _of_digits(bare: str, shown: str) -> Marker | None:
    if "." in bare:
        place = ordinal(Mark.DECIMAL, bare)
        return Marker(Mark.DECIMAL, bare, place, shown) if place is not None else None
    mark = Mark.PAREN_ARABIC if shown.startswith("(") else Mark.ARABIC
    return Marker(mark, str(int(bare)), int(bare), shown)


def _of_own_signs(bare: str, shown: str) -> Marker | None:
    """Return the mark of signs that a list names itself, such as a letter đ."""
    for mark in (Mark.LETTER, Mark.UPPER):
        if (bare.islower() if mark is Mark.LETTER else bare.isupper()) and (place := ordinal(mark, bare)):
            return Marker(mark, bare, place, shown)
    return None


def _worded(shown: str) -> Marker | None:
    """Return the mark of a number with words: Điều 1. · Chương I · Phần thứ nhất"""
    for words in (f"{shown} Xong", shown):
        read = read_mark(words)
        if read.numbered and read.mark not in UNNUMBERED and read.start >= len(shown):
            return Marker(read.mark, read.number, read.place, shown)
    return None
