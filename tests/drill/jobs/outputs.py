"""Files written over those of yesterday: prints and exports of a plan that has changed, and its units' sheets."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.drill.jobs.job import APART, OFFICE, Commands, Step, ask
from tests.returned.office import make_office
from tthc_desktop.models.changes import Change
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office

NAMES = ("kế hoạch.docx", "kế hoạch.xlsx", "kế hoạch.json", "kế hoạch.pdf")


class Outputs(Commands):
    """Each file is as it was, or whole and new."""

    def prepare(self, folder: Path) -> None:
        plan_id = make_office(folder / OFFICE, 12, 2).id
        for name in NAMES:
            _write(folder, plan_id, name)

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        title = f"Kế hoạch số {chance.randrange(10**6)}"
        yield lambda: _rename(folder / OFFICE, title)
        for name in chance.sample(NAMES, len(NAMES)):
            yield lambda name=name: _write(folder, title, name)  # type: ignore[misc]
        yield lambda: ask(folder, "send", title, folder / "gửi")

    def states(self, folder: Path) -> tuple[str, ...]:
        (*_, office) = super().states(folder)
        return (APART.join((office, *(sha256((folder / name).read_bytes()).hexdigest()[:16] for name in NAMES))),)


def _write(folder: Path, plan: str, name: str) -> None:
    ask(folder, "print" if name.endswith(".pdf") else "export", plan, folder / name)


def _rename(path: Path, title: str) -> None:
    with Office.open(path) as office:
        (plan,) = office.plans.values()
        office.change(Change("Đổi tên", ((plan, replace(plan, title=plain(title))),)))
