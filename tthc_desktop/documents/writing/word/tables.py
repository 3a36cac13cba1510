"""Tables as XML, row by row: as wide as in the print, their heading repeated, merged cells merged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Align
from tthc_desktop.documents.writing.pdf.lines import Paragraph
from tthc_desktop.documents.writing.pdf.table.body import Body
from tthc_desktop.documents.writing.pdf.table.grid import Cell, Grid, grid
from tthc_desktop.documents.writing.pdf.table.heading import Heading, HeadingCell, heading_cells
from tthc_desktop.documents.writing.pdf.table.look import Look
from tthc_desktop.documents.writing.pdf.table.widths import column_widths
from tthc_desktop.documents.writing.word.lettering import Letters
from tthc_desktop.documents.writing.word.markup import twips
from tthc_desktop.documents.writing.word.paragraphs import Setting, element
from tthc_desktop.documents.writing.word.styled import Styled
from tthc_desktop.documents.writing.word.styles import cell_margins
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Row, RowKind, Table

_BEGINS, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


Spread = tuple[Cell | None, int, int]
"""A cell with the columns it goes from and to; None where one from above goes on."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Between which edges the columns stand, in twips, and how the words are set."""

    edges: Sequence[int]
    look: Look
    letters: Letters
    """How those of the words differ from the style's."""
    styled: Styled

    def cell(self, left: int, right: int, inner: str, more: str = "") -> str:
        wide = self.edges[right] - self.edges[left]
        span = f'<w:gridSpan w:val="{right - left}"/>' if right - left > 1 else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{more}<w:vAlign w:val="center"/></w:tcPr>'
            f"{inner}</w:tc>"
        )

    def paragraph(self, style: str, words: Paragraph, parts: Sequence[Id] = (), align: str = "") -> str:
        """Return the paragraph of a cell, in the bookmarks of some parts of the plan."""
        inner = self.styled.runs(style, words, self.letters)
        for part in reversed(parts):
            inner = self.styled.marks.around(part, inner)
        return element(style, inner, Setting(letters=self.letters, align=align))


def table(plan: Plan, own: Table, styled: Styled, page: tuple[float, float]) -> Iterator[str]:
    """Yield a table as wide as the page's text; `page` is the width and height of the text area."""
    cells = grid(plan, own)
    widths = column_widths(cells, styled.rules, page[0])
    points, look = [0.0, *accumulate(widths.columns)], widths.look
    size = look.size if look.size != styled.rules.length("table_size") else 0.0
    room = _Room([twips(edge) for edge in points], look, Letters(size), styled)
    yield _beginning(room)
    heads = list(_heading(cells, room))
    yield from heads
    whole = _whole(Heading(cells.columns, points, look).height, look, styled.rules, page[1])
    named = () if heads else (own.id,)
    for row, source, lines in zip(_rows(cells), own.rows, Body(cells, points, look).heights, strict=True):
        kept = "<w:trPr><w:cantSplit/></w:trPr>" if lines <= whole else ""
        yield f"<w:tr>{kept}{''.join(_cells(row, source, (*named, source.id), room))}</w:tr>"
        named = ()
    if not heads and not own.rows:
        yield f"<w:tr>{room.cell(0, len(points) - 1, room.paragraph('ChuBang', (), named))}</w:tr>"
    yield "</w:tbl>"


def _whole(heading: float, look: Look, rules: Rules, height: float) -> int:
    """Return the lines of the tallest row that no page cuts, as the print has it."""
    return int(max(height - heading, 0.0) * rules.number("table_whole_row") / look.leading)


def _beginning(room: _Room) -> str:
    """Return what precedes the rows. A row is as high as its rules and what they enclose, so it has less room above."""
    look, edges = room.look, room.edges
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/><w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{cell_margins(look.side, look.above - look.rule / 2)}<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _heading(cells: Grid, room: _Room) -> Iterator[str]:
    """Yield the rows of the heading, which Word repeats on each page; none where no column has a title.

    Where there is nothing below it, it is an ordinary row: LibreOffice shows no table of heads alone across pages.
    """
    found = sorted(heading_cells(cells.columns), key=lambda cell: cell.left)
    if not any(cell.words for cell in found):
        return
    repeated = "<w:tblHeader/>" if cells.rows else ""
    for level in range(max(cell.bottom for cell in found)):
        here = [cell for cell in found if cell.top <= level < cell.bottom]
        parts = [(cells.table.id,) if level == place == 0 else () for place in range(len(here))]
        made = (_head_cell(cell, level, room, part) for cell, part in zip(here, parts, strict=True))
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(made)}</w:tr>"


def _head_cell(cell: HeadingCell, level: int, room: _Room, parts: Sequence[Id]) -> str:
    tall = cell.bottom - cell.top > 1
    goes_on = tall and level > cell.top
    merge = (_GOES_ON if goes_on else _BEGINS) if tall else ""
    return room.cell(cell.left, cell.right, room.paragraph("DauBang", () if goes_on else cell.words, parts), merge)


def _rows(cells: Grid) -> Iterator[Sequence[Spread]]:
    """Yield the cells of each row in the order of the columns."""
    open_cells: dict[int, tuple[int, int]] = {}
    for row in cells.rows:
        found: list[Spread] = [(cell, cell.left, cell.right) for cell in row]
        found += [(None, left, right) for left, (right, _) in open_cells.items()]
        open_cells = {left: (right, rest - 1) for left, (right, rest) in open_cells.items() if rest > 1}
        open_cells |= {cell.left: (cell.right, cell.rows - 1) for cell in row if cell.rows > 1}
        yield sorted(found, key=lambda each: each[1])


def _cells(row: Sequence[Spread], source: Row, parts: Sequence[Id], room: _Room) -> Iterator[str]:
    """Yield the cells of a row; its bookmarks stand in the first that is no lower part of a merge."""
    style = "NhomBang" if source.kind is RowKind.GROUP else "ChuBang"
    marked = next((place for place, (cell, _, _) in enumerate(row) if cell), 0)
    for place, (cell, left, right) in enumerate(row):
        align = "center" if cell and cell.align is Align.CENTRE else ""
        merge = _GOES_ON if not cell else _BEGINS if cell.rows > 1 else ""
        words = cell.words if cell else ()
        inner = room.paragraph(style, words, parts if place == marked else (), align)
        yield room.cell(left, right, inner, merge)
