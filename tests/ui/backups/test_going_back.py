"""The whole office goes back to a backup: asked, backed up, kept beside, begun again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.ui.backups.test_page import back_up, click, office_of, page_of, see
from tests.ui.eyes import leftovers, texts
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import listed
from tthc_desktop.ui.backups import going_back
from tthc_desktop.ui.backups.going_back import GoingBackDialog
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import open_office

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files with which the program was started again."""
    found: list[Path] = []
    monkeypatch.setattr(going_back, "open_in_other_window", found.append)
    return found


@pytest.fixture
def path(hands: Hands) -> Path:
    """Give the office a plan, back it up and lose the plan."""
    office = office_of(hands)
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, little_plan()),)))
    back_up(hands)
    hands.window.desk.apply(Change("Xóa kế hoạch", ((office.plans["p1"], None),)))
    return office.path


def ask(hands: Hands) -> GoingBackDialog:
    click(page_of(hands).buttons["go_back"])
    dialog = hands.window.findChild(GoingBackDialog)
    assert dialog is not None
    return dialog


def plans(path: Path) -> set[str]:
    with Office.open(path) as office:
        return set(office.plans)


def test_the_office_is_as_it_was_and_all_of_today_is_kept(
    hands: Hands, path: Path, started: list[Path], qtbot: QtBot
) -> None:
    dialog = ask(hands)
    assert leftovers(dialog) == set()
    assert "Không có gì bị xóa" in " ".join(texts(dialog))
    click(dialog.go)
    hands.bot.waitUntil(lambda: bool(started))
    assert started == [path]
    assert not hands.window.isVisible()
    assert plans(path) == {"p1"}
    (former,) = path.parent.glob("van-phong.truoc-*.tthc")
    assert plans(former) == set()
    assert Reason.RESTORE in {one.backup.reason for one in listed(path) if one.backup}
    assert _told_when_opened(hands, path, qtbot) == f"Tệp trước đó được giữ ở {former}."


def _told_when_opened(hands: Hands, path: Path, qtbot: QtBot) -> str:
    """Open the office in a new window with the same memory, and return what it tells."""
    again = MainWindow(QSettings(hands.window.memory.fileName(), QSettings.Format.IniFormat))
    qtbot.addWidget(again)
    again.show()
    open_office(again, path)
    said = [bar.accessibleName() for bar in again.messages.bars()]
    again.close()
    (bar,) = [each for each in said if "Dữ liệu đã quay về bản sao lưu" in each]
    return bar.partition("26/11/2026. ")[2]


def test_without_a_yes_nothing_happens(hands: Hands, path: Path, started: list[Path]) -> None:
    dialog = ask(hands)
    dialog.reject()
    assert hands.window.isVisible()
    assert started == []
    assert office_of(hands).path == path


def test_a_damaged_backup_is_not_gone_back_to(hands: Hands, path: Path, started: list[Path]) -> None:
    (backup,) = path.parent.glob("*.sao-luu/*.tthc")
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    click(ask(hands).go)
    see(hands, "Chưa quay về, vì bản sao lưu lúc")
    assert hands.window.isVisible()
    assert started == []
    assert list(path.parent.glob("*truoc*")) == []
    assert list(path.parent.glob("*khoi-phuc*")) == []


def test_when_the_disk_refuses_the_office_opens_as_it_was(
    hands: Hands, path: Path, started: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise UserError("Ổ đĩa báo lỗi.", "Hãy kiểm tra ổ đĩa.")

    monkeypatch.setattr(going_back, "take_over", refuse)
    click(ask(hands).go)
    hands.bot.waitUntil(lambda: bool(started))
    assert plans(path) == set()
    assert str(hands.window.memory.value("backups/stayed")).endswith("Ổ đĩa báo lỗi.\nHãy kiểm tra ổ đĩa.")
