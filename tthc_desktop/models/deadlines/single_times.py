"""The times that name one day or span of the calendar: dates, months, quarters, halves, years."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tthc_desktop.models.deadlines.lexing import Place, Sign
from tthc_desktop.models.deadlines.values import Clause, Kind

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
FIGURES = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "chin": 9}
_AFTER_DATE = re.compile(r"\d thang \d{1,2}(?: nam \d{4})?(?: va |, )$")
_THROUGH = re.compile(r"-|\bden\b|\btoi\b")


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


def dated(year: int | None, month: int, day: int) -> Clause:
    if year == -1:
        return wrong("có năm không hợp lệ, hãy ghi năm bằng 4 chữ số")
    if day_of(year or 2000, month, day) is None:
        return wrong("không phải ngày có thật, hãy kiểm tra lại ngày và tháng")
    return Clause(Kind.FIXED_DATE, date=day_of(year, month, day), year=year, month=month, day=day)


def _date(place: Place, year: int | None) -> Iterator[Clause]:
    day, _, month, written, day2, month2, written2 = place.found.groups()
    yield dated(year_of(written or written2, year), int(month or month2), int(day or day2))


def _long_date(place: Place, year: int | None) -> Iterator[Clause]:
    day, month, further, written = place.found.groups()
    before = place.found.string[max(place.start - 30, 0) : place.start]
    if not (place.found.group().startswith("ngay") or written or _AFTER_DATE.search(before)):
        yield wrong("chưa rõ là ngày hay số tháng, hãy ghi chữ “ngày” ở trước")
        return
    for each in (month, *re.findall(r"\d+", further or "")):
        yield dated(year_of(written, year), int(each), int(day))


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
    signs = re.findall(r"\b(?:iii|ii|iv|i|vi{0,3}|\d)\b", place.found[1])
    figures = [_ROMAN.get(sign) or (int(sign) if sign.isdigit() else 5) for sign in signs]
    yield from _listed(Kind.QUARTER, year_of(place.found[2], year), figures, place.found[1])


def _months(place: Place, year: int | None) -> Iterator[Clause]:
    figures = [int(each) for each in re.findall(r"\d+", place.found[1])]
    yield from _listed(Kind.MONTH, year_of(place.found[2], year), figures, place.found[1])


def _month_year(place: Place, year: int | None) -> Iterator[Clause]:
    yield from _listed(Kind.MONTH, year_of(place.found[2], year), [int(place.found[1])], place.found[1])


def _years(place: Place, year: int | None) -> Iterator[Clause]:
    first, last, on, alone = place.found.groups()
    named = year_of(first or alone, year)
    end = year_of(last, None)
    if -1 in {named, end} or (end and named and end < named):
        yield wrong("không phải năm hợp lệ, hãy ghi năm bằng 4 chữ số")
    elif named and (end or on):
        yield Clause(Kind.RANGE, start=date(named, 1, 1), end=date(end, 12, 31) if end else None, year=named)
    else:
        yield Clause(Kind.YEAR, year=named)


def _half(place: Place, year: int | None) -> Iterator[Clause]:
    figure, side, written = place.found.groups()
    count, named = FIGURES.get(figure) or int(figure), year_of(written, year)
    if not 1 <= count <= 12 or named == -1:
        yield wrong("không phải khoảng thời gian hợp lệ")
    else:
        yield span(named, 1, count) if side == "dau" else span(named, 13 - count, 12)


def _day(_: Place, __: int | None) -> Iterator[Clause]:
    yield wrong("chưa nói rõ tháng nào")


SINGLE_TIMES: Mapping[Sign, Callable[[Place, int | None], Iterator[Clause]]] = {
    Sign.DATE: _date,
    Sign.LONG_DATE: _long_date,
    Sign.QUARTERS: _quarters,
    Sign.MONTHS: _months,
    Sign.MONTH_YEAR: _month_year,
    Sign.YEARS: _years,
    Sign.HALF: _half,
    Sign.DAY: _day,
}
