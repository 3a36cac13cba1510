"""The proposal of what is pasted: worked by mouse and keys, with the line that each part comes from."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.parts import Kind, What
from tthc_desktop.models.editing.pasting import Destination, destination
from tthc_desktop.models.editing.text import insert_nodes
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Basis, Item
from tthc_desktop.models.text import plain
from tthc_desktop.ui.pasting.clips import Clip, clip_of
from tthc_desktop.ui.pasting.kinds import kind_name, where_words
from tthc_desktop.ui.pasting.piece_delegate import BOX
from tthc_desktop.ui.pasting.proposal import Proposal

PAGE = """<p>1. Việc một<p>a) ý đầu<p>a) ý sau<table><tr><th>STT<th>Nội dung<th>Chủ trì<tr><td>1<td>Họp<td>Sở
<tr><td>3<td>Báo cáo<td>Phòng</table>"""


@pytest.fixture
def proposal(hands: Hands) -> Proposal:
    """Return a proposal over an open plan."""
    page = hands.add(little_plan())
    page.surface.go_to("i1")
    page.pasting.receive(Clip(html=PAGE))
    found = page.pasting.proposal
    assert found is not None
    return found


def shown(proposal: Proposal) -> list[str]:
    return [f"{piece.depth} {kind_name(piece.kind)}: {piece.words}" for piece in proposal.parts.parts.pieces]


def source_line(proposal: Proposal) -> str:
    return str(proposal.source.currentIndex().data())


def click(proposal: Proposal, row: int, left: int) -> None:
    rect = proposal.parts.visualRect(proposal.parts.parts.index(row, 0))
    at = QPoint(rect.left() + left, rect.top() + 12)
    QTest.mouseClick(proposal.parts.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_what_is_proposed(proposal: Proposal) -> None:
    assert shown(proposal) == [
        "0 Đề mục 1.: Việc một",
        "1 Điểm a): ý đầu",
        "1 Đề mục a): ý sau",
        "2 Bảng nhiệm vụ: STT · Nội dung · Chủ trì",
    ]
    doubts = proposal.doubts.model()
    assert [doubts.index(row, 0).data() for row in range(doubts.rowCount())] == [
        "Dòng 6, hàng 3 “Báo cáo”: Số thứ tự in là “3”, theo vị trí là “2”."
    ]


def test_the_line_of_a_part_is_marked_and_the_part_of_a_line(proposal: Proposal) -> None:
    assert source_line(proposal) == "1. Việc một"
    QTest.keyClick(proposal.parts, Qt.Key.Key_End)
    assert source_line(proposal) == "STT | Nội dung | Chủ trì"
    proposal.source.clicked.emit(proposal.lines.index(1, 0))
    assert proposal.parts.currentIndex().row() == 1
    proposal.doubts.clicked.emit(proposal.doubts.model().index(0, 0))
    assert proposal.parts.currentIndex().row() == 3


def test_the_mouse_leaves_a_part_out(proposal: Proposal) -> None:
    click(proposal, 1, BOX // 2)
    assert proposal.outcome.text() == "Dán 2 đoạn, 1 bảng vào sau mục I.1; để lại 1."
    click(proposal, 1, BOX // 2)
    assert proposal.outcome.text() == "Dán 3 đoạn, 1 bảng vào sau mục I.1."


def test_nothing_is_left_to_be_pasted(proposal: Proposal) -> None:
    for row in range(4):
        proposal.parts.choose(proposal.parts.parts.index(row, 0))
        QTest.keyClick(proposal.parts, Qt.Key.Key_Space)
    assert proposal.outcome.text() == "Không còn gì để dán."
    assert not proposal.take.isEnabled()


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, None])
def test_arrows_change_the_level(proposal: Proposal, modifiers: Qt.KeyboardModifier | None) -> None:
    outline = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    proposal.parts.choose(proposal.parts.parts.index(2, 0))
    QTest.keyClick(proposal.parts, Qt.Key.Key_Right, outline if modifiers is None else modifiers)
    assert shown(proposal)[2] == "2 Gạch đầu dòng -: ý sau"
    QTest.keyClick(proposal.parts, Qt.Key.Key_Left, outline if modifiers is None else modifiers)
    assert shown(proposal)[2] == "1 Điểm a): ý sau"


def test_the_menu_of_levels_is_about_the_part(proposal: Proposal, hands: Hands) -> None:
    proposal.parts.choose(proposal.parts.parts.index(2, 0))
    hands.bot.waitUntil(lambda: not hands.window.commands["numbering"].isEnabled())
    hands.do("promote")
    assert shown(proposal)[2] == "0 Đề mục 1.: ý sau"


def test_a_table_that_cannot_be_so_is_told(proposal: Proposal, hands: Hands) -> None:
    proposal.parts.remade.emit((proposal.parts.parts.pieces[3].id,), Kind(What.PLAIN_TABLE))
    assert shown(proposal)[3].startswith("2 Bảng thường")
    page = hands.page
    page.pasting.receive(Clip(html="<table><tr><th>Loại<th>Số<tr><td>x<td>1</table>"))
    other = page.pasting.proposal
    assert other is not None
    other.parts.remade.emit((other.parts.parts.pieces[0].id,), Kind(What.TASK_TABLE))
    assert "không có cột nội dung" in hands.said()[0]


def test_the_place_is_found_anew_when_it_is_undone_away(hands: Hands) -> None:
    page = hands.add(little_plan())
    after = insert_nodes(page.plan, "s1", 1, (Item("new", Mark.ARABIC, plain("mới")),))
    hands.window.desk.apply(Change("Thêm mục", ((page.plan, after),)))
    page.surface.go_to("new")
    page.pasting.receive(Clip(html=PAGE))
    proposal = page.pasting.proposal
    assert proposal is not None
    assert proposal.outcome.text() == "Dán 3 đoạn, 1 bảng vào sau mục I.2."

    hands.do("undo")

    assert page.pasting.proposal is proposal
    assert "mục I.2" not in proposal.outcome.text()
    proposal.take.click()
    assert any(said.startswith("Đã dán 3 đoạn, 1 bảng") for said in hands.said())


def test_every_widget_has_a_name(proposal: Proposal) -> None:
    for widget in (proposal, proposal.source, proposal.doubts, proposal.parts, proposal.take, proposal.leave_it):
        assert isinstance(widget, QWidget)
        assert widget.accessibleName()


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("i1", "vào sau mục I.1"),
        ("s1", "vào trong mục I"),
        ("a1", "vào trong phụ lục"),
        ("tab", "vào sau phụ lục"),
        ("r1", "vào cuối phần nội dung"),
        ("", "vào đầu phần nội dung"),
    ],
)
def test_the_place_is_named(owner: str, expected: str) -> None:
    plan = little_plan()
    fragment = Fragment((Item("new", Mark.ARABIC),))

    assert where_words(plan, destination(plan, owner, fragment), fragment) == expected


def test_an_empty_paragraph_is_named_as_the_place() -> None:
    where = Destination("s1", 0, "i1", replaces="i1")

    assert where_words(little_plan(), where, Fragment((Item("new"),))) == "vào chỗ trống ở mục I.1"


def test_bases_have_a_place_of_their_own() -> None:
    plan, bases = little_plan(), (Basis("new", plain("Căn cứ mới;")),)
    where = destination(plan, "i1", Fragment(bases=bases))

    assert where_words(plan, where, Fragment(bases=bases)) == "vào phần căn cứ"
    both = Fragment((Item("x", Mark.ARABIC),), bases=bases)
    assert where_words(plan, destination(plan, "i1", both), both) == "vào sau mục I.1, các căn cứ vào phần căn cứ"


def test_a_clip_holds_what_qt_offers() -> None:
    data = QMimeData()
    data.setHtml("<p>a")
    data.setText("a")

    assert clip_of(data) == Clip("", "<p>a", "a")
    assert clip_of(QMimeData()) == Clip()
    assert Clip(plain="a" * 100).small
    assert not Clip(html="a" * 100_000).small
