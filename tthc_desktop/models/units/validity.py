"""Units in time: what one was called on a day, whether there was such a unit, and who does its work since."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.spelling import key

_DAY = timedelta(1)
UNIT_GONE = "đơn vị đã xóa"
"""What a unit is called that is in no register any more, of whose work something was said."""


class Called(NamedTuple):
    """A name of a unit with the first and the last day on which it had it."""

    name: str
    start: date
    end: date


def is_valid(unit: Unit, day: date) -> bool:
    """Tell whether there is such a unit on a day."""
    return not is_future(unit, day) and not is_gone(unit, day)


def is_valid_in(unit: Unit, period: Period | None) -> bool:
    """Tell whether there is such a unit on any day of a period; without one, whether it has no end."""
    if period is None:
        return unit.valid_to is None
    return not is_future(unit, period.end) and not is_gone(unit, period.start)


def is_gone(unit: Unit, day: date) -> bool:
    """Tell whether a unit ended before a day."""
    return unit.valid_to is not None and unit.valid_to < day


def is_future(unit: Unit, day: date) -> bool:
    """Tell whether a unit begins only after a day."""
    return unit.valid_from is not None and unit.valid_from > day


def name_on(unit: Unit, day: date) -> str:
    """Return what a unit was called on a day."""
    return next((former.name for former in unit.former if day <= former.until), unit.name)


def name_in(unit: Unit, period: Period | None, day: date | None = None) -> str:
    """Return what a unit is called where a plan of this period is spoken of on a day: an old plan keeps old names.

    That is its name on the day of the period that is nearest; without a day on the first of them.
    """
    if period is not None:
        day = min(max(day or period.start, period.start), period.end)
    return name_on(unit, day) if day else unit.name


def now_of(unit: Unit, units: Mapping[Id, Unit], day: date) -> tuple[Unit, ...]:
    """Return who does a unit's work on a day: itself while it is there, then those that it became, through all of them.

    Who became nobody keeps its work, so that none is lost; cycles end where they began.
    """
    found: dict[Id, Unit] = {}
    waiting, seen = [unit], set[Id]()
    while waiting:
        one = waiting.pop(0)
        if one.id not in seen:
            seen.add(one.id)
            heirs = [units[id_] for id_ in one.became if id_ in units] if is_gone(one, day) else []
            waiting[:0] = heirs
            if not heirs:
                found[one.id] = one
    there = tuple(one for one in found.values() if not is_gone(one, day))
    return there or tuple(found.values()) or (unit,)


def names(unit: Unit) -> Iterator[str]:
    """Yield all names of a unit, the full one first and those that it has had before last."""
    yield from (called.name for called in names_in_time(unit))


def names_in_time(unit: Unit) -> Iterator[Called]:
    """Yield all names of a unit with their days: the present ones, other spellings, then the former ones."""
    start, last = unit.valid_from or date.min, unit.valid_to or date.max
    former = []
    for one in unit.former:
        former += [Called(name, start, one.until) for name in (one.name, one.short) if key(name)]
        start = one.until + _DAY if one.until < date.max else one.until
    yield from (Called(name, start, last) for name in (unit.name, unit.short) if key(name))
    yield from (Called(name, unit.valid_from or date.min, last) for name in unit.aliases if key(name))
    yield from former
