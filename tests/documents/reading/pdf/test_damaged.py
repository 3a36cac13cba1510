"""Whatever a file holds, it is read or refused with a sentence, and soon."""

import re
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

from tests.documents.reading.pdf.drawn import LEFT, Pages, said
from tests.documents.reading.pdf.test_tables import HEAD, ROWS, WIDTHS
from tests.work import work
from tthc_desktop.documents.limits import MOST_PAGES
from tthc_desktop.documents.reading.laid_out.blocks import Paper
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.documents.reading.pdf.words import page_words
from tthc_desktop.errors import UserError
from tthc_desktop.models.text import fold

TEXT = "Ủy ban nhân dân xã yêu cầu các thôn báo cáo trước ngày 15 hằng tháng về việc đã làm."


def whole() -> bytes:
    pages = Pages()
    pages.canvas.setPageCompression(0)
    pages.paragraph(TEXT)
    pages.table(WIDTHS, (HEAD, *ROWS))
    pages.page()
    pages.paragraph(TEXT)
    return pages.data()


WHOLE = whole()


def read(data: bytes) -> Paper | UserError:
    try:
        page_words(data)
        return read_pdf_paper(data, "a.pdf")
    except UserError as error:
        return error


def handmade(content: bytes, *, pages: bytes = b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page: bytes = b"") -> bytes:
    """Return a small PDF with this content on its page; its table of objects is left to the reader to rebuild."""
    return b"".join((
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj", pages, b"endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>", page,
        b">>endobj\n4 0 obj<</Length ", str(len(content)).encode(), b">>stream\n", content, b"\nendstream endobj\n",
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n",
    ))  # fmt: skip


WORDS = b"BT /F 12 Tf 85 700 Td (Cac phong thuc hien nghiem tuc ke hoach nay trong nam 2031.) Tj ET "


@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_damage(data: st.DataObject) -> None:
    """Bytes are changed, left out or doubled; what comes is a paper or a sentence."""
    damaged = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        match data.draw(st.sampled_from(("change", "cut", "double"))):
            case "change":
                damaged[at] = data.draw(st.integers(0, 255))
            case "cut":
                del damaged[at : at + data.draw(st.integers(1, 400))]
            case _:
                damaged[at:at] = damaged[at : at + data.draw(st.integers(1, 400))]
        damaged = damaged or bytearray(b"%")
    read(bytes(damaged))


@settings(suppress_health_check=list(HealthCheck))
@given(content=st.lists(st.sampled_from((
    b"q", b"Q", b"BT", b"ET", b"1 0 0 1 50 50 cm", b"0 0 0 0 0 0 cm", b"1e30 0 0 1e30 0 0 cm", b"-1 0 0 1 300 300 Tm",
    b"0 1 -1 0 100 100 Tm", b"/F 12 Tf", b"/F 0 Tf", b"/F -9 Tf", b"/F 1e9 Tf", b"(abc) Tj", b"[(a) -900 (b)] TJ",
    b"1e9 Tc", b"-50 Tw", b"0 Tz", b"3 Tr", b"50 50 m 300 50 l S", b"50 50 m 50 300 l S", b"50 50 250 250 re S",
    b"1e20 1e20 m -1e20 5 l S", b"nan 0 l f", b"60 60 20 20 re f", b"5 Ts", b"12 TL T*", b"85 700 Td",
)), max_size=40))  # fmt: skip
def test_any_drawing(content: list[bytes]) -> None:
    read(handmade(WORDS + b"\n".join(content)))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_short(share: float) -> None:
    found = read(WHOLE[: int(len(WHOLE) * share)])
    assert isinstance(found, UserError) or "Ủy ban" in " ".join(said(found))


def test_more_pages_than_any_plan_are_refused_at_once() -> None:
    count = 10_000
    kids = b" ".join(b"3 0 R" for _ in range(count))
    data = handmade(WORDS, pages=b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count)

    def refused() -> None:
        with pytest.raises(UserError, match=r"10\.000 trang, nhiều hơn 2\.000 trang"):
            read_pdf_paper(data, "a.pdf")

    assert work(refused) < 5000
    assert MOST_PAGES == 2000


@pytest.mark.parametrize(
    "pages",
    [
        b"<</Type/Pages/Kids[2 0 R]/Count 3>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>",
        b"<</Type/Pages/Kids[3 0 R]/Count -5>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 99999999>>",
        b"<</Type/Pages/Kids[9 0 R 3 0 R]/Count 2/Parent 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
    ],
)
def test_trees_of_pages_that_lead_nowhere(pages: bytes) -> None:
    read(handmade(WORDS, pages=pages))


@pytest.mark.parametrize(
    "page",
    [
        b"/MediaBox[0 0 1e9 1e9]", b"/MediaBox[0 0 0 0]", b"/MediaBox[9 9 1 1]", b"/CropBox[-1e30 0 1e30 5]",
        b"/Rotate 45", b"/Rotate 123456789", b"/UserUnit 0",
    ],
)  # fmt: skip
def test_pages_of_strange_sizes(page: bytes) -> None:
    read(handmade(WORDS, page=page))


def test_a_page_with_more_lines_than_anybody_draws() -> None:
    def drawn(columns: int) -> bytes:
        return b"\n".join(b"%d %d m %d %d l S" % (x, y, x + 400, y) for x in range(columns) for y in range(300))

    few, many = (handmade(WORDS + drawn(columns)) for columns in (5, 20))
    assert work(lambda: read(many)) < 6 * work(lambda: read(few))
    grid = b"\n".join(b"%d 0 m %d 800 l S 0 %d m 595 %d l S" % (at, at, at, at) for at in range(0, 590, 1))
    read(handmade(WORDS + drawn(200) + grid))


@pytest.mark.parametrize("packed", [True, False])
def test_a_drawing_that_bursts(*, packed: bool) -> None:
    drawing = WORDS + b"0 0 m 9 9 l S\n" * 3_000_000
    data = handmade(zlib.compress(drawing, 9) if packed else drawing)
    if packed:
        data = data.replace(b"<</Length ", b"<</Filter/FlateDecode/Length ", 1)

    def refused() -> None:
        with pytest.raises(UserError, match="phình ra quá lớn"):
            read_pdf_paper(data, "a.pdf")

    assert work(refused) < 5000


def test_forms_that_hold_themselves() -> None:
    page = b"/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>"
    form = (
        b"6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n"
        b"/X Do\nendstream endobj\n"
    )
    data = handmade(WORDS + b"/X Do", page=page).replace(b"trailer", form + b"trailer")
    read(data)


def test_letters_without_meaning_are_no_words() -> None:
    """A font whose letters the file gives no meaning is told, as a scan is."""
    font = b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+X/Encoding<</Differences[65 /g1 /g2 /g3 /g4]>>>>endobj"
    data = re.sub(
        rb"5 0 obj.*?endobj", font.replace(b"\\", b""), handmade(b"BT /F 12 Tf 85 700 Td (" + b"ABCD" * 30 + b") Tj ET")
    )
    found = read(data)
    assert isinstance(found, UserError)
    assert "mã riêng của phông" in found.what


def test_letters_of_a_wrong_meaning_are_told() -> None:
    """A font may say of each letter that it is another one; nobody can read that, so it is told."""
    pages = Pages()
    turned = str.maketrans("aeiouy", "xzwqvk")
    for _ in range(8):
        pages.paragraph(fold(TEXT).translate(turned))
    found = read(pages.data())
    assert isinstance(found, Paper)
    assert any("hầu như không có tiếng Việt" in problem.text for problem in found.problems)


def test_an_owners_password_alone_keeps_nobody_out() -> None:
    pages = Pages(locked=StandardEncryption("", ownerPassword="chu", canCopy=0))
    pages.words(LEFT, 60, TEXT)
    found = read(pages.data())
    assert isinstance(found, Paper)
    assert said(found) == [TEXT]


def test_a_password_to_open_is_asked_for_in_a_sentence() -> None:
    pages = Pages(locked=StandardEncryption("mo", ownerPassword="chu"))
    pages.words(LEFT, 60, TEXT)
    with pytest.raises(UserError, match="mật khẩu mở tệp"):
        read_pdf_paper(pages.data(), "a.pdf")
