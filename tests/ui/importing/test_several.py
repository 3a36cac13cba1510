"""Several papers at once: a table of what came of each, and the chosen ones taken as one change."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.old_papers import folder_of_papers, paper_of
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.reading import several as reading
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.laid_out.blocks import Step
from tthc_desktop.documents.reading.own_process import Ask
from tthc_desktop.documents.reading.several import FileRead
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.changes import Change
from tthc_desktop.ui.importing.several import course
from tthc_desktop.ui.importing.several.entries import Came
from tthc_desktop.ui.importing.several.opening import read_papers
from tthc_desktop.ui.importing.several.page import SeveralPage
from tthc_desktop.ui.importing.several.table import COLUMNS

NAME, WORDS, TASKS = (place for place, one in enumerate(COLUMNS) if one.field in {"name", "words", "tasks"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two years' plans, one of them three times, and files that are none."""
    return folder_of_papers(tmp_path / "cũ", range(2024, 2026))


def opened(hands: Hands, *paths: Path) -> SeveralPage:
    """Read papers and wait until all are read."""
    read_papers(hands.window, paths)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SeveralPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SeveralPage)
    hands.bot.waitUntil(lambda: not page.course.working, timeout=WAIT)
    return page


def came(page: SeveralPage) -> dict[str, Came]:
    return {entry.read.name: entry.came for entry in page.table.entries}


def ticked(page: SeveralPage) -> list[str]:
    return [entry.read.name for entry in page.table.taken()]


def choose(page: SeveralPage, name: str) -> None:
    """Make a file the current one."""
    rows = range(page.view.order.rowCount())
    row = next(n for n in rows if page.view.order.index(n, NAME).data() == name)
    page.view.setCurrentIndex(page.view.order.index(row, NAME))


def office_plans(hands: Hands) -> int:
    assert hands.window.desk.office is not None
    return len(hands.window.desk.office.plans)


def test_what_came_of_each_file_is_told(hands: Hands, folder: Path) -> None:
    hands.window.desk.apply(Change("Thêm", ((None, read_text(paper_of(2025)).plan),)))
    page = opened(hands, folder)
    assert came(page) == {
        "ke-hoach-2024 (bản sao).txt": Came.READ,
        "ke-hoach-2024-ban-ky.md": Came.DOUBLE,
        "ke-hoach-2024.txt": Came.DOUBLE,
        "ke-hoach-2025.txt": Came.THERE,
        "mau.json": Came.READ,
        "nhat-ky.txt": Came.EMPTY,
        "hong.xlsx": Came.FAILED,
        "rong.txt": Came.FAILED,
    }
    assert ticked(page) == ["ke-hoach-2024 (bản sao).txt", "mau.json"]
    assert page.take.text() == "Nhập 2 kế hoạch"
    assert page._outcome.text() == (
        "20 nhiệm vụ, 7 chỉ tiêu; 3 tệp trùng; 2 tệp không đọc được; 1 tệp loại khác được bỏ qua."
    )
    choose(page, "rong.txt")
    assert "Tệp “rong.txt” trống" in page._detail.text()
    assert not page.review.isEnabled()


def test_the_chosen_ones_are_one_change_with_a_way_back(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    page.take.click()
    assert office_plans(hands) == 3
    assert hands.said() == ["Đã nhập 3 kế hoạch."]
    assert came(page)["ke-hoach-2025.txt"] is Came.TAKEN
    assert not page.take.isEnabled()
    assert hands.window.commands["undo"].text() == "Hoàn tác: Nhập 3 kế hoạch"
    hands.do("undo")
    assert office_plans(hands) == 0
    assert came(page)["ke-hoach-2025.txt"] is Came.READ
    assert page.take.text() == "Nhập 3 kế hoạch"


def test_files_are_ticked_by_the_keyboard_and_all_at_once(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    assert page.all.checkState() is Qt.CheckState.PartiallyChecked
    choose(page, "ke-hoach-2025.txt")
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert "ke-hoach-2025.txt" not in ticked(page)
    QTest.mouseClick(page.all, Qt.MouseButton.LeftButton, pos=page.all.rect().center())
    page.all.click()
    assert len(ticked(page)) in {0, 6}
    page.table.set_taken(page.table.entries, taken=True)
    assert page.all.checkState() is Qt.CheckState.Checked
    assert len(ticked(page)) == 6
    page.all.click()
    assert ticked(page) == []
    assert page.all.checkState() is Qt.CheckState.Unchecked
    assert page._outcome.text().startswith("Chưa chọn kế hoạch nào; ")


def test_a_file_is_reviewed_by_itself_and_taken_as_it_is_there(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    choose(page, "ke-hoach-2025.txt")
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: hands.window.page() is not page, timeout=WAIT)
    review = hands.review
    assert review.draft.plan.source == "ke-hoach-2025.txt"
    basis = review.parts.parts.pieces[0]
    review.reviewing.turn([basis.id])
    hands.window.pages.setCurrentWidget(page)
    page.review.click()
    assert hands.window.page() is review
    hands.window.pages.setCurrentWidget(page)
    page.take.click()
    assert hands.window.desk.office is not None
    taken = hands.window.desk.office.plans[review.draft.plan.id]
    assert taken.bases == ()
    assert [line.text for line in taken.unplaced] == [str(basis.words)]
    assert hands.said() == ["Đã nhập 3 kế hoạch; 1 dòng chưa xếp được giữ lại trong từng kế hoạch."]
    assert hands.window.pages.count() == 2


def test_a_review_of_one_file_is_told_in_the_table(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    choose(page, "ke-hoach-2025.txt")
    page.review.click()
    hands.bot.waitUntil(lambda: hands.window.page() is not page, timeout=WAIT)
    hands.accept()
    assert came(page)["ke-hoach-2025.txt"] is Came.TAKEN
    assert len(ticked(page)) == 2


def test_sorted_by_any_column(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)

    def column(place: int) -> list[str]:
        return [page.view.order.index(n, place).data() for n in range(page.view.order.rowCount())]

    page.view.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert column(NAME)[:2] == ["rong.txt", "nhat-ky.txt"]
    page.view.sortByColumn(TASKS, Qt.SortOrder.DescendingOrder)
    assert column(NAME)[0] == "mau.json"
    page.view.sortByColumn(WORDS, Qt.SortOrder.AscendingOrder)
    assert column(NAME)[-2:] == ["hong.xlsx", "rong.txt"]


class _Slowly:
    """Reads files as slowly as a test wants."""

    def __init__(self) -> None:
        self.go_on = 2

    def read(self, names: Mapping[Path, str], step: Step, ask: Ask) -> Iterator[FileRead]:
        """Read the first files, then wait until it is stopped."""
        for found in reading.read_several(names, step, ask):
            while self.go_on <= 0:
                step(1, 9)
                sleep(0.01)
            self.go_on -= 1
            yield found


def test_what_has_been_read_stays_when_the_rest_is_stopped(
    hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly = _Slowly()
    monkeypatch.setattr(course, "read_several", slowly.read)
    read_papers(hands.window, [folder])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SeveralPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SeveralPage)
    hands.bot.waitUntil(lambda: "trang 1/9" in page._far.text(), timeout=WAIT)
    assert page._far.text().startswith("2/8 tệp · Đang đọc ")
    page.stop.click()
    assert page._far.text() == "2/8 tệp · Đã thôi đọc"
    assert page.table.rowCount() == 2
    assert page.take.isEnabled()
    slowly.go_on = 100
    page.stop.click()
    hands.bot.waitUntil(lambda: page.table.rowCount() == 8, timeout=WAIT)
    hands.bot.waitUntil(lambda: not page.course.working, timeout=WAIT)
    assert not page.stop.isVisibleTo(page)


def test_a_bug_in_reading_one_file_stops_none_of_the_others(
    hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: Path, step: Step) -> tuple[Draft, ...]:
        if path.name == "ke-hoach-2024.txt":
            raise ZeroDivisionError
        return read_plans(path, step)

    read_plans = reading.read_plans
    monkeypatch.setattr(reading, "read_plans", read)
    page = opened(hands, folder)
    hands.bot.waitUntil(lambda: page.table.rowCount() == 8, timeout=WAIT)
    assert came(page)["ke-hoach-2024.txt"] is Came.FAILED
    assert came(page)["ke-hoach-2025.txt"] is Came.READ
    assert any("lỗi của chương trình" in said for said in hands.said())


def test_the_page_may_be_closed_while_it_reads(hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = _Slowly()
    slowly.go_on = 0
    monkeypatch.setattr(course, "read_several", slowly.read)
    read_papers(hands.window, [folder])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SeveralPage), timeout=WAIT)
    hands.window.close_page(hands.window.page())
    hands.bot.waitUntil(lambda: not any(job.running for job in hands.window.background._jobs), timeout=WAIT)
    assert hands.said() == []


def test_a_folder_without_papers_is_told(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "anh.png").write_bytes(b"x")
    read_papers(hands.window, [tmp_path / "khac"])
    hands.bot.waitUntil(lambda: hands.said() == ["Không thấy tệp nào đọc được ở đó."], timeout=WAIT)


def drop(hands: Hands, *paths: Path) -> bool:
    """Drag files onto the window and let them go; tell whether they are welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(hands.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(hands.window, QDropEvent(QPointF(9, 9), copy, data, left, none))
    return enter.isAccepted()


def shows(hands: Hands, kind: type) -> Callable[[], bool]:
    return lambda: isinstance(hands.window.page(), kind)


def test_papers_are_dropped_on_the_window(hands: Hands, folder: Path) -> None:
    assert drop(hands, folder)
    hands.bot.waitUntil(shows(hands, SeveralPage), timeout=WAIT)
    hands.window.close_page(hands.window.page())
    assert drop(hands, folder / "ke-hoach-2024.txt", folder / "ke-hoach-2025.txt")
    hands.bot.waitUntil(shows(hands, SeveralPage), timeout=WAIT)
    hands.window.close_page(hands.window.page())
    assert drop(hands, folder / "ke-hoach-2024.txt")
    hands.bot.waitUntil(lambda: "ke-hoach-2024.txt" in hands.window.page().title(), timeout=WAIT)
    assert not drop(hands, folder / "anh.png")


def test_qt_accepts_the_models(hands: Hands, folder: Path) -> None:
    read_papers(hands.window, [folder])
    hands.bot.waitUntil(shows(hands, SeveralPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SeveralPage)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode, page) for model in (page.table, page.view.order)]
    page.view.sortByColumn(WORDS, Qt.SortOrder.AscendingOrder)
    hands.bot.waitUntil(lambda: not page.course.working, timeout=WAIT)
    page.take.click()
    hands.do("undo")
    assert len(testers) == 2
    assert page.table.headerData(TASKS, Qt.Orientation.Horizontal) == "Nhiệm vụ"
