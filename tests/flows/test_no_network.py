"""No network, at the start or ever: the system itself is asked what the program asked of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_FAMILY = re.compile(r"(?:sa_family=|socket\()(AF_\w+)")
_LOCAL = {"AF_UNIX", "AF_UNSPEC"}


def asked(folder: Path, *arguments: str) -> list[str]:
    """Run Python so, and return its calls to the system that have to do with a network."""
    log = folder / "calls.txt"
    done = subprocess.run(
        ["strace", "-f", "-e", "trace=socket,connect,sendto,sendmsg,bind", "-o", log, sys.executable, *arguments],
        env={**os.environ, "TTHC_OWN_PROCESS": "0"},  # here, for strace makes each start slow
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr[-3000:]
    calls = log.read_text("utf-8", "replace")
    assert "exited with 0" in calls
    return [line for line in calls.splitlines() if set(_FAMILY.findall(line)) - _LOCAL]


@pytest.mark.needs("strace")
def test_a_days_work_asks_no_network(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    assert asked(tmp_path, "-m", "tests.flows.quiet_program", str(tmp_path / "work")) == []


@pytest.mark.needs("strace")
def test_whoever_asks_one_is_seen(tmp_path: Path) -> None:
    talker = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    assert any("192.0.2.1" in line for line in asked(tmp_path, "-c", talker))
