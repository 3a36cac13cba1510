"""Which lines of the agenda a report of some days speaks of, and how work stands by them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.standing import FINISHED, is_due
from tthc_desktop.models.agenda.statuses import line_status
from tthc_desktop.models.agenda.values import OccurrenceKind
from tthc_desktop.models.progress.forms import day_in
from tthc_desktop.models.progress.values import Field, Progress, Status
from tthc_desktop.models.spans import covers


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a report, both included, and the key of the span that it is called by, if any."""

    start: date
    end: date
    span: str = ""

    def has(self, day: date | None) -> bool:
        return day is not None and self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the agenda with how it stands at the end of the stretch, and what was said of it by then.

    What is told of a product that bears a later day is not known yet.
    """

    line: AgendaLine
    status: Status
    said: Progress | None = None

    @property
    def due(self) -> date | None:
        """The day by which the work has to be done; None for one on which it is only looked at."""
        return self.line.occurrence.due if is_due(self.line.occurrence) else None


def entries(lines: Iterable[AgendaLine], stretch: Stretch) -> list[Entry]:
    """Return the lines that count in a stretch of days.

    These are what is due or has happened in it, what has its span, what is due once, and what is late from before. Of
    work with none of these the last line before the stretch counts, else the first after it.
    """
    found = [Entry(line, line_status(line, stretch.end), _said(line.progress, stretch.end)) for line in lines]
    chosen = [entry for entry in found if _counts(entry, stretch)]
    return chosen or _nearest(found, stretch)


def _said(progress: Progress | None, end: date) -> Progress | None:
    day = day_in(progress.words(Field.DAY)) if progress else None
    return None if day and day > end else progress


def _counts(entry: Entry, stretch: Stretch) -> bool:
    occurrence = entry.line.occurrence
    if not occurrence.period or entry.status is Status.OVERDUE:
        return True
    if occurrence.kind is OccurrenceKind.EVENT and occurrence.due is None:
        return stretch.has(occurrence.start)
    if is_due(occurrence) and stretch.has(occurrence.due):
        return True
    spoken = entry.said is not None or not is_due(occurrence)
    return spoken and bool(stretch.span) and covers(stretch.span, occurrence.period)


def _nearest(found: Sequence[Entry], stretch: Stretch) -> list[Entry]:
    before = [entry for entry in found if (day := _day(entry)) and day < stretch.start]
    if before:
        last = max(filter(None, map(_day, before)))
        return [entry for entry in before if _day(entry) == last]
    days = [day for day in map(_day, found) if day]
    first = min(days, default=None)
    return [entry for entry in found if _day(entry) == first]


def _day(entry: Entry) -> date | None:
    return entry.line.occurrence.due or entry.line.occurrence.start


def next_due(lines: Collection[AgendaLine], stretch: Stretch) -> date | None:
    """Return the first day on which work is due in as many days after the stretch as it has itself.

    What was finished ahead of its day is not left to do.
    """
    far = stretch.end + min(stretch.end - stretch.start, date.max - stretch.end)
    left = (line for line in lines if is_due(line.occurrence) and line_status(line, stretch.end) not in FINISHED)
    days = (line.occurrence.due for line in left)
    return min((day for day in days if day and stretch.end < day <= far), default=None)
