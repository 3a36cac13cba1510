"""Pages and windows are closed while much is under way; no memory of the window keeps it from opening."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.ui.importing.reading import read_paper
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import open_office
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.printing.saving_pdf import write_pdf

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
KEYS = ("window/shape", "window/look", "plan/panes", "plan/scale", "legal/columns", "files/folder")
ODD = (
    "@ByteArray(\\x1\\xff)",
    "@Invalid()",
    "-1",
    "@Variant(\\0\\0\\0)",
    "@Size(1 1)",
    "light, dark",
    "99999999999",
    "ữ",
)


def keep_busy(window: MainWindow, page: PlanPage, folder: Path, number: int) -> None:
    """Begin typing, counting, pasting, reading and printing."""
    letters(page.surface, "chữ ")
    page.counter._ask()
    if number % 2:
        data = QMimeData()
        data.setText("".join(f"{place}. Việc {place}\n" for place in range(3000)))
        QGuiApplication.clipboard().setMimeData(data)
        window.commands["paste"].trigger()
    else:
        write_pdf(window, page.plan, folder / f"{number}.pdf")


def test_pages_close_over_what_is_under_way(hands: Hands, tmp_path: Path) -> None:
    hands.add(little_plan(40))
    for number in range(6):
        page = hands.window.desk.open_plan("p1")
        assert page is not None
        keep_busy(hands.window, page, tmp_path, number)
        hands.bot.wait(number * 13 % 60)
        hands.window.close_page(page)
    hands.bot.wait(200)
    assert not any("lỗi" in said for said in hands.said())


def test_plans_are_deleted_while_they_are_printed(hands: Hands) -> None:
    for number in range(6):
        plan = copy_plan(little_plan(20))
        hands.window.desk.apply(Change("Thêm", ((None, plan),)))
        page = hands.window.desk.open_plan(plan.id)
        assert page is not None
        page.counter._ask()
        hands.bot.wait(number * 13 % 60)
        hands.do("delete")
        if number % 2:
            hands.do("undo")
    hands.bot.wait(200)
    assert hands.window.desk.office is not None
    assert len(hands.window.desk.office.plans) == 3


@pytest.mark.usefixtures("dressed")
def test_windows_close_over_what_is_under_way(qtbot: QtBot, tmp_path: Path) -> None:
    paper = tmp_path / "cu.txt"
    paper.write_text("KẾ HOẠCH\nKiểm soát thủ tục\nI. MỤC ĐÍCH\n" + "1. Việc\n" * 2000, encoding="utf-8")
    for number in range(4):
        window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        window.show()
        open_office(window, tmp_path / "van-phong.tthc")
        if not number:
            window.desk.apply(Change("Thêm", ((None, little_plan(40)),)))
        page = window.desk.open_plan("p1")
        assert page is not None
        keep_busy(window, page, tmp_path, number)
        read_paper(window, paper)
        qtbot.wait(number * 17)
        window.close()
        window.deleteLater()
        qtbot.wait(1)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("odd", ODD)
def test_the_window_opens_whatever_its_memory_holds(odd: str, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    groups: dict[str, str] = {}
    for key in KEYS:
        group, _, name = key.rpartition("/")
        groups[group] = f"{groups.get(group, '')}{name}={odd}\n"
    path.write_text("".join(f"[{group or 'General'}]\n{lines}" for group, lines in groups.items()), encoding="utf-8")
    window = MainWindow(QSettings(str(path), QSettings.Format.IniFormat))
    window.show()
    open_office(window, tmp_path / "van-phong.tthc")
    window.desk.apply(Change("Thêm", ((None, little_plan()),)))
    page = window.desk.open_plan("p1")
    assert page is not None
    window.commands["zoom_in"].trigger()
    window.commands["legal"].trigger()
    assert min(page.panes.sizes()) >= 0
    window.close()
    window.deleteLater()
    qtbot.wait(1)
