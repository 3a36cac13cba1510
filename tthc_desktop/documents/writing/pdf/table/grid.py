"""What stands in which cell of a table, before anything is measured."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.blocks import Align
from tthc_desktop.documents.writing.pdf.lines import Paragraph, paragraph, plain_words
from tthc_desktop.documents.writing.pdf.table.measure import Measure, measure
from tthc_desktop.models.charts import is_lone_figure
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table, numbers
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text

_CENTRED = frozenset({Role.NUMBER, Role.DEADLINE, Role.UNIT, Role.VALUE})


class Cell(NamedTuple):
    """Words in the columns `left` up to `right` of so many rows, from the one that holds the cell."""

    left: int
    right: int
    words: Paragraph
    align: Align
    measure: Measure
    rows: int = 1


class Read(NamedTuple):
    """The cells of a row, and all that they were read from."""

    row: Row
    held: Task | Target | None
    number: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of each row in reading order, a merged one in its first row."""

    table: Table
    rows: Sequence[Sequence[Cell]]
    read: Mapping[Id, Read]

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns

    @property
    def groups(self) -> list[bool]:
        """Tell which rows are groups."""
        return [row.kind is RowKind.GROUP for row in self.table.rows]


def grid(plan: Plan, table: Table, before: Grid | None = None) -> Grid:
    """Return the cells of a table; rows that are what they were in the grid before are taken from there."""
    if not table.columns:
        table = replace(table, columns=(Column("", Role.CONTENT),))
    if before and _frame(before.table) != _frame(table):
        before = None
    known = before.read if before else {}
    reader = _Reader(plan, table)
    read = [reader.read(row, number, known.get(row.id)) for row, number in _numbered(table, before)]
    if before and before.table is table and all(map(is_, read, known.values())):
        return before
    return Grid(table, _merged(table, read), {found.row.id: found for found in read})


def _numbered(table: Table, before: Grid | None) -> Iterator[tuple[Row, str]]:
    """Yield each row with its number."""
    if before and before.table.rows is table.rows:
        return zip(table.rows, (known.number for known in before.read.values()), strict=True)
    return zip(table.rows, numbers(table), strict=True)


def _frame(table: Table) -> Table:
    """Return a table without its rows: what the cells of every row depend on."""
    return replace(table, rows=())


class _Reader:
    """Reads the rows of one table; units and deadlines that stand in many cells are measured once."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self._plan, self._table = plan, table
        self._columns = [
            (at, column, _align(column), column.role is Role.NUMBER) for at, column in enumerate(table.columns)
        ]
        self._known: dict[Text | str, tuple[Paragraph, Measure, bool]] = {}

    def read(self, row: Row, number: str, known: Read | None) -> Read:
        plan = self._plan
        held = plan.tasks.get(row.task_id) or plan.targets.get(row.target_id)
        if known and known.row is row and known.held is held and known.number == number:
            return known
        cells = _group(plan, self._table, row, number) if row.kind is RowKind.GROUP else self._cells(row, number)
        return Read(row, held, number, tuple(cells))

    def _cells(self, row: Row, number: str) -> Iterator[Cell]:
        for at, column, align, counts in self._columns:
            said = cell(self._plan, row, column)
            words, measured, is_lone = self._measured(_known_by(said) if said or not counts else number)
            yield Cell(at, at + 1, words, Align.CENTRE if is_lone else align, measured)

    def _measured(self, said: Text | str) -> tuple[Paragraph, Measure, bool]:
        """Return words as they are set, how much they are, and whether they are but a figure."""
        found = self._known.get(said)
        if found is None:
            words = plain_words(said) if isinstance(said, str) else paragraph(said)
            is_lone = len(words) == 1 and is_lone_figure(words[0].words)
            found = self._known[said] = words, measure(words), is_lone
        return found


def _known_by(said: Text) -> Text | str:
    """Return what stands for words of a cell: a string, which is compared sooner, where they are plain."""
    if len(said.runs) != 1:
        return said
    run = said.runs[0]
    return said if run.bold or run.italic or run.figure else run.text


def _merged(table: Table, read: Sequence[Read]) -> list[Sequence[Cell]]:
    """Return the rows with each cell that goes on below only where it begins."""
    rows: list[Sequence[Cell]] = []
    tops: dict[int, int] = {}
    heights: dict[int, dict[int, int]] = {}
    for place, (row, _, _, cells) in enumerate(read):
        if not row.continues or not place or RowKind.GROUP in {row.kind, read[place - 1].row.kind}:
            tops = {}
            rows.append(cells)
            continue
        above = {found.left: tops.get(found.left, place - 1) for found in cells}
        tops = {
            found.left: above[found.left]
            for found in cells
            if _continues(table, row, read[above[found.left]].cells[found.left], found)
        }
        for left, top in tops.items():
            heights.setdefault(top, {})[left] = place + 1 - top
        rows.append([found for found in cells if found.left not in tops])
    for top, grown in heights.items():
        rows[top] = [found._replace(rows=grown.get(found.left, 1)) for found in rows[top]]
    return rows


def _continues(table: Table, row: Row, above: Cell, found: Cell) -> bool:
    """Tell whether a cell is the lower part of the one above; different words are never hidden below a merge."""
    column = table.columns[found.left]
    if column.id not in row.continues:
        return False
    counted = column.role is Role.NUMBER and not _holds(row, column)
    return counted or not found.words or found.words == above.words


def _holds(row: Row, column: Column) -> bool:
    return any(column_id == column.id and words for column_id, words in row.cells)


def _group(plan: Plan, table: Table, row: Row, number: str) -> Iterator[Cell]:
    """Yield a group's number and its title, which runs up to the next cell that holds words of its own."""
    columns = table.columns
    own = {at: words for at, column in enumerate(columns) if (words := _own_words(plan, row, column))}
    title = paragraph(row.title, bold=True)
    left = 0
    if columns[0].role is Role.NUMBER and len(columns) > 1 and not table.number_in_title:
        first = own.pop(0, None) or plain_words(number, bold=True)
        yield Cell(0, 1, first, Align.CENTRE, measure(first))
        left = 1
    elif number:
        title = plain_words(f"{printed(_mark(table, row), number)} ", bold=True) + title
    starts = [left, *(at for at in sorted(own) if at > left)]
    for start, end in zip(starts, [*starts[1:], len(columns)], strict=True):
        words = own.get(start, ())
        if start == left:
            words = title + (plain_words(" ") if title and words else ()) + words
        align = Align.LEFT if start == left else _align(columns[start])
        yield Cell(start, end, words, align, measure(words))


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
