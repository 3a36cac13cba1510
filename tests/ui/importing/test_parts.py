"""The parts of a paper under review: changed, left out, put in, taken back; the original beside them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.paged_drafts import on_pages
from tests.shots.importing import STRAYS, strayed
from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.parts import Piece, What
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.importing.reading import review
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.importing.source_model import FATE, PLACED, STOOD

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing


@pytest.fixture
def page(hands: Hands) -> ReviewPage:
    """Return the review of a paper of text with three lines that found no place, its parts in front."""
    made = review(hands.window, strayed("ke-hoach.txt"))
    made.proposed.setCurrentIndex(2)
    made.parts.setFocus()
    return made


def choose(page: ReviewPage, words: str) -> Piece:
    """Choose the part that begins with some words."""
    found = next(piece for piece in page.parts.parts.pieces if str(piece.words).startswith(words))
    page.parts.choose(page.parts.parts.index_of(found.id))
    return found


def line_of(page: ReviewPage, words: str) -> int:
    return next(n for n in range(page.lines.rowCount()) if page.lines.index(n, 0).data().startswith(words))


def said(page: ReviewPage) -> str:
    return page.original._fate.text()


def now(page: ReviewPage) -> Plan:
    return page.draft.plan


def test_a_part_is_made_something_else_by_the_keyboard(page: ReviewPage) -> None:
    part = choose(page, "Các nhiệm vụ")
    QTest.keyClick(page.parts, Qt.Key.Key_Return)
    menu = page.parts.menu
    assert menu is not None
    assert [action.text().split("  ")[-1] for action in menu.actions()][-1] == "Phụ lục"
    QTest.keyClick(menu, Qt.Key.Key_5)
    made = page.parts.piece()
    assert made is not None
    assert made.id == part.id
    assert made.number == "a)"
    assert "a) Các nhiệm vụ" in " ".join(
        str(piece.number) + " " + str(piece.words) for piece in page.parts.parts.pieces
    )


def test_all_chosen_parts_become_it(page: ReviewPage) -> None:
    choose(page, "Các phòng")
    QTest.keyClick(page.parts, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    menu = page.parts.offer_kinds()
    assert menu is not None
    next(action for action in menu.actions() if "Nhiệm vụ" in action.text()).trigger()
    menu.close()
    assert [piece.kind.what for piece in page.parts.parts.pieces if piece.number in {"1.", "2."}][-2:] == [
        What.TASK
    ] * 2
    assert "Nhập kế hoạch với 5 nhiệm vụ" in page._outcome.text()


def test_a_part_that_is_left_out_gives_its_lines_back_and_comes_again(page: ReviewPage) -> None:
    assert said(page) == "35 dòng: 32 đã xếp, 3 chưa xếp"
    choose(page, "Giữ cho mọi")
    QTest.keyClick(page.parts, Qt.Key.Key_Space)
    assert said(page) == "35 dòng: 31 đã xếp, 4 chưa xếp"
    assert page.lines.index(line_of(page, "b) Giữ"), 0).data(FATE) == "chưa xếp"
    assert "Giữ cho mọi" not in str(now(page).body)
    assert any(line.text.startswith("b) Giữ") for line in now(page).unplaced)
    QTest.keyClick(page.parts, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said(page) == "35 dòng: 32 đã xếp, 3 chưa xếp"
    QTest.keyClick(page.parts, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert said(page) == "35 dòng: 31 đã xếp, 4 chưa xếp"
    page.original.lines.setCurrentIndex(page.lines.index(line_of(page, "b) Giữ"), 0))
    QTest.keyClick(page.original.lines, Qt.Key.Key_Return)
    assert said(page) == "35 dòng: 32 đã xếp, 3 chưa xếp"


def test_taking_choices_back_takes_back_nothing_of_the_office(hands: Hands) -> None:
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, little_plan()),)))
    page = review(hands.window, strayed())
    QTest.keyClick(page.original.lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.window.desk.office is not None
    assert len(hands.window.desk.office.plans) == 1


def test_a_line_without_a_place_is_put_in_or_joined(page: ReviewPage) -> None:
    page.original.lines.setCurrentIndex(page.lines.index(line_of(page, "Ghi chú"), 0))
    assert page.original.put_in.isVisibleTo(page)
    assert not page.original.leave_out.isVisibleTo(page)
    page.original.put_in.click()
    assert [str(piece.words)[:12] for piece in page.parts.parts.pieces].index("Ghi chú: số ") == 9
    assert page.original.leave_out.isVisibleTo(page)
    page.original.lines.setCurrentIndex(page.lines.index(line_of(page, "(Tiếp theo"), 0))
    QTest.keyClick(page.original.lines, Qt.Key.Key_Backspace)
    assert any(str(piece.words).endswith("xong. (Tiếp theo trang trước)") for piece in page.parts.parts.pieces)
    assert said(page) == "35 dòng: 34 đã xếp, 1 chưa xếp"
    assert page.doubts.count == 2


def test_the_doubts_are_gone_through_by_a_key(page: ReviewPage) -> None:
    QTest.keyClick(page.parts, Qt.Key.Key_F8)
    QTest.keyClick(page.parts, Qt.Key.Key_F8)
    assert page.original.lines.currentIndex().data() == STRAYS[12]
    QTest.keyClick(page.parts, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.parts, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.original.lines.currentIndex().data() == STRAYS[22].strip()
    page.doubts.activated.emit(page.doubts.currentIndex())
    assert page.doubts.count == 3
    assert page.doubts.currentIndex().row() == 2


def test_chosen_in_one_place_is_chosen_in_all(page: ReviewPage, hands: Hands) -> None:
    hands.bot.waitUntil(lambda: page.preview.shown is not None, timeout=WAIT)
    part = choose(page, "Yêu cầu")
    assert page.original.lines.currentIndex().data() == "2. Yêu cầu"
    page.original.lines.setCurrentIndex(page.lines.index(line_of(page, "2	Niêm yết".replace("\t", " ")), 0))
    table = page.parts.piece()
    assert table is not None
    assert table.kind.what is What.TASK_TABLE
    page.preview.pointed.emit(part.id)
    assert page.original.lines.currentIndex().data() == "2. Yêu cầu"
    current = page.parts.piece()
    assert current is not None
    assert current.id == part.id
    assert page.outline.entries.owner(page.outline.currentIndex()) == part.id
    page.original.lines.setCurrentIndex(page.lines.index(line_of(page, "Ghi chú"), 0))
    assert page.doubts.currentIndex().data().startswith("Dòng 22 chưa xếp")
    page.outline.chosen.emit(table.id)
    assert page.original.lines.currentIndex().data().startswith("STT")


def test_a_click_on_a_page_chooses_the_part_there(hands: Hands) -> None:
    draft, pages = on_pages(strayed())
    page = review(hands.window, draft, pages)
    view = page.original.pages
    assert page.original.view() is view
    assert view.pages == 2
    hands.bot.waitUntil(view.is_up_to_date, timeout=WAIT)
    number = next(line.number for line in draft.lines if line.text.startswith("2. Yêu cầu"))
    left, top, _, bottom = draft.places[number].box or (0.0, 0.0, 0.0, 0.0)
    rect = view._stack.rects[0]
    at = QPoint(rect.left() + round((left + 20) * view.scale), rect.top() + round((top + bottom) / 2 * view.scale))
    at.setY(at.y() - view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    piece = page.parts.piece()
    assert piece is not None
    assert str(piece.words) == "Yêu cầu"
    assert [*view.framed] == [0]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert piece.id in page.reviewing.now.left
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not page.reviewing.now.left
    words, lines = page.original._buttons[1], page.original.lines
    words.click()
    assert page.original.view() is lines
    assert lines.currentIndex().data() == "2. Yêu cầu"


def test_the_words_of_an_old_encoding_stay_in_sight(hands: Hands) -> None:
    draft = strayed()
    page = review(hands.window, replace(draft, originals={8: "KÕ HO¹CH"}))
    index = page.lines.index(line_of(page, "KẾ HOẠCH"), 0)
    assert index.data(STOOD) == "KÕ HO¹CH"
    assert index.data(FATE) == "tên loại, trích yếu"
    assert page.lines.index(0, 0).data(FATE) == "đầu văn bản"


def test_what_was_chosen_is_taken_as_one_change(page: ReviewPage, hands: Hands) -> None:
    choose(page, "Giữ cho mọi")
    QTest.keyClick(page.parts, Qt.Key.Key_Space)
    page.reviewing.put([22])
    QTest.keyClick(page.parts, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    plan = hands.page.plan
    assert [line.text[:8] for line in plan.unplaced] == ["DỰ THẢO ", "b) Giữ c", "(Tiếp th"]
    assert "Ghi chú: số liệu" in str(plan.body)
    assert hands.page.problems.count == 4
    hands.do("undo")
    assert hands.window.desk.office is not None
    assert not hands.window.desk.office.plans


def test_qt_accepts_the_models_while_parts_change(page: ReviewPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, mode, page) for model in (page.lines, page.parts.parts, page.doubts.found)
    ]
    page.reviewing.put([12, 19])
    page.reviewing.turn([page.parts.parts.pieces[0].id])
    page.reviewing.undo()
    page.reviewing.undo()
    assert len(testers) == 3
    assert all(page.lines.index(n, 0).data(PLACED) is not None for n in range(page.lines.rowCount()))
