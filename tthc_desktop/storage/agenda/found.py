"""The lines that a filter lets through, lent page by page in the order in which they come up."""

import sqlite3
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from threading import Lock
from typing import NamedTuple, overload

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.sifting import Standing
from tthc_desktop.models.agenda.values import Occurrence
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.agenda.conditions import Words
from tthc_desktop.storage.agenda.spoken import read
from tthc_desktop.storage.agenda.tables import KINDS, STATUS, STATUSES, UNREVIEWED

PAGE = 200
"""How many lines are read at once."""
_KEPT = 8
"""How many pages are kept."""
_LINE = f"""SELECT plan_id, work_id, unit_id, name, part, number, content, deadline, is_target, is_draft, ongoing,
    kind, period, start, due, clause, words, warning, value, {STATUS}, {UNREVIEWED}
    FROM line JOIN plan USING (plan) JOIN work USING (work) JOIN unit USING (unit) LEFT JOIN said USING (said)
    WHERE line = :line"""


class Found(Sequence[Standing]):
    """Reads lines when they are asked for, some hundred at a time, as they were at the moment of the question.

    It may be asked from any thread; a page takes some milliseconds.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        cube: str,
        where: str,
        words: Words,
        parameters: Mapping[str, object],
        days: Mapping[int | None, int],
    ) -> None:
        """Lend the lines for which a condition holds; `days` says how many there are on each day, in order."""
        self._connection, self._cube, self._where = connection, cube, where
        self._words, self._parameters = words, parameters
        self._pages: dict[int, tuple[Standing, ...]] = {}
        self._lock = Lock()
        self._days = list(days)
        self._ends = list(accumulate(days.values()))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> Standing: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Standing]: ...

    def __getitem__(self, index: int | slice) -> Standing | Sequence[Standing]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        number, place = divmod(at, PAGE)
        with self._lock:
            if number not in self._pages:
                self._pages[number] = self._page(number * PAGE)
                while len(self._pages) > _KEPT:
                    del self._pages[next(iter(self._pages))]
            return self._pages[number][place]

    def close(self) -> None:
        """Give the moment up."""
        with self._lock:
            self._connection.close()

    def _page(self, start: int) -> tuple[Standing, ...]:
        """Read the lines of the days on which the page falls, and of these the page."""
        last = min(start + PAGE, len(self)) - 1
        first_day, last_day = bisect_right(self._ends, start), bisect_right(self._ends, last)
        before = self._ends[first_day - 1] if first_day else 0
        days = self._days[first_day : last_day + 1]
        numbers = self._connection.execute(
            self._question(days), {**self._parameters, "count": last + 1 - start, "offset": start - before}
        ).fetchall()
        on = self._parameters["on"]
        return tuple(
            _standing(_Row(*self._connection.execute(_LINE, {"line": line, "on": on}).fetchone()))
            for (line,) in numbers
        )

    def _question(self, days: Sequence[int | None]) -> str:
        """Return what asks for the page's lines; only days, plans and units that have any are looked at."""
        known = [day for day in days if day is not None]
        stretches = [f"due BETWEEN {known[0]} AND {known[-1]}"] if known else []
        stretches += ["due IS NULL"] if None in days else []
        stretch = " OR ".join(stretches)
        return f"""WITH spot AS (
                SELECT DISTINCT due AS on_day, plan AS of_plan, unit AS of_unit FROM {self._cube}
                WHERE {self._where} AND ({stretch})
            ), near AS (
                SELECT line, plan, work, unit, leads, kind, due, year, {STATUS} AS status, {UNREVIEWED} AS unreviewed
                FROM spot CROSS JOIN line INDEXED BY line_on_day ON due IS on_day AND plan = of_plan AND unit = of_unit
            )
            SELECT line FROM near JOIN (SELECT plan, place FROM plan) USING (plan) {self._words.joined}
            WHERE {self._where} AND {self._words.condition}
            ORDER BY due IS NULL, due, place, line LIMIT :count OFFSET :offset"""


class _Row(NamedTuple):
    """What `_LINE` asks for."""

    plan_id: Id
    work_id: Id
    unit_id: Id
    name: str
    part: str
    number: str
    content: str
    deadline: str
    is_target: int
    is_draft: int
    ongoing: int
    kind: int
    period: str
    start: int | None
    due: int | None
    clause: int
    words: str
    warning: str
    said: str | None
    status: int
    unreviewed: int


def _standing(row: _Row) -> Standing:
    days = _day(row.start), _day(row.due)
    occurrence = Occurrence(row.work_id, KINDS[row.kind], row.period, *days, row.clause, row.words, row.warning)
    line = AgendaLine(
        *(row.plan_id, row.work_id, row.unit_id, row.name, row.part, row.number, row.content, row.deadline),
        occurrence,
        read(row.said) if row.said else None,
        ongoing=bool(row.ongoing),
        is_target=bool(row.is_target),
        is_draft=bool(row.is_draft),
    )
    return Standing(line, STATUSES[row.status], bool(row.unreviewed))


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)
