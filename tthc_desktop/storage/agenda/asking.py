"""Questions to the index: what a filter lets through as it stands on a day, and the figures around it."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import SOON, Day, Sifted, Tally, Urgent, scope
from tthc_desktop.models.agenda.standing import FINISHED
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.spans import SpanKind, span_with
from tthc_desktop.storage.agenda.conditions import Known, Words, all_of, between, known, of_whom, state
from tthc_desktop.storage.agenda.found import Found
from tthc_desktop.storage.agenda.tables import OVERDUE, REVIEW, SOON_DUE, STATUSES, counts, shortened


def sifted(connection: sqlite3.Connection, asked: Filter, on: date) -> Sifted:
    """Return the answer; the connection goes on lending the lines that were found, as they are at this moment."""
    connection.execute("BEGIN")
    numbers = known(connection)
    words = Words(asked, numbers)
    question = _Question(connection, numbers, {"on": on.toordinal(), **words.parameters})
    around = scope(asked)
    if words:
        question.find(words, of_whom(replace(around, plan_ids=(), unit_ids=()), numbers))
    inside, lets_through = of_whom(around, numbers), state(asked)
    counted = question.counted(inside, lets_through)
    days = _days(counted)
    chosen = {day: found.lines for day, found in days.items() if _is_within(day, asked)}
    where = all_of(inside, lets_through, between(asked.due_from, asked.due_to))
    return Sifted(
        Found(connection, question.cube, where, words, question.parameters, chosen),
        question.urgent(inside),
        question.by_unit(of_whom(replace(around, unit_ids=()), numbers)),
        question.by_plan(of_whom(replace(around, plan_ids=()), numbers)),
        _months(counted),
        {date.fromordinal(day): found for day, found in days.items() if day is not None},
        question.years(),
    )


class _Counted(NamedTuple):
    """The lines of one day and status: those that are due, due soon, let through by the filter, late among these."""

    day: int | None
    status: int
    due: int
    soon: int
    through: int
    late: int


@dataclass(slots=True)
class _Question:
    """One moment of the index, asked about one day; the tables hold the counts of the lines that have the words."""

    connection: sqlite3.Connection
    known: Known
    parameters: Mapping[str, object]
    cube: str = "cube"
    short: str = "short"

    def find(self, words: Words, where: str) -> None:
        """Count the lines that have the words, apart from all others."""
        self.connection.execute("CREATE TEMPORARY TABLE hit (work INTEGER PRIMARY KEY)")
        self.connection.execute("CREATE TEMPORARY TABLE found_cube AS SELECT * FROM cube WHERE 0")
        for of_units, of_work in words.groups():
            chosen = all_of(of_units, where)
            if not of_work:
                self._take(f"SELECT * FROM cube WHERE {chosen}")
            elif self._has_most(of_work):
                self._take(f"SELECT * FROM cube WHERE {chosen}")
                rest = "SELECT work FROM work WHERE work NOT IN (SELECT work FROM hit)"
                self._take(counts(chosen, rest, less=True))
            else:
                self._take(counts(chosen, "SELECT work FROM hit"))
        made = f"CREATE TEMPORARY TABLE found_short AS {shortened('1', 'found_cube')}"
        self.connection.execute(made, self.parameters)
        self.cube, self.short = "found_cube", "found_short"

    def _has_most(self, of_work: str) -> bool:
        """Note the work that has the words; tell whether most has, so that it is quicker to take the rest away."""
        self.connection.execute("DELETE FROM temp.hit")
        noted = f"INSERT INTO temp.hit SELECT work FROM work WHERE {of_work}"
        found = self.connection.execute(noted, self.parameters).rowcount
        ((whole,),) = self._rows("SELECT count(*) FROM work")
        return 2 * found > whole

    def _take(self, lines: str) -> None:
        self.connection.execute(f"INSERT INTO temp.found_cube {lines}", self.parameters)

    def _rows(self, question: str) -> list[tuple[int, ...]]:
        return self.connection.execute(question, self.parameters).fetchall()

    def counted(self, inside: str, lets_through: str) -> Sequence[_Counted]:
        """Return the lines inside by day and status."""
        late = f"({lets_through}) AND (status = {OVERDUE} OR unreviewed)"
        sums = map(_sum, (f"kind <> {REVIEW}", f"{SOON_DUE}{SOON}", lets_through, late))
        found = self._rows(
            f"SELECT due, status, {', '.join(sums)} FROM {self.cube} WHERE {inside} GROUP BY due, status"
        )
        return [_Counted(*row) for row in found]

    def urgent(self, inside: str) -> Urgent:
        near = [_sum(f"near <= {days}") for days in (0, 1, 3, SOON)]
        sums = ", ".join([_sum(f"status = {OVERDUE}"), *near, _sum("unreviewed")])
        (found,) = self._rows(f"SELECT {sums} FROM {self.short} WHERE {inside}")
        return Urgent(*(number or 0 for number in found))

    def by_unit(self, where: str) -> Mapping[Id, Tally]:
        units = self.known.units
        found = self._tallied("unit", where)
        return _tallies((units[unit][0], status, lines, near) for unit, status, lines, near in found)

    def by_plan(self, where: str) -> Mapping[Id, Tally]:
        ids = {number: id_ for id_, number in self.known.plans.items()}
        found = self._tallied("plan", where)
        return _tallies((ids[plan], status, lines, near) for plan, status, lines, near in found)

    def _tallied(self, key: str, where: str) -> Iterable[tuple[int, ...]]:
        sums = f"sum(lines), {_sum('near IS NOT NULL')}"
        return self._rows(
            f"SELECT {key}, status, {sums} FROM {self.short} WHERE {where} GROUP BY {key}, status HAVING sum(lines) > 0"
        )

    def years(self) -> tuple[int, ...]:
        found = self._rows("SELECT DISTINCT year FROM short WHERE year IS NOT NULL ORDER BY year")
        return tuple(year for (year,) in found)


def _sum(condition: str) -> str:
    return f"sum(CASE WHEN {condition} THEN lines ELSE 0 END)"


def _is_within(day: int | None, asked: Filter) -> bool:
    if day is None:
        return asked.due_from is None and asked.due_to is None
    return (asked.due_from or date.min) <= date.fromordinal(day) <= (asked.due_to or date.max)


def _days(counted: Iterable[_Counted]) -> Mapping[int | None, Day]:
    """Return what the filter lets through on each day, in order, what has no day last."""
    found: defaultdict[int | None, Day] = defaultdict(Day)
    for one in sorted(counted, key=lambda one: (one.day is None, one.day)):
        if one.through:
            over = one.through if STATUSES[one.status] in FINISHED else 0
            lines, late, finished = found[one.day]
            found[one.day] = Day(lines + one.through, late + one.late, finished + over)
    return found


def _months(counted: Iterable[_Counted]) -> Mapping[str, Tally]:
    due = ((date.fromordinal(one.day), one) for one in counted if one.day is not None and one.due)
    return _tallies((span_with(SpanKind.MONTH, day).key, one.status, one.due, one.soon) for day, one in due)


def _tallies(found: Iterable[tuple[str, int, int, int]]) -> Mapping[str, Tally]:
    """Return the figures of keys, each with a status, how many lines, and how many of these are due soon."""
    statuses: dict[str, Counter[Status]] = {}
    soon = Counter[str]()
    for key, status, lines, near in found:
        statuses.setdefault(key, Counter())[STATUSES[status]] += lines
        soon[key] += near
    return {key: Tally(counted, soon[key]) for key, counted in statuses.items()}
