"""What the clerk is reminded of on a morning: what is due, what is late, and what nobody has looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.standing import FINISHED, is_due, needs_review
from tthc_desktop.models.agenda.statuses import by_task, leading, line_status
from tthc_desktop.models.identity import Id
from tthc_desktop.models.spans import title


class Urgency(StrEnum):
    """How pressing it is, the most pressing first."""

    OVERDUE = "overdue"
    TODAY = "today"
    IN_ONE = "in_one"
    """Tomorrow."""
    IN_THREE = "in_three"
    """In two or three days."""
    IN_SEVEN = "in_seven"
    """In four to seven days."""
    REVIEW = "review"
    """The day to look at work without an end is past, and nothing was said of it."""


URGENCIES = {
    Urgency.OVERDUE: "Quá hạn",
    Urgency.TODAY: "Đến hạn hôm nay",
    Urgency.IN_ONE: "Còn 1 ngày",
    Urgency.IN_THREE: "Còn 2–3 ngày",
    Urgency.IN_SEVEN: "Còn 4–7 ngày",
    Urgency.REVIEW: "Chưa rà soát",
}
"""What each is called above a list of such work."""
_WITHIN = {0: Urgency.TODAY, 1: Urgency.IN_ONE, 2: Urgency.IN_THREE, 3: Urgency.IN_THREE} | dict.fromkeys(
    range(4, 8), Urgency.IN_SEVEN
)
_RANKS = {urgency: rank for rank, urgency in enumerate(Urgency)}


@dataclass(frozen=True, slots=True)
class Reminder:
    """A line of the agenda that the clerk has to think of; `days` are left until it is due, below 0 when it is late."""

    urgency: Urgency
    days: int
    line: AgendaLine
    missed: int = 1
    """How many reviews on end are missing; their last is in `line`."""

    @property
    def words(self) -> str:
        """What is said of it: Còn 3 ngày, Quá hạn 12 ngày, Đến hạn hôm nay, Chưa rà soát Quý II/2025."""
        match self.urgency:
            case Urgency.TODAY:
                return "Đến hạn hôm nay"
            case Urgency.REVIEW:
                span = title(self.line.occurrence.period)
                before = f" và {self.missed - 1} kỳ trước" if self.missed > 1 else ""
                return f"Chưa rà soát {span[:1].lower()}{span[1:]}".rstrip() + before
            case _:
                return left_words(self.days)


def left_words(days: int) -> str:
    """Return how many days are left, in words."""
    if not days:
        return "Đến hạn hôm nay"
    return f"Còn {days} ngày" if days > 0 else f"Quá hạn {-days} ngày"


def reminders(lines: Iterable[AgendaLine], on: date) -> tuple[Reminder, ...]:
    """Return what to think of on a day, of those who lead the work: the most pressing first, then by day."""
    found = [one for task in by_task(lines).values() for one in _of_task(list(leading(task)), on)]
    return tuple(sorted(found, key=lambda one: (_RANKS[one.urgency], one.days)))


def _of_task(lines: list[AgendaLine], on: date) -> Iterator[Reminder]:
    missing: dict[Id, list[AgendaLine]] = {}
    for line in lines:
        due = line.occurrence.due
        if due is None:
            continue
        if not is_due(line.occurrence):
            if needs_review(line.occurrence, line.progress, on):
                missing.setdefault(line.unit_id, []).append(line)
            continue
        urgency = urgency_of(due, on)
        if urgency and line_status(line, on) not in FINISHED:
            yield Reminder(urgency, (due - on).days, line)
    for late in missing.values():
        last = max(late, key=_day)
        yield Reminder(Urgency.REVIEW, (_day(last) - on).days, last, len(late))


def urgency_of(due: date, on: date) -> Urgency | None:
    """Return how pressing a day is that something is due on; None when it is more than seven days off."""
    days = (due - on).days
    return Urgency.OVERDUE if days < 0 else _WITHIN.get(days)


def _day(line: AgendaLine) -> date:
    return line.occurrence.due or date.min
