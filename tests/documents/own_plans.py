"""What our own export should hold once it is read back, and what a book holds."""

from tests.documents.books import book_of
from tthc_desktop.documents.reading.sheets.book import Book
from tthc_desktop.documents.reading.sheets.own.plans import OwnPlan, own_plans
from tthc_desktop.documents.writing.workbook import workbook
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text_tasks import text_tasks


def tables_to_come(plan: Plan) -> list[Table]:
    """Return the tables that the export of a plan holds, in the order of its sheets."""
    in_text = text_tasks(plan)
    return [*(table for table, _ in tables(plan)), *([in_text] if in_text else [])]


def tables_of(own: OwnPlan) -> list[Table]:
    """Return the tables that were read back, in the order of the sheets."""
    return [node for appendix in own.draft.plan.appendices for node in appendix.nodes if isinstance(node, Table)]


def read_back(plan: Plan) -> OwnPlan:
    """Return a plan that was exported and read back."""
    (own,) = own_plans(exported(plan))
    return own


def exported(plan: Plan) -> Book:
    """Return the workbook of a plan as a reader gives it."""
    return book_of(workbook(plan))


def same(plan: Plan, own: OwnPlan) -> bool:
    """Tell whether everything that the sheets show came back as it was; fails with what did not."""
    wanted, found = tables_to_come(plan), tables_of(own)
    assert [table.id for table in found] == [table.id for table in wanted]
    for one, other in zip(wanted, found, strict=True):
        assert other.columns == one.columns
        assert other.rows == one.rows
        assert other == one
    printed = {row.task_id for table in wanted for row in table.rows if row.task_id}
    assert own.draft.plan.tasks == {id_: plan.tasks[id_] for id_ in printed}
    aims = {row.target_id for table in wanted for row in table.rows if row.target_id}
    assert own.draft.plan.targets == {id_: plan.targets[id_] for id_ in aims}
    assert not own.problems
    assert not own.draft.unplaced
    assert not own.new_rows | own.gone_rows | own.gone_columns
    return True
