"""Works measured in processes of their own, so that no memory of one is counted for another."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import NamedTuple

Work = Callable[[Path, int], Callable[[], object]]
"""Gets ready for so many rows, which is not measured, and returns what is; it loads nothing that it does not need."""


class Taken(NamedTuple):
    """What a work took: seconds of the processor, mebibytes beyond what stood ready, megabytes of the file."""

    seconds: float
    memory: int
    file: float


def measured(module: str, work: str, file: Path, rows: int) -> Taken:
    """Do a work of a module, which ends with `do_asked`."""
    done = subprocess.run([sys.executable, "-m", module, work, str(file), str(rows)], check=True, capture_output=True)
    seconds, memory = json.loads(done.stdout)
    return Taken(round(seconds, 3), round(memory), round(file.stat().st_size / 1e6, 1))


def do_asked(works: Mapping[str, Work]) -> None:
    """Do the work that the command line names, and print what it took."""
    work, file, rows = sys.argv[1:]
    do = works[work](Path(file), int(rows))
    before, start = _peak(), _seconds()
    do()
    print(json.dumps([_seconds() - start, _peak() - before]))


def _seconds() -> float:
    """Return the seconds of the processor that this process has used, and those that it has started."""
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def _peak() -> float:
    """Return the most memory that this process has had, and any that it has started, in mebibytes."""
    return sum(used.ru_maxrss for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))) / 1024
