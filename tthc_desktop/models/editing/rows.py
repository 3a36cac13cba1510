"""Edits of a table's rows as a clerk does them: in groups, with all below them, without breaking merged cells.

`row_ids` are the chosen rows. What is done to a row that others stand below is done to those too.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.members import unknown
from tthc_desktop.models.editing.merging import goes_on, sound
from tthc_desktop.models.editing.row_kinds import NewRow, copied, gathered, new_row, turned, usual_kind
from tthc_desktop.models.editing.tables import find_table, insert_rows, move_rows, set_cells, with_table
from tthc_desktop.models.editing.tasks import forget_unprinted, with_printed
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Row, RowKind, Table
from tthc_desktop.models.text import Text, plain

DEEPEST = 8
"""The level below which no row is put by hand."""


class Made(NamedTuple):
    """A plan with the rows that are new in it."""

    plan: Plan
    row_ids: tuple[Id, ...]


def end_below(rows: Sequence[Row], place: int) -> int:
    """Return where the rows that stand below one end."""
    end = place + 1
    while end < len(rows) and rows[end].level > rows[place].level:
        end += 1
    return end


def places_of(table: Table, row_ids: Collection[Id]) -> list[int]:
    """Return where the chosen rows stand, in order."""
    wanted = frozenset(row_ids)
    found = [place for place, row in enumerate(table.rows) if row.id in wanted]
    if len(found) < len(wanted):
        raise unknown("hàng này của bảng")
    return found


def blocks(table: Table, row_ids: Collection[Id]) -> list[tuple[int, int]]:
    """Return the chosen rows with all below them, as spans that neither overlap nor touch a row twice."""
    spans: list[tuple[int, int]] = []
    for place in places_of(table, row_ids):
        if not spans or place >= spans[-1][1]:
            spans.append((place, end_below(table.rows, place)))
    return spans


def add_above(plan: Plan, table_id: Id, row_ids: Collection[Id]) -> Made:
    """Put as many new rows above the first chosen row as are chosen."""
    table = find_table(plan, table_id)
    places = places_of(table, row_ids)
    place = places[0] if places else 0
    level = table.rows[place].level if places else 0
    return _added(plan, table, place, [level] * max(len(places), 1))


def add_below(plan: Plan, table_id: Id, row_ids: Collection[Id]) -> Made:
    """Put as many new rows below the last chosen row as are chosen: into a group, or beside a row."""
    table = find_table(plan, table_id)
    places = places_of(table, row_ids)
    if not places:
        return _added(plan, table, len(table.rows), [_last_level(table)])
    last = table.rows[places[-1]]
    if last.kind is RowKind.GROUP:
        return _added(plan, table, places[-1] + 1, [last.level + 1] * len(places))
    return _added(plan, table, end_below(table.rows, places[-1]), [last.level] * len(places))


def _last_level(table: Table) -> int:
    if not table.rows:
        return 0
    return table.rows[-1].level + (table.rows[-1].kind is RowKind.GROUP)


def _added(plan: Plan, table: Table, place: int, levels: Sequence[int]) -> Made:
    kind = usual_kind(table, place)
    new = [new_row(kind, level) for level in levels]
    shared = _runs_through(plan, table, place)
    new = [one._replace(row=replace(one.row, continues=tuple(column.id for column in shared))) for one in new]
    made = _inserted(plan, table.id, place, new)
    words = {(row_id, column.id): said for row_id in made.row_ids for column, said in shared.items() if said}
    return made._replace(plan=set_cells(made.plan, table.id, words)) if words else made


def _runs_through(plan: Plan, table: Table, place: int) -> dict[Column, Text]:
    """Return the columns in which a merged cell lies across this place, with its words."""
    if place >= len(table.rows):
        return {}
    through = [column for column in table.columns if goes_on(table.rows, place, column.id)]
    return {column: cell(plan, table.rows[place], column) for column in through}


def _inserted(plan: Plan, table_id: Id, place: int, new: Collection[NewRow]) -> Made:
    parts = gathered(new)
    made = insert_rows(plan, table_id, place, parts.rows, tasks=parts.tasks, targets=parts.targets)
    return Made(made, tuple(row.id for row in parts.rows))


def add_group(plan: Plan, table_id: Id, row_ids: Collection[Id], title: str = "") -> Made:
    """Put a new group above the chosen rows, which then stand in it with the rows beside them."""
    table = find_table(plan, table_id)
    places = places_of(table, row_ids)
    place = places[0] if places else len(table.rows)
    first = table.rows[place] if places else None
    level = 0 if first is None else first.level if first.kind is RowKind.GROUP else max(first.level - 1, 0)
    made = _inserted(plan, table_id, place, [new_row(RowKind.GROUP, level, {"title": plain(title)})])
    return made._replace(plan=_with_members(made.plan, table_id, made.row_ids[0]))


def _with_members(plan: Plan, table_id: Id, group_id: Id) -> Plan:
    """Take the rows that follow a new group on its own level into it; a table without groups so far numbers them."""
    table = find_table(plan, table_id)
    (place,) = places_of(table, (group_id,))
    group, end = table.rows[place], place + 1
    while end < len(table.rows) and _follows(table.rows[end], group.level):
        end += 1
    first = table.rows[place + 1] if end > place + 1 else None
    step = 1 if first is not None and first.level == group.level else 0
    rows = tuple(_deeper(row, step) if place < at < end else row for at, row in enumerate(table.rows))
    alone = all(row.kind is not RowKind.GROUP or row is group for row in table.rows)
    levels = (Mark.ROMAN, *table.levels) if alone and len(table.levels) == 1 else table.levels
    return with_table(plan, replace(table, rows=rows if step else table.rows, levels=levels))


def _follows(row: Row, level: int) -> bool:
    return row.level > level or (row.level == level and row.kind is not RowKind.GROUP)


def _deeper(row: Row, step: int) -> Row:
    return replace(row, level=min(max(row.level + step, 0), DEEPEST)) if step else row


def move(plan: Plan, table_id: Id, row_ids: Collection[Id], step: int) -> Plan:
    """Move the chosen rows one place up (-1) or down (1); past the edge of their group into the next one."""
    table = find_table(plan, table_id)
    spans = blocks(table, row_ids)
    if not spans:
        return plan
    first, end = spans[0][0], spans[-1][1]
    level = min(row.level for row in table.rows[first:end])
    place = _place_above(table.rows, first, level) if step < 0 else _place_below(table.rows, end, level)
    if place is None:
        return plan
    ids = frozenset(row.id for row in table.rows[first:end])
    return _fitted(move_rows(plan, table_id, ids, place), table_id, ids)


def _place_above(rows: Sequence[Row], first: int, level: int) -> int | None:
    place = first - 1
    while place > 0 and rows[place].level > level:
        place -= 1
    if place < 0 or (place == 0 and rows[0].level < level):
        return None
    return place


def _place_below(rows: Sequence[Row], end: int, level: int) -> int | None:
    if end >= len(rows):
        return None
    return end_below(rows, end) if rows[end].level >= level else end + 1


def _fitted(plan: Plan, table_id: Id, moved: Collection[Id]) -> Plan:
    """Lift moved rows that would stand more than one level below the row before them."""
    table = find_table(plan, table_id)
    places = places_of(table, moved)
    deepest = table.rows[places[0] - 1].level + 1 if places[0] else 0
    over = table.rows[places[0]].level - deepest
    if over <= 0:
        return plan
    rows = tuple(_deeper(row, -over) if row.id in moved else row for row in table.rows)
    return with_table(plan, replace(table, rows=rows))


def shift(plan: Plan, table_id: Id, row_ids: Collection[Id], step: int) -> Plan:
    """Put the chosen rows one level further out (-1) or in (1)."""
    table = find_table(plan, table_id)
    spans = blocks(table, row_ids)
    for start, end in spans:
        _may_shift(table.rows, start, end, step)
    inside = {place for start, end in spans for place in range(start, end)}
    rows = tuple(_deeper(row, step) if place in inside else row for place, row in enumerate(table.rows))
    return with_table(plan, replace(table, rows=rows)) if spans and step else plan


def _may_shift(rows: Sequence[Row], start: int, end: int, step: int) -> None:
    if step < 0 and rows[start].level == 0:
        raise UserError("Không nâng được hàng lên cao hơn cấp ngoài cùng.", "Hàng này đã ở cấp cao nhất.")
    if step > 0 and (start == 0 or rows[start].level > rows[start - 1].level):
        advice = "Mỗi hàng chỉ thấp hơn hàng ngay trên nó nhiều nhất một cấp."
        raise UserError("Không hạ được cấp của hàng này.", advice)
    if step > 0 and max(row.level for row in rows[start:end]) >= DEEPEST:
        raise UserError("Bảng đã có quá nhiều cấp.", "Hãy nâng cấp các hàng phía trên trước.")


def duplicate(plan: Plan, table_id: Id, row_ids: Collection[Id]) -> Made:
    """Put copies of the chosen rows, with all below them, behind them."""
    table = find_table(plan, table_id)
    spans = blocks(table, row_ids)
    chosen = [row for start, end in spans for row in table.rows[start:end]]
    place = spans[-1][1] if spans else 0
    inside = {row.id for row in chosen}
    new = []
    for at, row in enumerate(chosen):
        inherits = at > 0 and _together(table, chosen[at - 1], row) and row.id in inside
        new.append(copied(plan, row if inherits else replace(row, continues=())))
    return _inserted(plan, table_id, place, new)


def _together(table: Table, above: Row, row: Row) -> bool:
    place = table.rows.index(row)
    return place > 0 and table.rows[place - 1] is above


def turn_into(plan: Plan, table_id: Id, row_ids: Collection[Id], kind: RowKind) -> Plan:
    """Turn rows into another kind; a new group takes in the rows beside it, the rows of a former one come out."""
    table = find_table(plan, table_id)
    changing = [row for place in places_of(table, row_ids) if (row := table.rows[place]).kind is not kind]
    if not changing:
        return plan
    made = {row.id: turned(plan, table, row, kind) for row in changing}
    lifted = _members(table, changing)
    rows = [made[row.id].row if row.id in made else row for row in table.rows]
    rows = [_deeper(row, -1) if row.id in lifted else row for row in rows]
    parts = gathered(made.values())
    after = with_table(with_printed(plan, parts.tasks, parts.targets), replace(table, rows=sound(table.rows, rows)))
    if kind is RowKind.GROUP and len(changing) == 1:
        after = _with_members(after, table_id, changing[0].id)
    return forget_unprinted(plan, after)


def _members(table: Table, former: Collection[Row]) -> set[Id]:
    """Return the rows that stand below groups which are groups no longer."""
    groups = [row.id for row in former if row.kind is RowKind.GROUP]
    return {row.id for start, end in blocks(table, groups) for row in table.rows[start + 1 : end]}
