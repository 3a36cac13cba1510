"""Tables of Word: cells that go over columns and rows, heads that are repeated, lines around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.laid_out.blocks import TableBlock
from tthc_desktop.documents.reading.word.borders import is_ruled
from tthc_desktop.documents.reading.word.counts import Counts
from tthc_desktop.documents.reading.word.names import (
    CELL,
    DEL,
    ROW,
    VAL,
    Element,
    child,
    has,
    inside,
    number,
    value,
    w,
)
from tthc_desktop.documents.reading.word.spreads import BEGINS, GOES_ON, Blocks, Spread, cells_of
from tthc_desktop.documents.reading.word.styles import Styles
from tthc_desktop.models.identity import Id

MOST_COLUMNS = 200
_WIDE = 1000
_OFTEN = 200
_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_SPAN, _MERGED_DOWN, _MERGED_ALONG = w("gridSpan"), w("vMerge"), w("hMerge")
_BEFORE, _AFTER, _HEAD = w("gridBefore"), w("gridAfter"), w("tblHeader")


@dataclass(slots=True)
class Tables:
    """Reads tables.

    `blocks_in` reads what stands in a cell, `heard` are the parts of our own that have begun, `tick` is called every
    few rows.
    """

    styles: Styles
    counts: Counts
    blocks_in: Callable[[Element], Blocks]
    heard: list[tuple[Id, ...]]
    tick: Callable[[], None]
    landscape: bool = False

    def read(self, table: Element, known: Id = "") -> TableBlock:
        """Return a table as a block."""
        rows: list[list[Spread]] = []
        heads: list[bool] = []
        ours: list[list[tuple[Id, ...]]] = []
        landscape = self.landscape
        for element in inside(table):
            if element.tag != ROW:
                continue
            properties = child(element, _ROW_PROPERTIES)
            if child(properties, DEL) is not None:
                self.counts.changes += 1
                continue
            if len(rows) % _OFTEN == 0:
                self.tick()
            before = len(self.heard)
            rows.append(self._row(element, properties))
            heads.append(has(properties, _HEAD))
            ours.append(self.heard[before:])
        own, known_rows = _known(known, ours, heads)
        cells = cells_of(rows, _widths(table), heads)
        return TableBlock(cells, is_ruled(table, self.styles), landscape, own, known_rows)

    def _row(self, row: Element, properties: Element | None) -> list[Spread]:
        before = _width(value(properties, _BEFORE), 0)
        cells = [Spread(0, before)] if before else []
        for element in inside(row):
            if element.tag == CELL:
                self._cell(element, cells)
        start = cells[-1].end if cells else 0
        after = min(_width(value(properties, _AFTER), 0), MOST_COLUMNS - start)
        if after:
            cells.append(Spread(start, start + after))
        return cells

    def _cell(self, element: Element, cells: list[Spread]) -> None:
        self.counts.bear(0)
        properties = child(element, _CELL_PROPERTIES)
        start = cells[-1].end if cells else 0
        blocks = self.blocks_in(element)
        if cells and (_merge(properties, _MERGED_ALONG) == GOES_ON or start >= MOST_COLUMNS):
            cells[-1].end = min(start + 1, MOST_COLUMNS)
            cells[-1].blocks.extend(blocks)
            return
        width = _width(value(properties, _SPAN), 1)
        cells.append(
            Spread(start, min(start + width, MOST_COLUMNS), list(blocks), joined=_merge(properties, _MERGED_DOWN))
        )


def _widths(table: Element) -> list[int]:
    """Return the widths of the columns of the grid, of those that say none a wide one."""
    grid = child(table, w("tblGrid"))
    columns = [] if grid is None else list(grid.iterchildren(w("gridCol")))
    return [number(one.get(w("w"), "")) or _WIDE for one in columns[:MOST_COLUMNS]]


def _known(table: Id, ours: Sequence[list[tuple[Id, ...]]], heads: Sequence[bool]) -> tuple[Id, tuple[Id, ...]]:
    """Return who a table and its rows are: a head tells the table, and so does the first of two in one paragraph."""
    rows: list[Id] = []
    for found, head in zip(ours, heads, strict=True):
        own = found[0] if found else ()
        if not table and own and (head or len(own) > 1):
            table = own[0]
        rows.append("" if head or not own else own[-1])
    return table, tuple(rows) if any(rows) else ()


def _width(said: str, default: int) -> int:
    found = number(said)
    return default if found is None else min(max(found, default), MOST_COLUMNS)


def _merge(properties: Element | None, tag: str) -> str:
    """Return how a cell is merged: it begins, it goes on, or not at all."""
    found = child(properties, tag)
    if found is None:
        return ""
    return BEGINS if found.get(VAL, "") == BEGINS else GOES_ON
