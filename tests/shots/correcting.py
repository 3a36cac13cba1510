"""Pictures of the review of a corrected Word file: nothing changed, the usual, a conflict, far too much."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from docx.document import Document as WordDocument
from PySide6.QtWidgets import QWidget

from tests import word_edits as edits
from tests.ui.correcting.corrected import PLAN, corrected, meanwhile
from tthc_desktop.documents.corrected_papers import compared, read_corrected
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.changes import Change
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.correcting.opening import review
from tthc_desktop.ui.correcting.page import CorrectingPage
from tthc_desktop.ui.correcting.words import seen
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
_NAME = "Kế hoạch kiểm soát TTHC (lãnh đạo sửa lần 2).docx"
_LONG = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính liên thông cấp tỉnh, cấp xã khu vực phía Bắc"


def _opened(window: MainWindow, now: Plan, data: bytes) -> CorrectingPage:
    window.desk.apply(Change("Thêm kế hoạch", ((None, now),)))
    with TemporaryDirectory() as folder:
        file = Path(folder) / _NAME
        file.write_bytes(data)
        paper = read_corrected(file)
    return review(window, now.id, paper, seen(compared(now, paper)))


def correct_empty(window: MainWindow, wait: Wait) -> None:
    del wait
    _opened(window, PLAN, render(PLAN))


def correct_full(window: MainWindow, wait: Wait) -> None:
    del wait
    _opened(window, PLAN, corrected())


def correct_conflict(window: MainWindow, wait: Wait) -> None:
    del wait
    _opened(window, meanwhile(), corrected()).seek(1)


def correct_overfull(window: MainWindow, wait: Wait) -> None:
    """Every paragraph is much longer than it was, and many are new."""
    del wait

    def change(word: WordDocument) -> None:
        for item, _ in items(PLAN.body):
            if not item.heading and not item.children:
                found = edits.paragraph(word, item.id)
                edits.write(found, f"{_LONG}; {_LONG}; {edits.shown(found)}")
                edits.add_after(found, f"Thêm: {_LONG} {_LONG}")

    _opened(window, PLAN, edits.edited(render(PLAN), change))


CORRECTING: dict[str, Callable[[MainWindow, Wait], QWidget | None]] = {
    "correct-empty": correct_empty,
    "correct-full": correct_full,
    "correct-conflict": correct_conflict,
    "correct-overfull": correct_overfull,
}
