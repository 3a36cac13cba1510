"""The span a plan covers, understood from the words of its title."""

import re
from calendar import monthrange
from datetime import date

from tthc_desktop.models.plan import Period
from tthc_desktop.models.text import fold

_YEAR = r"(20\d{2})"
_LAST_MONTHS = re.compile(rf"\b(\d{{1,2}}) thang cuoi nam {_YEAR}")
_FIRST_MONTHS = re.compile(rf"\b(\d{{1,2}}) thang dau nam {_YEAR}")
_QUARTER = re.compile(rf"\bqu[yi] (iv|iii|ii|i|[1-4])\s*(?:nam|[/-])?\s*{_YEAR}")
_MONTH = re.compile(rf"\bthang (\d{{1,2}})\s*(?:nam|[/-])?\s*{_YEAR}")
_SPAN = re.compile(rf"\b(?:giai doan|nam|cac nam)\s*{_YEAR}\s*(?:-|–|—|den|va|,)\s*(?:nam\s*)?{_YEAR}")
_ONE_YEAR = re.compile(rf"\bnam {_YEAR}")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def period_of(title: str) -> Period | None:
    """Return the span named in a title: a year, two years, a span, a quarter, a month, the first or last months."""
    words = re.sub(r"(?:so|ngay)\s+\d\S*", " ", fold(title))
    if match := _LAST_MONTHS.search(words):
        count, year = int(match.group(1)), int(match.group(2))
        return _months(year, 13 - count, year, 12) if 1 <= count <= 12 else None
    if match := _FIRST_MONTHS.search(words):
        count, year = int(match.group(1)), int(match.group(2))
        return _months(year, 1, year, count) if 1 <= count <= 12 else None
    if match := _QUARTER.search(words):
        quarter, year = _QUARTERS.get(match.group(1)) or int(match.group(1)), int(match.group(2))
        return _months(year, quarter * 3 - 2, year, quarter * 3)
    if match := _SPAN.search(words):
        start, end = sorted((int(match.group(1)), int(match.group(2))))
        return _months(start, 1, end, 12)
    if (match := _MONTH.search(words)) and 1 <= int(match.group(1)) <= 12:
        month, year = int(match.group(1)), int(match.group(2))
        return _months(year, month, year, month)
    years = [int(year) for year in _ONE_YEAR.findall(words)]
    return _months(years[-1], 1, years[-1], 12) if years else None


def _months(year: int, month: int, last_year: int, last_month: int) -> Period:
    return Period(date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1]))
