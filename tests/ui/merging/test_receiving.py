"""Returned files chosen or dropped, read in the background, and opened in the review."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from tests.ui.eyes import leftovers
from tests.ui.hands import WAIT, Hands
from tests.ui.merging.sheets import DONE, keep, known, office, sent
from tthc_desktop.documents.writing.unit_sheets import unit_sheet
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.ui.merging import receiving
from tthc_desktop.ui.merging.page import MergePage
from tthc_desktop.ui.merging.receiving import receive


def write(folder: Path, sheet: ReturnedSheet, name: str, words: str = "") -> Path:
    """Write a sheet as it went out, with one cell filled in by the unit."""
    assert sheet.sent is not None
    start = office()
    share = known(start).share(start.plans["p"], start.units[sheet.sent.unit_id])
    path = folder / name
    path.write_bytes(unit_sheet(share, sheet.sent))
    if words:
        book = load_workbook(path)
        table = book.worksheets[0]
        head = next(cell for row in table.iter_rows() for cell in row if cell.value == "Tình trạng")
        places = (table.cell(row, head.column) for row in range(head.row + 1, table.max_row + 1))
        next(cell for cell in places if not cell.protection.locked).value = words
        book.save(path)
    return path


@pytest.fixture
def returned(hands: Hands, tmp_path: Path) -> Path:
    """Return a folder with two returned sheets, a broken one and what Excel leaves beside an open file."""
    start, a = sent(office(), "a")
    start, b = sent(start, "b")
    keep(hands.window, start)
    folder = tmp_path / "gửi lại"
    (folder / "lần 1").mkdir(parents=True)
    write(folder, a, "Phòng A.xlsx", DONE)
    write(folder / "lần 1", b, "Phòng B.xlsx")
    (folder / "hỏng.xlsx").write_bytes(b"PK\x03\x04 broken")
    (folder / "~$Phòng A.xlsx").write_bytes(b"lock")
    return folder


def reviewed(hands: Hands) -> MergePage:
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), MergePage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, MergePage)
    return page


def test_a_folder_is_read_whole(hands: Hands, returned: Path) -> None:
    receive(hands.window, [returned])
    page = reviewed(hands)
    assert page.take.text() == "Nhận 1 giá trị"
    brought = {file.file: (file.unit_name, file.changed, bool(file.refused)) for file in page.comparison.merge.files}
    assert brought == {
        "Phòng A.xlsx": ("Phòng A", 1, False),
        "Phòng B.xlsx": ("Phòng B", 0, False),
        "hỏng.xlsx": ("", 0, True),
    }
    page.accept()
    assert hands.said() == ["Đã nhận 1 giá trị của 1 đơn vị."]
    assert hands.window.desk.office is not None
    (kept,) = hands.window.desk.office.progress.values()
    assert {field: said.words for field, said in kept.said.items()} == {Field.STATUS: DONE}


def test_the_same_files_again_bring_nothing(hands: Hands, returned: Path) -> None:
    for expected in ("Đã nhận 1 giá trị của 1 đơn vị.", "0 thay đổi: đã ghi nhận bảng gửi về."):
        receive(hands.window, [returned])
        reviewed(hands).accept()
        assert hands.said() == [expected]


def test_a_file_that_cannot_be_read_says_why(hands: Hands, returned: Path) -> None:
    receive(hands.window, [returned / "hỏng.xlsx"])
    hands.bot.waitUntil(lambda: any("hỏng.xlsx" in words for words in hands.said()), timeout=WAIT)
    assert len(hands.window.all_pages()) == 1


def test_a_folder_without_sheets_says_so(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    receive(hands.window, [tmp_path / "trống"])
    hands.bot.waitUntil(lambda: "Không thấy bảng Excel nào ở đó." in hands.said(), timeout=WAIT)


def test_reading_can_be_stopped(hands: Hands, returned: Path) -> None:
    receive(hands.window, [returned])
    (bar,) = hands.window.messages.bars()
    assert bar.what == "Đang đọc các bảng đơn vị gửi lại…"
    assert leftovers(bar) == set()
    next(button for button in bar.findChildren(QPushButton) if button.text() == "Thôi đọc").click()
    hands.window.background.finish()
    hands.bot.wait(50)
    assert len(hands.window.all_pages()) == 1


def test_files_are_dropped_on_the_window(hands: Hands, returned: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(returned / "Phòng A.xlsx")), QUrl.fromLocalFile(str(returned / "lần 1"))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(hands.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(hands.window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none))
    assert len(reviewed(hands).comparison.merge.files) == 2


def test_what_is_no_sheet_is_not_welcome(hands: Hands, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ảnh.png"))])
    enter = QDragEnterEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    QApplication.sendEvent(hands.window, enter)
    assert not enter.isAccepted()


class Asked(QObject):
    """What stands for the system's dialog: it is asked for files and answers at once."""

    filesSelected = Signal(list)  # noqa: N815 - as Qt calls it
    FileMode = QFileDialog.FileMode
    answer: Path
    asked: list[tuple[str, QFileDialog.FileMode]]

    def __init__(self, parent: QWidget, words: str, _folder: str, kinds: str) -> None:
        super().__init__(parent)
        self.words = words
        assert "*.xlsx" in kinds

    def setAttribute(self, _attribute: Qt.WidgetAttribute) -> None:
        self.setObjectName("asked")

    def setFileMode(self, mode: QFileDialog.FileMode) -> None:
        self.asked.append((self.words, mode))

    def open(self) -> None:
        self.filesSelected.emit([str(self.answer)])


@pytest.mark.parametrize(
    ("command", "answer", "mode"),
    [
        ("receive", "Phòng A.xlsx", QFileDialog.FileMode.ExistingFiles),
        ("receive_folder", "lần 1", QFileDialog.FileMode.Directory),
    ],
)
def test_the_commands_ask_for_files(
    hands: Hands,
    returned: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    answer: str,
    mode: QFileDialog.FileMode,
) -> None:
    monkeypatch.setattr(Asked, "answer", returned / answer, raising=False)
    monkeypatch.setattr(Asked, "asked", [], raising=False)
    monkeypatch.setattr(receiving, "QFileDialog", Asked)
    monkeypatch.setattr(receiving, "open_in_last", lambda *_: None)
    hands.do(command)
    assert [asked for _, asked in Asked.asked] == [mode]
    assert len(reviewed(hands).comparison.merge.files) == 1
