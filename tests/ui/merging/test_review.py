"""The review of returned sheets in the window: by keyboard from the first value to one change that can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.models.merge.building import said
from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tests.ui.merging.sheets import DOING, DONE, LATE, keep, office, opened, sent, usual
from tests.ui.streams import letters, unikey
from tthc_desktop.documents.reading.listing import Unread
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Compared
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.ui.merging.comparison import Kind
from tthc_desktop.ui.merging.page import MergePage
from tthc_desktop.ui.merging.spots_model import CURRENT, RETURNED, SENT
from tthc_desktop.ui.merging.spots_view import SpotsView
from tthc_desktop.ui.progress.page import ProgressPage

UNREAD = Unread("hỏng.xlsx", UserError("Tệp bị hỏng.", "Hãy xin lại tệp."))
Key = Qt.Key


@pytest.fixture
def page(hands: Hands) -> MergePage:
    """Return the review of the usual sheets and a file that cannot be read."""
    start, sheets = usual()
    keep(hands.window, start)
    return opened(hands.window, sheets, UNREAD)


def held(hands: Hands) -> dict[tuple[Id, Id], dict[Field, str]]:
    """Return what the office has, by work and unit."""
    assert hands.window.desk.office is not None
    progress: list[Progress] = [*hands.window.desk.office.progress.values()]
    return {(one.work_id, one.unit_id): {field: one.words(field) for field in one.said} for one in progress}


def here(page: MergePage) -> tuple[Id, Id, Field]:
    one = page.middle.spots.current()
    assert one is not None
    return one.spot.work_id, one.spot.unit_id, one.spot.field


def press(page: MergePage, *keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(page.middle.spots, key, modifier)


def shown(view: SpotsView) -> list[list[str]]:
    model = view.spots
    return [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]


def taken(page: MergePage) -> str:
    return page.take.text()


def test_everything_stands_beside_what_was_sent_and_what_the_office_has(page: MergePage) -> None:
    assert [line[1:] for line in shown(page.middle.spots) if line[1:] != ["", "", ""]] == [
        ["(trống)", DONE, "(trống)"],
        ["(trống)", LATE, "(trống)"],
        ["(trống)", "60,5%", "(trống)"],
        [DOING, DONE, LATE],
        ["(trống)", "(không đọc được, F2 để gõ)", "(trống)"],
    ]
    assert taken(page) == "Nhận 3 giá trị"
    assert page.sentence.text().startswith("Nhận 3 giá trị, để lại 2; còn 2 chỗ chưa chọn.")
    assert page.title() == "Bảng gửi lại"


def test_the_files_say_what_they_brought(page: MergePage) -> None:
    model = page.sources.files_model
    spoken = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    assert spoken[0] == "Mọi đơn vị, 4 thay đổi trong 4 tệp · 1 tệp không đọc được"
    assert [words.partition(" · ")[0] for words in spoken[1:4]] == [
        "Phòng A, 3 thay đổi",
        "Phòng B, 1 thay đổi",
        "Phòng C, 0 thay đổi",
    ]
    assert spoken[4] == "hỏng.xlsx, Tệp bị hỏng. Hãy xin lại tệp."


def test_kinds_and_units_narrow_the_list(page: MergePage) -> None:
    kinds = page.sources.kinds_model
    assert [str(kinds.index(row, 0).data()) for row in range(kinds.rowCount())] == [
        "Giá trị mới (5)",
        "Nhận được (3)",
        "Mâu thuẫn (1)",
        "Cần xem (1)",
        "Hàng lạ (1)",
        "Chỗ có lỗi (1)",
    ]
    page.sources.files.setCurrentIndex(page.sources.files_model.index(2, 0))
    assert [one.spot.unit_id for one in page.middle.spots.spots.lines if isinstance(one, Compared)] == ["b"]
    assert str(kinds.index(0, 0).data()) == "Giá trị mới (1)"
    page.sources.show_all(Kind.CONFLICT)
    assert [line[2] for line in shown(page.middle.spots) if line[2]] == [DONE]


def test_the_arrows_go_over_the_values_and_choose(page: MergePage) -> None:
    assert here(page) == ("t0", "a", Field.STATUS)
    press(page, Key.Key_Left)
    assert taken(page) == "Nhận 2 giá trị"
    press(page, Key.Key_Right)
    assert taken(page) == "Nhận 3 giá trị"
    press(page, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert here(page) == ("t1", "a", Field.STATUS), "headings are passed over"
    press(page, Key.Key_Space)
    assert taken(page) == "Nhận 4 giá trị"
    press(page, Key.Key_Space)
    assert taken(page) == "Nhận 3 giá trị"
    assert "còn 1 chỗ chưa chọn" in page.sentence.text()
    press(page, Key.Key_Up)
    assert here(page) == ("t0", "a", Field.PERCENT)


def test_conflicts_are_gone_through(page: MergePage) -> None:
    press(page, Key.Key_N)
    assert here(page) == ("t1", "a", Field.STATUS)
    page.sources.show_all(Kind.OFFERED)
    QTest.keyClick(page.middle.spots, Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.sources.kind() is Kind.CONFLICT
    assert here(page) == ("t1", "a", Field.STATUS)


def test_a_whole_unit_is_taken_and_left(page: MergePage, hands: Hands) -> None:
    press(page, Key.Key_Left, modifier=Qt.KeyboardModifier.ControlModifier)
    assert taken(page) == "Nhận 1 giá trị"
    QTest.mouseClick(page.middle.take_unit, Qt.MouseButton.LeftButton)
    assert taken(page) == "Nhận 4 giá trị"
    assert any("phải chọn hoặc gõ" in said for said in hands.said()), "the cell that cannot be read"


def test_a_click_on_a_value_chooses_it(page: MergePage) -> None:
    view = page.middle.spots
    row = next(row for row in range(view.spots.rowCount()) if view.spots.spot(row))

    def middle(column: int) -> QPoint:
        return view.visualRect(view.spots.index(row, column)).center()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(CURRENT))
    assert taken(page) == "Nhận 2 giá trị"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(SENT))
    assert taken(page) == "Nhận 2 giá trị"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(RETURNED))
    assert taken(page) == "Nhận 3 giá trị"


def editors(page: MergePage) -> list[QLineEdit]:
    return [one for one in page.middle.spots.findChildren(QLineEdit) if one.isVisible()]


def editor(page: MergePage) -> QLineEdit:
    (found,) = editors(page)
    return found


def test_a_value_is_typed_where_none_could_be_read(page: MergePage, hands: Hands) -> None:
    page.sources.show_all(Kind.TROUBLE)
    page.middle.troubles.setFocus()
    assert "sáu mươi" in page.detail.toPlainText()
    QTest.keyClick(page.middle.troubles, Key.Key_Return)
    assert page.sources.kind() is Kind.ALL
    assert page.middle.spots.hasFocus()
    assert here(page) == ("t2", "a", Field.PERCENT)
    press(page, Key.Key_F2)
    letters(editor(page), "160")
    QTest.keyClick(editor(page), Key.Key_Return)
    hands.bot.waitUntil(lambda: any("ngoài 0 đến 100" in said for said in hands.said()), timeout=WAIT)
    hands.bot.waitUntil(lambda: bool(editors(page)), timeout=WAIT)
    assert editor(page).text() == "160", "what was typed is given back"
    editor(page).selectAll()
    letters(editor(page), "60")
    QTest.keyClick(editor(page), Key.Key_Return)
    hands.bot.waitUntil(lambda: taken(page) == "Nhận 4 giá trị", timeout=WAIT)
    assert "60%" in shown(page.middle.spots)[-1]
    page.accept()
    assert held(hands)["t2", "a"] == {Field.PERCENT: "60"}


def test_a_status_is_chosen_from_the_offers(page: MergePage, hands: Hands) -> None:
    page.choosing.seek(1)
    press(page, Key.Key_F2)
    suggester = page.middle.spots.delegate.suggester
    assert suggester
    QTest.keyClick(editor(page), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert {*Status} - {offer.words for offer in suggester.list.offers} <= {DONE}
    QTest.keyClick(editor(page), Key.Key_Escape)
    letters(editor(page), "phat")
    hands.bot.waitUntil(lambda: len(suggester.list.offers) == 1, timeout=WAIT)
    QTest.keyClick(editor(page), Key.Key_Down)
    QTest.keyClick(editor(page), Key.Key_Return)
    assert editor(page).text() == Status.NONE_AROSE.value
    QTest.keyClick(editor(page), Key.Key_Return)
    hands.bot.waitUntil(lambda: not editors(page), timeout=WAIT)
    one = page.middle.spots.current()
    assert one
    assert page.choosing.decisions.chosen(one) == Said(Status.NONE_AROSE.value)


def test_escape_takes_the_typing_back(page: MergePage, hands: Hands) -> None:
    press(page, Key.Key_Down, Key.Key_Down, Key.Key_F2)
    letters(editor(page), "7")
    QTest.keyClick(editor(page), Key.Key_Escape)
    hands.bot.waitUntil(lambda: not editors(page), timeout=WAIT)
    assert taken(page) == "Nhận 3 giá trị"
    assert "60,5%" in str(shown(page.middle.spots))


def test_words_are_typed_with_unikey(page: MergePage, hands: Hands) -> None:
    page.choosing.seek(1)
    press(page, Key.Key_F2)
    editor(page).selectAll()
    unikey(editor(page), "quá hạn")
    QTest.keyClick(editor(page), Key.Key_Return)
    hands.bot.waitUntil(lambda: not editors(page), timeout=WAIT)
    one = page.middle.spots.current()
    assert one
    assert page.choosing.decisions.chosen(one) == Said(LATE)


def test_nothing_is_written_before_and_one_undo_takes_all_back(page: MergePage, hands: Hands) -> None:
    before = held(hands)
    press(page, Key.Key_N, Key.Key_Right)
    assert held(hands) == before
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert hands.window.page() is not page
    assert held(hands)["t0", "a"] == {Field.STATUS: DONE, Field.PERCENT: "60.5"}
    assert held(hands)["t1", "a"] == {Field.STATUS: DONE}
    assert held(hands)["t0", "b"] == {Field.STATUS: LATE}
    (words,) = hands.said()
    assert words.startswith("Đã nhận 4 giá trị của 2 đơn vị, để lại 1. 1 chỗ chưa chọn sẽ được hỏi lại")
    hands.do("undo")
    assert held(hands) == before
    assert isinstance(hands.window.page(), ProgressPage), "what was taken back is brought into sight"


def test_what_is_taken_says_where_it_came_from(page: MergePage, hands: Hands) -> None:
    page.accept()
    assert hands.window.desk.office is not None
    kept = next(one for one in hands.window.desk.office.progress.values() if (one.work_id, one.unit_id) == ("t0", "b"))
    origin = kept.said[Field.STATUS].origin
    assert origin
    assert (origin.file, origin.sheet, origin.cell[:1]) == ("Phòng B lần 1.xlsx", "Phần việc", "I")


def test_the_detail_shows_origin_and_the_other_units(page: MergePage) -> None:
    words = page.detail.toPlainText()
    assert "1. Rà soát" in words
    assert "Phòng A lần 1.xlsx › Phần việc › ô I" in words
    assert "Các đơn vị khác về việc này" in words
    assert f"{LATE} (vừa gửi lại)" in words


def test_the_office_may_change_meanwhile(page: MergePage, hands: Hands) -> None:
    press(page, Key.Key_Left)
    press(page, Key.Key_N, Key.Key_Right)
    progress = Progress("mới", "p", "t0", "b", {Field.STATUS: Said(DOING)})
    assert hands.window.desk.apply(Change("Ghi tiến độ", ((None, progress),)))
    hands.bot.waitUntil(lambda: "Mâu thuẫn (2)" in str(page.sources.kinds_model.index(2, 0).data()), timeout=WAIT)
    assert here(page) == ("t1", "a", Field.STATUS), "the cursor stays"
    assert taken(page) == "Nhận 2 giá trị", "one left, one chosen, one that is a conflict by now"
    page.accept()
    assert held(hands)["t0", "b"] == {Field.STATUS: DOING}
    assert held(hands)["t0", "a"] == {Field.PERCENT: "60.5"}


def test_an_unknown_row_is_given_to_a_task(page: MergePage, hands: Hands) -> None:
    page.sources.show_all(Kind.UNKNOWN)
    page.middle.rows.setFocus()
    assert "Việc mới của phòng" in page.detail.toPlainText()
    QTest.keyClick(page.middle.rows, Key.Key_Return)
    letters(page.giving.palette.words, "tap huan")
    page.giving.palette.look()
    assert len(page.giving.palette.model.choices) == 1
    QTest.keyClick(page.giving.palette.words, Key.Key_Return)
    hands.bot.waitUntil(lambda: taken(page) == "Nhận 4 giá trị", timeout=WAIT)
    assert "đã gán cho 4. Tập huấn" in page.middle.rows.pairs.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.mouseClick(page.middle.take_back, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: taken(page) == "Nhận 3 giá trị", timeout=WAIT)
    work = next(one for one in page.comparison.works.values() if one.id == "t3")
    row = page.middle.row()
    assert row
    page._give(row, work.plan_id, work.id)
    hands.bot.waitUntil(lambda: taken(page) == "Nhận 4 giá trị", timeout=WAIT)
    page.accept()
    assert held(hands)["t3", "a"] == {Field.RESULT: "Xong"}


def test_nothing_new_is_said_plainly(hands: Hands) -> None:
    start, sheet = sent(office(), "a")
    keep(hands.window, start)
    page = opened(hands.window, [sheet])
    assert page.middle.sentence.text().startswith("0 thay đổi")
    assert page.sentence.text().startswith("0 thay đổi")
    assert taken(page) == "Ghi nhận bảng đã về"
    assert page.take.hasFocus()
    page.accept()
    assert hands.said() == ["0 thay đổi: đã ghi nhận bảng gửi về."]
    assert hands.window.desk.office is not None
    assert all(one.returned_at for one in hands.window.desk.office.sendings.values())
    again = opened(hands.window, [sheet])
    again.accept()
    assert hands.said() == ["0 thay đổi: đã ghi nhận bảng gửi về."]
    assert not any(bar.findChildren(QWidget, "Hoàn tác") for bar in hands.window.messages.bars())


def test_two_answers_of_one_unit_are_gone_through(hands: Hands) -> None:
    start, first = sent(office(), "a")
    start, second = sent(start, "a", 2)
    keep(hands.window, start)
    sheets = [said(first, "t0", Field.STATUS, DOING), said(second, "t0", Field.STATUS, DONE)]
    page = opened(hands.window, sheets)
    seen = []
    for _ in range(3):
        press(page, Key.Key_Right)
        cell = page.middle.spots.spots.index(page.middle.spots.currentIndex().row(), RETURNED)
        seen.append(str(cell.data(Qt.ItemDataRole.ToolTipRole)))
    assert seen == [f"{DOING}\ncâu trả lời 1/2", f"{DONE}\ncâu trả lời 2/2", f"{DONE}\ncâu trả lời 2/2"]


def test_qt_accepts_the_models(page: MergePage) -> None:
    models = (
        page.middle.spots.spots,
        page.middle.rows.pairs,
        page.middle.troubles.pairs,
        page.sources.kinds_model,
        page.sources.files_model,
    )
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    page.sources.show_all(Kind.CONFLICT)
    press(page, Key.Key_Right)
    page.sources.show_all(Kind.ALL)
    assert all(tester.model().rowCount() for tester in testers)


def test_everything_has_a_vietnamese_name(page: MergePage) -> None:
    assert leftovers(page) == set()
    assert [widget for widget in page.findChildren(QWidget) if is_control(widget) and not name_aloud(widget)] == []
    view = page.middle.spots
    spoken = view.spots.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Tình trạng, Phòng A, nhận: {DONE}"
    page.choosing.seek(1)
    spoken = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Tình trạng, Phòng A, mâu thuẫn, chưa chọn, giữ hiện tại: {LATE}"


def test_a_page_that_is_not_seen_waits_until_it_is(page: MergePage, hands: Hands) -> None:
    hands.do("home")
    progress = Progress("mới", "p", "t0", "b", {Field.STATUS: Said(DOING)})
    assert hands.window.desk.apply(Change("Ghi tiến độ", ((None, progress),)))
    hands.bot.wait(20)
    assert len(page.comparison.ordered) == 5
    hands.window.pages.setCurrentWidget(page)
    hands.bot.waitUntil(lambda: "Mâu thuẫn (2)" in str(page.sources.kinds_model.index(2, 0).data()), timeout=WAIT)


def test_f6_goes_through_the_panes(page: MergePage, hands: Hands) -> None:
    page.sources.kinds.setFocus()
    for expected in (page.sources.files, page.middle.spots, page.detail, page.take):
        hands.do("next_pane")
        assert expected.hasFocus()


def test_a_unit_under_a_new_name_is_called_by_it(page: MergePage, hands: Hands) -> None:
    assert hands.window.desk.office is not None
    unit = hands.window.desk.office.units["a"]
    renamed = replace(unit, name="Phòng Một cửa", aliases=("Phòng A",))
    assert hands.window.desk.apply(Change("Đổi tên", ((unit, renamed),)))
    model = page.middle.spots.spots
    hands.bot.waitUntil(lambda: "Phòng Một cửa" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole), timeout=WAIT)


def test_the_keyboard_goes_to_the_page_in_front_never_to_take_back(page: MergePage, hands: Hands) -> None:
    QTest.keyClick(page.middle.spots, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hands.window.page() is not page
    focus = QApplication.focusWidget()
    assert focus
    assert focus is hands.window.page() or hands.window.page().isAncestorOf(focus)
    taken = held(hands)
    QTest.keyClick(focus, Key.Key_Space)
    assert held(hands) == taken
