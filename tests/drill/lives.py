"""Jobs rehearsed without trouble, then lived with it, and what came of them."""

import atexit
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp
from typing import IO

from tests.drill import faults
from tests.drill.jobs.catalogue import JOBS
from tests.drill.jobs.job import APART
from tests.drill.worker import Wish
from tthc_desktop.errors import UserError

MEMORY = next((place for place in ("/dev/shm",) if os.access(place, os.W_OK)), None)
"""Where a folder is of memory alone: a killed process does not lose what the system holds, and waiting is spared."""


@dataclass(frozen=True, slots=True)
class Life:
    """What a tormented process said, and how it ended: 0, or the signal that killed it below 0."""

    words: Sequence[str]
    end: int

    @property
    def acknowledged(self) -> int:
        """How many steps were done."""
        return sum(word.startswith("done ") for word in self.words)

    def said(self, what: str) -> list[str]:
        """Return the rest of each line that begins so."""
        return [word.removeprefix(f"{what} ") for word in self.words if word.startswith(f"{what} ")]

    @property
    def calls(self) -> int:
        return int(self.said("calls")[0])


class Worker:
    """The process whose children live."""

    def __init__(self, wishes: IO[str], words: IO[str]) -> None:
        self._wishes, self._words = wishes, words

    def live(self, wish: Wish) -> Life:
        """Let a child live, and return what it said."""
        self._wishes.write(f"{wish.as_line()}\n")
        self._wishes.flush()
        words: list[str] = []
        while not (word := self._words.readline().rstrip("\n")).startswith("gone"):
            if not word:
                raise EOFError(words)
            words.append(word)
        return Life(words, int(word.removeprefix("gone ")))


@contextmanager
def worker(*jobs: str) -> Iterator[Worker]:
    """Lend a worker for these jobs, with the library of faults before the C library where one can be made."""
    command = [sys.executable, "-m", "tests.drill.worker", *jobs]
    preloaded = {"LD_PRELOAD": str(faults.library())} if faults.can_be_made() else {}
    environment = {**os.environ, **preloaded}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield Worker(process.stdin, process.stdout)


@cache
def prepared(job: str) -> Path:
    """Return a folder with what the job begins with."""
    folder = Path(mkdtemp(dir=MEMORY))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    JOBS[job]().prepare(folder)
    return folder


@contextmanager
def fresh(job: str) -> Iterator[Path]:
    """Lend a folder in which the job can be done."""
    with TemporaryDirectory(dir=MEMORY) as place:
        folder = Path(place) / "work"
        shutil.copytree(prepared(job), folder)
        yield folder


def _is_between(now: str, allowed: Sequence[str]) -> bool:
    """Tell whether each file holds what it held before a step, in it or after it."""
    apart = zip(*(state.split(APART) for state in allowed), strict=True)
    return all(part in known for part, known in zip(now.split(APART), apart, strict=True))


@cache
def rehearsed(job: str, seed: int) -> tuple[tuple[str, ...], ...]:
    """Return what there is before the first step of a job and after each, parts of a step among it."""
    with fresh(job) as folder:
        doing = JOBS[job]()
        found = [doing.states(folder)]
        for step in doing.steps(folder, Random(seed)):
            step()
            found.append(doing.states(folder))
    return tuple(found)


def lost(job: str, seed: int, folder: Path, acknowledged: int) -> str:
    """Return what is lost in the folder, in one line; nothing when each acknowledged step is there, and no half one."""
    course = rehearsed(job, seed)
    try:
        now = JOBS[job]().states(folder)[-1]
    except (UserError, ValueError) as error:
        return f"not to be read: {error}"
    if _is_between(now, (course[acknowledged][-1], *(course[acknowledged + 1 :] or [()])[0])):
        return ""
    earlier = [number for number in range(acknowledged) if course[number][-1] == now]
    return f"{acknowledged - earlier[-1]} acknowledged steps" if earlier else "a step half done"
