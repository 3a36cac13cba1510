"""One sheet of our own export as a table again: title, columns and rows as they are now."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tthc_desktop.documents.own_sheets.marks import ATTACHED, HEAD, LABEL, OVER, ROW, TITLE
from tthc_desktop.documents.own_sheets.records import KeptRow, KeptTable
from tthc_desktop.documents.own_sheets.words import settled
from tthc_desktop.documents.reading.sheets.book import Seen, Sheet
from tthc_desktop.documents.reading.sheets.found import letters
from tthc_desktop.documents.reading.sheets.own.lines import Lines
from tthc_desktop.documents.reading.sheets.own.marks import Marks, raw
from tthc_desktop.documents.reading.sheets.own.rows import Place, RowReader
from tthc_desktop.documents.reading.sheets.own.works import Works
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Appendix
from tthc_desktop.models.table import Column, Role, Row
from tthc_desktop.models.text import Text, plain

Line = tuple[Seen, ...]


class Taken(NamedTuple):
    """What all sheets of a plan add to."""

    works: Works
    lines: Lines
    rows: set[Id]
    """The rows met so far, and the tables and appendices below."""
    owners: set[Id]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The sheet of a table, the letters of its columns and the numbers of its rows, as Excel shows them."""

    sheet: str
    columns: Mapping[Id, str]
    rows: Mapping[Id, int]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A sheet as an appendix with one table."""

    appendix: Appendix
    where: Whereabouts
    new_rows: frozenset[Id]
    gone_columns: frozenset[Id]


def read_table(sheet: Sheet, marks: Marks, kept: KeptTable, rows: Sequence[KeptRow], taken: Taken) -> ReadTable:
    """Read a sheet; a second one that claims to be the same table is a copy, and all in it is new."""
    heads = _heads(sheet, marks)
    table_id = _own(kept.table.id, taken.owners)
    appendix_id = _own(kept.appendix_id or new_id(), taken.owners)
    places = [*_places(marks, kept, heads)]
    if table_id != kept.table.id:
        places = [place._replace(column=replace(place.column, id=new_id())) for place in places]
    reader = RowReader(sheet, kept.table, rows, places, taken)
    begun = max([at for at, _ in heads.values()], default=marks.line)
    known = {LABEL: appendix_id, TITLE: appendix_id, ATTACHED: appendix_id, OVER: table_id, HEAD: table_id}
    found: list[Row] = []
    lines: dict[Id, int] = {}
    for at, line in enumerate(sheet.rows):
        mark, id_ = marks.of_line(line)
        owner = known.get(mark)
        if mark == ROW or (at > begun and owner is None and _says(line, places)):
            found.append(reader.read(line, id_, at))
            owner = found[-1].id
            lines[owner] = sheet.first_row + at + 1
            reader.check_day(line, marks.due, id_)
        if at != marks.line:
            taken.lines.add(sheet, _visible(line, marks), owner)
    columns = tuple(place.column for place in places if place.column.id)
    table = replace(kept.table, id=table_id, columns=columns, rows=tuple(found))
    title, attached = (_title(heads.get(mark), words, places) for mark, words in _lines_above(kept))
    appendix = Appendix(appendix_id, title, attached, kept.landscape, (table,))
    gone = {*range(len(kept.table.columns))} - {place.exported for place in places}
    _tell_gone(sheet, kept, gone, taken.lines)
    where = Whereabouts(sheet.name, {one.column.id: letters(sheet.first_column + one.at) for one in places}, lines)
    return ReadTable(appendix, where, frozenset(reader.new_rows), frozenset(kept.table.columns[at].id for at in gone))


def _lines_above(kept: KeptTable) -> tuple[tuple[str, Text], ...]:
    return (TITLE, kept.title), (ATTACHED, kept.attached)


def _own(id_: Id, taken: set[Id]) -> Id:
    """Return an identity, or a new one for the second sheet that claims it."""
    found = new_id() if id_ in taken else id_
    taken.add(found)
    return found


def _visible(line: Line, marks: Marks) -> Line:
    return tuple(seen for at, seen in enumerate(line) if at not in {marks.at, marks.due})


def _says(line: Line, places: Collection[Place]) -> bool:
    return any(line[place.at].words and not line[place.at].fills for place in places)


def _heads(sheet: Sheet, marks: Marks) -> Mapping[str, tuple[int, Line]]:
    """Return the lines above the rows by their marks."""
    found: dict[str, tuple[int, Line]] = {}
    for at, line in enumerate(sheet.rows):
        mark = marks.of_line(line)[0]
        if mark in {LABEL, TITLE, ATTACHED, OVER, HEAD}:
            found.setdefault(mark, (at, line))
    return found


def _title(head: tuple[int, Line] | None, exported: Text, places: Sequence[Place]) -> Text:
    """Return the words of a line above the table, as exported unless they were changed."""
    if head is None:
        return exported
    words = next((raw(head[1][place.at]) for place in places if head[1][place.at].words), "")
    same = settled(words) in {settled(str(exported)), settled(str(exported).upper())}
    return exported if same else plain(words)


def _places(marks: Marks, kept: KeptTable, heads: Mapping[str, tuple[int, Line]]) -> Iterator[Place]:
    """Yield the columns of the sheet from left to right; one without a mark that has a heading is new."""
    known = {column.id: (place, column) for place, column in enumerate(kept.table.columns)}
    over, head = (heads[mark][1] if mark in heads else None for mark in (OVER, HEAD))
    above = plain("")
    for at in sorted([*marks.columns, *marks.free]):
        found = known.get(marks.columns.get(at, ""))
        if found is None:
            words = next((raw(line[at]) for line in (head, over) if line and line[at].words), "")
            if words or at < marks.at:
                yield Place(at, None, Column(new_id(), Role.FREE, plain(words)))
            continue
        place, column = found
        title_line = head if column.over or over is None or not over[at].words else over
        if title_line is not None:
            column = replace(column, title=_as_shown(title_line[at], column.title))
        if column.over and over is not None:
            above = _as_shown(over[at], column.over) if over[at].words and not over[at].fills else above
            column = replace(column, over=above)
        yield Place(at, place, column)


def _as_shown(seen: Seen, exported: Text) -> Text:
    return exported if settled(raw(seen)) == settled(str(exported)) else plain(raw(seen))


def _tell_gone(sheet: Sheet, kept: KeptTable, gone: Collection[int | None], lines: Lines) -> None:
    for at, column in enumerate(kept.table.columns):
        if at in gone:
            name = " ".join(str(column.title).split()) or "không tên"
            lines.doubt(sheet, "", f"Cột “{name}” đã bị xóa khỏi trang này. Nếu không cố ý, hãy xuất lại rồi sửa.")
