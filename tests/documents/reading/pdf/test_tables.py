"""Tables are made of the lines that are drawn, over pages and with merged cells."""

from tests.documents.reading.pdf.drawn import LEFT, Pages, cells, said, tables
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.documents.reading.pdf.words import page_words

HEAD = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn")
WIDTHS = (30.0, 220.0, 110.0, 93.0)
ROWS = (
    ("1", "Rà soát danh mục hồ sơ phải nộp bản giấy tại bộ phận tiếp nhận", "Phòng Nội vụ", "Quý I"),
    ("2", "Lập sổ theo dõi hồ sơ quá hạn", "Văn phòng", "Hằng tháng"),
    ("3", "Tập huấn cho công chức mới về cách trả lời người dân qua điện thoại", "Phòng Nội vụ", "Trước 30/6"),
)


def test_a_ruled_table() -> None:
    pages = Pages()
    pages.paragraph("Danh mục việc phải làm trong năm như sau:")
    pages.table(WIDTHS, (HEAD, *ROWS))
    pages.paragraph("Các phòng thực hiện nghiêm túc.")
    paper = read_pdf_paper(pages.data(), "a.pdf")
    (table,) = tables(paper)
    assert cells(table) == [list(row) for row in (HEAD, *ROWS)]
    assert table.ruled
    assert [place.page for place in table.places if place] == [1, 1, 1, 1]
    assert said(paper) == ["Danh mục việc phải làm trong năm như sau:", "Các phòng thực hiện nghiêm túc."]


def test_merged_cells_keep_what_they_cover() -> None:
    pages = Pages()
    top = pages.y
    xs = (LEFT, LEFT + 40, LEFT + 200, LEFT + 300, LEFT + 400)
    for y in (top, top + 40, top + 60):
        pages.line(xs[0], y, xs[-1], y)
    pages.line(xs[2], top + 20, xs[4], top + 20)
    for x in (xs[0], xs[1], xs[2], xs[4]):
        pages.line(x, top, x, top + 60)
    pages.line(xs[3], top + 20, xs[3], top + 60)
    for x, y, words in (
        (xs[0], 25, "STT"), (xs[1], 25, "Nội dung"), (xs[2], 14, "Phân công"), (xs[2], 34, "Chủ trì"),
        (xs[3], 34, "Phối hợp"), (xs[0], 54, "1"), (xs[1], 54, "Lập sổ"), (xs[2], 54, "Phòng A"),
        (xs[3], 54, "Phòng B"),
    ):  # fmt: skip
        pages.words(x + 4, top + y, words, 12)
    pages.words(LEFT, 700, "Trên đây là kế hoạch của cơ quan, các phòng có trách nhiệm thực hiện.")
    (table,) = tables(read_pdf_paper(pages.data(), "a.pdf"))
    assert [[(cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [(1, 2), (1, 2), (2, 1)],
        [(1, 1), (1, 1)],
        [(1, 1)] * 4,
    ]
    assert cells(table)[0] == ["STT", "Nội dung", "Phân công"]


def test_a_table_over_pages_is_one_and_its_repeated_head_stands_aside() -> None:
    pages = Pages()
    pages.y = 600
    pages.table(WIDTHS, (HEAD, *ROWS[:2]))
    pages.page()
    pages.table(WIDTHS, (HEAD, ROWS[2]))
    paper = read_pdf_paper(pages.data(), "a.pdf")
    (table,) = tables(paper)
    assert cells(table) == [list(row) for row in (HEAD, *ROWS)]
    assert [str(block.text) for block in paper.aside] == [" | ".join(HEAD)]
    assert [place.page for place in table.places if place] == [1, 1, 1, 2]


def test_the_words_of_a_page_come_cell_by_cell() -> None:
    pages = Pages()
    pages.table(WIDTHS, (HEAD, *ROWS[:1]))
    (words,) = page_words(pages.data())
    assert words.split() == " ".join((*HEAD, *ROWS[0])).split()
