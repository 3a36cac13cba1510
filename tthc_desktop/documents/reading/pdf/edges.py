"""What belongs to the pages alone: their numbers, and heads and feet that come again and again."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tthc_desktop.documents.reading.pdf.arranging import Arranged, Item
from tthc_desktop.documents.reading.pdf.line import Line

_PAGE = re.compile(r"(?:[-–—]\s*)?(?:trang\s*)?(\d{1,4})(?:\s*(?:/|trên|of)\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_ZONE = 0.12
"""The share of a page's height, at its top and bottom, in which its number and running heads stand."""
_SAME_HEIGHT = 12.0
_HALF = 2
_OFTEN = 3
_OFF, _OTHER_SIZE = 0.6, 0.08
_DEEPEST = 2
"""So many lines at each edge are looked at."""


class _Candidate(NamedTuple):
    """A line at the edge of a page, by the page's place in the row; `apart` tells that it stands off from the text."""

    place: int
    line: Line
    apart: bool


def edge_lines(pages: Sequence[Arranged]) -> dict[int, list[Line]]:
    """Return the lines of each page, by its place in the row, that belong to the page alone."""
    candidates = [one for place, page in enumerate(pages) for one in _edges(place, page)]
    numbers = _numbers([(one.place, one.line) for one in candidates])
    running = _running([one.line for one in candidates if one.apart], len(pages))
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for place, line, _ in candidates:
        if id(line) in numbers or id(line) in running:
            found[place].append(line)
    return found


def _edges(place: int, page: Arranged) -> list[_Candidate]:
    """Return the lines in the zones at the top and the bottom that have nothing but such lines beyond them."""
    height = page.sheet.height
    found: list[_Candidate] = []
    for items, top in ((page.items, True), (page.items[::-1], False)):
        lines: list[Line] = []
        for item in items[:_DEEPEST]:
            if not isinstance(item, Line) or any(item is one.line for one in found):
                break
            at = item.box[1] if top else height - item.box[3]
            if at > _ZONE * height:
                break
            lines.append(item)
        apart = False
        for at_edge, line in reversed(list(enumerate(lines))):
            apart = apart or at_edge + 1 == len(items) or _stands_off(line, items[at_edge + 1])
            found.append(_Candidate(place, line, apart))
    return found


def _stands_off(line: Line, inner: Item) -> bool:
    """Tell whether a line is set off from what comes next towards the middle of the page."""
    above, below = sorted((line.box, inner.box), key=lambda box: box[1])
    other = inner.size if isinstance(inner, Line) else line.size
    return below[1] - above[3] > _OFF * line.size or abs(other - line.size) > _OTHER_SIZE * line.size


def _numbers(candidates: Sequence[tuple[int, Line]]) -> set[int]:
    """Return which lines are page numbers: they count as the pages do, from wherever a part begins."""
    read = [(place, line, int(match.group(1))) for place, line in candidates if (match := _PAGE.fullmatch(line.said))]
    counting = Counter((number - place, band) for place, line, number in read for band in _bands(line))
    standing = Counter(band for _, line, _ in read for band in _bands(line))
    found: set[int] = set()
    for place, line, number in read:
        follows = any(counting[number - place, band] > 1 for band in _bands(line))
        alike = any(standing[band] > 1 for band in _bands(line)) and 0 < number <= place + 1
        if follows or alike or number == place + 1 or "trang" in line.said.lower():
            found.add(id(line))
    return found


def _bands(line: Line) -> tuple[int, int]:
    """Return the stretches of the page's height in which a line stands; lines at one height share one of them."""
    at = line.base / _SAME_HEIGHT
    return 2 * int(at / 2), 2 * int((at + 1) / 2) + 1


def _running(lines: Sequence[Line], pages: int) -> set[int]:
    """Return which lines come again at the same height of half of the pages, whatever figures they hold."""
    said: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in lines:
        said[_FIGURES.sub("#", line.said), round(line.base / _SAME_HEIGHT)].append(line)
    often = max(_OFTEN, pages // _HALF)
    return {id(line) for same in said.values() if len(same) >= often for line in same}
