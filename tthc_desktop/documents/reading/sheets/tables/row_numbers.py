"""The numbers of rows as they were meant: 1.10 that Excel keeps as 1.1, 1.2 that it takes for a date."""

import re
from collections.abc import Sequence

from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.text.tables.rows import number_of

_AROUND = re.compile(r"^\((.*)\)$")
_COMMA = re.compile(r"\d{1,3}(?:,\d{1,3})+[.)]?")
_PATH = re.compile(r"\d{1,4}(?:\.\d{1,4})*")
Path = tuple[int, ...]


def meant(seen: Seen, before: str) -> str:
    """Return the words of a cell for numbers as meant, given the number of the row before it."""
    if seen.kind is Kind.DATE and seen.day is not None:
        return _of_date(seen, path_of(before))
    words = " ".join(seen.words.split())
    words = _AROUND.sub(r"\1", words).removesuffix("/").strip()
    if _COMMA.fullmatch(words):
        words = words.replace(",", ".")
    if seen.kind is Kind.NUMBER and words.endswith(".0"):
        words = words.removesuffix(".0")
    path, above = path_of(words), path_of(before)
    if len(path) == 2 and len(above) >= 2 and path[0] == above[0] and path[1] * 10 == above[1] + 1:
        return f"{path[0]}.{path[1] * 10}"
    return words


def path_of(words: str) -> Path:
    """Return the parts of a number such as 1.2.3, nothing when it is none."""
    bare = number_of(words)[0]
    return tuple(int(part) for part in bare.split(".")) if bare and _PATH.fullmatch(bare) else ()


def _of_date(seen: Seen, before: Path) -> str:
    """Return the number that was typed and taken for a date: 1.2 for the first of February, 1.2.3 for one of 2003."""
    assert seen.day is not None
    day, month, year = seen.day.day, seen.day.month, seen.day.year % 100
    found: Sequence[Path] = ((day, month), (month, day), (day, month, year), (month, day, year))
    follows = next((path for path in found if _follows(before, path)), found[0])
    return ".".join(map(str, follows))


def _follows(before: Path, path: Path) -> bool:
    """Tell whether a number is the one that comes next."""
    if path[:-1] == before:
        return path[-1] == 1
    kept = before[: len(path)]
    return len(kept) == len(path) and path[:-1] == kept[:-1] and path[-1] == kept[-1] + 1
