"""Pasting over selections, and cutting and pasting as a move, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from tests.flows.test_clipboard import at, copy, proposal, told
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.editing.text import find_item
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.paragraph import Place

TWO = "1. Việc mới một\n2. Việc mới hai\n"


@pytest.fixture
def page(hands: Hands) -> Hands:
    hands.add(little_plan())
    return hands


def select(hands: Hands, first: tuple[Place, int], last: tuple[Place, int]) -> None:
    """Select from one spot to another; an offset below 0 is the end of the paragraph."""
    surface = hands.page.surface
    cursor = surface.textCursor()
    surface.sheet.select(cursor, (first, last))
    surface.setTextCursor(cursor)
    surface.setFocus()


def select_sections(hands: Hands) -> None:
    select(hands, (Place("s1"), 0), (Place("i2", "line 1"), -1))


def words(plan: Plan) -> list[str]:
    return [line.strip(" ").partition(" ")[2] for line in told(plan)]


def test_a_proposal_replaces_what_is_selected_with_one_undo(page: Hands) -> None:
    before = page.page.plan
    select(page, (Place("i1"), 5), (Place("s2"), 6))
    copy(plain=TWO)
    page.do("paste")
    assert proposal(page).outcome.text() == "Dán 2 đoạn thay vùng đang chọn."
    assert page.page.plan is before
    QTest.keyClick(proposal(page).parts, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert words(page.page.plan) == ["MỤC ĐÍCH", "Giảm", "Việc mới một", "Việc mới hai", "VỤ", ""]
    assert page.said() == ["Đã dán 2 đoạn thay vùng đang chọn."]
    assert page.page.surface.textCursor().block().text() == "Việc mới hai"
    assert page.page.surface.textCursor().atBlockEnd()
    assert page.window.commands["undo"].text() == "Hoàn tác: Dán 2 đoạn"
    page.do("undo")
    assert page.page.plan == before


def test_another_place_chosen_meanwhile_leaves_the_selection_alone(page: Hands) -> None:
    select(page, (Place("s1"), 0), (Place("i1"), -1))
    copy(plain=TWO)
    page.do("paste")
    page.page.go_to("i2")
    assert proposal(page).outcome.text() == "Dán 2 đoạn vào sau mục II.1."
    page.page.surface.selectAll()
    page.page.pasting.refresh()
    assert proposal(page).outcome.text().startswith("Vùng chọn đi qua nhiều phần của văn bản.")
    assert not proposal(page).take.isEnabled()


@pytest.mark.parametrize("pasted", [TWO, "một dòng"])
def test_a_refusal_is_told_before_anything_is_proposed(page: Hands, pasted: str) -> None:
    before = page.page.plan
    page.page.surface.setFocus()
    for choose, said in (
        (page.page.surface.selectAll, "Vùng chọn đi qua nhiều phần của văn bản."),
        (lambda: select(page, (Place("i1"), 2), (Place("i2", "line 0"), 3)), "Vùng chọn cắt ngang một nhiệm vụ."),
    ):
        choose()
        copy(plain=pasted)
        page.do("paste")
        assert said in page.said()
        assert page.page.pasting.proposal is None
        assert page.page.plan is before


@pytest.mark.parametrize("command", ["paste", "paste_plain"])
def test_one_line_replaces_several_paragraphs_with_one_undo(page: Hands, command: str) -> None:
    before = page.page.plan
    select(page, (Place("i1"), 5), (Place("s2"), 6))
    copy(plain="tối đa ")
    page.do(command)

    assert words(page.page.plan)[:2] == ["MỤC ĐÍCH", "Giảm tối đaVỤ"]
    spot = page.page.surface.textCursor()
    assert spot.block().text()[: spot.positionInBlock()].startswith("Giảm tối đa")
    assert page.window.commands["undo"].text().startswith("Hoàn tác: Dán chữ thay vùng chọn")
    page.do("undo")
    assert page.page.plan == before


def test_one_line_replaces_a_whole_task(page: Hands) -> None:
    before = page.page.plan
    select(page, (Place("i2"), 0), (Place("i2", "line 1"), -1))
    copy(plain="một dòng")
    page.do("paste")

    assert told(page.page.plan)[-1] == "  arabic một dòng"
    assert "body" not in page.page.plan.tasks
    page.do("undo")
    assert page.page.plan == before


def test_what_is_cut_and_pasted_at_its_place_is_as_before(page: Hands) -> None:
    before = page.page.plan
    select_sections(page)
    page.do("cut")
    assert told(page.page.plan) == ["roman "]
    page.do("paste")

    assert page.page.plan == before
    assert page.window.commands["undo"].text() == "Hoàn tác: Dán 4 đoạn"


def test_a_task_that_is_moved_keeps_its_history(page: Hands) -> None:
    before, office = page.page.plan, page.window.desk.office
    assert office is not None
    select(page, (Place("i2"), 0), (Place("i2", "line 1"), -1))
    page.do("cut")
    assert "body" not in page.page.plan.tasks
    at(page, "i1")
    page.do("paste")

    assert [item.id for item, _ in items(page.page.plan.body)] == ["s1", "i1", "i2", "s2"]
    assert page.page.plan.tasks == before.tasks
    assert office.history("body")[0].label == "Dán 1 đoạn"
    assert len(office.history("body")) == 3
    page.do("paste")
    again = [item for item, _ in items(page.page.plan.body) if item.origin_id == "i2"]
    assert len(again) == 1
    assert page.page.plan.tasks[again[0].task_id].origin_id == "body"
    for _ in range(3):
        page.do("undo")
    assert page.page.plan == before


def test_lines_chosen_with_shift_and_down_move_too(page: Hands) -> None:
    select(page, (Place("i1"), 0), (Place("s2"), 0))
    page.do("cut")
    assert told(page.page.plan)[:2] == ["roman MỤC ĐÍCH", "roman NHIỆM VỤ"]
    assert find_item(page.page.plan, "s2").heading
    at(page, "s2")
    page.do("paste")

    assert [item.id for item, _ in items(page.page.plan.body)] == ["s1", "s2", "i1", "i2"]


def test_after_the_cut_is_undone_a_paste_is_a_copy(page: Hands) -> None:
    before = page.page.plan
    select_sections(page)
    page.do("cut")
    page.do("undo")
    assert page.page.plan == before
    at(page, "s2")
    page.do("paste")

    assert identities(before) <= identities(page.page.plan)
    assert [item.origin_id for item, _ in items(page.page.plan.body)][-4:] == ["s1", "i1", "s2", "i2"]


def test_pasting_what_is_selected_over_itself_changes_nothing(page: Hands) -> None:
    before = page.page.plan
    select_sections(page)
    page.do("copy")
    page.do("paste")

    assert page.page.plan == before


def test_another_plan_gets_a_copy_and_so_does_the_first_afterwards_not(page: Hands) -> None:
    before = page.page.plan
    other = copy_plan(little_plan())
    select_sections(page)
    page.do("cut")
    page.add(other)
    section = next(node for node in other.body if isinstance(node, Item))
    at(page, section.id)
    page.do("paste")
    assert identities(page.page.plan).isdisjoint(identities(before))
    assert {"s1", "i1", "s2", "i2"} <= {item.origin_id for item, _ in items(page.page.plan.body)}

    page.open("p1")
    at(page, "s1")
    page.do("paste")
    assert page.page.plan == before


def test_typed_words_in_the_left_paragraph_keep_its_identity(page: Hands) -> None:
    select_sections(page)
    page.do("cut")
    page.page.surface.insert_words("MỤC KHÁC")
    page.page.surface.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    page.do("paste")

    found = {item.id: item for item, _ in items(page.page.plan.body)}
    assert found["s1"].text == plain("MỤC KHÁC")
    assert [item.origin_id for item in found.values() if item.text == plain("MỤC ĐÍCH")] == ["s1"]
    assert {"i1", "s2", "i2"} <= found.keys()
    assert QGuiApplication.clipboard().mimeData().hasText()
