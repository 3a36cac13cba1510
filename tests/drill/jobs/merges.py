"""Returned sheets taken into an office by the command."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drill.jobs.job import OFFICE, Commands, Step, ask
from tests.returned.hands import Value, open_sheet
from tests.returned.office import make_office
from tthc_desktop.models.progress.values import Field

UNITS = 3


class Merges(Commands):
    """Receptions of the sheets of some units, one or all at once; the last is undone and done again."""

    def prepare(self, folder: Path) -> None:
        plan = make_office(folder / OFFICE, 12, UNITS)
        ask(folder, "send", plan.id, folder / "gửi")
        (folder / "trả").mkdir()
        for number, path in enumerate(sorted((folder / "gửi").glob("*.xlsx"))):
            sheet = open_sheet(path)
            works = [words for row in sheet.rows if (words := str(row[0].shown)).startswith("task")]
            for place, work in enumerate(works):
                sheet.fill(work, Field.PERCENT, Value((place + 1) / 100, "0%"))
                sheet.fill(work, Field.RESULT, Value(f"Đơn vị {number} đã trình lần {place}"))
            sheet.save(folder / "trả" / f"{number}.xlsx")

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        one = folder / "trả" / f"{chance.randrange(UNITS)}.xlsx"
        yield lambda: ask(folder, "receive", one, "--apply")
        yield lambda: ask(folder, "receive", folder / "trả", "--apply")
        yield lambda: ask(folder, "undo")
        yield lambda: ask(folder, "redo")
