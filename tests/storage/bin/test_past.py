"""Values as they were before a change: the same that the office held then, whatever has happened since."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edits import edited
from tests.storage.samples import add, rename, sample_plan
from tests.storage.test_random_histories import REGISTERED, empty_office
from tests.strategies import plans
from tthc_desktop.models.changes import Change, Kept, Name
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office


def drafted(plan: Plan) -> Plan:
    """Return the plan as one that may be edited."""
    return replace(plan, stage=Stage.DRAFT)


@settings(max_examples=25)
@given(first=plans().map(drafted), other=plans().map(drafted), data=st.data())
def test_every_moment_of_a_plan_is_found_again(first: Plan, other: Plan, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(empty_office(), Path(folder) / "office.tthc"))
        with Office.open(file) as office:
            office.change(Change("Thêm", ((None, first), (None, other))))
            moments: dict[int, Plan] = {}
            for _ in range(data.draw(st.integers(1, 5))):
                plan = office.plans[first.id]
                made = data.draw(edited(plan))
                office.change(Change("Sửa bản khác", ((office.plans[other.id], data.draw(edited(other))),)))
                office.change(Change("Sửa", ((plan, made),)))
                if made != plan:
                    moments[office.history()[0].id] = plan
                if made != plan and data.draw(st.booleans()):
                    office.undo()
                    del moments[max(moments)]
            office.change(Change("Xóa", ((office.plans[first.id], None),)))
            for entry, plan in moments.items():
                assert office.before(entry, Name(Plan, first.id)).plans == {first.id: plan}


@settings(max_examples=25)
@given(registered=REGISTERED)
def test_whatever_is_kept_by_itself_is_found_again_after_it_was_deleted(registered: list[Kept]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(empty_office(), Path(folder) / "office.tthc"))
        with Office.open(file) as office:
            office.change(Change("Thêm", tuple((None, kept) for kept in registered)))
            held = office.holdings
            for plan_id in {kept.plan_id for kept in office.progress.values()}:
                office.progress_of(plan_id)
            office.change(Change("Xóa", tuple((kept, None) for kept in registered)))
            found = office.before(office.history()[0].id)

            assert {**found.progress} == {**held.progress}
            assert replace(found, progress={}) == replace(held, progress={})


def test_a_plan_is_read_back_with_what_was_deleted_along(tmp_path: Path) -> None:
    with Office.open(tmp_path / "office.tthc") as office:
        plan = add(office, sample_plan())
        rename(office, plan.id, "Tên khác")
        before = office.plans[plan.id]
        office.change(Change("Xóa kế hoạch", deletion(office.holdings, plan.id)))

        assert office.before(office.history()[0].id).plans == {plan.id: before}


@pytest.mark.parametrize("later", [0, 40])
def test_changes_since_then_are_taken_back(tmp_path: Path, later: int) -> None:
    with Office.open(tmp_path / "office.tthc") as office:
        plan = add(office, sample_plan())
        office.change(Change("Xóa căn cứ", ((plan, replace(plan, bases=())),)))
        entry = office.history()[0].id
        for number in range(later):
            rename(office, plan.id, f"Tên thứ {number}")

        found = office.before(entry, Name(Plan, plan.id)).plans[plan.id]

        assert found == plan
        assert found.title == plain("Kiểm soát thủ tục hành chính năm 2025")
