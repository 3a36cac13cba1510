"""Tables of markup as tables of a plan: cells spread over what they cover, heads of any depth, merged cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, takewhile

from tthc_desktop.documents.reading.laid_out.blocks import Block, TableBlock, TableCell
from tthc_desktop.documents.reading.text.source import squeezed
from tthc_desktop.documents.reading.text.tables.building import TablePart, read_table, table_of
from tthc_desktop.documents.reading.text.tables.headings import Heading, columns, find_heading, known
from tthc_desktop.documents.reading.text.tables.marked_off import Cell, Grid
from tthc_desktop.documents.reading.text.tables.rows import Raw, number_of, read_rows
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import EMPTY, Text, join, plain

_LEAST_KNOWN = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the grid: its cell, and whether that cell began in a row above or a column before."""

    cell: Cell
    below: bool = False
    beside: bool = False
    columns: int = 1
    head: bool = False


Slots = tuple[tuple[Slot, ...], ...]


def width_of(table: TableBlock) -> int:
    """Return over how many columns the widest row goes."""
    return max(sum(cell.columns for cell in row) for row in table.rows)


def slots_of(table: TableBlock, numbers: Iterator[int]) -> Slots:
    """Spread the cells over the rows and columns that they cover; each row that has words is given a line number."""
    rows: list[dict[int, Slot]] = [{} for _ in table.rows]
    for place, row in enumerate(table.rows):
        words = [cell_words(cell) for cell in row]
        line = (next(numbers),) if any(words) else ()
        at = 0
        for cell, said in zip(row, words, strict=True):
            at = next(free for free in count(at) if free not in rows[place])
            _spread(rows, place, at, cell, Cell(said, line if said else ()))
            at += cell.columns
    width = max((max(row, default=-1) + 1 for row in rows), default=0)
    return tuple(tuple(row.get(place, Slot(Cell())) for place in range(width)) for row in rows)


def _spread(rows: list[dict[int, Slot]], place: int, at: int, cell: TableCell, own: Cell) -> None:
    for down in range(min(cell.rows, len(rows) - place)):
        for along in range(cell.columns):
            shown = own if not (down or along) else Cell(own.text if down and not along else EMPTY)
            rows[place + down].setdefault(at + along, Slot(shown, bool(down), bool(along), cell.columns, cell.head))


def cell_words(cell: TableCell) -> Text:
    """Return the words of a cell, a line for each of its paragraphs, with the signs of its lists."""
    return squeezed(join((_with_sign(block) for block in flat(cell.blocks)), "\n").runs)


def flat(blocks: Sequence[Block | TableBlock]) -> Iterator[Block]:
    """Yield the paragraphs in their order, those of tables too."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Block):
            yield block
        else:
            waiting.extend(inner for row in block.rows[::-1] for cell in row[::-1] for inner in cell.blocks[::-1])


def _with_sign(block: Block) -> Text:
    if block.marker is None:
        return block.text
    sign = block.marker.shown or printed(block.marker.mark, block.marker.number)
    return join((plain(f"{sign} "), block.text))


def read_slots(slots: Slots) -> tuple[list[Cell], TablePart]:
    """Return what stands above the head of the table, and the table."""
    heading = heading_of(slots)
    if heading is None:
        return [], _without_head(slots)
    above = [slot.cell for row in slots[: heading.start] for slot in row if slot.cell.lines]
    raws, merged, noise = _raws(slots[heading.end :], heading.columns)
    part = table_of(heading.columns, raws)
    rows = tuple(
        replace(row, continues=tuple(part.table.columns[place].id for place in places))
        for row, places in zip(part.table.rows, merged, strict=True)
    )
    part.table = replace(part.table, rows=rows)
    part.placed |= dict.fromkeys(noise, "")
    for row in slots[heading.start : heading.end]:
        part.placed |= {number: part.table.id for slot in row for number in slot.cell.lines}
    return above, part


def heading_of(slots: Slots) -> Heading | None:
    """Return the head of a table, None for a table that has none."""
    return _marked_heading(slots) or _known_heading(slots)


def _marked_heading(slots: Slots) -> Heading | None:
    """Return the heading that the markup itself marks, whatever its words."""
    rows = list(takewhile(lambda row: all(slot.head or not slot.cell.text for slot in row), slots))
    titles = [row for row in rows if any(slot.cell.text for slot in row)]
    if not titles or len(rows) == len(slots) > 1:
        return None
    start = 1 if len(rows) > 1 and _fills_row(rows[0]) else 0
    return Heading(columns(_leaves(slots[start : len(rows)])), start, len(rows))


def _known_heading(slots: Slots) -> Heading | None:
    """Return the heading that is known by its words; how far its cells reach down tells its depth."""
    for start, row in enumerate(slots[:4]):
        depth = 1 + max((_reach(slots, start, place) for place in range(len(row))), default=0)
        leaves = _leaves(slots[start : start + depth])
        titles = [f"{over} {title}".strip() for title, over in leaves]
        if depth > 1 and depth < len(slots) and known(titles) >= _LEAST_KNOWN:
            return Heading(columns(leaves), start, start + depth)
    return find_heading([[slot.cell for slot in row] for row in slots])


def _reach(slots: Slots, start: int, place: int) -> int:
    """Return over how many rows more the cell at a place of a row goes."""
    if slots[start][place].below:
        return 0
    return sum(1 for _ in takewhile(lambda row: row[place].below, slots[start + 1 :]))


def _leaves(head: Slots) -> list[tuple[Text, Text]]:
    """Return title and wider heading of each column: the lowest words, and those of the cells above them."""
    leaves = []
    for place in range(len(head[0])):
        words: list[Text] = []
        for row in head:
            owner = next(at for at in range(place, -1, -1) if not row[at].beside or at == 0)
            said = row[owner].cell.text
            if said and not row[owner].below:
                words.append(said)
        title = words[-1] if words else EMPTY
        leaves.append((title, join(words[:-1], " – ")))
    return leaves


def _raws(slots: Slots, own: Sequence[Column]) -> tuple[list[Raw], list[list[int]], list[int]]:
    """Return the rows, the places of the cells in each that are merged with the one above, and lines of no row."""
    raws: list[Raw] = []
    merged: list[list[int]] = []
    noise: list[int] = []
    for row in slots:
        if not any(slot.cell.lines for slot in row):  # only more of what began above
            continue
        cells = [
            Cell() if slot.below and column.role is Role.NUMBER else slot.cell
            for slot, column in zip(row, own, strict=True)
        ]
        found, left = read_rows([_alone(row) or cells], own)
        noise.extend(left)
        raws.extend(found)
        if found:
            merged.append([place for place, slot in enumerate(row) if slot.below and not slot.beside and raws[:-1]])
    return raws, merged, noise


def _alone(row: Sequence[Slot]) -> list[Cell]:
    """Return the one cell that fills a row."""
    return [row[0].cell] if _fills_row(row) and row[0].cell.text else []


def _fills_row(row: Sequence[Slot]) -> bool:
    return len(row) > 1 and row[0].columns >= len(row) and not row[0].below


def _without_head(slots: Slots) -> TablePart:
    """Return a plain table; a first row that counts already is no head."""
    rows = tuple(tuple(slot.cell for slot in row) for row in slots)
    lines = tuple(number for row in rows for cell in row for number in cell.lines)
    if number_of(rows[0][0].words)[0]:
        rows = (tuple(Cell() for _ in rows[0]), *rows)
    return read_table(Grid(rows, lines))
