"""What stands in which cell of a table, before anything is measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.blocks import Align
from tthc_desktop.documents.writing.pdf.lines import Paragraph, paragraph, plain_words
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table, numbers

_CENTRED = frozenset({Role.NUMBER, Role.DEADLINE, Role.UNIT, Role.VALUE})


class Cell(NamedTuple):
    """Words in the columns `left` up to `right` of the rows `top` up to `bottom`."""

    top: int
    bottom: int
    left: int
    right: int
    words: Paragraph
    align: Align

    @property
    def rows(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of each row in reading order, a merged one in its first row; and which rows are groups."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    groups: Sequence[bool]


def grid(plan: Plan, table: Table) -> Grid:
    """Return the cells of a table."""
    if not table.columns:
        table = replace(table, columns=(Column("", Role.CONTENT),))
    rows: list[list[Cell]] = []
    above: dict[int, Cell] = {}
    bottoms: dict[tuple[int, int], int] = {}
    for place, (row, number) in enumerate(zip(table.rows, numbers(table), strict=True)):
        if row.kind is RowKind.GROUP:
            above = {}
            rows.append(list(_group(plan, table, row, number, place)))
            continue
        cells = [_cell(plan, row, at, column, number, place) for at, column in enumerate(table.columns)]
        goes_on = {found.left for found in cells if _continues(table, row, above.get(found.left), found)}
        above = {found.left: above[found.left] if found.left in goes_on else found for found in cells}
        bottoms |= {(above[left].top, left): place + 1 for left in goes_on}
        rows.append([found for found in cells if found.left not in goes_on])
    for top in {top for top, _ in bottoms}:
        rows[top] = [_extended(found, bottoms) for found in rows[top]]
    return Grid(table.columns, rows, [row.kind is RowKind.GROUP for row in table.rows])


def _extended(found: Cell, bottoms: dict[tuple[int, int], int]) -> Cell:
    return found._replace(bottom=bottoms.get((found.top, found.left), found.bottom))


def _continues(table: Table, row: Row, above: Cell | None, found: Cell) -> bool:
    """Tell whether a cell is the lower part of the one above; different words are never hidden below a merge."""
    column = table.columns[found.left]
    if above is None or column.id not in row.continues:
        return False
    counted = column.role is Role.NUMBER and not _holds(row, column)
    return counted or not found.words or found.words == above.words


def _holds(row: Row, column: Column) -> bool:
    return any(column_id == column.id and words for column_id, words in row.cells)


def _cell(plan: Plan, row: Row, at: int, column: Column, number: str, place: int) -> Cell:
    words = paragraph(cell(plan, row, column))
    if column.role is Role.NUMBER and not words:
        words = plain_words(number)
    return Cell(place, place + 1, at, at + 1, words, _align(column))


def _group(plan: Plan, table: Table, row: Row, number: str, place: int) -> Iterator[Cell]:
    """Yield a group's number and its title, which runs up to the next cell that holds words of its own."""
    columns = table.columns
    own = {at: words for at, column in enumerate(columns) if (words := _own_words(plan, row, column))}
    title = paragraph(row.title, bold=True)
    left = 0
    if columns[0].role is Role.NUMBER and len(columns) > 1 and not table.number_in_title:
        first = own.pop(0, None) or plain_words(number, bold=True)
        yield Cell(place, place + 1, 0, 1, first, Align.CENTRE)
        left = 1
    elif number:
        title = plain_words(f"{printed(_mark(table, row), number)} ", bold=True) + title
    starts = [left, *(at for at in sorted(own) if at > left)]
    for start, end in zip(starts, [*starts[1:], len(columns)], strict=True):
        words = own.get(start, ())
        if start == left:
            words = title + (plain_words(" ") if title and words else ()) + words
        align = Align.LEFT if start == left else _align(columns[start])
        yield Cell(place, place + 1, start, end, words, align)


def _own_words(plan: Plan, row: Row, column: Column) -> Paragraph:
    """Return what a group's row holds in a column beside its title."""
    return paragraph(cell(plan, row, column), bold=True) if _holds(row, column) else ()


def is_centred(column: Column) -> bool:
    """Tell whether the column holds numbers, units or deadlines, which stand in the middle."""
    return column.role in _CENTRED


def _align(column: Column) -> Align:
    return Align.CENTRE if is_centred(column) else Align.LEFT


def _mark(table: Table, row: Row) -> Mark:
    return table.levels[min(row.level, len(table.levels) - 1)] if table.levels else Mark.NONE
