"""The page of backups: made, listed, checked, restored into a new file."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from tests.ui.backups.cards import AT
from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Content, Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office
from tthc_desktop.safekeeping import choose_second, protect, second_place
from tthc_desktop.storage.backups import listed, make
from tthc_desktop.ui.backups import acts, opening
from tthc_desktop.ui.backups.inside.page import InsidePage
from tthc_desktop.ui.backups.page import BackupsPage
from tthc_desktop.ui.backups.secrets import SecretDialog
from tthc_desktop.ui.main_window import SMALLEST

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
SECRET = "sông Ngân 2030"


def office_of(hands: Hands) -> Office:
    office = hands.window.desk.office
    assert office is not None
    return office


def back_up(hands: Hands, days: int = 0, reason: Reason = Reason.DAY) -> Path:
    """Make a backup of so many days ago, and return its file."""
    return make(office_of(hands).path, reason, AT - timedelta(days=days)).path


def page_of(hands: Hands) -> BackupsPage:
    """Open the page and wait until it shows what there is."""
    hands.do("backups")
    page = hands.window.page()
    assert isinstance(page, BackupsPage)
    hands.bot.waitUntil(lambda: not page.is_looking())
    return page


def cells(page: BackupsPage, field: str) -> list[str]:
    at = [column.field for column in page.table.columns].index(field)
    return [str(page.table.index(row, at).data()) for row in range(page.table.rowCount())]


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def see(hands: Hands, words: str) -> str:
    """Wait for a message with these words and return it."""
    hands.bot.waitUntil(lambda: any(words in said for said in hands.said()))
    return next(said for said in hands.said() if words in said)


def unlock(hands: Hands, secret: str) -> None:
    """Type a password where it is asked for."""
    dialog = hands.window.findChild(SecretDialog)
    assert dialog is not None
    assert leftovers(dialog) == set()
    dialog.secret.setText(secret)
    click(dialog.go)


@pytest.fixture
def plan(hands: Hands) -> str:
    """Give the office a plan, and return its identity."""
    made = little_plan()
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, made),)))
    return made.id


def test_an_office_without_backups_is_told_so_and_makes_its_first(hands: Hands, plan: str) -> None:
    page = page_of(hands)
    assert page.table.rowCount() == 0
    assert not any(each.isEnabled() for each in page.buttons.values())
    assert "Chưa có nơi sao lưu thứ hai" in page.second.text()
    click(page.make)
    assert "đọc lại thấy nguyên vẹn: 1 kế hoạch, 4 nhiệm vụ, 1 chỉ tiêu" in see(hands, "Đã sao lưu")
    hands.bot.waitUntil(lambda: page.table.rowCount() == 1)
    assert (cells(page, "why"), cells(page, "difference")) == (["Theo yêu cầu"], ["Như hiện nay"])
    assert page.make.isEnabled()
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []
    assert plan


def test_an_empty_office_needs_no_backup(hands: Hands) -> None:
    click(page_of(hands).make)
    see(hands, "chưa cần sao lưu")
    assert listed(office_of(hands).path) == ()


def test_the_list_follows_the_office(hands: Hands, plan: str) -> None:
    back_up(hands, 2)
    back_up(hands, 1, Reason.IMPORT)
    page = page_of(hands)
    assert cells(page, "why") == ["Trước khi nhập", "Mở lần đầu trong ngày"]
    office = office_of(hands)
    hands.window.desk.apply(Change("Sửa", ((office.plans[plan], replace(office.plans[plan], title=plain("Khác"))),)))
    hands.bot.waitUntil(lambda: cells(page, "difference") == ["Nay đã sửa 1 lần"] * 2)
    hands.do("home")
    hands.window.desk.apply(Change("Xóa", ((office.plans[plan], None),)))
    hands.do("backups")
    hands.bot.waitUntil(lambda: cells(page, "difference")[0].startswith("Nay bớt 1 kế hoạch, 4 nhiệm vụ"))
    assert hands.window.page() is page
    assert "Nay không còn: “Kiểm soát thủ tục hành chính năm 2030”." in page.detail.toPlainText()


def test_a_check_tells_the_good_from_the_damaged(hands: Hands, plan: str) -> None:
    bad, good = back_up(hands, 2), back_up(hands, 1)
    data = bytearray(bad.read_bytes())
    data[len(data) // 2] ^= 1
    bad.write_bytes(data)
    page = page_of(hands)
    assert cells(page, "state") == ["Nguyên vẹn lúc ghi"] * 2
    click(page.buttons["check"])
    see(hands, "nguyên vẹn, dùng được")
    assert cells(page, "state") == ["Đã kiểm tra", "Nguyên vẹn lúc ghi"]
    page.view.selectAll()
    click(page.buttons["check"])
    see(hands, "1 trong 2 bản sao lưu có chỗ hỏng")
    assert cells(page, "state") == ["Đã kiểm tra", "Có chỗ hỏng"]
    page.view.go_to(str(bad))
    assert "Kiểm tra thấy: Tệp sao lưu đã bị thay đổi" in page.detail.toPlainText()
    assert good.exists()
    assert plan


def test_a_backup_that_has_gone_meanwhile_is_told(hands: Hands, plan: str) -> None:
    path = back_up(hands)
    page = page_of(hands)
    path.unlink()
    click(page.buttons["check"])
    assert "Chưa kiểm tra được bản sao lưu lúc" in see(hands, path.name)
    assert cells(page, "state") == ["Nguyên vẹn lúc ghi"], "it is not called damaged: it could not be read"
    assert plan


def choose_file(hands: Hands, path: Path) -> None:
    """Type a name into the dialog that asks for one."""
    dialog = hands.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(path))
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_backup_is_restored_into_a_new_file_and_opened_beside(
    hands: Hands, plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(hands)
    page = page_of(hands)
    office = office_of(hands)
    hands.window.desk.apply(Change("Xóa", ((office.plans[plan], None),)))
    click(page.buttons["restore"])
    new = tmp_path / "khôi phục.tthc"
    choose_file(hands, new)
    see(hands, "Đã khôi phục")
    with Office.open(new) as restored:
        assert restored.plans[plan] == little_plan()
    assert plan not in office.plans, "the office itself stays as it is"
    opened: list[Path] = []

    def open_file(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(acts, "open_in_other_window", open_file)
    offers = hands.window.messages.findChildren(QPushButton)
    click(next(each for each in offers if each.text() == "Mở trong cửa sổ khác"))
    assert opened == [new]


def test_no_file_is_written_over(hands: Hands, plan: str, tmp_path: Path) -> None:
    back_up(hands)
    page = page_of(hands)
    there = tmp_path / "có rồi.tthc"
    there.write_bytes(b"quan trong")
    click(page.buttons["restore"])
    choose_file(hands, there)
    see(hands, "Đã có tệp")
    assert there.read_bytes() == b"quan trong"
    assert plan


def test_a_locked_backup_asks_for_its_password(hands: Hands, plan: str, tmp_path: Path) -> None:
    office = office_of(hands)
    stick = tmp_path / "usb"
    stick.mkdir()
    choose_second(office.path, stick)
    protect(office.path, SECRET)
    back_up(hands)
    second_place(office.path)
    page = page_of(hands)
    locked = next(one for one in listed(office.path) if one.second)
    assert sorted(cells(page, "place")) == ["Máy này", "Nơi thứ hai"]
    assert f"Nơi thứ hai: {stick}, có khóa" in page.second.text()
    page.view.go_to(str(locked.path))
    assert "Bản này có khóa" in page.detail.toPlainText()
    click(page.buttons["look_into"])
    unlock(hands, "sai mật khẩu")
    see(hands, "không đúng")
    click(page.buttons["check"])
    unlock(hands, "sai mật khẩu")
    see(hands, "Chưa kiểm tra được")
    assert set(cells(page, "state")) == {"Nguyên vẹn lúc ghi"}, "a wrong password is no damage"
    click(page.buttons["look_into"])
    unlock(hands, SECRET)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), InsidePage))
    inside = hands.window.page()
    assert isinstance(inside, InsidePage)
    assert inside.then.plans[plan] == little_plan()
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 3
    assert not any(SECRET.encode() in each for each in written)


def test_the_folder_is_opened_once_there_is_one(hands: Hands, plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(hands)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page._doing.open_folder()
    see(hands, "Chưa có thư mục sao lưu")
    path = back_up(hands)
    page._doing.open_folder()
    assert [url.toLocalFile() for url in opened] == [str(path.parent)]
    assert plan


def test_enter_looks_into_the_chosen_backup(hands: Hands, plan: str) -> None:
    back_up(hands)
    page = page_of(hands)
    assert hands.window.focusWidget() is page.view
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), InsidePage))
    assert plan


def test_backups_are_listed_where_the_office_itself_cannot_be_read(
    hands: Hands, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(hands)

    def refuse(_office: Path) -> tuple[Content, str]:
        raise UserError("Tệp dữ liệu bị hỏng.", "Hãy mở bản sao lưu.")

    monkeypatch.setattr(opening, "described", refuse)
    page = page_of(hands)
    assert (cells(page, "difference"), cells(page, "place")) == ([""], ["Máy này"])
    assert plan


def test_the_pages_fit_the_smallest_window(hands: Hands, plan: str) -> None:
    back_up(hands)
    page = page_of(hands)
    click(page.buttons["look_into"])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), InsidePage))
    assert max(page.minimumSizeHint().width(), hands.window.page().minimumSizeHint().width()) <= SMALLEST.width()
    assert plan
