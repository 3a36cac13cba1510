"""The cells of one sheet of an .xlsx file, in one pass and without those that only have a look."""

from collections.abc import Mapping
from dataclasses import dataclass

from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.found import LARGEST_COLUMN, LARGEST_ROW, Found, address
from tthc_desktop.documents.reading.sheets.iso_days import iso_day
from tthc_desktop.documents.reading.sheets.look import Shower, seen_day, seen_truth
from tthc_desktop.documents.reading.sheets.xlsx.escapes import unescaped
from tthc_desktop.documents.reading.sheets.xlsx.parts import Shared, Styles, number
from tthc_desktop.documents.reading.sheets.xlsx.strings import StringReader
from tthc_desktop.documents.reading.sheets.xml_events import DamagedXmlError
from tthc_desktop.models.text import clean

_DIGITS = "0123456789"
_LONGEST_VALUE = 1_000_000
"""Excel keeps 32,767 letters in a cell."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What all sheets of a workbook share."""

    styles: Styles
    strings: list[Shared]
    shower: Shower


class CellReader:
    """Takes the events of a sheet and finds its cells and merges."""

    def __init__(self, found: Found, looks: Looks) -> None:
        self.found = found
        self._looks = looks
        self._columns: dict[str, int] = {}
        self._row = self._column = -1
        self._kind = self._style = ""
        self._formula = self._collecting = False
        self._said: list[str] = []
        self._inline: StringReader | None = None

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._collecting = True
        elif name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "f":
            self._formula = True
        elif name == "is":
            self._inline = StringReader()
        elif self._inline:
            self._inline.begin(name, attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        place = attributes.get("r")
        if place is None:
            self._column += 1
        else:
            said = place.rstrip(_DIGITS)
            self._row = int(place[len(said) :]) - 1
            column = self._columns.get(said)
            self._column = column if column is not None else self._column_of(said)
        self._style, self._kind = attributes.get("s", "0"), attributes.get("t", "n")
        self._formula = False

    def _column_of(self, said: str) -> int:
        column = 0
        for letter in said.upper():
            if not "A" <= letter <= "Z":
                raise DamagedXmlError(f"no column {said}")
            column = column * 26 + ord(letter) - ord("A") + 1
        return self._columns.setdefault(said, column - 1)

    def say(self, words: str) -> None:
        if self._collecting:
            self._said.append(words)
            if len(self._said) > 1 and sum(map(len, self._said)) > _LONGEST_VALUE:
                raise DamagedXmlError("a cell without end")
        elif self._inline:
            self._inline.say(words)

    def end(self, name: str) -> None:
        if name == "v":
            self._collecting = False
        elif name == "c":
            if self._said or self._inline or self._formula:
                self._end_cell()
        elif self._inline:
            self._inline.end(name)

    def _end_cell(self) -> None:
        row, column = self._row, self._column
        if not (0 <= row < LARGEST_ROW and 0 <= column < LARGEST_COLUMN):
            raise DamagedXmlError("a cell beyond the sheet")
        value = "".join(self._said)
        font = self._looks.styles.font(number(self._style))
        if self._inline:
            text = next(iter(self._inline.strings), Shared(""))
            seen, font = Seen("", text.words), text.font or font
        elif self._kind == "s" and value:
            text = self._shared(value)
            seen, font = Seen("", text.words), text.font or font
        else:
            seen = self._seen(address(row, column), value)
        self._said, self._inline = [], None
        self._add(row, column, seen, font)

    def _add(self, row: int, column: int, seen: Seen, font: str) -> None:
        if seen.kind is Kind.TEXT and not seen.address:
            if not seen.words.strip() and not self._formula:
                return
            seen = Seen(address(row, column), seen.words)
        self.found.add((row, column), seen)
        if font:
            self.found.fonts[row, column] = font

    def _shared(self, value: str) -> Shared:
        try:
            return self._looks.strings[int(value)]
        except (ValueError, IndexError) as error:
            raise DamagedXmlError("words that the workbook does not have") from error

    def _seen(self, place: str, value: str) -> Seen:
        match self._kind:
            case "str":
                if not value and self._formula:
                    return Seen(place, "", Kind.TEXT)
                return Seen("", unescaped(value))
            case "b":
                return seen_truth(place, value in {"1", "true"})
            case "e":
                return Seen(place, clean(value), Kind.ERROR)
            case "d":
                day = iso_day(value)
                return seen_day(place, day) if day else Seen("", value)
            case _:
                return self._number(place, value)

    def _number(self, place: str, value: str) -> Seen:
        if not value.strip():
            return Seen(place, "", Kind.FORMULA)
        try:
            exact = float(value)
        except ValueError:
            return Seen("", value)
        return self._looks.shower.seen(place, exact, self._looks.styles.code(number(self._style)))

    def _merge(self, area: str) -> None:
        ends = [self._place(end) for end in area.replace("$", "").split(":")]
        (first, start), (last, end) = ends[0], ends[-1]
        self.found.merges.append((min(first, last), max(first, last), min(start, end), max(start, end)))

    def _place(self, said: str) -> tuple[int, int]:
        column = said.rstrip(_DIGITS)
        row = said[len(column) :]
        if not column or not row:
            raise DamagedXmlError(f"no cell {said}")
        return min(int(row), LARGEST_ROW) - 1, min(self._column_of(column), LARGEST_COLUMN - 1)
