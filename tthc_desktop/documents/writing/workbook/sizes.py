"""Widths of the columns as in print, and heights of the rows that show all their words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.writing.pdf.table.grid import grid
from tthc_desktop.documents.writing.pdf.table.widths import column_widths
from tthc_desktop.documents.writing.workbook.cells import Cells, Merges
from tthc_desktop.documents.writing.workbook.heights import Ruler
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import RowKind, Table

_SAMPLE = 400
"""So many rows, taken from all over a table, tell how wide its columns are to be."""
_BLOCK = 20
"""Rows are taken in blocks, for a table may have a group at every so many rows."""
_LARGER = (1.0, 1.2, 1.45)
"""How much wider than the page a sheet may become, to be printed smaller, before a row is higher than Excel allows."""
_WIDEST = 1200.0
"""Points; no column of Excel is wider than about 1300."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of the letters, the width of each column and the height of each row, in points."""

    size: float
    widths: Sequence[float]
    heights: Sequence[float]


def sizes(plan: Plan, table: Table, merged: Merges, numbers: Sequence[str], room: float) -> Sizes:
    """Return how large everything is on a page with so much room beside the margins."""
    size, widths = _widths(plan, table, room)
    cells = Cells(plan, table)
    lines: list[int] = []
    for factor in _LARGER:
        ruler = Ruler([min(width * factor, _WIDEST) for width in widths], size)
        lines = _lines(cells, table, merged, numbers, ruler)
        if max(lines, default=0) <= ruler.most_lines():
            break
    else:
        factor = _LARGER[-1]
    return Sizes(size, [min(width * factor, _WIDEST) for width in widths], [ruler.height(count) for count in lines])


def _widths(plan: Plan, table: Table, room: float) -> tuple[float, Sequence[float]]:
    """Return the print's letters and widths; a table with too many columns for any paper becomes a wider sheet."""
    step = max(len(table.rows) // _SAMPLE, 1)
    rows = tuple(row for at, row in enumerate(table.rows) if at // _BLOCK % step == 0)
    cells = grid(plan, replace(table, rows=rows))
    measures = rules()
    while True:
        found = column_widths(cells, measures, room)
        if found.look.size >= measures.length("table_size_dense") and min(found.columns) >= found.look.narrowest:
            return found.look.size, found.columns
        room *= 1.25


def _lines(cells: Cells, table: Table, merged: Merges, numbers: Sequence[str], ruler: Ruler) -> list[int]:
    """Return how many lines high each row is; the last row of a merge grows until the merged words fit."""
    lines: list[int] = []
    spans: list[tuple[int, int, int]] = []
    for place, (row, number) in enumerate(zip(table.rows, numbers, strict=True)):
        if row.kind is RowKind.GROUP:
            across = cells.across(row, number)
            lines.append(max(ruler.lines(shown.words, shown.left, shown.right, bold=True) for shown in across))
            continue
        below, spans_here = merged.below.get(place, ()), merged.heights.get(place, {})
        highest = 1
        for at, words in enumerate(cells.words(row, number)):
            if not words or at in below:
                continue
            count = ruler.lines(words, at, at + 1)
            span = spans_here.get(at, 1)
            if span > 1:
                spans.append((place + span, place, count))
            elif count > highest:
                highest = count
        lines.append(highest)
    for end, start, count in sorted(spans):
        lines[end - 1] += max(count - sum(lines[start:end]), 0)
    return lines
