"""A corrected Word file chosen, reviewed by keyboard, taken as one change."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.ui.correcting.corrected import NEW, PLAN, corrected, meanwhile, points
from tests.ui.eyes import leftovers
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.changes import Change
from tthc_desktop.models.comparison import What
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.life import keep_version
from tthc_desktop.models.outline import items
from tthc_desktop.ui.correcting.opening import receive_corrected
from tthc_desktop.ui.correcting.page import CorrectingPage

LABEL = "Nhận bản Word đã sửa “Kế hoạch sửa.docx”"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the corrected file."""
    path = tmp_path / "Kế hoạch sửa.docx"
    path.write_bytes(corrected())
    return path


def opened(hands: Hands, file: Path, plan_id: str = PLAN.id) -> CorrectingPage:
    receive_corrected(hands.window, plan_id, file)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), CorrectingPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, CorrectingPage)
    return page


def press(hands: Hands, words: str) -> None:
    """Press a button of a message."""
    buttons = hands.window.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == words).click()


def taken(hands: Hands) -> None:
    """Wait until it is told what was taken."""
    hands.bot.waitUntil(lambda: any(said.startswith("Đã nhận") for said in hands.said()), timeout=WAIT)


def test_everything_is_taken_as_one_change(hands: Hands, file: Path) -> None:
    hands.add(PLAN)
    page = opened(hands, file)
    assert not leftovers(page)
    assert page.take.text() == "Nhận 6 thay đổi"
    assert page.sentence.text() == "Nhận 6 thay đổi, để lại 0."

    QTest.keyClick(page.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    taken(hands)

    office = hands.window.desk.office
    assert office is not None
    made = office.plans[PLAN.id]
    assert NEW in [str(item.text) for item, _ in items(made.body)]
    assert points()[2].id not in [item.id for item, _ in items(made.body)]
    assert hands.said() == ["Đã nhận 6 thay đổi từ “Kế hoạch sửa.docx”."]
    assert office.undo().label == LABEL
    assert office.plans[PLAN.id] == PLAN


def test_one_is_left_by_keyboard(hands: Hands, file: Path) -> None:
    hands.add(PLAN)
    page = opened(hands, file)
    QAbstractItemModelTester(page.tree.choices, QAbstractItemModelTester.FailureReportingMode.Fatal)
    one = page.proposal()
    assert one is not None

    QTest.keyClick(page.tree, Qt.Key.Key_Left)
    assert page.take.text() == "Nhận 5 thay đổi"
    assert one.key not in page.decisions.taken
    QTest.keyClick(page.tree, Qt.Key.Key_Right)
    assert page.take.text() == "Nhận 6 thay đổi"
    QTest.keyClick(page.tree, Qt.Key.Key_Space)
    assert page.sentence.text() == "Nhận 5 thay đổi, để lại 1."
    page.accept()
    taken(hands)
    assert hands.said() == ["Đã nhận 5 thay đổi từ “Kế hoạch sửa.docx”, để lại 1."]


def test_what_both_changed_stands_in_three_columns(hands: Hands, file: Path) -> None:
    hands.add(meanwhile())
    page = opened(hands, file)
    assert page.sentence.text() == "Nhận 5 thay đổi, để lại 1; 1 chỗ mâu thuẫn giữ theo kế hoạch."

    page.tree.go_to_first()
    QTest.keyClick(page.tree, Qt.Key.Key_N)
    one = page.proposal()
    assert one is not None
    assert one.conflict
    assert page.detail.clash.isVisible()
    said = [wording.toPlainText() for wording in page.detail.columns]
    assert said[0] == str(points()[3].text)
    assert "Lãnh đạo yêu cầu" in said[1]
    assert "Cơ quan cũng vừa sửa" in said[2]
    QTest.keyClick(page.tree, Qt.Key.Key_Right)
    page.accept()
    taken(hands)
    office = hands.window.desk.office
    assert office is not None
    words = {item.id: str(item.text) for item, _ in items(office.plans[PLAN.id].body)}
    assert words[points()[3].id] == "Lãnh đạo yêu cầu viết lại câu này cho gọn."


def test_a_change_meanwhile_is_compared_anew_and_choices_stay(hands: Hands, file: Path) -> None:
    hands.add(PLAN)
    page = opened(hands, file)
    left = next(one for one in page.decisions.found.proposals if one.what is What.ADDED)
    page.tree.go_to_key(left.key)
    QTest.keyClick(page.tree, Qt.Key.Key_Left)

    hands.window.desk.apply(Change("Sửa", ((PLAN, meanwhile()),)))

    hands.bot.waitUntil(lambda: page.decisions.found.current == meanwhile(), timeout=WAIT)
    assert left.key not in page.decisions.taken
    assert sum(one.conflict for one in page.decisions.found.proposals) == 1


def test_a_file_of_another_plan_is_offered_to_that_plan(hands: Hands, file: Path) -> None:
    other = copy_plan(PLAN)
    hands.add(PLAN)
    hands.add(other)
    receive_corrected(hands.window, other.id, file)

    hands.bot.waitUntil(lambda: any("được ghi ra từ" in said for said in hands.said()), timeout=WAIT)
    assert not isinstance(hands.window.page(), CorrectingPage)
    press(hands, "Nhận vào kế hoạch đó")
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), CorrectingPage), timeout=WAIT)


def test_a_file_of_a_plan_that_is_not_here_is_refused(hands: Hands, tmp_path: Path) -> None:
    hands.add(copy_plan(PLAN))
    path = tmp_path / "lạ.docx"
    path.write_bytes(render(copy_plan(PLAN)))
    office = hands.window.desk.office
    assert office is not None
    receive_corrected(hands.window, next(iter(office.plans)), path)

    hands.bot.waitUntil(lambda: any("không có trong dữ liệu" in said for said in hands.said()), timeout=WAIT)


def test_a_locked_plan_asks_for_a_new_draft(hands: Hands) -> None:
    hands.add(keep_version(PLAN, "trình lần đầu", datetime.now(UTC)))
    hands.window.commands["corrected"].trigger()

    assert "đã khóa" in hands.said()[-1]
    press(hands, "Lập dự thảo mới")
    assert hands.window.page().plan_id


def test_the_command_asks_for_a_file(hands: Hands, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.add(PLAN)
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(file)))
    hands.window.commands["corrected"].trigger()
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), CorrectingPage), timeout=WAIT)


def test_a_file_that_cannot_be_read_is_told(hands: Hands, tmp_path: Path) -> None:
    hands.add(PLAN)
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    receive_corrected(hands.window, PLAN.id, broken)
    hands.bot.waitUntil(lambda: bool(hands.said()) and "hỏng.docx" in hands.said()[-1], timeout=WAIT)
