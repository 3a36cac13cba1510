"""Days off of a year and the rules: shown, entered, edited, taken back."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.streams import unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.rules import rules_of
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.ui.days.page import DaysPage
from tthc_desktop.ui.days.table import FIELDS, DaysTable, ShownDay

BRIDGE = ExchangedDay("a", date(2026, 5, 4), note="nghỉ bù")
WORKED = ExchangedDay("b", date(2026, 5, 9), off=False, note="làm bù")


@pytest.fixture
def page(hands: Hands) -> DaysPage:
    """Return the page of 2026 with two days of the office, opened by its command."""
    hands.window.desk.apply(Change("Thêm ngày", ((None, BRIDGE), (None, WORKED))))
    hands.do("days")
    page = hands.window.page()
    assert isinstance(page, DaysPage)
    page.year.setValue(2026)
    hands.bot.waitUntil(lambda: len(page.table.kept) > 10, timeout=WAIT)
    return page


def kept(hands: Hands) -> dict[str, ExchangedDay]:
    assert hands.window.desk.office is not None
    return dict(hands.window.desk.office.exchanged_days)


def cell(page: DaysPage, row: int, field: str) -> str:
    return str(page.table.index(row, FIELDS.index(field)).data())


def enter(page: DaysPage, day: date, off: bool, note: str) -> None:
    page.entry.when.setDate(QDate(day.year, day.month, day.day))
    page.entry.kind.setCurrentIndex(page.entry.kind.findData(off))
    page.entry.note.setText(note)
    QTest.mouseClick(page.entry.add, Qt.MouseButton.LeftButton)


def type_into(page: DaysPage, day_id: str, field: str, words: str) -> None:
    page.view.go_to(day_id, field, edit=True)
    editor = page.cells.editor
    assert editor is not None
    editor.selectAll()
    unikey(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_public_holidays_stand_beside_the_days_of_the_office(page: DaysPage, hands: Hands) -> None:
    hands.do("days")
    assert hands.window.page() is page
    days = [each.day for each in page.table.kept]
    assert days == sorted(days)
    tet = page.table.row_of("2026-02-17")
    assert [cell(page, tet, field) for field in FIELDS] == [
        *("17/02/2026", "Thứ Ba", "Nghỉ", "Tết Nguyên Đán", "Ngày lễ, Tết")
    ]
    own = page.table.row_of("b")
    assert [cell(page, own, field) for field in FIELDS] == [
        *("09/05/2026", "Thứ Bảy", "Làm việc bù", "làm bù", "Cơ quan")
    ]
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []


def test_another_year_has_other_days(page: DaysPage, hands: Hands) -> None:
    page.year.setValue(2027)
    hands.bot.waitUntil(lambda: page.table.row_of("2027-02-06") >= 0, timeout=WAIT)
    assert {each.day.year for each in page.table.kept} == {2027}


def test_a_day_is_entered_and_taken_back(page: DaysPage, hands: Hands) -> None:
    enter(page, date(2026, 9, 3), off=True, note="nghỉ thêm")
    (new,) = (each for each in kept(hands).values() if each.id not in "ab")
    assert (new.day, new.off, new.note) == (date(2026, 9, 3), True, "nghỉ thêm")
    assert [each.id for each in page.view.chosen()] == [new.id]
    assert page.entry.note.text() == ""
    hands.do("undo")
    assert kept(hands) == {"a": BRIDGE, "b": WORKED}
    assert page.table.row_of(new.id) < 0


def test_a_day_that_is_off_anyway_is_refused_in_a_sentence(page: DaysPage, hands: Hands) -> None:
    enter(page, date(2026, 5, 1), off=True, note="")
    assert "vốn là ngày nghỉ (Ngày Quốc tế Lao động)" in " ".join(hands.said())
    enter(page, date(2031, 1, 1), off=True, note="")
    assert "vốn là ngày nghỉ (Tết Dương lịch)" in " ".join(hands.said())
    assert kept(hands) == {"a": BRIDGE, "b": WORKED}


def test_cells_of_the_office_are_typed_into(page: DaysPage, hands: Hands) -> None:
    type_into(page, "a", "note", "hoán đổi")
    assert kept(hands)["a"].note == "hoán đổi"
    type_into(page, "a", "day", "5/5/2026")
    assert kept(hands)["a"].day == date(2026, 5, 5)
    hands.do("undo")
    hands.do("undo")
    assert kept(hands)["a"] == BRIDGE


def test_what_is_no_day_stays_in_its_line(page: DaysPage, hands: Hands) -> None:
    type_into(page, "a", "day", "31/2/2026")
    assert "không phải là một ngày" in " ".join(hands.said())
    assert page.cells.editor is not None
    QTest.keyClick(page.cells.editor, Qt.Key.Key_Escape)
    type_into(page, "a", "off", "chơi")
    assert "không phải một loại ngày" in " ".join(hands.said())


def test_public_holidays_cannot_be_edited_or_deleted(page: DaysPage) -> None:
    page.view.go_to("2026-02-17", "note")
    assert not page.table.flags(page.view.currentIndex()) & Qt.ItemFlag.ItemIsEditable
    assert not page.delete.isEnabled()
    assert "delete_part" not in page.commands()


def test_days_of_the_office_are_deleted_and_taken_back(page: DaysPage, hands: Hands) -> None:
    page.view.go_to("a", "day")
    QTest.mouseClick(page.delete, Qt.MouseButton.LeftButton)
    assert kept(hands) == {"b": WORKED}
    hands.do("undo")
    assert kept(hands) == {"a": BRIDGE, "b": WORKED}
    assert [each.id for each in page.view.chosen()] == ["a"]


def test_the_rules_are_chosen_and_taken_back(page: DaysPage, hands: Hands) -> None:
    office = hands.window.desk.office
    assert office is not None
    page.rules.strict.setCurrentIndex(1)
    page.rules.strict.activated.emit(1)
    row = page.rules.review.findData(SpanKind.MONTH.value)
    page.rules.review.setCurrentIndex(row)
    page.rules.review.activated.emit(row)
    rules = rules_of(office.holdings)
    assert (rules.strict, rules.review) == (True, "month")
    hands.do("undo")
    assert rules_of(office.holdings).review == "quarter"
    assert page.rules.review.currentText() == "Hằng quý"
    assert page.rules.strict.currentIndex() == 1


def test_the_table_keeps_the_rules_of_qt(page: DaysPage) -> None:
    table = DaysTable(page)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = (ShownDay("2026-01-01", date(2026, 1, 1), "Tết"), ShownDay("a", BRIDGE.day, BRIDGE.note, BRIDGE))
    for days in (shown, shown[:1], (), shown):
        table.show_kept(days)
        assert table.rowCount() == len(days)
