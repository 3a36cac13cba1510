"""The sheet of one table: title, heading and rows as on paper, and the marks by which it is known again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.documents.own_sheets.marks import ATTACHED, COLUMN, DUE, HEAD, LABEL, OVER, TABLE, TITLE
from tthc_desktop.documents.own_sheets.records import KeptRow
from tthc_desktop.documents.writing.workbook.book import Book
from tthc_desktop.documents.writing.workbook.cells import Cells, Merges, merges
from tthc_desktop.documents.writing.workbook.charts import Placed
from tthc_desktop.documents.writing.workbook.faces import Face, Faces
from tthc_desktop.documents.writing.workbook.heading import Head, head_of
from tthc_desktop.documents.writing.workbook.keeping import Keeper
from tthc_desktop.documents.writing.workbook.page import text_height, text_width
from tthc_desktop.documents.writing.workbook.putting import Pen
from tthc_desktop.documents.writing.workbook.row_pen import RowPen
from tthc_desktop.documents.writing.workbook.sizes import Sizes, sizes
from tthc_desktop.documents.writing.workbook.specs import Spec
from tthc_desktop.models.charts import chart_of
from tthc_desktop.models.due_day import due_day
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, column_of
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.text import Text, plain

_DUE_TITLE = plain("Hạn (ngày)")
_DUE_WIDTH = 75.0
_PIXELS = 96 / 72


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every part of the sheet is written with: the pen, the columns, and where the marks stand."""

    pen: Pen
    spec: Spec
    head: Head
    sizes: Sizes
    due: Column | None

    @property
    def columns(self) -> int:
        return max(len(self.spec.table.columns), 1)

    @property
    def marks(self) -> int:
        """Return the hidden column."""
        return self.columns + (self.due is not None)


def write_table(book: Book, spec: Spec, shared: frozenset[Id]) -> None:
    """Add the sheet of a table to a workbook."""
    if not spec.table.columns:
        spec = replace(spec, table=replace(spec.table, columns=(Column("", Role.CONTENT),)))
    numbers = row_numbers(spec.table)
    merged = merges(spec.plan, spec.table, numbers)
    room = text_width(book.rules, landscape=spec.head.landscape)
    pen = book.sheet(spec.name, landscape=spec.head.landscape)
    measured = sizes(spec.plan, spec.table, merged, numbers, room)
    head = head_of(spec, book.rules, measured)
    frame = _Frame(pen, spec, head, measured, column_of(spec.table, Role.DEADLINE))
    _set_up(frame, book.faces)
    _write_head(frame)
    book.keep(replace(spec.head, table=replace(spec.table, rows=())))
    for kept in _write_rows(frame, merged, numbers, shared):
        book.keep(kept)
    last = head.rows + max(len(spec.table.rows), 1) - 1
    chart = chart_of(spec.plan, spec.table)
    if chart and chart.categories and chart.series:
        placed = Placed(pen, last + 2, round(sum(measured.widths) * _PIXELS), chart)
        book.draw(placed)
        last = placed.row + placed.rows
        if sum(measured.heights) + sum(head.heights) + placed.points > 0.8 * text_height(
            book.rules, landscape=spec.head.landscape
        ):
            pen.sheet.set_h_pagebreaks([placed.row - 1])
    pen.sheet.print_area(1, 0, last, frame.columns - 1)


def _set_up(frame: _Frame, faces: Faces) -> None:
    """Give the columns their widths, name them in the hidden first row, and hide the marks."""
    sheet, table = frame.pen.sheet, frame.spec.table
    ordinary = faces.cell(Face(frame.sizes.size))
    sheet.set_row(0, None, None, {"hidden": True})
    for at, column in enumerate(table.columns):
        sheet.set_column_pixels(at, at, round(frame.sizes.widths[at] * _PIXELS), ordinary)
        frame.pen.note(0, at, f"{COLUMN}{column.id}")
    if frame.due:
        sheet.set_column_pixels(frame.columns, frame.columns, round(_DUE_WIDTH * _PIXELS))
        frame.pen.note(0, frame.columns, DUE)
    sheet.set_column(frame.marks, frame.marks, 8, None, {"hidden": True})
    frame.pen.note(0, frame.marks, f"{TABLE}{table.id}")
    sheet.freeze_panes(frame.head.rows, 0)
    if frame.head.levels:
        sheet.repeat_rows(frame.head.rows - frame.head.levels, frame.head.rows - 1)


def _write_head(frame: _Frame) -> None:
    """Write what stands above the rows: label, title, the line that says what it belongs to, the heading."""
    pen, head = frame.pen, frame.head
    for mark, line in zip((LABEL, TITLE, ATTACHED), head.lines, strict=True):
        pen.across(line.row, (0, frame.columns), line.words, line.face)
        pen.sheet.set_row(line.row, line.height)
        pen.note(line.row, frame.marks, mark)
    top = head.rows - head.levels
    face = Face(frame.sizes.size, bold=True, centred=True, grid=True)
    for found in head.cells:
        pen.across(top + found.top, (found.left, found.right), found.words, face, found.bottom - found.top)
    for level, height in enumerate(head.heights):
        pen.sheet.set_row(top + level, height)
        pen.note(top + level, frame.marks, HEAD if level == head.levels - 1 else OVER)
    if frame.due and head.levels:
        pen.across(top, (frame.columns, frame.columns + 1), _DUE_TITLE, face, head.levels)


def _write_rows(frame: _Frame, merged: Merges, numbers: Sequence[str], shared: frozenset[Id]) -> Iterator[KeptRow]:
    table, plan, sheet = frame.spec.table, frame.spec.plan, frame.pen.sheet
    keeper, cells = Keeper(plan, table, shared), Cells(plan, table)
    pen = RowPen(frame.pen, frame.sizes.size, cells.centred)
    for place, (row, number) in enumerate(zip(table.rows, numbers, strict=True)):
        at = frame.head.rows + place
        below = merged.below.get(place, frozenset())
        words: Sequence[Text] = ()
        if row.kind is RowKind.GROUP:
            pen.across(at, cells.across(row, number))
        else:
            words = cells.words(row, number)
            pen.words(at, words, below, merged.heights.get(place, {}))
        day = _due(frame, row)
        if day:
            pen.day(at, frame.columns, day)
        pen.mark(at, frame.marks, row.id)
        sheet.set_row(at, frame.sizes.heights[place])
        yield keeper.kept(row, number, words, below, day.isoformat() if day else "")


def _due(frame: _Frame, row: Row) -> date | None:
    return due_day(str(cell(frame.spec.plan, row, frame.due))) if frame.due else None
