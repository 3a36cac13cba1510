"""What cannot be read is refused with a sentence that says what it is."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.documents.reading.pdf.drawn import Pages
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.errors import UserError


def whole() -> bytes:
    pages = Pages()
    pages.paragraph("Ủy ban nhân dân xã yêu cầu các thôn báo cáo trước ngày 15 hằng tháng về việc đã làm.")
    return pages.data()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "trống"),
        (b"PK\x03\x04 word/document.xml", "không phải là tệp PDF"),
        (b"%PDF-1.7\n", "bị hỏng"),
        (b"%PDF-1.7\n" + b"\x00" * 5000, "bị hỏng"),
    ],
)
def test_what_is_no_pdf(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_pdf_paper(data, "a.pdf")


def test_a_scan_is_said_to_be_one() -> None:
    pages = Pages()
    pages.picture(20, 20, 580, 830)
    with pytest.raises(UserError, match="bản quét"):
        read_pdf_paper(pages.data(), "a.pdf")


def test_who_waits_may_stop() -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, of: int) -> None:
        assert (done, of) == (1, 1)
        raise StoppedError

    with pytest.raises(StoppedError):
        read_pdf_paper(whole(), "a.pdf", stop)


def test_two_readers_at_once() -> None:
    """PDFium keeps state of its own; whoever reads waits for its turn."""
    data = whole()
    with ThreadPoolExecutor(4) as pool:
        papers = list(pool.map(lambda _: read_pdf_paper(data, "a.pdf"), range(24)))
    assert all(paper == papers[0] for paper in papers)
