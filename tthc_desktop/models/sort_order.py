"""In which order the cells of a column come: dates and figures by what they say, words by the Vietnamese alphabet."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from tthc_desktop.models.numbering import Mark, ordinal
from tthc_desktop.models.targets.value import understand
from tthc_desktop.models.text import collation_key, fold

Key = tuple[int, tuple[Any, ...]]
"""How well the words are understood, and their place among those that are understood as well."""

UNDERSTOOD, WORDS, BLANK = 0, 1, 2
_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_MONTH = re.compile(r"\b(?:thang )?(\d{1,2})(?:/| nam )(\d{4})\b")
_QUARTER = re.compile(r"\bquy (iv|i{1,3}|[1-4])(?:/| nam | )(\d{4})\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_DIGITS = re.compile(r"(\d+)")


def order(words: Sequence[str], *, by_date: bool = False) -> list[Key]:
    """Return a sorting key for each of the words of one column; `by_date` where it holds deadlines."""
    flat = [" ".join(said.split()) for said in words]
    understood: Callable[[str], tuple[Any, ...] | None] = date_in if by_date else figure
    if not by_date and any(said and figure(said) is None for said in flat):
        understood = _nothing
    return [_key(said, understood) for said in flat]


def _key(said: str, understood: Callable[[str], tuple[Any, ...] | None]) -> Key:
    if not said:
        return BLANK, ()
    found = understood(said)
    return (UNDERSTOOD, found) if found is not None else (WORDS, natural(said))


def _nothing(_said: str) -> None:
    return None


def natural(said: str) -> tuple[Any, ...]:
    """Return a key by the alphabet in which Phòng 2 comes before Phòng 10."""
    parts = _DIGITS.split(said)
    numbers = tuple(int(part[:18]) for part in parts[1::2])
    return tuple(collation_key(part) for part in parts[::2]), numbers


def figure(said: str) -> tuple[Any, ...] | None:
    """Return the figure that the words name: 60, 99,5, Tối thiểu 50."""
    value = understand(said).value
    return None if value is None else (value,)


def date_in(said: str) -> tuple[Any, ...] | None:
    """Return the first date that the words name; a month, quarter or year counts as its end."""
    if day := _DAY.search(said):
        return int(day[3]), int(day[2]), int(day[1])
    bare = fold(said)
    if quarter := _QUARTER.search(bare):
        number = int(quarter[1]) if quarter[1].isdecimal() else ordinal(Mark.ROMAN, quarter[1].upper())
        return int(quarter[2]), (number or 0) * 3, 33
    if month := _MONTH.search(bare):
        return int(month[2]), int(month[1]), 32
    if year := _YEAR.search(bare):
        return int(year[1]), 12, 34
    return None
