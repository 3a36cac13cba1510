"""Pictures of the review of returned sheets: nothing new, the usual, unknown rows, far too much."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.models.merge.building import Place, said
from tests.ui.merging.sheets import DOING, DONE, LATE, keep, office, opened, sent, usual
from tthc_desktop.documents.reading.listing import Unread
from tthc_desktop.errors import UserError
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.merging.comparison import Kind
from tthc_desktop.ui.merging.page import MergePage

Wait = Callable[[Callable[[], bool]], None]
_LONG = "Phòng Kiểm soát thủ tục hành chính và Phục vụ hành chính công liên thông cấp tỉnh, cấp xã khu vực"
_RESULT = "Đã trình Ủy ban nhân dân tỉnh ban hành Quyết định công bố danh mục, niêm yết tại bộ phận một cửa các xã"
_UNREAD = Unread("Phòng Tài chính.xlsx", UserError("Tệp có mật khẩu.", "Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại."))


def merge_empty(window: MainWindow, wait: Wait) -> None:
    del wait
    start, sheet = sent(office(), "a")
    keep(window, start)
    opened(window, [sheet])


def merge_full(window: MainWindow, wait: Wait) -> None:
    del wait
    page = _usual(window)
    page.choosing.seek(1)


def merge_unknown(window: MainWindow, wait: Wait) -> None:
    del wait
    page = _usual(window)
    page.sources.show_all(Kind.UNKNOWN)
    page.middle.rows.setFocus()


def merge_giving(window: MainWindow, wait: Wait) -> None:
    merge_unknown(window, wait)
    page = window.page()
    assert isinstance(page, MergePage)
    page.open_giving()


def merge_trouble(window: MainWindow, wait: Wait) -> None:
    del wait
    page = _usual(window)
    page.sources.show_all(Kind.TROUBLE)
    page.middle.troubles.setFocus()


def merge_typing(window: MainWindow, wait: Wait) -> None:
    del wait
    page = _usual(window)
    page.sources.show_all(Kind.REVIEW)
    page.middle.spots.setFocus()
    QTest.keyClick(page.middle.spots, Qt.Key.Key_F2)


def _usual(window: MainWindow) -> MergePage:
    start, sheets = usual()
    keep(window, start)
    return opened(window, sheets, _UNREAD)


def merge_overfull(window: MainWindow, wait: Wait) -> None:
    del wait
    start = office(300, "abcdefghijklmnopqrst")
    units = {id_: Unit(id_, start.units[id_].name if id_ == "a" else f"{_LONG} {id_.upper()}") for id_ in start.units}
    start = replace(start, units=units).typed("t0", "a", Field.STATUS, DOING)
    sheets = []
    for whose in start.units:
        start, sheet = _filled(start, whose)
        sheets.append(sheet)
    keep(window, start.typed("t0", "a", Field.STATUS, LATE))
    page = opened(window, sheets, _UNREAD)
    page.choosing.seek(1)


def _filled(start: Place, whose: str) -> tuple[Place, ReturnedSheet]:
    """Return a sheet in which everything is filled in at length."""
    start, sheet = sent(start, whose)
    words = {Field.STATUS: DONE, Field.PERCENT: "60.5", Field.RESULT: f"{_RESULT}. {_RESULT}", Field.DAY: "2030-03-15"}
    for work in start.plans["p"].tasks if whose == "a" else ("t0", "t1"):
        for name, value in words.items():
            sheet = said(sheet, work, name, value)
    return start, sheet


MERGING: dict[str, Callable[[MainWindow, Wait], QWidget | None]] = {
    "merge-empty": merge_empty,
    "merge-full": merge_full,
    "merge-unknown": merge_unknown,
    "merge-giving": merge_giving,
    "merge-trouble": merge_trouble,
    "merge-typing": merge_typing,
    "merge-overfull": merge_overfull,
}
