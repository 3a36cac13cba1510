"""What has become of units, in words: their former names, whom they became, and whose work they took over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from tthc_desktop.models.identity import Id
from tthc_desktop.models.unit import Unit

_DAY = timedelta(1)


def history(unit: Unit, units: Mapping[Id, Unit]) -> Iterator[str]:
    """Yield a sentence without its full stop for each thing that became of a unit, the oldest first."""
    told = [*_renamings(unit), *_taken_over(unit, units.values()), *_became(unit, units)]
    yield from (words for _, words in sorted(told, key=lambda each: each[0]))


def days_words(unit: Unit) -> str:
    """Return from when to when there is a unit; nothing of one that has neither beginning nor end."""
    start = f"từ {unit.valid_from:%d/%m/%Y}" if unit.valid_from else ""
    end = f"đến {unit.valid_to:%d/%m/%Y}" if unit.valid_to else ""
    return " ".join(filter(None, (start, end)))


def _renamings(unit: Unit) -> Iterator[tuple[date, str]]:
    for former in unit.former:
        short = f" ({former.short})" if former.short else ""
        yield former.until, f"đến {former.until:%d/%m/%Y} là {former.name}{short}"


def _taken_over(unit: Unit, units: Iterable[Unit]) -> Iterator[tuple[date, str]]:
    by_day: defaultdict[tuple[date, bool], list[str]] = defaultdict(list)
    for other in units:
        if unit.id in other.became and other.valid_to:
            by_day[_next(other.valid_to), len(other.became) > 1].append(other.name)
    for (day, is_part), names in by_day.items():
        yield day, f"từ {day:%d/%m/%Y} {'tách từ' if is_part else 'tiếp nhận'} {'; '.join(names)}"


def _became(unit: Unit, units: Mapping[Id, Unit]) -> Iterator[tuple[date, str]]:
    heirs = [units[id_].name for id_ in unit.became if id_ in units]
    if heirs and unit.valid_to:
        day = _next(unit.valid_to)
        yield day, f"từ {day:%d/%m/%Y} {'chia thành' if len(heirs) > 1 else 'nhập vào'} {'; '.join(heirs)}"


def _next(day: date) -> date:
    return day + _DAY if day < date.max else day
