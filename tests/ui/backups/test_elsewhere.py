"""Backups of a computer that was lost, opened from its stick in an office that has nothing yet."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.backups.cards import AT
from tests.ui.backups.test_inside import WHOLE, go_to
from tests.ui.backups.test_page import SECRET, cells, click, office_of, page_of, see, unlock
from tests.ui.eyes import leftovers
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.life import issue_plan
from tthc_desktop.models.version import Issue
from tthc_desktop.office import Office
from tthc_desktop.safekeeping import choose_second, protect, second_place
from tthc_desktop.storage.backups import make
from tthc_desktop.ui.backups.elsewhere import elsewhere
from tthc_desktop.ui.backups.inside.page import InsidePage
from tthc_desktop.ui.backups.page import BackupsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
PDF = b"%PDF-1.7 a print that was issued"


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder on a stick with the locked backups of an office whose computer is gone; it is only read."""
    folder = tmp_path_factory.mktemp("lost")
    stick = folder / "usb"
    lost = folder / "máy cũ" / "van-phong.tthc"
    for each in (stick, lost.parent):
        each.mkdir()
    with Office.open(lost) as office:
        pdf = office.keep_file(PDF)
        issue = Issue("12", "KH-SNV", date(2030, 1, 5), pdf, "ban-hanh.pdf")
        office.change(Change("Thêm kế hoạch", ((None, issue_plan(little_plan(), issue)),)))
        choose_second(lost, stick)
        protect(lost, SECRET)
        for days in (2, 1):
            make(lost, Reason.CLOSE, AT - timedelta(days=days))
        second_place(lost)
    return next(stick.iterdir())


def show(hands: Hands, path: Path) -> BackupsPage:
    """Choose a file in the dialog of the page."""
    page = page_of(hands)
    page._doing.show_file()
    dialog = hands.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    hands.bot.waitUntil(lambda: page.table.rowCount() > 0 and not page.is_looking())
    return page


def newest(stick: Path) -> Path:
    return max(stick.glob("*.tthc.age"))


def test_all_backups_beside_the_shown_one_are_listed(hands: Hands, stick: Path) -> None:
    page = show(hands, min(stick.glob("*.tthc.age")))
    assert cells(page, "place") == ["Nơi khác"] * 2
    assert page.view.chosen()[0].stored.path == min(stick.glob("*.tthc.age"))
    assert "Bản này có khóa" in page.detail.toPlainText()
    assert leftovers(page) == set()


def test_a_plan_comes_back_with_its_kept_print(hands: Hands, stick: Path) -> None:
    page = show(hands, newest(stick))
    click(page.buttons["look_into"])
    unlock(hands, SECRET)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), InsidePage))
    inside = hands.window.page()
    assert isinstance(inside, InsidePage)
    hands.bot.waitUntil(lambda: not inside.is_looking())
    go_to(hands, inside, WHOLE)
    click(inside.take)
    unlock(hands, SECRET)
    see(hands, "Đã lấy lại kế hoạch")
    office = office_of(hands)
    issue = office.plans["p1"].issue
    assert issue is not None
    assert office.kept_file(issue.pdf) == PDF


def test_what_was_shown_is_forgotten_with_the_page(hands: Hands, stick: Path) -> None:
    page = show(hands, newest(stick))
    hands.window.close_page(page)
    assert page_of(hands).table.rowCount() == 0


def test_any_office_file_can_be_shown(stick: Path) -> None:
    plain = stick.parent.parent / "máy cũ" / "van-phong.tthc"
    found = list(elsewhere([plain, newest(stick), newest(stick)]))
    assert [one.path for one in found] == [plain, *sorted(stick.glob("*.tthc.age"), reverse=True)]
    assert [one.backup is None for one in found] == [True, False, False]
    assert replace(found[0], trouble="") != found[0], "a file without a card is doubtful"


def test_a_file_without_a_card_is_no_worse_for_it(hands: Hands, stick: Path, tmp_path: Path) -> None:
    lost = stick.parent.parent / "máy cũ" / "van-phong.tthc"
    page = show(hands, Path(shutil.copy(lost, tmp_path / "chép tay.tthc")))
    assert cells(page, "state") == ["Cần kiểm tra"]
    click(page.buttons["check"])
    see(hands, "nguyên vẹn, dùng được")
    assert cells(page, "state") == ["Đã kiểm tra"]
