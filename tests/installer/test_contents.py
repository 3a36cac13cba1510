"""What is left out of the installed program is not missed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.contents import UNUSED_MODULES, is_of_system, is_wanted
from tthc_desktop.self_test.trials import TRIALS

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
from installer.contents import UNUSED_MODULES
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if any(name == unused or name.startswith(unused + ".") for unused in UNUSED_MODULES):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Refuse())
from tthc_desktop.__main__ import main
sys.exit(main(["--self-test", sys.argv[1]]))
"""


def test_the_program_does_all_its_jobs_without_the_modules_that_are_left_out(tmp_path: Path, home: Path) -> None:
    places = os.pathsep.join(map(str, (ROOT / "installer" / "absent", ROOT)))

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(report := tmp_path / "bao-cao.txt")],
        env={**os.environ, "PYTHONPATH": places, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    lines = report.read_text(encoding="utf-8").splitlines()
    assert lines == done.stdout.splitlines()
    assert [line.split(":")[0] for line in lines[1:-1]] == [f"được  {trial.name}" for trial in TRIALS]
    assert not list(home.rglob("*.tthc"))


def test_no_library_that_asks_networks_goes_along() -> None:
    assert {"aiohappyeyeballs", "requests", "yarl"} <= {*UNUSED_MODULES}
    assert not is_wanted("PySide6/QtNetwork.abi3.so", "/venv/site-packages/PySide6/QtNetwork.abi3.so")
    assert not is_wanted("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/venv/libqopensslbackend.so")


@pytest.mark.parametrize(
    ("target", "source", "wanted"),
    [
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0", False),
        ("libsqlite3.so.0", "/usr/lib/x86_64-linux-gnu/libsqlite3.so.0", True),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/site-packages/PySide6/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/venv/site-packages/PySide6/libqvnc.so", False),
        ("PySide6\\translations\\qt_de.qm", r"C:\venv\qt_de.qm", False),
        ("tzdata/zoneinfo/Asia/Ho_Chi_Minh", "/venv/site-packages/tzdata/zoneinfo/Asia/Ho_Chi_Minh", True),
        ("tzdata/zoneinfo/Europe/Brussels", "/venv/site-packages/tzdata/zoneinfo/Europe/Brussels", True),
        ("tzdata/zoneinfo/America/Lima", "/venv/site-packages/tzdata/zoneinfo/America/Lima", False),
        ("tthc_desktop/_resources/icons/app.svg", "/home/a/resources/icons/app.svg", True),
    ],
)
def test_what_the_system_brings_and_what_qt_needs_no_more_stays_out(target: str, source: str, *, wanted: bool) -> None:
    assert is_wanted(target, source) is wanted


def test_a_venv_below_usr_lib_is_not_the_system() -> None:
    assert not is_of_system("/usr/lib/venv/lib/python3.11/site-packages/PIL/_imaging.so")
