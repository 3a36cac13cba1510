"""Tables whose lines are missing, doubled or filled boxes are tables all the same; words that stand apart are none."""

import pytest

from tests.documents.reading.pdf.drawn import LEFT, Pages, cells, said, tables
from tests.documents.reading.pdf.test_tables import HEAD, ROWS, WIDTHS
from tthc_desktop.documents.reading.pdf import read_pdf_paper

TEXT = "Các phòng thực hiện nghiêm túc, báo cáo kết quả về Văn phòng trước ngày 25 tháng cuối của mỗi quý trong năm."
WHOLE = [list(row) for row in (HEAD, *ROWS)]


@pytest.mark.parametrize(("level", "upright"), [(True, False), (False, False), (False, True)])
def test_lines_are_missing(*, level: bool, upright: bool) -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    pages.table(WIDTHS, (HEAD, *ROWS), level=level, upright=upright)
    pages.paragraph(TEXT)
    paper = read_pdf_paper(pages.data(), "a.pdf")
    (table,) = tables(paper)
    assert cells(table) == WHOLE
    assert said(paper) == [TEXT, TEXT]


def test_lines_above_and_below_the_head_alone() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    top = pages.y
    pages.table(WIDTHS, (HEAD, *ROWS), level=False, upright=False)
    for y in (top, top + 20.4, pages.y - 20):
        pages.line(LEFT, y, LEFT + sum(WIDTHS), y)
    (table,) = tables(read_pdf_paper(pages.data(), "a.pdf"))
    assert cells(table) == WHOLE


def test_double_lines() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    top = pages.y
    pages.table(WIDTHS, (HEAD, *ROWS))
    for y in (top - 2.2, pages.y - 20 + 2.2):
        pages.line(LEFT, y, LEFT + sum(WIDTHS), y)
    for x in (LEFT - 2.2, LEFT + sum(WIDTHS) + 2.2):
        pages.line(x, top - 2.2, x, pages.y - 20 + 2.2)
    (table,) = tables(read_pdf_paper(pages.data(), "a.pdf"))
    assert cells(table) == WHOLE


def test_filled_boxes_as_cells() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    top = pages.y
    heights = (20.4, 34.8, 20.4, 34.8)
    y = top
    for place, height in enumerate(heights):
        x = LEFT
        for width in WIDTHS:
            pages.box(x + 0.5, y + 0.5, x + width - 0.5, y + height - 0.5, fill=0.8 if place == 0 else 0.93)
            x += width
        y += height
    pages.table(WIDTHS, (HEAD, *ROWS), level=False, upright=False)
    (table,) = tables(read_pdf_paper(pages.data(), "a.pdf"))
    assert cells(table) == WHOLE


def test_lines_drawn_piece_by_piece() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    top = pages.y
    pages.table(WIDTHS, (HEAD, *ROWS), level=False, upright=False)
    y = top
    for height in (20.4, 34.8, 20.4, 34.8):
        x = LEFT
        for width in WIDTHS:
            pages.box(x, y, x + width, y + height)
            x += width
        y += height
    (table,) = tables(read_pdf_paper(pages.data(), "a.pdf"))
    assert cells(table) == WHOLE


def test_groups_in_a_table_without_lines() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    pages.table(WIDTHS, (HEAD,), level=False, upright=False)
    pages.y -= 20
    pages.words(LEFT + 4, pages.y + 12, "I", 12, bold=True)
    pages.words(LEFT + 34, pages.y + 12, "NÂNG CAO CHẤT LƯỢNG TIẾP NHẬN VÀ TRẢ KẾT QUẢ CHO DÂN", 12, bold=True)
    pages.y += 20.4
    pages.table(WIDTHS, ROWS, level=False, upright=False)
    (table,) = tables(read_pdf_paper(pages.data(), "a.pdf"))
    assert cells(table) == [
        list(HEAD),
        ["I", "NÂNG CAO CHẤT LƯỢNG TIẾP NHẬN VÀ TRẢ KẾT QUẢ CHO DÂN"],
        *[list(row) for row in ROWS],
    ]
    assert [cell.columns for cell in table.rows[1]] == [1, 3]


def test_no_head_no_table() -> None:
    pages = Pages()
    rows = (("Thôn Một", "12 hộ", "xong"), ("Thôn Hai", "15 hộ", "xong"), ("Thôn Ba", "9 hộ", "chưa"))
    pages.paragraph(TEXT)
    pages.table((150.0, 150.0, 150.0), rows, level=False, upright=False)
    paper = read_pdf_paper(pages.data(), "a.pdf")
    words = " ".join([*said(paper), *(word for table in tables(paper) for row in cells(table) for word in row)])
    assert all(cell in words for row in rows for cell in row)


def test_a_table_without_lines_goes_on_over_the_page() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    pages.y = 690
    pages.table(WIDTHS, (HEAD, *ROWS[:2]), level=False, upright=False)
    pages.centred(297, 815, "1", 13)
    pages.page()
    pages.table(WIDTHS, ROWS[2:], level=False, upright=False)
    pages.paragraph(TEXT)
    pages.centred(297, 815, "2", 13)
    paper = read_pdf_paper(pages.data(), "a.pdf")
    (table,) = tables(paper)
    assert cells(table) == WHOLE
    assert [place.page for place in table.places if place] == [1, 1, 1, 2]
    assert said(paper) == [TEXT, TEXT]
