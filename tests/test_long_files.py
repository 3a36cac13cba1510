"""The order of files of tests side by side."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.long_files import KEPT, LONG, ROOT, kept

SIDE_BY_SIDE = ("-p", "xdist.plugin", "-n", "1", "--dist", "loadfile", "--no-loadscope-reorder")
TESTS = """
import pytest
from tests.conftest import *
from tests import long_files

long_files.kept = lambda: {"test_b.py": 9.0, "test_c.py": 20.0}
"""


def test_every_long_file_is_there() -> None:
    found = kept()

    assert found
    assert [name for name in found if not (ROOT / name).is_file()] == []
    assert min(found.values()) >= LONG
    assert list(found.values()) == sorted(found.values(), reverse=True)


@pytest.mark.parametrize(("side_by_side", "order"), [(SIDE_BY_SIDE, "cbad"), ((), "abcd")])
def test_the_longest_come_first_where_files_run_side_by_side(
    tmp_path: Path, side_by_side: tuple[str, ...], order: str
) -> None:
    (tmp_path / "conftest.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    for name in "abcd":
        (tmp_path / f"test_{name}.py").write_text("def test_1(): pass\ndef test_2(): pass\n", encoding="utf-8")

    said = run(tmp_path, "-v", *side_by_side)

    done = [line for line in said.splitlines() if "PASSED" in line]
    assert "".join(line.partition("test_")[2][0] for line in done[::2]) == order
    assert len(done) == 8


def test_a_run_writes_down_what_takes_long(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(f"{TESTS}\nlong_files.LONG = 0.2\n", encoding="utf-8")
    (tmp_path / "test_a.py").write_text("import time\ndef test_1(): time.sleep(0.6)\n", encoding="utf-8")
    (tmp_path / "test_b.py").write_text("def test_1(): pass\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    before = KEPT.read_bytes()

    run(tmp_path, f"--keep-durations={tmp_path / 'kept.txt'}")

    assert (tmp_path / "kept.txt").read_text(encoding="utf-8") == "1 test_a.py\n"
    assert KEPT.read_bytes() == before


def run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(folder), *arguments, "."]
    # Not what pytest-xdist has told this process.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**environment, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
