"""From a workbook and the tables chosen in it to rows with their doubts; every line of it is accounted for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tthc_desktop.collecting import without_collecting
from tthc_desktop.documents.reading.sheets.book import Book
from tthc_desktop.documents.reading.sheets.tables.cell_doubts import book_doubts
from tthc_desktop.documents.reading.sheets.tables.grid import View, view_of
from tthc_desktop.documents.reading.sheets.tables.headers import Header, header_of
from tthc_desktop.documents.reading.sheets.tables.roles import Titled
from tthc_desktop.documents.reading.sheets.tables.rows_in import table_in
from tthc_desktop.documents.reading.sheets.tables.sheet_rows import Reader
from tthc_desktop.documents.reading.sheets.tables.titles import title_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.models.reconciling.incoming import Incoming, IncomingTable, Key, ProposedColumn, ProposedTable
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import plain

WorkIds = Mapping[tuple[str, int], Id]
"""The tasks and targets that a file of our own names, by sheet and the row that Excel shows."""
_KIND = "KẾ HOẠCH "


def read_tables(book: Book, proposed: Sequence[ProposedTable], work_ids: WorkIds | None = None) -> Incoming:
    """Read the tables that are taken, with the columns they have been given."""
    with without_collecting():
        return _read(book, proposed, work_ids or {})


def _read(book: Book, proposed: Sequence[ProposedTable], work_ids: WorkIds) -> Incoming:
    incoming = Incoming(book.name)
    start = 0
    for sheet in book.sheets:
        view = view_of(sheet)
        incoming = _with_sheet(incoming, view, [one for one in proposed if one.sheet == sheet.name], start, work_ids)
        start += sheet.first_row + len(sheet.rows)
    told = {(doubt.sheet, doubt.address) for table in incoming.tables for row in table.rows for doubt in row.doubts}
    others = tuple(doubt for doubt in book_doubts(book) if (doubt.sheet, doubt.address) not in told)
    return _titled(replace(incoming, doubts=others))


def _with_sheet(
    incoming: Incoming, view: View, proposed: Sequence[ProposedTable], start: int, work_ids: WorkIds
) -> Incoming:
    """Return what comes in with one more sheet, whose lines are numbered from `start` on."""
    lines = _lines(view, start)
    tables: list[IncomingTable] = []
    placed = dict(incoming.placed)
    title, kind = incoming.title, incoming.kind
    behind = 0
    for one in sorted(proposed, key=lambda table: table.start):
        if one.taken:
            above = title_of(view, behind, one.start)
            title = title or (above.title if not incoming.tables and not tables else "")
            kind = kind or above.kind
            table, rows = table_in(_reader(view, one), _header(one), start, work_ids)
            table = replace(table, title=above.title or one.title, attached=above.attached)
            tables.append(table)
            rows |= dict.fromkeys((*above.rows, *range(one.start, one.body)), one.key)
            placed |= {_number(view, row, start): key for row, key in rows.items()}
        behind = max(behind, one.end)
    known = {line.number for line in lines}
    placed = {number: key for number, key in placed.items() if number in known or number <= start}
    return replace(
        incoming, tables=(*incoming.tables, *tables), lines=(*incoming.lines, *lines), placed=placed, title=title,
        kind=kind,
    )  # fmt: skip


def _titled(incoming: Incoming) -> Incoming:
    """Take the name of the paper's kind off the front of a title that begins with it."""
    if incoming.kind or not incoming.title.upper().startswith(_KIND):
        return incoming
    rest = incoming.title[len(_KIND) :].strip(" :–-")
    return replace(incoming, kind=_KIND.strip(), title=f"{rest[:1].upper()}{rest[1:]}")


def _number(view: View, row: int, start: int) -> int:
    return start + view.shown(row)


def _lines(view: View, start: int) -> tuple[SourceLine, ...]:
    found = []
    for row in range(view.height):
        own = view.own_cells(row)
        if own:
            words = " | ".join(" ".join(words.split()) for words in own.values())
            found.append(SourceLine(_number(view, row, start), words))
    return tuple(found)


def _header(table: ProposedTable) -> Header:
    titles = tuple((column.place, Titled(column.title, column.over)) for column in table.columns)
    return header_of(table.start, table.body, titles)


def _reader(view: View, table: ProposedTable) -> Reader:
    kept = [column for column in table.columns if column.role is not None]
    last = max((column.place for column in table.columns), default=-1)
    overflow = tuple(range(last + 1, view.width)) if _is_last(view, table, last) else ()
    columns = tuple(_column(table.key, column) for column in kept)
    return Reader(view, table, columns, tuple(column.place for column in kept), overflow)


def _is_last(view: View, table: ProposedTable, last: int) -> bool:
    """Tell whether nothing but stray cells stands beside the table: no header of another one."""
    return not any(
        view.own(row, column) for row in range(table.start, table.body) for column in range(last + 1, view.width)
    )


def _column(key: Key, column: ProposedColumn) -> Column:
    """Return the column under a name that is the same each time the table is read."""
    title, over = (plain(" ".join(words.split())) for words in (column.title, column.over))
    return Column(f"{key}:{column.letters}", column.role or Role.FREE, title, over)
