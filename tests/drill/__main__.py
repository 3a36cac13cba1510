"""Torment an office and print what was lost: python -m tests.drill [KILLS] [PART …]; the parts are those of `PARTS`.

With 1000 kills, the usual number, every system call of an edited office fails, and each region is damaged 40 times;
with fewer kills all parts are smaller.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random, SystemRandom
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.drill import table
from tests.drill.calls import Failed, failures, gone
from tests.drill.damage import damages
from tests.drill.jobs.catalogue import TORMENTED
from tests.drill.kills import Killer
from tests.drill.lives import MEMORY, worker
from tests.drill.small_disk import STEP, Full, full

KILLS = 1000
SEED = 3
OF_A_REGION = 25
"""For how many kills each region is damaged once."""
LEFT = (0, STEP, 200 * 1024)
T = TypeVar("T")


def kills(number: int) -> Iterator[str]:
    """Kill processes at random points of their work."""
    seed = SystemRandom().randrange(10**6)
    with worker(*TORMENTED, "openings") as alive:
        yield from table.of_kills(_shown(Killer(alive, Random(seed)).kills(TORMENTED, number)))
    yield f"\nChance began with {seed}."


def calls(number: int) -> Iterator[str]:
    """Let every system call of an edited office fail once, with each error; of other work every seventh."""
    with worker(*TORMENTED, "openings") as alive:
        step = max(KILLS // number, 1)

        def failed() -> Iterator[Failed]:
            yield from failures(alive, "edits", SEED, step)
            for job in [job for job in TORMENTED[1:] if job != "folders"]:
                yield from failures(alive, job, SEED, 7 * step)

        yield from table.of_failures(_shown(failed()))


def gone_disk(number: int) -> Iterator[str]:
    """Let every call fail from some call on: the stick is pulled out, and found again later."""
    with worker("edits", "backups", "openings") as alive:
        some = (one for job in ("edits", "backups") for one in gone(alive, job, SEED, 20 * max(KILLS // number, 1)))
        yield from table.of_failures(_shown(some))


def disk(_: int) -> Iterator[str]:
    """Fill a disk of 1 MB, or of what the work begins with when that is more."""

    def filled() -> Iterator[Full]:
        for job in TORMENTED:
            # Of a folder some papers are taken and others refused, each by its name: there is no second try to compare.
            yield from (full(job, SEED, left) for left in LEFT if job != "folders")

    try:
        yield from table.of_full(_shown(filled()))
    except PermissionError as error:
        yield f"Left out: {error}."


def damage(number: int) -> Iterator[str]:
    """Damage each region of an office's files: a bit, noise, zeros, bytes from elsewhere, the rest cut off."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield from table.of_damage(_shown(damages(Path(folder), max(number // OF_A_REGION, 1), Random(SEED))))


def _shown(found: Iterator[T]) -> Iterator[T]:
    for done, one in enumerate(found, 1):
        if done % 50 == 0:
            sys.stderr.write(f"{done}\n")
        yield one


PARTS: Mapping[str, Callable[[int], Iterator[str]]] = {
    "kills": kills,
    "disk": disk,
    "calls": calls,
    "gone": gone_disk,
    "damage": damage,
}


def main(arguments: Sequence[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    number = next((int(word) for word in arguments if word.isdigit()), KILLS)
    for name in [word for word in arguments if not word.isdigit()] or PARTS:
        began = time.monotonic()
        sys.stdout.write(f"\n{PARTS[name].__doc__}\n\n")
        for line in PARTS[name](number):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        sys.stdout.write(f"\n{time.monotonic() - began:.0f} seconds.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
