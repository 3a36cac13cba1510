"""The tables of a plan as if a workbook had brought them: our own export comes back with its identities."""

from collections.abc import Mapping

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.reconciling.incoming import Incoming, IncomingCell, IncomingRow, IncomingTable
from tthc_desktop.models.reconciling.words import row_words
from tthc_desktop.models.table import Role, Row, Table, numbers


def incoming_of(plan: Plan, sheets: Mapping[Id, str] | None = None) -> Incoming:
    """Return the plan's tables as incoming ones; `sheets` names the sheet of a table where that is known.

    Rows carry the identity of their task or target, else their own.
    """
    known = sheets or {}
    made = tuple(_table(plan, table, appendix, known.get(table.id, "")) for table, appendix in tables(plan))
    return Incoming(plan.source, made, title=str(plan.title), kind=plan.kind)


def _table(plan: Plan, table: Table, appendix: Appendix | None, sheet: str) -> IncomingTable:
    title, attached = (str(appendix.title), str(appendix.attached)) if appendix else ("", "")
    counted = numbers(table)
    rows = tuple(
        _row(plan, table, row, sheet or title, place, counted[place - 1]) for place, row in enumerate(table.rows, 1)
    )
    return IncomingTable(
        table.id, sheet or title, title, table.columns, rows, attached, table.levels, table.continuous,
        table.number_in_title,
    )  # fmt: skip


def _row(plan: Plan, table: Table, row: Row, sheet: str, place: int, number: str) -> IncomingRow:
    counted = {column.id for column in table.columns if column.role is Role.NUMBER}
    cells = {
        column_id: IncomingCell(words, "", column_id in row.continues)
        for column_id, words in row_words(plan, table, row).items()
        if words and column_id not in counted
    }
    work_id = row.task_id or row.target_id or row.id
    return IncomingRow(row.id, sheet, place, row.kind, row.level, number, cells, work_id=work_id)
