"""A PDF as pages of lines and rules."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from tthc_desktop.documents.measuring.letters import Letter, letters
from tthc_desktop.documents.reading.pdf.opening import Opened, opened
from tthc_desktop.documents.reading.pdf.ruling import Stroke, read_drawn
from tthc_desktop.documents.reading.pdf.view import view_of
from tthc_desktop.models.measuring.values import Line, MeasuredPage, MeasuredPaper, Ruled
from tthc_desktop.models.text import clean

_SAME_BASE = 0.12
"""Letters whose base lines differ by less than this share of their size stand on one line."""
_FAR = 1.5
"""A gap of so many ems parts two columns; other letters after a gap of `_NEAR` ems part them too."""
_NEAR = 0.5
_NATION = "CỘNG H"
_BLANK = re.compile(r"(?:\bsố:?|\bngày|\btháng|\bnăm)\s*$", re.IGNORECASE)
"""Words with room behind them to be written or stamped in."""
_WIDEST_BLANK = 6.0


def read_print(data: bytes, name: str) -> MeasuredPaper:
    """Read a file back; a damaged page is one without lines.

    Raises `UserError` for a file that cannot be opened.
    """
    fonts: Counter[str] = Counter()
    with opened(data, name) as file:
        pages = tuple(_page(file, number, fonts) for number in range(file.pages))
    return MeasuredPaper(pages, tuple(fonts.most_common()))


def _page(file: Opened, number: int, fonts: Counter[str]) -> MeasuredPage:
    with file.page(number) as page:
        if page is None:
            return MeasuredPage(0.0, 0.0)
        view = view_of(page)
        told = list(letters(page, view))
        drawn = read_drawn(page, view)
    found = [letter for letter in told if not letter.look.in_figure]
    fonts.update(letter.look.font for letter in found if not letter.char.isspace())
    level = tuple(Ruled(at, start, end) for at, start, end, is_level in _joined(drawn.strokes) if is_level)
    upright = tuple(Ruled(at, start, end) for at, start, end, is_level in _joined(drawn.strokes) if not is_level)
    lines = [_line(column) for base in _base_lines(found) for column in _columns(base, upright)]
    placed = sorted((line for line in lines if line.words), key=lambda line: (round(line.base), line.left))
    figures = tuple(_figures(letter for letter in told if letter.look.in_figure))
    return MeasuredPage(view.width, view.height, tuple(placed), level, upright, figures, len(drawn.pictures))


def _figures(found: Iterable[Letter]) -> Iterator[tuple[float, float, float, float]]:
    """Yield the boxes around the words of each picture that the file tells of."""
    for _, group in groupby(found, key=lambda letter: letter.look.mark):
        each = list(group)
        tops = [letter.base - letter.look.size for letter in each]
        yield min(one.left for one in each), min(tops), max(one.right for one in each), max(one.base for one in each)


def _joined(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Yield rules whole that are drawn in pieces one after the other."""
    held: Stroke | None = None
    for stroke in sorted(strokes, key=lambda one: (one.level, round(one.at), one.start)):
        if held and held.level == stroke.level and abs(held.at - stroke.at) < 1 and stroke.start <= held.end + 1:
            held = held._replace(end=max(held.end, stroke.end))
            continue
        if held:
            yield held
        held = stroke
    if held:
        yield held


def _base_lines(found: Iterable[Letter]) -> Iterator[list[Letter]]:
    held: list[Letter] = []
    for letter in sorted(found, key=lambda one: one.base):
        if held and letter.base - held[0].base > _SAME_BASE * letter.look.size:
            yield sorted(held, key=lambda one: one.left)
            held = []
        held.append(letter)
    if held:
        yield sorted(held, key=lambda one: one.left)


def _columns(base: Sequence[Letter], upright: Sequence[Ruled]) -> Iterator[list[Letter]]:
    """Yield the letters of a base line column by column."""
    height = base[0].base - 0.3 * base[0].look.size
    crossing = [rule.at for rule in upright if rule.start <= height <= rule.end]
    whole = "".join(letter.char for letter in base)
    nation = whole.find(_NATION)
    start = 0
    for place, (last, letter) in enumerate(pairwise(base), 1):
        if place == nation or _parts(last, letter, crossing, base[start:place]):
            yield list(base[start:place])
            start = place
    yield list(base[start:])


def _parts(last: Letter, letter: Letter, crossing: Sequence[float], before: Sequence[Letter]) -> bool:
    gap = (letter.left - last.right) / letter.look.size
    if any(last.left + 0.5 < at < letter.right - 0.5 and at > last.right - 1 for at in crossing):
        return True
    if last.look.mark == letter.look.mark >= 0:
        return False
    same = last.look == letter.look
    if gap > _FAR and not (same and gap < _WIDEST_BLANK and _ends_open(before)):
        return True
    return gap > _NEAR and (last.look.bold, last.look.italic) != (letter.look.bold, letter.look.italic)


def _ends_open(before: Sequence[Letter]) -> bool:
    """Tell whether room to write in follows some letters: number, day, month or year is left out."""
    return bool(_BLANK.search("".join(letter.char for letter in before[-8:])))


def _line(column: Sequence[Letter]) -> Line:
    seen = [letter for letter in column if not letter.char.isspace()] or list(column)
    sizes = Counter(letter.look.size for letter in seen)
    fonts = Counter(letter.look.font for letter in seen)
    count = len(seen)
    return Line(
        _words(column),
        seen[0].left,
        seen[-1].right,
        seen[0].base,
        sizes.most_common(1)[0][0],
        sum(letter.look.bold for letter in seen) / count,
        sum(letter.look.italic for letter in seen) / count,
        fonts.most_common(1)[0][0],
        seen[0].look.mark,
        all(letter.look.is_black for letter in seen),
    )


def _words(column: Sequence[Letter]) -> str:
    """Return the words, a blank also where there is only a gap."""
    parts = [column[0].char]
    for last, letter in pairwise(column):
        if letter.left - last.right > 0.2 * letter.look.size and not (last.char.isspace() or letter.char.isspace()):
            parts.append(" ")
        parts.append(letter.char)
    return " ".join(clean("".join(parts)).split())
