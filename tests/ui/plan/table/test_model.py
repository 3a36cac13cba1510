"""The table's model under Qt's tester while rows come, go, change places and hide."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex

from tests.ui.papers import little_plan
from tests.ui.test_models import PLAN, table_model, watched
from tthc_desktop.models.editing import rows
from tthc_desktop.models.editing.sorting import sort_rows
from tthc_desktop.models.editing.tables import find_table, remove_rows, set_scheme
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import RowKind, Table
from tthc_desktop.ui.plan.table.steps import Kind, step_between
from tthc_desktop.ui.plan.table_model import TableModel


def table_of(plan: Plan) -> Table:
    return find_table(plan, "tab")


EDITS: tuple[Callable[[Plan], Plan], ...] = (
    lambda now: rows.add_below(now, "tab", ["w1"]).plan,
    lambda now: rows.duplicate(now, "tab", ["g"]).plan,
    lambda now: rows.move(now, "tab", ["w3"], -1),
    lambda now: remove_rows(now, "tab", ["w1", "w2"]),
    lambda now: rows.turn_into(now, "tab", ["w3"], RowKind.GROUP),
    lambda now: sort_rows(now, "tab", "c2", descending=True),
    lambda now: set_scheme(now, "tab", (Mark.ARABIC, Mark.DECIMAL), continuous=False, number_in_title=True),
    lambda now: remove_rows(now, "tab", [row.id for row in table_of(now).rows]),
    lambda now: rows.add_below(now, "tab", []).plan,
    lambda _: little_plan(5),
)


def steps() -> list[Plan]:
    """Return the plan after one edit and another."""
    made = [PLAN]
    for edit in EDITS:
        made.append(edit(made[-1]))
    return made


def shown(model: TableModel) -> list[list[object]]:
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_every_step_of_the_rows_is_one_that_qt_accepts() -> None:
    model = TableModel()
    tester = watched(model)
    for plan in (*steps(), *reversed(steps())):
        model.show_table(plan, table_of(plan))
        anew = TableModel()
        anew.show_table(plan, table_of(plan))
        assert shown(model) == shown(anew)
        hidden = frozenset(row.id for row in table_of(plan).rows[1::2])
        model.show_table(plan, table_of(plan), hidden)
        assert model.rowCount() == len(table_of(plan).rows) - len(hidden)
    assert tester.model() is model


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_a_step_leads_from_the_old_rows_to_the_new(old: list[int], new: list[int]) -> None:
    step = step_between(list(map(str, old)), list(map(str, new)))
    if step.kind is Kind.SAME:
        assert old == new
        return
    assert [*old[: step.first], *new[step.first : step.new_end], *old[step.old_end :]] == new
    assert (step.kind is Kind.INSERTED) == (step.first == step.old_end)
    assert (step.kind is Kind.REMOVED) == (step.first == step.new_end)


def test_a_row_that_comes_leaves_the_others_where_they_are() -> None:
    model = table_model()
    heard: list[str] = []
    model.modelReset.connect(lambda: heard.append("reset"))
    model.rowsInserted.connect(lambda _, first, last: heard.append(f"{first}-{last}"))
    kept = QPersistentModelIndex(model.index(3, 1))
    longer = rows.add_above(PLAN, "tab", ["w1", "w2"]).plan
    model.show_table(longer, table_of(longer))
    assert heard == ["1-2"]
    assert kept.row() == 5
