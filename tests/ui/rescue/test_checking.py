"""The file looked at from the window: sound, or with a page of what is wrong and the way to a new file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.storage.samples import sample_plan
from tests.storage.test_repairing import held
from tests.ui.hands import Hands
from tthc_desktop.models.changes import Change
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.rescue.checking import save
from tthc_desktop.ui.rescue.findings import FindingsPage


def said(window: MainWindow, kind: Kind) -> str:
    return " ".join(bar.what for bar in window.messages.bars() if bar.kind is kind)


def test_a_sound_file_is_said_to_be_so(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    hands.add(sample_plan())

    window.commands["check_office"].trigger()

    qtbot.waitUntil(lambda: "còn tốt" in said(window, Kind.GOOD))


def test_a_changed_letter_is_listed_and_what_was_is_saved_into_a_new_file(
    window: MainWindow, qtbot: QtBot, office_path: Path
) -> None:
    plan = sample_plan()
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    with closing(sqlite3.connect(office_path, isolation_level=None)) as connection:
        connection.execute("UPDATE tasks SET lead = 'Sở x' WHERE rowid = 1")

    window.commands["check_office"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.page(), FindingsPage))
    page = window.page()
    assert isinstance(page, FindingsPage)
    assert "“Sở x”, nhật ký ghi “Sở 0”" in page.found.toPlainText()

    new = office_path.with_name("moi.tthc")
    save(window, office_path, new)
    qtbot.waitUntil(lambda: "Đã lấy lại 1 kế hoạch" in said(window, Kind.GOOD))
    assert held(new)["plans"] == {plan.id: plan}
