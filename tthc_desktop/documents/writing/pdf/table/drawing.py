"""The rows of one page drawn: words, merged cells with their label on every page, the grid."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.blocks import Align, baseline
from tthc_desktop.documents.writing.pdf.elements import Element, spanning
from tthc_desktop.documents.writing.pdf.flow import Pen, Segment
from tthc_desktop.documents.writing.pdf.lines import Line
from tthc_desktop.documents.writing.pdf.table.body import Body, Merge
from tthc_desktop.documents.writing.pdf.table.grid import Cell


class Shown(NamedTuple):
    """The lines `start` up to `end` of a row on one page; its top and height there."""

    row: int
    start: int
    end: int
    y: float
    height: float


def draw_rows(pen: Pen, body: Body, shown: Sequence[Shown], table: Element) -> None:
    """Draw the words of the rows, each merged cell where its first row on this page is."""
    for merge in body.reaching.get(shown[0].row, ()) if shown else ():
        _draw_merged(pen, body, merge, shown, table)
    for part in shown:
        row = Element((table.key, part.row), "TR", table)
        for found in body.rows[part.row].cells:
            if found.cell.rows > 1:
                _draw_merged(pen, body, Merge(part.row, part.row + found.cell.rows, found), shown, table)
                continue
            pen.element(_element(found.cell, row))
            if part.end - part.start == body.heights[part.row]:
                _draw(pen, body, found.cell, found.lines, part.y + _spare(body, found.lines, part.height))
            else:
                _draw(pen, body, found.cell, found.lines[part.start : part.end], part.y + body.look.above)


def _element(cell: Cell, row: Element) -> Element:
    wide = cell.rows > 1 or cell.right > cell.left + 1
    reach = spanning(rows=cell.rows, columns=cell.right - cell.left) if wide else ""
    return Element((row.key, cell.left), "TD", row, reach)


def _draw_merged(pen: Pen, body: Body, merge: Merge, shown: Sequence[Shown], table: Element) -> None:
    """Draw a merged cell: whole on every page that has the room, else the lines that are due on this one.

    Lines that were due on an earlier page are not read aloud again.
    """
    cell, words = merge.found
    parts = [part for part in shown if merge.top <= part.row < merge.bottom]
    above = body.lines_above
    start = above[parts[0].row] + parts[0].start - above[merge.top]
    end = above[parts[-1].row] + parts[-1].end - above[merge.top]
    told = _element(cell, Element((table.key, merge.top), "TR", table))
    if len(words) <= end - start:
        height = parts[-1].y + parts[-1].height - parts[0].y
        y = parts[0].y + _spare(body, words, height)
        pen.element(None)
        _draw(pen, body, cell, words[:start], y)
        pen.element(told)
        _draw(pen, body, cell, words[start:], y + start * body.look.leading)
    else:
        pen.element(told)
        _draw(pen, body, cell, words[start:end], parts[0].y + body.look.above)


def _spare(body: Body, words: Sequence[Line], height: float) -> float:
    return (height - len(words) * body.look.leading) / 2


def _draw(pen: Pen, body: Body, cell: Cell, words: Sequence[Line], y: float) -> None:
    look = body.look
    left, right = body.edges[cell.left], body.edges[cell.right]
    centred = cell.align is Align.CENTRE
    y += baseline(look.size, look.leading)
    for line in words:
        x = left + (right - left - line.width * look.size) / 2 if centred else left + look.side
        pen.words(x, y, line, look.size)
        y += look.leading


def row_rules(body: Body, shown: Sequence[Shown]) -> Iterator[Segment]:
    """Yield the rule above each row, open inside merged cells, and the rules between the columns."""
    edges = body.edges
    for part in shown:
        reaching = body.reaching.get(part.row, ()) if part is not shown[0] else ()
        merged = {merge.found.cell.left for merge in reaching}
        for hidden, columns in groupby(range(len(edges) - 1), key=merged.__contains__):
            if not hidden:
                across = list(columns)
                yield (edges[across[0]], part.y, edges[across[-1] + 1], part.y)
    for open_at, parts in groupby(shown, key=lambda part: _spanned(body, part.row)):
        band = list(parts)
        for column in range(1, len(edges) - 1):
            if column not in open_at:
                yield (edges[column], band[0].y, edges[column], band[-1].y + band[-1].height)


def _spanned(body: Body, row: int) -> frozenset[int]:
    """Return the column edges that a wide cell of the row covers."""
    return frozenset(at for cell, _ in body.rows[row].cells for at in range(cell.left + 1, cell.right))
