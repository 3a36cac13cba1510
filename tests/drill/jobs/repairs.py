"""Damaged files repaired, each into a new one."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.drill.jobs.job import APART, OFFICE, Commands, Step, ask
from tests.drill.state import state_in
from tests.returned.office import make_office

DAMAGED = ("hỏng 1.tthc", "hỏng 2.tthc")
PAGE = 4096


class Repairs(Commands):
    """The new file is whole or not there, and the damaged one stays as it was."""

    def prepare(self, folder: Path) -> None:
        make_office(folder / OFFICE, 40, 3)
        chance = Random(1)
        for name in DAMAGED:
            content = bytearray((folder / OFFICE).read_bytes())
            for _ in range(3):
                place = chance.randrange(1, len(content) // PAGE) * PAGE
                content[place : place + PAGE] = bytes(PAGE)
            (folder / name).write_bytes(content)

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        for name in chance.sample(DAMAGED, len(DAMAGED)):
            yield lambda name=name: ask(folder, "repair", folder / name, _new(folder, name))  # type: ignore[misc]

    def states(self, folder: Path) -> tuple[str, ...]:
        (*_, office) = super().states(folder)
        new = [state_in(path) if (path := _new(folder, name)).exists() else "" for name in DAMAGED]
        same = [sha256((folder / name).read_bytes()).hexdigest()[:16] for name in DAMAGED]
        return (APART.join((office, *new, *same)),)


def _new(folder: Path, name: str) -> Path:
    return folder / name.replace("hỏng", "sửa")
