"""Which tasks and targets go over into the next plan, and the plan without those that do not."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from tthc_desktop.models.editing.tables import remove_rows, set_cells
from tthc_desktop.models.editing.text import remove_nodes, replace_in_plan
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import nodes_of, tables
from tthc_desktop.models.plan import Item, Node, Plan, cell
from tthc_desktop.models.table import Role, Row, RowKind, Table
from tthc_desktop.models.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Work:
    """A task or target, with where it is printed first and the group, table or section that it stands under."""

    id: Id
    words: Text
    printed_at: Id
    group: Id
    target: bool = False


def works(plan: Plan) -> tuple[Work, ...]:
    """Return every task and target once, in reading order."""
    found: dict[Id, Work] = {}
    for nodes in nodes_of(plan):
        for work in _in_nodes(plan, nodes, ""):
            found.setdefault(work.id, work)
    return tuple(found.values())


def _in_nodes(plan: Plan, nodes: tuple[Node, ...], above: Id) -> Iterator[Work]:
    for node in nodes:
        if isinstance(node, Table):
            yield from _in_table(plan, node)
        else:
            if node.task_id:
                yield Work(node.task_id, plan.tasks[node.task_id].content, node.id, above)
            yield from _in_nodes(plan, node.children, node.id)


def _in_table(plan: Plan, table: Table) -> Iterator[Work]:
    for row, groups in _under_groups(table):
        group = groups[-1].id if groups else table.id
        if row.kind is RowKind.TASK:
            yield Work(row.task_id, plan.tasks[row.task_id].content, row.id, group)
        elif row.kind is RowKind.TARGET:
            yield Work(row.target_id, plan.targets[row.target_id].name, row.id, group, target=True)


def _under_groups(table: Table) -> Iterator[tuple[Row, tuple[Row, ...]]]:
    """Yield every row that is no group with the groups that it stands in, the outermost first."""
    open_groups: tuple[Row, ...] = ()
    for row in table.rows:
        open_groups = tuple(group for group in open_groups if group.level < row.level)
        if row.kind is RowKind.GROUP:
            open_groups = (*open_groups, row)
        else:
            yield row, open_groups


def without(plan: Plan, dropped: Collection[Id]) -> Plan:
    """Return the plan without some tasks and targets, and without the groups and headings that are empty then.

    Below a paragraph that goes, what other tasks print goes too.
    """
    gone = frozenset(dropped)
    if not gone:
        return plan
    for table, _ in tuple(tables(plan)):
        rows = _rows_to_go(table, gone)
        if rows:
            plan = remove_rows(_unmerged(plan, table, rows), table.id, rows)
    return remove_nodes(plan, [node for nodes in nodes_of(plan) for node in _nodes_to_go(nodes, gone)])


def _rows_to_go(table: Table, gone: frozenset[Id]) -> frozenset[Id]:
    """Return the rows of the works that go, and the groups in which no row stays."""
    going: set[Id] = set()
    staying: set[Id] = set()
    for row, groups in _under_groups(table):
        goes = row.task_id in gone or row.target_id in gone
        (going if goes else staying).update((row.id, *(group.id for group in groups)))
    return frozenset(going - staying)


def _unmerged(plan: Plan, table: Table, rows: frozenset[Id]) -> Plan:
    """Return the plan in which no row stays merged with one that goes: the first that stays has the words."""
    cells: dict[tuple[Id, Id], Text] = {}
    parted: dict[Id, set[Id]] = {}
    for column in table.columns:
        head, stands = EMPTY, False
        for row in table.rows:
            if column.id not in row.continues:
                head, stands = cell(plan, row, column), row.id not in rows
            elif row.id not in rows and not stands:
                stands = True
                parted.setdefault(row.id, set()).add(column.id)
                if head and not cell(plan, row, column) and column.role is not Role.NUMBER:
                    cells[row.id, column.id] = head
    if not parted:
        return plan
    made = tuple(
        replace(row, continues=tuple(one for one in row.continues if one not in parted.get(row.id, ())))
        for row in table.rows
    )
    plan = replace_in_plan(plan, table.id, lambda _: (replace(table, rows=made),))
    return set_cells(plan, table.id, cells)


def _nodes_to_go(nodes: tuple[Node, ...], gone: frozenset[Id]) -> list[Id]:
    found: list[Id] = []
    for node in nodes:
        if not isinstance(node, Item):
            continue
        below = _nodes_to_go(node.children, gone)
        emptied = node.heading and not node.task_id and bool(node.children) and len(below) == len(node.children)
        if node.task_id in gone or node.shares_id in gone or (emptied and {*below} == {c.id for c in node.children}):
            found.append(node.id)
        else:
            found.extend(below)
    return found
