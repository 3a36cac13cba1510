"""Numbers, alone or among words, of which two cells show the step."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from tthc_desktop.models.series.steps import Continue

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?")
_CALENDAR = re.compile(r"(?:tháng|quý|quí|ngày|\d/)\s*$", re.IGNORECASE)


def numbers(seeds: Sequence[str], alone: int, forced: bool) -> Continue | None:
    """Continue the one number in which the seeds differ, from cell to cell by the same step."""
    if len(seeds) == 1 and not forced:
        return None
    found = [list(_NUMBER.finditer(seed)) for seed in seeds]
    if not found[-1] or len({tuple(_NUMBER.split(seed)) for seed in seeds}) > 1:
        return None
    said = list(zip(*([one.group() for one in line] for line in found), strict=True))
    varied = [place for place, one in enumerate(said) if len(set(one)) > 1]
    place = varied[0] if varied else len(said) - 1
    if len(varied) > 1 or (len(seeds) > 1 and not varied) or _belongs_to_a_date(found[-1][place]):
        return None
    step = _even([_value(one) for one in said[place]], alone)
    return _counting(found[-1][place], said[place], step) if step else None


def _belongs_to_a_date(found: re.Match[str]) -> bool:
    before, after = found.string[: found.start()], found.string[found.end() :]
    return _CALENDAR.search(before) is not None or re.match(r"/\d", after) is not None


def _value(said: str) -> Decimal:
    return Decimal(said.replace(".", "").replace(",", "."))


def _even(values: Sequence[Decimal], alone: int) -> Decimal:
    steps = {after - before for before, after in pairwise(values)} or {Decimal(alone)}
    return steps.pop() if len(steps) == 1 else Decimal(0)


def _counting(found: re.Match[str], said: Sequence[str], step: Decimal) -> Continue:
    head, tail = found.string[: found.start()], found.string[found.end() :]
    bare = not head.strip() and not any(map(str.isalpha, tail))

    def words(place: int) -> str | None:
        value = _value(said[-1]) + step * place
        return f"{head}{_written(value, said)}{tail}" if value >= 0 or bare else None

    return words


def _written(value: Decimal, seen: Sequence[str]) -> str:
    """Return a number as the seeds are written: as many digits, its thousands apart, a comma before its parts."""
    parts = max(len(one.partition(",")[2]) for one in seen)
    noughts = min(len(one) for one in seen) if any(re.match(r"0\d", one) for one in seen) else 0
    grouped = any("." in one for one in seen)
    said = f"{value:{',' if grouped else ''}.{parts}f}".translate(str.maketrans(",.", ".,"))
    sign, digits = ("-", said[1:]) if said.startswith("-") else ("", said)
    return sign + digits.rjust(noughts, "0")
