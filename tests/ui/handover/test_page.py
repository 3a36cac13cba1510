"""The page that prepares a paper to be signed: the steps, the fields on the pages, and the folder that it writes."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.handover.values import Step
from tthc_desktop.models.plan import Plan, Signatory
from tthc_desktop.ui.handover.foot import free_folder
from tthc_desktop.ui.handover.page import HandoverPage
from tthc_desktop.ui.life.choices import Choice


@pytest.fixture(scope="module")
def plan() -> Plan:
    made = sample_plan()
    return replace(made, header=replace(made.header, number="", day=None))


def opened(hands: Hands, plan: Plan, folder: Path) -> HandoverPage:
    hands.add(plan)
    hands.do("hand_over")
    page = hands.window.page()
    assert isinstance(page, HandoverPage)
    page.foot.folder.setText(str(folder))
    wait_made(hands, page)
    return page


def wait_made(hands: Hands, page: HandoverPage) -> None:
    hands.bot.waitUntil(lambda: page.made is not None or "chưa ghi" in page.told_line.text(), timeout=WAIT)


def steps(page: HandoverPage) -> list[Choice]:
    return [each for each in page.tree.choices.leaves() if isinstance(each.key, Step)]


def files(page: HandoverPage) -> int:
    return len(page.made.files) if page.made else 0


def test_each_step_shows_its_field_on_its_page(hands: Hands, plan: Plan, tmp_path: Path) -> None:
    page = opened(hands, plan, tmp_path / "ky")
    QAbstractItemModelTester(page.tree.choices)
    found = steps(page)
    assert [one.words for one in found[:2]] == [
        "1. Lãnh đạo: Ký phê duyệt (Lê Minh Khoa) – tệp 1, trang 4",
        "2. Văn thư: Điền số của văn bản",
    ]
    assert page.tree.choices.choice(page.tree.currentIndex()) is found[0]
    assert list(page.pages.framed) == [3]
    page.tree.go_to(found[5])
    ((at, (box,)),) = page.pages.framed.items()
    assert (at, page.pages.pages) == (0, page.made.files[2].pages if page.made else 0)
    assert box[1] < 60
    page.tree.go_to(found[1])
    assert page.pages.framed == {}
    assert "đủ các phần để ký" in page.told_line.text()
    assert leftovers(page) == set()
    assert all(name_aloud(each) for each in page.findChildren(QWidget) if is_control(each))


def test_the_folder_is_written_and_told(hands: Hands, plan: Plan, tmp_path: Path) -> None:
    page = opened(hands, plan, tmp_path / "ký")
    QTest.mouseClick(page.foot.write, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: any("Đã ghi hồ sơ ký, 5 tệp" in what for what in hands.said()), timeout=WAIT)
    assert page not in hands.window.all_pages()
    assert len(list((tmp_path / "ký").iterdir())) == 5


def test_what_is_there_is_not_written_over_and_can_be_tried_again(hands: Hands, plan: Plan, tmp_path: Path) -> None:
    page = opened(hands, plan, tmp_path)
    assert page.made is not None
    (tmp_path / page.made.files[0].name).write_bytes(b"da ky")
    QTest.mouseClick(page.foot.write, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: any("có thể đã được ký" in what for what in hands.said()), timeout=WAIT)
    hands.bot.waitUntil(page.foot.write.isEnabled, timeout=WAIT)
    assert page in hands.window.all_pages()
    assert free_folder(tmp_path.parent, tmp_path.name) == tmp_path.with_name(f"{tmp_path.name} (2)")


def test_one_file_is_asked_for(hands: Hands, plan: Plan, tmp_path: Path) -> None:
    page = opened(hands, plan, tmp_path / "ky")
    page.foot.ways.setCurrentIndex(1)
    assert not page.foot.write.isEnabled()
    wait_made(hands, page)
    assert page.made is not None
    assert len(page.made.files) == 1
    assert "1 tệp PDF" in page.foot.sentence.text()


def test_a_changed_plan_is_printed_anew_and_a_deleted_one_closes_the_page(
    hands: Hands, plan: Plan, tmp_path: Path
) -> None:
    page = opened(hands, plan, tmp_path / "ky")
    nobody = replace(plan, signatory=Signatory(), appendices=())
    hands.window.desk.apply(Change("Bỏ người ký", ((plan, nobody),)))
    wait_made(hands, page)
    assert files(page) == 0
    assert page.told_line.text().startswith("Văn bản chưa ghi chức vụ")
    assert not page.foot.write.isEnabled()
    assert page.foot.ways.isHidden()
    assert page.tree.choices.rowCount() == 0
    hands.do("undo")
    wait_made(hands, page)
    assert files(page) == 3
    hands.do("undo")
    assert page not in hands.window.all_pages()


def test_doubts_come_first(hands: Hands, plan: Plan, tmp_path: Path) -> None:
    page = opened(hands, replace(plan, recipients=()), tmp_path / "ky")
    first = page.tree.choices.index(0, 0)
    assert first.data() == "Cần xem trước khi ký (1)"
    assert page.tree.choices.index(0, 0, first).data() == "Nơi nhận: Chưa ghi."
    assert page.told_line.text().startswith("Nên xem lại trước khi ký: nơi nhận")


def test_a_folder_has_to_be_named(hands: Hands, plan: Plan) -> None:
    page = opened(hands, plan, Path("ky"))
    with hands.bot.waitSignal(page.troubled) as troubled:
        QTest.mouseClick(page.foot.write, Qt.MouseButton.LeftButton)
    assert troubled.args is not None
    assert isinstance(troubled.args[0], UserError)


def test_the_command_is_for_a_plan(hands: Hands, plan: Plan) -> None:
    assert not hands.window.commands["hand_over"].isEnabled()
    hands.add(plan)
    assert hands.window.commands["hand_over"].isEnabled()
