"""The cells of one sheet of an .xlsx file, in one pass and without those that only have a look."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tthc_desktop.documents.limits import LARGEST_COLUMN, LARGEST_ROW
from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.found import Found, letters
from tthc_desktop.documents.reading.sheets.iso_moments import iso_moment
from tthc_desktop.documents.reading.sheets.look import Shower, seen_day, seen_truth
from tthc_desktop.documents.reading.sheets.xlsx.escapes import unescaped
from tthc_desktop.documents.reading.sheets.xlsx.parts import Shared, Styles, number
from tthc_desktop.documents.reading.sheets.xlsx.pieces import Wanted, read_pieces
from tthc_desktop.documents.reading.sheets.xlsx.strings import LONGEST_STRING, string_of
from tthc_desktop.documents.reading.sheets.xml_events import DamagedXmlError, Stream
from tthc_desktop.models.text import clean

_DIGITS = "0123456789"
_WANTED = Wanted("worksheet", "sheetData", "row")


@dataclass(frozen=True, slots=True)
class Looks:
    """What all sheets of a workbook share."""

    styles: Styles
    strings: list[Shared]
    shower: Shower


class CellReader:
    """Finds the cells and merges of one sheet."""

    def __init__(self, found: Found, looks: Looks) -> None:
        self.found = found
        self._looks, self._strings = looks, looks.strings
        self._codes: dict[str, str] = {}
        self._fonts = "".join(looks.styles.fonts)
        self._columns: dict[str, int] = {}
        self._row = -1

    def read(self, stream: Stream) -> None:
        read_pieces(stream, _WANTED, self._take_row, self._begin)

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _take_row(self, element: Element) -> None:
        if element.tag != "row":
            return
        said = element.get("r")
        self._row = int(said) - 1 if said else self._row + 1
        column = -1
        for cell in element:
            place = cell.get("r")
            column += 1
            if len(cell):
                row, column = self._place(place) if place else (self._row, column)
                self._take_cell(row, column, cell)

    def _take_cell(self, row: int, column: int, cell: Element) -> None:
        if not (0 <= row < LARGEST_ROW and 0 <= column < LARGEST_COLUMN):
            raise DamagedXmlError("a cell beyond the sheet")
        place = f"{letters(column)}{row + 1}"
        kind, font = cell.get("t", "n"), ""
        value = cell[0].text if len(cell) == 1 and cell[0].tag == "v" else None
        if value and kind == "s":
            text = self._shared(value)
            seen, font = Seen(place, text.words), text.font
        elif value and kind == "n":
            seen = self._number(place, value, cell.get("s", "0"))
        else:
            seen, font = self._other_cell(place, cell)
        if seen.words or seen.kind is not Kind.TEXT:
            self.found.add((row, column), seen)
            if font or (font := self._fonts and self._looks.styles.font(number(cell.get("s")))):
                self.found.fonts[row, column] = font

    def _other_cell(self, place: str, cell: Element) -> tuple[Seen, str]:
        """Return a cell whose words are its own, or that has a number or a formula."""
        value, inline, formula = _parts(cell)
        kind = cell.get("t", "n")
        if inline is not None or (kind == "s" and value):
            text = self._shared(value) if inline is None else string_of(inline)
            return Seen(place, text.words), text.font
        if not value and not formula:
            return Seen(place), ""
        return self._seen(place, kind, value, cell.get("s", "0")), ""

    def _shared(self, value: str) -> Shared:
        index = int(value)
        if not 0 <= index < len(self._strings):
            raise DamagedXmlError("words that the workbook does not have")
        return self._strings[index]

    def _seen(self, place: str, kind: str, value: str, style: str) -> Seen:
        match kind:
            case "str":
                return Seen(place, unescaped(value))
            case "b":
                return seen_truth(place, value in {"1", "true"})
            case "e":
                return Seen(place, clean(value), Kind.ERROR)
            case "d":
                day = iso_moment(value)
                return seen_day(place, day) if day else Seen(place, value)
            case _ if not value.strip():
                return Seen(place, "", Kind.FORMULA)
            case _:
                return self._number(place, value, style)

    def _number(self, place: str, value: str, style: str) -> Seen:
        try:
            exact = float(value)
        except ValueError:
            return Seen(place, value)
        code = self._codes.get(style)
        if code is None:
            code = self._codes[style] = self._looks.styles.code(number(style))
        return self._looks.shower.seen(place, exact, code)

    def _merge(self, area: str) -> None:
        ends = [self._place(end) for end in area.replace("$", "").split(":")]
        (first, start), (last, end) = ends[0], ends[-1]
        found = min(first, last), max(first, last), min(start, end), max(start, end)
        if found[1] >= LARGEST_ROW or found[3] >= LARGEST_COLUMN:
            raise DamagedXmlError("a merged cell beyond the sheet")
        self.found.merges.append(found)

    def _place(self, said: str) -> tuple[int, int]:
        """Return the row and the column of a cell by its address."""
        column = said.rstrip(_DIGITS)
        known = self._columns.get(column)
        if known is None:
            known = self._columns[column] = column_of(column)
        return int(said[len(column) :]) - 1, known


def _parts(cell: Element) -> tuple[str, Element | None, bool]:
    """Return a cell's value, the words it does not share, and whether it has a formula."""
    value, inline, formula = "", None, False
    for part in cell:
        if part.tag == "v":
            value = part.text or ""
        elif part.tag == "f":
            formula = True
        elif part.tag == "is":
            inline = part
    if len(value) > LONGEST_STRING:
        raise DamagedXmlError("a cell without end")
    return value, inline, formula


def column_of(said: str) -> int:
    """Return the number of a column from 0 by its letters."""
    column = 0
    for letter in said.upper():
        if not "A" <= letter <= "Z":
            raise DamagedXmlError(f"no column {said}")
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
