"""A PDF with text as a paper: what belongs to pages alone put aside, paragraphs and tables made whole."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tthc_desktop.collecting import without_collecting
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, Step, TableBlock, TableCell, no_step
from tthc_desktop.documents.reading.pdf.arranging import Arranged, Boxed, Item, load_page
from tthc_desktop.documents.reading.pdf.edges import edge_lines
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.opening import damaged_pages, opened
from tthc_desktop.documents.reading.pdf.page_table import PageTable
from tthc_desktop.documents.reading.pdf.paragraphs import (
    Column,
    Standing,
    boxed,
    cell_column,
    column_of,
    paragraphs,
    pitch_of,
)
from tthc_desktop.documents.reading.pdf.sheet import Sheet
from tthc_desktop.documents.reading.pdf.sides import Sides
from tthc_desktop.documents.reading.pdf.telling import is_picture, problems, refuse_scan
from tthc_desktop.documents.reading.pdf.whole_table import WholeTable
from tthc_desktop.models.text import fold, join, plain

_MOTTO = re.compile(r"cong hoa xa|doc lap|dang cong san")


def read_pdf_paper(data: bytes, name: str, step: Step = no_step) -> Paper:
    """Read a PDF.

    Raises:
        UserError: it cannot be opened, is damaged, or shows pictures of pages only (a scan).
    """
    pages: list[Arranged] = []
    lost: list[int] = []
    with opened(data, name) as file:
        for number in range(file.pages):
            with without_collecting():
                page = load_page(file, number + 1, pages[-1] if pages else None)
            if page:
                pages.append(page)
            else:
                lost.append(number + 1)
            step(number + 1, file.pages)
        count = file.pages
    if not pages:
        raise damaged_pages(name)
    refuse_scan(pages, name)
    aside = _take_edges(pages)
    reading = _Reading(_columns(pages))
    for arranged_page in pages:
        reading.read(arranged_page)
    reading.close()
    return Paper(
        blocks=tuple(reading.blocks),
        pictures=sum(len(page.sheet.drawn.pictures) for page in pages if not is_picture(page.sheet)),
        aside=(*aside, *_beside_the_text(pages), *reading.aside),
        notes=tuple(_notes(pages)),
        stamps=tuple(seal.stamp for page in pages for seal in page.seals if seal.stamp),
        problems=tuple(problems(pages, lost)),
        pages=count,
    )


def _beside_the_text(pages: Sequence[Arranged]) -> Iterator[Block]:
    """Yield the lines of the signatures, a block for each, and what is written askew over a page."""
    for page in pages:
        if page.across.strip():
            yield Block(
                plain(" ".join(page.across.split())),
                place=page.sheet.place((0, 0, page.sheet.width, page.sheet.height)),
            )
        for seal in page.seals:
            yield Block(join([line.text for line in seal.lines], "\n"), place=page.sheet.place(seal.box))


def _notes(pages: Sequence[Arranged]) -> Iterator[Block]:
    """Yield the notes at the foot of the pages."""
    for page in pages:
        column = column_of(page.notes)
        yield from paragraphs([Standing(line, page.sheet, column) for line in page.notes])


def _take_edges(pages: Sequence[Arranged]) -> list[Block]:
    """Take page numbers and running heads off the pages."""
    aside: list[Block] = []
    for place, lines in edge_lines(pages).items():
        page = pages[place]
        taken = {id(line) for line in lines}
        page.items = [item for item in page.items if id(item) not in taken]
        aside += [Block(line.text, place=page.sheet.place(line.box)) for line in lines]
    return aside


def _columns(pages: Iterable[Arranged]) -> dict[tuple[int, int], Column]:
    """Return the column of the running text on pages of each size."""
    lines: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    edges: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for page in pages:
        size = _size(page.sheet)
        lines[size] += [item for item in page.items if isinstance(item, Line)]
        edges[size] += [item.box[side] for item in page.items if isinstance(item, PageTable) for side in (0, 2)]
    return {size: column_of(found, edges[size]) for size, found in lines.items()}


def _size(sheet: Sheet) -> tuple[int, int]:
    return round(sheet.width), round(sheet.height)


class _Reading:
    """Blocks as they come, page after page; the last paragraph and the last table wait for what goes on with them."""

    def __init__(self, columns: dict[tuple[int, int], Column]) -> None:
        self.blocks: list[Block | TableBlock] = []
        self.aside: list[Block] = []
        self._columns = columns
        self._lines: list[Standing] = []
        self._table: WholeTable | None = None

    def read(self, page: Arranged) -> None:
        """Read one more page."""
        for place, item in enumerate(page.items):
            self._read(item, page.sheet, first=place == 0)

    def _read(self, item: Item, sheet: Sheet, *, first: bool) -> None:
        if isinstance(item, Line):
            self._end_table()
            self._lines.append(Standing(item, sheet, self._columns[_size(sheet)]))
            return
        self._end_lines()
        if isinstance(item, PageTable):
            if self._table and not (first and self._table.takes(item)):
                self._end_table()
            self._table = self._table or WholeTable()
            self._table.add(item)
            return
        if isinstance(item, Boxed):
            column = cell_column(item.box, 2.0, pitch_of(item.lines))
            self._end_table()
            self.blocks += boxed(paragraphs([Standing(line, sheet, column) for line in item.lines]))
            return
        self._end_table()
        self.blocks.append(_beside(item, sheet))

    def close(self) -> None:
        """End what waits."""
        self._end_lines()
        self._end_table()

    def _end_lines(self) -> None:
        self.blocks += paragraphs(self._lines)
        self._lines = []

    def _end_table(self) -> None:
        if self._table:
            self.blocks.append(self._table.block())
            self.aside += self._table.aside
            self._table = None


def _beside(item: Sides, sheet: Sheet) -> TableBlock:
    """Return two columns as a table without lines."""
    heads = any(_MOTTO.match(fold(line.said)) for line in item.right)
    listed = heads or any(fold(line.said).startswith("noi nhan") for line in item.left)
    left = _listed(item.left, sheet) if listed else _each(item.left, sheet)
    right = _listed(item.right, sheet) if heads else _each(item.right, sheet)
    cells = TableCell(tuple(left)), TableCell(tuple(right))
    return TableBlock((cells,), ruled=False, places=(sheet.place(item.box),))


def _listed(lines: Sequence[Line], sheet: Sheet) -> Iterator[Block]:
    """Yield the lines of a list, those that go on with one together; its column is as wide as its longest line."""
    column = Column(min(line.left for line in lines), max(line.right for line in lines), pitch_of(lines), cell=True)
    yield from paragraphs([Standing(line, sheet, column) for line in lines])


def _each(lines: Sequence[Line], sheet: Sheet) -> Iterator[Block]:
    """Yield each line of a head or foot as a paragraph of its own."""
    column = column_of(lines)
    for line in lines:
        yield from paragraphs([Standing(line, sheet, column)])
