"""What stands on a page from top to bottom: lines, tables, boxes, parts side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.pdf.aligned import aligned_table, continued_table
from tthc_desktop.documents.reading.pdf.composing import Glyph
from tthc_desktop.documents.reading.pdf.footnotes import take_footnotes
from tthc_desktop.documents.reading.pdf.framed import unframed
from tthc_desktop.documents.reading.pdf.grids import RuledGrid, grids
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.lines import lines, whole_lines
from tthc_desktop.documents.reading.pdf.opening import Opened
from tthc_desktop.documents.reading.pdf.page_table import PageTable, middle, page_table
from tthc_desktop.documents.reading.pdf.seals import Seal, take_seals
from tthc_desktop.documents.reading.pdf.sheet import Sheet, load_sheet
from tthc_desktop.documents.reading.pdf.sides import Sides, rows_of, side_by_side
from tthc_desktop.documents.reading.pdf.turning import askew, turned_lines
from tthc_desktop.documents.reading.pdf.view import Box

_FRAME = 0.35
"""A single box over so much of the page is a frame around it."""


@dataclass(slots=True)
class Boxed:
    """Lines in a box of their own."""

    box: Box
    lines: list[Line]


Item = Line | Sides | PageTable | Boxed


@dataclass(slots=True)
class Arranged:
    """A page and what stands on it, in reading order."""

    sheet: Sheet
    items: list[Item]
    seals: list[Seal] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    across: str = ""
    """What is written askew over the page."""
    letters: int = 0
    """How many letters of its own the page has, those of signatures left out."""
    hidden: float = 0.0
    """The share of its characters that cannot be seen: those that a machine recognised below a picture."""


def load_page(file: Opened, number: int, before: "Arranged | None" = None) -> Arranged | None:
    """Read what stands on a page of a file, from 1; None when it is damaged. `before` is the page before it."""
    sheet = load_sheet(file, number)
    return arranged(sheet, before) if sheet else None


def arranged(sheet: Sheet, before: Arranged | None = None) -> Arranged:
    """Return what stands on a page in the order in which it is read; the characters themselves are let go."""
    written = sheet.written
    found = [part for grid in grids(sheet.drawn) if not _is_frame(grid, sheet) for part in unframed(grid)]
    inside, outside = _shared_out(sheet.glyphs, found)
    items: list[Item] = [item for grid, held in zip(found, inside, strict=True) for item in _of_grid(sheet, grid, held)]
    seals, rest = take_seals(lines(outside))
    signed, fields = take_seals(lines(sheet.attached))
    seals += signed
    rest += fields
    for item in [item for item in items if isinstance(item, Boxed)]:
        of_box, left = take_seals(item.lines)
        if of_box and not left:
            seals += of_box
            items.remove(item)
    notes, rest = take_footnotes(rest, sheet.drawn.strokes, sheet.height)
    found_tables, rest = _aligned(sheet, rest, found, before)
    items.extend(found_tables)
    items.extend(side_by_side(rest))
    items.extend(_not_in_cells(items, turned_lines(written)))
    items.sort(key=lambda item: item.box[1])
    sealed = "".join(line.said for seal in seals for line in seal.lines)
    letters = sum(glyph.char.isalpha() for glyphs in (written.upright, *written.turned.values()) for glyph in glyphs)
    hidden = sum(glyph.look.hidden for glyph in written.upright) / max(1, len(written.upright))
    page = Arranged(sheet, items, seals, notes, askew(written), letters - sum(map(str.isalpha, sealed)), hidden)
    written.upright, written.turned = [], {}
    return page


def _aligned(
    sheet: Sheet, pieces: Sequence[Line], found: Sequence[RuledGrid], before: Arranged | None
) -> tuple[list[PageTable], list[Line]]:
    """Return the tables without lines between their columns, and the pieces that are in none."""
    tops = [grid.box for grid in found]
    strokes = [stroke for stroke in sheet.drawn.strokes if not any(box[1] <= stroke.at <= box[3] for box in tops)]
    rows = rows_of(pieces)
    tables: list[PageTable] = []
    open_table = _unruled_at_end(before)
    if open_table and (going_on := continued_table(sheet, rows, strokes, open_table)):
        tables.append(going_on[0])
        rows = rows[: going_on[1]] + rows[going_on[2] :]
    while made := aligned_table(sheet, rows, strokes):
        table, first, end = made
        tables.append(table)
        rows = rows[:first] + rows[end:]
    return tables, [piece for row in rows for piece in row]


def _unruled_at_end(page: Arranged | None) -> PageTable | None:
    """Return the table without lines that ends a page, but for a number below it."""
    items = page.items if page else []
    if len(items) > 1 and isinstance(items[-1], Line) and items[-1].said.isdecimal():
        items = items[:-1]
    last = items[-1] if items else None
    return last if isinstance(last, PageTable) and not last.ruled else None


def _not_in_cells(items: Sequence[Item], turned: Iterable[Line]) -> Iterator[Line]:
    """Put turned lines into the cells where they stand, and yield the others."""
    tables = [item for item in items if isinstance(item, PageTable)]
    for line in turned:
        x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
        around = (
            cell
            for table in tables
            for cell in table.cells
            if cell.box[0] <= x <= cell.box[2] and cell.box[1] <= y <= cell.box[3]
        )
        cell = next(around, None)
        if cell is None:
            yield line
        else:
            cell.lines.append(line)


def _is_frame(grid: RuledGrid, sheet: Sheet) -> bool:
    left, top, right, bottom = grid.box
    return len(grid.cells) == 1 and (right - left) * (bottom - top) > _FRAME * sheet.width * sheet.height


def _shared_out(glyphs: Sequence[Glyph], found: Sequence[RuledGrid]) -> tuple[list[list[Glyph]], list[Glyph]]:
    """Give each character to the smallest grid around it."""
    inside: list[list[Glyph]] = [[] for _ in found]
    outside: list[Glyph] = []
    by_size = sorted(range(len(found)), key=lambda place: _area(found[place].box))
    for glyph in glyphs:
        x, y = middle(glyph)
        for place in by_size:
            left, top, right, bottom = found[place].box
            if left <= x <= right and top <= y <= bottom:
                inside[place].append(glyph)
                break
        else:
            outside.append(glyph)
    return inside, outside


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _of_grid(sheet: Sheet, grid: RuledGrid, held: Sequence[Glyph]) -> Iterator[Item]:
    if not any(not glyph.char.isspace() for glyph in held):
        return
    if len(grid.cells) == 1:
        yield Boxed(grid.box, whole_lines(held))
    else:
        yield page_table(sheet, grid, held)
