"""What holds for every edit."""

import copy

from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.models.editing.branches import unshared
from tests.strategies import plans
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Plan


@given(plans(), st.data())
def test_an_edit_shares_what_it_does_not_touch(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))

    assert not unshared(plan, after)


@given(plans(), st.data())
def test_an_edit_that_changes_nothing_returns_the_plan_itself(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))

    assert after is plan or after != plan


@given(plans(), st.data())
def test_an_edit_leaves_the_old_plan_as_it_was(plan: Plan, data: st.DataObject) -> None:
    before = copy.deepcopy(plan)

    data.draw(edited(plan))

    assert plan == before


@given(plans(), st.data())
def test_exactly_what_is_printed_is_kept(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))

    assert set(printed(after)) == after.tasks.keys() | after.targets.keys()


@given(plans(), st.data())
def test_nothing_names_what_is_gone(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))

    for nodes in (after.body, *(appendix.nodes for appendix in after.appendices)):
        assert {item.shares_id for item, _ in items(nodes)} <= {"", *after.tasks}
    for table, _ in tables(after):
        columns = {column.id for column in table.columns}
        for row in table.rows:
            assert {column_id for column_id, _ in row.cells} <= columns
            assert set(row.continues) <= columns


@given(plans(), st.data())
def test_an_edit_moves_no_identity_to_another_plan(plan: Plan, data: st.DataObject) -> None:
    assert data.draw(edited(plan)).id == plan.id
    assert identities(plan)
