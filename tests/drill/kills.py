"""Processes killed at random points of their work: at a system call, half way through a write, or at some moment."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from tests.drill.faults import Act, Fault
from tests.drill.jobs.job import OFFICE
from tests.drill.lives import Worker, fresh, lost
from tests.drill.worker import Wish
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office

COURSES = 3
"""How many courses of work of each job are rehearsed, at each of which many kills come."""
CHANGING = frozenset({"write", "sync", "truncate", "rename", "remove", "create"})
"""The calls that change something on the disk."""


@dataclass(frozen=True, slots=True)
class Killed:
    """One kill: where it came, what was acknowledged before, and what was lost."""

    job: str
    seed: int
    where: str
    acknowledged: int
    died: bool
    lost: str
    left: frozenset[str]
    """Names of files that the killed process left and nobody took away, digits as #."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long a piece of work takes without trouble, the system calls of it, and the files that are there after it."""

    seconds: float
    calls: Sequence[str]
    files: frozenset[str]


@dataclass(slots=True)
class Killer:
    """Kills the children of a worker."""

    worker: Worker
    chance: Random
    courses: dict[tuple[str, int], Course] = field(default_factory=dict)

    def kills(self, jobs: Sequence[str], number: int) -> Iterator[Killed]:
        """Kill the jobs by turns, so many times in all."""
        seeds = {job: [self.chance.randrange(10**6) for _ in range(COURSES)] for job in jobs}
        for turn in range(number):
            job = jobs[turn % len(jobs)]
            yield self.kill(job, seeds[job][turn // len(jobs) % COURSES])

    def kill(self, job: str, seed: int) -> Killed:
        """Let a process do the job, kill it somewhere, and look what is left; at times the next one dies, too."""
        course = self.course(job, seed)
        with fresh(job) as folder:
            wish, where = self._somewhere(Wish(job, str(folder), seed), course)
            life = self.worker.live(wish)
            if life.end and self.chance.random() < 0.25:
                where += ", and once more while the office was opened"
                fault = Fault(Act.KILL_HALFWAY, self.chance.randint(1, 150))
                self.worker.live(Wish("openings", str(folder), seed, fault))
            bugs = life.said("bug") or [""]
            what = bugs[0] or lost(job, seed, folder, life.acknowledged) or goes_on(folder)
            left = files_in(folder) - course.files
        return Killed(job, seed, where, life.acknowledged, life.end != 0, what, left)

    def course(self, job: str, seed: int) -> Course:
        """Return how the job goes without trouble."""
        if (job, seed) not in self.courses:
            with fresh(job) as folder:
                began = time.perf_counter()
                life = self.worker.live(Wish(job, str(folder), seed, calls=True))
                seconds = time.perf_counter() - began
                assert "end" in life.words, life.words
                trouble = lost(job, seed, folder, life.acknowledged) or goes_on(folder)
                assert not trouble, trouble
                self.courses[job, seed] = Course(seconds, life.said("call"), files_in(folder))
        return self.courses[job, seed]

    def _somewhere(self, wish: Wish, course: Course) -> tuple[Wish, str]:
        """Choose the point: most often a call that changes something, else any call or any moment."""
        which = self.chance.random()
        if which < 0.2 or not course.calls:
            moment = self.chance.uniform(0.001, course.seconds)
            return replace(wish, seconds=moment), f"after {moment * 1000:.0f} ms"
        of_changes = [call for call in course.calls if call.split()[1] in CHANGING]
        number, what = self.chance.choice(of_changes if which < 0.8 else course.calls).split(maxsplit=1)
        act = self.chance.choice((Act.KILL_BEFORE, Act.KILL_HALFWAY))
        where = f"{'before' if act is Act.KILL_BEFORE else 'in'} call {number}, {what}"
        return replace(wish, fault=Fault(act, int(number))), where


def goes_on(folder: Path) -> str:
    """Return what hinders the next change of the office; nothing when it is made and kept."""
    unit = Unit(new_id(), "Đơn vị thêm sau cùng")
    try:
        with Office.open(folder / OFFICE) as office:
            office.change(Change("Thêm đơn vị", ((None, unit),)))
        with Office.open(folder / OFFICE) as office:
            return "" if office.units.get(unit.id) == unit else "the next change"
    except UserError as error:
        return f"no further change: {error}"


def files_in(folder: Path) -> frozenset[str]:
    """Return the files in a folder, what is made of time or chance in their names left out."""
    names = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return frozenset(re.sub(r"[0-9a-f]*\d[0-9a-f]*", "#", name) for name in names)
