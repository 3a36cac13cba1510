"""What digital signatures print is none of the plan: stamps are understood, the rest told and put aside."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.documents.reading.pdf.drawn import Pages, said
from tests.documents.reading.pdf.test_damaged import handmade
from tthc_desktop.documents.reading.laid_out.blocks import Paper
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.errors import UserError

TEXT = "Ủy ban nhân dân xã yêu cầu các thôn báo cáo trước ngày 15 hằng tháng về việc đã làm và việc chưa làm xong."


def read(pages: Pages) -> Paper:
    return read_pdf_paper(pages.data(), "a.pdf")


@pytest.mark.parametrize(
    "lines",
    [
        ("Số: 27/KH-UBND; 03/04/2031; 15:48:07; +07:00",),
        ("Số: 27/KH-UBND; 03/04/2031 15:48:07; +07:00",),
        ("Số: 27/KH-UBND;", "03/04/2031 15:48:07; +07:00"),
    ],
)
def test_the_stamp_of_the_organisation(lines: tuple[str, ...]) -> None:
    pages = Pages()
    for place, line in enumerate(lines):
        pages.words(370, 28 + 12 * place, line, 10)
    pages.paragraph(TEXT)
    paper = read(pages)
    (stamp,) = paper.stamps
    assert (stamp.number, stamp.symbol) == ("27", "KH-UBND")
    assert stamp.at.astimezone(UTC) == datetime(2031, 4, 3, 8, 48, 7, tzinfo=UTC)
    assert stamp.at.utcoffset() == timedelta(hours=7)
    assert said(paper) == [TEXT]
    assert [str(block.text) for block in paper.aside] == ["\n".join(lines)]


@pytest.mark.parametrize(
    ("lines", "who", "when"),
    [
        (
            ("Người ký: Ủy ban nhân dân xã", "Phú Thịnh", "Email: xa@vidu.gov.vn", "Cơ quan: Tỉnh Bình Minh",
             "Thời gian ký: 03.04.2031 15:48:07 +07:00"),
            "Ủy ban nhân dân xã Phú Thịnh",
            "03.04.2031 15:48:07 +07:00",
        ),
        (("Ký bởi: Trần Văn Mẫu", "Ngày ký: 03/04/2031 15:48"), "Trần Văn Mẫu", "03/04/2031 15:48"),
        (
            ("Signature Valid", "Được ký bởi TRẦN VĂN MẪU", "Ký ngày: 03/04/2031"),
            "TRẦN VĂN MẪU",
            "03/04/2031",
        ),
    ],
)  # fmt: skip
def test_who_signed_is_told(lines: tuple[str, ...], who: str, when: str) -> None:
    pages = Pages()
    pages.paragraph(TEXT)
    pages.centred(420, 140, "CHỦ TỊCH", bold=True)
    for place, line in enumerate(lines):
        pages.words(380, 160 + 11 * place, line, 9)
    pages.centred(420, 240, "Trần Văn Mẫu", bold=True)
    paper = read(pages)
    assert said(paper) == [TEXT, "CHỦ TỊCH", "Trần Văn Mẫu"]
    assert [str(block.text) for block in paper.aside] == ["\n".join(lines)]
    (problem,) = paper.problems
    assert problem.place == "trang 1"
    assert f"của {who}, ký lúc {when};" in problem.text


def test_words_that_only_speak_of_signing_stay() -> None:
    pages = Pages()
    words = ("1. Người ký: lãnh đạo cơ quan.", "2. Cơ quan: Văn phòng.", "3. Ngày ký: do văn thư ghi.")
    for line in words:
        pages.paragraph(line)
    paper = read(pages)
    assert said(paper) == list(words)
    assert not paper.problems


def test_a_scan_with_the_words_of_its_signature_alone_is_a_scan() -> None:
    pages = Pages()
    pages.picture(20, 20, 580, 830)
    for place, line in enumerate(
        ("Người ký: Ủy ban nhân dân xã Phú Thịnh", "Thời gian ký: 03.04.2031 15:48:07 +07:00")
    ):
        pages.words(380, 60 + 11 * place, line, 9)
    pages.page()
    pages.words(297, 40, "2", 13)
    with pytest.raises(UserError, match=r"bản quét .* chữ ký số hoặc số trang"):
        read(pages)


def test_the_picture_of_a_signature_that_is_attached_to_the_page() -> None:
    """Programs that sign lay the picture over the page as a field of its own."""
    who, when = b"(Nguoi ky: Uy ban nhan dan xa) Tj", b"(Thoi gian ky: 03.04.2031 15:48:07 +07:00) Tj"
    shown = b"BT /F 8 Tf 5 50 Td " + who + b" 0 -10 Td " + when + b" ET"
    field = (
        b"/Annots[<</Type/Annot/Subtype/Widget/FT/Sig/T(a)/Rect[350 500 550 580]/F 4/AP<</N 6 0 R>>>>"
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>]"
    )
    form = (
        b"6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 200 80]/Resources<</Font<</F 5 0 R>>>>/Length %d>>stream\n%s\n"
        b"endstream endobj\n" % (len(shown), shown)
    )
    words = b"BT /F 12 Tf 85 700 Td (Cac phong thuc hien nghiem tuc ke hoach nay trong nam 2031.) Tj ET"
    paper = read_pdf_paper(handmade(words, page=field).replace(b"trailer", form + b"trailer"), "a.pdf")
    assert said(paper) == ["Cac phong thuc hien nghiem tuc ke hoach nay trong nam 2031."]
    (problem,) = paper.problems
    assert "của Uy ban nhan dan xa, ký lúc 03.04.2031 15:48:07 +07:00" in problem.text
