"""Names of sheets as spreadsheets allow them: short, without some signs, each once."""

import re
from collections.abc import Iterable

MOST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


class Names:
    """The names given so far in one workbook."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}

    def give(self, wanted: str) -> str:
        """Return the wanted name, or the nearest one that is allowed and free."""
        name = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("'")[:MOST].strip("' ") or "Trang"
        given, count = name, 1
        while given.casefold() in self._taken or given.casefold() == "history":
            count += 1
            ending = f" ({count})"
            given = name[: MOST - len(ending)].rstrip() + ending
        self._taken.add(given.casefold())
        return given
