"""An office on a disk of 1 MB: work until nothing fits any more, then room is made and the work goes on."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.drill.jobs.catalogue import JOBS
from tests.drill.kills import goes_on
from tests.drill.lives import MEMORY, lost, prepared
from tthc_desktop.errors import UserError

SIZE = 1 << 20
STEP = 24 * 1024
"""How much room is made at first when something does not fit; each time half as much again."""
ATTEMPTS = 30


@dataclass(frozen=True, slots=True)
class Full:
    """What became of a job on a disk without room."""

    job: str
    free: int
    """Bytes that were free when it began."""
    refusals: tuple[str, ...]
    room: int
    """Bytes that had to be freed until all of it was done."""
    lost: str


@dataclass(slots=True)
class Disk:
    """A disk in memory, filled up but for some bytes."""

    place: Path
    size: int
    step: int = STEP
    room: int = 0

    def fill(self, left: int) -> None:
        """Fill the disk up until so many bytes are free."""
        (self.place / "filler").write_bytes(bytes(max(shutil.disk_usage(self.place).free - left, 0)))

    def make_room(self) -> None:
        """Take something away, and where nothing is left to take, let it be another and larger disk."""
        filler = self.place / "filler"
        there = filler.stat().st_size
        os.truncate(filler, max(there - self.step, 0))
        if there < self.step:
            self.size += self.step - there
            _mount(self.place, f"remount,size={self.size}")
        self.room += self.step
        self.step += self.step // 2


@contextmanager
def disk(size: int = SIZE) -> Iterator[Disk]:
    """Lend a disk of this size; `PermissionError` where this user may not mount one."""
    with TemporaryDirectory() as place:
        _mount(Path(place), f"size={size}")
        try:
            yield Disk(Path(place), size)
        finally:
            subprocess.run(["umount", place], check=True)


def _mount(place: Path, options: str) -> None:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        raise PermissionError("this user may not mount a small disk")


def full(job: str, seed: int, left: int = STEP) -> Full:
    """Do a job on a disk of 1 MB, or of what the job begins with when that is more, with `left` bytes free."""
    needed = sum(path.stat().st_blocks * 512 for path in prepared(job).rglob("*")) + 64 * 1024
    with disk(max(SIZE, needed + left)) as mounted:
        folder = mounted.place / "work"
        shutil.copytree(prepared(job), folder)
        mounted.fill(left)
        course = Course(job, seed, mounted, folder)
        course.go()
        gone = "; ".join(dict.fromkeys((*course.lost, *filter(None, (lost_in_copy(job, seed, folder, course.done),)))))
        mounted.make_room()
        gone = gone or goes_on(folder)
        return Full(job, left, tuple(course.refusals), mounted.room, gone)


@dataclass(slots=True)
class Course:
    """A job whose steps are tried until there is room for each; what the first refusal leaves is looked at."""

    name: str
    seed: int
    disk: Disk
    folder: Path
    refusals: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    done: int = 0

    def go(self) -> None:
        job = JOBS[self.name]()
        for step in job.steps(self.folder, Random(self.seed)):
            for attempt in range(ATTEMPTS):
                try:
                    step()
                except UserError as error:
                    self._refused(error, attempt)
                else:
                    break
            if not job.agrees(self.folder):
                self.lost.append("memory differs from the file")
            self.done += 1

    def _refused(self, error: UserError, attempt: int) -> None:
        self.refusals.append(error.what.strip())
        if attempt == ATTEMPTS - 1:
            raise error
        if attempt == 0 and (gone := lost_in_copy(self.name, self.seed, self.folder, self.done)):
            self.lost.append(f"after a refusal: {gone}")
        self.disk.make_room()


def lost_in_copy(job: str, seed: int, folder: Path, done: int) -> str:
    """Return what is lost in a folder, looked at where there is room."""
    with TemporaryDirectory(dir=MEMORY) as elsewhere:
        copy = Path(elsewhere) / "work"
        shutil.copytree(folder, copy)
        return lost(job, seed, copy, done)
