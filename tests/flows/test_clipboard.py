"""From other programs into a plan and out again, through the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.documents.reading.clipboard import read_html, read_plain
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.text import insert_nodes
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables, tables_in
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.ui.pasting.proposal import Proposal
from tthc_desktop.ui.plan.paragraph import Place

FOLDER = Path(__file__).parent.parent / "data" / "clipboard"


def copy(*, html: str = "", plain: str = "") -> None:
    """Put something on the clipboard as another program does."""
    data = QMimeData()
    if html:
        data.setHtml(html)
    if plain:
        data.setText(plain)
    QGuiApplication.clipboard().setMimeData(data)


def at(hands: Hands, owner: str, part: str = "text") -> None:
    """Put the cursor at the end of a paragraph."""
    surface = hands.page.surface
    surface.setFocus()
    surface.put_cursor(Place(owner, part))
    surface.moveCursor(QTextCursor.MoveOperation.EndOfBlock)


def proposal(hands: Hands) -> Proposal:
    found = hands.page.pasting.proposal
    assert found is not None
    return found


def told(plan: Plan) -> list[str]:
    return [f"{'  ' * len(above)}{item.mark} {item.text}" for item, above in items(plan.body)]


@pytest.fixture
def page(hands: Hands) -> Hands:
    hands.add(little_plan())
    return hands


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
def test_a_part_of_a_word_document_is_proposed_changed_taken_and_undone(page: Hands) -> None:
    before = page.page.plan
    at(page, "i1")
    copy(html=(FOLDER / "word_2016.html").read_text(encoding="utf-8"))
    page.do("paste")

    shown = proposal(page)
    assert page.page.plan is before, "nothing is written before it is taken"
    assert not page.page.tabs.isVisible()
    assert shown.outcome.text() == "Dán 7 đoạn vào sau mục I.1."
    assert shown.parts.parts.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Nhiệm vụ 1., bậc 2: 1. Rà soát hồ sơ, biểu mẫu; Đơn vị chủ trì: Phòng Cải cách; "
        "Đơn vị phối hợp: Văn phòng; các phòng; Thời gian hoàn thành: Quý II/2031"
    )

    QTest.keyClick(shown.parts, Qt.Key.Key_Down)
    QTest.keyClick(shown.parts, Qt.Key.Key_Down)
    QTest.keyClick(shown.parts, Qt.Key.Key_Return)
    menu = shown.parts.menu
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_7)
    assert shown.parts.parts.pieces[2].kind.mark is Mark.DASH
    QTest.keyClick(shown.parts, Qt.Key.Key_End)
    QTest.keyClick(shown.parts, Qt.Key.Key_Space)
    assert shown.outcome.text() == "Dán 6 đoạn vào sau mục I.1; để lại 1."
    QTest.keyClick(shown.parts, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.page.pasting.proposal is None
    assert page.page.tabs.isVisible()
    assert page.said() == ["Đã dán 6 đoạn vào sau mục I.1, để lại 1."]
    assert told(page.page.plan)[2:7] == [
        "  arabic NHIỆM VỤ TRỌNG TÂM",
        "    letter ",
        "      dash Thống kê mọi giấy tờ phải nộp;",
        "      dash Bỏ giấy tờ trùng lặp.",
        "    letter Truyền thông",
    ]
    assert page.window.commands["undo"].text() == "Hoàn tác: Dán 6 đoạn"
    page.do("undo")
    assert page.page.plan == before


def test_a_table_comes_with_its_tasks(page: Hands) -> None:
    at(page, "s2")
    copy(html=(FOLDER / "word_365_table.html").read_text(encoding="utf-8"))
    page.do("paste")
    assert proposal(page).outcome.text() == "Dán 1 đoạn, 1 bảng vào trong mục II."
    proposal(page).take.click()

    table = next(table for table, appendix in tables(page.page.plan) if appendix is None)
    assert [str(page.page.plan.tasks[row.task_id].lead) for row in table.rows if row.task_id] == [
        "Văn phòng",
        "Văn phòng",
        "Phòng Tư pháp",
    ]
    assert page.page.tabs.tabText(1) == "Bảng 1"


def test_escape_leaves_everything_as_it_is(page: Hands) -> None:
    before = page.page.plan
    at(page, "i1")
    copy(plain="1. Việc một\n2. Việc hai\n")
    page.do("paste")
    QTest.keyClick(proposal(page).parts, Qt.Key.Key_Escape)

    assert page.page.pasting.proposal is None
    assert page.page.plan is before
    assert page.page.surface.hasFocus()


def test_another_place_may_be_chosen_while_it_is_proposed(page: Hands) -> None:
    at(page, "i1")
    copy(plain="a) Việc một\nb) Việc hai\n")
    page.do("paste")
    assert proposal(page).outcome.text() == "Dán 2 đoạn vào trong mục I.1."
    page.page.go_to("i2")
    assert proposal(page).outcome.text() == "Dán 2 đoạn vào trong mục II.1."


def test_words_of_one_line_go_where_the_cursor_is(page: Hands) -> None:
    at(page, "i1")
    copy(html="<meta charset=utf-8><span> nhất là <b>người già</b>\x07</span>", plain=" nhất là người già")
    page.do("paste")
    page.page.commit()

    assert page.page.pasting.proposal is None
    item = next(item for item, _ in items(page.page.plan.body) if item.id == "i1")
    assert str(item.text) == "Giảm phiền hà cho người dân.nhất là người già"
    assert [run.text for run in item.text.runs if run.bold] == ["phiền hà", "người già"]


@pytest.mark.parametrize(("owner", "expected"), [("i1", "Giảm phiền hà cho người dân.a) ý mới"), ("e", "ý mới")])
def test_a_line_leaves_its_mark_behind_where_the_paragraph_gives_one(page: Hands, owner: str, expected: str) -> None:
    before = page.page.plan
    after = insert_nodes(before, "s1", 1, (Item("e", Mark.LETTER),))
    page.window.desk.apply(Change("Thêm điểm", ((before, after),)))
    at(page, owner)
    copy(html="<p>a) ý mới</p>", plain="a) ý mới")
    page.do("paste")
    page.page.commit()

    assert page.page.pasting.proposal is None
    assert [str(item.text) for item, _ in items(page.page.plan.body) if item.id == owner] == [expected]


def test_plain_words_are_pasted_into_the_paragraph(page: Hands) -> None:
    at(page, "i1")
    copy(html="<table><tr><td>1<td>2</table>", plain=" một\n\tđoạn")
    page.do("paste_plain")
    page.page.commit()

    item = next(item for item, _ in items(page.page.plan.body) if item.id == "i1")
    assert str(item.text) == "Giảm phiền hà cho người dân.một đoạn"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"plain": "\x00\x01\x02\x03\x04\x05\x06"}, "nhị phân"),
        ({"html": "<div>" * 90_000 + "x"}, "lớp lồng nhau"),
        ({"plain": "chữ nhiều lắm\n" * 700_000}, "giới hạn là 2 triệu"),
        ({"plain": "  \n "}, "không có chữ"),
    ],
    ids=["binary", "nested", "10 MB", "blank"],
)
def test_what_cannot_be_pasted_is_told_in_a_sentence(page: Hands, data: dict[str, str], said: str) -> None:
    before = page.page.plan
    at(page, "i1")
    copy(**data)
    page.do("paste")
    page.bot.waitUntil(lambda: any(said in words for words in page.said()), timeout=20_000)

    assert page.page.pasting.proposal is None
    assert page.page.pasting.pane.isHidden()
    assert page.page.plan is before


def test_a_picture_is_told_in_a_sentence(page: Hands) -> None:
    at(page, "i1")
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    page.page.surface.insertFromMimeData(data)

    assert page.said() == ["Không dán được hình ảnh: kế hoạch chỉ có chữ và bảng."]


def test_much_is_read_in_the_background_and_can_be_stopped(page: Hands) -> None:
    at(page, "i1")
    copy(plain="".join(f"{number}. Việc thứ {number} của năm.\n" for number in range(1, 2000)))
    page.do("paste")
    assert page.page.pasting.proposal is None
    assert page.page.pasting.pane.isVisible()
    page.bot.waitUntil(lambda: page.page.pasting.proposal is not None, timeout=60_000)
    QTest.keyClick(proposal(page).parts, Qt.Key.Key_Escape)

    page.do("paste")
    page.page.pasting.close()
    page.window.background.finish()
    page.bot.wait(20)
    assert page.page.pasting.proposal is None


def test_what_is_copied_brings_its_numbers_and_comes_back_whole(page: Hands) -> None:
    surface, before = page.page.surface, page.page.plan
    at(page, "s1")
    surface.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    number = next(n for n, p in enumerate(surface.paragraphs) if p.place == Place("i2", "line 1"))
    cursor = surface.textCursor()
    block = surface.document().findBlockByNumber(number)
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    surface.setTextCursor(cursor)
    page.do("copy")

    held = QGuiApplication.clipboard().mimeData()
    assert held.text().split("\n") == [
        "I. MỤC ĐÍCH",
        "  1. Giảm phiền hà cho người dân.",
        "II. NHIỆM VỤ",
        "  1. Tập huấn cho công chức một cửa",
        "    - Đơn vị chủ trì: Văn phòng.",
        "    - Thời hạn: Quý II.",
    ]
    for read, words in ((read_html, held.html()), (read_plain, held.text())):
        assert [item.mark for item, _ in items(read(words).fragment.nodes)] == [Mark.ROMAN, Mark.ARABIC] * 2

    at(page, "s2")
    page.do("paste")
    assert page.page.pasting.proposal is None, "the program knows its own words"
    copied = [node for node in page.page.plan.body if isinstance(node, Item)][2:]
    assert [str(node.text) for node in copied] == ["MỤC ĐÍCH", "NHIỆM VỤ"]
    again = copied[1].children[0]
    assert isinstance(again, Item)
    assert again.lines == before.body[1].children[0].lines  # type: ignore[union-attr]
    assert again.task_id not in before.tasks
    assert page.page.plan.tasks[again.task_id].lead == before.tasks["body"].lead
    page.do("undo")
    assert page.page.plan == before


def test_everything_can_be_copied_with_its_table(page: Hands) -> None:
    page.page.surface.setFocus()
    page.do("select_all")
    page.do("copy")

    held = QGuiApplication.clipboard().mimeData()
    lines = held.text().split("\n")
    assert "Căn cứ kế hoạch công tác của tỉnh;" in lines
    assert "STT\tNội dung công việc\tPhân công\t\tThời hạn" in lines
    assert "- Như trên" in lines
    assert lines[lines.index("DANH MỤC NHIỆM VỤ") - 1] == "Phụ lục"
    assert not {"Đầu văn bản", "Nội dung"} & set(lines), "other captions are no words of the paper"
    assert held.html().count("<table") == 1
    assert len(list(tables_in(read_html(held.html()).fragment.nodes))) == 1


def test_words_inside_one_paragraph_are_copied_without_its_number(page: Hands) -> None:
    at(page, "i1")
    surface = page.page.surface
    surface.moveCursor(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.do("copy")

    held = QGuiApplication.clipboard().mimeData()
    assert held.text() == "Giảm phiền hà cho người dân."
    assert "<b>phiền hà</b>" in held.html()
    assert not held.hasFormat("application/x-tthc-desktop-fragment")


def test_a_damaged_own_copy_is_read_by_its_words(page: Hands) -> None:
    at(page, "i1")
    data = QMimeData()
    data.setData("application/x-tthc-desktop-fragment", QByteArray(b"{"))
    data.setText("1. Một\n2. Hai")
    page.page.surface.insertFromMimeData(data)

    assert len(proposal(page).parts.parts.pieces) == 2


def test_nothing_is_pasted_into_an_issued_plan(page: Hands) -> None:
    at(page, "i1")
    page.page.tabs.set_locked(locked=True)
    before = page.page.plan
    for words in ("chữ", "1. Một\n2. Hai"):
        copy(plain=words)
        page.page.surface.paste()
        page.page.pasting.paste_plain()
        page.page.commit()

    assert page.page.pasting.proposal is None
    assert page.page.plan is before
