"""The page of targets: shown by period, measured in place, undone, drawn; those of the running text marked."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.streams import letters, unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Period, Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.targets.marks import marked
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.problems import findings
from tthc_desktop.ui.targets.page import TargetsPage
from tthc_desktop.ui.targets.proposals import ProposedTargets, TargetProposals
from tthc_desktop.ui.targets.table import FIELDS, TargetsTable, cell_words

_ROLES = (Role.NUMBER, Role.CONTENT, Role.UNIT, Role.VALUE)


def plan_of(year: int, stage: Stage = Stage.DRAFT) -> Plan:
    rate = Target(
        f"rate{year}", plain("Tỷ lệ hồ sơ đúng hạn"), plain("%"), plain("Tối thiểu 95"), plain(""), plain("Sở")
    )
    fee = Target(f"fee{year}", plain("Tỷ lệ phí nộp trực tuyến"), plain("%"), plain("60"))
    rows = (
        Row(f"group{year}", RowKind.GROUP, title=plain("NHÓM CHUNG")),
        *(Row(f"r{each.id}", RowKind.TARGET, 1, target_id=each.id) for each in (rate, fee)),
    )
    goals = Item(f"goal{year}", Mark.ARABIC, plain("Giảm 30% thời gian, 20% chi phí so với năm trước"))
    return Plan(
        f"p{year}",
        title=plain(f"Kiểm soát thủ tục năm {year}"),
        period=Period(date(year, 1, 1), date(year, 12, 31)),
        body=(goals, Table(f"t{year}", tuple(Column(f"{role}{year}", role) for role in _ROLES), rows)),
        targets={rate.id: rate, fee.id: fee},
        stage=stage,
    )


def said(work: str, key: str, b: int, a: int, unit: str = "") -> Progress:
    words = {Field.NUMERATOR: Said(str(b)), Field.DENOMINATOR: Said(str(a))}
    return Progress(f"{work}{key}{unit}", f"p{work[-4:]}", work, unit, words, key)


FIGURES = (
    said("rate2029", "2029-Q2", 97, 100),
    said("rate2030", "2030-Q1", 96, 100),
    said("rate2030", "2030-Q2", 90, 100, "u1"),
    said("rate2030", "2030-Q2", 99, 100, "u2"),
)
UNITS = (Unit("u1", "Phòng Cải cách"), Unit("u2", "Văn phòng"))


def begin(hands: Hands, plan: Plan) -> TargetsPage:
    new = (plan_of(2029), plan, *UNITS, *FIGURES)
    hands.window.desk.apply(Change("Thêm", tuple((None, value) for value in new)))
    hands.do("targets")
    page = hands.window.page()
    assert isinstance(page, TargetsPage)
    hands.bot.waitUntil(page.view.isVisible, timeout=WAIT)
    return page


@pytest.fixture
def page(hands: Hands) -> TargetsPage:
    """Return the page of a plan with two targets of a table, measured by two units, and two in its text."""
    return begin(hands, plan_of(2030))


def progress(hands: Hands, work: str, key: str = "2030-Q2", unit: str = "") -> Progress | None:
    assert hands.window.desk.office is not None
    every = hands.window.desk.office.progress.values()
    return next((one for one in every if (one.work_id, one.period, one.unit_id) == (work, key, unit)), None)


def row_of(page: TargetsPage, work: str, unit: str = "") -> int:
    return next(at for at, line in enumerate(page.table.kept) if (line.target_id, line.unit_id) == (work, unit))


def cell(page: TargetsPage, work: str, field: str, unit: str = "") -> str:
    return str(page.table.index(row_of(page, work, unit), FIELDS.index(field)).data()).strip()


def type_into(page: TargetsPage, work: str, field: str, words: str, unit: str = "") -> None:
    page.view.go_to(page.table.kept[row_of(page, work, unit)].id, field)
    page.view.setFocus()
    letters(page.view, words[0])
    assert page.cells.editor is not None
    unikey(page.cells.editor, words[1:])
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Return)


def settle(hands: Hands, page: TargetsPage, work: str, field: str, words: str) -> None:
    hands.bot.waitUntil(lambda: cell(page, work, field) == words, timeout=WAIT)


def test_targets_stand_below_their_headings_with_their_units(page: TargetsPage) -> None:
    assert page.period == "2030-Q2"
    assert [cell_words(line, "name") for line in page.table.kept] == [
        "NHÓM CHUNG", "Tỷ lệ hồ sơ đúng hạn", "Phòng Cải cách", "Văn phòng", "Tỷ lệ phí nộp trực tuyến",
    ]  # fmt: skip
    assert [cell(page, "rate2030", field) for field in FIELDS[2:]] == [
        "%", "Tối thiểu 95", "Sở", "189", "200", "94,5%", "", "▲ Chưa đạt", "97%",
    ]  # fmt: skip
    assert cell(page, "rate2030", "verdict", "u2") == "● Đạt"
    assert cell(page, "fee2030", "verdict") == ""


def test_a_figure_is_typed_in_one_change_and_undone(page: TargetsPage, hands: Hands) -> None:
    type_into(page, "fee2030", Field.NUMERATOR, "1.250")
    type_into(page, "fee2030", Field.DENOMINATOR, "2000")
    settle(hands, page, "fee2030", "verdict", "● Đạt")
    assert cell(page, "fee2030", Field.VALUE) == "62,5%"
    made = progress(hands, "fee2030")
    assert made is not None
    assert made.said == {Field.NUMERATOR: Said("1250"), Field.DENOMINATOR: Said("2000")}
    hands.do("undo")
    settle(hands, page, "fee2030", Field.DENOMINATOR, "")
    hands.do("undo")
    assert progress(hands, "fee2030") is None
    assert hands.window.page() is page


def test_a_denominator_of_nothing_is_told_as_such(page: TargetsPage, hands: Hands) -> None:
    type_into(page, "fee2030", Field.DENOMINATOR, "0")
    settle(hands, page, "fee2030", "verdict", "○ Không phát sinh")
    assert cell(page, "fee2030", Field.VALUE) == ""


def test_the_office_own_figures_go_before_those_of_units(page: TargetsPage, hands: Hands) -> None:
    type_into(page, "rate2030", Field.VALUE, "98")
    settle(hands, page, "rate2030", "verdict", "● Đạt")
    assert cell(page, "rate2030", Field.NUMERATOR) == ""
    type_into(page, "rate2030", Field.NUMERATOR, "95", "u1")
    hands.bot.waitUntil(lambda: cell(page, "rate2030", Field.NUMERATOR, "u1") == "95", timeout=WAIT)
    page.view.go_to(page.table.kept[row_of(page, "rate2030")].id, Field.VALUE)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    settle(hands, page, "rate2030", Field.VALUE, "97%")


def test_words_that_are_no_figure_stay_to_be_mended(page: TargetsPage, hands: Hands) -> None:
    type_into(page, "fee2030", Field.NUMERATOR, "nhiều")
    assert page.cells.editor is not None
    assert any("không phải một con số" in words for words in hands.said())
    assert progress(hands, "fee2030") is None
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Escape)
    assert page.cells.editor is None


def test_another_period_has_its_own_figures(page: TargetsPage, hands: Hands) -> None:
    titles = [page.head.periods.itemText(at) for at in range(page.head.periods.count())]
    assert titles[:4] == ["Tháng 1/2030", "Tháng 2/2030", "Tháng 3/2030", "Quý I/2030"]
    page.head.periods.setCurrentIndex(titles.index("Quý I/2030"))
    page.head.periods.activated.emit(titles.index("Quý I/2030"))
    settle(hands, page, "rate2030", Field.NUMERATOR, "96")
    assert cell(page, "rate2030", "last_year") == ""


def test_the_chosen_target_is_drawn_over_time(page: TargetsPage) -> None:
    page.view.go_to(page.table.kept[row_of(page, "rate2030")].id)
    chart = page.detail.chart.chart
    assert chart is not None
    assert chart.categories == ("Quý II/2029", "Quý I/2030", "Quý II/2030")
    assert [series.values for series in chart.series] == [(97.0, 96.0, 94.5), (95.0, 95.0, 95.0)]
    assert "Số liệu của 2 đơn vị" in page.detail.source.text()
    page.view.go_to(page.table.kept[row_of(page, "fee2030")].id)
    assert page.detail.chart.chart is None
    assert "Chưa có số liệu" in page.detail.none.text()


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.ISSUED])
def test_targets_of_the_text_are_marked_assigned_measured_and_unmarked(hands: Hands, stage: Stage) -> None:
    page = begin(hands, plan_of(2030, stage))
    assert page.head.in_text.text() == "Chỉ tiêu trong phần lời (2)…"
    page.head.in_text.click()
    review = hands.window.page()
    assert isinstance(review, TargetProposals)
    QTest.keyClick(review.view, Qt.Key.Key_Space)
    assert review.take.text() == "Đánh dấu 1 chỉ tiêu"
    review.take.click()
    assert hands.window.page() is page
    hands.bot.waitUntil(lambda: page.head.in_text.text() == "Chỉ tiêu trong phần lời (1)…", timeout=WAIT)
    (target,) = marked(hands.window.desk.office.plans["p2030"])  # type: ignore[union-attr]
    assert cell(page, target.id, "name") == "chi phí"
    type_into(page, target.id, "lead", "Phòng Cải cách")
    settle(hands, page, target.id, "lead", "Phòng Cải cách")
    type_into(page, target.id, Field.NUMERATOR, "70")
    type_into(page, target.id, Field.DENOMINATOR, "100")
    settle(hands, page, target.id, "verdict", "● Đạt")
    page.view.go_to(page.table.kept[row_of(page, target.id)].id)
    menu = page.view.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Bỏ đánh dấu chỉ tiêu").trigger()
    hands.bot.waitUntil(lambda: page.head.in_text.text() == "Chỉ tiêu trong phần lời (2)…", timeout=WAIT)
    hands.do("undo")
    assert hands.window.page() is page
    hands.bot.waitUntil(lambda: page.head.in_text.text() == "Chỉ tiêu trong phần lời (1)…", timeout=WAIT)


def test_words_that_lose_a_marked_value_are_a_place_to_look_at(hands: Hands) -> None:
    plan = plan_of(2030)
    mark = Target("mark", plain("thời gian"), plain("%"), plain("Giảm 40%"), item_id="goal2030")
    page = begin(hands, replace(plan, targets={**plan.targets, "mark": mark}))
    page.view.go_to(page.table.kept[row_of(page, "mark")].id)
    assert "không còn ghi “Giảm 40%”" in page.detail.doubt.text()
    menu = page.view.menu()
    assert menu is not None
    renew = next(action for action in menu.actions() if "Lấy mức giao mới" in action.text())
    assert renew.text().endswith("“Giảm 30% … so với năm trước”")
    (found,) = findings(hands.window.desk.office.plans["p2030"])  # type: ignore[union-attr]
    assert (found.owner, "không còn ghi “Giảm 40%”" in found.text) == ("goal2030", True)
    renew.trigger()
    settle(hands, page, "mark", "demanded", "Giảm 30% … so với năm trước")
    assert findings(hands.window.desk.office.plans["p2030"]) == ()  # type: ignore[union-attr]
    page.view.go_to(page.table.kept[row_of(page, "mark")].id)
    page.view.opened.emit()
    assert isinstance(hands.window.page(), PlanPage)


def test_a_deleted_plan_leaves_the_page_with_another_and_the_last_closes_it(page: TargetsPage, hands: Hands) -> None:
    desk = hands.window.desk
    assert desk.office is not None
    desk.apply(Change("Xóa", ((desk.office.plans["p2030"], None),)))
    hands.bot.waitUntil(lambda: page.about == "p2029" and page.found.plan.id == "p2029", timeout=WAIT)  # type: ignore[union-attr]
    desk.apply(Change("Xóa", ((desk.office.plans["p2029"], None),)))
    hands.bot.waitUntil(lambda: not isinstance(hands.window.page(), TargetsPage), timeout=WAIT)


def test_chosen_cells_are_copied_for_excel(page: TargetsPage) -> None:
    row = row_of(page, "rate2030")
    page.view.selectionModel().clear()
    for field in (Field.NUMERATOR, Field.DENOMINATOR):
        index = page.table.index(row, FIELDS.index(field))
        page.view.selectionModel().select(index, page.view.selectionModel().SelectionFlag.Select)
    page.view.copy()
    assert QGuiApplication.clipboard().text() == "189\t200"


def test_the_models_keep_the_rules_of_qt(page: TargetsPage) -> None:
    table = TargetsTable()
    tester = QAbstractItemModelTester(table)
    for lines in ((), page.table.kept, page.table.kept[1:], page.table.kept):
        table.show_lines(lines)
    proposed = ProposedTargets(page.found.open if page.found else ())
    QAbstractItemModelTester(proposed, proposed)
    proposed.set_taken(proposed.kept, taken=False)
    assert proposed.taken() == ()
    assert tester.model() is table


def test_everything_has_a_name_in_vietnamese(page: TargetsPage) -> None:
    page.head.in_text.setFocus()
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []
