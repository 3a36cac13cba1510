"""The page that sends units their sheets: who gets one, files and record together or not at all, undone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Period
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.spans import SpanKind, span_with, title
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.periods import choices, usual
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.sending.page import SendPage
from tthc_desktop.ui.sending.table import AddresseesTable

ROOM, OFFICE = Unit("u1", "Phòng Cải cách"), Unit("u2", "Văn phòng")


def opened(hands: Hands, folder: Path, *units: Unit) -> SendPage:
    """Open the page for the little plan, in an office that knows these units."""
    hands.window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in units)))
    hands.add(little_plan())
    hands.do("send")
    page = hands.window.page()
    assert isinstance(page, SendPage)
    hands.bot.waitUntil(lambda: bool(page.table.addressees), timeout=WAIT)
    page.foot.folder.setText(str(folder))
    return page


def names(page: SendPage) -> list[str]:
    return [str(page.table.index(row, 0).data()) for row in range(page.table.rowCount())]


def send(hands: Hands, page: SendPage, said: str) -> None:
    QTest.mouseClick(page.foot.send, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: any(said in what for what in hands.said()), timeout=WAIT)


def sendings(hands: Hands) -> tuple[Sending, ...]:
    assert hands.window.desk.office is not None
    return tuple(hands.window.desk.office.sendings.values())


def units(hands: Hands) -> tuple[str, ...]:
    assert hands.window.desk.office is not None
    return tuple(unit.name for unit in hands.window.desk.office.units.values())


def test_the_page_tells_who_gets_how_much(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    assert names(page) == ["Phòng Cải cách", "Văn phòng (mới)"]
    assert [page.table.index(0, column).data() for column in range(1, 5)] == ["3", "0", "chưa gửi", "chưa nhận"]
    assert page.foot.send.text() == "Gửi 2 bảng"
    assert "1 đơn vị mới" in page.foot.sentence.text()
    assert page.foot.day() == date.today() + timedelta(days=14)  # noqa: DTZ011 - the clerk's own day
    assert page.foot.due.minimumDate().toPython() == date.today()  # noqa: DTZ011 - as above
    assert page.foot.due.displayFormat() == "dd/MM/yyyy"
    hands.window.pages.setCurrentWidget(next(each for each in hands.window.all_pages() if isinstance(each, PlanPage)))
    hands.do("send")
    assert hands.window.page() is page


def test_sheets_are_written_and_remembered_and_undo_forgets_them(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path / "bảng", ROOM)
    send(hands, page, "Đã ghi 2 bảng vào")
    assert page not in hands.window.all_pages()
    files = sorted((tmp_path / "bảng").iterdir())
    assert [sending.file for sending in sendings(hands)] == [path.name for path in files]
    returned = read_unit_sheet(read_book(files[0]))
    assert returned.sent is not None
    assert returned.sent.sending_id in {sending.id for sending in sendings(hands)}
    assert len([row for row in returned.rows if row.work_id]) == 3
    assert set(units(hands)) == {"Phòng Cải cách", "Các phòng", "Văn phòng"}
    hands.do("undo")
    assert sendings(hands) == ()
    assert units(hands) == ("Phòng Cải cách",)
    assert "Đã hoàn tác: Gửi bảng cho 2 đơn vị." in hands.said()
    hands.do("redo")
    assert len(sendings(hands)) == 2


def test_a_second_round_overwrites_nothing_and_knows_the_first(hands: Hands, tmp_path: Path) -> None:
    send(hands, opened(hands, tmp_path, ROOM, OFFICE), "Đã ghi 2 bảng")
    before = {path: path.read_bytes() for path in tmp_path.glob("*.xlsx")}
    back = replace(sendings(hands)[0], returned_at=datetime(2026, 11, 26, 7, 5, tzinfo=UTC))
    hands.window.desk.apply(Change("Nhận lại", ((sendings(hands)[0], back),)))
    hands.open("p1")
    hands.do("send")
    page = hands.window.page()
    assert isinstance(page, SendPage)
    hands.bot.waitUntil(lambda: bool(page.table.addressees), timeout=WAIT)
    assert page.foot.folder.text() == str(tmp_path)
    shown = {str(page.table.index(row, 4).data()) for row in range(2)}
    assert "chưa nhận" in shown
    assert len(shown) == 2
    assert "chưa gửi" not in {page.table.index(row, 3).data() for row in range(2)}
    send(hands, page, "Đã ghi 2 bảng")
    after = {path: path.read_bytes() for path in tmp_path.glob("*.xlsx")}
    assert len(after) == 4
    assert all(after[path] == data for path, data in before.items())


def test_only_ticked_units_get_a_sheet(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    page.view.setFocus()
    page.view.selectRow(1)
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert page.foot.send.text() == "Gửi 1 bảng"
    send(hands, page, "Đã ghi 1 bảng")
    assert [sending.unit_id for sending in sendings(hands)] == ["u1"]
    assert "Văn phòng" not in units(hands)


def test_with_nobody_ticked_nothing_can_be_sent(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    page.table.set_taken(page.table.addressees, taken=False)
    assert not page.foot.send.isEnabled()
    page.table.setData(page.table.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert page.foot.send.isEnabled()


def test_a_folder_that_cannot_be_used_is_told_and_leaves_nothing(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    (tmp_path / "tệp").write_text("đây là tệp", encoding="utf-8")
    page.foot.folder.setText(str(tmp_path / "tệp" / "trong"))
    send(hands, page, "Không dùng được thư mục")
    assert page in hands.window.all_pages()
    assert sendings(hands) == ()
    hands.bot.waitUntil(page.foot.send.isEnabled, timeout=WAIT)
    page.foot.folder.setText("")
    send(hands, page, "Chưa rõ ghi các bảng vào thư mục nào.")
    assert page.foot.send.isEnabled()


def test_what_cannot_be_remembered_takes_its_files_away(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(hands, tmp_path / "bảng", ROOM)
    office = hands.window.desk.office
    assert office is not None

    def refuse(_change: Change) -> None:
        raise UserError("Ổ đĩa đã đầy.", "Hãy xóa bớt tệp.")

    monkeypatch.setattr(office, "change", refuse)
    send(hands, page, "Ổ đĩa đã đầy.")
    hands.bot.waitUntil(lambda: not any((tmp_path / "bảng").iterdir()), timeout=WAIT)
    hands.bot.waitUntil(page.foot.send.isEnabled, timeout=WAIT)


def test_a_stopped_sending_leaves_no_file(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path / "bảng", ROOM)
    QTest.mouseClick(page.foot.send, Qt.MouseButton.LeftButton)
    bar = next(bar for bar in hands.window.messages.bars() if "Đang ghi" in bar.what)
    stop = next(each for each in bar.findChildren(QWidget) if name_aloud(each) == "Thôi gửi")
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(page.foot.send.isEnabled, timeout=WAIT)
    assert not [*(tmp_path / "bảng").glob("*")]
    assert sendings(hands) == ()


def test_work_of_nobody_is_listed_and_found(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    assert [one.work_id for one in page.mailing.unowned] == ["g1"]
    assert page.unowned.isVisible()
    page.unowned.setCurrentIndex(page.unowned.model().index(0, 0))
    QTest.keyClick(page.unowned, Qt.Key.Key_Return)
    assert isinstance(hands.window.page(), PlanPage)
    assert hands.grid.here() == "x1"


def test_the_page_follows_the_plan_and_leaves_with_it(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    assert hands.window.desk.office is not None
    plan = hands.window.desk.office.plans["p1"]
    target = replace(plan.targets["g1"], lead=plain("Thanh tra Sở"))
    hands.window.desk.apply(Change("Giao việc", ((plan, replace(plan, targets={"g1": target})),)))
    hands.bot.waitUntil(lambda: "Thanh tra Sở (mới)" in names(page), timeout=WAIT)
    assert not page.unowned.isVisible()
    hands.window.desk.apply(Change("Xóa", ((hands.window.desk.office.plans["p1"], None),)))
    assert page not in hands.window.all_pages()


def test_a_plan_that_gives_nobody_work_says_so(hands: Hands) -> None:
    plan = little_plan()
    bare = {id_: replace(task, lead=plain(""), coordinate=plain("")) for id_, task in plan.tasks.items()}
    hands.add(replace(plan, tasks=bare))
    hands.do("send")
    page = hands.window.page()
    assert isinstance(page, SendPage)
    hands.bot.waitUntil(lambda: bool(page.mailing.unowned), timeout=WAIT)
    assert not page.view.isVisible()
    assert not page.foot.send.isEnabled()
    assert len(page.mailing.unowned) == 5


def test_the_page_speaks_vietnamese_and_names_its_controls(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    assert leftovers(page) == set()
    nameless = [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)]
    assert nameless == []


def test_the_table_keeps_qt_s_rules(hands: Hands, tmp_path: Path) -> None:
    page = opened(hands, tmp_path, ROOM)
    table = AddresseesTable()
    _ = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.show_addressees(page.table.addressees)
    table.set_taken(page.table.addressees[:1], taken=False)
    assert table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "không gửi, Phòng Cải cách"
    assert len(table.taken()) == 1
    table.show_addressees(())


def test_the_period_of_today_is_offered_first_and_goes_with_the_sheets(hands: Hands, tmp_path: Path) -> None:
    hands.window.desk.apply(Change("Thêm đơn vị", ((None, ROOM),)))
    today = date.today()  # noqa: DTZ011 - the clerk's own day
    hands.add(replace(little_plan(), period=Period(date(today.year, 1, 1), date(today.year, 12, 31))))
    hands.do("send")
    page = hands.window.page()
    assert isinstance(page, SendPage)
    hands.bot.waitUntil(lambda: bool(page.table.addressees), timeout=WAIT)
    page.foot.folder.setText(str(tmp_path))
    quarter = span_with(SpanKind.QUARTER, today).key
    assert page.foot.span() == quarter
    assert page.foot.period.itemText(0) == "Cả kế hoạch"
    assert page.foot.period.count() == 1 + 4 + 2 + 1 + 1 + 12
    page.foot.period.setCurrentIndex(page.foot.period.findText(title(f"{today.year}-H1")))
    send(hands, page, "Đã ghi 2 bảng vào")
    assert {one.period for one in sendings(hands)} == {f"{today.year}-H1"}
    returned = read_unit_sheet(read_book(next(tmp_path.glob("*.xlsx"))))
    assert returned.period == f"{today.year}-H1"


def test_a_plan_of_another_year_is_asked_as_a_whole() -> None:
    past = Period(date(2020, 1, 1), date(2020, 12, 31))
    assert usual(past, date(2025, 5, 5), "quarter") == ""
    assert usual(past, date(2020, 5, 5), "month") == "2020-05"
    assert usual(past, date(2020, 5, 5), "none") == ""
    assert usual(None, date(2020, 5, 5), "quarter") == ""
    assert list(choices(None)) == [("", "Cả kế hoạch")]
