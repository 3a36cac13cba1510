"""The rows of one table as they come in: what each is, how deep it stands, and what is doubtful of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.sheets.tables.cell_doubts import cell_doubts, shown_words
from tthc_desktop.documents.reading.sheets.tables.headers import Header
from tthc_desktop.documents.reading.sheets.tables.row_doubts import number_doubts, row_doubts, with_duplicates
from tthc_desktop.documents.reading.sheets.tables.sheet_rows import Reader, SheetRow, filled_from_above, sheet_rows
from tthc_desktop.documents.reading.text.tables.building import table_of
from tthc_desktop.documents.reading.text.tables.rows import content_place
from tthc_desktop.models.identity import Id
from tthc_desktop.models.reconciling.incoming import IncomingCell, IncomingRow, IncomingTable, Key
from tthc_desktop.models.table import Role, Row, RowKind, Table, numbers
from tthc_desktop.models.text import plain

Placed = dict[int, Key]
"""For rows of the sheet the table that they went into, "" for what only belongs to the paper."""


def table_in(
    reader: Reader, header: Header, start: int, work_ids: Mapping[tuple[str, int], Id]
) -> tuple[IncomingTable, Placed]:
    """Return the table with its rows, whose lines are numbered from `start` on, and where its rows went."""
    found, noise = sheet_rows(reader, header)
    table = _with_leaves(table_of(reader.columns, [one.raw for one in found]).table, found)
    rows: list[IncomingRow] = []
    beside = _beside(reader)
    for one, row, number in zip(found, table.rows, numbers(table), strict=True):
        shown = reader.view.shown(one.rows[0])
        made = IncomingRow(
            f"{reader.view.sheet.name}!{shown}{beside}", reader.view.sheet.name, shown, row.kind, row.level,
            one.raw.number, _cells(reader, one, row),
            lines=tuple(start + reader.view.shown(at) for at in one.rows),
            work_id=work_ids.get((reader.view.sheet.name, shown), ""),
        )  # fmt: skip
        of_cells = tuple(cell_doubts(reader, one, made))
        doubted = {doubt.address for doubt in of_cells}
        of_row = (doubt for doubt in row_doubts(reader.columns, one.raw, made) if doubt.address not in doubted)
        doubts = (*of_cells, *of_row, *number_doubts(reader, one, made, number))
        rows.append(replace(made, doubts=doubts) if doubts else made)
    placed: Placed = dict.fromkeys(noise, "")
    placed |= dict.fromkeys((row for one in found for row in one.rows), reader.table.key)
    incoming = IncomingTable(
        reader.table.key, reader.view.sheet.name, "", reader.columns, with_duplicates(reader.columns, rows),
        levels=table.levels, continuous=table.continuous, number_in_title=table.number_in_title,
    )  # fmt: skip
    return incoming, placed


def _beside(reader: Reader) -> str:
    """Return what tells the names of rows apart where tables stand beside each other on one sheet."""
    first = reader.table.columns[0] if reader.table.columns else None
    return f":{first.letters}" if first is not None and first.place else ""


def _cells(reader: Reader, one: SheetRow, row: Row) -> Mapping[Id, IncomingCell]:
    filled = set(filled_from_above(reader, one.rows[0]))
    made: dict[Id, IncomingCell] = {}
    for column, place, words in zip(reader.columns, reader.places, one.raw.cells, strict=True):
        said = shown_words(reader.view.seen(one.rows[0], place), str(words), column.role)
        if said:
            address = reader.view.address(one.rows[0], place)
            made[column.id] = IncomingCell(said, address, place in filled and row.kind is not RowKind.GROUP)
    return made


def _with_leaves(table: Table, found: Sequence[SheetRow]) -> Table:
    """Turn groups into tasks that head nothing and are numbered like tasks, as where all that is due is left blank."""
    kind = next((row.kind for row in table.rows if row.kind is not RowKind.GROUP), None)
    roles = {column.role for column in table.columns}
    if kind is None:
        kind = RowKind.TARGET if Role.VALUE in roles else RowKind.TASK
        alike = None
    else:
        alike = {
            (row.level, one.raw.style)
            for row, one in zip(table.rows, found, strict=True)
            if row.kind is not RowKind.GROUP
        }
    rows = list(table.rows)
    content = content_place(table.columns)
    for place, (row, one) in enumerate(zip(table.rows, found, strict=True)):
        heads = place + 1 < len(rows) and rows[place + 1].level > row.level
        numbered = bool(one.raw.number) and not one.raw.across
        fits = alike is None or (row.level, one.raw.style) in alike
        if row.kind is RowKind.GROUP and not heads and numbered and fits and one.raw.cells[content]:
            rows[place] = replace(row, kind=kind, title=plain(""))
    return replace(table, rows=_below_groups(rows) if not any(one.raw.number for one in found) else tuple(rows))


def _below_groups(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows that bear no number with those that are no groups one level below the group above them."""
    made: list[Row] = []
    below = 0
    for row in rows:
        is_group = row.kind is RowKind.GROUP
        below = 1 if is_group else below
        made.append(replace(row, level=0 if is_group else below))
    return tuple(made)
