"""From the number that Word shows before a paragraph to the mark that a plan knows."""

import re
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.laid_out.blocks import Marker
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.documents.reading.word.lists import Counted, Level
from tthc_desktop.documents.reading.word.number_forms import shown_number
from tthc_desktop.documents.reading.word.symbols import signs
from tthc_desktop.models.numbering import UNNUMBERED, Mark, letter, number, ordinal
from tthc_desktop.models.text import clean

_PLACE = re.compile(r"%([1-9])")
_AROUND = re.compile(r"\(?\s*([\w.]+?)\s*[.):/\-–]*")
_LETTERS = {"lowerLetter": Mark.LETTER, "upperLetter": Mark.UPPER}
_ROMANS = {"upperRoman": Mark.ROMAN, "lowerRoman": Mark.PAREN_ROMAN}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_MINUS = frozenset("-–—−‒‐‑")


@dataclass(slots=True)
class Marking:
    """Which letter came last and which lists have a đ after d: Word counts letters without it, plans with it."""

    _last: str = ""
    _with_d: set[int] = field(default_factory=set)
    _above: dict[int, str] = field(default_factory=dict)

    def typed(self, words: str) -> None:
        """Hear how a paragraph begins that no list numbers."""
        if words[1:2] in {")", ".", "/"} and words[0].isalpha():
            self._last = words[0].lower()

    def marker(self, counted: Counted) -> tuple[str, Marker | None]:
        """Return what Word shows, and the mark; None when a plan knows no such mark."""
        level = counted.level
        if level.hidden:
            return "", None
        shown = " ".join(clean(shown_words(counted)).split())
        if not shown:
            return "", None
        if not any(char.isalnum() for char in shown) or (level.form == "bullet" and len(shown) == 1):
            return shown, self._bullet(shown, counted)
        found = self._numbered(shown, counted) or _worded(shown)
        if found is not None and found.mark in {Mark.LETTER, Mark.UPPER}:
            self._last = shown.strip("().:/- ")[:1].lower()
        return shown, found

    def _bullet(self, shown: str, counted: Counted) -> Marker:
        same_above = any(_dashes(counted, level) for level in range(counted.depth))
        is_plus = shown == "+" or (same_above and shown not in _MINUS) or (same_above and self._repeats(counted))
        return Marker(Mark.PLUS if is_plus else Mark.DASH, shown=shown)

    def _repeats(self, counted: Counted) -> bool:
        levels = counted.levels
        return any(levels[one].words == counted.level.words for one in range(counted.depth) if one in levels)

    def _numbered(self, shown: str, counted: Counted) -> Marker | None:
        """Return the mark of a number that is signs alone: 1. · 1.1 · (1) · I. · a)"""
        match = _AROUND.fullmatch(shown)
        if match is None:
            return None
        bare, place = match.group(1).rstrip("."), counted.counts[-1]
        own = _PLACE.findall(counted.level.words)
        form = _form_of(counted, own)
        if bare.replace(".", "").isdecimal():
            return _of_digits(bare, shown)
        if len(own) != 1 or "." in bare:
            return None
        place = counted.counts[int(own[0]) - 1] if int(own[0]) <= len(counted.counts) else place
        if form in _LETTERS:
            return self._lettered(bare, shown, counted, place)
        if form in _ROMANS:
            return Marker(_ROMANS[form], number(_ROMANS[form], place), place, shown)
        return _of_own_signs(bare, shown)

    def _lettered(self, bare: str, shown: str, counted: Counted, place: int) -> Marker:
        mark = _LETTERS[counted.level.form]
        if place == _LATIN.index("e") + 1 and self._last == "đ":
            self._with_d.add(counted.list_id)
        elif place < _LATIN.index("e") + 1:
            self._with_d.discard(counted.list_id)
        if counted.list_id in self._with_d:
            place += 1
        said = letter(place)
        return Marker(mark, said.upper() if bare.isupper() else said, place, shown)


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
    return _PLACE.sub(put, level.words)


def _form_of(counted: Counted, places: list[str]) -> str:
    """Return the form of the last count that a level shows; legal numbering shows digits."""
    own: Level | None = counted.levels.get(int(places[-1]) - 1) if places else None
    return "" if own is None else own.form


def _dashes(counted: Counted, depth: int) -> bool:
    level = counted.levels.get(depth)
    return level is not None and level.form == "bullet"


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
