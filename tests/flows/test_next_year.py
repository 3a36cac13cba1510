"""A year in an office: last year's plan is rolled forward, compared with the old one, issued and locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.flows.paper import PAPER
from tests.ui.hands import WAIT, Hands
from tests.ui.life.steps import issued
from tests.ui.streams import TELEX, unikey
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.comparison import What
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rollforward import Doubt, Proposal, Work
from tthc_desktop.ui.life.choices import Choice
from tthc_desktop.ui.life.comparing import ComparePage
from tthc_desktop.ui.life.rolling import RollPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing
MORE = PAPER.replace(
    "a) Việc nào cũng có người làm và ngày xong.",
    "a) Giảm giấy tờ so với năm 2029; thực hiện Quyết định số 8/QĐ-UBND ngày 02/01/2030 của Ủy ban nhân dân tỉnh.",
)


def roll_page(hands: Hands) -> RollPage:
    hands.do("roll_forward")
    page = hands.window.page()
    assert isinstance(page, RollPage)
    hands.bot.waitUntil(page.take.isEnabled, timeout=WAIT)
    return page


def choice(page: RollPage, words: str) -> Choice:
    return next(one for one in page.tree.choices.leaves() if words in one.words)


def press_space(page: RollPage, one: Choice) -> None:
    page.tree.go_to(one)
    QTest.keyClick(page.tree, Qt.Key.Key_Space)


def old_plan(hands: Hands) -> Plan:
    return hands.add(read_text(MORE, "nam-ngoai.txt").plan).plan


def test_a_plan_is_rolled_forward_compared_issued_and_locked(hands: Hands) -> None:
    old = old_plan(hands)
    page = roll_page(hands)
    assert page.plan == old
    assert page.year.value() == 2031
    offered = [one.key for one in page.tree.choices.leaves() if isinstance(one.key, Proposal)]
    kept = [one for one in offered if one.doubt is Doubt.CITATION]
    assert [one.old for one in kept] == ["02/01/2030"]
    assert not any(one.taken for one in kept)
    page.tree.setFocus()
    press_space(page, choice(page, "Tập huấn"))
    press_space(page, choice(page, "năm 2029"))
    assert page.sentence.text().startswith("Lập kế hoạch 2031: đổi ")
    assert page.sentence.text().endswith("bỏ 1 nhiệm vụ, chỉ tiêu.")
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    new = hands.page.plan
    look_at_new(hands, old, new)
    compare_years(hands, old, new)
    plan = issued(hands, "09/01/2031")
    assert plan.header.year == 2031
    assert hands.page.lock_bar.isVisible()


def _has(page: RollPage, words: str) -> bool:
    return any(words in one.words for one in page.tree.choices.leaves())


def look_at_new(hands: Hands, old: Plan, new: Plan) -> None:
    """See that the new plan is next year's, and what was said of it."""
    assert str(new.title) == "Kiểm soát thủ tục hành chính năm 2031"
    assert new.origin_id == old.id
    assert (new.header.number, new.header.day, new.header.year) == ("", None, None)
    printed = hands.read_preview()
    for words in ("NĂM 2031", "năm 2031 của Ủy ban", "02/01/2030", "năm 2029"):
        assert words in printed, words
    assert "Tháng 3/2031" in printed
    assert "Tập huấn" not in printed
    assert hands.said()[0].startswith("Đã lập “Kiểm soát thủ tục hành chính năm 2031”: đổi ")
    assert hands.window.commands["undo"].text().startswith("Hoàn tác: Lập từ “Kiểm soát")


def compare_years(hands: Hands, old: Plan, new: Plan) -> None:
    """Compare the two years; open a place in the newer one."""
    hands.do("compare")
    page = hands.window.page()
    assert isinstance(page, ComparePage)
    assert page.pair() == (old, new)
    hands.bot.waitUntil(lambda: bool(page.found), timeout=WAIT)
    removed = [one for one in page.found if one.what is What.REMOVED]
    assert [str(one.old) for one in removed] == ["Tập huấn cho công chức"]
    assert not [one for one in page.found if one.what in {What.ADDED, What.MOVED}]
    line = next(one for one in page.tree.choices.leaves() if "Tháng 3/2031" in one.words)
    page.tree.go_to(line)
    assert "Thời hạn của nhiệm vụ 1, Phụ lục" in page.detail.toPlainText()
    assert "thêm “2031”" in page.detail.accessibleDescription()
    QTest.mouseClick(page.copy_list, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "Bỏ (1)\n- Nhiệm vụ 3, Phụ lục: Tập huấn cho công chức" in copied
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert hands.page.plan.id == new.id
    assert hands.grid.here() == new.appendices[0].nodes[0].rows[0].id  # type: ignore[union-attr]


def test_rolling_forward_is_one_change(hands: Hands) -> None:
    old = old_plan(hands)
    page = roll_page(hands)
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    hands.do("undo")
    assert hands.window.desk.office is not None
    assert list(hands.window.desk.office.plans) == [old.id]


def test_another_year_is_proposed_anew(hands: Hands) -> None:
    old_plan(hands)
    page = roll_page(hands)
    press_space(page, choice(page, "Tập huấn"))
    page.year.setValue(2035)
    assert not page.take.isEnabled()
    hands.bot.waitUntil(page.take.isEnabled, timeout=WAIT)
    assert _has(page, "Quý II/2030 → Quý II/2035")
    assert page.take.text() == "Lập kế hoạch 2035"
    assert not choice(page, "Tập huấn").taken, "what was dropped stays dropped"


def test_a_line_of_the_outline_leads_to_its_proposals(hands: Hands) -> None:
    old_plan(hands)
    page = roll_page(hands)
    work = next(one for one in page.tree.choices.leaves() if isinstance(one.key, Work))
    assert isinstance(work.key, Work)
    page.outline.chosen.emit(work.key.printed_at)
    now = page.tree.choices.choice(page.tree.currentIndex())
    assert page._owner(now) == work.key.printed_at


def test_without_a_plan_the_way_to_one_is_offered(hands: Hands) -> None:
    hands.do("roll_forward")
    assert hands.said() == ["Chưa có kế hoạch của năm trước."]
    assert hands.window.page() is hands.window.start


def test_the_comparison_is_filtered_and_swapped(hands: Hands) -> None:
    old = old_plan(hands)
    page = roll_page(hands)
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    new = hands.page.plan
    hands.do("compare")
    compared = hands.window.page()
    assert isinstance(compared, ComparePage)
    hands.bot.waitUntil(lambda: bool(compared.found), timeout=WAIT)
    before = len(list(compared.tree.choices.leaves()))
    compared.words.setFocus()
    unikey(compared.words, "hoàn")
    assert compared.words.text() == "hoàn"
    compared.words.setText("quy ii")
    hands.bot.waitUntil(lambda: len(list(compared.tree.choices.leaves())) == 1)
    compared.words.clear()
    compared.words.editingFinished.emit()
    assert len(list(compared.tree.choices.leaves())) == before
    compared.swap()
    assert compared.pair() == (new, old)
    hands.bot.waitUntil(lambda: compared.shown == (new, old), timeout=WAIT)
    unikey_every = " ".join(TELEX)
    compared.words.clear()
    unikey(compared.words, unikey_every)
    assert compared.words.text() == unikey_every
