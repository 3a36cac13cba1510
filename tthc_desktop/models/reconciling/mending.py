"""Incoming rows with what the clerk mended in them: other words, another kind."""

from dataclasses import replace

from tthc_desktop.models.reconciling.incoming import (
    Incoming,
    IncomingCell,
    IncomingRow,
    IncomingTable,
    Matter,
    RowChoice,
    RowChoices,
)
from tthc_desktop.models.table import Column, RowKind


def mended(incoming: Incoming, choices: RowChoices) -> Incoming:
    """Return what comes in with the clerk's words in place of the file's; a mended cell is in no doubt.

    Nor lacks a group what only a task must have.
    """
    if not choices:
        return incoming
    return replace(incoming, tables=tuple(_table(table, choices) for table in incoming.tables))


def _table(table: IncomingTable, choices: RowChoices) -> IncomingTable:
    if not any(row.key in choices for row in table.rows):
        return table
    columns = {column.id: column for column in table.columns}
    rows = tuple(_row(row, choices[row.key], columns) if row.key in choices else row for row in table.rows)
    return replace(table, rows=rows)


def _row(row: IncomingRow, choice: RowChoice, columns: dict[str, Column]) -> IncomingRow:
    cells = dict(row.cells)
    for column_id, words in choice.words.items():
        if column_id not in columns:
            continue
        if words.strip():
            address = cells[column_id].address if column_id in cells else f"{column_id.rpartition(':')[2]}{row.row}"
            cells[column_id] = IncomingCell(words.strip(), address)
        else:
            cells.pop(column_id, None)
    kind = choice.kind or row.kind
    becomes_group = kind is RowKind.GROUP is not row.kind
    doubts = tuple(
        doubt
        for doubt in row.doubts
        if doubt.column_id not in choice.words and not (becomes_group and doubt.matter is Matter.MISSING)
    )
    return replace(row, cells=cells, doubts=doubts, kind=kind)
