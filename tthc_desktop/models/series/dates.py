"""Dates, as figures or in words, that go on by days or by whole months."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.models.series.steps import OTHERS, Continue, padded, steady

_DATE = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})(?P<gap>[/.-])(?P<month>\d{1,2})(?P=gap)(?P<year>[12]\d{3})(?![\d/-])")
_LONG_DATE = re.compile(
    r"(?<!\w)(?P<day>\d{1,2})(?P<gap>\s+tháng\s+)(?P<month>\d{1,2})(?P<then>\s+năm\s+)(?P<year>[12]\d{3})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Date:
    """A date and the words around it."""

    found: re.Match[str]
    day: date

    @property
    def around(self) -> tuple[str, ...]:
        parts = self.found.groupdict()
        words = self.found.string
        return words[: self.found.start()], parts["gap"], parts.get("then", parts["gap"]), words[self.found.end() :]


def dates(seeds: Sequence[str], alone: int, forced: bool) -> Continue | None:
    found = [one for one in map(_date, seeds) if one is not None]
    if len(found) < len(seeds) or len({one.around for one in found}) > 1:
        return None
    before, gap, then, after = found[-1].around
    if len(found) == 1 and not forced and (before.strip() or after.strip()):
        return None
    onward = _onward([one.day for one in found], alone)
    if onward is None:
        return None
    days, months = [one.found["day"] for one in found], [one.found["month"] for one in found]
    figures, full = not gap.strip().isalpha(), all(len(one) == 2 for one in (*days, *months))

    def words(place: int) -> str | None:
        day = onward(place)
        if day is None:
            return None
        said = (
            padded(day.day, days, usual=full or not figures),
            padded(day.month, months, usual=full if figures else day.month < 3),
        )
        return f"{before}{said[0]}{gap}{said[1]}{then}{day.year}{after}"

    return words


def _date(words: str) -> _Date | None:
    found = _DATE.search(words) or _LONG_DATE.search(words)
    if found is None or OTHERS.search(words[: found.start()] + "|" + words[found.end() :]):
        return None
    try:
        return _Date(found, date(int(found["year"]), int(found["month"]), int(found["day"])))
    except ValueError:
        return None


def _onward(days: Sequence[date], alone: int) -> Callable[[int], date | None] | None:
    """Return what leads on by whole months where the day is the same or the last of its month, else by days."""
    ends = all(day.day == monthrange(day.year, day.month)[1] for day in days)
    if len(days) > 1 and (ends or len({day.day for day in days}) == 1):
        step = steady([day.year * 12 + day.month - 1 for day in days], alone)
        wanted = days[-1].day if len({day.day for day in days}) == 1 else 31
        return (lambda place: _months_on(days[-1], step * place, wanted)) if step else None
    step = steady([day.toordinal() for day in days], alone)
    return (lambda place: _days_on(days[-1], step * place)) if step else None


def _months_on(day: date, months: int, wanted: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1000 <= year <= 2999:
        return None
    return date(year, month + 1, min(wanted, monthrange(year, month + 1)[1]))


def _days_on(day: date, days: int) -> date | None:
    made = day.toordinal() + days
    in_reach = date(1000, 1, 1).toordinal() <= made <= date(2999, 12, 31).toordinal()
    return day + timedelta(days) if in_reach else None
