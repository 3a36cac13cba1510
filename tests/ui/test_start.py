"""The start: nothing heavy before the first paint, then the office."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tthc_desktop.ui.app import main

HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "sqlite3",
    "pyhanko",
    "pypdfium2",
    "lxml",
    "docx",
    "selectolax",
    "cryptography",
    "xlsxwriter",
    "tthc_desktop.documents",
    "tthc_desktop.models.plan",
    "tthc_desktop.office",
)
SCRIPT = f"""
import sys
from PySide6 import QtCore
from tthc_desktop.ui.app import main
def painted():
    print([name for name in {HEAVY!r} if name in sys.modules], "Qt" in vars(QtCore))
main(sys.argv[1:], painted, lambda window: window.close())
"""


def started(*arguments: str) -> list[str]:
    """Start the program, close it when its work has begun, and return what it said."""
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_nothing_heavy_is_loaded_before_the_first_paint(office_path: Path) -> None:
    assert started("--office", str(office_path)) == ["[] False"]
    assert office_path.is_file()


def test_the_sample_is_opened_in_an_office_that_is_thrown_away() -> None:
    assert started("--sample") == ["[] False"]


@pytest.mark.parametrize(
    ("argument", "status", "said"),
    [("--help", 0, "Cách dùng: "), ("--bogus", 2, "Không hiểu phần “--bogus”. Hãy xem cách dùng: ")],
)
def test_its_arguments_are_explained_in_vietnamese(
    argument: str, status: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([argument])
    words = "".join(capfd.readouterr())
    assert left.value.code == status
    assert words.startswith(said)
    assert not any(english in words for english in ("usage:", "options:", "show this", "error:"))
