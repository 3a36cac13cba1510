"""A window that was killed, or killed itself, is told of once by the next one; one that was closed never is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tthc_desktop.ui.bug_reports.crashes import left_behind

SCRIPT = """
import ctypes, os, sys
from pathlib import Path
from tthc_desktop.ui.bug_reports.crashes import watch
kept = watch(Path(sys.argv[1]))
assert kept is not None
if sys.argv[2] == "closed":
    kept.end()
elif sys.argv[2] == "killed":
    os.kill(os.getpid(), 9)
elif sys.argv[2] == "fault":
    ctypes.string_at(0)
else:
    print("here", flush=True)
    sys.stdin.read()
"""


def lived(folder: Path, end: str) -> int:
    command = [sys.executable, "-c", SCRIPT, str(folder), end]
    return subprocess.run(command, check=False, capture_output=True, timeout=100).returncode


def test_a_closed_window_leaves_nothing(tmp_path: Path) -> None:
    assert lived(tmp_path, "closed") == 0
    assert left_behind(tmp_path) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like this on Windows")
def test_a_killed_window_is_told_of_once(tmp_path: Path) -> None:
    lived(tmp_path, "killed")
    assert left_behind(tmp_path) == ""
    assert left_behind(tmp_path) is None
    assert not list(tmp_path.iterdir())


def test_a_fault_leaves_its_trace_without_folders(tmp_path: Path) -> None:
    lived(tmp_path, "fault")
    said = left_behind(tmp_path) or ""
    assert "string_at" in said
    assert "ctypes" not in said.split('File "', 1)[1].split('"', 1)[0].rpartition(os.sep)[0]


def test_a_window_that_still_runs_is_left_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), "waits"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "here\n"
        assert left_behind(tmp_path) is None
        other.kill()
    assert left_behind(tmp_path) == ""
