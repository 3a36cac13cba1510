"""An office edited: plans, units, progress and kept files, undone and done again, in one sitting."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.drill.jobs.job import OFFICE, Step
from tests.drill.state import state_in, state_of, told
from tests.returned.office import make_office
from tthc_desktop.models.changes import Change, Pairs
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing import paper, tables, tasks
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.outline import tables as tables_of
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Evidence, Field, Progress, Said
from tthc_desktop.models.table import Role, Row, RowKind
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office

TASKS, UNITS, STEPS = 60, 4, 8
Edit = Callable[[Office, Random], Pairs]


class Edits:
    """Some changes of many kinds, in an office that stays open meanwhile."""

    def __init__(self) -> None:
        self._office: Office | None = None

    def prepare(self, folder: Path) -> None:
        make_office(folder / OFFICE, TASKS, UNITS)

    def steps(self, folder: Path, chance: Random) -> Iterator[Step]:
        yield lambda: self._open(folder)
        for _ in range(STEPS):
            yield self._step(self.office, chance)
        yield self.close

    @property
    def office(self) -> Office:
        assert self._office
        return self._office

    def states(self, folder: Path) -> tuple[str, ...]:
        return (state_of(self._office) if self._office else state_in(folder / OFFICE),)

    def agrees(self, _: Path) -> bool:
        if self._office is None:
            return True
        return [*told(self._office._library.load())] == [*told(self._office.holdings)]

    def _open(self, folder: Path) -> None:
        self._office = Office.open(folder / OFFICE)

    def close(self) -> None:
        self.office.close()
        self._office = None

    def _step(self, office: Office, chance: Random) -> Step:
        if office.redo_label and chance.random() < 0.5:
            return office.redo
        if chance.random() < 0.2 and office.undo_label != "Lập":
            return office.undo
        edit, numbers = chance.choice(EDITS), chance.random()
        return lambda: office.change(Change(f"Sửa: {edit.__name__}", edit(office, Random(numbers))))


def rename(office: Office, chance: Random) -> Pairs:
    plan = _plan(office, chance)
    return ((plan, paper.set_title(plan, plain(f"Kế hoạch số {chance.randrange(10**6)}"))),)


def insert_rows(office: Office, chance: Random) -> Pairs:
    plan = _plan(office, chance)
    made = [Task(new_id(), plain(f"Việc {chance.randrange(10**6)}")) for _ in range(chance.choice((1, 3, 200)))]
    added = [Row(new_id(), RowKind.TASK, 1, task_id=task.id) for task in made]
    table = _table(plan)
    return ((plan, tables.insert_rows(plan, table, chance.randrange(len(_rows(plan))), added, tasks=made)),)


def remove_rows(office: Office, chance: Random) -> Pairs:
    plan = _plan(office, chance)
    gone = chance.sample([row.id for row in _rows(plan)], chance.choice((1, 5)))
    return ((plan, tables.remove_rows(plan, _table(plan), gone)),)


def move_rows(office: Office, chance: Random) -> Pairs:
    plan = _plan(office, chance)
    return ((plan, tables.move_rows(plan, _table(plan), (chance.choice(_rows(plan)).id,), chance.randrange(10))),)


def write_task(office: Office, chance: Random) -> Pairs:
    plan = _plan(office, chance)
    words = plain(f"Sở {chance.randrange(10**6)}")
    return ((plan, tasks.set_task(plan, chance.choice(list(plan.tasks)), Role.LEAD, words)),)


def copy(office: Office, chance: Random) -> Pairs:
    return ((None, copy_plan(_plan(office, chance))),)


def delete(office: Office, chance: Random) -> Pairs:
    plans = list(office.plans)
    return deletion(office.holdings, plans[-1]) if len(plans) > 1 else rename(office, chance)


def add_units(_: Office, chance: Random) -> Pairs:
    return tuple((None, Unit(new_id(), f"Phòng số {chance.randrange(10**6)}")) for _ in range(3))


def report(office: Office, chance: Random) -> Pairs:
    """Write progress down with a file that the office keeps."""
    plan, unit = _plan(office, chance), chance.choice(list(office.units))
    work = chance.choice(list(plan.tasks))
    mine = (one for one in office.progress_of(plan.id).values() if (one.work_id, one.unit_id) == (work, unit))
    before = next(mine, None)
    words = str(chance.randrange(10**6))
    kept = Evidence(f"{words}.pdf", office.keep_file(words.encode() * 10_000))
    made = before or Progress(new_id(), plan.id, work, unit, {})
    return ((before, replace(made, said={**made.said, Field.RESULT: Said(words)}, files=(*made.files, kept))),)


EDITS: Sequence[Edit] = (
    *(rename, insert_rows, remove_rows, move_rows, write_task, write_task),
    *(copy, delete, add_units, report, report),
)


def _plan(office: Office, chance: Random) -> Plan:
    return chance.choice(list(office.plans.values()))


def _table(plan: Plan) -> str:
    ((table, _), *_) = tables_of(plan)
    return table.id


def _rows(plan: Plan) -> Sequence[Row]:
    ((table, _), *_) = tables_of(plan)
    return table.rows
