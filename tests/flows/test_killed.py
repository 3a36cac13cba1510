"""The program is killed as soon as it has taken what one types: eight words at once, a few after a pause."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office

WRITER = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.changes import Change
from tthc_desktop.ui.app import make_application
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import open_office
from tthc_desktop.ui.plan.paragraph import Place

folder, words, kept = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
application = make_application()
window = MainWindow(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
window.show()
open_office(window, folder / "van-phong.tthc")
window.desk.apply(Change("Thêm kế hoạch", ((None, little_plan()),)))
page = window.desk.open_plan("p1")
page.surface.put_cursor(Place("s1"), -1)
letters(page.surface, words)
for _ in range(300):
    QTest.qWait(50)
    if kept in str(window.desk.office.plans["p1"].body[0].text):
        break
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like this on Windows")
@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (" một hai ba bốn năm sáu bảy tám chín", " một hai ba bốn năm sáu bảy tám"),
        (" hai từ", " hai từ"),
    ],
    ids=["eight words", "a pause"],
)
def test_a_kill_costs_a_few_words_at_most(words: str, kept: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path), words, kept]
    assert subprocess.run(command, check=False, timeout=110).returncode == -signal.SIGKILL
    with Office.open(tmp_path / "van-phong.tthc") as office:
        plan = office.plans["p1"]
        assert isinstance(plan, Plan)
        said = str(plan.body[0].text)  # type: ignore[union-attr]
    assert said.startswith(f"MỤC ĐÍCH{kept}")
