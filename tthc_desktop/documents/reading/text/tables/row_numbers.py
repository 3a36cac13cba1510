"""Which lines of a table begin a row: those whose number is the one that must come next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.models.numbering import Mark, ordinal

_NUMBER = re.compile(r"([IVX]{1,6}|\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,5}|[a-zđ]|[A-HĐ])([.)]?)(?:\s+(.*))?", re.DOTALL)
_CLOSE = re.compile(r"([IVX]{1,6}|\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,5}|[A-HĐ])([.)])(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RowStart:
    """The number at the front of a line: its style, its place, the sign behind it and the words after it."""

    number: str
    style: Mark
    place: int
    sign: str
    rest: str


class RowCounter:
    """Knows what the number of the next row may be."""

    def __init__(self) -> None:
        self._last: dict[Mark, int] = {}
        self._path: tuple[int, ...] = ()
        self._fresh = True

    def start(self, line: Line, after: Line | None) -> RowStart | None:
        """Return the start of a row if the line is one; `after` is the line below it."""
        match = _NUMBER.fullmatch(line.words) or _CLOSE.fullmatch(line.words)
        if not match:
            return None
        rest = (match.group(3) or "").strip()
        first = rest or (after.words if after else "")
        if (first and first[0].islower()) or (not first and after is None):
            return None
        for style in _styles(match.group(1)):
            place = ordinal(style, match.group(1))
            if place and self._expects(style, place, match.group(1)):
                return RowStart(match.group(1), style, place, match.group(2), rest)
        return None

    def note(self, start: RowStart) -> None:
        """Remember the row."""
        if start.style in {Mark.ROMAN, Mark.UPPER}:
            self._last.pop(Mark.LETTER, None)
            self._fresh = True
        if start.style is Mark.ARABIC:
            self._last.pop(Mark.LETTER, None)
            self._fresh = False
        if start.style in {Mark.ARABIC, Mark.DECIMAL}:
            self._path = tuple(int(part) for part in start.number.split("."))
        if start.style is Mark.DECIMAL:
            self._last[Mark.ARABIC] = self._path[0]
        else:
            self._last[start.style] = start.place

    def _expects(self, style: Mark, place: int, number: str) -> bool:
        last = self._last.get(style, 0)
        if style is Mark.ARABIC:
            return place == last + 1 or (place == 1 and self._fresh)
        if style is Mark.LETTER:
            return last < place <= last + 2 and (last > 0 or (place == 1 and bool(self._last)))
        if style is Mark.DECIMAL:
            return self._follows(tuple(int(part) for part in number.split(".")))
        return place == last + 1

    def _follows(self, path: tuple[int, ...]) -> bool:
        """Tell whether 2.1.1 may come after 2.1, 2.2 after 2.1.3, 2.1 after 1.4."""
        above = self._path
        if path[:-1] == above:
            return path[-1] == 1
        kept = above[: len(path)]
        if len(kept) == len(path) and path[:-1] == kept[:-1]:
            return kept[-1] < path[-1] <= kept[-1] + 2
        return path[-1] == 1 and path[0] in {(above or (0,))[0], (above or (0,))[0] + 1}


def _styles(number: str) -> Sequence[Mark]:
    if "." in number:
        return (Mark.DECIMAL,)
    if number.isdecimal():
        return (Mark.ARABIC,)
    if number.islower():
        return (Mark.LETTER,)
    return (Mark.ROMAN, Mark.UPPER) if set(number) <= set("IVX") else (Mark.UPPER,)
