"""Torment an office and print what was lost: python -m tests.drill [KILLS] [PART …]; the parts are those of `PARTS`."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random, SystemRandom

from tests.drill import table
from tests.drill.jobs.catalogue import JOBS, TORMENTED
from tests.drill.kills import Killed, Killer
from tests.drill.lives import worker

KILLS = 1000


def kills(number: int) -> Iterator[str]:
    """Kill processes at random points of their work."""
    seed = SystemRandom().randrange(10**6)
    with worker(*JOBS) as alive:
        yield from table.of_kills(_shown(Killer(alive, Random(seed)).kills(TORMENTED, number), number))
    yield f"\nChance began with {seed}."


def _shown(kills: Iterator[Killed], number: int) -> Iterator[Killed]:
    for done, kill in enumerate(kills, 1):
        if done % 50 == 0 or kill.lost:
            sys.stderr.write(f"{done} of {number} {kill.lost}\n")
        yield kill


PARTS: Mapping[str, Callable[[int], Iterator[str]]] = {"kills": kills}


def main(arguments: Sequence[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    number = next((int(word) for word in arguments if word.isdigit()), KILLS)
    for name in [word for word in arguments if not word.isdigit()] or PARTS:
        began = time.monotonic()
        sys.stdout.write(f"\n## {PARTS[name].__doc__}\n\n")
        for line in PARTS[name](number):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        sys.stdout.write(f"\n{time.monotonic() - began:.0f} seconds.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
