"""Characters become words however a program draws them: turned pages, single letters, letters drawn twice."""

from random import Random

import pytest

from tests.documents.reading.pdf.drawn import LEFT, RIGHT, Pages, cells, said, tables, width
from tests.documents.reading.pdf.test_tables import HEAD, ROWS, WIDTHS
from tthc_desktop.documents.reading.laid_out.blocks import Align, Block, Paper
from tthc_desktop.documents.reading.pdf import read_pdf_paper

TEXT = (
    (
        "1. Ủy ban nhân dân xã yêu cầu các thôn, tổ dân phố báo cáo trước ngày 15 hằng tháng về việc đã làm; nơi nào "
        "không báo cáo thì công chức phụ trách phải đến tận nơi để ghi nhận."
    ),
    "2. Việc khó thì hỏi Văn phòng.",
)


def read(pages: Pages) -> Paper:
    return read_pdf_paper(pages.data(), "a.pdf")


def filled(pages: Pages) -> Pages:
    for words in TEXT * 3:
        pages.paragraph(words)
    pages.table(WIDTHS, (HEAD, *ROWS))
    return pages


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned(turn: int) -> None:
    """What is drawn turned and shown turned back stands upright; places are those of the page as it is shown."""
    pages = Pages()
    width_, height = pages.size
    canvas = pages.canvas
    match turn:
        case 90:
            canvas.translate(height, 0)
            canvas.rotate(90)
        case 180:
            canvas.translate(width_, height)
            canvas.rotate(180)
        case 270:
            canvas.translate(0, width_)
            canvas.rotate(270)
    canvas.setPageRotation(turn)
    paper = read(filled(pages))
    assert said(paper) == list(TEXT * 3)
    assert cells(tables(paper)[0])[1] == list(ROWS[0])
    first = paper.blocks[0]
    assert isinstance(first, Block)
    assert first.place is not None
    assert first.place.box is not None
    assert first.place.box[:2] == pytest.approx((LEFT, 60 - 0.72 * 14), abs=1)


@pytest.mark.parametrize("turn", [90, 270])
def test_words_that_stand_turned_on_an_upright_page(turn: int) -> None:
    pages = Pages()
    if turn == 90:
        pages.canvas.translate(595, 0)
        pages.canvas.rotate(90)
    else:
        pages.canvas.translate(0, 842)
        pages.canvas.rotate(270)
    pages.size = (842.0, 595.0)
    pages.paragraph(TEXT[0])
    pages.table(WIDTHS, (HEAD, *ROWS))
    paper = read(pages)
    assert said(paper) == [TEXT[0]]
    (table,) = tables(paper)
    assert cells(table) == [list(row) for row in (HEAD, *ROWS)]
    assert table.landscape
    place = paper.blocks[0].place if isinstance(paper.blocks[0], Block) else None
    assert place is not None
    assert place.box is not None
    left, top, right, bottom = place.box
    assert (right <= 595, bottom <= 842) == (True, True)
    assert bottom - top > right - left


def test_a_cropped_page() -> None:
    pages = filled(Pages())
    pages.canvas.setCropBox((20, 30, 595, 842))
    paper = read(pages)
    assert said(paper) == list(TEXT * 3)
    first = paper.blocks[0]
    assert isinstance(first, Block)
    assert first.place is not None
    assert first.place.box is not None
    assert first.place.box[0] == pytest.approx(LEFT - 20, abs=1)


@pytest.mark.parametrize("mixed", [False, True])
def test_words_drawn_letter_by_letter_without_blanks(mixed: bool) -> None:
    pages = Pages(justified=False)
    face = pages.face()
    drawn: list[tuple[float, float, str]] = []
    y = 60.0
    for line in ("Các phòng rà soát hồ sơ quá hạn,", "báo cáo Ủy ban nhân dân xã hằng tuần."):
        x = LEFT
        for letter in line:
            if letter != " ":
                drawn.append((x, y, letter))
            x += width(letter, 14, face)
        y += 17
    if mixed:
        Random(3).shuffle(drawn)
    for x, y, letter in drawn:
        pages.words(x, y, letter)
    assert said(read(pages)) == ["Các phòng rà soát hồ sơ quá hạn,", "báo cáo Ủy ban nhân dân xã hằng tuần."]


def test_a_title_spaced_letter_by_letter() -> None:
    pages = Pages()
    pages.canvas.setFont(pages.face(bold=True).name, 14)
    pages.canvas.drawCentredString(311, 780, "KẾ HOẠCH", charSpace=4)
    pages.y = 120
    pages.paragraph(TEXT[0])
    paper = read(pages)
    assert said(paper) == ["KẾ HOẠCH", TEXT[0]]
    assert isinstance(paper.blocks[0], Block)
    assert paper.blocks[0].align is Align.CENTRE


def test_justified_words_far_apart_are_one_line() -> None:
    words = "Trách nhiệm thường xuyên: chuyên trách nghiêm chỉnh kiểm tra chương trình khuyến khích người dân."
    pages = Pages(indent=0.0)
    for _ in range(4):
        pages.paragraph(words, right=LEFT + 130)
    assert said(read(pages)) == [words] * 4


def test_letters_drawn_twice_are_bold() -> None:
    pages = Pages()
    for shift in (0.0, 0.4):
        pages.words(LEFT + 36 + shift, 60, "I. YÊU CẦU")
    pages.y = 80
    pages.paragraph(TEXT[0])
    paper = read(pages)
    assert said(paper) == ["I. YÊU CẦU", TEXT[0]]
    assert isinstance(paper.blocks[0], Block)
    assert [run.bold for run in paper.blocks[0].text.runs] == [True]


def test_ligatures_and_soft_hyphens_are_letters() -> None:
    pages = Pages()
    pages.paragraph("Theo dõi hồ sơ giai đoạn 2031-2035, có \ufb01le kèm theo cho từng thôn.")
    assert said(read(pages)) == ["Theo dõi hồ sơ giai đoạn 2031-2035, có file kèm theo cho từng thôn."]


def test_words_nobody_sees_are_said_to_be_recognised() -> None:
    pages = Pages()
    pages.picture(0, 0, 595, 842)
    for place, line in enumerate(TEXT):
        text = pages.canvas.beginText(LEFT, 700 - 40 * place)
        text.setFont(pages.face().name, 9)
        text.setTextRenderMode(3)
        text.textOut(line[:90])
        pages.canvas.drawText(text)
    paper = read(pages)
    assert "".join(said(paper)).startswith("1. Ủy ban nhân dân xã")
    assert any("máy nhận dạng" in problem.text for problem in paper.problems)


def test_a_title_turned_in_a_narrow_column_is_in_its_cell() -> None:
    pages = Pages()
    for words in TEXT * 2:
        pages.paragraph(words)
    top = pages.y
    for y in (top, top + 90, top + 120):
        pages.line(LEFT, y, LEFT + 300, y)
    for x in (LEFT, LEFT + 30, LEFT + 300):
        pages.line(x, top, x, top + 120)
    canvas = pages.canvas
    canvas.saveState()
    canvas.translate(LEFT + 18, 842 - top - 85)
    canvas.rotate(90)
    canvas.setFont(pages.face().name, 12)
    canvas.drawString(0, 0, "Số thứ tự")
    canvas.restoreState()
    pages.words(LEFT + 35, top + 40, "Nội dung", 12)
    pages.words(LEFT + 10, top + 110, "1", 12)
    pages.words(LEFT + 35, top + 110, "Lập sổ", 12)
    (table,) = tables(read(pages))
    assert cells(table) == [["Số thứ tự", "Nội dung"], ["1", "Lập sổ"]]


def test_a_sign_across_the_page_stands_aside() -> None:
    pages = filled(Pages())
    canvas = pages.canvas
    canvas.saveState()
    canvas.translate(150, 300)
    canvas.rotate(45)
    canvas.setFont(pages.face(bold=True).name, 80)
    canvas.drawString(0, 0, "DỰ THẢO")
    canvas.restoreState()
    paper = read(pages)
    assert said(paper) == list(TEXT * 3)
    assert "DỰ THẢO" in [str(block.text) for block in paper.aside]


def test_a_sign_in_a_box_is_boxed() -> None:
    pages = Pages()
    pages.box(90, 100, 160, 122)
    pages.words(98, 115, "DỰ THẢO", 12, bold=True)
    pages.y = 170
    for words in TEXT:
        pages.paragraph(words)
    paper = read(pages)
    assert [str(block.text) for block in paper.blocks if isinstance(block, Block) and block.boxed] == ["DỰ THẢO"]
    assert said(paper)[1:] == list(TEXT)


def test_raised_figures_belong_to_their_line() -> None:
    pages = Pages(justified=False)
    end = pages.words(LEFT, 60, "Diện tích phòng tiếp nhận là 40 m", 14)
    pages.words(end, 55, "2", 8)
    pages.words(end + 4.5, 60, ", đủ cho năm người ngồi chờ.", 14)
    assert said(read(pages)) == ["Diện tích phòng tiếp nhận là 40 m2, đủ cho năm người ngồi chờ."]


def test_the_right_edge_is_kept_for_what_stands_at_the_right() -> None:
    pages = Pages()
    for words in TEXT:
        pages.paragraph(words)
    pages.words(
        RIGHT - width("(Xem tiếp trang sau)", 12, pages.face(italic=True)),
        pages.y,
        "(Xem tiếp trang sau)",
        12,
        italic=True,
    )
    paper = read(pages)
    last = paper.blocks[-1]
    assert isinstance(last, Block)
    assert last.align is Align.RIGHT
    assert [run.italic for run in last.text.runs] == [True]
