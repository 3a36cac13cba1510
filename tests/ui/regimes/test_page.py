"""The page of regimes: looked at, taken over, written, given days; a report drawn up afterwards follows."""

from datetime import date, datetime
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tests.ui.streams import compose, unikey
from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import DaysOff, ExchangedDay
from tthc_desktop.models.editing.regimes import Detail
from tthc_desktop.models.reporting.cutoff_words import Part
from tthc_desktop.models.reporting.listed_regimes import listed_regimes
from tthc_desktop.models.reporting.regimes import Cutoff, Regime, cutoff_of
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.ui import today
from tthc_desktop.ui.regimes.page import RegimesPage
from tthc_desktop.ui.regimes.periods import PeriodsTable, shown_periods
from tthc_desktop.ui.regimes.table import COLUMNS, RegimesTable
from tthc_desktop.ui.reports.page import ReportsPage

NOW = known_regimes()[-1]


@pytest.fixture
def page(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> RegimesPage:
    """Return the page on a day in May 2026, opened by its command."""
    monkeypatch.setattr(today, "clock", lambda: datetime(2026, 5, 20, 9, 0).astimezone())
    hands.do("regimes")
    return front(hands)


def front(hands: Hands) -> RegimesPage:
    page = hands.window.page()
    assert isinstance(page, RegimesPage)
    return page


def kept(hands: Hands) -> dict[str, Regime]:
    assert hands.window.desk.office is not None
    return dict(hands.window.desk.office.regimes)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_words(page: RegimesPage, detail: Detail, *lines: str) -> None:
    """Type over what stands in a field, and leave it."""
    editor = page.editor.fields[detail].editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    for at, words in enumerate(lines):
        if at:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        unikey(editor, words)
    page.view.setFocus()


def type_days(page: RegimesPage, kind: SpanKind, part: Part, words: str) -> None:
    page.editor.periods.go_to(kind.value, part, edit=True)
    editor = page.editor.periods.cells.editor
    assert editor is not None
    editor.selectAll()
    if words:
        unikey(editor, words)
    else:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def example(page: RegimesPage, kind: SpanKind) -> str:
    table = page.editor.periods.periods
    return table.kept[table.row_of(kind.value)].example


def own(page: RegimesPage, hands: Hands) -> Regime:
    """Take the regime in force over and return it as the office has it."""
    click(page.own)
    return kept(hands)[NOW.id]


def test_the_regime_in_force_is_shown_and_only_read(page: RegimesPage, hands: Hands) -> None:
    hands.do("regimes")
    assert front(hands) is page
    assert [each.id for each in page.table.kept] == [each.id for each in known_regimes()]
    row = page.table.row_of(NOW.id)
    assert [page.table.index(row, at).data() for at in range(len(COLUMNS))] == [
        *(NOW.name, "10/01/2026", "", "Đang áp dụng", "Có sẵn")
    ]
    assert page.view.currentIndex().row() == row
    assert page.editor.fields[Detail.NAME].words == NOW.name
    assert page.editor.fields[Detail.BASES].words == "\n".join(NOW.bases)
    assert all(cast(QLineEdit, field.editor).isReadOnly() for field in page.editor.fields.values())
    periods = page.editor.periods
    assert not any(periods.periods.may_edit(periods.periods.index(0, at)) for at in range(6))
    assert example(page, SpanKind.QUARTER) == "Quý II/2026: số liệu từ 15/3/2026 đến 14/6/2026, hạn gửi 25/6/2026"
    assert "Điều 12, khoản 1" in page.editor.clause.text()
    assert not page.delete.isEnabled()
    assert "delete_part" not in page.commands()
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []


def test_the_clause_follows_the_row(page: RegimesPage, hands: Hands) -> None:
    page.editor.periods.go_to("quarter", Part.DUE)
    assert "Kỳ quý: theo Nghị định 09/2019/NĐ-CP, Điều 12, khoản 2" in page.editor.clause.text()
    own(page, hands)
    type_days(page, SpanKind.QUARTER, Part.DUE, "ngày 20")
    assert page.editor.clause.text() == "", "these days are the office's, not the law's"


def test_a_known_regime_is_taken_over_and_comes_back(page: RegimesPage, hands: Hands) -> None:
    assert own(page, hands) == NOW
    assert page.editor.fields[Detail.NAME].editor.hasFocus()
    assert not page.own.isEnabled()
    assert "1 của cơ quan, 2 có sẵn" in {each.text() for each in page.findChildren(type(page.editor.note))}
    type_words(page, Detail.ADDRESSEES, "Sở Tư pháp")
    assert page.delete.text() == "Trở lại bản có sẵn"
    click(page.delete)
    assert kept(hands) == {}
    assert page.editor.fields[Detail.ADDRESSEES].words == ""
    hands.do("undo")
    assert kept(hands)[NOW.id].addressees == ("Sở Tư pháp",)
    assert page.editor.fields[Detail.ADDRESSEES].words == "Sở Tư pháp"


def test_what_is_typed_becomes_changes_undone_by_name(page: RegimesPage, hands: Hands) -> None:
    own(page, hands)
    type_words(page, Detail.NAME, "Chế độ của tỉnh")
    type_words(page, Detail.BASES, "Bản đường", "- thuế  Nguyễn")
    type_words(page, Detail.RECIPIENTS, "Như trên", "", "Lưu: VT")
    type_words(page, Detail.FORMS, "Biểu 01")
    type_words(page, Detail.START, "1/3/2026")
    type_words(page, Detail.END, "31.12.2026")
    made = kept(hands)[NOW.id]
    assert (made.name, made.bases) == ("Chế độ của tỉnh", ("Bản đường", "thuế Nguyễn"))
    assert (made.recipients, made.forms) == (("Như trên", "Lưu: VT"), ("Biểu 01",))
    assert (made.start, made.end) == (date(2026, 3, 1), date(2026, 12, 31))
    assert page.editor.fields[Detail.BASES].words == "Bản đường\nthuế Nguyễn"
    assert page.editor.fields[Detail.END].words == "31/12/2026"
    office = hands.window.desk.office
    assert office is not None
    assert office.undo_label == "Sửa đến ngày của chế độ báo cáo “Chế độ của tỉnh”"
    for _ in range(6):
        hands.do("undo")
    assert kept(hands)[NOW.id] == NOW
    assert page.editor.fields[Detail.NAME].words == NOW.name


def test_undo_takes_what_is_being_typed_and_gives_the_words_back(page: RegimesPage, hands: Hands) -> None:
    own(page, hands)
    editor = page.editor.fields[Detail.ADDRESSEES].editor
    editor.setFocus()
    unikey(editor, "Sở Tư pháp")
    hands.bot.waitUntil(lambda: kept(hands)[NOW.id].addressees == ("Sở Tư pháp",), timeout=WAIT)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    unikey(editor, "- Bộ Tư pháp")
    hands.bot.waitUntil(lambda: len(kept(hands)[NOW.id].addressees) == 2, timeout=WAIT)
    assert page.editor.fields[Detail.ADDRESSEES].words == "Sở Tư pháp\n- Bộ Tư pháp", "as it is typed until it is left"
    assert not page.is_unwritten()
    hands.do("undo")
    assert editor.hasFocus()
    assert page.editor.fields[Detail.ADDRESSEES].words == "Sở Tư pháp"


def test_a_word_being_composed_is_waited_for(page: RegimesPage, hands: Hands) -> None:
    own(page, hands)
    editor = page.editor.fields[Detail.ADDRESSEES].editor
    editor.setFocus()
    compose(editor, "S", "Sơ", "Sở")
    QTest.qWait(900)
    assert kept(hands)[NOW.id].addressees == ()
    compose(editor, commit="Sở")
    hands.bot.waitUntil(lambda: kept(hands)[NOW.id].addressees == ("Sở",), timeout=WAIT)


@pytest.mark.parametrize(
    ("detail", "words", "told"),
    [
        (Detail.END, "09/01/2026", "trước khi có hiệu lực"),
        (Detail.START, "31/02/2026", "không phải là một ngày"),
        (Detail.START, "1/1/20255", "không phải là một ngày"),
        (Detail.NAME, "", "chưa có tên"),
    ],
)
def test_what_cannot_be_changes_nothing_and_stays_to_be_mended(
    page: RegimesPage, hands: Hands, detail: Detail, words: str, told: str
) -> None:
    own(page, hands)
    type_words(page, detail, words)
    assert told in " ".join(hands.said())
    assert kept(hands)[NOW.id] == NOW
    assert page.editor.fields[detail].words == words
    assert page.is_unwritten()
    QTest.keyClick(page.editor.fields[detail].editor, Qt.Key.Key_Escape)
    assert not page.is_unwritten()


def test_days_are_typed_and_their_meaning_shown_meanwhile(page: RegimesPage, hands: Hands) -> None:
    own(page, hands)
    page.editor.periods.go_to("quarter", Part.TO_DAY, edit=True)
    editor = page.editor.periods.cells.editor
    assert editor is not None
    editor.selectAll()
    unikey(editor, "cuối tháng")
    assert "đến 30/6/2026, hạn gửi 25/6/2026, trước ngày chốt" in example(page, SpanKind.QUARTER)
    assert kept(hands)[NOW.id] == NOW
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert cutoff_of(kept(hands)[NOW.id], SpanKind.QUARTER) == Cutoff(SpanKind.QUARTER, 1, 15, 31, 25)
    type_days(page, SpanKind.QUARTER, Part.DUE, "")
    assert example(page, SpanKind.QUARTER).endswith("không đặt hạn gửi")
    hands.do("undo")
    hands.do("undo")
    assert kept(hands)[NOW.id] == NOW
    assert example(page, SpanKind.QUARTER).endswith("hạn gửi 25/6/2026")


def test_what_is_given_up_is_no_longer_shown(page: RegimesPage, hands: Hands) -> None:
    own(page, hands)
    before = example(page, SpanKind.MONTH)
    page.editor.periods.go_to("month", Part.FROM_DAY, edit=True)
    editor = page.editor.periods.cells.editor
    assert editor is not None
    unikey(editor, "0")
    assert "không dùng làm" in example(page, SpanKind.MONTH)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert example(page, SpanKind.MONTH) == before


@pytest.mark.parametrize(("part", "words"), [(Part.FROM_DAY, "0"), (Part.TO_DAY, "40"), (Part.MONTHS, "mai")])
def test_a_day_that_no_month_has_is_refused(page: RegimesPage, hands: Hands, part: Part, words: str) -> None:
    own(page, hands)
    type_days(page, SpanKind.MONTH, part, words)
    assert f"“{words}” không dùng làm" in " ".join(hands.said())
    assert kept(hands)[NOW.id] == NOW
    assert page.editor.periods.cells.editor is not None, "the words stay to be mended"


def test_working_days_leave_out_holidays_and_days_of_the_office(page: RegimesPage, hands: Hands) -> None:
    own(page, hands)
    type_days(page, SpanKind.MONTH, Part.TO_DAY, "29")
    type_days(page, SpanKind.MONTH, Part.DUE, "sau 2 ngày làm việc")
    assert cutoff_of(kept(hands)[NOW.id], SpanKind.MONTH) == Cutoff(SpanKind.MONTH, 1, 15, 29, None, 2)
    assert example(page, SpanKind.MONTH).endswith("hạn gửi 02/6/2026")
    day = ExchangedDay("d", date(2026, 6, 1))
    hands.window.desk.apply(Change("Thêm ngày", ((None, day),)))
    assert example(page, SpanKind.MONTH).endswith("hạn gửi 03/6/2026")


def test_public_holidays_are_learned_in_the_background(page: RegimesPage, hands: Hands) -> None:
    cutoff = Cutoff(SpanKind.MONTH, to_day=28, due_after=3)
    regime = Regime("a", "Tháng 4", date(2026, 4, 1), date(2026, 4, 30), cutoffs=(cutoff,))
    hands.window.desk.apply(Change("Thêm", ((None, regime),)))
    page.show_regime("a")
    hands.bot.waitUntil(lambda: example(page, SpanKind.MONTH).endswith("hạn gửi 05/5/2026"), timeout=WAIT)


def test_new_regimes_begin_today(page: RegimesPage, hands: Hands) -> None:
    click(page.copy)
    (copied,) = kept(hands).values()
    assert copied.id != NOW.id
    assert (copied.name, copied.cutoffs, copied.start) == (NOW.name, NOW.cutoffs, date(2026, 5, 20))
    assert page.table.kept[page.view.currentIndex().row()].id == copied.id
    hands.do("undo")
    click(page.add)
    (new,) = kept(hands).values()
    assert (new.start, new.end, new.cutoffs) == (date(2026, 5, 20), None, ())
    type_words(page, Detail.NAME, "Chế độ riêng")
    assert kept(hands)[new.id].name == "Chế độ riêng"
    assert page.table.kept[page.table.row_of(new.id)].holds
    hands.do("delete_part")
    assert kept(hands) == {}
    hands.do("undo")
    assert page.table.kept[page.view.currentIndex().row()].id == new.id


def test_typing_goes_to_the_regime_it_was_typed_into(page: RegimesPage, hands: Hands) -> None:
    own(page, hands)
    editor = page.editor.fields[Detail.FORMS].editor
    editor.setFocus()
    unikey(editor, "Biểu 02")
    page.show_regime(known_regimes()[0].id)
    assert kept(hands)[NOW.id].forms == ("Biểu 02",)
    assert page.editor.fields[Detail.FORMS].words == ""
    assert set(kept(hands)) == {NOW.id}


def test_a_report_takes_the_words_of_the_offices_regime(
    page: RegimesPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(page, hands)
    type_words(page, Detail.BASES, "Căn cứ Quyết định của tỉnh")
    type_words(page, Detail.ADDRESSEES, "Sở Tư pháp")
    type_words(page, Detail.RECIPIENTS, "Ban Giám đốc")
    type_days(page, SpanKind.QUARTER, Part.TO_DAY, "20")
    monkeypatch.setattr(today, "clock", lambda: datetime(2030, 7, 5, 9, 0).astimezone())
    hands.add(little_plan())
    hands.do("reports")
    reports = hands.window.page()
    assert isinstance(reports, ReportsPage)
    hands.bot.waitUntil(lambda: "20/6/2030" in reports.form.sentence.text(), timeout=WAIT)
    reports.form.draw_up.click()
    office = hands.window.desk.office
    assert office is not None
    hands.bot.waitUntil(lambda: any(plan.drawn for plan in office.plans.values()), timeout=WAIT)
    (made,) = (plan for plan in office.plans.values() if plan.drawn)
    assert made.drawn is not None
    assert (made.drawn.regime_id, made.drawn.end) == (NOW.id, date(2030, 6, 20))
    assert str(made.bases[0].text) == "Căn cứ Quyết định của tỉnh;"
    assert made.addressees == ("Sở Tư pháp",)
    assert "Ban Giám đốc" in [each.text for each in made.recipients]


def test_the_page_of_reports_leads_here(hands: Hands, page: RegimesPage) -> None:
    hands.do("reports")
    reports = hands.window.page()
    assert isinstance(reports, ReportsPage)
    click(reports.form.regimes)
    assert front(hands) is page


def test_the_tables_keep_the_rules_of_qt(page: RegimesPage) -> None:
    regimes, periods = RegimesTable(page), PeriodsTable(page)
    for table in (regimes, periods):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    listed = listed_regimes({}, known_regimes(), date(2026, 5, 20))
    rows = shown_periods(NOW, date(2026, 5, 20), DaysOff())
    for count in (3, 1, 0, 3):
        regimes.show_kept(listed[:count])
        periods.show_kept(rows[:count])
        assert (regimes.rowCount(), periods.rowCount()) == (count, count)


def test_editors_of_many_lines_leave_tab_to_the_form(page: RegimesPage) -> None:
    lists = [each.editor for each in page.editor.fields.values() if isinstance(each.editor, QPlainTextEdit)]
    assert len(lists) == 4
    assert all(each.tabChangesFocus() for each in lists)
