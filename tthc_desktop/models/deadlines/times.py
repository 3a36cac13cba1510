"""The times that a sign names: dates, months, quarters, years, and how often work comes back."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date

from tthc_desktop.models.deadlines.lexing import Place, Sign
from tthc_desktop.models.deadlines.values import Clause, Kind

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FIGURES = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "chin": 9}
_UNITS = {
    "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year", "6 thang": "half_year", "06 thang": "half_year",
    "sau thang": "half_year", "nua nam": "half_year", "9 thang": "nine_months", "09 thang": "nine_months",
}  # fmt: skip
_UNIT = re.compile(r"\b(?:0?6 thang|0?9 thang|sau thang|nua nam|tuan|thang|quy|nam)\b")
_PARTS = {"dau": "begin", "giua": "middle", "cuoi": "end"}
_THROUGH = re.compile(r"-|\bden\b|\btoi\b")


def times(place: Place, year: int | None) -> tuple[Clause, ...]:
    """Return what a sign names, each time as a clause; `year` is that of the plan."""
    return tuple(_READERS[place.sign](place, year)) if place.sign in _READERS else ()


def year_of(words: str | None, otherwise: int | None) -> int | None:
    """Return a year written with two or four figures; -1 when it can be none."""
    if not words:
        return otherwise
    figures = int(words)
    if len(words) == 2:
        return 2000 + figures
    return figures if len(words) == 4 and 1900 <= figures <= 2199 else -1


def day_of(year: int | None, month: int, day: int) -> date | None:
    """Return a day, or None where there is no such day or no year."""
    if not year or not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def wrong(why: str) -> Clause:
    """Return a clause that tells what is wrong with its words."""
    return Clause(Kind.OTHER, trouble=why)


def _dated(year: int | None, month: int, day: int) -> Clause:
    if year == -1:
        return wrong("có năm không hợp lệ, hãy ghi năm bằng 4 chữ số")
    if day_of(year or 2000, month, day) is None:
        return wrong("không phải ngày có thật, hãy kiểm tra lại ngày và tháng")
    return Clause(Kind.FIXED_DATE, date=day_of(year, month, day), year=year, month=month, day=day)


def _date(place: Place, year: int | None) -> Iterator[Clause]:
    day, _, month, written, day2, month2, written2 = place.found.groups()
    yield _dated(year_of(written or written2, year), int(month or month2), int(day or day2))


def _long_date(place: Place, year: int | None) -> Iterator[Clause]:
    day, month, written = place.found.groups()
    if not place.found.group().startswith("ngay"):
        yield wrong("chưa rõ là ngày hay số tháng, hãy ghi chữ “ngày” ở trước")
        return
    yield _dated(year_of(written, year), int(month), int(day))


def _listed(kind: Kind, year: int | None, figures: list[int], words: str) -> Iterator[Clause]:
    top = 12 if kind is Kind.MONTH else 4
    name = "tháng" if kind is Kind.MONTH else "quý"
    if year == -1:
        yield wrong("có năm không hợp lệ, hãy ghi năm bằng 4 chữ số")
        return
    if not all(1 <= each <= top for each in figures):
        yield wrong(f"không có thật, chỉ có {name} 1 đến {name} {top}")
        return
    if len(figures) == 2 and _THROUGH.search(words):
        if figures[0] > figures[1]:
            yield wrong("có điểm cuối trước điểm đầu")
        else:
            step = 1 if kind is Kind.MONTH else 3
            yield span(year, figures[0] * step - step + 1, figures[1] * step)
        return
    for each in figures:
        yield Clause(kind, year=year, **{kind.value: each})  # type: ignore[arg-type]


def span(year: int | None, first: int, last: int) -> Clause:
    """Return the range from a month to a month of one year."""
    if not year or year < 1:
        return Clause(Kind.RANGE, year=year, month=first)
    return Clause(Kind.RANGE, year=year, start=date(year, first, 1), end=date(year, last, monthrange(year, last)[1]))


def _quarters(place: Place, year: int | None) -> Iterator[Clause]:
    signs = re.findall(r"\b(?:iii|ii|iv|i|\d)\b", place.found[1])
    figures = [_ROMAN.get(sign) or int(sign) for sign in signs]
    yield from _listed(Kind.QUARTER, year_of(place.found[2], year), figures, place.found[1])


def _months(place: Place, year: int | None) -> Iterator[Clause]:
    figures = [int(each) for each in re.findall(r"\d+", place.found[1])]
    yield from _listed(Kind.MONTH, year_of(place.found[2], year), figures, place.found[1])


def _month_year(place: Place, year: int | None) -> Iterator[Clause]:
    yield from _listed(Kind.MONTH, year_of(place.found[2], year), [int(place.found[1])], place.found[1])


def _years(place: Place, year: int | None) -> Iterator[Clause]:
    first, last, on = place.found.groups()
    named = year_of(first, year)
    end = year_of(last, None)
    if -1 in {named, end} or (end and named and end < named):
        yield wrong("không phải năm hợp lệ, hãy ghi năm bằng 4 chữ số")
    elif named and (end or on):
        yield Clause(Kind.RANGE, start=date(named, 1, 1), end=date(end, 12, 31) if end else None, year=named)
    else:
        yield Clause(Kind.YEAR, year=named)


def _half(place: Place, year: int | None) -> Iterator[Clause]:
    figure, side, written = place.found.groups()
    count, named = _FIGURES.get(figure) or int(figure), year_of(written, year)
    if not 1 <= count <= 12 or named == -1:
        yield wrong("không phải khoảng thời gian hợp lệ")
    else:
        yield span(named, 1, count) if side == "dau" else span(named, 13 - count, 12)


def _times(place: Place, _: int | None) -> Iterator[Clause]:
    count, unit = place.found.groups()
    yield Clause(Kind.RECURRING, freq=(_UNITS[unit],), times=_FIGURES.get(count) or int(count))


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
    yield Clause(Kind.RECURRING, freq=(_UNITS[unit],), day=day, part="next" if following else part)


def _yearly(place: Place, year: int | None) -> Iterator[Clause]:
    day, month = int(place.found[1]), int(place.found[2])
    if re.search(r"(?:hang|moi|tung) nam$", place.found.group()):
        made = _dated(None, month, day)
        yield made if made.trouble else Clause(Kind.RECURRING, freq=("year",), day=day, month=month)
    else:
        made = _dated(year + 1 if year else None, month, day)
        yield made if made.trouble or made.date else Clause(made.kind, day=day, month=month, part="next")


def _part(place: Place, year: int | None) -> Iterator[Clause]:
    side, unit = place.found.groups()
    if unit == "nam":
        yield Clause(Kind.YEAR, year=year, part=_PARTS[side])
    else:
        yield Clause(Kind.RECURRING, freq=(_UNITS[unit],), part=_PARTS[side])


def _day(_: Place, __: int | None) -> Iterator[Clause]:
    yield wrong("chưa nói rõ tháng nào")


_READERS: dict[Sign, Callable[[Place, int | None], Iterator[Clause]]] = {
    Sign.DATE: _date,
    Sign.LONG_DATE: _long_date,
    Sign.QUARTERS: _quarters,
    Sign.MONTHS: _months,
    Sign.MONTH_YEAR: _month_year,
    Sign.YEARS: _years,
    Sign.HALF: _half,
    Sign.TIMES: _times,
    Sign.RECURRING: _recurring,
    Sign.MONTHLY: _monthly,
    Sign.LAST_MONTH: _monthly,
    Sign.YEARLY: _yearly,
    Sign.PART: _part,
    Sign.DAY: _day,
}
