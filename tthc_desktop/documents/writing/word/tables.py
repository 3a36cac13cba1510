"""Tables as XML, row by row: as wide as in the print, their heading repeated, merged cells merged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

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
from tthc_desktop.models.table import Table


@dataclass(frozen=True, slots=True)
class _Room:
    """Between which edges the columns stand, in twips, and how the words are set."""

    edges: Sequence[int]
    look: Look
    letters: Letters
    """How those of the words differ from the style's."""

    def cell(self, left: int, right: int, inner: str, more: str = "") -> str:
        wide = self.edges[right] - self.edges[left]
        span = f'<w:gridSpan w:val="{right - left}"/>' if right - left > 1 else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{more}<w:vAlign w:val="center"/></w:tcPr>'
            f"{inner}</w:tc>"
        )


def table(plan: Plan, own: Table, styled: Styled, page: tuple[float, float]) -> Iterator[str]:
    """Yield a table as wide as the page's text; `page` is the width and height of the text area."""
    cells = grid(plan, own)
    widths = column_widths(cells, styled.rules, page[0])
    points = [0.0, *accumulate(widths.columns)]
    size = widths.look.size if widths.look.size != styled.rules.length("table_size") else 0.0
    room = _Room([twips(edge) for edge in points], widths.look, Letters(size))
    yield _beginning(room)
    heads = list(_heading(cells, room, styled))
    yield from heads
    body = Body(cells, points, widths.look)
    height = Heading(cells.columns, points, widths.look).height
    whole = int(max(page[1] - height, 0.0) * styled.rules.number("table_whole_row") / widths.look.leading)
    named = "" if heads else own.id
    for place, row in enumerate(_rows(cells)):
        inner = "".join(_cells(row, cells, place, room, styled))
        first, _, rest = inner.partition("</w:pPr>")
        start, _, end = rest.partition("</w:p>")
        start = styled.marks.around(named, styled.marks.around(own.rows[place].id, start))
        named = ""
        kept = "<w:cantSplit/>" if body.heights[place] <= whole else ""
        yield f"<w:tr>{f'<w:trPr>{kept}</w:trPr>' if kept else ''}{first}</w:pPr>{start}</w:p>{end}</w:tr>"
    if not heads and not cells.rows:
        yield f"<w:tr>{room.cell(0, len(points) - 1, element('ChuBang', styled.marks.around(own.id, '')))}</w:tr>"
    yield "</w:tbl>"


def _beginning(room: _Room) -> str:
    look, edges = room.look, room.edges
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    inside = look.rule / 2
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/><w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{cell_margins(look.side - inside, look.above - inside)}<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _heading(cells: Grid, room: _Room, styled: Styled) -> Iterator[str]:
    """Yield the rows of the heading, which Word repeats on each page; none where no column has a title."""
    found = list(heading_cells(cells.columns))
    if not any(cell.words for cell in found):
        return
    id_ = cells.table.id
    for level in range(max(cell.bottom for cell in found)):
        made = ""
        for cell in sorted((cell for cell in found if cell.top <= level < cell.bottom), key=lambda cell: cell.left):
            made += _head_cell(cell, level, room, styled, id_ if level == 0 and cell.left == 0 else "")
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>"


def _head_cell(cell: HeadingCell, level: int, room: _Room, styled: Styled, part: Id) -> str:
    tall = cell.bottom - cell.top > 1
    goes_on = tall and level > cell.top
    merge = ("<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>') if tall else ""
    inner = styled.runs("DauBang", () if goes_on else cell.words, room.letters, part)
    return room.cell(cell.left, cell.right, element("DauBang", inner, Setting(letters=room.letters)), merge)


def _rows(cells: Grid) -> Iterator[list[tuple[Cell | None, int, int]]]:
    """Yield the cells of each row with their edges; None where one from above goes on."""
    open_cells: dict[int, tuple[int, int]] = {}
    for row in cells.rows:
        found: list[tuple[Cell | None, int, int]] = [(cell, cell.left, cell.right) for cell in row]
        found += [(None, left, right) for left, (right, _) in open_cells.items()]
        open_cells = {left: (right, rest - 1) for left, (right, rest) in open_cells.items() if rest > 1}
        open_cells |= {cell.left: (cell.right, cell.rows - 1) for cell in row if cell.rows > 1}
        yield sorted(found, key=lambda each: each[1])


def _cells(
    row: Sequence[tuple[Cell | None, int, int]], cells: Grid, place: int, room: _Room, styled: Styled
) -> Iterator[str]:
    style = "NhomBang" if cells.groups[place] else "ChuBang"
    for cell, left, right in row:
        words: Paragraph = cell.words if cell else ()
        align = "center" if cell and cell.align is Align.CENTRE else ""
        merge = "<w:vMerge/>" if not cell else '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        setting = Setting(align=align, letters=room.letters)
        yield room.cell(left, right, element(style, styled.runs(style, words, room.letters), setting), merge)
