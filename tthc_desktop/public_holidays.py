"""The public holidays of Vietnam, Tết included, with the days that the Government exchanges."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache


def public_holidays(years: Iterable[int]) -> Mapping[date, str]:
    """Return the public holidays of some years by day, with their Vietnamese names (Labour Code, Article 112).

    Days off that stand in for a Saturday or Sunday are among them. Days exchanged by the Government are as far as the
    library's release knows them; those of later years are for the office to add.
    """
    return {day: name for year in sorted({*years}) for day, name in _of_year(year)}


@lru_cache(1 << 7)
def _of_year(year: int) -> tuple[tuple[date, str], ...]:
    from holidays import country_holidays  # noqa: PLC0415 - it loads slowly, and not every job asks for days off

    return tuple(sorted(country_holidays("VN", years=year, language="vi").items()))
