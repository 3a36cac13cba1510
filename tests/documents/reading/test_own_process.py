"""A reader in a process of its own: the same answers, and nothing that it does reaches the program."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from tests.hostile_pdfs import laughing
from tthc_desktop.documents.reading.files import read_file
from tthc_desktop.documents.reading.own_process import SWITCH, OwnProcess
from tthc_desktop.errors import UserError

PLAN = "KẾ HOẠCH\nKiểm soát thủ tục hành chính năm 2031\n\nI. MỤC ĐÍCH\n1. Giảm giấy tờ.\n"
DAYS = 9
"""So deep a laughing PDF takes some days to read."""


class EnoughError(Exception):
    pass


@pytest.fixture(autouse=True)
def switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SWITCH)


@pytest.fixture(scope="module")
def other() -> Iterator[OwnProcess]:
    """Return one process for all that does not end it."""
    with OwnProcess() as process:
        yield process


def crash() -> None:
    os.abort()


def burst() -> int:
    return len(bytearray(64 << 30))


def mistake() -> None:
    raise ZeroDivisionError


def hang(_step: Callable[[int, int], None]) -> None:
    sleep(600)


def who() -> int:
    return os.getpid()


def with_another(step: Callable[[int, int], None]) -> None:
    """Start a program as the readers of LibreOffice do, and wait for it."""
    started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    try:
        step(started.pid, 1)
        started.wait()
    finally:
        started.kill()
        started.wait()


def test_a_file_is_read_as_it_is_here(other: OwnProcess, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, "utf-8")
    told: list[tuple[int, int]] = []
    draft = other.ask(read_file, path.name, path, step=lambda done, of: told.append((done, of)))
    assert draft.lines == read_file(path).lines
    assert draft.plan.title == read_file(path).plan.title
    assert (0, 0) in told


def test_a_refusal_is_the_same_sentence(other: OwnProcess, tmp_path: Path) -> None:
    path = tmp_path / "trống.txt"
    path.write_bytes(b"")
    with pytest.raises(UserError) as here:
        read_file(path)
    with pytest.raises(UserError) as there:
        other.ask(read_file, path.name, path)
    assert (there.value.what, there.value.advice) == (here.value.what, here.value.advice)
    assert other.ask(who, "") == other.ask(who, "") != os.getpid()


def test_a_mistake_of_ours_comes_with_where_it_was_made(other: OwnProcess) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError") as caught:
        other.ask(mistake, "tệp")
    assert "in mistake" in caught.value.__notes__[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no memory of a process by itself")
def test_what_bursts_is_refused(other: OwnProcess) -> None:
    with pytest.raises(UserError, match="quá nhiều bộ nhớ"):
        other.ask(burst, "to.pdf")


def test_what_crashes_is_refused_and_the_next_file_is_read() -> None:
    with OwnProcess() as process:
        with pytest.raises(UserError, match=r"“hỏng\.pdf” làm hỏng bộ đọc"):
            process.ask(crash, "hỏng.pdf")
        assert process.ask(who, "") != os.getpid()


def test_a_file_that_takes_days_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "cười.pdf"
    path.write_bytes(laughing(DAYS))
    with OwnProcess(silence=0.5) as process, pytest.raises(UserError, match=r"“cười\.pdf” quá lâu"):
        process.ask(read_file, path.name, path)


def test_whoever_no_longer_waits_stops_it_wherever_it_is(tmp_path: Path) -> None:
    path = tmp_path / "cười.pdf"
    path.write_bytes(laughing(DAYS))
    asked = 0

    def step(_done: int, _of: int) -> None:
        nonlocal asked
        asked += 1
        if asked > 5:
            raise EnoughError

    with OwnProcess() as process, pytest.raises(EnoughError):
        process.ask(read_file, path.name, path, step=step)


def test_a_process_that_the_system_took_away_is_begun_anew() -> None:
    with OwnProcess() as process:
        first = process.ask(who, "")
        [reader] = (child for child in multiprocessing.active_children() if child.pid == first)
        reader.kill()
        reader.join(20)
        assert process.ask(who, "") != first


WAITING = """
from tests.documents.reading.test_own_process import hang, who
from tthc_desktop.documents.reading.own_process import OwnProcess

if __name__ == "__main__":
    with OwnProcess() as process:
        print(process.ask(who, ""), flush=True)
        process.ask(hang, "", step=lambda *_: print("đọc", flush=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="looks for the process as POSIX does")
def test_a_reader_does_not_outlive_whoever_asked(tmp_path: Path) -> None:
    script = tmp_path / "waiting.py"
    script.write_text(WAITING, "utf-8")
    command = [sys.executable, str(script)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as asking:
        assert asking.stdout is not None
        reader = int(asking.stdout.readline())
        for _ in range(10):
            asking.stdout.readline()
        asking.kill()
    try:
        assert any(not is_running(reader) for _ in range(400))
    finally:
        with suppress(ProcessLookupError):
            os.kill(reader, signal.SIGKILL)


def is_running(process: int) -> bool:
    """Tell whether a process is there after a moment; one that has ended and was not asked about is not."""
    sleep(0.05)
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="looks for the process as POSIX does")
def test_what_a_reader_started_ends_with_it() -> None:
    started = 0

    def step(done: int, _of: int) -> None:
        nonlocal started
        if done:
            started = done
            raise EnoughError

    with OwnProcess() as process, pytest.raises(EnoughError):
        process.ask(with_another, "chậm.odt", step=step)
    with pytest.raises(ProcessLookupError):
        os.kill(started, 0)
