"""One year with two real plans: sheets out and back each quarter, the grid between, the clock moved, reports printed.

What has to come out is worked out beside the program, from a ledger of all that was said and from what the words of a
deadline mean to a reader (`DUE`); of the plans themselves nothing is written here.
"""

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.conftest import Ask, ask
from tests.documents.writing.pdf.reading import page_texts
from tests.returned import hands as people
from tests.ui.conftest import dressed, hands, window
from tests.ui.hands import WAIT, Hands
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.changes import Change
from tthc_desktop.models.progress.values import Field, Status
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.ui import today
from tthc_desktop.ui.overview.opening import open_overview
from tthc_desktop.ui.progress.page import ProgressPage
from tthc_desktop.ui.progress.table import COLUMNS

__all__ = ["ask", "dressed", "hands", "window"]

END = dict.fromkeys(range(1, 13), 0) | {month: calendar.monthrange(2025, month)[1] for month in range(1, 13)}
_DATED = re.compile(r"trước ngày (\d\d)/(\d\d?)/2025", re.IGNORECASE)
_QUARTER = re.compile(r"quý (II|IV|III|I)/2025", re.IGNORECASE)
_MONTH = re.compile(r"tháng (\d\d?)/2025", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DONE = {Status.DONE.value, Status.DONE_ON_TIME.value, Status.DONE_LATE.value}


def due_once(words: str) -> date | None:
    """Return the day on which a reader takes work to be due, where it is due once."""
    if found := _DATED.search(words):
        return date(2025, int(found[2]), int(found[1]))
    if found := _QUARTER.search(words):
        month = 3 * _ROMAN[found[1].upper()]
        return date(2025, month, END[month])
    if found := _MONTH.search(words):
        return date(2025, int(found[1]), END[int(found[1])])
    return date(2025, 12, 31) if re.fullmatch(r"(?:trong )?năm 2025\.?", words.strip(), re.IGNORECASE) else None


@dataclass(slots=True)
class Said:
    """What a unit has said of work that is due once: a status, and the day of the product when it is done."""

    status: str = ""
    day: date | None = None


@dataclass(slots=True)
class Year:
    """The office, its files, and the ledger."""

    ask: Ask
    folder: Path
    random: Random
    ledger: dict[tuple[str, str], Said] = field(default_factory=dict)
    """By work and unit; only of work that is due once."""
    monthly: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    """By work and unit, the quarters for which monthly work was said to be done."""

    def json(self, *arguments: object) -> dict[str, Any]:
        said = self.ask(*map(str, arguments), "--json")
        assert said.status == 0, said.err
        return said.found

    def quarter(self, plan: str, number: int) -> None:
        """Send the sheets of a quarter, let the units write, and take back what they wrote."""
        key, out, back = f"2025-Q{number}", self.folder / f"{plan}-{number}", self.folder / f"{plan}-{number}-ve"
        back.mkdir(parents=True)
        tasks = {task["id"]: task for task in self.json("status", plan, "--on", "2025-01-01")["tasks"]}
        for sheet in self.json("send", plan, out, "--period", key)["sheets"]:
            opened = people.open_sheet(Path(sheet["file"]))
            for row in opened.rows:
                if (work := tasks.get(str(row[0].shown))) and self.random.random() < 0.5:
                    self.write(opened, work, sheet["unit_id"], number)
            opened.save(back / Path(sheet["file"]).name)
        found = self.json("receive", *sorted(back.glob("*.xlsx")), "--apply")
        assert (found["conflicts"], found["review"]) == ([], [])

    def write(self, sheet: people.Sheet, work: Mapping[str, Any], unit: str, quarter: int) -> None:
        place, words = (work["id"], unit), work["deadline"]
        known = self.ledger.get(place)
        if known and known.status in _DONE:
            return
        if due_once(words):
            said = self.ledger[place] = self.some(quarter)
            sheet.fill(work["id"], Field.STATUS, people.Value(said.status))
            if said.day:
                sheet.fill(
                    work["id"], Field.DAY, people.Value(datetime.combine(said.day, datetime.min.time()), "dd/mm/yyyy")
                )
        elif "tháng" in words.lower():
            self.monthly.setdefault(place, set()).add(quarter)
            sheet.fill(work["id"], Field.STATUS, people.Value("Hoàn thành"))
        else:
            sheet.fill(
                work["id"], Field.STATUS, people.Value(self.random.choice(("Đang thực hiện", "Không phát sinh")))
            )

    def some(self, quarter: int) -> Said:
        if self.random.random() < 0.6:
            month = 3 * quarter - self.random.randrange(3)
            return Said("Hoàn thành", date(2025, month, self.random.randint(1, 28)))
        return Said("Đang thực hiện")

    def expected(self, work: Mapping[str, Any], on: date) -> str:
        """Return how a task that is due once stands: the worst of the units that lead it."""
        due = due_once(work["deadline"])
        assert due is not None
        found = {self.of_unit(work["id"], unit, due, on) for unit in leaders(work)}
        if Status.OVERDUE.value in found:
            return Status.OVERDUE.value
        if found <= _DONE:
            return Status.DONE_LATE.value if Status.DONE_LATE.value in found else Status.DONE_ON_TIME.value
        if found & _DONE or Status.DOING.value in found:
            return Status.DOING.value
        return Status.NOT_DUE.value

    def of_unit(self, work: str, unit: str, due: date, on: date) -> str:
        said = self.ledger.get((work, unit), Said())
        if said.day and said.day <= on:
            return Status.DONE_ON_TIME.value if said.day <= due else Status.DONE_LATE.value
        if due < on:
            return Status.OVERDUE.value
        return said.status if said.status not in {"", "Hoàn thành"} else Status.NOT_DUE.value

    def check(self, plan: str, on: date) -> int:
        """Hold what the program says on a day against the ledger; return how many tasks are overdue."""
        found = self.json("status", plan, "--on", on)
        for task in found["tasks"]:
            if due_once(task["deadline"]):
                assert task["status"] == self.expected(task, on), (on, task["deadline"], task["content"])
            elif "thường xuyên" in task["deadline"].lower():
                assert task["status"] != Status.OVERDUE.value, task["content"]
        self.check_months(found["tasks"], on)
        late = {task["id"] for task in found["tasks"] if task["status"] == Status.OVERDUE.value}
        reminded = {one["id"] for one in found["reminders"] if one["urgency"] == "overdue"}
        assert reminded == late
        return len(late)

    def check_months(self, tasks: Sequence[Mapping[str, Any]], on: date) -> None:
        """Monthly work is overdue while a month is past that one of its leaders has not answered for."""
        for task in tasks:
            if re.search(r"ngày 25 h[àằ]ng tháng", task["deadline"]):
                past = {(month + 2) // 3 for month in range(2, 13) if date(2025, month, 25) < on}
                answered = [self.monthly.get((task["id"], unit), set()) for unit in leaders(task)]
                assert (task["status"] == Status.OVERDUE.value) == any(past - each for each in answered), on

    def report(self, period: str, on: date, plan: str) -> str:
        """Print a report, and return its words."""
        path = self.folder / f"bao-cao-{period}-{plan}.pdf"
        said = self.json("report", period, path, "--on", on, "--plan", plan)
        words = " ".join(" ".join(page_texts(path.read_bytes())).split())
        assert "BÁO CÁO" in words
        assert path.stat().st_size > 10_000
        end = date.fromisoformat(said["end"])
        counts = self.json("status", plan, "--on", end)
        tasks = len(counts["tasks"])
        assert f"theo dõi {tasks:02} nhiệm vụ" in words
        late = sum(task["status"] == Status.OVERDUE.value for task in counts["tasks"])
        if late:
            assert f"{late:02} nhiệm vụ quá hạn" in words, (period, late)
        else:
            assert "nhiệm vụ quá hạn, chưa hoàn thành" not in words
        return words


def leaders(task: Mapping[str, Any]) -> list[str]:
    parts = {part["unit_id"]: part["part"] for part in task["parts"]}
    return [unit for unit, part in parts.items() if part != "Phối hợp"] or list(parts)


def months(first: int) -> Iterator[date]:
    """Yield the days on which the clerk looks: the middle and the end of each month."""
    for month in range(first, 13):
        yield date(2025, month, 15)
        yield date(2025, month, END[month])


@pytest.fixture
def office(office_path: Path) -> Path:
    return office_path


@pytest.fixture
def office_path(tmp_path: Path) -> Path:
    return tmp_path / "van-phong.tthc"


@pytest.fixture
def year(ask: Ask, tmp_path: Path) -> Year:
    return Year(ask, tmp_path, Random(2025))


def begin(year: Year, seeds: Path, start: str) -> str:
    """Take a plan in, and the units that it names."""
    (paper,) = seeds.glob(f"{start}*.txt")
    plan = str(year.json("import", paper)["plan"])
    year.json("send", plan, year.folder / f"dau-{start}")
    return plan


@pytest.mark.parametrize(("start", "first"), [("004", 1), ("001", 9)])
def test_a_year(year: Year, seeds: Path, start: str, first: int) -> None:
    plan = begin(year, seeds, start)
    late: list[int] = []
    for on in months(first):
        if on.day == 15 and on.month % 3 == 0:
            year.quarter(plan, on.month // 3)
        late.append(year.check(plan, on))
        if on.day > 15 and on.month % 3 == 0:
            year.report(f"2025-Q{on.month // 3}", on, plan)
    words = year.report("2025", date(2025, 12, 31), plan)
    assert "năm 2025" in words
    assert any(late)


def test_the_grid_and_the_clock(hands: Hands, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the clerk types into the grid is what the overview tells on each day."""
    (paper,) = seeds.glob("004*.txt")
    hands.import_paper(paper)
    plan = hands.accept().plan
    hands.window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in proposed_units([plan], ()))))
    dated = {task.id: due for task in plan.tasks.values() if (due := due_once(str(task.deadline)))}
    assert len(dated) == 8

    told = [overdue(hands, monkeypatch, day) for day in (date(2025, 2, 14), date(2025, 3, 1), date(2025, 8, 1))]
    assert [dated.keys() & each for each in told] == [
        {work for work, due in dated.items() if due < day}
        for day in (date(2025, 2, 14), date(2025, 3, 1), date(2025, 8, 1))
    ]

    hands.do("progress")
    page = hands.window.page()
    assert isinstance(page, ProgressPage)
    hands.bot.waitUntil(page.view.isVisible, timeout=WAIT)
    work = min(dated, key=lambda each: dated[each])
    for line in [line for line in page.table.lines if line.work_id == work and line.unit_id]:
        row = page.table.row_of(line.work_id, line.unit_id)
        for name, typed in ((Field.STATUS, "xong"), (Field.DAY, f"{dated[work]:%d/%m/%Y}")):
            at = next(at for at, each in enumerate(COLUMNS) if each.field is name)
            assert page.table.setData(page.table.index(row, at), typed)
    assert work not in overdue(hands, monkeypatch, date(2025, 8, 1))


def overdue(hands: Hands, monkeypatch: pytest.MonkeyPatch, day: date) -> set[str]:
    """Return the tasks that the overview calls overdue on a day."""
    monkeypatch.setattr(today, "clock", lambda: datetime(day.year, day.month, day.day, 8, 0).astimezone())
    assert hands.window.desk.agenda is not None
    page = open_overview(hands.window, Filter(overdue=True))
    assert page is not None
    agenda = hands.window.desk.agenda
    agenda.renew()
    page.ask(Filter(overdue=True))
    hands.bot.waitUntil(lambda: agenda.ready and not agenda.working, timeout=WAIT)
    assert page.sifted is not None
    return {one.line.work_id for one in page.sifted.found}
