"""The search through all plans: grouped, opened at the place, replaced after a review, taken back as one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import compose, letters, unikey
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.life import issue_plan, keep_version
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.searching.everywhere import EverywherePage
from tthc_desktop.ui.searching.field import PAUSE


@pytest.fixture
def page(hands: Hands) -> EverywherePage:
    """Return the page over an office of two plans."""
    first = little_plan()
    second = replace(copy_plan(first), title=plain("Cải cách năm 2031"))
    for plan in (first, second):
        hands.window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    hands.bot.waitUntil(hands.window.isActiveWindow)
    QTest.keySequence(hands.window, QKeySequence("Ctrl+Shift+F"))
    made = hands.window.page()
    assert isinstance(made, EverywherePage)
    assert made.words.hasFocus()
    return made


def look_for(hands: Hands, page: EverywherePage, words: str) -> None:
    page.words.clear()
    letters(page.words, words)
    hands.bot.waitUntil(lambda: page._query.words == words)


def plans(hands: Hands) -> list[Plan]:
    assert hands.window.desk.office is not None
    return list(hands.window.desk.office.plans.values())


def lines(page: EverywherePage) -> list[tuple[str, list[str]]]:
    model = page.results
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    return [(str(top.data()), [str(model.index(n, 0, top).data()) for n in range(model.rowCount(top))]) for top in tops]


def test_hits_stand_below_their_plans(page: EverywherePage, hands: Hands) -> None:
    look_for(hands, page, "thu tuc")
    (first, hits), (second, others) = lines(page)
    assert (first, second) == ("Kiểm soát thủ tục hành chính năm 2030", "Cải cách năm 2031")
    assert hits[1] == "Rà soát thủ tục số 1 và đề xuất cắt giảm giấy tờ"
    assert (len(hits), len(others)) == (4, 3)
    assert page.count.text() == "7 chỗ trong 2 kế hoạch; Enter hoặc bấm để mở."
    assert page.title() == "Tìm “thu tuc”"
    top = page.results.index(0, 0)
    said = page.results.index(1, 0, top).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith(", Phụ lục, hàng 1, nội dung")
    look_for(hands, page, "không có")
    assert page.count.text() == "Không thấy “không có” trong 2 kế hoạch."


def test_hits_with_the_very_accents_come_first(page: EverywherePage, hands: Hands) -> None:
    first, second = plans(hands)
    titled = [replace(first, title=plain("Ngày thâu")), replace(second, title=plain("Ngày thâu, gói thầu"))]
    hands.window.desk.apply(Change("Sửa", tuple(zip((first, second), titled, strict=True))))

    look_for(hands, page, "thầu")

    found = [(one.plan.id, [hit.found for hit in one.hits]) for one in page.results.found]
    assert found == [(second.id, ["thầu", "thâu"]), (first.id, ["thâu"])]


def test_enter_opens_the_plan_at_the_hit(page: EverywherePage, hands: Hands) -> None:
    look_for(hands, page, "phien ha")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    hands.bot.waitUntil(page.tree.hasFocus)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    opened = hands.window.page()
    assert isinstance(opened, PlanPage)
    assert opened.plan_id == "p1"
    assert opened.surface.textCursor().selectedText() == "phiền hà"
    assert opened.finder.bar.isVisible()
    QTest.keyClick(opened.surface, Qt.Key.Key_F3)
    assert opened.finder.bar.count.text() == "1/1"


def test_a_click_opens_a_cell(page: EverywherePage, hands: Hands) -> None:
    look_for(hands, page, "Thủ tục số 3")
    index = page.results.index(0, 0, page.results.index(1, 0))
    where = page.tree.visualRect(index).center()
    QTest.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert hands.page.plan_id == plans(hands)[1].id
    assert hands.grid.currentIndex().row() == 3


def test_replacing_leaves_out_what_is_unticked_and_is_one_change(page: EverywherePage, hands: Hands) -> None:
    look_for(hands, page, "thủ tục")
    QTest.keyClick(page.words, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert page.other.hasFocus()
    hands.bot.waitUntil(lambda: page._query.accents)
    letters(page.other, "việc")
    assert page.take.text() == "Thay 7 chỗ trong 2 kế hoạch"
    first = page.results.index(0, 0, page.results.index(0, 0))
    QTest.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=page.tree.visualRect(first).center())
    assert page.take.text() == "Thay 6 chỗ trong 2 kế hoạch, để lại 1"
    before = plans(hands)
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    after = plans(hands)
    assert str(after[0].title) == "Kiểm soát thủ tục hành chính năm 2030"
    assert str(after[0].tasks["t1"].content).startswith("Rà soát việc số 1")
    assert sum("Rà soát việc" in str(task.content) for task in after[1].tasks.values()) == 3
    said = "6 chỗ “thủ tục” bằng “việc” trong 2 kế hoạch"
    assert hands.said() == [f"Đã thay {said}."]
    assert hands.window.commands["undo"].text() == f"Hoàn tác: Thay {said}"
    hands.bot.waitUntil(lambda: page.count.text().startswith("1 chỗ"))
    hands.do("undo")
    assert plans(hands) == before


def test_a_whole_plan_can_be_left_out(page: EverywherePage, hands: Hands) -> None:
    look_for(hands, page, "thủ tục")
    page.begin_replacing()
    hands.bot.waitUntil(lambda: page._query.accents)
    page.tree.setFocus()
    page.tree.setCurrentIndex(page.results.index(0, 0))
    QTest.keyClick(page.tree, Qt.Key.Key_Space)
    assert page.take.text() == "Thay 3 chỗ trong 1 kế hoạch, để lại 4"
    page.look()
    hands.bot.wait(100)
    assert page.take.text() == "Thay 3 chỗ trong 1 kế hoạch, để lại 4"
    QTest.keyClick(page.tree, Qt.Key.Key_Space)


def test_a_refusal_is_told_and_nothing_changes(
    page: EverywherePage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_for(hands, page, "thủ tục")
    page.begin_replacing()
    hands.bot.waitUntil(lambda: page._query.accents)
    before, office = plans(hands), hands.window.desk.office
    assert office is not None
    monkeypatch.setattr(office, "change", refuse)
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert plans(hands) == before
    assert hands.said() == ["Ổ đĩa đã đầy."]


def test_a_locked_plan_is_skipped_with_a_word_and_kept_versions_are_not_searched(
    page: EverywherePage, hands: Hands
) -> None:
    first, second = plans(hands)
    at = datetime(2030, 2, 1, tzinfo=UTC)
    issued = issue_plan(second, Issue("7", "KH-SNV", at.date()))
    kept = keep_version(first, "Bản trình", at)
    hands.window.desk.apply(Change("Ban hành", ((second, issued), (None, kept))))
    look_for(hands, page, "thủ tục")
    page.begin_replacing()
    hands.bot.waitUntil(lambda: page._query.accents)
    assert page.take.text() == "Thay 4 chỗ trong 1 kế hoạch, để lại 3"
    locked = page.results.index(1, 0)
    assert locked.data(Qt.ItemDataRole.CheckStateRole) is None
    said = locked.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("3 chỗ, đã ban hành: không thay được")
    letters(page.other, "việc")
    page.take.click()
    assert plans(hands)[1] is issued
    assert hands.said()[0].endswith("trong 1 kế hoạch. Bỏ qua 1 kế hoạch đã khóa.")


def refuse(_change: Change) -> None:
    raise UserError("Ổ đĩa đã đầy.", "Hãy xóa bớt tệp.")


def test_results_follow_changes(page: EverywherePage, hands: Hands) -> None:
    look_for(hands, page, "cải cách năm")
    second = plans(hands)[1]
    hands.window.desk.apply(Change("Sửa", ((second, replace(second, title=plain("Khác"))),)))
    hands.bot.waitUntil(lambda: page.count.text().startswith("Không thấy"))


@pytest.mark.parametrize("field", [lambda page: page.words, lambda page: page.other])
def test_input_methods(page: EverywherePage, hands: Hands, field: Callable[[EverywherePage], object]) -> None:
    page.begin_replacing()
    editor = field(page)
    unikey(editor, "Nguyễn đường")  # type: ignore[arg-type]
    hands.bot.wait(PAUSE + 100)
    compose(editor, " th", " thu", commit=" thuế")  # type: ignore[arg-type]
    hands.bot.wait(PAUSE + 100)
    assert editor.text() == "Nguyễn đường thuế"  # type: ignore[attr-defined]
