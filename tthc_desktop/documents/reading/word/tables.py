"""Tables of Word: cells that go over columns and rows, heads that are repeated, lines around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.laid_out.blocks import Block, TableBlock, TableCell
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
from tthc_desktop.documents.reading.word.styles import Styles
from tthc_desktop.models.identity import Id

MOST_COLUMNS = 200
Blocks = tuple[Block | TableBlock, ...]
_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_SPAN, _MERGED_DOWN, _MERGED_ALONG = w("gridSpan"), w("vMerge"), w("hMerge")
_BEFORE, _AFTER, _HEAD = w("gridBefore"), w("gridAfter"), w("tblHeader")
_BEGINS, _GOES_ON = "restart", "continue"


@dataclass(slots=True)
class Spread:
    """A cell and the columns of the grid it goes over, before and after the last."""

    start: int
    end: int
    blocks: Blocks
    rows: int = 1
    joined: str = ""
    """Whether cells below go on from it, or it goes on from one above."""


@dataclass(slots=True)
class Tables:
    """Reads tables; `blocks_in` reads what stands in a cell, `heard` are the parts of our own that have begun."""

    styles: Styles
    counts: Counts
    blocks_in: Callable[[Element], Blocks]
    heard: list[Id]
    landscape: bool = False

    def read(self, table: Element, known: Id = "") -> TableBlock:
        """Return a table as a block."""
        rows: list[list[Spread]] = []
        heads: list[bool] = []
        ours: list[list[Id]] = []
        landscape = self.landscape
        for element in inside(table):
            if element.tag != ROW:
                continue
            properties = child(element, _ROW_PROPERTIES)
            if child(properties, DEL) is not None:
                self.counts.changes += 1
                continue
            before = len(self.heard)
            rows.append(_merged(rows, self._row(element, properties)))
            heads.append(has(properties, _HEAD))
            ours.append(self.heard[before:])
        own, known_rows = _known(known, ours, heads)
        return TableBlock(_cells(rows, heads), is_ruled(table, self.styles), landscape, own, known_rows)

    def _row(self, row: Element, properties: Element | None) -> list[Spread]:
        before = _width(value(properties, _BEFORE), 0)
        cells = [Spread(0, before, ())] if before else []
        for element in inside(row):
            if element.tag == CELL:
                self._cell(element, cells)
        if after := _width(value(properties, _AFTER), 0):
            start = cells[-1].end if cells else 0
            cells.append(Spread(start, min(start + after, MOST_COLUMNS), ()))
        return cells

    def _cell(self, element: Element, cells: list[Spread]) -> None:
        properties = child(element, _CELL_PROPERTIES)
        start = cells[-1].end if cells else 0
        blocks = self.blocks_in(element)
        if cells and (_merge(properties, _MERGED_ALONG) == _GOES_ON or start >= MOST_COLUMNS):
            cells[-1].end = min(start + 1, MOST_COLUMNS)
            cells[-1].blocks += blocks
            return
        width = _width(value(properties, _SPAN), 1)
        cells.append(Spread(start, min(start + width, MOST_COLUMNS), blocks, joined=_merge(properties, _MERGED_DOWN)))


def _known(table: Id, ours: Sequence[list[Id]], heads: Sequence[bool]) -> tuple[Id, tuple[Id, ...]]:
    """Return who a table and its rows are: a head tells the table's identity, so does the first of two in a row."""
    rows: list[Id] = []
    for own, head in zip(ours, heads, strict=True):
        tells_table = bool(own) and not table and (head or len(own) > 1)
        table = own[0] if tells_table else table
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
    return _BEGINS if found.get(VAL, "") == _BEGINS else _GOES_ON


def _merged(rows: Sequence[list[Spread]], row: list[Spread]) -> list[Spread]:
    """Return a row without the cells that go on from one above; their words and places go to that one."""
    kept = []
    for cell in row:
        owner = _owner(rows, cell) if cell.joined == _GOES_ON else None
        if owner is None:
            kept.append(cell)
        else:
            owner.rows += 1
            owner.blocks += cell.blocks
    return kept


def _owner(rows: Sequence[list[Spread]], cell: Spread) -> Spread | None:
    """Return the cell above that reaches down to just here over the same columns."""
    for place in range(len(rows) - 1, -1, -1):
        for above in rows[place]:
            if (above.start, above.end) == (cell.start, cell.end):
                return above if above.joined and place + above.rows == len(rows) else None
            if above.start < cell.end and cell.start < above.end:
                return None
    return None


def _cells(rows: Sequence[list[Spread]], heads: Sequence[bool]) -> tuple[tuple[TableCell, ...], ...]:
    """Return the cells over no more columns than the table has edges of cells."""
    edges = sorted({edge for row in rows for cell in row for edge in (cell.start, cell.end)})
    place = {edge: at for at, edge in enumerate(edges)}
    leading = next((at for at, head in enumerate(heads) if not head), 0)
    return tuple(
        tuple(TableCell(cell.blocks, place[cell.end] - place[cell.start], cell.rows, head=at < leading) for cell in row)
        for at, row in enumerate(rows)
    )
