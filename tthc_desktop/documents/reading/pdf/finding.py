"""Where the lines of a paper stand on pages that another program made of it: found by their letters, in order."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.reading.pdf.arranging import load_page
from tthc_desktop.documents.reading.pdf.opening import opened
from tthc_desktop.documents.reading.pdf.words import lines_in_order
from tthc_desktop.models.plan import SourceLine

_LONGEST, _SHORTEST, _NUMBER = 120, 12, 5
"""How many letters of a line are looked for, how few are no proof by themselves, and those of a number before it."""
_FAR = 300
"""How many printed lines further a few letters may be."""


def find_lines(
    lines: Sequence[SourceLine], data: bytes, name: str = "PDF", step: Step = no_step
) -> Mapping[int, Place]:
    """Return the places of the lines that are found; a line over two pages has its place on the first.

    Raises:
        UserError: the file cannot be opened (`opening.opened`).
    """
    letters, starts, places = _letters(data, name, step)
    found: dict[int, Place] = {}
    at = 0
    for line in lines:
        span = _span(line.text, letters, starts, at)
        if span is not None:
            first, last = (bisect_right(starts, place) - 1 for place in (span[0], span[1] - 1))
            found[line.number] = _around(places[first : last + 1])
            at = span[1]
    return found


def _letters(data: bytes, name: str, step: Step) -> tuple[str, list[int], list[Place]]:
    """Return the letters of all pages, and where those of each printed line begin and stand."""
    said: list[str] = []
    starts: list[int] = []
    places: list[Place] = []
    length = 0
    with opened(data, name) as file:
        for number in range(1, file.pages + 1):
            page = load_page(file, number)
            for line in lines_in_order(page) if page else ():
                if page and (letters := _bare(line.said)):
                    said.append(letters)
                    starts.append(length)
                    places.append(page.sheet.place(line.box))
                    length += len(letters)
            step(number, file.pages)
    return "".join(said), starts, places


def _bare(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _span(words: str, letters: str, starts: Sequence[int], at: int) -> tuple[int, int] | None:
    """Return from where to where letters stand: the whole line, its beginning, or its longest cell."""
    key, cell = _bare(words), max(map(_bare, words.split(" | ")), key=len)
    if len(key) < _SHORTEST:
        return _short(key, letters, starts, at) if key else None
    for part in (key, key[:_LONGEST], key[: 2 * _SHORTEST], cell, cell[: 2 * _SHORTEST]):
        if len(part) >= _SHORTEST:
            place = letters.find(part, at)
            place = place if place >= 0 else letters.find(part)
            if place >= 0:
                return place, place + len(part)
    return None


def _short(key: str, letters: str, starts: Sequence[int], at: int) -> tuple[int, int] | None:
    """Return where a few letters begin a printed line, perhaps behind a number, next after what was found before."""
    behind = range(_NUMBER if len(key) >= _NUMBER else 1)
    first = bisect_left(starts, at)
    for start in starts[first : first + _FAR]:
        for place in (start + skipped for skipped in behind):
            if letters.startswith(key, place):
                return place, place + len(key)
    return None


def _around(places: Sequence[Place]) -> Place:
    """Return the box around what stands on the first of some pages."""
    boxes = [place.box for place in places if place.page == places[0].page and place.box is not None]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Place(places[0].page, (min(lefts), min(tops), max(rights), max(bottoms)))
