"""Plans go out to Word and Excel through the window, and what cannot be written is told."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.documents.books import book_of
from tests.documents.own_plans import same
from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tthc_desktop.documents.reading.sheets.own.plans import own_plans
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.everything import write_everything
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.version import Issue, Stage
from tthc_desktop.ui.exporting import write_papers
from tthc_desktop.ui.importing.reading import read_chosen
from tthc_desktop.ui.importing.several.page import SeveralPage
from tthc_desktop.ui.messages import Kind


@pytest.fixture(autouse=True)
def no_dialog_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep dialogs from the screen, which a test has none of."""
    monkeypatch.setattr(QFileDialog, "open", lambda _: None)


def choose(hands: Hands, command: str, path: Path) -> None:
    """Choose a command that asks for a file, and name the file."""
    hands.do(command)
    hands.bot.waitUntil(lambda: bool(hands.window.findChildren(QFileDialog)), timeout=WAIT)
    dialog = hands.window.findChildren(QFileDialog)[-1]
    assert dialog.defaultSuffix() == path.suffix[1:]
    dialog.fileSelected.emit(str(path))


def test_the_plan_in_front_becomes_a_word_file(hands: Hands, tmp_path: Path) -> None:
    hands.add(sample_plan())
    path = tmp_path / "ke-hoach.docx"
    choose(hands, "word", path)
    hands.bot.waitUntil(lambda: any("Đã lưu ke-hoach.docx" in said for said in hands.said()), timeout=WAIT)
    paper = docx.Document(BytesIO(path.read_bytes()))
    assert "KẾ HOẠCH" in [paragraph.text for paragraph in paper.paragraphs]


def test_the_plan_in_front_becomes_a_workbook(hands: Hands, tmp_path: Path) -> None:
    plan = sample_plan()
    hands.add(plan)
    path = tmp_path / "ke-hoach.xlsx"
    choose(hands, "excel", path)
    hands.bot.waitUntil(lambda: any("Đã lưu ke-hoach.xlsx" in said for said in hands.said()), timeout=WAIT)
    (own,) = own_plans(book_of(path))
    assert same(plan, own)


def test_the_whole_office_becomes_a_workbook(hands: Hands, tmp_path: Path) -> None:
    plan = sample_plan()
    hands.add(plan)
    path = tmp_path / "toan-bo.xlsx"
    choose(hands, "excel_all", path)
    hands.bot.waitUntil(lambda: any("Đã lưu toan-bo.xlsx" in said for said in hands.said()), timeout=WAIT)
    book = book_of(path)
    assert [sheet.name for sheet in book.sheets][:4] == ["Tổng quan", "Tiến độ", "Đơn vị", "Căn cứ"]
    (own,) = own_plans(book)
    assert same(plan, own)


def test_what_is_due_becomes_a_calendar(hands: Hands, tmp_path: Path) -> None:
    hands.add(little_plan())
    path = tmp_path / "lich.ics"
    choose(hands, "calendar", path)
    hands.bot.waitUntil(lambda: any("Đã lưu lich.ics" in said for said in hands.said()), timeout=WAIT)
    events = Calendar.from_ical(path.read_bytes()).events
    due = {str(event["UID"]) for event in events if event.categories == ["Đến hạn"]}
    assert due == {f"p1.{task}.once@tthc-desktop" for task in ("body", "t1", "t2", "t3")}


def test_a_workbook_that_cannot_be_written_is_told(hands: Hands, tmp_path: Path) -> None:
    hands.add(sample_plan())
    choose(hands, "excel", tmp_path / "không có" / "x.xlsx")
    hands.bot.waitUntil(lambda: any("Không ghi được" in said for said in hands.said()), timeout=WAIT)
    assert not list(tmp_path.glob("**/*.xlsx"))


def test_every_paper_goes_out_in_one_archive_and_comes_back_by_one_change(hands: Hands, tmp_path: Path) -> None:
    plan = sample_plan()
    hands.add(plan)
    path = tmp_path / "moi-van-ban.zip"
    choose(hands, "everything", path)
    hands.bot.waitUntil(lambda: any("Đã lưu moi-van-ban.zip" in said for said in hands.said()), timeout=WAIT)
    office = hands.window.desk.office
    assert office is not None
    hands.window.desk.apply(Change("Xóa", deletion(office.holdings, plan.id)))
    read_chosen(hands.window, [path])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SeveralPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SeveralPage)
    hands.bot.waitUntil(lambda: not page.course.working, timeout=WAIT)
    page.take.click()
    hands.bot.waitUntil(lambda: any("Đã nhập 1 kế hoạch" in said for said in hands.said()), timeout=WAIT)
    assert office.plans[plan.id] == plan
    hands.do("undo")
    assert plan.id not in office.plans


def test_an_archive_that_is_stopped_leaves_nothing(hands: Hands, tmp_path: Path) -> None:
    hands.add(sample_plan())
    office = hands.window.desk.office
    assert office is not None
    write_papers(hands.window, tuple(office.plans.values()), office.kept_file, tmp_path / "x.zip")
    (bar,) = [bar for bar in hands.window.messages.bars() if bar.kind is Kind.INFO]
    (stop,) = [button for button in bar.findChildren(QPushButton) if button.text() == "Thôi ghi"]
    stop.click()
    hands.window.background.finish()
    assert not [*tmp_path.glob("*.zip"), *tmp_path.glob(".tthc-*")]


def test_what_a_plan_was_issued_with_comes_back_with_the_archive(hands: Hands, tmp_path: Path) -> None:
    signed = b"%PDF-1.7 as it was signed"
    issue = Issue("15", "KH-SCT", date(2026, 1, 9), sha256(signed).hexdigest(), "da-ky.pdf")
    plan = replace(sample_plan(), stage=Stage.ISSUED, issue=issue)
    path = tmp_path / "moi-van-ban.zip"
    write_everything(path, [plan], lambda _: signed)
    read_chosen(hands.window, [path])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SeveralPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SeveralPage)
    hands.bot.waitUntil(lambda: not page.course.working, timeout=WAIT)
    page.take.click()
    office = hands.window.desk.office
    assert office is not None
    assert office.plans[plan.id].issue == issue
    assert office.kept_file(issue.pdf) == signed
