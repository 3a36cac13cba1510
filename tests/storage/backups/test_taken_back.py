"""What is taken back out of a backup goes into a real office, by one change that can be undone."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edits import edited
from tests.strategies import plans
from tthc_desktop.models.backups.taking_back import plan_back, table_back, task_back
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change, Pairs
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office
from tthc_desktop.storage import backups

AT = datetime(2026, 11, 27, tzinfo=UTC)


@settings(max_examples=12)
@given(st.data())
def test_any_part_comes_back_into_the_file(data: st.DataObject) -> None:
    plan = replace(data.draw(plans()), stage=Stage.DRAFT)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "van-phong.tthc"
        with Office.open(path) as office:
            office.change(Change("Thêm", ((None, plan),)))
            made = backups.make(path, Reason.DAY, AT)
            for _ in range(data.draw(st.integers(0, 4))):
                now = office.plans[plan.id]
                office.change(Change("Sửa", ((now, data.draw(edited(now))),)))
            if data.draw(st.booleans()):
                office.change(Change("Xóa", ((office.plans[plan.id], None),)))
            then = backups.read(made)
            assert then.plans == {plan.id: plan}
            before = office.holdings
            pairs = data.draw(st.sampled_from(possible(then, before, plan.id)))
            office.change(Change("Lấy lại", pairs))
            after = office.holdings
        with Office.open(path) as office:
            assert office.holdings == after
            if pairs:
                office.undo()
            assert office.holdings == before
        assert backups.check(made) == ()


def possible(then: Holdings, now: Holdings, plan_id: Id) -> list[Pairs]:
    """Return what can be taken back: the plan, and where it is still there each table and row of it."""
    found = [plan_back(then, now, plan_id)]
    for table, _ in tables(then.plans[plan_id]) if plan_id in now.plans else ():
        found.append(table_back(then, now, plan_id, table.id))
        found.extend(task_back(then, now, plan_id, row.id) for row in table.rows)
    return found
