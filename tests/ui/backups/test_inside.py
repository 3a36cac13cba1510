"""Looking into a backup, and taking a plan, a table or a task of it back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.backups.test_page import back_up, click, office_of, page_of, see
from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import issue_plan
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue
from tthc_desktop.storage.backups import listed
from tthc_desktop.ui.backups.inside.page import InsidePage
from tthc_desktop.ui.backups.inside.survey import Key, Sort, walk
from tthc_desktop.ui.keeping_safe import KeepingSafe
from tthc_desktop.ui.life.comparing import ComparePage

PLAN = little_plan()
WHOLE: Key = (Sort.PLAN, "p1", "p1")
TABLE: Key = (Sort.TABLE, "p1", "tab")
ROW: Key = (Sort.TASK, "p1", "w2")
Lose = Callable[[Plan], Plan | None]


def without_row(plan: Plan) -> Plan:
    return remove_rows(plan, "tab", ["w2"])


def without_table(plan: Plan) -> Plan:
    made = remove_rows(plan, "tab", [row.id for row in plan.appendices[0].nodes[0].rows])  # type: ignore[union-attr]
    return replace(made, appendices=())


def reworded(plan: Plan) -> Plan:
    task = replace(plan.tasks["t1"], lead=plain("Thanh tra Sở"))
    return replace(plan, tasks={**plan.tasks, "t1": task})


def now(hands: Hands) -> Plan | None:
    return office_of(hands).plans.get("p1")


def change(hands: Hands, lose: Lose) -> None:
    before = now(hands)
    assert before is not None
    assert hands.window.desk.apply(Change("Sửa", ((before, lose(before)),)))


def look(hands: Hands, lose: Lose) -> InsidePage:
    """Back a plan up, lose some of it, and look into the backup."""
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, PLAN),)))
    back_up(hands)
    change(hands, lose)
    page = page_of(hands)
    click(page.buttons["look_into"])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), InsidePage))
    inside = hands.window.page()
    assert isinstance(inside, InsidePage)
    hands.bot.waitUntil(lambda: not inside.is_looking())
    return inside


def go_to(hands: Hands, page: InsidePage, key: Key) -> None:
    page.tree.go_to(key)
    chosen = page.tree.chosen()
    assert chosen is not None
    assert chosen.key == key
    hands.bot.waitUntil(lambda: not page.is_looking())


def keys(page: InsidePage) -> list[Key]:
    return [part.key for part in walk(page.tree.parts.top)]


def test_a_deleted_plan_comes_back_whole_in_one_change(hands: Hands) -> None:
    page = look(hands, lambda _: None)
    assert hands.said() == [], "nothing is being opened any more"
    assert page.title().startswith("Sao lưu ")
    go_to(hands, page, WHOLE)
    assert "Lấy lại sẽ đưa kế hoạch trở lại với 4 nhiệm vụ, 1 chỉ tiêu, 1 bảng" in page.detail.toPlainText()
    assert not page.compare.isEnabled()
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []
    click(page.take)
    assert now(hands) == PLAN
    see(hands, "Đã lấy lại kế hoạch “Kiểm soát thủ tục hành chính năm 2030” từ bản sao lưu")
    assert office_of(hands).undo_label.startswith("Lấy lại kế hoạch “Kiểm soát")
    hands.bot.waitUntil(lambda: keys(page) == [])
    assert "Không có gì khác hiện nay" in page.detail.toPlainText()
    assert not page.take.isEnabled()
    hands.do("undo")
    assert now(hands) is None
    hands.do("backups")
    hands.window.pages.setCurrentWidget(page)
    hands.bot.waitUntil(lambda: WHOLE in keys(page))


@pytest.mark.parametrize(("key", "lose"), [(ROW, without_row), (TABLE, without_row), (WHOLE, without_row)])
def test_a_lost_row_comes_back_to_its_place(hands: Hands, key: Key, lose: Lose) -> None:
    page = look(hands, lose)
    go_to(hands, page, key)
    said = page.detail.toPlainText()
    assert "Lấy lại sẽ thay đổi kế hoạch hiện nay: 1 chỗ thêm" in said
    assert "Rà soát thủ tục số 2" in said
    assert page.take.text() == f"Lấy lại {key[0].value} này"
    click(page.take)
    assert now(hands) == PLAN


def test_only_the_chosen_task_is_as_it_was(hands: Hands) -> None:
    page = look(hands, lambda plan: without_row(reworded(plan)))
    key: Key = (Sort.TASK, "p1", "w1")
    go_to(hands, page, key)
    said = page.detail.toPlainText()
    assert "Đơn vị chủ trì của nhiệm vụ 1" in said
    assert "Thanh tra Sở" in said
    assert "Rà soát thủ tục số 2" not in said
    click(page.take)
    assert now(hands) == without_row(PLAN)
    hands.bot.waitUntil(lambda: key not in keys(page))
    assert ROW in keys(page)


def test_a_lost_appendix_comes_back_with_its_table(hands: Hands) -> None:
    page = look(hands, without_table)
    go_to(hands, page, TABLE)
    click(page.take)
    made = now(hands)
    assert made is not None
    assert made.appendices == PLAN.appendices
    assert dict(made.tasks) == dict(PLAN.tasks)


def test_the_office_is_backed_up_before(hands: Hands) -> None:
    page = look(hands, without_row)
    hands.window.desk.safe = KeepingSafe(hands.window, office_of(hands).path)
    go_to(hands, page, ROW)
    click(page.take)
    hands.bot.waitUntil(lambda: len(_kept(hands)) == 2)
    assert _kept(hands)["restore"] == 3


def _kept(hands: Hands) -> dict[str, int]:
    return {one.backup.reason: one.backup.content.tasks for one in listed(office_of(hands).path) if one.backup}


def test_an_issued_plan_stays_and_the_former_one_comes_beside_it(hands: Hands) -> None:
    def issue(plan: Plan) -> Plan:
        return issue_plan(without_row(plan), Issue("12", "KH-SNV", date(2030, 1, 5)))

    page = look(hands, issue)
    issued = now(hands)
    go_to(hands, page, ROW)
    assert "nay đã khóa" in page.detail.toPlainText()
    assert not page.take.isEnabled()
    assert not page.copy.isVisible()
    go_to(hands, page, WHOLE)
    click(page.copy)
    see(hands, "thành một bản dự thảo riêng")
    assert now(hands) is issued
    other = next(plan for id_, plan in office_of(hands).plans.items() if id_ != "p1")
    assert len(other.tasks) == 4
    assert not other.issue


def test_both_plans_are_compared(hands: Hands) -> None:
    page = look(hands, reworded)
    go_to(hands, page, WHOLE)
    click(page.compare)
    shown = hands.window.page()
    assert isinstance(shown, ComparePage)
    hands.bot.waitUntil(lambda: bool(shown.found))
    assert "trong bản sao lưu" in shown.old.currentText()
    assert (str(shown.found[0].old), str(shown.found[0].new)) == ("Phòng Cải cách", "Thanh tra Sở")


def test_what_is_looked_for_is_shown_alone(hands: Hands) -> None:
    page = look(hands, without_row)
    assert ROW in keys(page)
    assert (Sort.TASK, "p1", "w1") not in keys(page)
    page.only_others.setChecked(False)
    hands.bot.waitUntil(lambda: (Sort.TASK, "p1", "w1") in keys(page))
    page.words.setText("thu tuc so 3")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: (Sort.TASK, "p1", "w1") not in keys(page))
    assert keys(page)[-1] == (Sort.TASK, "p1", "w3")
    page.words.setText("không có ở đâu")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: keys(page) == [])
    assert "Không có dòng nào" in page.detail.toPlainText()


def test_tasks_of_the_text_are_taken_one_by_one(hands: Hands) -> None:
    def other_day(plan: Plan) -> Plan:
        return replace(plan, tasks={**plan.tasks, "body": replace(plan.tasks["body"], deadline=plain("Quý III"))})

    page = look(hands, other_day)
    go_to(hands, page, (Sort.TEXT, "p1", ""))
    assert "Chọn một nhiệm vụ bên dưới" in page.detail.toPlainText()
    assert not page.take.isEnabled()
    go_to(hands, page, (Sort.TASK, "p1", "i2"))
    assert "Quý III" in page.detail.toPlainText()
    click(page.take)
    assert now(hands) == PLAN


def test_what_was_found_is_of_the_plan_as_it_is_now(hands: Hands) -> None:
    page = look(hands, without_row)
    go_to(hands, page, ROW)
    change(hands, reworded)
    hands.bot.waitUntil(lambda: (Sort.TASK, "p1", "w1") in keys(page) and not page.is_looking())
    chosen = page.tree.chosen()
    assert chosen is not None
    assert chosen.key == ROW, "the cursor stays where it was"
    click(page.take)
    assert now(hands) == reworded(PLAN)


def test_a_backup_looked_into_again_is_shown_once(hands: Hands) -> None:
    page = look(hands, without_row)
    again = page_of(hands)
    click(again.buttons["look_into"])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), InsidePage))
    assert [each for each in hands.window.all_pages() if isinstance(each, InsidePage)] == [hands.window.page()]
    assert hands.window.page() is not page


def test_the_window_closes_while_a_backup_is_worked_on(hands: Hands) -> None:
    page = look(hands, without_row)
    page.only_others.setChecked(False)
    change(hands, reworded)
    hands.window.close()
    assert not hands.window.isVisible()
