"""One part of an earlier plan put back into the plan of today: in its place, or the nearest that is left.

What today's plan has of it is as it was then; what stands elsewhere today stays there.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from tthc_desktop.models.backups.weaving import every_node, put_together, woven_row, woven_table
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.tasks import printed, without_shares
from tthc_desktop.models.editing.text import nodes_under, replace_in_plan, with_nodes
from tthc_desktop.models.identity import Id, Identified
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.sharing import share
from tthc_desktop.models.table import Row, RowKind, Table


def with_table(then: Plan, now: Plan, table: Table) -> Plan:
    """Return today's plan with a table of then; rows and columns that have come in since stay in it."""
    here = _table(now, table.id)
    own = {row.id for row in here.rows} if here else set()
    old = _free(table, identities(now) - own)
    if here is None:
        return _with_works(then, _inserted(then, now, old), old)
    made = woven_table(old, here, {row.id for row in old.rows})
    return _with_works(then, replace_in_plan(now, table.id, lambda _: (made,)), old)


def with_row(then: Plan, now: Plan, table: Table, row: Row) -> Plan:
    """Return today's plan with a row of then; its table comes back for it where that is gone."""
    home = _home(now, row.id) or _table(now, table.id)
    if home is None:
        return with_table(then, now, replace(table, rows=(*_groups_above(table, row), row)))
    columns = {column.id for column in home.columns}
    old = _fitting(row, columns)
    if any(one.id == row.id for one in home.rows):
        new = columns - {column.id for column in table.columns}
        rows = tuple(woven_row(old, one, new) if one.id == row.id else one for one in home.rows)
    else:
        rows = put_together(home.rows, _swapped(table.rows, row.id, old), _others(table.rows, row.id))
    made = replace(home, rows=rows)
    return _with_works(then, replace_in_plan(now, home.id, lambda _: (made,)), replace(table, rows=(old,)))


def with_item(then: Plan, now: Plan, item: Item) -> Plan:
    """Return today's plan with a paragraph of then, and with what stood below it and is gone."""
    here = next((node for node in every_node(now) if node.id == item.id), None)
    if isinstance(here, Item):
        old = replace(item, children=())
        made = replace(item, children=here.children)
        return _with_works(then, replace_in_plan(now, item.id, lambda _: (made,)), old)
    absent = _absent(item, identities(now))
    return _with_works(then, _inserted(then, now, absent), absent)


def _table(plan: Plan, table_id: Id) -> Table | None:
    return next((node for node in every_node(plan) if isinstance(node, Table) and node.id == table_id), None)


def _home(plan: Plan, row_id: Id) -> Table | None:
    """Return the table that a row stands in."""
    tables = (node for node in every_node(plan) if isinstance(node, Table))
    return next((table for table in tables if any(row.id == row_id for row in table.rows)), None)


def _with_works(then: Plan, plan: Plan, part: Node) -> Plan:
    """Return the plan with the tasks and targets of a part that was put back as they were then."""
    wanted = frozenset(printed(Plan("", body=(part,), tasks=then.tasks, targets=then.targets)))
    tasks = {**plan.tasks, **{id_: task for id_, task in then.tasks.items() if id_ in wanted}}
    targets = {**plan.targets, **{id_: target for id_, target in then.targets.items() if id_ in wanted}}
    strangers = {node.shares_id for node in every_node(plan) if isinstance(node, Item)} - tasks.keys()
    made = replace(
        plan,
        tasks=tasks,
        targets=targets,
        body=without_shares(plan.body, strangers),
        appendices=tuple(replace(one, nodes=without_shares(one.nodes, strangers)) for one in plan.appendices),
    )
    return share(plan, made)


def _absent(item: Item, taken: Collection[Id]) -> Item:
    """Return a paragraph with those below it that are not in the plan today."""
    below = (node for node in item.children if node.id not in taken)
    return replace(
        item, children=tuple(_absent(node, taken) if isinstance(node, Item) else _free(node, taken) for node in below)
    )


def _free(table: Table, taken: Collection[Id]) -> Table:
    return replace(table, rows=tuple(row for row in table.rows if row.id not in taken))


def _fitting(row: Row, columns: Collection[Id]) -> Row:
    """Return the row without the cells of columns that its table no longer has."""
    return replace(
        row,
        cells=tuple(cell for cell in row.cells if cell[0] in columns),
        continues=tuple(column for column in row.continues if column in columns),
    )


def _groups_above(table: Table, row: Row) -> tuple[Row, ...]:
    """Return the group rows that a row stands under, the outermost first."""
    above: tuple[Row, ...] = ()
    for one in table.rows[: table.rows.index(row)]:
        if one.kind is RowKind.GROUP:
            above = (*(group for group in above if group.level < one.level), one)
    return tuple(group for group in above if group.level < row.level or row.kind is not RowKind.GROUP)


def _swapped(rows: Iterable[Row], row_id: Id, row: Row) -> list[Row]:
    return [row if one.id == row_id else one for one in rows]


def _others(members: Iterable[Identified], member_id: Id) -> frozenset[Id]:
    return frozenset(one.id for one in members if one.id != member_id)


def _inserted(then: Plan, now: Plan, node: Node) -> Plan:
    """Return today's plan with a node that it does not have: under its owner, or the nearest above that is left."""
    path = _path(then, node.id)
    now = _with_appendix(then, now, path[-1][0])
    holders = {now.id, *(one.id for one in now.appendices)}
    holders.update(one.id for one in every_node(now) if isinstance(one, Item))
    owner, leads = next(step for step in path if step[0] in holders)
    siblings = nodes_under(then, owner)
    then_there = [node if one.id == leads else one for one in siblings]
    made = put_together(nodes_under(now, owner), then_there, _others(siblings, leads))
    return with_nodes(now, owner, made)


Path = tuple[tuple[Id, Id], ...]
"""From a node upwards: what each stands under, and which of those there it is or stands below."""


def _path(plan: Plan, node_id: Id) -> Path:
    roots = ((plan.id, plan.body), *((appendix.id, appendix.nodes) for appendix in plan.appendices))
    return next(path for owner, nodes in roots if (path := _path_in(owner, nodes, node_id)))


def _path_in(owner: Id, nodes: Sequence[Node], node_id: Id) -> Path:
    for node in nodes:
        if node.id == node_id:
            return ((owner, node.id),)
        if isinstance(node, Item) and (below := _path_in(node.id, node.children, node_id)):
            return (*below, (owner, node.id))
    return ()


def _with_appendix(then: Plan, now: Plan, appendix_id: Id) -> Plan:
    """Return today's plan with an appendix of then, as yet empty, where that is one and is gone."""
    gone = {one.id for one in then.appendices} - {one.id for one in now.appendices}
    if appendix_id not in gone:
        return now
    empty = [replace(one, nodes=()) for one in then.appendices]
    known = {one.id for one in then.appendices} - {appendix_id}
    return replace(now, appendices=put_together(now.appendices, empty, known))
