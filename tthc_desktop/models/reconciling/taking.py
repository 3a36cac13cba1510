"""What the clerk takes of incoming tables, put into the plan: one new plan, so one change and one undo."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tthc_desktop.models.editing.life import check_unlocked
from tthc_desktop.models.editing.tables import find_table, insert_column, remove_rows, set_cells
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.reconciling.new_rows import with_new_rows
from tthc_desktop.models.reconciling.text_rows import text_table, with_text_words
from tthc_desktop.models.reconciling.values import Fate, Reconciliation, RowChange, TableMatch, Taking
from tthc_desktop.models.table import Column, Role, RowKind, Table
from tthc_desktop.models.text import Text, plain

_WIDE = 6
"""From this many columns on a new appendix lies on its side, as the reader of texts has it."""


def taken(plan: Plan | None, reconciliation: Reconciliation, taking: Taking | None = None) -> Plan:
    """Return the plan with what is taken in it, or a new plan; the very same one when nothing changes.

    A plan whose words must stay as they are is refused.
    """
    choice = taking or Taking()
    made = _new_plan(reconciliation, choice) if plan is None else plan
    in_text = text_table(made)
    for match in reconciliation.tables:
        if in_text and match.table_id == in_text.id:
            made = with_text_words(made, match, choice, lambda one: is_taken(one, choice))
        else:
            put = _with_changes if match.table_id else _with_appendix
            made = put(made, match, choice)
    if plan is not None:
        check_unlocked(plan, made)
    return made


def is_taken(change: RowChange, taking: Taking) -> bool:
    """Tell whether something happens to a row (one that is gone: whether it is taken out)."""
    return change.fate is not Fate.SAME and taking.rows.get(change.key, change.taken)


def left_over(reconciliation: Reconciliation, taking: Taking | None = None) -> tuple[RowChange, ...]:
    """Return the rows of the file that are not taken though they would change something, in order."""
    choice = taking or Taking()
    changes = (change for match in reconciliation.tables for change in match.rows)
    return tuple(
        change for change in changes if change.fate in {Fate.NEW, Fate.CHANGED} and not is_taken(change, choice)
    )


def _new_plan(reconciliation: Reconciliation, taking: Taking) -> Plan:
    """Return a plan without tables; lines of rows that are left wait in it as lines without a place."""
    incoming = reconciliation.incoming
    left = {line for change in left_over(reconciliation, taking) if change.incoming for line in change.incoming.lines}
    unplaced = tuple(line for line in incoming.lines if line.number in left or line.number not in incoming.placed)
    plan = Plan(new_id(), title=plain(incoming.title), source=incoming.source, unplaced=unplaced)
    return replace(plan, kind=incoming.kind) if incoming.kind else plan


def _with_appendix(plan: Plan, match: TableMatch, taking: Taking) -> Plan:
    """Return the plan with a new appendix for a table; without one when no row of it is taken."""
    if not any(is_taken(change, taking) for change in match.rows):
        return plan
    incoming = match.incoming
    ids = {column.id: new_id() for column in incoming.columns}
    columns = tuple(replace(column, id=ids[column.id]) for column in incoming.columns)
    table = Table(
        new_id(), columns, levels=incoming.levels, continuous=incoming.continuous,
        number_in_title=incoming.number_in_title,
    )  # fmt: skip
    appendix = Appendix(
        new_id(), plain(incoming.title), plain(incoming.attached), landscape=len(columns) >= _WIDE, nodes=(table,)
    )
    made = replace(plan, appendices=(*plan.appendices, appendix))
    return with_new_rows(made, replace(match, table_id=table.id, columns=ids), lambda one: is_taken(one, taking))


def _with_changes(plan: Plan, match: TableMatch, taking: Taking) -> Plan:
    plan, match = _with_columns(plan, match, taking)
    cells = dict(_cells(plan, match, taking))
    made = set_cells(plan, match.table_id, cells) if cells else plan
    made = with_new_rows(made, match, lambda one: is_taken(one, taking))
    gone = [change.row_id for change in match.rows if change.fate is Fate.GONE and is_taken(change, taking)]
    return remove_rows(made, match.table_id, gone) if gone else made


def _with_columns(plan: Plan, match: TableMatch, taking: Taking) -> tuple[Plan, TableMatch]:
    """Add the lacking columns that were chosen, each behind the column that it follows in the file."""
    columns: dict[Id, Id] = dict(match.columns)
    for column in match.lacking:
        if column.id not in taking.columns:
            continue
        own = replace(column, id=new_id())
        table = find_table(plan, match.table_id)
        plan = insert_column(plan, match.table_id, _place(table, match, column, columns), own)
        columns[column.id] = own.id
    return plan, replace(match, columns=columns)


def _place(table: Table, match: TableMatch, column: Column, columns: Mapping[Id, Id]) -> int:
    places = {other.id: place for place, other in enumerate(table.columns)}
    found = 0
    for other in match.incoming.columns:
        if other.id == column.id:
            break
        found = places.get(columns.get(other.id, ""), found - 1) + 1
    return found


def _cells(plan: Plan, match: TableMatch, taking: Taking) -> Iterator[tuple[tuple[Id, Id], Text]]:
    """Yield the words for the cells of rows that both have."""
    table = find_table(plan, match.table_id)
    groups = {row.id for row in table.rows if row.kind is RowKind.GROUP}
    roles = {column.id: column.role for column in table.columns}
    added = [column.id for column in match.lacking if column.id in taking.columns]
    for change in match.rows:
        if change.incoming is None or not change.row_id or not (is_taken(change, taking) or added):
            continue
        for cell in change.cells if is_taken(change, taking) else ():
            if taking.cells.get((change.key, cell.column_id), cell.taken):
                yield (change.row_id, match.columns[cell.column_id]), plain(cell.incoming)
        for column_id in added:
            words = change.incoming.cells.get(column_id)
            is_title = change.row_id in groups and roles[match.columns[column_id]] is Role.CONTENT
            if words and not is_title:
                yield (change.row_id, match.columns[column_id]), plain(words.words)
