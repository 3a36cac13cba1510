"""The details of a line of progress: periods, events, due days, reviews, evidence, notes; all undone by name."""

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.progress import Place, by_place
from tthc_desktop.models.progress.values import Evidence, Field
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.ui.progress.page import ProgressPage
from tthc_desktop.ui.progress.table import DUE

ROOM = Unit("u1", "Phòng Cải cách")


@pytest.fixture
def page(hands: Hands) -> ProgressPage:
    """Return the page of a plan with a task done once, one that goes on, and one that waits for an event."""
    hands.window.desk.apply(Change("Thêm", ((None, ROOM),)))
    plan = little_plan()
    words = {"t2": "Thường xuyên", "t3": "Chậm nhất 05 ngày làm việc kể từ ngày có quyết định công bố"}
    tasks = {**plan.tasks, **{id_: replace(plan.tasks[id_], deadline=plain(said)) for id_, said in words.items()}}
    hands.add(replace(plan, tasks=tasks))
    hands.do("progress")
    page = hands.window.page()
    assert isinstance(page, ProgressPage)
    hands.bot.waitUntil(page.view.isVisible, timeout=WAIT)
    return page


def office(hands: Hands) -> Office:
    assert hands.window.desk.office is not None
    return hands.window.desk.office


def followed(hands: Hands, work: str) -> FollowUp | None:
    return next((one for one in office(hands).follow_ups.values() if one.work_id == work), None)


def choose(page: ProgressPage, hands: Hands, period: str) -> None:
    page.period.setCurrentIndex(page.period.findData(period))
    page.period.activated.emit(page.period.currentIndex())
    hands.bot.waitUntil(lambda: page.table.reporting.period == period, timeout=WAIT)


def named(page: ProgressPage, kind: type[QWidget], name: str) -> QWidget:
    found: list[QWidget] = [each for each in page.following.details.findChildren(kind) if each.accessibleName() == name]
    assert len(found) == 1, name
    return found[0]


def click(page: ProgressPage, name: str) -> None:
    found = named(page, QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def happen(page: ProgressPage, day: QDate, words: str) -> None:
    when, what = named(page, QDateEdit, "Ngày xảy ra"), named(page, QLineEdit, "Sự việc")
    assert isinstance(when, QDateEdit)
    assert isinstance(what, QLineEdit)
    when.setDate(day)
    what.setText(words)
    click(page, "Thêm")


def test_work_that_goes_on_is_told_of_for_each_period(page: ProgressPage, hands: Hands) -> None:
    choose(page, hands, "2030-Q1")
    index = page.table.index(page.table.row_of("t2", "u1"), 5)
    assert page.table.setData(index, "đang làm")
    once = page.table.index(page.table.row_of("t1", "u1"), 5)
    assert page.table.setData(once, "đang làm")

    choose(page, hands, "2030-Q2")

    assert page.table.index(page.table.row_of("t2", "u1"), 5).data() == ""
    assert page.table.index(page.table.row_of("t1", "u1"), 5).data() == "Đang thực hiện"
    said = by_place(office(hands).progress.values())
    assert said[Place("p1", "t2", "u1", "2030-Q1")].words(Field.STATUS) == "Đang thực hiện"
    assert said[Place("p1", "t1", "u1", "")].words(Field.STATUS) == "Đang thực hiện"
    page.view.go_to("t2", "u1")
    hands.do("undo")
    hands.do("undo")
    hands.bot.waitUntil(lambda: page.table.reporting.period == "2030-Q1", timeout=WAIT)


def test_an_event_gives_work_a_day(page: ProgressPage, hands: Hands) -> None:
    page.view.go_to("t3", "u1")
    happen(page, QDate(2030, 6, 3), "Quyết định 12")

    known = followed(hands, "t3")
    assert known is not None
    event = known.events[0]
    assert (event.day, event.words) == (date(2030, 6, 3), "Quyết định 12")
    hands.bot.waitUntil(lambda: page.table.row_of("t3", "u1", event.id) > 0, timeout=WAIT)
    row = page.table.row_of("t3", "u1", event.id)
    assert page.table.index(row, 1).data() == "Ngày 03/06/2030: Quyết định 12"
    assert page.table.index(row, DUE).data() == "10/06/2030"
    assert page.table.setData(page.table.index(row, 5), "hoàn thành")
    assert Place("p1", "t3", "u1", f"event:{event.id}") in by_place(office(hands).progress.values())
    hands.do("undo")
    hands.do("undo")
    assert followed(hands, "t3") is None


def test_a_day_set_by_hand_and_a_rhythm(page: ProgressPage, hands: Hands) -> None:
    page.view.go_to("t2", "u1")
    day = named(page, QDateEdit, "Hạn mới")
    assert isinstance(day, QDateEdit)
    day.setDate(QDate(2030, 9, 2))
    click(page, "Đặt hạn")
    choose(page, hands, "2030-Q3")

    hands.bot.waitUntil(
        lambda: page.table.index(page.table.row_of("t2", "u1"), DUE).data() == "02/09/2030", timeout=WAIT
    )
    index = page.table.index(page.table.row_of("t2", "u1"), DUE)
    assert "rơi vào ngày nghỉ (Quốc khánh)" in index.data(3)
    review = page.following.details.review
    review.setCurrentIndex(review.findData("month"))
    review.activated.emit(review.currentIndex())
    known = followed(hands, "t2")
    assert known is not None
    assert (known.due_days, known.review) == ((date(2030, 9, 2),), "month")


def test_a_note_is_kept_and_taken_back(page: ProgressPage, hands: Hands) -> None:
    page.view.go_to("t1", "u1")
    page.following.details.note.setText("Chờ ý kiến Văn phòng")
    page.following.details.note.editingFinished.emit()

    known = followed(hands, "t1")
    assert known is not None
    assert known.note == "Chờ ý kiến Văn phòng"
    hands.do("undo")
    assert followed(hands, "t1") is None


def test_evidence_is_kept_in_the_office(page: ProgressPage, hands: Hands, tmp_path: Path) -> None:
    paper = tmp_path / "Báo cáo rà soát.pdf"
    paper.write_bytes(b"%PDF-1.7 minh chung")
    page.view.go_to("t1", "u1")
    page.following.add_files([paper])
    place = Place("p1", "t1", "u1")
    hands.bot.waitUntil(lambda: place in by_place(office(hands).progress.values()), timeout=WAIT)
    paper.unlink()

    (file,) = by_place(office(hands).progress.values())[place].files
    assert file.name == "Báo cáo rà soát.pdf"
    assert office(hands).kept_file(file.sha256) == b"%PDF-1.7 minh chung"
    assert isinstance(file, Evidence)
    page.following.details.file_unwanted.emit(file)
    assert place not in by_place(office(hands).progress.values())
    hands.do("undo")
    assert by_place(office(hands).progress.values())[place].files == (file,)


def test_evidence_is_written_outside_the_thread_of_the_window(
    page: ProgressPage, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "bao-cao.pdf"
    paper.write_bytes(b"%PDF-1.7 minh chung")
    writers: list[threading.Thread] = []
    keep_file = Office.keep_file

    def noted(of: Office, data: bytes) -> str:
        writers.append(threading.current_thread())
        return keep_file(of, data)

    monkeypatch.setattr(Office, "keep_file", noted)
    page.view.go_to("t1", "u1")
    page.following.add_files([paper])
    place = Place("p1", "t1", "u1")
    hands.bot.waitUntil(lambda: place in by_place(office(hands).progress.values()), timeout=WAIT)

    assert len(writers) == 1
    assert writers[0] is not threading.main_thread()


def test_a_file_that_is_gone_is_told_and_nothing_is_kept(page: ProgressPage, hands: Hands, tmp_path: Path) -> None:
    page.view.go_to("t1", "u1")
    page.following.add_files([tmp_path / "khong-co.pdf"])

    hands.bot.waitUntil(lambda: any("khong-co.pdf" in words for words in hands.said()), timeout=WAIT)
    assert not office(hands).progress


def test_a_page_closed_while_a_file_is_read_is_no_trouble(page: ProgressPage, hands: Hands, tmp_path: Path) -> None:
    paper = tmp_path / "bao-cao.pdf"
    paper.write_bytes(b"%PDF")
    page.view.go_to("t1", "u1")
    page.following.add_files([paper])
    hands.window.close_page(page)
    hands.bot.waitUntil(lambda: not isValid(page), timeout=WAIT)
    hands.bot.wait(100)
    kept = [one.files for one in office(hands).progress.values()]
    assert all(file.name == "bao-cao.pdf" for files in kept for file in files)
    assert not hands.said()
