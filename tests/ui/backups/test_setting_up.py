"""The second place is chosen, locked with a password, and given up."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.backups.test_page import back_up, click, office_of, page_of
from tests.ui.eyes import is_control, leftovers, name_aloud, texts
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.safekeeping import choices_of
from tthc_desktop.storage.backups import listed, read
from tthc_desktop.ui.backups.opening import set_up
from tthc_desktop.ui.backups.setting_up import SettingUpDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
SECRET = "sông Ngân 2030"


@pytest.fixture
def dialog(hands: Hands) -> SettingUpDialog:
    """Return the dialog of an office that has a backup."""
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, little_plan()),)))
    back_up(hands)
    page_of(hands)
    return set_up(hands.window, office_of(hands))


def settled(hands: Hands, dialog: SettingUpDialog) -> str:
    hands.bot.waitUntil(lambda: dialog.outcome.text() not in {"", "Đang ghi…"})
    return dialog.outcome.text()


def take(hands: Hands, dialog: SettingUpDialog, place: Path | None) -> str:
    dialog.take(place)
    return settled(hands, dialog)


def type_secret(dialog: SettingUpDialog, secret: str, again: str, *, kept: bool = True) -> None:
    dialog.lock.secret.setText(secret)
    dialog.lock.again.setText(again)
    dialog.lock.kept.setChecked(kept)


def test_backups_go_to_the_second_place_at_once(hands: Hands, dialog: SettingUpDialog, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    assert dialog.place.text() == "Chưa chọn nơi thứ hai."
    assert not dialog.forget.isVisible()
    assert leftovers(dialog) == set()
    assert [each for each in dialog.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []
    assert "chép 1 bản" in take(hands, dialog, stick)
    assert dialog.place.text() == f"Đang dùng: {stick}"
    path = office_of(hands).path
    assert [one.second for one in listed(path)].count(True) == 1
    page = page_of(hands)
    hands.bot.waitUntil(lambda: page.table.rowCount() == 2)
    click(dialog.forget)
    hands.bot.waitUntil(lambda: choices_of(path).second is None)
    settled(hands, dialog)
    assert dialog.place.text() == "Chưa chọn nơi thứ hai."


def test_a_place_that_is_not_there_is_refused_and_nothing_changes(
    hands: Hands, dialog: SettingUpDialog, tmp_path: Path
) -> None:
    said = take(hands, dialog, tmp_path / "không có")
    assert dialog.outcome.property("ink") == "error"
    assert said
    assert choices_of(office_of(hands).path).second is None
    assert dialog.choose.isEnabled()


@pytest.mark.parametrize(
    ("secret", "again", "kept", "doubt"),
    [
        ("", "", True, ""),
        ("ngắn", "ngắn", True, "ít nhất 8"),
        (SECRET, "sông Ngân 2031", True, "chưa giống nhau"),
        (SECRET, "sông", True, ""),
        (SECRET, SECRET, False, ""),
    ],
)
def test_no_password_is_set_that_may_get_lost(
    dialog: SettingUpDialog, secret: str, again: str, kept: bool, doubt: str
) -> None:
    type_secret(dialog, secret, again, kept=kept)
    assert not dialog.lock.set.isEnabled()
    assert doubt in dialog.lock.doubt.text()
    assert bool(doubt) is bool(dialog.lock.doubt.text())


def test_the_second_place_is_locked_and_unlocked(hands: Hands, dialog: SettingUpDialog, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    type_secret(dialog, SECRET, SECRET)
    click(dialog.lock.set)
    hands.bot.waitUntil(lambda: "có khóa" in dialog.outcome.text())
    assert (dialog.lock.secret.text(), dialog.lock.again.text(), dialog.lock.kept.isChecked()) == ("", "", False)
    assert dialog.lock.set.text() == "Đổi mật khẩu"
    assert "Mất mật khẩu là mất các bản sao lưu có khóa" in " ".join(_said(dialog))
    take(hands, dialog, stick)
    path = office_of(hands).path
    locked = next(one for one in listed(path) if one.second)
    assert "p1" in read(locked, SECRET).plans
    click(dialog.lock.unset)
    hands.bot.waitUntil(lambda: not choices_of(path).locked)
    settled(hands, dialog)
    assert not dialog.lock.unset.isVisible()


def test_a_password_locks_what_was_copied_before(hands: Hands, dialog: SettingUpDialog, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    take(hands, dialog, stick)
    type_secret(dialog, SECRET, SECRET)
    click(dialog.lock.set)
    hands.bot.waitUntil(lambda: "kể cả các bản đã chép" in dialog.outcome.text())
    there = [one.path for one in listed(office_of(hands).path) if one.second]
    assert [path.suffix for path in there] == [".age"]


def _said(dialog: SettingUpDialog) -> list[str]:
    return list(texts(dialog))


def test_the_keyboard_goes_through_the_dialog(dialog: SettingUpDialog) -> None:
    dialog.lock.secret.setFocus()
    QTest.keyClick(dialog.lock.secret, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.lock.again


def test_closing_the_dialog_while_it_works_does_no_harm(hands: Hands, dialog: SettingUpDialog, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    dialog.take(stick)
    dialog.close()
    hands.bot.waitUntil(lambda: choices_of(office_of(hands).path).second == stick)
    page = page_of(hands)
    hands.bot.waitUntil(lambda: page.table.rowCount() == 2)
