"""What belongs to the pages alone: their numbers, and heads and feet that come again and again."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from tthc_desktop.documents.reading.pdf.arranging import Arranged
from tthc_desktop.documents.reading.pdf.lines import Line

_PAGE = re.compile(r"(?:[-–—]\s*)?(?:trang\s*)?(\d{1,4})(?:\s*(?:/|trên|of)\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_ZONE = 0.12
"""The share of a page's height, at its top and bottom, in which its number and running heads stand."""
_SAME_HEIGHT = 12.0
_HALF = 2
_OFTEN = 3
_DEEPEST = 2
"""So many lines at each edge are looked at."""


def edge_lines(pages: Sequence[Arranged]) -> dict[int, list[Line]]:
    """Return the lines of each page, by its place in the row, that belong to the page alone."""
    candidates = [(place, line) for place, page in enumerate(pages) for line in _edges(page)]
    numbers = _numbers(candidates)
    running = _running(candidates, len(pages))
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for place, line in candidates:
        if id(line) in numbers or id(line) in running:
            found[place].append(line)
    return found


def _edges(page: Arranged) -> list[Line]:
    """Return the lines in the zones at the top and the bottom that have nothing but such lines beyond them."""
    height = page.sheet.height
    found: list[Line] = []
    for items, top in ((page.items, True), (page.items[::-1], False)):
        for item in items[:_DEEPEST]:
            if not isinstance(item, Line) or any(item is one for one in found):
                break
            at = item.box[1] if top else item.box[3]
            if (at > _ZONE * height) if top else (at < (1 - _ZONE) * height):
                break
            found.append(item)
    return found


def _numbers(candidates: Sequence[tuple[int, Line]]) -> set[int]:
    """Return which lines are page numbers: they count as the pages do, from wherever a part begins."""
    read = [(place, line, int(match.group(1))) for place, line in candidates if (match := _PAGE.fullmatch(line.said))]
    found: set[int] = set()
    for place, line, number in read:
        follows = any(
            one != place and other - number == one - place and abs(mate.base - line.base) < _SAME_HEIGHT
            for one, mate, other in read
        )
        if follows or number == place + 1 or "trang" in line.said.lower() or _alike(read, line, place, number):
            found.add(id(line))
    return found


def _alike(read: Sequence[tuple[int, Line, int]], line: Line, place: int, number: int) -> bool:
    """Tell whether a number stands where others stand, and can be one of a part that counts anew."""
    mates = sum(abs(mate.base - line.base) < _SAME_HEIGHT for one, mate, _ in read if one != place)
    return mates > 0 and 0 < number <= place + 1


def _running(candidates: Sequence[tuple[int, Line]], pages: int) -> set[int]:
    """Return which lines come again at the same height of half of the pages, whatever figures they hold."""
    said: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for _, line in candidates:
        said[_FIGURES.sub("#", line.said), round(line.base / _SAME_HEIGHT)].append(line)
    times = Counter({key: len(lines) for key, lines in said.items()})
    often = max(_OFTEN, pages // _HALF)
    return {id(line) for key, lines in said.items() if times[key] >= often for line in lines}
