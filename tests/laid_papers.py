"""Plans as other programs lay them out: the blocks that a reader of Word or PDF finds in their papers."""

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.documents.reading.laid_out.blocks import Align, Block, Marker, Paper, TableBlock, TableCell
from tthc_desktop.documents.reading.text.widths import width
from tthc_desktop.models import outline
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark, ordinal, printed
from tthc_desktop.models.plan import Appendix, Item, Node, Plan, cell, line_value, words
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table, numbers
from tthc_desktop.models.text import EMPTY, Run, Text, emphasised, join, plain, text

Blocks = list[Block | TableBlock]
A_LINE = 34.0
"""Ems between the margins of a page in 14 points."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How an office lays out: numbers typed or counted by the program, head and foot in tables or in lines.

    `torn` ends a paragraph at each printed line, `merged` merges cells that go on, and `across` those of group rows.
    """

    typed: bool = False
    framed: bool = True
    torn: bool = False
    across: bool = True
    known: bool = False


COUNTED = Layout()


def paper_of(plan: Plan, layout: Layout = COUNTED) -> Paper:
    """Return the paper of a plan."""
    writer = _Writer(plan, layout)
    blocks = [*writer.head(), *writer.body(), *writer.foot()]
    for appendix in plan.appendices:
        blocks.extend(writer.appendix(appendix))
    return Paper(tuple(_torn(blocks)) if layout.torn else tuple(blocks), stamps=plan.stamps)


class _Writer:
    def __init__(self, plan: Plan, layout: Layout) -> None:
        self.plan = plan
        self.layout = layout
        self.numbers = outline.numbers(plan.body)
        for appendix in plan.appendices:
            self.numbers |= outline.numbers(appendix.nodes)

    def head(self) -> Blocks:
        header = self.plan.header
        left = [_bold(name) for name in (header.parent_agency, header.agency) if name]
        left += [plain(f"Số: {header.number}/{header.symbol}")] if header.symbol else []
        right = [_bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), _bold("Độc lập - Tự do - Hạnh phúc")]
        dated = f"ngày {header.day or ''} tháng {header.month or ''} năm {header.year or ''}"
        right += [plain(f"{header.place}, {dated}" if header.place else dated)] if header.year else []
        title = [_bold(self.plan.kind), *([emphasised(self.plan.title, bold=True)] if self.plan.title else [])]
        title += [self.plan.attached] if self.plan.attached else []
        blocks = self._side_by_side(left, right)
        blocks += [Block(said, align=Align.CENTRE) for said in title]
        return [*blocks, *(Block(basis.text, known=self._known(basis.id)) for basis in self.plan.bases)]

    def foot(self) -> Blocks:
        left = [plain("Nơi nhận:")] if self.plan.recipients else []
        last = len(self.plan.recipients)
        for place, recipient in enumerate(self.plan.recipients, 1):
            sign, end = "+" if recipient.level else "-", "." if place == last else ";"
            left.append(plain(f"{sign} {recipient.text}{end}"))
        signatory = self.plan.signatory
        right = [_bold(line) for line in signatory.capacity] + ([_bold(signatory.name)] if signatory.name else [])
        return self._side_by_side(left, right)

    def body(self) -> Blocks:
        return list(self._nodes(self.plan.body))

    def appendix(self, appendix: Appendix) -> Blocks:
        label = outline.appendix_label(self.plan, appendix)
        blocks: Blocks = [Block(_bold(label), align=Align.CENTRE, known=self._known(appendix.id))]
        blocks += [Block(emphasised(appendix.title, bold=True), align=Align.CENTRE)] if appendix.title else []
        blocks += [Block(appendix.attached, align=Align.CENTRE)] if appendix.attached else []
        return [*blocks, *self._nodes(appendix.nodes, landscape=appendix.landscape)]

    def _side_by_side(self, left: list[Text], right: list[Text]) -> Blocks:
        if not (left or right):
            return []
        if not self.layout.framed:
            return [Block(said) for said in (*left, *right)]
        cells = tuple(TableCell(tuple(Block(said) for said in side)) for side in (left, right))
        return [TableBlock((cells,), ruled=False)]

    def _known(self, part: Id) -> Id:
        return part if self.layout.known else ""

    def _nodes(self, nodes: tuple[Node, ...], *, landscape: bool = False) -> Iterator[Block | TableBlock]:
        for node in nodes:
            if isinstance(node, Table):
                yield self._table(node, landscape)
                continue
            yield self._item(node)
            yield from self._nodes(node.children, landscape=landscape)
            for line in node.lines:
                label = plain(f"{line.label}: ")
                said = join((label, line_value(self.plan, node, line), plain(line.ending)))
                yield self._marked(said, line.mark, "")

    def _item(self, item: Item) -> Block:
        said = words(self.plan, item)
        said = emphasised(said, bold=True) if item.heading else said
        return self._marked(said, item.mark, self.numbers[item.id], self._known(item.id))

    def _marked(self, said: Text, mark: Mark, number: str, known: Id = "") -> Block:
        if mark is Mark.NONE:
            return Block(said, known=known)
        sign = printed(mark, number)
        if self.layout.typed:
            bold = bool(said) and all(run.bold for run in said.runs)
            return Block(text((Run(f"{sign} ", bold), *said.runs)), known=known)
        return Block(said, marker=Marker(mark, number, ordinal(mark, number) or 1, sign), known=known)

    def _table(self, table: Table, landscape: bool) -> TableBlock:
        rows = [*_head_rows(table.columns)]
        merged = _merged(table)
        for place, (row, number) in enumerate(zip(table.rows, numbers(table), strict=True)):
            rows.append(self._row(table, row, number, merged[place]))
        known = tuple([""] * (len(rows) - len(table.rows)) + [self._known(row.id) for row in table.rows])
        return TableBlock(tuple(rows), True, landscape, self._known(table.id), known)

    def _row(self, table: Table, row: Row, number: str, downs: dict[Id, int]) -> tuple[TableCell, ...]:
        style = table.levels[min(row.level, len(table.levels) - 1)]
        if row.kind is RowKind.GROUP and self.layout.across and table.number_in_title:
            sign = f"{printed(style, number)} " if number else ""
            return (_cell(emphasised(join((plain(sign), row.title)), bold=True), columns=len(table.columns)),)
        cells = []
        for column in table.columns:
            said = plain(number) if column.role is Role.NUMBER else cell(self.plan, row, column)
            if downs.get(column.id) == 0:
                continue
            cells.append(_cell(said, rows=downs.get(column.id, 1)))
        return tuple(cells)


def _merged(table: Table) -> list[dict[Id, int]]:
    """Return for each row over how many rows its cells go: 0 for one that a cell above covers."""
    found: list[dict[Id, int]] = [{} for _ in table.rows]
    for column in table.columns:
        start = 0
        for place, row in enumerate(table.rows):
            if place and column.id in row.continues:
                found[place][column.id] = 0
                found[start][column.id] = place - start + 1
            else:
                start = place
    return found


def _head_rows(columns: tuple[Column, ...]) -> Iterator[tuple[TableCell, ...]]:
    if not any(column.over for column in columns):
        if any(column.title for column in columns):
            yield tuple(_cell(emphasised(column.title, bold=True)) for column in columns)
        return
    upper: list[TableCell] = []
    lower: list[TableCell] = []
    place = 0
    while place < len(columns):
        over = columns[place].over
        end = place + 1
        while over and end < len(columns) and str(columns[end].over) == str(over):
            end += 1
        if over:
            upper.append(_cell(emphasised(over, bold=True), columns=end - place))
            lower.extend(_cell(emphasised(column.title, bold=True)) for column in columns[place:end])
        else:
            upper.append(_cell(emphasised(columns[place].title, bold=True), rows=2))
        place = end
    yield tuple(upper)
    yield tuple(lower)


def _cell(said: Text, columns: int = 1, rows: int = 1) -> TableCell:
    return TableCell((Block(said),) if said else (), columns, rows)


def _bold(said: str) -> Text:
    return emphasised(plain(said), bold=True) if said else EMPTY


def _torn(blocks: Blocks) -> Iterator[Block | TableBlock]:
    """Yield the paragraphs line by line, as a page would show them."""
    for block in blocks:
        if isinstance(block, TableBlock):
            yield block
            continue
        sign = f"{block.marker.shown} " if block.marker else ""
        bold = all(run.bold for run in block.text.runs)
        for line in _lines(f"{sign}{block.text}"):
            yield Block(text((Run(line, bold),)))


def _lines(said: str) -> Iterator[str]:
    line = ""
    for word in said.split():
        if line and width(f"{line} {word}") > A_LINE:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line
