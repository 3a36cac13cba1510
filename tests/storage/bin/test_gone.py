"""The list of what was deleted: everything that is gone is in it once, and nothing that is there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.storage.samples import add, sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.filter import Filter, SavedFilter
from tthc_desktop.models.bin.returning import moments, returned
from tthc_desktop.models.bin.values import Deleted, What
from tthc_desktop.models.changes import Change, Kept
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.editing import paper, structure, tables, text
from tthc_desktop.models.editing.life import deletion, keep_version
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.progress.values import Evidence, Field, Progress, Said
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.table import Table
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import emphasised, plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.storage.library import utc_now


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.open(tmp_path / "office.tthc")


def edit(office: Office, plan: Plan, after: Plan, label: str = "Xóa") -> Plan:
    office.change(Change(label, ((office.plans[plan.id], after),)))
    return after


def table_of(plan: Plan) -> Table:
    (table,) = plan.appendices[0].nodes
    assert isinstance(table, Table)
    return table


def only(office: Office) -> Deleted:
    (found,) = office.deleted()
    return found


def test_nothing_is_deleted_in_an_office_where_all_is_there(office: Office) -> None:
    plan = add(office, sample_plan())
    edit(office, plan, paper.remove_bases(plan, [plan.bases[0].id]))
    office.undo()

    assert office.deleted() == ()


def test_a_plan_is_one_thing_with_all_in_it_and_its_kept_versions(office: Office) -> None:
    plan = add(office, sample_plan())
    office.change(Change("Lưu bản", ((None, keep_version(plan, "Bản trình", utc_now())),)))
    said = Progress(new_id(), plan.id, next(iter(plan.tasks)), "unit", {Field.STATUS: Said("đang làm")})
    office.change(Change("Tiến độ", ((None, said),)))
    office.change(Change("Xóa kế hoạch", deletion(office.holdings, plan.id)))

    found = only(office)

    assert (found.what, found.id, found.plan_id, found.label) == (What.PLAN, plan.id, plan.id, "Xóa kế hoạch")
    assert found.words == str(plan.title)
    assert "Sở 1" in found.inside
    assert "đang làm" in found.inside


PARTS: tuple[tuple[str, What, Callable[[Plan], Plan]], ...] = (
    ("YÊU CẦU", What.HEADING, lambda plan: text.remove_nodes(plan, [plan.body[0].id])),
    ("Căn cứ Nghị định số 63/2010/NĐ-CP", What.BASIS, lambda plan: paper.remove_bases(plan, [plan.bases[0].id])),
    ("Như trên", What.RECIPIENT, lambda plan: paper.remove_recipients(plan, [plan.recipients[0].id])),
    ("DANH MỤC NHIỆM VỤ", What.APPENDIX, lambda plan: paper.remove_appendix(plan, plan.appendices[0].id)),
    ("number · content · lead · deadline", What.TABLE, lambda plan: text.remove_nodes(plan, [table_of(plan).id])),
    ("lead", What.COLUMN, lambda plan: tables.remove_column(plan, table_of(plan).id, table_of(plan).columns[2].id)),
    (
        "Rà soát, công bố, công khai danh mục thủ tục hành chính thuộc lĩnh vực số 1",
        What.TASK,
        lambda plan: tables.remove_rows(plan, table_of(plan).id, [table_of(plan).rows[1].id]),
    ),
)


@pytest.mark.parametrize(("words", "what", "remove"), PARTS)
def test_each_part_of_a_plan_is_listed_by_its_words(
    office: Office, words: str, what: What, remove: Callable[[Plan], Plan]
) -> None:
    plan = add(office, sample_plan())
    edit(office, plan, remove(plan))

    found = only(office)

    assert (found.words, found.what, found.plan_id) == (words, what, plan.id)


@pytest.mark.parametrize(
    ("value", "what", "words"),
    [
        (Unit("u", "Sở Nội vụ"), What.UNIT, "Sở Nội vụ"),
        (LegalDocument("d", "Nghị định", "63/2010/NĐ-CP", title="về kiểm soát"), What.DOCUMENT, "63/2010"),
        (ExchangedDay("e", date(2026, 9, 1), note="nghỉ bù"), What.DAY, "01/09/2026 nghỉ bù"),
        (Regime("r", "Báo cáo quý", date(2026, 1, 1)), What.REGIME, "Báo cáo quý"),
        (SavedFilter("f", "Việc của tôi", Filter()), What.FILTER, "Việc của tôi"),
        (Rules(), What.RULES, ""),
    ],
)
def test_each_kind_that_is_kept_by_itself_is_listed(office: Office, value: Kept, what: What, words: str) -> None:
    office.change(Change("Thêm", ((None, value),)))
    office.change(Change("Bỏ", ((value, None),)))

    found = only(office)

    assert (found.what, found.id) == (what, value.id)
    assert words in found.words


def test_what_was_brought_back_is_not_listed_and_what_was_deleted_again_is_listed_once(office: Office) -> None:
    unit = Unit("u", "Sở Nội vụ")
    for _ in range(2):
        office.change(Change("Thêm", ((None, unit),)))
        assert office.deleted() == ()
        office.change(Change("Bỏ", ((unit, None),)))

    assert only(office).entry == office.history()[0].id


def test_paragraphs_that_were_joined_or_had_no_words_are_not_deleted(office: Office) -> None:
    plan = Plan(new_id(), body=tuple(Item(new_id(), Mark.NONE, plain(words)) for words in ("Một", "Hai", "")))
    add(office, plan)
    edit(office, plan, structure.join_items(plan, plan.body[0].id, plan.body[1].id))
    now = office.plans[plan.id]
    edit(office, plan, text.remove_nodes(now, [plan.body[2].id]))

    assert office.deleted() == ()


def test_a_paragraph_that_is_deleted_beside_one_that_says_the_same_is_deleted(office: Office) -> None:
    plan = Plan(new_id(), body=tuple(Item(new_id(), Mark.NONE, plain("Như nhau")) for _ in range(2)))
    add(office, plan)
    changed = text.set_words(text.remove_nodes(plan, [plan.body[0].id]), plan.body[1].id, plain("Như nhau cả"))
    edit(office, plan, changed)

    assert only(office).words == "Như nhau"


def test_the_newest_comes_first_and_emphasis_is_not_shown(office: Office) -> None:
    plan = add(office, sample_plan())
    bold = replace(plan.bases[0], text=emphasised(plan.bases[0].text, bold=True))
    plan = edit(office, plan, replace(plan, bases=(bold,)), "In đậm")
    plan = edit(office, plan, paper.remove_bases(plan, [bold.id]))
    edit(office, plan, paper.remove_recipients(plan, [plan.recipients[0].id]))

    assert [found.words for found in office.deleted()] == ["Như trên", "Căn cứ Nghị định số 63/2010/NĐ-CP"]


def test_a_file_that_is_evidence_no_more_is_listed_by_its_name(office: Office) -> None:
    first, second = Evidence("ảnh.jpg", "a" * 64), Evidence("báo cáo.pdf", "b" * 64)
    said = Progress("said", "plan", "work", "unit", {}, files=(first, second))
    office.change(Change("Ghi tiến độ", ((None, said),)))
    left = replace(said, files=(second,))
    office.change(Change("Bỏ tệp", ((said, left),)))

    found = only(office)

    assert (found.what, found.words, found.plan_id, found.under) == (What.EVIDENCE, "ảnh.jpg", "plan", "said")
    made = returned([found], moments([found], office.before), office.holdings)
    office.change(made.change)
    assert office.progress_of("plan")["said"].files == (second, first)
    assert office.deleted() == ()


def test_evidence_that_went_with_its_progress_comes_back_with_that(office: Office) -> None:
    files = (Evidence("ảnh.jpg", "a" * 64), Evidence("báo cáo.pdf", "b" * 64))
    said = Progress("said", "plan", "work", "unit", {}, files=files)
    office.change(Change("Ghi tiến độ", ((None, said),)))
    left = replace(said, files=files[1:])
    office.change(Change("Bỏ tệp", ((said, left),)))
    office.change(Change("Xóa tiến độ", ((left, None),)))

    found = office.deleted()
    assert [one.what for one in found] == [What.PROGRESS, What.EVIDENCE]
    with pytest.raises(UserError, match="tiến độ ấy trở lại trước"):
        returned(found[1:], moments(found[1:], office.before), office.holdings)
    office.change(returned(found, moments(found, office.before), office.holdings).change)

    assert set(office.progress_of("plan")["said"].files) == set(files)


def test_a_target_that_a_row_names_goes_and_comes_back_with_the_row(office: Office) -> None:
    plan = add(office, sample_plan())
    table = table_of(plan)
    marked = Target(new_id(), plain("Đạt 95%"), item_id=table.rows[1].id)
    plan = edit(office, plan, replace(plan, targets={marked.id: marked}), "Đánh dấu")
    without = tables.remove_rows(plan, table.id, [table.rows[1].id])
    edit(office, plan, without)
    assert marked.id not in without.targets

    found = only(office)
    office.change(returned([found], moments([found], office.before), office.holdings).change)

    assert office.plans[plan.id] == plan


def test_a_mark_alone_is_listed_and_comes_back(office: Office) -> None:
    plan = add(office, sample_plan())
    marked = Target(new_id(), plain("Đạt 95%"), item_id=plan.body[0].id)
    with_mark = edit(office, plan, replace(plan, targets={marked.id: marked}), "Đánh dấu")
    edit(office, plan, replace(with_mark, targets={}), "Bỏ đánh dấu")

    found = only(office)
    assert (found.what, found.words, found.under) == (What.MARK, "Đạt 95%", plan.body[0].id)
    office.change(returned([found], moments([found], office.before), office.holdings).change)

    assert office.plans[plan.id] == with_mark
