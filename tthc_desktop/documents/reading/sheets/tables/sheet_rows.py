"""The rows of a table on a sheet in the one shape that the reader of texts has for them, with where each stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tthc_desktop.documents.reading.sheets.tables.extent import is_foot, is_total
from tthc_desktop.documents.reading.sheets.tables.grid import View
from tthc_desktop.documents.reading.sheets.tables.headers import Header, counts_columns, repeats
from tthc_desktop.documents.reading.sheets.tables.row_numbers import meant
from tthc_desktop.documents.reading.text.tables.marked_off import Cell
from tthc_desktop.documents.reading.text.tables.rows import Raw, content_place, leading_number, number_of, raw_row
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.reconciling.incoming import ProposedTable
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import EMPTY, Run, Text, plain, text

_BULLET = re.compile(r"[-+–•*]\s")
_OUTER = frozenset({Mark.ROMAN, Mark.UPPER})
_OPEN_END = re.compile(r"[,\-/(]$|\([^)]*$")


_plain = lru_cache(1 << 14)(plain)
"""Leads and deadlines stand in many rows."""


@dataclass(slots=True)
class SheetRow:
    """A row of the table: as read, the rows of the sheet it is made of, the number as it was seen."""

    raw: Raw
    rows: list[int]
    number_seen: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read the rows of one table: columns of the plan with their places on the sheet."""

    view: View
    table: ProposedTable
    columns: tuple[Column, ...]
    places: tuple[int, ...]
    overflow: tuple[int, ...] = ()
    """Columns of the sheet behind the table's last one in which some rows have words."""

    def place(self, role: Role) -> int | None:
        """Return the place on the sheet of the first column of a role."""
        pairs = zip(self.columns, self.places, strict=True)
        return next((place for column, place in pairs if column.role is role), None)


def is_noise(reader: Reader, header: Header, row: int) -> bool:
    """Tell whether a row only repeats the header or numbers the columns."""
    return repeats(reader.view, row, header) or counts_columns(reader.view, row)


def sheet_rows(reader: Reader, header: Header) -> tuple[list[SheetRow], set[int]]:
    """Return the rows of the table, and the rows of the sheet that only belong to the paper."""
    found: list[SheetRow] = []
    noise: set[int] = set()
    before = ""
    for row in range(reader.table.body, reader.table.end):
        if is_noise(reader, header, row):
            noise.add(row)
        elif is_foot(reader.view, row) or is_total(reader.view, row) or not _says(reader, row):
            continue
        elif found and _goes_on(reader, row):
            _join(found[-1], reader, row)
        else:
            made = _read(reader, row, before)
            if found and _is_torn(reader, found[-1].raw, made.raw):
                _join(found[-1], reader, row)
            else:
                found.append(made)
                before = made.raw.number or before
    return found, noise


def _says(reader: Reader, row: int) -> bool:
    own = reader.view.own_cells(row)
    return any(place in own for place in (*reader.places, *reader.overflow))


def _goes_on(reader: Reader, row: int) -> bool:
    """Tell whether number and content are those of merged cells above: more lines of the same work."""
    number, content = reader.place(Role.NUMBER), reader.place(Role.CONTENT)
    if content is None or not reader.view.from_above(row, content):
        return False
    return number is None or reader.view.from_above(row, number)


def _is_torn(reader: Reader, before: Raw, raw: Raw) -> bool:
    """Tell whether a row without a number goes on with the one before: as a list, or in the middle of a sentence."""
    if raw.number or raw.across or before.across or reader.place(Role.NUMBER) is None or not before.number:
        return False
    pairs = [(old, new) for old, new in zip(map(str, before.cells), map(str, raw.cells), strict=True) if new]
    return bool(pairs) and all(
        old and (_BULLET.match(new) or new[0].islower() or _OPEN_END.search(old)) for old, new in pairs
    )


def _join(before: SheetRow, reader: Reader, row: int) -> None:
    """Put the words of a further row below those of the row that it goes on with."""
    cells = list(before.raw.cells)
    for at, place in enumerate(reader.places):
        words = reader.view.own(row, place)
        if words:
            cells[at] = plain(f"{cells[at]}\n{words}" if cells[at] else words)
    before.rows.append(row)
    before.raw = replace(before.raw, cells=tuple(cells))


def _read(reader: Reader, row: int, before: str) -> SheetRow:
    view = reader.view
    number = reader.place(Role.NUMBER)
    pairs = zip(reader.columns, reader.places, strict=True)
    cells = [Cell(_text(reader, row, place, column.role), (row,)) for column, place in pairs]
    seen = ""
    if number is not None and view.own(row, number):
        seen = view.own(row, number)
        at = reader.places.index(number)
        if not any(run.bold for run in cells[at].text.runs):
            cells[at] = Cell(plain(meant(view.seen(row, number), before)), (row,))
    if number_of(seen)[1] in _OUTER and _says_only(reader, row, Role.NUMBER, Role.CONTENT):
        cells = [cell if view.own(row, place) else Cell() for cell, place in zip(cells, reader.places, strict=True)]
    own = view.own_cells(row)
    more = [Cell(plain(own[place]), (row,)) for place in reader.overflow if place in own]
    raw = raw_row([*cells, *more], reader.columns)
    return SheetRow(raw if number is not None else _numbered(raw, reader), [row], seen)


def _says_only(reader: Reader, row: int, *roles: Role) -> bool:
    """Tell whether nothing but the columns of these roles has words of its own in a row."""
    pairs = zip(reader.columns, reader.places, strict=True)
    own = reader.view.own_cells(row)
    return not any(place in own for column, place in pairs if column.role not in roles)


def _numbered(raw: Raw, reader: Reader) -> Raw:
    """Return a row of a table without numbers with the one that its content begins with, which stays in the words."""
    if raw.across:
        return raw
    number, style, _ = leading_number(str(raw.cells[content_place(reader.columns)]))
    return replace(raw, number=number, style=style)


def _text(reader: Reader, row: int, place: int, role: Role) -> Text:
    """Return the words of a cell; those of one that reaches over other columns stand in its first only, in bold."""
    view = reader.view
    if view.from_left(row, place):
        return EMPTY
    if role is Role.NUMBER and view.from_above(row, place):
        return EMPTY
    words = view.words(row, place)
    if not words:
        return EMPTY
    return text((Run(words, bold=True),)) if _reaches(view, row, place, reader.places) else _plain(words)


def _reaches(view: View, row: int, place: int, places: Sequence[int]) -> bool:
    """Tell whether a cell reaches over most of the table."""
    last = view.last_column(row, place)
    if last == place:
        return False
    covered = sum(place <= other <= last for other in places)
    return covered > 1 and covered * 2 >= len(places)


def filled_from_above(reader: Reader, row: int) -> Iterator[int]:
    """Yield the places of the cells whose words are those of a merged cell that begins above."""
    yield from (place for place in reader.places if reader.view.from_above(row, place))


def over_columns(reader: Reader, row: int) -> Mapping[int, int]:
    """Return the places of cells that reach over further columns of the table, with how many they cover."""
    view = reader.view
    found = {}
    for place in reader.places:
        last = view.last_column(row, place)
        if last > place and view.own(row, place):
            covered = sum(place <= other <= last for other in reader.places)
            if covered > 1:
                found[place] = covered
    return found
