"""Months and quarters, with or without their year."""

import re
from collections.abc import Sequence

from tthc_desktop.models.numbering import Mark, ordinal, roman
from tthc_desktop.models.series.steps import OTHERS, Continue, padded, steady

_YEAR = r"(?:(?P<gap>\s*[/-]\s*|\s+năm\s+)(?P<year>[12]\d{3}))?"
_MONTH = re.compile(rf"(?<!\w)tháng\s+(?P<count>\d{{1,2}})(?!\w){_YEAR}", re.IGNORECASE)
_QUARTER = re.compile(rf"(?<!\w)qu[ýí]\s+(?P<count>iv|i{{1,3}}|[1-4])(?!\w){_YEAR}", re.IGNORECASE)


def periods(seeds: Sequence[str], alone: int, forced: bool) -> Continue | None:
    del forced
    return _turning(seeds, alone, _MONTH, 12) or _turning(seeds, alone, _QUARTER, 4)


def _turning(seeds: Sequence[str], alone: int, pattern: re.Pattern[str], turn: int) -> Continue | None:
    """Continue months or quarters, over the end of the year where it is named, else round and round."""
    found = [one for one in (_only(pattern, seed) for seed in seeds) if one is not None]
    shapes = {_shape(one) for one in found}
    places = [_count(one["count"]) for one in found]
    if len(found) < len(seeds) or len(shapes) > 1 or not all(1 <= place <= turn for place in places):
        return None
    dated = found[-1]["year"] is not None
    values = [int(one["year"] or 0) * turn + place - 1 for one, place in zip(found, places, strict=True)]
    step = steady(values, alone, 0 if dated else turn)
    if not step:
        return None

    def words(place: int) -> str | None:
        year, count = divmod(values[-1] + step * place, turn)
        if dated and not 1000 <= year <= 2999:
            return None
        last = found[-1]
        said = _said(count + 1, [one["count"] for one in found])
        head, tail = last.string[: last.start("count")], last.string[last.end() :]
        return f"{head}{said}{last['gap']}{year}{tail}" if dated else f"{head}{said}{tail}"

    return words


def _only(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return the one month or quarter in the words; a second number beside it makes it a span, which has no next."""
    found = pattern.search(words)
    rest = words[: found.start()] + "|" + words[found.end() :] if found else ""
    return None if OTHERS.search(rest) or pattern.search(rest) else found


def _shape(found: re.Match[str]) -> tuple[str | None, ...]:
    script = "digits" if found["count"].isdecimal() else "capitals" if found["count"].isupper() else "small"
    return found.string[: found.start("count")], script, found["gap"], found.string[found.end() :]


def _count(said: str) -> int:
    return int(said) if said.isdecimal() else ordinal(Mark.ROMAN, said) or 0


def _said(value: int, seen: Sequence[str]) -> str:
    if seen[-1].isdecimal():
        return padded(value, seen, usual=any(one.startswith("0") for one in seen))
    return roman(value) if seen[-1].isupper() else roman(value).lower()
