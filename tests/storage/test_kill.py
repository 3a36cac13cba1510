"""Processes killed at random moments of a long edit sequence: the file opens and holds every acknowledged change."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.storage.kill_writer import first_state, next_numbers, number_of, state
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office

KILLS = int(os.environ.get("TTHC_KILLS", "24"))
MOST_STEPS = 8
"""A life ends at a random moment after a random number of steps; without any it may end while the file is opened."""

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no process out of a running one"),
    pytest.mark.timeout(600),
]


def test_a_killed_process_loses_no_acknowledged_change(tmp_path: Path) -> None:
    path = tmp_path / "office.tthc"
    chance = random.Random()
    number = 0
    with Office.open(path) as office:
        office.change(Change("Bắt đầu", ((None, first_state()),)))

    with writer() as (wishes, words):
        for _ in range(KILLS):
            said = killed_life(wishes, words, path, chance, chance.randint(0, MOST_STEPS))
            allowed = next_numbers(said, number)
            number = check(path)
            assert number in allowed, said

    assert number > KILLS


def test_a_file_that_was_being_made_can_be_opened(tmp_path: Path) -> None:
    chance = random.Random()
    with writer() as (wishes, words):
        for life in range(max(KILLS // 8, 1)):
            path = tmp_path / f"{life}.tthc"
            said = killed_life(wishes, words, path, chance, steps=chance.randint(0, 1))
            with Office.open(path) as office:
                assert office.plans or not said
                assert not office.plans or dict(office.plans) == state(number_of(office))


def killed_life(wishes: IO[str], words: IO[str], path: Path, chance: random.Random, steps: int) -> str:
    """Let a process edit for a while, kill it, and return the last thing that it acknowledged."""
    wishes.write(f"{path}\n")
    wishes.flush()
    pid = int(words.readline().removeprefix("pid "))
    said = ""
    for _ in range(steps):
        said = words.readline().strip()
    time.sleep(chance.uniform(0, 0.02 if steps else 0.1))
    os.kill(pid, signal.SIGKILL)
    while (line := words.readline().strip()) != "gone":
        said = line
    return said


def check(path: Path) -> int:
    """Open the file as the next process would, and return how many edits it holds."""
    with Office.open(path) as office:
        assert office._library.problems() == []
        number = number_of(office)
        assert dict(office.plans) == state(number)
        return number


@contextmanager
def writer() -> Iterator[tuple[IO[str], IO[str]]]:
    command = [sys.executable, "-m", "tests.storage.kill_writer"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdin, process.stdout
