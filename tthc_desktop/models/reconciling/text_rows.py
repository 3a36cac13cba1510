"""The tasks of the running text held against the sheet that an export gives them: their words, not their paragraphs."""

from collections.abc import Callable
from dataclasses import replace

from tthc_desktop.models.editing.tasks import set_task
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.values import Fate, RowChange, TableMatch, Taking
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.text import plain
from tthc_desktop.models.text_tasks import text_tasks

_NEW = "Nhiệm vụ mới trong phần lời cần một đoạn văn; hãy thêm đoạn ấy ngay trong kế hoạch."


def text_table(plan: Plan) -> Table | None:
    """Return the tasks in the running text as a table of what can be taken: all but where each stands."""
    table = text_tasks(plan)
    if table is None:
        return None
    return replace(table, columns=tuple(column for column in table.columns if column.role is not Role.FREE))


def without_new_rows(match: TableMatch) -> TableMatch:
    """Return what a sheet of such tasks brings when only words of tasks that are there can be taken."""
    rows = (replace(row, taken=False, doubt=_NEW) if row.fate is Fate.NEW else row for row in match.rows)
    return replace(match, lacking=(), rows=tuple(rows))


def with_text_words(plan: Plan, match: TableMatch, taking: Taking, takes: Callable[[RowChange], bool]) -> Plan:
    """Return the plan with the words that are taken in its tasks; no paragraph comes or goes."""
    table = text_tasks(plan)
    tasks = {row.id: row.task_id for row in table.rows} if table else {}
    roles = {column.id: column.role for column in match.incoming.columns}
    for change in match.rows:
        if change.fate is not Fate.CHANGED or change.row_id not in tasks or not takes(change):
            continue
        for cell in change.cells:
            if taking.cells.get((change.key, cell.column_id), cell.taken):
                plan = set_task(plan, tasks[change.row_id], roles[cell.column_id], plain(cell.incoming))
    return plan
