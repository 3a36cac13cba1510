"""A PDF opened with PDFium, which may never be used by two threads at once, and the refusals of what cannot be read."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2.raw as pdfium

from tthc_desktop.documents.limits import MOST_PAGES
from tthc_desktop.documents.reading.pdf.bursting import bursts
from tthc_desktop.documents.reading.pdf.view import Handle
from tthc_desktop.errors import UserError

ALONE = RLock()
"""Held around every call of PDFium, which keeps state of its own for the whole process."""
_HEAD = 1024
_AGAIN = "Hãy xin lại tệp gốc, hoặc mở tệp bằng chương trình xem PDF, in lại ra PDF rồi nhập tệp mới đó."


class Opened:
    """An open file: how many pages it has, and each of them loaded for as long as it is read."""

    def __init__(self, document: Handle, name: str) -> None:
        self._document = document
        self.name = name
        self.pages = pdfium.FPDF_GetPageCount(document)

    @contextmanager
    def page(self, number: int) -> Iterator[Handle | None]:
        """Load a page, from 0; None for a page that is damaged. PDFium is held until it is left."""
        with ALONE:
            page = pdfium.FPDF_LoadPage(self._document, number)
            try:
                yield page or None
            finally:
                if page:
                    pdfium.FPDF_ClosePage(page)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Opened]:
    """Open a PDF.

    Raises:
        UserError: it is no PDF, is damaged, asks for a password, or has more pages than any plan.
    """
    if not data:
        raise UserError(f"Tệp “{name}” trống, không có gì để đọc.", "Hãy chọn tệp khác hoặc xin lại tệp gốc.")
    if b"%PDF-" not in data[:_HEAD]:
        raise UserError(
            f"Tệp “{name}” không phải là tệp PDF.", "Hãy mở tệp bằng chương trình của nó, in ra PDF rồi nhập lại."
        )
    if bursts(data):
        raise UserError(
            f"Tệp “{name}” có trang phình ra quá lớn khi mở, không phải văn bản thường.",
            "Hãy mở tệp bằng chương trình xem PDF, in riêng các trang của kế hoạch ra PDF rồi nhập tệp mới đó.",
        )
    held = ctypes.create_string_buffer(data, len(data))
    with ALONE:
        document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
        error = pdfium.FPDF_GetLastError()
    if not document:
        raise _locked(name) if error in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY} else _damaged(name)
    try:
        with ALONE:
            file = Opened(document, name)
        if file.pages > MOST_PAGES:
            raise _too_long(name, file.pages)
        if file.pages < 1:
            raise _damaged(name)
        yield file
    finally:
        with ALONE:
            pdfium.FPDF_CloseDocument(document)


def damaged_pages(name: str) -> UserError:
    """Return what is said of a file none of whose pages can be read."""
    return _damaged(name)


def _damaged(name: str) -> UserError:
    return UserError(f"Tệp “{name}” bị hỏng hoặc tải về chưa đủ nên không đọc được.", _AGAIN)


def _locked(name: str) -> UserError:
    return UserError(
        f"Tệp “{name}” có mật khẩu mở tệp nên không đọc được.",
        "Hãy mở tệp bằng mật khẩu trong chương trình xem PDF, in lại ra một tệp PDF không có mật khẩu rồi nhập tệp đó.",
    )


def _too_long(name: str, pages: int) -> UserError:
    shown = f"{pages:,}".replace(",", ".")
    most = f"{MOST_PAGES:,}".replace(",", ".")
    return UserError(
        f"Tệp “{name}” có {shown} trang, nhiều hơn {most} trang mà chương trình đọc một lần.",
        "Hãy tách riêng các trang của kế hoạch thành một tệp PDF nhỏ rồi nhập tệp đó.",
    )
