"""The agenda as it stands on a day, what of it a filter lets through, and the figures beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.standing import FINISHED, is_due, needs_review
from tthc_desktop.models.agenda.statuses import line_status
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.text import fold

SOON = 7
"""Days within which work counts as due soon."""


class Standing(NamedTuple):
    """A line as it stands on a day; `unreviewed` when the day to look at it is past and nothing was said."""

    line: AgendaLine
    status: Status
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class Urgent:
    """How much is pressing on a day; what is due within a day is among that within three, and so on."""

    overdue: int = 0
    today: int = 0
    in_one: int = 0
    in_three: int = 0
    in_seven: int = 0
    unreviewed: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines stand how, and how many of them are due within `SOON` days."""

    counts: Mapping[Status, int] = field(default_factory=dict)
    soon: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def overdue(self) -> int:
        return self.counts.get(Status.OVERDUE, 0)

    @property
    def finished(self) -> int:
        return sum(self.counts.get(status, 0) for status in FINISHED)


class Day(NamedTuple):
    """What comes up on one day: how many lines, how many of them are overdue, how many are finished."""

    lines: int = 0
    overdue: int = 0
    finished: int = 0


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a filter lets through, and the figures around it.

    `urgent`, `by_unit`, `by_plan` and `by_month` do not hold to what the filter asks of the state and the day: they
    are what the clerk can choose instead. For the same reason units and plans are counted whichever are chosen.
    `by_day` is of all that the filter lets through on any day.
    """

    found: Sequence[Standing] = ()
    urgent: Urgent = Urgent()
    by_unit: Mapping[Id, Tally] = field(default_factory=dict)
    by_plan: Mapping[Id, Tally] = field(default_factory=dict)
    by_month: Mapping[str, Tally] = field(default_factory=dict)
    by_day: Mapping[date, Day] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    """The years in which anything at all is due."""


def stand(lines: Iterable[AgendaLine], on: date) -> tuple[Standing, ...]:
    """Return how lines stand on a day, ordered by the day they come up, those without one last."""
    found = (Standing(line, line_status(line, on), needs_review(line.occurrence, line.progress, on)) for line in lines)
    return tuple(sorted(found, key=lambda one: one.line.occurrence.due or date.max))


def scope(asked: Filter) -> Filter:
    """Return the filter without what it asks of the state and the day."""
    return replace(
        asked,
        statuses=(),
        kinds=(),
        due_from=None,
        due_to=None,
        within=None,
        overdue=False,
        unreviewed=False,
        open=False,
    )


def fits(one: Standing, asked: Filter, on: date) -> bool:
    """Tell whether the filter lets a line through."""
    return _of_whom(one.line, asked) and _has_words(one.line, _wanted(asked)) and _state(one, asked, on)


def _wanted(asked: Filter) -> tuple[str, ...]:
    return tuple(fold(asked.words).split())


def searched(line: AgendaLine) -> str:
    """Return the words of a line that a filter looks through, without accents."""
    return fold(f"{line.number} {line.content} {line.unit}")


def _has_words(line: AgendaLine, wanted: Sequence[str]) -> bool:
    return not wanted or all(map(searched(line).__contains__, wanted))


def _of_whom(line: AgendaLine, asked: Filter) -> bool:
    """Tell whether a line is of the plans, units and the year asked for."""
    return (
        (asked.helping or line.leads)
        and (not asked.plan_ids or line.plan_id in asked.plan_ids)
        and (not asked.unit_ids or line.unit_id in asked.unit_ids)
        and (asked.year is None or year_of(line) == asked.year)
    )


def year_of(line: AgendaLine) -> int | None:
    """Return the year in which a line comes up."""
    day = line.occurrence.due or line.occurrence.start
    return day.year if day else None


def _state(one: Standing, asked: Filter, on: date) -> bool:
    return (
        (not asked.statuses or one.status in asked.statuses)
        and (not asked.kinds or one.line.occurrence.kind in asked.kinds)
        and (not asked.overdue or one.status is Status.OVERDUE)
        and (not asked.unreviewed or one.unreviewed)
        and (asked.within is None or _is_due_within(one, asked.within, on))
        and (not asked.open or is_open(one, on))
        and _between(one.line.occurrence.due, asked)
    )


def _between(due: date | None, asked: Filter) -> bool:
    if asked.due_from is None and asked.due_to is None:
        return True
    return due is not None and (asked.due_from or date.min) <= due <= (asked.due_to or date.max)


def _is_due_within(one: Standing, days: int, on: date) -> bool:
    due = one.line.occurrence.due
    return (
        due is not None
        and one.status not in FINISHED
        and is_due(one.line.occurrence)
        and on <= due <= on + timedelta(days)
    )


def is_open(one: Standing, on: date) -> bool:
    """Tell whether something is left to do; a review that was answered is over with its day."""
    occurrence = one.line.occurrence
    if one.status in FINISHED:
        return False
    return is_due(occurrence) or occurrence.due is None or occurrence.due >= on or one.unreviewed


def sift(every: Sequence[Standing], asked: Filter, on: date) -> Sifted:
    """Return what a filter lets through of lines in their order, with the figures around it."""
    wanted, around = _wanted(asked), scope(asked)
    worded = [one for one in every if _has_words(one.line, wanted)] if wanted else every
    inside = [one for one in worded if _of_whom(one.line, around)]
    whenever = replace(asked, due_from=None, due_to=None)
    on_any_day = [one for one in inside if _state(one, whenever, on)]
    of_units = [one for one in worded if _of_whom(one.line, replace(around, unit_ids=()))] if asked.unit_ids else inside
    of_plans = [one for one in worded if _of_whom(one.line, replace(around, plan_ids=()))] if asked.plan_ids else inside
    return Sifted(
        [one for one in on_any_day if _between(one.line.occurrence.due, asked)],
        urgent(inside, on),
        _tallies(((one.line.unit_id, one) for one in of_units), on),
        _tallies(((one.line.plan_id, one) for one in of_plans), on),
        _months(inside, on),
        _days(on_any_day),
        tuple(sorted({year for one in every if (year := year_of(one.line))})),
    )


def urgent(every: Iterable[Standing], on: date) -> Urgent:
    """Return how much of these lines is pressing on a day."""
    overdue, unreviewed, near = 0, 0, Counter[int]()
    for one in every:
        overdue += one.status is Status.OVERDUE
        unreviewed += one.unreviewed
        if _is_due_within(one, SOON, on) and one.line.occurrence.due:
            near[(one.line.occurrence.due - on).days] += 1
    today, one_day, three, seven = (sum(near[day] for day in range(days + 1)) for days in (0, 1, 3, SOON))
    return Urgent(overdue, today, one_day, three, seven, unreviewed)


def _tallies(every: Iterable[tuple[str, Standing]], on: date) -> Mapping[str, Tally]:
    counts: dict[str, Counter[Status]] = {}
    soon = Counter[str]()
    for key, one in every:
        counts.setdefault(key, Counter())[one.status] += 1
        soon[key] += _is_due_within(one, SOON, on)
    return {key: Tally(count, soon[key]) for key, count in counts.items()}


def _months(every: Iterable[Standing], on: date) -> Mapping[str, Tally]:
    """Return how the work stands that is due in each month, by its key."""
    due = (
        (f"{one.line.occurrence.due:%Y-%m}", one)
        for one in every
        if one.line.occurrence.due and is_due(one.line.occurrence)
    )
    return dict(sorted(_tallies(due, on).items()))


def _days(every: Iterable[Standing]) -> Mapping[date, Day]:
    whole, late, over = Counter[date](), Counter[date](), Counter[date]()
    for one in every:
        if day := one.line.occurrence.due:
            whole[day] += 1
            late[day] += one.status is Status.OVERDUE or one.unreviewed
            over[day] += one.status in FINISHED
    return {day: Day(count, late[day], over[day]) for day, count in whole.items()}
