"""A table over several pages as one: heads repeated put aside, rows torn by a page's end made whole again."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.documents.reading.laid_out.blocks import Block, TableBlock, TableCell
from tthc_desktop.documents.reading.pdf.page_table import PageCell, PageTable
from tthc_desktop.documents.reading.pdf.paragraphs import Standing, is_full, paragraphs
from tthc_desktop.documents.reading.text.tables.headings import known
from tthc_desktop.models.text import join

_EDGE = 3.5
_MOST_HEAD = 4
_LEAST_KNOWN = 3
_ENDED = re.compile(r"[.;:!?][\"”’')\]]*$|\./\.$")


@dataclass(slots=True)
class _Cell:
    left: float
    right: float
    rows: int
    parts: list[tuple[PageTable, PageCell]]
    cut: bool = False
    """Whether it is the rest of a cell below a head from which no line parts it."""

    @property
    def said(self) -> str:
        return " ".join(cell.said for _, cell in self.parts if cell.lines)


@dataclass(slots=True)
class _Row:
    cells: list[_Cell]
    place: Place


@dataclass(slots=True)
class WholeTable:
    """A table while page after page is added to it."""

    pages: list[PageTable] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)

    def takes(self, page: PageTable) -> bool:
        """Tell whether a table at the top of the next page goes on with this one."""
        last = self.pages[-1]
        shift = page.xs[0] - last.xs[0]
        if abs((page.xs[-1] - page.xs[0]) - (last.xs[-1] - last.xs[0])) > _EDGE or page.ruled != last.ruled:
            return False
        ours = [edge for table in self.pages for edge in table.xs]
        edges = [edge - shift for edge in page.xs]
        fewer, more = (edges, ours) if len(edges) <= len(set(ours)) else (list(last.xs), edges)
        if not all(any(abs(edge - other) <= _EDGE for other in more) for edge in fewer):
            return False
        return self._repeated(_rows(page)) > 0 or not _has_own_head(page)

    def add(self, page: PageTable) -> None:
        """Add what the table shows on one more page."""
        rows = _rows(page)
        if self.pages:
            repeated = self._repeated(rows)
            self.aside += [_aside(row) for row in rows[:repeated]]
            rows = _below_head(rows, repeated)
            if rows and self._is_torn(rows[0]):
                self._mend(rows.pop(0))
            if rows:
                self._go_on(rows[0])
        self.pages.append(page)
        self.rows += rows

    def _repeated(self, rows: Sequence[_Row]) -> int:
        """Return how many rows at the top are the table's head again."""
        if not self.pages:
            return 0
        same = 0
        for ours, theirs in zip(self.rows[:_MOST_HEAD], rows, strict=False):
            if _said(ours) != _said(theirs) or not any(_said(ours)):
                break
            same += 1
        return same

    def _is_torn(self, row: _Row) -> bool:
        """Tell whether the first row of a page is the rest of the last row of the page before."""
        if not self.rows or _first_said(row):
            return False
        pairs = [(self._reaching(cell), cell) for cell in row.cells]
        if any(above is None or (cell.said and not above.said) for above, cell in pairs):
            return False
        return any(above and cell.said and cell.rows == 1 and _flows(above, cell) for above, cell in pairs)

    def _mend(self, row: _Row) -> None:
        for cell in row.cells:
            above = self._reaching(cell)
            assert above is not None
            if cell.said != above.said or max(cell.rows, above.rows) == 1:
                above.parts += cell.parts
            above.rows += cell.rows - 1

    def _go_on(self, first: _Row) -> None:
        """Let merged cells go over the rows of both pages: their label is drawn on both, or on the first alone."""
        for cell in list(first.cells):
            above = self._reaching(cell)
            if above is None or not above.said or cell.said not in {"", above.said}:
                continue
            repeated = bool(cell.said) and max(above.rows, cell.rows) > 1 and len(first.cells) > 1
            if repeated or cell.cut or (not cell.said and cell.rows > 1):
                above.rows += cell.rows
                first.cells.remove(cell)

    def _reaching(self, cell: _Cell) -> _Cell | None:
        """Return the cell above that ends at the page's end."""
        for back, row in enumerate(reversed(self.rows), 1):
            for above in row.cells:
                if _alike(above, cell):
                    return above if above.rows == back else None
        return None

    def block(self) -> TableBlock:
        """Return the table."""
        xs = _merged([edge - page.xs[0] for page in self.pages for edge in page.xs])
        rows = tuple(tuple(_table_cell(cell, xs) for cell in row.cells) for row in self.rows)
        sheet = self.pages[0].sheet
        return TableBlock(
            rows=rows,
            ruled=self.pages[0].ruled,
            landscape=sheet.width > sheet.height,
            places=tuple(row.place for row in self.rows),
        )


def _rows(page: PageTable) -> list[_Row]:
    left = page.xs[0]
    rows = []
    for number in range(len(page.ys) - 1):
        cells = [
            _Cell(cell.box[0] - left, cell.box[2] - left, cell.bottom - cell.top, [(page, cell)])
            for cell in page.starting(number)
        ]
        place = page.sheet.place((page.xs[0], page.ys[number], page.xs[-1], page.ys[number + 1]))
        rows.append(_Row(cells, place))
    return rows


def _below_head(rows: list[_Row], head: int) -> list[_Row]:
    """Return the rows below a head; a cell that no line parts from the head goes on with what stood above it."""
    below = rows[head:]
    if not below:
        return below
    for place, row in enumerate(rows[:head]):
        for cell in row.cells:
            more = place + cell.rows - head
            if more > 0:
                below[0].cells.append(_Cell(cell.left, cell.right, more, [], cut=True))
    below[0].cells.sort(key=lambda cell: cell.left)
    return below


def _alike(one: _Cell, other: _Cell) -> bool:
    """Tell whether two cells stand in the same columns."""
    return abs(one.left - other.left) <= _EDGE and abs(one.right - other.right) <= _EDGE


def _said(row: _Row) -> list[str]:
    return [cell.said for cell in row.cells]


def _first_said(row: _Row) -> str:
    return row.cells[0].said if row.cells else ""


def _has_own_head(page: PageTable) -> bool:
    return any(
        known([cell.said for cell in page.starting(row)]) >= _LEAST_KNOWN for row in range(min(2, len(page.ys) - 1))
    )


def _flows(before: _Cell, after: _Cell) -> bool:
    """Tell whether the words of a cell go on in another: its last line is full and no sentence ends there."""
    page, above = before.parts[-1]
    _, below = after.parts[0]
    if not above.lines or not below.lines:
        return False
    column = page.column(above)
    last, first = above.lines[-1], below.lines[0]
    if first.said[0].islower():
        return True
    return is_full(Standing(last, page.sheet, column), first) and not _ENDED.search(last.said)


def _aside(row: _Row) -> Block:
    cells = [join([block.text for block in paragraphs(list(_standing(cell)))], " ") for cell in row.cells]
    return Block(join(filter(None, cells), " | "), place=row.place)


def _merged(edges: Sequence[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _EDGE:
            found.append(edge)
    return found


def _table_cell(cell: _Cell, xs: Sequence[float]) -> TableCell:
    first, last = _nearest(xs, cell.left), _nearest(xs, cell.right)
    blocks = paragraphs(list(_standing(cell)))
    return TableCell(tuple(blocks), columns=max(1, last - first), rows=cell.rows)


def _nearest(xs: Sequence[float], x: float) -> int:
    at = bisect_left(xs, x)
    return min((place for place in (at - 1, at) if 0 <= place < len(xs)), key=lambda place: abs(xs[place] - x))


def _standing(cell: _Cell) -> Iterator[Standing]:
    for page, part in cell.parts:
        column = page.column(part)
        for line in part.lines:
            yield Standing(line, page.sheet, column)
