"""Tables that the ends of pages cut, as programs leave them that turn PDF into Word: made whole again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from tthc_desktop.documents.reading.laid_out.blocks import Block, TableBlock, TableCell
from tthc_desktop.documents.reading.laid_out.tables import cell_words, heading_of, slots_of, width_of
from tthc_desktop.documents.reading.text.tables.headings import repeats
from tthc_desktop.documents.reading.text.tables.marked_off import Cell
from tthc_desktop.documents.reading.text.tables.rows import number_of
from tthc_desktop.models.numbering import ordinal

Row = tuple[TableCell, ...]
_T = TypeVar("_T")


def stitched(blocks: Sequence[Block | TableBlock]) -> Iterator[Block | TableBlock]:
    """Yield the blocks with each table that goes on from the one before, with nothing between them, added to it."""
    before: TableBlock | None = None
    for block in blocks:
        if isinstance(block, TableBlock) and before is not None and _goes_on(before, block):
            before = _joined(before, block)
            continue
        if isinstance(block, Block) and not str(block.text).strip():
            continue
        if before is not None:
            yield before
        before = block if isinstance(block, TableBlock) else None
        if before is None:
            yield block
    if before is not None:
        yield before


def _goes_on(first: TableBlock, second: TableBlock) -> bool:
    """Tell whether a table is the rest of another: as wide, under the same head or under none, and counting on."""
    if second.known not in {"", first.known} or width_of(first) != width_of(second):
        return False
    slots = slots_of(first, iter(range(1, len(first.rows) + 1)))
    heading = heading_of(slots)
    if heading is None:
        return False
    rows = list(second.rows)
    while rows and repeats(heading.columns, [Cell(cell_words(cell)) for cell in rows[0]]):
        rows.pop(0)
    if len(rows) == len(second.rows) and heading_of(slots_of(second, iter(range(1, len(rows) + 1)))):
        return False
    return bool(rows) and not _begins_anew(first.rows[heading.end :], rows[0])


def _begins_anew(before: Sequence[Row], row: Row) -> bool:
    """Tell whether a row begins to count as the table before it did, and not below a title across its last row."""
    number, style = number_of(str(cell_words(row[0]))) if row else ("", None)
    if style is None or ordinal(style, number) != 1 or not before:
        return False
    return len(before[-1]) > 1 and any(cells and str(cell_words(cells[0])).rstrip(".") == number for cells in before)


def _joined(first: TableBlock, second: TableBlock) -> TableBlock:
    return replace(
        first,
        rows=(*first.rows, *second.rows),
        landscape=first.landscape or second.landscape,
        known_rows=(*_padded(first.known_rows, first, ""), *_padded(second.known_rows, second, "")),
        places=(*_padded(first.places, first, None), *_padded(second.places, second, None)),
    )


def _padded(said: tuple[_T, ...], table: TableBlock, nothing: _T) -> tuple[_T, ...]:
    return (*said, *(nothing for _ in range(len(table.rows) - len(said))))
