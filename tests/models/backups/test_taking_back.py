"""What is taken back out of a backup: as it was then, and nothing of today gets lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.storage.samples import sample_plan, with_lead
from tests.strategies import plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.taking_back import copy_back, plan_back, table_back, task_back
from tthc_desktop.models.backups.weaving import every_node, woven
from tthc_desktop.models.changes import Pairs
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.editing.text import remove_nodes
from tthc_desktop.models.holdings import Holdings, changed
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import nodes_of, tables
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.table import Row, Table
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.version import Stage

DRAFTS = plans().map(lambda plan: replace(plan, stage=Stage.DRAFT))


def holdings(*plans: Plan) -> Holdings:
    return Holdings(plans={plan.id: plan for plan in plans})


def applied(now: Holdings, pairs: Pairs, plan_id: Id) -> Plan:
    return changed(now, pairs).plans[plan_id]


def whole(plan: Plan) -> None:
    """Hold that every name in a plan leads to something, and no identity stands twice."""
    works = plan.tasks.keys() | plan.targets.keys()
    assert set(printed(plan)) <= works
    ids = [node.id for node in every_node(plan)]
    ids += [row.id for table, _ in tables(plan) for row in table.rows]
    assert len(ids) == len(set(ids))
    for node in every_node(plan):
        if isinstance(node, Item):
            assert not node.shares_id or node.shares_id in plan.tasks
    for table, _ in tables(plan):
        columns = {column.id for column in table.columns}
        for row in table.rows:
            assert {column for column, _ in row.cells} <= columns


def table_of(plan: Plan) -> Table:
    return next(table for table, _ in tables(plan))


@given(st.data())
def test_a_plan_comes_back_as_it_was_with_all_that_is_new(data: st.DataObject) -> None:
    then = data.draw(DRAFTS)
    now = then
    for _ in range(data.draw(st.integers(0, 5))):
        now = data.draw(edited(now))
    made = applied(holdings(now), plan_back(holdings(then), holdings(now), then.id), then.id)
    whole(made)
    assert identities(then) <= identities(made)
    parts_now = identities(now) - (now.tasks.keys() | now.targets.keys())
    assert parts_now <= identities(made)
    for task_id, task in then.tasks.items():
        assert made.tasks[task_id] == task
    assert woven(then, then) is then


@given(st.data())
def test_a_plan_that_only_lost_parts_comes_back_exactly(data: st.DataObject) -> None:
    then = data.draw(DRAFTS)
    nodes = [node.id for nodes in nodes_of(then) for node in nodes]
    gone = data.draw(st.lists(st.sampled_from(nodes), max_size=3, unique=True)) if nodes else []
    now = remove_nodes(then, gone)
    assert woven(then, now) == then


@given(st.data())
def test_any_table_and_any_work_comes_back_into_any_later_plan(data: st.DataObject) -> None:
    then = data.draw(DRAFTS)
    now = then
    for _ in range(data.draw(st.integers(0, 5))):
        now = data.draw(edited(now))
    old, today = holdings(then), holdings(now)
    parts_now = identities(now) - (now.tasks.keys() | now.targets.keys())
    if every := [table for table, _ in tables(then)]:
        table = data.draw(st.sampled_from(every))
        made = applied(today, table_back(old, today, then.id, table.id), then.id)
        whole(made)
        assert parts_now | {row.id for row in table.rows} <= identities(made)
    printing: list[Row | Item] = [*(row for table in every for row in table.rows), *then_items(then)]
    if printing:
        one = data.draw(st.sampled_from(printing))
        back = applied(today, task_back(old, today, then.id, one.id), then.id)
        whole(back)
        assert parts_now | {one.id} <= identities(back)
        if one.task_id:
            assert back.tasks[one.task_id] == then.tasks[one.task_id]


def then_items(plan: Plan) -> list[Item]:
    return [node for node in every_node(plan) if isinstance(node, Item)]


def test_a_deleted_plan_comes_back_with_what_went_along() -> None:
    plan = sample_plan()
    task = next(iter(plan.tasks))
    unit = Unit("u1", "Phòng Kiểm soát thủ tục hành chính")
    said = Progress("p1", plan.id, task, unit.id, {Field.RESULT: Said("Đã ban hành")})
    version = replace(sample_plan(), stage=Stage.KEPT, version_of=plan.id, version_name="Lần 1")
    then = Holdings(plans={plan.id: plan, version.id: version}, units={unit.id: unit}, progress={said.id: said})
    now = changed(changed(then, deletion(then, plan.id)), ((unit, None),))
    assert not now.plans
    back = changed(now, plan_back(then, now, plan.id))
    assert back == then


def test_what_was_reported_since_stays() -> None:
    plan = sample_plan()
    task = next(iter(plan.tasks))
    old = Progress("p1", plan.id, task, "u1", {Field.RESULT: Said("Đang làm")})
    new = replace(old, said={Field.RESULT: Said("Đã xong")})
    then = Holdings(plans={plan.id: plan}, progress={old.id: old})
    now = Holdings(plans={plan.id: replace(plan, title=plain("Tên khác"))}, progress={new.id: new})
    back = changed(now, plan_back(then, now, plan.id))
    assert back.plans[plan.id] == plan
    assert back.progress == now.progress


def test_one_task_comes_back_without_touching_the_others() -> None:
    then = sample_plan(5)
    table = table_of(then)
    one, other = table.rows[1], table.rows[3]
    now = with_lead(remove_rows(then, table.id, [one.id]), other.task_id, "Sở khác")
    back = applied(holdings(now), task_back(holdings(then), holdings(now), then.id, one.id), then.id)
    assert table_of(back).rows == table.rows
    assert back.tasks[other.task_id] == now.tasks[other.task_id]
    assert back.tasks[one.task_id] == then.tasks[one.task_id]
    again = task_back(holdings(then), holdings(back), then.id, one.task_id)
    assert again == ()


def test_a_task_comes_back_with_its_table_and_appendix_where_these_are_gone() -> None:
    then = sample_plan(4)
    row = table_of(then).rows[2]
    now = replace(then, appendices=(), tasks={})
    back = applied(holdings(now), task_back(holdings(then), holdings(now), then.id, row.id), then.id)
    assert table_of(back).rows == (row,)
    assert back.appendices[0].title == then.appendices[0].title
    assert set(back.tasks) == {row.task_id}


def test_a_plan_that_was_issued_meanwhile_only_comes_back_as_a_copy() -> None:
    then = sample_plan()
    now = replace(then, title=plain("Tên khi ban hành"), stage=Stage.ISSUED)
    with pytest.raises(UserError, match="khóa"):
        plan_back(holdings(then), holdings(now), then.id)
    ((before, copy),) = copy_back(holdings(then), then.id)
    assert before is None
    assert isinstance(copy, Plan)
    assert (copy.title, copy.origin_id, copy.stage) == (then.title, then.id, Stage.DRAFT)
    assert identities(copy).isdisjoint(identities(then))


def test_what_is_not_in_the_backup_is_told() -> None:
    plan = sample_plan()
    here = holdings(plan)
    with pytest.raises(UserError, match="Kế hoạch này không có trong bản sao lưu"):
        plan_back(Holdings(), here, plan.id)
    with pytest.raises(UserError, match="Bảng này không có"):
        table_back(here, here, plan.id, "nothing")
    with pytest.raises(UserError, match="Nhiệm vụ này không có"):
        task_back(here, here, plan.id, "nothing")
    with pytest.raises(UserError, match="hiện không có trong dữ liệu"):
        table_back(here, Holdings(), plan.id, table_of(plan).id)
