"""Tables that only put parts of a page side by side: a letter's frame, the head or foot of a paper."""

from collections.abc import Iterator, Sequence

from tthc_desktop.documents.reading.laid_out.blocks import Block, TableBlock
from tthc_desktop.documents.reading.laid_out.tables import flat, heading_of, slots_of, width_of
from tthc_desktop.documents.reading.text.tail import is_capacity
from tthc_desktop.models.text import fold

_FEW_COLUMNS, _FEW_ROWS = 2, 3
_OPENS_FOOT = "noi nhan"


def unframed(blocks: Sequence[Block | TableBlock]) -> Iterator[Block | TableBlock]:
    """Yield the blocks with those in place of a table that only lays out the page."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, TableBlock) and lays_out(block):
            waiting.extend(reversed(_inside(block)))
        else:
            yield block


def lays_out(table: TableBlock) -> bool:
    """Tell whether a table only puts parts of a page side by side."""
    if not any(table.rows):
        return True
    if width_of(table) == 1 or any(width_of(inner) > 1 for inner in _tables_in(table)):
        return True
    own = [block for row in table.rows for cell in row for block in cell.blocks if isinstance(block, Block)]
    said = [line for block in own for line in str(block.text).split("\n")]
    if any("cong hoa xa" in words or words.startswith((_OPENS_FOOT, "kinh gui")) for words in map(fold, said)):
        return True
    return table.ruled is False and not _has_heading(table) and (_is_small(table) or any(map(is_capacity, said)))


def _tables_in(table: TableBlock) -> list[TableBlock]:
    cells = (cell for row in table.rows for cell in row)
    return [block for cell in cells for block in cell.blocks if isinstance(block, TableBlock) and any(block.rows)]


def _is_small(table: TableBlock) -> bool:
    return width_of(table) <= _FEW_COLUMNS or len(table.rows) < _FEW_ROWS


def _has_heading(table: TableBlock) -> bool:
    return heading_of(slots_of(table, iter(range(1, len(table.rows) + 1)))) is not None


def _inside(table: TableBlock) -> list[Block | TableBlock]:
    """Return what stands in the cells: row by row, in the foot of a paper column by column."""
    placed = [(row, column, cell) for row, cells in enumerate(table.rows) for column, cell in enumerate(cells)]
    if any(fold(str(block.text)).startswith(_OPENS_FOOT) for _, _, cell in placed for block in flat(cell.blocks)):
        placed.sort(key=lambda one: one[1])
    return [block for _, _, cell in placed for block in cell.blocks]
