"""Parts of plans brought back: each into its old place, or the nearest that is left."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from tthc_desktop.errors import UserError
from tthc_desktop.models.bin.branches import branch, held_targets, held_tasks, with_shares
from tthc_desktop.models.bin.neighbours import place_among, place_in
from tthc_desktop.models.bin.values import Deleted, What
from tthc_desktop.models.editing.members import inserted
from tthc_desktop.models.editing.tables import find_table, insert_column, insert_rows, with_table
from tthc_desktop.models.editing.tasks import with_printed
from tthc_desktop.models.editing.text import find_node, insert_nodes, nodes_under, place_of_node
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import find, nodes_of, tables
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Row, Table


class Put(NamedTuple):
    """The plan with the part in it, and what has to be said of its place."""

    plan: Plan
    note: str = ""


def part_back(one: Deleted, then: Plan, now: Plan, there: Collection[Id]) -> Put:
    """Return the plan of now with a part of the earlier one; `there` are the identities that stand in plans now."""
    put = _WAYS[one.what](one, then, now, there)
    came = put.plan.tasks.keys() - now.tasks.keys()
    return Put(with_shares(then, put.plan, came), put.note) if came else put


def _node(one: Deleted, then: Plan, now: Plan, there: Collection[Id]) -> Put:
    under, place, far = _nearest(then, now, one.id)
    made = branch(then, now, (find_node(then, one.id),), there)
    put = insert_nodes(now, under, place, made.nodes, tasks=made.tasks, targets=made.targets)
    return Put(put, "chỗ cũ cũng đã xóa, nên nội dung này vào chỗ gần nhất còn lại" if far else "")


def _nearest(then: Plan, now: Plan, node_id: Id) -> tuple[Id, int, bool]:
    """Return under what a node belongs now, at which place, and whether what it stood under is gone."""
    known, below = _holders(now), node_id
    for far in range(1000):
        under, place = place_of_node(then, below)
        if under in known:
            return under, place_among(nodes_under(then, under), place, nodes_under(now, under)), far > 0
        if find(then.body, under) is None and all(find(one.nodes, under) is None for one in then.appendices):
            break
        below = under
    return now.id, len(now.body), True


def _holders(plan: Plan) -> frozenset[Id]:
    """Return what text may stand under: the plan, its appendices and paragraphs."""
    found = {plan.id, *(appendix.id for appendix in plan.appendices)}
    for nodes in nodes_of(plan):
        found.update(_item_ids(nodes))
    return frozenset(found)


def _item_ids(nodes: tuple[object, ...]) -> Iterator[Id]:
    for node in nodes:
        if isinstance(node, Item):
            yield node.id
            yield from _item_ids(node.children)


def _appendix(one: Deleted, then: Plan, now: Plan, there: Collection[Id]) -> Put:
    place = place_in(then.appendices, one.id)
    appendix = then.appendices[place]
    made = branch(then, now, appendix.nodes, there)
    at = place_among(then.appendices, place, now.appendices)
    back = inserted(now.appendices, at, (replace(appendix, nodes=made.nodes),))
    return Put(replace(with_printed(now, made.tasks, made.targets), appendices=back))


def _basis(one: Deleted, then: Plan, now: Plan, _there: Collection[Id]) -> Put:
    place = place_in(then.bases, one.id)
    at = place_among(then.bases, place, now.bases)
    return Put(replace(now, bases=inserted(now.bases, at, (then.bases[place],))))


def _recipient(one: Deleted, then: Plan, now: Plan, _there: Collection[Id]) -> Put:
    place = place_in(then.recipients, one.id)
    at = place_among(then.recipients, place, now.recipients)
    return Put(replace(now, recipients=inserted(now.recipients, at, (then.recipients[place],))))


def _row(one: Deleted, then: Plan, now: Plan, _there: Collection[Id]) -> Put:
    before, table = _tables(one, then, now)
    place = place_in(before.rows, one.id)
    row = _fitting(before.rows[place], table)
    at = place_among(before.rows, place, table.rows)
    tasks = held_tasks(then, now, (row.task_id,))
    targets = held_targets(then, now, (row.target_id,), (row.id,))
    return Put(insert_rows(now, table.id, at, (row,), tasks=tasks, targets=targets))


def _fitting(row: Row, table: Table) -> Row:
    columns = {column.id for column in table.columns}
    cells = tuple(cell for cell in row.cells if cell[0] in columns)
    return replace(row, cells=cells, continues=tuple(id_ for id_ in row.continues if id_ in columns))


def _column(one: Deleted, then: Plan, now: Plan, _there: Collection[Id]) -> Put:
    before, table = _tables(one, then, now)
    place = place_in(before.columns, one.id)
    at = place_among(before.columns, place, table.columns)
    wider = find_table(insert_column(now, table.id, at, before.columns[place]), table.id)
    old = {row.id: row for row in before.rows}
    rows = tuple(_with_cell(row, old.get(row.id), one.id) for row in wider.rows)
    return Put(with_table(now, replace(wider, rows=rows)))


def _with_cell(row: Row, old: Row | None, column_id: Id) -> Row:
    words = dict(old.cells).get(column_id) if old else None
    return row if words is None else replace(row, cells=(*row.cells, (column_id, words)))


def _tables(one: Deleted, then: Plan, now: Plan) -> tuple[Table, Table]:
    """Return the table of a row or column as it was and as it is."""
    kept = next((table for table, _ in tables(now) if table.id == one.under), None)
    if kept is None:
        raise UserError(
            f"Bảng của “{one.words}” cũng đã xóa.", "Hãy đưa bảng ấy trở lại trước, hoặc chọn cả hai rồi đưa trở lại."
        )
    return find_table(then, one.under), kept


def _mark(one: Deleted, then: Plan, now: Plan, _there: Collection[Id]) -> Put:
    target = then.targets[one.id]
    if target.item_id not in _holders(now) and not _is_row(now, target.item_id):
        raise UserError(
            f"Đoạn văn có chỉ tiêu “{one.words}” không còn.", "Hãy đưa đoạn văn ấy trở lại, chỉ tiêu sẽ theo về."
        )
    return Put(with_printed(now, (), (target,)))


_WAYS: Mapping[What, Callable[[Deleted, Plan, Plan, Collection[Id]], Put]] = {
    **dict.fromkeys((What.HEADING, What.PARAGRAPH, What.TABLE), _node),
    **dict.fromkeys((What.ROW, What.GROUP, What.TARGET), _row),
    What.TASK: lambda one, then, now, there: (_row if _is_row(then, one.id) else _node)(one, then, now, there),
    What.COLUMN: _column,
    What.APPENDIX: _appendix,
    What.BASIS: _basis,
    What.RECIPIENT: _recipient,
    What.MARK: _mark,
}


def _is_row(plan: Plan, id_: Id) -> bool:
    return any(row.id == id_ for table, _ in tables(plan) for row in table.rows)
