"""The times that come back: how often, on which day, in which part of a span."""

import re
from collections.abc import Callable, Iterator, Mapping

from tthc_desktop.models.deadlines.lexing import Place, Sign
from tthc_desktop.models.deadlines.single_times import FIGURES, dated, wrong
from tthc_desktop.models.deadlines.values import Clause, Kind

_WEEKDAYS = {"hai": 1, "ba": 2, "tu": 3, "nam": 4, "sau": 5, "bay": 6, "nhat": 7}
_OF_MONTHS = {3: "quarter", 6: "half_year", 9: "nine_months", 12: "year"}
_UNITS = {
    "ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year",
    "6 thang": "half_year", "06 thang": "half_year",
    "sau thang": "half_year", "nua nam": "half_year", "9 thang": "nine_months", "09 thang": "nine_months",
}  # fmt: skip
_UNIT = re.compile(r"\b(?:0?6 thang|0?9 thang|sau thang|nua nam|tuan|thang|quy|nam)\b")
_PARTS = {"dau": "begin", "giua": "middle", "cuoi": "end"}


def _times(place: Place, _: int | None) -> Iterator[Clause]:
    count, unit, each, again = place.found.groups()
    many = _figure(count or again)
    coming = Clause(Kind.RECURRING, freq=(_UNITS[unit or each],), times=many)
    yield coming if many else wrong("không phải số lần hợp lệ")


def _figure(words: str) -> int:
    return FIGURES.get(words) or int(words)


def _every(place: Place, _: int | None) -> Iterator[Clause]:
    count, unit = place.found.groups()
    many = _figure(count)
    if not many:
        yield wrong("không phải khoảng thời gian hợp lệ")
    elif unit == "thang" and many in _OF_MONTHS:
        yield Clause(Kind.RECURRING, freq=(_OF_MONTHS[many],))
    else:
        yield Clause(Kind.RECURRING, freq=(_UNITS[unit],), every=many if many > 1 else None)


def _weekly(place: Place, _: int | None) -> Iterator[Clause]:
    named = (place.found[1] or place.found[2]).split()[-1]
    yield Clause(Kind.RECURRING, freq=("week",), weekday=int(named) - 1 if named.isdigit() else _WEEKDAYS[named])


def _last_day(place: Place, _: int | None) -> Iterator[Clause]:
    working = "working_days" if place.found[1] else ""
    yield Clause(Kind.RECURRING, freq=(_UNITS[place.found[2]],), part="end", calendar=working)


def _next(place: Place, year: int | None) -> Iterator[Clause]:
    unit = place.found[1]
    if unit == "nam":
        yield Clause(Kind.YEAR, year=year + 1 if year else None, part="" if year else "next")
    else:
        yield Clause(Kind.RECURRING, freq=(_UNITS[unit],), part="next")


def _recurring(place: Place, _: int | None) -> Iterator[Clause]:
    units = tuple(dict.fromkeys(_UNITS[unit] for unit in _UNIT.findall(place.found.group())))
    yield Clause(Kind.RECURRING, freq=units or (("year",) if "nien" in place.found.group() else ()))


def _monthly(place: Place, _: int | None) -> Iterator[Clause]:
    day = int(place.found[1])
    if not 1 <= day <= 31:
        yield wrong("không phải ngày có thật")
        return
    unit = place.found[2] or "thang" if place.sign is Sign.MONTHLY else "quy"
    told = place.found.group()
    part = "last_month" if "thang cuoi" in told else "first_month" if "thang dau" in told else ""
    following = re.search(r" (?:lien ke|ke tiep|tiep theo|sau)$", told)
    also = ("quarter",) if place.sign is Sign.MONTHLY and place.found[3] and unit != "quy" else ()
    yield Clause(Kind.RECURRING, freq=(_UNITS[unit], *also), day=day, part="next" if following else part)


def _yearly(place: Place, year: int | None) -> Iterator[Clause]:
    day, month = int(place.found[1]), int(place.found[2])
    if re.search(r"(?:hang|moi|tung) nam$", place.found.group()):
        made = dated(None, month, day)
        yield made if made.trouble else Clause(Kind.RECURRING, freq=("year",), day=day, month=month)
    else:
        made = dated(year + 1 if year else None, month, day)
        yield made if made.trouble or made.date else Clause(made.kind, day=day, month=month, part="next")


def _part(place: Place, year: int | None) -> Iterator[Clause]:
    side, each, unit = place.found.groups()
    if unit == "nam" and not each:
        yield Clause(Kind.YEAR, year=year, part=_PARTS[side])
    else:
        yield Clause(Kind.RECURRING, freq=(_UNITS[unit],), part=_PARTS[side])


FREQUENCIES: Mapping[Sign, Callable[[Place, int | None], Iterator[Clause]]] = {
    Sign.TIMES: _times,
    Sign.RECURRING: _recurring,
    Sign.MONTHLY: _monthly,
    Sign.LAST_MONTH: _monthly,
    Sign.YEARLY: _yearly,
    Sign.EVERY: _every,
    Sign.WEEKLY: _weekly,
    Sign.LAST_DAY: _last_day,
    Sign.NEXT: _next,
    Sign.PART: _part,
}
