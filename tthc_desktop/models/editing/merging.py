"""Merged cells of a table: which rows share a cell, merging and dividing, and keeping merges sound."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Column, Role, Row, RowKind

Leaders = dict[tuple[Id, Id], Id]
"""For a row and a column: the row in which their merged cell begins."""


def run(rows: Sequence[Row], place: int, column_id: Id) -> tuple[int, int]:
    """Return the first row and the end of the rows whose cell in this column is one with this row's."""
    first, end = place, place + 1
    while first and goes_on(rows, first, column_id):
        first -= 1
    while end < len(rows) and goes_on(rows, end, column_id):
        end += 1
    return first, end


def run_in_sight(rows: Sequence[Row], place: int, column_id: Id, hidden: Collection[Id]) -> tuple[int, int]:
    """Return the part of such rows, around this one, that no filter hides."""
    start, stop = run(rows, place, column_id)
    first, end = place, place + 1
    while first > start and rows[first - 1].id not in hidden:
        first -= 1
    while end < stop and rows[end].id not in hidden:
        end += 1
    return first, end


def reaches(rows: Sequence[Row], places: Iterable[int], column_ids: Collection[Id], hidden: Collection[Id]) -> bool:
    """Tell whether a merged cell at these places goes on in rows that a filter hides."""
    return bool(hidden) and any(
        row.id in hidden
        for place in places
        for column_id in column_ids
        for row in rows[slice(*run(rows, place, column_id))]
    )


def goes_on(rows: Sequence[Row], place: int, column_id: Id) -> bool:
    """Tell whether a row's cell is one with the cell above it."""
    return place > 0 and column_id in rows[place].continues and _may_go_on(rows[place - 1], rows[place])


def _may_go_on(above: Row, row: Row) -> bool:
    return above.kind is not RowKind.GROUP and row.kind is not RowKind.GROUP


def sound(before: Sequence[Row], after: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows after an edit; a cell goes on only where the row above was part of the same merged cell.

    A row that is new goes on with whatever stands above it.
    """
    leaders = _leaders(before)
    known = {row.id for row in before}
    made: list[Row] = []
    for row in after:
        made.append(_mended(leaders, known, made[-1] if made else None, row) if row.continues else row)
    return tuple(made)


def _mended(leaders: Leaders, known: set[Id], above: Row | None, row: Row) -> Row:
    kept = []
    for column_id in row.continues if above is not None and _may_go_on(above, row) else ():
        assert above is not None
        leader = leaders.get((above.id, column_id), above.id)
        if row.id not in known:
            leaders[row.id, column_id] = leader
        if leaders.get((row.id, column_id), row.id) == leader:
            kept.append(column_id)
    return row if len(kept) == len(row.continues) else replace(row, continues=tuple(kept))


def _leaders(rows: Sequence[Row]) -> Leaders:
    found: Leaders = {}
    for place, row in enumerate(rows):
        for column_id in row.continues:
            if goes_on(rows, place, column_id):
                above = rows[place - 1].id
                found[row.id, column_id] = found.get((above, column_id), above)
    return found


def mergeable(rows: Sequence[Row], places: Sequence[int], columns: Iterable[Column]) -> list[Column]:
    """Return the columns in which these rows can share a cell, or say why there are none."""
    if len(places) < 2 or places[-1] - places[0] != len(places) - 1:
        raise UserError("Chưa chọn các ô để gộp.", "Hãy chọn từ hai ô liền nhau trở lên trong một cột rồi gộp.")
    if any(rows[place].kind is RowKind.GROUP for place in places):
        raise UserError("Không gộp được ô với hàng nhóm.", "Hãy chọn các ô nằm giữa hai hàng nhóm.")
    found = [column for column in columns if column.role is not Role.NUMBER]
    if not found:
        raise UserError("Không gộp được cột số thứ tự.", "Số thứ tự được tính tự động cho từng hàng.")
    return found


def merged(rows: Sequence[Row], places: Sequence[int], column_ids: Collection[Id]) -> tuple[Row, ...]:
    """Return the rows with those at `places` sharing one cell in each of these columns."""
    below = set(places[1:])
    return tuple(
        replace(row, continues=tuple(dict.fromkeys((*row.continues, *column_ids)))) if place in below else row
        for place, row in enumerate(rows)
    )


def divided(rows: Sequence[Row], places: Iterable[int], column_ids: Collection[Id]) -> tuple[Row, ...]:
    """Return the rows with every merged cell that lies at these places taken apart."""
    apart: dict[int, set[Id]] = {}
    for place in places:
        for column_id in column_ids:
            for part in range(*run(rows, place, column_id)):
                apart.setdefault(part, set()).add(column_id)
    return tuple(without(row, apart.get(place, ())) for place, row in enumerate(rows))


def without(row: Row, column_ids: Collection[Id]) -> Row:
    """Return the row with cells of its own in these columns."""
    kept = tuple(column_id for column_id in row.continues if column_id not in column_ids)
    return row if len(kept) == len(row.continues) else replace(row, continues=kept)
