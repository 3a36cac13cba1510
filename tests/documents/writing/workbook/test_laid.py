"""Rows that are laid at once say what the library's own way of writing says."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.strategies import any_texts
from tthc_desktop.documents.writing.workbook.book import Book
from tthc_desktop.documents.writing.workbook.cells import Shown
from tthc_desktop.documents.writing.workbook.faces import Face
from tthc_desktop.documents.writing.workbook.row_pen import RowPen
from tthc_desktop.models.text import Run, Text, plain

SIZE = 12.0
ODD = [
    plain("Một việc"),
    plain("=1+1"),
    plain("-- gạch"),
    plain('<b>không phải chữ đậm</b> & "khác"'),
    plain("hai\ndòng"),
    plain(" trống ở đầu và cuối "),
    plain("_x0041_"),
    Text(),
    Text((Run("đậm cả ô", bold=True),)),
    Text((Run("đậm", bold=True), Run(" rồi thường"), Run(" rồi nghiêng", italic=True))),
    Text((Run("=đậm", bold=True), Run("thường"))),
]


def seen(sheet: Worksheet) -> list[tuple[object, ...]]:
    """Return all that another program sees of a sheet."""
    cells = [
        (
            cell.coordinate, repr(cell.value), cell.data_type, cell.font.name, cell.font.sz, cell.font.b, cell.font.i,
            cell.alignment.horizontal, cell.border.left.style, cell.number_format, cell.quotePrefix,
        )
        for line in sheet.iter_rows()
        for cell in line
        if cell.has_style or cell.value is not None
    ]  # fmt: skip
    heights = [(row, size.height) for row, size in sheet.row_dimensions.items()]
    return [*cells, *heights, (sheet.dimensions, sorted(map(str, sheet.merged_cells.ranges)))]


def opened(book: Book) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(book.finished()), rich_text=True)["Bảng"]
    assert isinstance(sheet, Worksheet)
    return sheet


def written(rows: list[list[Text]], height: float) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the rows as laid, and as the library writes them cell by cell."""
    centred = [at % 2 == 1 for at in range(len(rows[0]))]
    laid, usual = Book(""), Book("")
    ours, theirs = (book.sheet("Bảng", landscape=False) for book in (laid, usual))
    for pen in (ours, theirs):
        pen.note(0, 0, "trên")
    pen_of_rows = RowPen(ours, SIZE, centred)
    for at, words in enumerate(rows, 1):
        ours.sheet.lay(at, pen_of_rows.words(at, words, frozenset()), height)
        theirs.sheet.set_row(at, height)
        for column, said in enumerate(words):
            theirs.put(at, column, said, Face(SIZE, centred=centred[column], grid=True))
    return seen(opened(laid)), seen(opened(usual))


@pytest.mark.parametrize("height", [15.0, 15.2, 31.5, 409.0])
def test_odd_words_are_written_alike(height: float) -> None:
    ours, theirs = written([ODD, ODD[::-1]], height)
    assert ours == theirs


@given(st.lists(st.lists(any_texts(), min_size=3, max_size=3), min_size=1, max_size=4))
def test_any_words_are_written_alike(rows: list[list[Text]]) -> None:
    ours, theirs = written(rows, 30.0)
    assert ours == theirs


def test_groups_merges_days_and_marks_are_written_alike() -> None:
    laid, usual = Book(""), Book("")
    ours, theirs = (book.sheet("Bảng", landscape=False) for book in (laid, usual))
    pen = RowPen(ours, SIZE, [True, False, False])
    day, odd = date(2026, 3, 31), "mã & khác"
    shown = [Shown(0, 1, plain("I"), centred=True), Shown(1, 3, plain("Nhóm"), centred=False)]
    ours.sheet.lay(0, [*pen.across(0, shown), pen.day(0, 3, day), pen.mark(0, 4, "a1")])
    first, second = [plain("1"), plain("Việc"), plain("Sở")], [plain("2"), plain("Việc khác"), Text()]
    ours.sheet.lay(1, [*pen.words(1, first, frozenset()), pen.day(1, 3, day), pen.mark(1, 4, odd)])
    ours.sheet.lay(2, [*pen.words(2, second, frozenset({2})), pen.day(2, 3, day), pen.mark(2, 4, "a3")])
    ours.sheet.merge_laid((1, 2), (2, 2))

    left = Face(SIZE, grid=True)
    group, centred = left._replace(bold=True), left._replace(centred=True)
    theirs.across(0, (0, 1), plain("I"), group._replace(centred=True))
    theirs.across(0, (1, 3), plain("Nhóm"), group)
    theirs.across(1, (2, 3), plain("Sở"), left, 2)
    for at, (number, words) in enumerate((("1", "Việc"), ("2", "Việc khác")), 1):
        theirs.put(at, 0, plain(number), centred)
        theirs.put(at, 1, plain(words), left)
    for at, id_ in enumerate(("a1", odd, "a3")):
        theirs.put_day(at, 3, day, Face(SIZE, centred=True, day=True))
        theirs.note(at, 4, f"row:{id_}")
        theirs.sheet.set_row(at, 15)
    assert seen(opened(laid)) == seen(opened(usual))
