"""What belongs to the pages alone stands aside; heads and feet keep their columns; torn rows are whole again."""

import pytest

from tests.documents.reading.pdf.drawn import LEFT, RIGHT, Pages, cells, said, tables
from tests.documents.reading.pdf.test_tables import HEAD, ROWS, WIDTHS
from tthc_desktop.documents.reading.laid_out.blocks import Paper
from tthc_desktop.documents.reading.pdf import read_pdf_paper

TEXT = (
    "Ủy ban nhân dân xã yêu cầu các thôn, tổ dân phố báo cáo trước ngày 15 hằng tháng về việc đã làm; nơi nào "
    "không báo cáo thì công chức phụ trách phải đến tận nơi để ghi nhận."
)  # fmt: skip


def read(pages: Pages) -> Paper:
    return read_pdf_paper(pages.data(), "a.pdf")


def aside(paper: Paper) -> list[str]:
    return [str(block.text) for block in paper.aside]


@pytest.mark.parametrize(
    ("numbers", "y"),
    [
        ((None, "2", "3"), 40),
        (("1", "2", "3"), 815),
        (("Trang 1/3", "Trang 2/3", "Trang 3/3"), 815),
        (("- 1 -", "- 2 -", "- 3 -"), 40),
        ((None, "2", None), 40),
    ],
)
def test_page_numbers(numbers: tuple[str | None, ...], y: float) -> None:
    pages = Pages()
    for place, number in enumerate(numbers):
        if place:
            pages.page()
        if number:
            pages.centred(297, y, number, 13)
        pages.paragraph(TEXT)
        pages.paragraph("2031")
    paper = read(pages)
    assert said(paper) == [TEXT, "2031"] * 3
    assert aside(paper) == [number for number in numbers if number]


def test_running_heads_and_feet() -> None:
    pages = Pages()
    for place in range(4):
        if place:
            pages.page()
        pages.words(LEFT, 35, "Kế hoạch giải quyết hồ sơ năm 2031", 10, italic=True)
        pages.line(LEFT, 40, RIGHT, 40)
        pages.words(LEFT, 820, f"Văn phòng Ủy ban nhân dân xã - bản in lần {place + 1}", 9)
        pages.paragraph(TEXT)
    paper = read(pages)
    assert said(paper) == [TEXT] * 4
    assert len(aside(paper)) == 8


def test_numbers_that_count_anew_in_an_appendix() -> None:
    pages = Pages()
    for number in (None, "2", None, "2", "3"):
        if pages.y > 60:
            pages.page()
        if number:
            pages.centred(297, 40, number, 13)
        pages.paragraph(TEXT)
    paper = read(pages)
    assert said(paper) == [TEXT] * 5
    assert aside(paper) == ["2", "2", "3"]


def headed(pages: Pages, left: tuple[str, ...], right: tuple[str, ...], step: float = 17.0) -> None:
    for place, words in enumerate(left):
        pages.centred(170, pages.y + step * place, words, 12, bold=place == 1)
    for place, words in enumerate(right):
        pages.centred(410, pages.y + 2 + step * place, words, 12.5, bold=place < 2)
    pages.y += step * 4


def test_head_and_foot_keep_their_columns() -> None:
    pages = Pages()
    left = ("UBND HUYỆN PHÚ AN", "PHÒNG NỘI VỤ", "Số:       /KH-PNV")
    right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Phú An, ngày     tháng 3 năm 2031")
    headed(pages, left, right)
    pages.centred(311, pages.y, "KẾ HOẠCH", bold=True)
    pages.centred(311, pages.y + 17, "Giải quyết hồ sơ năm 2031", bold=True)
    pages.y += 50
    pages.paragraph(TEXT)
    bottom = pages.y + 10
    recipients = ("Nơi nhận:", "- Như trên;", "- Các phòng chuyên môn thuộc Ủy ban", "nhân dân huyện;", "- Lưu: VT.")
    for place, words in enumerate(recipients):
        pages.words(LEFT, bottom + 13 * place, words, 11 if place else 12, bold=not place, italic=not place)
    for y, words in ((0, "KT. TRƯỞNG PHÒNG"), (17, "PHÓ TRƯỞNG PHÒNG"), (100, "Trần Thị Mẫu")):
        pages.centred(430, bottom + y, words, bold=True)
    paper = read(pages)
    assert said(paper) == ["KẾ HOẠCH", "Giải quyết hồ sơ năm 2031", TEXT]
    head, foot = tables(paper)
    assert (head.ruled, foot.ruled) == (False, False)
    assert cells(head) == [[" / ".join(" ".join(words.split()) for words in column) for column in (left, right)]]
    assert cells(foot) == [
        [
            "Nơi nhận: / - Như trên; / - Các phòng chuyên môn thuộc Ủy ban nhân dân huyện; / - Lưu: VT.",
            "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG / Trần Thị Mẫu",
        ]
    ]


@pytest.mark.parametrize("repeats", [True, False], ids=["head again", "no head"])
@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
def test_a_row_torn_by_the_end_of_a_page(*, repeats: bool, closed: bool) -> None:
    words = (
        "Kiểm tra đột xuất việc tiếp nhận hồ sơ tại các xã, chú ý hồ sơ đất đai, hồ sơ chính sách và hồ sơ hộ tịch; "
        "lập biên bản từng nơi"
    )  # fmt: skip
    lines = ("Kiểm tra đột xuất việc tiếp nhận hồ sơ tại", "các xã, chú ý hồ sơ đất đai, hồ sơ chính",
             "sách và hồ sơ hộ tịch; lập biên bản từng", "nơi")  # fmt: skip
    pages = Pages()
    pages.y = 690
    pages.table(WIDTHS, (HEAD, ROWS[0]))
    top = pages.y - 20
    edges = [LEFT + sum(WIDTHS[:place]) for place in range(5)]
    bottom = top + 34
    for x in edges:
        pages.line(x, top, x, bottom)
    if closed:
        pages.line(edges[0], bottom, edges[-1], bottom)
    pages.words(edges[0] + 4, top + 12, "2", 12)
    for place in (0, 1):
        pages.words(edges[1] + 4, top + 12 + 14.4 * place, lines[place], 12)
    pages.words(edges[2] + 4, top + 12, "Thanh tra", 12)
    pages.words(edges[3] + 4, top + 12, "Quý II", 12)
    pages.page()
    if repeats:
        pages.table(WIDTHS, (HEAD,))
        pages.y -= 20
    top = pages.y
    for x in edges:
        pages.line(x, top, x, top + 34)
    pages.line(edges[0], top, edges[-1], top)
    pages.line(edges[0], top + 34, edges[-1], top + 34)
    for place in (0, 1):
        pages.words(edges[1] + 4, top + 12 + 14.4 * place, lines[place + 2], 12)
    pages.y = top + 34
    pages.table(WIDTHS, (("3", *ROWS[1][1:]), ("4", *ROWS[2][1:])))
    paper = read(pages)
    (table,) = tables(paper)
    assert cells(table) == [
        list(HEAD),
        list(ROWS[0]),
        ["2", words, "Thanh tra", "Quý II"],
        ["3", *ROWS[1][1:]],
        ["4", *ROWS[2][1:]],
    ]
    assert aside(paper) == ([" | ".join(HEAD)] if repeats else [])


def test_cells_with_lists_keep_their_lines() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    pages.table(WIDTHS, (HEAD, ("1", "- Lập sổ;\n- Ghi sổ hằng ngày;\n- Khóa sổ.", "Văn phòng", "Quý I")))
    (table,) = tables(read(pages))
    assert cells(table)[1] == ["1", "- Lập sổ; / - Ghi sổ hằng ngày; / - Khóa sổ.", "Văn phòng", "Quý I"]


def test_two_tables_of_one_shape_on_two_pages_stay_two() -> None:
    pages = Pages()
    pages.y = 600
    pages.table(WIDTHS, (HEAD, *ROWS))
    pages.page()
    pages.table(WIDTHS, (("STT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời gian thực hiện"), *ROWS))
    pages.paragraph(TEXT)
    assert [len(table.rows) for table in tables(read(pages))] == [4, 4]


def test_a_landscape_page_behind_upright_ones() -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    pages.page()
    pages.canvas.setPageSize((842, 595))
    pages.size = (842.0, 595.0)
    pages.centred(421, 60, "Phụ lục", bold=True)
    pages.y = 90
    pages.table((40.0, 300.0, 180.0, 160.0), (HEAD, *ROWS))
    paper = read(pages)
    assert [table.landscape for table in tables(paper)] == [True]


def test_wide_words_in_the_text_make_no_columns() -> None:
    pages = Pages(justified=False)
    pages.paragraph(TEXT)
    end = pages.words(LEFT + 36, pages.y, "Người lập biểu:", 14)
    pages.words(end + 60, pages.y, "công chức văn phòng", 14)
    pages.y += 25
    pages.paragraph(TEXT)
    assert said(read(pages)) == [TEXT, "Người lập biểu: công chức văn phòng", TEXT]


def test_footnotes_are_notes() -> None:
    pages = Pages()
    for _ in range(3):
        pages.paragraph(TEXT)
    pages.line(LEFT, 760, LEFT + 144, 760)
    pages.words(LEFT, 772, "1", 6)
    pages.words(LEFT + 4, 775, "Theo số liệu của phòng chuyên môn tính đến hết năm 2030; chưa có số liệu của các", 10)
    pages.words(LEFT, 787, "thôn mới sáp nhập.", 10)
    pages.words(LEFT, 799, "2", 6)
    pages.words(LEFT + 4, 802, "Kể cả hồ sơ nộp trực tuyến.", 10)
    paper = read(pages)
    assert said(paper) == [TEXT] * 3
    assert [str(block.text) for block in paper.notes] == [
        "1 Theo số liệu của phòng chuyên môn tính đến hết năm 2030; chưa có số liệu của các thôn mới sáp nhập.",
        "2 Kể cả hồ sơ nộp trực tuyến.",
    ]


@pytest.mark.parametrize(("label", "parted"), [("", True), ("", False), ("Văn phòng", True)])
def test_a_merged_cell_over_the_end_of_a_page(*, label: str, parted: bool) -> None:
    """Its label is drawn on both pages or on the first alone; there may be no line above its rest."""
    pages = Pages()
    edges = [LEFT + sum(WIDTHS[:place]) for place in range(5)]

    def rows(top: float, said: tuple[tuple[str, str], ...], merged: str, *, head: bool) -> None:
        end = top + 25 * (len(said) + head)
        for x in edges:
            pages.line(x, top, x, end)
        pages.line(edges[0], top, edges[-1], top)
        pages.line(edges[0], end, edges[-1], end)
        if head:
            for x, words in zip(edges, HEAD, strict=False):
                pages.words(x + 4, top + 16, words, 12)
            pages.line(edges[0], top + 25, edges[2], top + 25)
            pages.line(edges[3], top + 25, edges[4], top + 25)
            if parted:
                pages.line(edges[2], top + 25, edges[3], top + 25)
        for place, (number, words) in enumerate(said):
            y = top + 25 * (place + head)
            if place:
                pages.line(edges[0], y, edges[2], y)
                pages.line(edges[3], y, edges[4], y)
            pages.words(edges[0] + 4, y + 16, number, 12)
            pages.words(edges[1] + 4, y + 16, words, 12)
            pages.words(edges[3] + 4, y + 16, "Quý I", 12)
        pages.words(edges[2] + 4, top + 25 * head + 16, merged, 12)

    pages.paragraph(TEXT)
    pages.table(WIDTHS, (HEAD,))
    rows(pages.y - 20, (("1", "Lập sổ"), ("2", "Ghi sổ")), "Văn phòng", head=False)
    pages.page()
    rows(60, (("3", "Khóa sổ"), ("4", "Lưu sổ")), label, head=True)
    paper = read(pages)
    (table,) = tables(paper)
    assert [[cell.rows for cell in row] for row in table.rows] == [[1] * 4, [1, 1, 4, 1], [1] * 3, [1] * 3, [1] * 3]
    assert cells(table)[1] == ["1", "Lập sổ", "Văn phòng", "Quý I"]
    assert aside(paper) == [" | ".join(HEAD)]


def test_marks_that_a_tab_sets_off_stay_with_their_words() -> None:
    pages = Pages(justified=False)
    lines = (
        ("I.", "YÊU CẦU CHUNG"),
        ("1.", "Bố trí đủ người trực"),
        ("a)", "Sáng: hai người"),
        ("-", "Chiều: ba người"),
    )
    for mark, words in lines * 3:
        pages.words(LEFT, pages.y, mark)
        pages.words(LEFT + 36, pages.y, words)
        pages.y += 24
    paper = read(pages)
    assert said(paper) == [f"{mark} {words}" for mark, words in lines] * 3


def test_a_head_whose_lines_stand_below_one_another() -> None:
    pages = Pages()
    lines = (
        "UBND HUYỆN PHÚ AN", "PHÒNG NỘI VỤ", "Số: 12/KH-PNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Phú An, ngày 03 tháng 3 năm 2031", "KẾ HOẠCH",
    )  # fmt: skip
    for words in lines:
        pages.centred(311, pages.y, words)
        pages.y += 17
    pages.y += 10
    for _ in range(3):
        pages.paragraph(TEXT)
    assert said(read(pages)) == [*lines, *[TEXT] * 3]


def test_wrapped_lines_of_a_head_are_joined() -> None:
    pages = Pages()
    left = ("UBND TỈNH BÌNH MINH", "SỞ KHOA HỌC VÀ CÔNG", "NGHỆ", "Số: 12/KH-SKHCN")
    right = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT",
        "NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bình Minh, ngày 03 tháng 3 năm 2031",
    )
    for place, words in enumerate(left):
        pages.centred(160, pages.y + 16 * place, words, 13, bold=place in (1, 2))
    for place, words in enumerate(right):
        pages.centred(410, pages.y + 16 * place, words, 13, bold=place < 3)
    pages.centred(311, pages.y + 110, "KẾ HOẠCH", bold=True)
    pages.y += 140
    pages.paragraph(TEXT)
    (head,) = tables(read(pages))
    assert cells(head) == [
        [
            "UBND TỈNH BÌNH MINH / SỞ KHOA HỌC VÀ CÔNG NGHỆ / Số: 12/KH-SKHCN",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Bình Minh, ngày 03 tháng 3 năm 2031",
        ]
    ]


def test_a_frame_around_a_table_is_none_of_it() -> None:
    """The lines of the table reach to the frame, which leaves a narrow stretch at each side."""
    pages = Pages()
    left, right = LEFT - 7, LEFT + sum(WIDTHS) + 7
    pages.box(left, 40, right, 800)
    pages.paragraph(TEXT)
    top = pages.y
    pages.table(WIDTHS, (HEAD, *ROWS))
    for y in (top, pages.y - 20):
        pages.line(left, y, right, y)
    pages.paragraph(TEXT)
    paper = read(pages)
    assert [cells(table) for table in tables(paper)] == [[list(row) for row in (HEAD, *ROWS)]]
    assert said(paper) == [TEXT, TEXT]


def test_lines_of_the_foot_that_reach_below_the_signature() -> None:
    pages = Pages(justified=False)
    for _ in range(3):
        pages.paragraph(TEXT)
    for place, (left, right) in enumerate((
        ("Nơi nhận:", "CHỦ TỊCH"), ("- Các phòng chuyên môn, các thôn và tổ dân phố;", ""),
        ("- Lưu: VT.", "Trần Thị Mẫu"),
    )):  # fmt: skip
        pages.words(LEFT, pages.y + 18 * place, left)
        pages.words(LEFT + 200, pages.y + 18 * place, right)
    (foot,) = tables(read(pages))
    assert cells(foot) == [
        [
            "Nơi nhận: / - Các phòng chuyên môn, các thôn và tổ dân phố; / - Lưu: VT.",
            "CHỦ TỊCH / Trần Thị Mẫu",
        ]
    ]
