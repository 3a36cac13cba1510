"""Files of earlier versions opened, which brings them up to date, and changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drill.jobs.job import OFFICE, Commands, Step
from tests.drill.state import state_in
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office

OLD = Path(__file__).parents[2] / "data" / "offices"
OLD_FOLDER = "cũ"


class Upgrades(Commands):
    """One older file, by chance, put in the place of the office, opened and changed."""

    def prepare(self, folder: Path) -> None:
        """Put the older files there; the newest of them is the office until another takes its place."""
        shutil.copytree(OLD, folder / OLD_FOLDER)
        shutil.copy(max(OLD.glob("*.tthc")), folder / OFFICE)

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        old = folder / OLD_FOLDER / chance.choice(sorted(path.name for path in OLD.glob("*.tthc")))
        yield lambda: _put(old, folder / OFFICE)
        yield lambda: Office.open(folder / OFFICE).close()
        yield lambda: _add_unit(folder / OFFICE)

    def states(self, folder: Path) -> tuple[str, ...]:
        """Return what there is, looked at in a copy, for looking brings it up to date."""
        copy = folder.parent / "looked at"
        copy.mkdir(exist_ok=True)
        for path in folder.glob(f"{OFFICE}*"):
            shutil.copy(path, copy / path.name)
        return (state_in(copy / OFFICE),)


def _put(old: Path, path: Path) -> None:
    """Do what the clerk does, who hears of trouble from the system."""
    try:
        old.replace(path)
    except OSError as error:
        raise UserError("Chưa chép được tệp.", str(error)) from error


def _add_unit(path: Path) -> None:
    with Office.open(path) as office:
        office.change(Change("Thêm", ((None, Unit("đơn vị", "Phòng mới")),)))
