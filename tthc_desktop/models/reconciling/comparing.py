"""Incoming tables held against a plan: row by row and cell by cell, before anything is written."""

from collections.abc import Mapping, Sequence

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.fitting import best_table, fitted
from tthc_desktop.models.reconciling.incoming import Incoming, IncomingRow, IncomingTable
from tthc_desktop.models.reconciling.pairing import Pairs, Side, paired, paths
from tthc_desktop.models.reconciling.text_rows import text_table, without_new_rows
from tthc_desktop.models.reconciling.values import CellChange, Fate, Into, Reconciliation, RowChange, TableMatch
from tthc_desktop.models.reconciling.words import about, content_column, key_of, row_words, same
from tthc_desktop.models.table import Role, Row, RowKind, Table

_CLEARED = "Ô để trống trong tệp không xóa chữ đang có, trừ khi bạn chọn."


def reconcile(plan: Plan | None, incoming: Incoming, into: Into | None = None) -> Reconciliation:
    """Return what taking the tables into the plan would do; without a plan every row is new."""
    chosen = into or {}
    if plan is None:
        return Reconciliation("", incoming, tuple(map(_as_new, incoming.tables)))
    known = {table.id: table for table, _ in tables(plan)}
    in_text = text_table(plan)
    if in_text:
        known[in_text.id] = in_text
    targets = [
        chosen[table.key] if table.key in chosen else table.key if table.key in known else best_table(plan, table)
        for table in incoming.tables
    ]
    left = {id_: {row.id for row in known[id_].rows} for id_ in targets if id_ in known}
    matches: list[TableMatch] = []
    for at, (table, id_) in enumerate(zip(incoming.tables, targets, strict=True)):
        if id_ not in known:
            matches.append(_as_new(table))
            continue
        is_last = id_ not in targets[at + 1 :]
        match = _match(plan, known[id_], table, left[id_], is_last=is_last)
        matches.append(without_new_rows(match) if in_text and id_ == in_text.id else match)
    return Reconciliation(plan.id, incoming, tuple(matches))


def _as_new(table: IncomingTable) -> TableMatch:
    return TableMatch(table, rows=tuple(_new(row, table) for row in table.rows))


def _new(row: IncomingRow, table: IncomingTable) -> RowChange:
    return RowChange(row.key, Fate.NEW, row, words=about(row, table.columns), taken=row.good, doubt=_trouble(row))


def _trouble(row: IncomingRow) -> str:
    return next((doubt.text for doubt in row.doubts if doubt.grave), "")


def _match(plan: Plan, table: Table, incoming: IncomingTable, left: set[Id], *, is_last: bool) -> TableMatch:
    """Hold one table against the plan's; `left` are the plan's rows that nothing has been paired with so far."""
    columns = fitted(table.columns, incoming.columns)
    said = {row.id: row_words(plan, table, row) for row in table.rows}
    numbers = {column.id for column in incoming.columns if column.role is Role.NUMBER}
    shared = {new: old for new, old in columns.items() if new not in numbers}
    pairs = paired(_sides(table, said, shared, left), _incoming_sides(incoming, shared))
    rows = {row.id: row for row in table.rows}
    changes = [
        _changed(row, rows[pairs.found[row.key]], said, shared, incoming, pairs)
        if row.key in pairs.found
        else _new(row, incoming)
        for row in incoming.rows
    ]
    left -= set(pairs.found.values())
    if is_last:
        changes += [_gone(row, table, said) for row in table.rows if row.id in left]
    lacking = tuple(column for column in incoming.columns if column.id not in columns and column.id not in numbers)
    return TableMatch(incoming, table.id, columns, lacking, tuple(changes))


def _gone(row: Row, table: Table, said: Mapping[Id, Mapping[Id, str]]) -> RowChange:
    content = content_column(table.columns)
    return RowChange(row.id, Fate.GONE, row_id=row.id, words=said[row.id][content.id] if content else "")


def _changed(
    row: IncomingRow,
    old: Row,
    said: Mapping[Id, Mapping[Id, str]],
    shared: Mapping[Id, Id],
    incoming: IncomingTable,
    pairs: Pairs,
) -> RowChange:
    titles = {column.id: str(column.title) for column in incoming.columns}
    cells = []
    for new_id, old_id in shared.items():
        cell = row.cells.get(new_id)
        now, then = said[old.id][old_id], cell.words if cell else ""
        if not same(now, then):
            address = cell.address if cell else f"{new_id.rpartition(':')[2]}{row.row}"
            cells.append(CellChange(new_id, titles[new_id], now, then, address, taken=bool(then)))
    doubt = pairs.doubts.get(row.key, "") or (_trouble(row) if cells else "")
    cleared = any(not cell.taken for cell in cells)
    return RowChange(
        row.key, Fate.CHANGED if cells else Fate.SAME, row, old.id, about(row, incoming.columns), tuple(cells),
        doubt or (_CLEARED if cleared else ""), taken=bool(cells) and row.good and row.key not in pairs.doubts,
    )  # fmt: skip


def _sides(table: Table, said: Mapping[Id, Mapping[Id, str]], shared: Mapping[Id, Id], left: set[Id]) -> Sequence[Side]:
    content = content_column(table.columns)
    keys = {row.id: key_of(said[row.id][content.id]) if content else "" for row in table.rows}
    above = paths((row.id, row.level, row.kind is RowKind.GROUP, keys[row.id]) for row in table.rows)
    return [
        Side(
            row.id, row.kind is RowKind.GROUP, keys[row.id],
            tuple(key_of(said[row.id][old]) for old in shared.values()), above[row.id],
            row.task_id or row.target_id or row.id,
        )
        for row in table.rows
        if row.id in left
    ]  # fmt: skip


def _incoming_sides(incoming: IncomingTable, shared: Mapping[Id, Id]) -> Sequence[Side]:
    content = content_column(incoming.columns)
    words = {row.key: {id_: key_of(cell.words) for id_, cell in row.cells.items()} for row in incoming.rows}
    keys = {row.key: words[row.key].get(content.id, "") if content else "" for row in incoming.rows}
    above = paths((row.key, row.level, row.kind is RowKind.GROUP, keys[row.key]) for row in incoming.rows)
    return [
        Side(
            row.key, row.kind is RowKind.GROUP, keys[row.key],
            tuple(words[row.key].get(new, "") for new in shared), above[row.key], row.work_id, not row.good,
        )
        for row in incoming.rows
    ]  # fmt: skip
