"""Word's keys on the page surface: Enter, Tab, Backspace, moving, selections over paragraphs, undo by words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import compose, letters, unikey
from tthc_desktop.models.editing.sequence import flattened
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.outline import numbers
from tthc_desktop.models.plan import Item, Plan, words
from tthc_desktop.models.table import RowKind, Table
from tthc_desktop.ui.plan.outline_view import OutlineView
from tthc_desktop.ui.plan.paragraph import Kind, Place
from tthc_desktop.ui.plan.structuring import MARK_NAMES
from tthc_desktop.ui.plan.surface import Surface

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def surface(hands: Hands) -> Surface:
    """Return the text of an open plan with the keyboard in it."""
    page = hands.add(little_plan())
    page.surface.setFocus()
    return page.surface


def drawn(plan: Plan) -> str:
    """Return the outline of the body on one line."""
    numbered = numbers(plan.body)
    nodes = [(depth, node) for depth, node in flattened(plan.body) if isinstance(node, Item)]
    return " ".join(f"{'·' * depth}{printed(node.mark, numbered[node.id])}{words(plan, node)}" for depth, node in nodes)


def put(surface: Surface, owner: str, part: str = "text", offset: int = -1) -> None:
    surface.put_cursor(Place(owner, part), offset)


def select(surface: Surface, first: tuple[str, int], last: tuple[str, int]) -> None:
    cursor = surface.textCursor()
    surface.sheet.select(cursor, ((Place(first[0]), first[1]), (Place(last[0]), last[1])))
    surface.setTextCursor(cursor)


BEFORE = "I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân. II.NHIỆM VỤ ·1.Tập huấn cho công chức một cửa"


def test_enter_begins_the_next_item_of_the_level(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    letters(surface, "Công khai")
    hands.page.commit()
    assert drawn(hands.page.plan).startswith("I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân. ·2.Công khai II.")
    hands.do("undo")
    hands.do("undo")
    hands.do("undo")
    assert drawn(hands.page.plan) == BEFORE


def test_enter_at_the_end_of_a_heading_leaves_it_what_stands_below(surface: Surface, hands: Hands) -> None:
    put(surface, "s1")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    letters(surface, "YÊU CẦU")
    hands.page.commit()
    assert drawn(hands.page.plan).startswith("I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân. II.YÊU CẦU III.NHIỆM VỤ")


def test_enter_in_the_middle_splits_and_keeps_emphasis(surface: Surface, hands: Hands) -> None:
    put(surface, "i1", offset=5)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert "·1.Giảm  ·2.phiền hà cho người dân." in drawn(hands.page.plan)
    second = hands.page.plan.body[0].children[1]  # type: ignore[union-attr]
    assert second.text.runs[0].bold  # type: ignore[union-attr]
    assert surface.textCursor().positionInBlock() == 0


def test_tab_and_its_way_back(surface: Surface, hands: Hands) -> None:
    put(surface, "s2", offset=2)
    QTest.keyClick(surface, Qt.Key.Key_Tab)
    assert drawn(hands.page.plan).endswith("·2.NHIỆM VỤ ··a)Tập huấn cho công chức một cửa")
    assert surface.at == Place("s2")
    assert surface.textCursor().positionInBlock() == 2
    QTest.keyClick(surface, Qt.Key.Key_Backtab, SHIFT)
    assert drawn(hands.page.plan) == BEFORE
    hands.do("demote")
    hands.do("promote")
    assert drawn(hands.page.plan) == BEFORE


def test_tab_among_fields_goes_on(surface: Surface) -> None:
    put(surface, "", "agency")
    QTest.keyClick(surface, Qt.Key.Key_Tab)
    assert surface.at == Place("", "number")
    QTest.keyClick(surface, Qt.Key.Key_Backtab, SHIFT)
    assert surface.at == Place("", "agency")


def test_parts_move_with_their_tasks(surface: Surface, hands: Hands) -> None:
    put(surface, "s2", offset=3)
    hands.do("move_up")
    assert drawn(hands.page.plan).startswith("I.NHIỆM VỤ ·1.Tập huấn cho công chức một cửa II.MỤC ĐÍCH")
    assert (surface.at, surface.textCursor().positionInBlock()) == (Place("s2"), 3)
    assert hands.window.commands["undo"].text() == "Hoàn tác: Chuyển mục II lên"
    hands.do("move_down")
    assert drawn(hands.page.plan) == BEFORE


def test_backspace_at_the_start_joins(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    letters(surface, "Thêm")
    put(surface, surface.at.owner if surface.at else "", offset=0)
    QTest.keyClick(surface, Qt.Key.Key_Backspace)
    assert drawn(hands.page.plan).startswith("I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân.Thêm II.")
    assert surface.textCursor().positionInBlock() == len("Giảm phiền hà cho người dân.")


def test_delete_at_the_end_joins_too(surface: Surface, hands: Hands) -> None:
    put(surface, "s1")
    QTest.keyClick(surface, Qt.Key.Key_Delete)
    assert drawn(hands.page.plan).startswith("I.MỤC ĐÍCHGiảm phiền hà cho người dân. II.")


def test_a_filled_task_is_not_lost_by_backspace(surface: Surface, hands: Hands) -> None:
    put(surface, "i2", offset=0)
    QTest.keyClick(surface, Qt.Key.Key_Backspace)
    assert drawn(hands.page.plan) == BEFORE
    assert any("dòng phân công" in said for said in hands.said())


def test_enter_goes_through_a_task_and_begins_the_next(surface: Surface, hands: Hands) -> None:
    put(surface, "i2")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert surface.at == Place("i2", "line 0")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    letters(surface, "Rà soát")
    hands.page.commit()
    assert drawn(hands.page.plan).endswith("·1.Tập huấn cho công chức một cửa ·2.Rà soát")
    task = hands.page.plan.body[1].children[1]  # type: ignore[union-attr]
    assert task.task_id  # type: ignore[union-attr]
    assert [line.label for line in task.lines] == ["Đơn vị chủ trì", "Thời hạn"]  # type: ignore[union-attr]


def test_bases_and_recipients_have_the_same_keys(surface: Surface, hands: Hands) -> None:
    put(surface, "b1")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    letters(surface, "Căn cứ khác;")
    put(surface, "r1")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    letters(surface, "Sở Y tế")
    QTest.keyClick(surface, Qt.Key.Key_Tab)
    hands.page.commit()
    plan = hands.page.plan
    assert [str(basis.text) for basis in plan.bases] == ["Căn cứ kế hoạch công tác của tỉnh;", "Căn cứ khác;"]
    assert [(r.text, r.level) for r in plan.recipients] == [("Như trên", 0), ("Sở Y tế", 1), ("Lưu: VT", 0)]
    hands.do("move_up")
    assert [r.text for r in hands.page.plan.recipients] == ["Sở Y tế", "Như trên", "Lưu: VT"]
    put(surface, "r1", offset=0)
    QTest.keyClick(surface, Qt.Key.Key_Backspace)
    assert [r.text for r in hands.page.plan.recipients] == ["Sở Y tếNhư trên", "Lưu: VT"]


def test_what_is_selected_over_paragraphs_is_replaced_by_typing(surface: Surface, hands: Hands) -> None:
    select(surface, ("s1", 4), ("s2", 6))
    letters(surface, "Đ")
    hands.page.commit()
    assert drawn(hands.page.plan) == "I.MỤC ĐVỤ ·1.Tập huấn cho công chức một cửa"
    hands.do("undo")
    hands.do("undo")
    assert drawn(hands.page.plan) == BEFORE


def test_composed_words_replace_a_selection_too(surface: Surface, hands: Hands) -> None:
    select(surface, ("s1", 4), ("s2", 6))
    compose(surface, "đ", commit="đề ")
    hands.page.commit()
    assert drawn(hands.page.plan).startswith("I.MỤC đề VỤ")


def test_a_selection_over_different_parts_is_left_alone(surface: Surface, hands: Hands) -> None:
    before = hands.page.plan
    surface.selectAll()
    QTest.keyClick(surface, Qt.Key.Key_Delete)
    assert hands.page.plan is before
    assert any("nhiều phần" in said for said in hands.said())


def test_undo_goes_by_words(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    unikey(surface, " Bản hoàn thuế")
    hands.page.commit()
    said = []
    for _ in range(3):
        said.append(hands.window.commands["undo"].text())
        hands.do("undo")
    assert said == [
        "Hoàn tác: Gõ “thuế” ở mục I.1",
        "Hoàn tác: Gõ “hoàn” ở mục I.1",
        "Hoàn tác: Gõ “Bản” ở mục I.1",
    ]
    assert drawn(hands.page.plan) == BEFORE
    hands.do("redo")
    assert "dân. Bản" in drawn(hands.page.plan)


def never_pausing(surface: Surface) -> None:
    """Let nothing be taken because somebody who types rests."""
    surface.typing._pause._wait = 10**7


def test_long_typing_without_a_pause_is_kept(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    before = hands.page.plan
    never_pausing(surface)
    letters(surface, " một hai ba bốn năm sáu bảy tám chín")
    hands.bot.waitUntil(lambda: hands.page.plan is not before)
    hands.page.commit()
    assert drawn(hands.page.plan).count("một hai ba bốn năm sáu bảy tám chín") == 1


def test_many_words_are_taken_one_by_one_between_the_keys(surface: Surface, hands: Hands) -> None:
    taken: list[float] = []
    surface.written.connect(lambda *_: taken.append(len(turns)))
    turns: list[None] = []
    ticking = QTimer(surface, interval=0)
    ticking.timeout.connect(lambda: turns.append(None))
    ticking.start()
    put(surface, "i1")
    never_pausing(surface)
    letters(surface, " một hai ba bốn năm sáu bảy tám chín")
    hands.bot.waitUntil(lambda: len(taken) >= 8)
    assert len(set(taken)) == len(taken), "the window had a turn between any two"
    hands.page.commit()
    assert "một hai ba bốn năm sáu bảy tám chín" in drawn(hands.page.plan)


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
def test_a_style_of_numbers_is_chosen_for_the_level(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    menu = hands.page.structuring.choose_numbering()
    assert menu is not None
    everywhere = menu.actions()[2].menu()
    assert isinstance(everywhere, QMenu)
    next(action for action in everywhere.actions() if action.text().startswith("a)")).trigger()
    menu.close()
    assert drawn(hands.page.plan).startswith("I.MỤC ĐÍCH ·a)Giảm")
    assert "·a)Tập huấn" in drawn(hands.page.plan)


@pytest.mark.parametrize(("command", "expected"), [("insert_basis", Kind.BASIS), ("insert_recipient", Kind.RECIPIENT)])
def test_members_are_added_from_anywhere(surface: Surface, hands: Hands, command: str, expected: Kind) -> None:
    put(surface, "i1")
    hands.do(command)
    at = next(p for p in surface.paragraphs if p.place == surface.at)
    assert at.kind is expected
    assert not at.words


def test_headings_tasks_and_removal(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    hands.do("task")
    assert len(hands.page.plan.tasks) == len(little_plan().tasks) + 1
    hands.do("task")
    assert hands.page.plan.tasks.keys() == little_plan().tasks.keys()
    hands.do("heading")
    assert hands.page.plan.body[0].children[0].heading  # type: ignore[union-attr]
    put(surface, "s2")
    hands.do("delete_part")
    assert drawn(hands.page.plan) == "I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân."
    assert "body" not in hands.page.plan.tasks


def test_an_empty_plan_can_be_written_from_nothing(hands: Hands) -> None:
    page = hands.add(Plan("trống"))
    surface = page.surface
    surface.setFocus()
    for owner, typed in (("bases", "Căn cứ A;"), ("body", "MỤC ĐÍCH"), ("signature", "Như trên")):
        put(surface, owner, "first")
        letters(surface, typed)
        page.commit()
    plan = page.plan
    assert [str(basis.text) for basis in plan.bases] == ["Căn cứ A;"]
    assert drawn(plan) == "I.MỤC ĐÍCH"
    assert [r.text for r in plan.recipients] == ["Như trên"]


def test_typing_goes_on_in_what_became_the_first_member(hands: Hands) -> None:
    page = hands.add(Plan("trống"))
    page.surface.setFocus()
    put(page.surface, "body", "first")
    letters(page.surface, "MỤC ĐÍCH ")
    page.commit()
    letters(page.surface, "CHUNG")
    page.commit()
    assert drawn(page.plan) == "I.MỤC ĐÍCH CHUNG"


def test_nbsp_stays(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    hands.do("nbsp")
    letters(surface, "1")
    hands.page.commit()
    assert str(hands.page.plan.body[0].children[0].text).endswith("\u00a01")  # type: ignore[union-attr]


def test_only_what_differs_is_written(surface: Surface) -> None:
    written: list[tuple[int, int, int]] = []
    surface.document().contentsChange.connect(lambda *change: written.append(change))
    put(surface, "i1")
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert sum(added for _, _, added in written) < 80


def test_emphasis_goes_over_several_paragraphs(surface: Surface, hands: Hands) -> None:
    cursor = surface.textCursor()
    surface.sheet.select(cursor, ((Place("s1"), 0), (Place("i1"), 4)))
    surface.setTextCursor(cursor)
    hands.do("italic")
    hands.page.commit()
    section = hands.page.plan.body[0]
    assert isinstance(section, Item)
    assert all(run.italic for run in section.text.runs)
    assert section.children[0].text.runs[0].italic  # type: ignore[union-attr]


def test_cutting_over_paragraphs_copies_and_removes(surface: Surface, hands: Hands) -> None:
    select(surface, ("s1", 4), ("i1", 5))
    surface.cut()
    assert drawn(hands.page.plan).startswith("I.MỤC phiền hà cho người dân. II.")
    assert "ĐÍCH" in QGuiApplication.clipboard().text()


def test_marks_have_names() -> None:
    assert set(MARK_NAMES) == set(Mark)


@pytest.mark.parametrize(
    ("moved", "target", "at", "expected"),
    [
        ("i2", "i1", "below", "I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân. ·2.Tập huấn cho công chức một cửa II."),
        (
            "s2",
            "s1",
            "above",
            "I.NHIỆM VỤ ·1.Tập huấn cho công chức một cửa II.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân.",
        ),
        ("i2", "s1", "on", "I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân. ·2.Tập huấn cho công chức một cửa II.NHIỆM VỤ"),
        ("s1", "i1", "on", BEFORE),
    ],
)
def test_a_part_is_dragged_in_the_outline(hands: Hands, moved: str, target: str, at: str, expected: str) -> None:
    plan = little_plan()
    purpose = plan.body[0]
    assert isinstance(purpose, Item)
    (point,) = purpose.children
    assert isinstance(point, Item)
    headed = replace(purpose, children=(replace(point, heading=True),))
    page = hands.add(replace(plan, body=(headed, *plan.body[1:])))
    outline = page.outline
    outline.setCurrentIndex(outline.entries.index_of(moved))
    rect = outline.visualRect(outline.entries.index_of(target))
    y = {"above": rect.top() + 1, "on": rect.center().y(), "below": rect.bottom()}[at]
    drop(outline, QPoint(rect.center().x(), y))
    assert drawn(page.plan).startswith(expected)


def drop(outline: OutlineView, at: QPoint) -> None:
    """Drag the current line of the outline to a place and let it fall."""
    data = outline.entries.mimeData([outline.currentIndex()])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    fall = QDropEvent(at.toPointF(), Qt.DropAction.MoveAction, data, buttons, none)
    outline.dropEvent(fall)


def test_tables_and_appendices_are_put_in(surface: Surface, hands: Hands) -> None:
    put(surface, "i1")
    hands.do("insert_target_table")
    section = hands.page.plan.body[0]
    assert isinstance(section, Item)
    table = section.children[1]
    assert isinstance(table, Table)
    assert {row.kind for row in table.rows} == {RowKind.TARGET}
    assert surface.at == Place(table.id, "table")
    QTest.keyClick(surface, Qt.Key.Key_F2)
    assert hands.grid.cells.table is table
    hands.page.go_to("i1")
    hands.do("insert_appendix")
    added = hands.page.plan.appendices[-1]
    assert str(added.attached) == "(Kèm theo Kế hoạch)"
    letters(surface, "DANH MỤC KHÁC")
    hands.page.commit()
    assert str(hands.page.plan.appendices[-1].title) == "DANH MỤC KHÁC"
    hands.do("delete_part")
    assert len(hands.page.plan.appendices) == 1
    assert "Phụ lục" in hands.read_preview()


def test_only_parts_of_the_text_are_removed_with_a_selection_that_goes_on(surface: Surface, hands: Hands) -> None:
    select(surface, ("s2", 0), ("r1", 2))
    hands.do("delete_part")
    assert drawn(hands.page.plan) == "I.MỤC ĐÍCH ·1.Giảm phiền hà cho người dân."
    assert [r.text for r in hands.page.plan.recipients] == ["Như trên", "Lưu: VT"]
