"""One office, one process at a time."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.office import Office

HOLD = """
import sys, time
from pathlib import Path
from tthc_desktop.office import Office
office = Office.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.tthc"


def note(path: Path) -> Path:
    return path.with_name("office.tthc.lock.json")


def test_a_second_opening_is_told_who_has_the_file_since_when(path: Path) -> None:
    with Office.open(path), pytest.raises(UserError) as told:
        Office.open(path)

    assert "đang được mở bởi" in told.value.what
    assert f"ngày {time.strftime('%d/%m/%Y')}" in told.value.what
    assert f"(tiến trình {os.getpid()})" in told.value.what


def test_another_process_is_kept_out_until_it_is_free(path: Path) -> None:
    with holder(path) as process:
        with pytest.raises(UserError, match=rf"tiến trình {process.pid}"):
            Office.open(path)
        process.kill()
        process.wait()

        Office.open(path).close()


def test_the_file_is_the_same_under_another_name(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.tthc"
    with Office.open(path):
        other.symlink_to(path)

        with pytest.raises(UserError, match="đang được mở"):
            Office.open(other)


def test_closing_frees_the_file_and_takes_the_note_away(path: Path) -> None:
    with Office.open(path):
        assert json.loads(note(path).read_text("utf-8"))["pid"] == os.getpid()

    assert not note(path).exists()
    Office.open(path).close()


def test_a_note_of_a_process_that_is_gone_is_no_obstacle(path: Path) -> None:
    note(path).write_text('{"user": "x", "pid": 1}', encoding="utf-8")

    Office.open(path).close()


@pytest.mark.parametrize("written", ["", "{}", "[]", '{"since": 5}', "\x00\xff"])
def test_an_unreadable_note_leaves_the_sentence_without_a_name(path: Path, written: str) -> None:
    with Office.open(path):
        note(path).write_text(written, encoding="utf-8")

        with pytest.raises(UserError) as told:
            Office.open(path)

    assert told.value.what == "Tệp dữ liệu “office.tthc” đang được mở."


def test_a_user_without_a_name_still_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", fail_to_find)

    with Office.open(path), pytest.raises(UserError, match=r"bởi \? trên máy"):
        Office.open(path)


def fail_to_find() -> str:
    raise KeyError("uid")


def test_a_file_that_could_not_be_opened_is_free_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tthc_desktop.storage.library.Library.load", fail)
    with pytest.raises(ZeroDivisionError):
        Office.open(path)
    monkeypatch.undo()

    Office.open(path).close()


def fail(_: object) -> None:
    raise ZeroDivisionError


def holder(path: Path) -> "subprocess.Popen[str]":
    """Return a process that has the office open."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    return process
