"""Backups made: at a wish, before an import, and onto a stick."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drill.jobs.job import APART, OFFICE, Commands, Step, ask
from tests.drill.state import digest, told
from tests.returned.office import make_office
from tthc_desktop.storage.backups import Stored, check, listed, read
from tthc_desktop.storage.backups.cards import stored

STICK = "usb"
PAPER = Path(__file__).parents[2] / "data" / "plans" / "b_html2text_page.txt"


class Backups(Commands):
    """Each backup that was acknowledged is listed, whole, and holds what the office held."""

    def prepare(self, folder: Path) -> None:
        make_office(folder / OFFICE, 12, 2)
        (folder / STICK).mkdir()
        ask(folder, "backup")

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        names = [f"{chance.randrange(10**6)}.tthc" for _ in range(2)]
        yield lambda: ask(folder, "import", PAPER)
        yield lambda: ask(folder, "backup")
        yield lambda: ask(folder, "backup", folder / STICK / names[0])
        yield lambda: ask(folder, "undo")
        yield lambda: ask(folder, "backup", folder / STICK / names[1])
        yield lambda: ask(folder, "import", PAPER)

    def states(self, folder: Path) -> tuple[str, ...]:
        """Return what the office holds, what its backups do, and what those on the stick do."""
        on_stick = [stored(path) for path in sorted((folder / STICK).glob("*.tthc"))]
        copies = f"{APART}{backups_in(folder)}{APART}{' '.join(map(content_of, on_stick))}"
        return tuple(f"{office}{copies}" for office in super().states(folder))


def backups_in(folder: Path) -> str:
    """Return what the good backups of the office hold, the oldest first."""
    good = [one for one in reversed(listed(folder / OFFICE)) if one.backup and not one.trouble and not check(one)]
    return " ".join(map(content_of, good))


def content_of(one: Stored) -> str:
    return digest("\n".join(told(read(one))))
