"""Works measured in processes of their own, so that no memory of one is counted for another."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
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
    return Taken(round(seconds, 2), round(memory), round(file.stat().st_size / 1e6, 1))


def do_asked(works: Mapping[str, Work]) -> None:
    """Do the work that the command line names, and print what it took."""
    work, file, rows = sys.argv[1:]
    do = works[work](Path(file), int(rows))
    before, start = _peak(), process_time()
    do()
    print(json.dumps([process_time() - start, _peak() - before]))


def _peak() -> float:
    """Return the most memory that this process has had, in mebibytes."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024
