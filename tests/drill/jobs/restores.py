"""Backups restored: into new files, and in part into the office of today."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drill.jobs.backups import backups_in
from tests.drill.jobs.job import APART, OFFICE, Commands, Step, ask
from tests.drill.state import state_in
from tests.returned.office import plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing import paper, tables
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.outline import tables as tables_of
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office

NEW = ("mới 1.tthc", "mới 2.tthc")
KEPT = ("giữ 1.tthc", "giữ 2.tthc")
TITLES = ("Kế hoạch thứ nhất", "Kế hoạch thứ hai")


class Restores(Commands):
    """A file that was restored is whole; what is taken back is there, and nothing is gone for it."""

    def prepare(self, folder: Path) -> None:
        """Make an office with two plans, back it up, then spoil one and delete the other."""
        with Office.open(folder / OFFICE) as office:
            office.change(Change("Lập", ((None, plan(12, 2, TITLES[0])),)))
        ask(folder, "import", _exported(folder))
        ask(folder, "backup", folder / KEPT[0])
        with Office.open(folder / OFFICE) as office:
            first, second = office.plans.values()
            ((table, _), *_) = tables_of(first)
            spoilt = tables.remove_rows(first, table.id, [row.id for row in table.rows[3:7]])
            office.change(Change("Sửa", ((first, spoilt),)))
            office.change(Change("Xóa", deletion(office.holdings, second.id)))
        ask(folder, "backup", folder / KEPT[1])

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        one, other = chance.sample(KEPT, 2)
        first, second = chance.sample(TITLES, 2)
        yield lambda: ask(folder, "restore", folder / one, folder / NEW[0])
        yield lambda: ask(folder, "restore", folder / KEPT[0], "--plan", first)
        yield lambda: ask(folder, "restore", folder / other, folder / NEW[1])
        yield lambda: ask(folder, "restore", folder / KEPT[0], "--plan", second, "--copy")

    def states(self, folder: Path) -> tuple[str, ...]:
        """Return what the office holds, what its backups do, and what the new files do."""
        new = [state_in(folder / name) if (folder / name).exists() else "" for name in NEW]
        rest = APART.join(("", backups_in(folder), *new))
        return tuple(f"{office}{rest}" for office in super().states(folder))


def _exported(folder: Path) -> Path:
    """Return a second plan in a file beside the office."""
    with Office.open(folder / "khác.tthc") as office:
        second = paper.set_title(plan(9, 2), plain(TITLES[1]))
        office.change(Change("Lập", ((None, second),)))
    ask(folder, "--office", folder / "khác.tthc", "export", TITLES[1], folder / "khác.json")
    return folder / "khác.json"
