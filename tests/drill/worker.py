"""A process that is there to be tormented: for each request on its input a child of it does a job until it dies.

The child says `done` with its number after each step that is acknowledged, `refused` when the program refused it in a
sentence, `bug` when anything else was raised, and at last how many system calls touched the folder.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.drill import faults
from tests.drill.faults import NO_FAULT, Act, Fault
from tests.drill.jobs.catalogue import JOBS
from tests.drill.jobs.job import Job, Step
from tthc_desktop.errors import UserError

ATTEMPTS = 3
"""How often a step is tried that is refused: a clerk who frees the disk tries again."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A life: which job in which folder, by which numbers of chance, and what trouble comes."""

    job: str
    folder: str
    seed: int
    fault: Fault = NO_FAULT
    seconds: float = 0.0
    """After which time the process is killed; 0 is never."""
    calls: bool = False
    """Whether each system call is told at the end."""

    def as_line(self) -> str:
        return json.dumps(asdict(self))


def wish_of(line: str) -> Wish:
    found = json.loads(line)
    fault = found.pop("fault")
    return Wish(**found, fault=Fault(Act(fault["act"]), fault["at"], fault["error"]))


def live(wish: Wish) -> None:
    """Do the job, step by step, and tell of it."""
    job, folder = JOBS[wish.job](), Path(wish.folder)
    if faults.loaded():
        faults.arm(folder, wish.fault)
    if wish.seconds:
        signal.setitimer(signal.ITIMER_REAL, wish.seconds)  # SIGALRM, which nobody handles, kills
    try:
        for number, step in enumerate(job.steps(folder, Random(wish.seed)), 1):
            if not attempt(job, folder, number, step):
                break
        else:
            say("end")
    except Exception:  # noqa: BLE001 - whatever it is, it is told
        say_bug()
    if faults.loaded():
        tell_calls(wish)


def attempt(job: Job, folder: Path, number: int, step: Step) -> bool:
    """Do a step, again when it is refused, and tell whether it was done."""
    for _ in range(ATTEMPTS):
        try:
            step()
        except UserError as error:
            say(f"refused {number} {' '.join(str(error).split())}")
            compare(job, folder, number)
        else:
            say(f"done {number}")
            return True
    return False


def compare(job: Job, folder: Path, number: int) -> None:
    """Tell when memory differs from the file after a refusal; the same trouble may come again meanwhile."""
    try:
        if not job.agrees(folder):
            say(f"differs {number}")
    except UserError as error:
        say(f"unread {' '.join(str(error).split())}")


def tell_calls(wish: Wish) -> None:
    calls = faults.count()
    faults.arm(Path("/nowhere"), Fault())
    for number in range(1, calls + 1) if wish.calls else ():
        say(f"call {number} {faults.call(number)}")
    say(f"calls {calls}")


def say_bug() -> None:
    error = sys.exc_info()[1]
    place = traceback.extract_tb(error.__traceback__)[-1] if error else None
    where = f"{Path(place.filename).name}:{place.lineno}" if place else ""
    say(f"bug {type(error).__name__} {' '.join(str(error).split())[:200]} in {where}")


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main() -> None:
    warm_up(sys.argv[1:])
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(wish_of(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say(f"gone {os.waitstatus_to_exitcode(status)}")


def warm_up(names: Sequence[str]) -> None:
    """Load all that the jobs need once, before the children are made."""
    for name in names:
        with TemporaryDirectory() as folder:
            job = JOBS[name]()
            job.prepare(Path(folder))
            for step in job.steps(Path(folder), Random(0)):
                step()


if __name__ == "__main__":
    main()
