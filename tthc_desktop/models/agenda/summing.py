"""Figures of the agenda on a day: how many tasks stand how, in all, by unit, by plan and by the month they are due."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.standing import DONE, FINISHED, is_due
from tthc_desktop.models.agenda.statuses import by_task, leading, line_status, worst
from tthc_desktop.models.agenda.values import Occurrence
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.spans import SpanKind, span_with


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of some tasks stand how."""

    counts: Mapping[Status, int] = field(default_factory=dict)

    def __getitem__(self, status: Status) -> int:
        return self.counts.get(status, 0)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Those that are done, on time or late."""
        return sum(self[status] for status in DONE)

    @property
    def open(self) -> int:
        """Those that still have to be done."""
        return sum(count for status, count in self.counts.items() if status not in FINISHED)


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one day; a task that several units lead counts once for each of them, and once in all.

    `by_unit` has work of nobody under an empty key. `by_month` counts what falls due in each month, by its key.
    """

    on: date
    total: Figures = Figures()
    by_unit: Mapping[Id, Figures] = field(default_factory=dict)
    by_plan: Mapping[Id, Figures] = field(default_factory=dict)
    by_month: Mapping[str, Figures] = field(default_factory=dict)


class _Counts:
    """Counters by key, made into figures at the end."""

    def __init__(self) -> None:
        self._found: dict[str, Counter[Status]] = {}

    def add(self, key: str, status: Status) -> None:
        self._found.setdefault(key, Counter())[status] += 1

    def figures(self) -> dict[str, Figures]:
        return {key: Figures(counts) for key, counts in self._found.items()}


def summary(lines: Iterable[AgendaLine], on: date) -> Summary:
    """Return the figures of the tasks among these lines on a day; units and plans in the order they are met.

    Targets are left out, for they are met or not, which is no status.
    """
    total, plans, units, months = Counter[Status](), _Counts(), _Counts(), _Counts()
    for (plan_id, _), task in by_task(line for line in lines if not line.is_target).items():
        by_unit: dict[Id, set[Status]] = {}
        by_occurrence: dict[Occurrence, set[Status]] = {}
        for line in leading(task):
            status = line_status(line, on)
            by_unit.setdefault(line.unit_id, set()).add(status)
            by_occurrence.setdefault(line.occurrence, set()).add(status)
        for occurrence, statuses in by_occurrence.items():
            if occurrence.due and is_due(occurrence):
                months.add(span_with(SpanKind.MONTH, occurrence.due).key, worst(statuses))
        whole = worst(set().union(*by_unit.values()))
        total[whole] += 1
        plans.add(plan_id, whole)
        for unit_id, statuses in by_unit.items():
            units.add(unit_id, worst(statuses))
    return Summary(on, Figures(total), units.figures(), plans.figures(), dict(sorted(months.figures().items())))


def over_time(lines: Iterable[AgendaLine], days: Iterable[date]) -> Sequence[Summary]:
    """Return the figures of some days, such as the ends of months; what is done without a day counts as ever done."""
    every = tuple(lines)
    return tuple(summary(every, day) for day in days)
