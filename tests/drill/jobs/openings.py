"""An office opened and closed: the work of the one who comes after a killed process."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drill.jobs.job import OFFICE, Commands, Step
from tthc_desktop.office import Office


class Openings(Commands):
    """Opens whatever lies there."""

    def steps(self, folder: Path, _: Random) -> Iterator[Step]:
        yield lambda: Office.open(folder / OFFICE).close()
