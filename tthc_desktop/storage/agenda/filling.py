"""Lines of one plan's agenda put into the index, in place of those that were there."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import count

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.standing import DONE, FINISHED, is_due, needs_review, standing
from tthc_desktop.models.agenda.values import Occurrence, OccurrenceKind
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.forms import day_in
from tthc_desktop.models.progress.values import Field, Progress
from tthc_desktop.models.text import fold
from tthc_desktop.storage.agenda.spoken import written
from tthc_desktop.storage.agenda.tables import (
    CODES,
    KIND_CODES,
    NOTHING_SAID,
    SAID_OF_ALL,
    SAID_OF_IT,
    counts,
    shortened,
)

Row = tuple[object, ...]
_LOT = 5000
_FIRST = date.min + timedelta(1)


def fill(connection: sqlite3.Connection, plan_id: Id, place: int, lines: Iterable[AgendaLine]) -> int:
    """Let the index hold these lines of a plan, which stands in this place among the plans; return its number."""
    plan = _plan(connection, plan_id, place)
    empty(connection, plan)
    filler = _Filler(connection, plan)
    for some in _lots(filler.row(line) for line in lines):
        filler.flush()
        connection.executemany(f"INSERT INTO line VALUES (NULL{', ?' * 18})", some)
    filler.flush()
    return plan


def empty(connection: sqlite3.Connection, plan: int) -> None:
    """Take all lines of a plan out."""
    for table in ("line", "work", "said", "cube", "short"):
        connection.execute(f"DELETE FROM {table} WHERE plan = ?", (plan,))


def stand(connection: sqlite3.Connection, plan: int, on: date) -> None:
    """Count the lines of a plan as they stand on a day."""
    asked = {"plan": plan, "on": on.toordinal()}
    for table, question in (("cube", counts("plan = :plan")), ("short", shortened("plan = :plan"))):
        connection.execute(f"DELETE FROM {table} WHERE plan = :plan", asked)
        connection.execute(f"INSERT INTO {table} {question}", asked)


def _plan(connection: sqlite3.Connection, plan_id: Id, place: int) -> int:
    connection.execute(
        "INSERT INTO plan (plan_id, place) VALUES (?, ?) ON CONFLICT (plan_id) DO UPDATE SET place = excluded.place",
        (plan_id, place),
    )
    (plan,) = connection.execute("SELECT plan FROM plan WHERE plan_id = ?", (plan_id,)).fetchone()
    return int(plan)


def _lots(rows: Iterator[Row]) -> Iterator[list[Row]]:
    lot: list[Row] = []
    for row in rows:
        lot.append(row)
        if len(lot) == _LOT:
            yield lot
            lot = []
    yield lot


@dataclass(slots=True)
class _Filler:
    """Makes rows of lines; what many lines share is kept once: work, units, progress."""

    connection: sqlite3.Connection
    plan: int
    works: dict[Row, int] = field(default_factory=dict)
    units: dict[tuple[Id, str], int] = field(default_factory=dict)
    said: dict[Id, int] = field(default_factory=dict)
    new_works: list[Row] = field(default_factory=list)
    new_said: list[Row] = field(default_factory=list)
    numbers: dict[str, Iterator[int]] = field(default_factory=dict)

    def row(self, line: AgendaLine) -> Row:
        occurrence, said = line.occurrence, line.progress
        day = occurrence.due or occurrence.start
        finished, since, otherwise = _standing(line)
        return (
            *(self.plan, self._work(line), self._unit(line), line.leads, KIND_CODES[occurrence.kind]),
            *(_number(occurrence.due), day.year if day else None),
            *(finished, since, otherwise, _answered(line)),
            *(line.part, occurrence.period, _number(occurrence.start), occurrence.clause),
            *(occurrence.words, occurrence.warning, self._said(said) if said else None),
        )

    def flush(self) -> None:
        """Write what lines name before the lines."""
        self.connection.executemany(f"INSERT INTO work VALUES (?{', ?' * 9})", self.new_works)
        self.connection.executemany("INSERT INTO said VALUES (?, ?, ?)", self.new_said)
        self.new_works.clear()
        self.new_said.clear()

    def _next(self, table: str) -> int:
        if table not in self.numbers:
            (last,) = self.connection.execute(f"SELECT coalesce(max({table}), 0) FROM {table}").fetchone()
            self.numbers[table] = count(last + 1)
        return next(self.numbers[table])

    def _work(self, line: AgendaLine) -> int:
        told = (line.work_id, line.number, line.content, line.deadline, line.is_target, line.is_draft, line.ongoing)
        if told not in self.works:
            self.works[told] = self._next("work")
            self.new_works.append((self.works[told], self.plan, *told, fold(f"{line.number} {line.content}")))
        return self.works[told]

    def _unit(self, line: AgendaLine) -> int:
        key = line.unit_id, line.unit
        if key not in self.units:
            self.connection.execute("INSERT OR IGNORE INTO unit VALUES (NULL, ?, ?, ?)", (*key, fold(line.unit)))
            found = self.connection.execute("SELECT unit FROM unit WHERE unit_id = ? AND name = ?", key)
            (self.units[key],) = found.fetchone()
        return self.units[key]

    def _said(self, said: Progress) -> int:
        if said.id not in self.said:
            self.said[said.id] = self._next("said")
            self.new_said.append((self.said[said.id], self.plan, written(said)))
        return self.said[said.id]


def _standing(line: AgendaLine) -> tuple[int | None, int, int]:
    """Return the finished status that a line has in the end, if any, the day from which, and its status before."""
    occurrence, said = line.occurrence, line.progress
    if said is None:
        return None, 0, _untold(occurrence.kind, ongoing=line.ongoing)
    last = standing(occurrence, said, date.max, ongoing=line.ongoing)
    first = standing(occurrence, said, date.min, ongoing=line.ongoing)
    if last not in FINISHED:
        return None, 0, CODES[first]
    day = day_in(said.words(Field.DAY)) if last in DONE else None
    return CODES[last], _number(day) or 0, CODES[first]


@cache
def _untold(kind: OccurrenceKind, *, ongoing: bool) -> int:
    """Return the status of work, before it is overdue, of which nothing was said."""
    return CODES[standing(Occurrence("", kind), None, date.min, ongoing=ongoing)]


def _answered(line: AgendaLine) -> int:
    """Return what was said of a review: nothing, enough, or only what will be enough when the work is finished."""
    occurrence, said = line.occurrence, line.progress
    if is_due(occurrence):
        return SAID_OF_IT
    if said is None:
        return NOTHING_SAID
    past = replace(occurrence, due=date.min)
    if needs_review(past, said, date.max):
        return NOTHING_SAID
    return SAID_OF_ALL if needs_review(past, said, _FIRST) else SAID_OF_IT


def _number(day: date | None) -> int | None:
    return day.toordinal() if day else None
