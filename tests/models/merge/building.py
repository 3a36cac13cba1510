"""A small office with units and a plan, its sheets as they go out, and sheets as they come back."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.known import Known
from tthc_desktop.models.merge.values import Compared, Merge, Spot, Verdict
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import REPORTED, Field, Progress, Said
from tthc_desktop.models.sending.returned import Cell, ReturnedRow, ReturnedSheet
from tthc_desktop.models.sending.values import SHEET_VERSION, Sending, Sent, SentRow
from tthc_desktop.models.sending.workshare import ShareRow, WorkShare
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit

S = Field.STATUS
NOW = datetime(2026, 3, 31, 8, tzinfo=UTC)
_ACTS = ("Rà soát", "Công khai", "Kiểm tra", "Tập huấn", "Báo cáo", "Khảo sát", "Niêm yết", "Đánh giá")
_MATTERS = ("hộ tịch", "đất đai", "đầu tư công", "một cửa", "phí và lệ phí", "thi đua", "hồ sơ điện tử")


def task(number: int) -> Task:
    """Return a task; no two are worded alike."""
    act, matter = _ACTS[number % len(_ACTS)], _MATTERS[number // len(_ACTS) % len(_MATTERS)]
    words = f"{act} {matter} đợt {number} lĩnh vực số {number * 7}"
    return Task(f"t{number}", plain(words), plain("Phòng A"), deadline=plain(f"Tháng {number % 12 + 1}"))


def plan(count: int, id_: Id = "p", title: str = "Kế hoạch thử") -> Plan:
    """Return a plan of so many tasks."""
    return Plan(id_, title=plain(title), tasks={one.id: one for one in map(task, range(count))})


def unit(name: str = "a", **more: object) -> Unit:
    """Return a unit whose name ends with its identity."""
    return replace(Unit(name, f"Phòng {name.upper()}"), **more)  # type: ignore[arg-type]


def share(of: Plan, whose: Unit) -> WorkShare:
    """Return every task of the plan as the unit's share, under one heading."""
    rows = [ShareRow(words={"number": "I", "content": "Nhiệm vụ chung"})]
    for place, one in enumerate(of.tasks.values(), 1):
        words = {"number": str(place), "content": str(one.content), "deadline": str(one.deadline)}
        rows.append(ShareRow(one.id, 1, words))
    return WorkShare(of.id, str(of.title), whose, tuple(rows))


def digest(words: Mapping[str, str]) -> str:
    """Return a hash of locked words."""
    return hashlib.sha256(repr(sorted(words.items())).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Place:
    """What an office keeps, with the steps that change it."""

    plans: Mapping[Id, Plan]
    units: Mapping[Id, Unit]
    progress: Mapping[Id, Progress] = field(default_factory=dict)
    sendings: Mapping[Id, Sending] = field(default_factory=dict)

    def known(self, at: datetime = NOW) -> Known:
        """Return what a comparison is given."""
        return Known(self.plans, self.units, self.progress, self.sendings, at, share, digest)

    def words(self, work: Id, unit_id: Id, name: Field) -> str:
        """Return what the office has of a spot."""
        found = [one for one in self.progress.values() if (one.work_id, one.unit_id) == (work, unit_id)]
        return found[0].words(name) if found else ""

    def typed(self, work: Id, unit_id: Id, name: Field, words: str) -> "Place":
        """Return the office after the clerk has typed a value."""
        plan_id = next(plan.id for plan in self.plans.values() if work in plan.tasks)
        fresh = Progress(f"{work}-{unit_id}", plan_id, work, unit_id)
        mine = (one for one in self.progress.values() if (one.work_id, one.unit_id) == (work, unit_id))
        old = next(mine, fresh)
        return replace(self, progress={**self.progress, old.id: replace(old, said={**old.said, name: Said(words)})})

    def sent(self, whose: Id = "a", number: int = 1, plan_id: Id = "p") -> tuple["Place", ReturnedSheet]:
        """Return the office after a sheet went out, and the sheet as it would come back untouched."""
        at = NOW + timedelta(days=number - 30)
        id_ = f"s-{plan_id}-{whose}-{number}"
        plan_, unit_ = self.plans[plan_id], self.units[whose]
        rows, back = {}, []
        for line, row in enumerate(share(plan_, unit_).rows, 8):
            said = {name: words for name in REPORTED if (words := self.words(row.work_id, whose, name))}
            if row.work_id:
                rows[row.work_id] = SentRow(digest(row.words), said)
                cells = {name: cell(name, line, said.get(name, "")) for name in REPORTED}
                back.append(ReturnedRow(row.work_id, line, row.words, cells))
        sent = Sent(SHEET_VERSION, id_, plan_id, str(plan_.title), whose, unit_.name, number, at, rows)
        sending = Sending(id_, plan_id, whose, at, revision=number)
        sheet = ReturnedSheet(f"{whose}-{number}.xlsx", "Phần việc", sent, unit_.name, tuple(back))
        return replace(self, sendings={**self.sendings, id_: sending}), sheet


def place(count: int = 3, units: str = "ab") -> Place:
    """Return an office with one plan and units that all have a share in the whole of it."""
    return Place({"p": plan(count)}, {name: unit(name) for name in units})


def cell(name: Field, line: int, words: str) -> Cell:
    """Return a cell at its address, with words in their form."""
    return Cell(f"{'IJKLMNO'[REPORTED.index(name)]}{line}", words, words)


def said(sheet: ReturnedSheet, work: Id, name: Field, words: str, **more: str) -> ReturnedSheet:
    """Return the sheet with an answer of the unit in every row of the work."""
    return replace(
        sheet,
        rows=tuple(
            replace(row, cells={**row.cells, name: replace(cell(name, row.row, words), **more)})
            if row.work_id == work
            else row
            for row in sheet.rows
        ),
    )


def row_of(sheet: ReturnedSheet, work: Id) -> ReturnedRow:
    """Return the first row of a work."""
    return next(row for row in sheet.rows if row.work_id == work)


def with_rows(sheet: ReturnedSheet, *rows: ReturnedRow) -> ReturnedSheet:
    """Return the sheet with these rows alone, at the lines where they now stand."""
    return replace(sheet, rows=tuple(replace(row, row=line) for line, row in enumerate(rows, 8)))


def verdicts(merged: Merge) -> dict[Verdict, list[Spot]]:
    """Return the spots by verdict."""
    found: dict[Verdict, list[Spot]] = {}
    for one in merged.compared:
        found.setdefault(one.verdict, []).append(one.spot)
    return found


def only(merged: Merge) -> Compared:
    """Return the one spot that is new."""
    new = [one for one in merged.compared if one.verdict is not Verdict.SAME]
    assert len(new) == 1
    return new[0]


def nothing_new(merged: Merge) -> bool:
    """Tell whether the sheets say nothing new."""
    return all(one.verdict is Verdict.SAME for one in merged.compared) and not any(one.changed for one in merged.files)


def taken(office: Place, change: Change) -> Place:
    """Return the office after a change of progress and sendings."""
    progress, sendings = dict(office.progress), dict(office.sendings)
    for before, after in change.pairs:
        one = before or after
        kept: dict[Id, Any] = progress if isinstance(one, Progress) else sendings
        assert one
        assert kept.pop(one.id, None) == before
        if after:
            kept[after.id] = after
    return replace(office, progress=progress, sendings=sendings)
