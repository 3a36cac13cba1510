"""The pen of rows writes what cells written one by one say, by a shorter way."""

from datetime import date, datetime
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
from tthc_desktop.models.charts import is_lone_figure
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
    plain("12"),
    Text((Run("1.200", bold=True),)),
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


def written(rows: list[list[Text]]) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the rows as the pen of rows writes them, and as cells written one by one."""
    centred = [at % 2 == 1 for at in range(len(rows[0]))]
    by_rows, by_cells = Book(""), Book("")
    ours, theirs = (book.sheet("Bảng", landscape=False) for book in (by_rows, by_cells))
    pen_of_rows = RowPen(ours, SIZE, centred)
    for at, words in enumerate(rows):
        pen_of_rows.words(at, words, frozenset(), {})
        for column, said in enumerate(words):
            theirs.put(at, column, said, Face(SIZE, centred=centred[column] or is_figure(said), grid=True))
    return seen(opened(by_rows)), seen(opened(by_cells))


def is_figure(said: Text) -> bool:
    return len(said.runs) == 1 and is_lone_figure(said.runs[0].text)


def test_odd_words_are_written_alike() -> None:
    ours, theirs = written([ODD, ODD[::-1]])
    assert ours == theirs


@given(st.lists(st.lists(any_texts(), min_size=3, max_size=3), min_size=1, max_size=4))
def test_any_words_are_written_alike(rows: list[list[Text]]) -> None:
    ours, theirs = written(rows)
    assert ours == theirs


@pytest.mark.parametrize("words", ["<r><t>x</t></r>", "<r>hỏng & <</r>", "<r></r>", "<r> <b>đậm</b> </r>"])
def test_words_like_markup_stand_in_the_cell_as_they_are(words: str) -> None:
    book = Book("")
    pen = book.sheet("Bảng", landscape=False)
    RowPen(pen, SIZE, [False]).words(0, [plain(words)], frozenset(), {})
    pen.put(1, 0, plain(words), Face(SIZE))
    sheet = opened(book)
    assert [str(sheet["A1"].value), str(sheet["A2"].value)] == [words, words]


def test_groups_merges_days_and_marks_are_written() -> None:
    book = Book("")
    pen = book.sheet("Bảng", landscape=False)
    rows = RowPen(pen, SIZE, [True, False, False])
    rows.across(0, [Shown(0, 1, plain("I"), centred=True), Shown(1, 3, plain("Nhóm"), centred=False)])
    rows.words(1, [plain("1"), plain("Việc"), plain("Sở")], frozenset(), {2: 2})
    rows.words(2, [plain("2"), plain("Việc khác"), Text()], frozenset({2}), {})
    rows.day(1, 3, date(2026, 3, 31))
    rows.mark(1, 4, "mã & khác")
    sheet = opened(book)
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["B1:C1", "C2:C3"]
    assert [[cell.value for cell in line] for line in sheet["A1:C3"]] == [
        ["I", "Nhóm", None],
        ["1", "Việc", "Sở"],
        ["2", "Việc khác", None],
    ]
    assert sheet["D2"].value == datetime(2026, 3, 31)  # noqa: DTZ001 - a day of a sheet has no zone
    assert (sheet["E2"].value, sheet["B1"].font.b, sheet["C3"].border.left.style) == ("row:mã & khác", True, "thin")
