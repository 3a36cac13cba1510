"""Paragraphs are known by how their lines stand, whatever the words."""

import pytest

from tests.documents.reading.pdf.drawn import LEFT, Pages, said
from tthc_desktop.documents.reading.laid_out.blocks import Align, Block
from tthc_desktop.documents.reading.pdf import read_pdf_paper

WORDS = (
    "I. YÊU CẦU CHUNG",
    (
        "1. Các phòng chuyên môn bố trí đủ người trực tại bộ phận tiếp nhận, hướng dẫn người dân nộp hồ sơ và trả "
        "kết quả đúng hẹn; không để hồ sơ quá hạn mà không có thư xin lỗi gửi đến người nộp."
    ),
    "2. Văn phòng theo dõi, tổng hợp hằng tuần.",
    (
        "a) Bộ phận một cửa ghi lại từng ý kiến của người dân về thái độ phục vụ, chuyển cho phòng có liên quan "
        "trong ngày làm việc và báo lại kết quả xử lý cho người có ý kiến."
    ),
    "- Đơn vị chủ trì: Văn phòng.",
    (
        "Việc kiểm tra được tiến hành mỗi quý một lần. Kết quả kiểm tra là căn cứ để xếp loại thi đua của từng phòng, "
        "từng người vào cuối năm và được công khai tại cuộc họp cơ quan."
    ),
)


def drawn(pages: Pages) -> bytes:
    for words in WORDS * 3:
        pages.paragraph(words, bold=words.isupper())
    return pages.data()


@pytest.mark.parametrize(
    ("pages", "how"),
    [
        (Pages(), "indents, gaps, justified"),
        (Pages(gap=0.0), "indents alone"),
        (Pages(indent=0.0), "gaps alone"),
        (Pages(indent=0.0, gap=0.0), "fullness and marks alone"),
        (Pages(justified=False, gap=0.0), "ragged at the right"),
        (Pages(lead=1.5), "set wide"),
        (Pages(lead=1.0, gap=3.0), "set close"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_paragraphs_are_whole_and_apart(pages: Pages, how: str) -> None:
    assert said(read_pdf_paper(drawn(pages), "a.pdf")) == list(WORDS * 3), how


def test_bold_and_places_are_kept() -> None:
    paper = read_pdf_paper(drawn(Pages()), "a.pdf")
    first, second = paper.blocks[:2]
    assert isinstance(first, Block)
    assert isinstance(second, Block)
    assert [run.bold for run in first.text.runs] == [True]
    assert [run.bold for run in second.text.runs] == [False]
    assert first.font == "LiberationSerif-Bold"
    assert second.align is Align.JUSTIFIED
    assert second.place is not None
    assert second.place.box is not None
    assert second.place.page == 1
    assert second.place.box[0] == pytest.approx(LEFT, abs=1)
    assert second.place.box[1] == pytest.approx(60 + 14 * 1.2 + 6 - 0.72 * 14, abs=1)


def test_a_paragraph_goes_on_over_the_page() -> None:
    pages = Pages()
    long = (
        " ".join(["Ủy ban nhân dân xã chỉ đạo công chức hướng dẫn người dân nộp hồ sơ tại nhà văn hóa thôn"] * 40) + "."
    )
    pages.paragraph("Mở đầu.")
    pages.paragraph(long)
    pages.paragraph("Kết thúc.")
    paper = read_pdf_paper(pages.data(), "a.pdf")
    assert said(paper) == ["Mở đầu.", long, "Kết thúc."]
    assert paper.pages == 2


def test_a_centred_title_of_two_lines_is_one_paragraph() -> None:
    pages = Pages()
    pages.centred(311, 60, "KẾ HOẠCH", bold=True)
    pages.centred(311, 77, "Giải quyết hồ sơ của người dân trên địa bàn xã", bold=True)
    pages.centred(311, 94, "năm 2031 của Ủy ban nhân dân xã", bold=True)
    pages.y = 130
    for words in WORDS:
        pages.paragraph(words)
    found = read_pdf_paper(pages.data(), "a.pdf").blocks[:2]
    assert [str(block.text) for block in found if isinstance(block, Block)] == [
        "KẾ HOẠCH",
        "Giải quyết hồ sơ của người dân trên địa bàn xã năm 2031 của Ủy ban nhân dân xã",
    ]
    assert all(isinstance(block, Block) and block.align is Align.CENTRE for block in found)
