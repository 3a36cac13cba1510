"""A finished PDF measured: where each line stands and how it is lettered."""

from collections.abc import Iterator
from itertools import groupby

from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.lines import lines
from tthc_desktop.documents.reading.pdf.opening import opened
from tthc_desktop.documents.reading.pdf.ruling import Drawn
from tthc_desktop.documents.reading.pdf.sheet import Sheet, load_sheet
from tthc_desktop.models.measuring import Bar, MeasuredPage, Post, SetLine
from tthc_desktop.models.text import clean

_TOUCHING = 1.5


def measured(data: bytes, name: str, step: Step = no_step) -> tuple[MeasuredPage, ...]:
    """Return the pages of a PDF as they were measured; what signatures show above them is left out.

    Raises `UserError` for a file that cannot be read. A damaged page is passed over.
    """
    found: list[MeasuredPage] = []
    with opened(data, name) as file:
        for number in range(1, file.pages + 1):
            step(number, file.pages)
            if sheet := load_sheet(file, number):
                found.append(_page(sheet))
    return tuple(found)


def _page(sheet: Sheet) -> MeasuredPage:
    set_lines = sorted((_line(line) for line in lines(sheet.glyphs)), key=lambda line: (round(line.base), line.left))
    bars, posts = _rules(sheet.drawn)
    return MeasuredPage(sheet.number, sheet.width, sheet.height, tuple(set_lines), bars, posts)


def _line(line: Line) -> SetLine:
    looks = [look for word in line.words for _, look in word.parts]
    words = clean(" ".join(str(word) for word in line.words))
    return SetLine(
        words, line.left, line.right, line.base, round(line.size, 2),
        all(look.bold for look in looks), all(look.italic for look in looks), looks[0].font,
    )  # fmt: skip


def _rules(drawn: Drawn) -> tuple[tuple[Bar, ...], tuple[Post, ...]]:
    level = [(stroke.at, stroke.start, stroke.end) for stroke in drawn.strokes if stroke.level]
    upright = [(stroke.at, stroke.start, stroke.end) for stroke in drawn.strokes if not stroke.level]
    return tuple(Bar(*one) for one in _whole(level)), tuple(Post(*one) for one in _whole(upright))


def _whole(strokes: list[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Yield strokes on one line as one where they touch."""
    for _, group in groupby(sorted(strokes), key=lambda stroke: round(stroke[0])):
        ordered = sorted(group, key=lambda stroke: stroke[1])
        at, start, end = ordered[0]
        for _, begin, finish in ordered[1:]:
            if begin > end + _TOUCHING:
                yield at, start, end
                start = begin
            end = max(end, finish)
        yield at, start, end
