"""The review of a paper: what is shown, what is written, what is not."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.flows.paper import PAPER
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.documents.exchange import to_json
from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.models.table import Role
from tthc_desktop.ui.importing.reading import review
from tthc_desktop.ui.importing.source_model import PLACED
from tthc_desktop.ui.importing.words import outcome


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a paper on the disk."""
    path = tmp_path / "ke-hoach-cu.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_the_review_shows_every_line_and_what_it_will_bring(hands: Hands, paper: Path) -> None:
    review = hands.import_paper(paper)
    lines = [line for line in PAPER.splitlines() if line.strip()]
    assert review.lines.rowCount() == len(lines)
    placed = sum(bool(review.lines.index(row, 0).data(PLACED)) for row in range(review.lines.rowCount()))
    assert placed == len(review.draft.lines) - len(review.draft.unplaced)
    assert outcome(review.draft).startswith("Nhập kế hoạch với 3 nhiệm vụ, 1 bảng, 1 căn cứ; ")


def test_accepting_is_one_change_with_a_way_back(hands: Hands, paper: Path) -> None:
    hands.import_paper(paper)
    hands.accept()
    assert hands.window.pages.count() == 2
    assert hands.said()[0].startswith("Đã nhập kế hoạch với 3 nhiệm vụ")
    assert hands.window.commands["undo"].text().startswith("Hoàn tác: Nhập “Kiểm soát")
    hands.do("undo")
    assert hands.window.desk.office is not None
    assert not hands.window.desk.office.plans


def test_a_newer_change_takes_the_old_way_back_out_of_sight(hands: Hands, paper: Path) -> None:
    hands.import_paper(paper)
    hands.accept()
    hands.open_table("Phụ lục")
    hands.type_into_cell(0, Role.LEAD, "Thanh tra")
    assert hands.said() == []


def test_an_exported_plan_that_is_here_already_comes_in_as_a_copy(hands: Hands, tmp_path: Path) -> None:
    plan = hands.add(little_plan()).plan
    path = tmp_path / "ke-hoach.json"
    path.write_text(to_json(plan), encoding="utf-8")
    hands.import_paper(path)
    copy = hands.accept().plan
    assert copy.id != plan.id
    assert copy.origin_id == plan.id


def test_what_the_reader_doubted_stays_in_sight(hands: Hands) -> None:
    lines = tuple(SourceLine(number, words) for number, words in enumerate(("đầu", "việc", "lạ"), 1))
    plan = replace(little_plan(), unplaced=lines[2:])
    draft = Draft(plan, lines, {1: "", 2: "w2"}, (Problem("dòng 2", "hai đơn vị cùng chủ trì", 2),))
    review(hands.window, draft)
    page = hands.accept()
    assert page.problems.isVisible()
    model = page.problems.model
    assert [model.index(row, 0).data() for row in range(2)] == [
        "dòng 2: hai đơn vị cùng chủ trì",
        "Dòng 3 của bản gốc chưa xếp: lạ",
    ]
    page.problems.view.clicked.emit(model.index(1, 0))
    assert hands.grid.here() == "w2"
    hands.window.close_page(page)
    assert hands.open(plan.id).problems.count == 2


def test_refusing_writes_nothing(hands: Hands, paper: Path) -> None:
    review = hands.import_paper(paper)
    QTest.mouseClick(review.leave_it, Qt.MouseButton.LeftButton)
    assert hands.window.page() is hands.window.start
    assert hands.window.desk.office is not None
    assert not hands.window.desk.office.plans


def test_a_missing_file_is_told_in_the_window(hands: Hands, tmp_path: Path) -> None:
    from tthc_desktop.ui.importing.reading import read_paper  # noqa: PLC0415

    read_paper(hands.window, tmp_path / "khong-co.txt")
    hands.bot.waitUntil(lambda: any(bar.kind == "error" for bar in hands.window.messages.bars()))


def test_choosing_a_line_shows_where_it_went(hands: Hands, paper: Path) -> None:
    review = hands.import_paper(paper)
    hands.bot.waitUntil(lambda: review.preview.shown is not None)
    row = next(n for n in range(review.lines.rowCount()) if "Tập huấn" in review.lines.index(n, 0).data())
    review.source.setCurrentIndex(review.lines.index(row, 0))
    assert review.preview.pages.page() == review.preview.pages.pages - 1


def test_a_long_doubt_is_read_to_its_end(hands: Hands, paper: Path) -> None:
    draft = hands.import_paper(paper).draft
    long = "Không rõ những đơn vị nào cùng làm việc này, " * 6
    page = review(hands.window, replace(draft, problems=(Problem("dòng 1", "Ngắn.", 1), Problem("dòng 2", long, 2))))
    view = page.doubts
    short, tall = (view.visualRect(view.found.index(row, 0)) for row in range(2))
    words = view.fontMetrics().horizontalAdvance(long)
    assert tall.height() >= view.fontMetrics().height() * (words // view.viewport().width())
    assert tall.height() > 2 * short.height() - view.fontMetrics().height()
    assert tall.width() <= view.viewport().width()
