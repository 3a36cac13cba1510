"""The marks of lists: what HTML's list styles and Word's printed numbers are in a plan."""

import re
from dataclasses import dataclass

from tthc_desktop.documents.reading.laid_out.blocks import Marker
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.models.numbering import UNNUMBERED, Mark, letter, number

_STYLES = {
    "1": Mark.ARABIC,
    "decimal": Mark.ARABIC,
    "decimal-leading-zero": Mark.ARABIC,
    "a": Mark.LETTER,
    "lower-alpha": Mark.LETTER,
    "lower-latin": Mark.LETTER,
    "A": Mark.UPPER,
    "upper-alpha": Mark.UPPER,
    "upper-latin": Mark.UPPER,
    "i": Mark.PAREN_ROMAN,
    "lower-roman": Mark.PAREN_ROMAN,
    "I": Mark.ROMAN,
    "upper-roman": Mark.ROMAN,
}
_LATIN = re.compile(r"([a-z])\s*[).]")
_WINGDINGS = frozenset("o§Øüvq")
"""Letters that are bullets in the fonts Word sets them in."""
_NO_SIGN = "none"


@dataclass(slots=True)
class HtmlList:
    """A list that is open: its kind, and the place of its next item."""

    ordered: bool
    style: str
    next: int = 1
    item: Marker | None = None
    """The mark of the item that is open."""

    def take(self, style: str, value: str, above: Marker | None) -> Marker | None:
        """Return the mark of the next item; None where the list shows no signs."""
        if value.lstrip("-").isdecimal():
            self.next = max(int(value), 1)
        place, self.next = self.next, self.next + 1
        self.item = self._marker(style or self.style, place, above)
        return self.item

    def _marker(self, style: str, place: int, above: Marker | None) -> Marker | None:
        if style == _NO_SIGN:
            return None
        mark = _STYLES.get(style) or (Mark.ARABIC if self.ordered else None)
        if mark is None or not (self.ordered or style in _STYLES):
            return Marker(_bullet(style, above))
        if mark is Mark.ARABIC and above and above.mark in {Mark.ARABIC, Mark.DECIMAL}:
            return Marker(Mark.DECIMAL, number(Mark.DECIMAL, place, above.number), place)
        return Marker(mark, number(mark, place), place)


def _bullet(sign: str, above: Marker | None) -> Mark:
    if sign in {"+", "-", "–"}:
        return Mark.PLUS if sign == "+" else Mark.DASH
    return Mark.PLUS if above and above.mark in UNNUMBERED else Mark.DASH


class WordLists:
    """The marks that Word printed before its paragraphs, level by level."""

    def __init__(self) -> None:
        self._levels: dict[int, Marker] = {}
        self._with_d = False

    def marker(self, shown: str, level: int) -> Marker | None:
        """Return the mark for what Word shows; None when that is nothing a plan knows."""
        shown = " ".join(shown.replace("\u00a0", " ").split())
        made = self._read(shown, level) if shown else None
        for deeper in [known for known in self._levels if known >= level]:
            del self._levels[deeper]
        if made is not None:
            self._levels[level] = made
        return made

    def _read(self, shown: str, level: int) -> Marker | None:
        above = self._levels[max(near)] if (near := [known for known in self._levels if known < level]) else None
        if shown in _WINGDINGS or not any(char.isalnum() for char in shown):
            return Marker(_bullet(shown, above), shown=shown)
        if (found := _LATIN.fullmatch(shown)) and not self._with_d:
            return _latin(found.group(1), shown)
        read = read_mark(f"{shown} Xong")
        if not read.numbered or read.start < len(shown):
            return None
        self._with_d |= read.number == "đ"
        return Marker(read.mark, read.number, read.place, shown)


def _latin(sign: str, shown: str) -> Marker:
    """Count as Word does, which knows no đ: its e) is the fifth, and so a plan's đ)."""
    place = ord(sign) - ord("a") + 1
    return Marker(Mark.LETTER, letter(place), place, shown)
