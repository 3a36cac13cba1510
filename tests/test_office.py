"""The open office: current plans, changes, undo and redo, listeners."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.storage.samples import add, rename, sample_plan, with_lead
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Kept, Pairs, reverse
from tthc_desktop.models.editing import tables
from tthc_desktop.models.editing.life import deletion, issue_plan
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.outline import tables as tables_of
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.version import Issue
from tthc_desktop.office import REMEMBERED, Office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.tthc"


@pytest.fixture
def office(path: Path) -> Iterator[Office]:
    with Office.open(path) as opened:
        yield opened


@pytest.fixture
def plan(office: Office) -> Plan:
    return add(office, sample_plan())


def test_a_new_office_is_empty(office: Office) -> None:
    assert dict(office.plans) == {}
    assert office.undo_label == office.redo_label == ""
    assert office.history() == ()


def test_plans_cannot_be_changed_but_by_changes(office: Office) -> None:
    with pytest.raises(TypeError):
        office.plans["x"] = sample_plan()  # type: ignore[index]


def test_a_change_is_held_and_kept(office: Office, plan: Plan, path: Path) -> None:
    renamed = rename(office, plan.id, "khác")

    assert office.plans[plan.id] is renamed
    office.close()
    with Office.open(path) as again:
        assert dict(again.plans) == {plan.id: renamed}


def test_a_plan_can_be_removed_and_brought_back(office: Office, plan: Plan) -> None:
    office.change(Change("Xóa", ((plan, None),)))
    assert dict(office.plans) == {}

    office.undo()

    assert office.plans[plan.id] is plan


def test_what_comes_back_comes_to_its_old_place(office: Office, plan: Plan, path: Path) -> None:
    later = add(office, sample_plan())
    office.change(Change("Xóa", ((plan, None),)))

    office.undo()
    assert list(office.plans) == [plan.id, later.id]
    office.close()

    with Office.open(path) as again:
        assert list(again.plans) == [plan.id, later.id]


def test_an_equal_value_stands_for_the_current_one(office: Office, plan: Plan) -> None:
    equal = replace(plan, tasks=dict(plan.tasks))

    office.change(Change("Đổi", ((equal, replace(equal, kind="QUYẾT ĐỊNH")),)))

    assert office.plans[plan.id].kind == "QUYẾT ĐỊNH"


def test_a_change_of_what_is_no_more_is_refused(office: Office, plan: Plan) -> None:
    renamed = rename(office, plan.id, "khác")

    with pytest.raises(UserError, match="đã thay đổi từ lúc bắt đầu"):
        office.change(Change("Đổi", ((plan, replace(plan, kind="QUYẾT ĐỊNH")),)))

    assert dict(office.plans) == {plan.id: renamed}


def test_adding_a_plan_that_is_there_is_refused(office: Office, plan: Plan) -> None:
    with pytest.raises(UserError):
        add(office, replace(plan, kind="QUYẾT ĐỊNH"))


def test_changing_a_plan_that_is_not_there_is_refused(office: Office) -> None:
    stranger = sample_plan()

    with pytest.raises(UserError):
        office.change(Change("Đổi", ((stranger, replace(stranger, kind="QUYẾT ĐỊNH")),)))


def test_of_several_plans_all_change_or_none(office: Office, plan: Plan) -> None:
    other = add(office, sample_plan())
    stale = replace(other, kind="CŨ")

    with pytest.raises(UserError):
        office.change(Change("Đổi", ((plan, replace(plan, kind="MỚI")), (stale, replace(stale, kind="MỚI")))))

    assert dict(office.plans) == {plan.id: plan, other.id: other}


def test_a_pair_of_two_plans_is_a_bug(office: Office, plan: Plan) -> None:
    with pytest.raises(ValueError, match="about one value"):
        office.change(Change("Đổi", ((plan, sample_plan()),)))


def test_what_changes_nothing_is_no_step(office: Office, plan: Plan) -> None:
    heard: list[Pairs] = []
    office.listen(heard.append)

    office.change(Change("Không đổi gì", ((plan, replace(plan)),)))

    assert office.undo_label == "Thêm kế hoạch"
    assert office.plans[plan.id] is plan
    assert heard == []


def test_undo_and_redo_tell_their_names(office: Office, plan: Plan) -> None:
    rename(office, plan.id, "khác")
    assert (office.undo_label, office.redo_label) == ("Đổi tên thành khác", "")

    office.undo()

    assert (office.undo_label, office.redo_label) == ("Thêm kế hoạch", "Đổi tên thành khác")


def test_undo_and_redo_give_the_same_objects(office: Office, plan: Plan) -> None:
    renamed = rename(office, plan.id, "khác")

    done = office.undo()
    assert office.plans[plan.id] is plan
    assert done == Change("Đổi tên thành khác", ((renamed, plan),))

    assert office.redo() == reverse(done)
    assert office.plans[plan.id] is renamed


def test_undo_after_reopening_shares_what_stays(office: Office, path: Path) -> None:
    plan = add(office, sample_plan(20))
    first, second = list(plan.tasks)[:2]
    office.change(Change("Sửa", ((plan, with_lead(plan, first, "Sở Y tế")),)))
    office.close()

    with Office.open(path) as again:
        before = again.plans[plan.id]
        again.undo()
        after = again.plans[plan.id]

        assert after == plan
        assert after.appendices is before.appendices
        assert after.tasks[second] is before.tasks[second]
        again.redo()
        assert again.plans[plan.id] is before


def test_a_new_change_ends_redo_also_after_reopening(office: Office, plan: Plan, path: Path) -> None:
    rename(office, plan.id, "một")
    office.undo()
    rename(office, plan.id, "hai")
    assert office.redo_label == ""
    office.close()

    with Office.open(path) as again:
        assert again.redo_label == ""
        with pytest.raises(UserError, match="để làm lại"):
            again.redo()


def test_nothing_to_undo_is_told(office: Office) -> None:
    with pytest.raises(UserError, match="để hoàn tác"):
        office.undo()


def test_steps_older_than_memory_come_from_the_file(office: Office, plan: Plan) -> None:
    for number in range(REMEMBERED + 5):
        rename(office, plan.id, str(number))

    for _ in range(REMEMBERED + 5):
        office.undo()
    assert dict(office.plans) == {plan.id: plan}

    for _ in range(REMEMBERED + 5):
        office.redo()
    assert office.plans[plan.id].title == plain(str(REMEMBERED + 4))


def test_memory_of_steps_is_bounded(office: Office, plan: Plan) -> None:
    for number in range(REMEMBERED + 5):
        rename(office, plan.id, str(number))

    assert len(office._remembered) == REMEMBERED


def test_listeners_hear_every_change(office: Office, plan: Plan) -> None:
    heard: list[Pairs] = []
    office.listen(heard.append)

    renamed = rename(office, plan.id, "khác")
    office.undo()
    office.redo()

    assert heard == [((plan, renamed),), ((renamed, plan),), ((plan, renamed),)]


def test_a_listener_sees_the_new_values(office: Office, plan: Plan) -> None:
    seen: list[Plan] = []
    office.listen(lambda _: seen.append(office.plans[plan.id]))

    renamed = rename(office, plan.id, "khác")

    assert seen == [renamed]


def test_a_listener_that_leaves_hears_no_more(office: Office, plan: Plan) -> None:
    heard: list[Pairs] = []
    leave = office.listen(heard.append)
    leave()

    rename(office, plan.id, "khác")

    assert heard == []


def test_a_listener_must_not_change_the_office(office: Office, plan: Plan) -> None:
    def undo(_: Pairs) -> None:
        office.undo()

    office.listen(undo)

    with pytest.raises(RuntimeError, match="listener"):
        rename(office, plan.id, "khác")

    assert office.undo_label == "Đổi tên thành khác"


def test_a_change_that_is_not_written_is_not_held(office: Office, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Pairs] = []
    office.listen(heard.append)
    monkeypatch.setattr("tthc_desktop.storage.journal.write", fail)

    with pytest.raises(ZeroDivisionError):
        rename(office, plan.id, "khác")

    assert dict(office.plans) == {plan.id: plan} == office._library.load().plans
    assert heard == []


def test_plans_and_legal_documents_change_together(office: Office, plan: Plan, path: Path) -> None:
    renamed, document = replace(plan, kind="ĐỀ ÁN"), LegalDocument("nd63", "Nghị định", "63/2010/NĐ-CP")

    office.change(Change("Chọn căn cứ", ((plan, renamed), (None, document))))
    assert (dict(office.plans), dict(office.legal_documents)) == ({plan.id: renamed}, {"nd63": document})
    office.close()

    with Office.open(path) as again:
        assert dict(again.legal_documents) == {"nd63": document}
        assert [entry.label for entry in again.history("nd63")] == ["Chọn căn cứ"]
        again.undo()
        assert (dict(again.plans), dict(again.legal_documents)) == ({plan.id: plan}, {})
        again.redo()
        assert (dict(again.plans), dict(again.legal_documents)) == ({plan.id: renamed}, {"nd63": document})


def test_of_several_kinds_all_change_or_none(office: Office, plan: Plan) -> None:
    stranger = LegalDocument("nd63")

    with pytest.raises(UserError, match="Văn bản đã thay đổi"):
        office.change(Change("Đổi", ((plan, replace(plan, kind="MỚI")), (stranger, replace(stranger, kind="Luật")))))

    assert (dict(office.plans), dict(office.legal_documents)) == ({plan.id: plan}, {})


UNIT = Unit("vp", "Văn phòng Sở", "VP", ("Văn phòng",))
SAID = Progress("p1", "plan", "task", "vp", {Field.PERCENT: Said("60")})
OTHERS = (UNIT, SAID, Sending("s1", "plan", "vp", datetime(2026, 3, 1, tzinfo=UTC)), KnownHeading("h1", "noi dung"))


def test_every_other_kind_is_kept_told_and_undone_too(office: Office, plan: Plan, path: Path) -> None:
    office.change(Change("Nhận bảng", tuple((None, kept) for kept in OTHERS)))
    later = replace(SAID, said={Field.PERCENT: Said("80"), Field.RESULT: Said("Đã trình")})
    office.change(Change("Sửa tiến độ", ((SAID, later), (UNIT, replace(UNIT, aliases=("Văn phòng", "VPS"))))))
    office.close()

    with Office.open(path) as again:
        assert again.progress["p1"] == later
        assert again.units["vp"].aliases == ("Văn phòng", "VPS")
        assert [entry.label for entry in again.history("p1")] == ["Sửa tiến độ", "Nhận bảng"]
        assert [entry.label for entry in again.history("vp")] == ["Sửa tiến độ", "Nhận bảng"]
        again.undo()
        assert (dict(again.units), dict(again.progress)) == ({"vp": UNIT}, {"p1": SAID})
        assert [*again.sendings, *again.known_headings] == ["s1", "h1"]
        again.undo()
        assert again.holdings == Holdings({plan.id: plan})


@pytest.mark.parametrize(
    ("kept", "word"), [*zip(OTHERS, ("Đơn vị", "Tiến độ", "Bảng đã gửi", "Tiêu đề cột"), strict=True)]
)
def test_a_stale_change_says_what_it_was_about(office: Office, kept: Kept, word: str) -> None:
    with pytest.raises(UserError, match=f"^{word} đã thay đổi"):
        office.change(Change("Bỏ", ((kept, None),)))


def test_the_revision_of_a_plan_goes_on_with_each_change_of_it(office: Office, plan: Plan, path: Path) -> None:
    first = office.revision(plan.id)
    office.change(Change("Nhận bảng", ((None, SAID),)))
    assert (office.revision(plan.id), office.revision("nobody")) == (first, 0)
    rename(office, plan.id, "khác")
    second = office.revision(plan.id)
    office.undo()
    third = office.revision(plan.id)
    assert 0 < first < second < third
    office.close()

    with Office.open(path) as again:
        assert again.revision(plan.id) == third


def test_a_deleted_plan_comes_back_with_what_was_reported_of_it(office: Office, plan: Plan) -> None:
    of_plan, of_other = replace(SAID, plan_id=plan.id), replace(SAID, id="p2", plan_id="other")
    office.change(Change("Nhận bảng", ((None, of_plan), (None, of_other))))

    office.change(Change("Xóa", deletion(office.holdings, plan.id)))
    assert (dict(office.plans), dict(office.progress)) == ({}, {"p2": of_other})

    office.undo()
    assert (dict(office.plans), list(office.progress)) == ({plan.id: plan}, ["p1", "p2"])


def test_what_was_reported_of_a_task_stays_when_the_task_goes(office: Office, plan: Plan, path: Path) -> None:
    ((table, _),) = tables_of(plan)
    row = table.rows[0]
    said = replace(SAID, plan_id=plan.id, work_id=row.task_id)
    office.change(Change("Nhận bảng", ((None, said),)))
    without = tables.remove_rows(plan, table.id, (row.id,))
    assert row.task_id not in without.tasks

    office.change(Change("Xóa hàng", ((plan, without),)))
    office.close()

    with Office.open(path) as again:
        assert dict(again.progress) == {"p1": said}


def test_an_issued_plan_is_not_edited(office: Office, plan: Plan) -> None:
    issued = issue_plan(plan, Issue("125", "KH-STP", date(2026, 2, 14)))
    office.change(Change("Ban hành", ((plan, issued),)))

    with pytest.raises(UserError, match="đã ban hành nên không sửa được"):
        rename(office, plan.id, "khác")

    assert dict(office.plans) == {plan.id: issued} == office._library.load().plans


def test_undo_and_redo_go_through_issuing(office: Office, plan: Plan) -> None:
    renamed = rename(office, plan.id, "khác")
    issued = issue_plan(renamed, Issue("125", "KH-STP", date(2026, 2, 14)))
    office.change(Change("Ban hành", ((renamed, issued),)))

    office.undo()
    office.undo()
    assert office.plans[plan.id] is plan
    office.redo()
    office.redo()

    assert office.plans[plan.id] is issued


def fail(*_: object) -> None:
    raise ZeroDivisionError


def test_the_database_is_not_loaded_before_an_office_is_opened() -> None:
    code = "import sys, tthc_desktop.office; print('sqlalchemy' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
