"""The pages of a finished PDF as dots: exact strips for a printer, and the box of all that is on a page.

Qt can draw a part of a page as well, but takes the page for whole points then: what stands low comes 1 mm too high.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2.raw as pdfium

from tthc_desktop.documents.reading.pdf.opening import ALONE
from tthc_desktop.documents.reading.pdf.view import Handle
from tthc_desktop.errors import UserError
from tthc_desktop.models.printing.paper_sizes import Box, Size, size_of

BAND = 200
"""How many dots high a strip is: a page needs little memory, and the window, which waits for each, seems not to."""
_WHITE = 0xFFFFFFFF
_BARE = b"\xff"
_HOW = pdfium.FPDF_ANNOT | pdfium.FPDF_PRINTING
_PER_MILLIMETRE = 2


class Strip(NamedTuple):
    """So many dots across and down from `top`: one byte each when grey, else four, blue first and the last unused."""

    top: int
    width: int
    height: int
    dots: bytes
    is_grey: bool


class Dots:
    """An open file."""

    def __init__(self, document: Handle) -> None:
        self._document = document
        with ALONE:
            self.pages: int = pdfium.FPDF_GetPageCount(document)

    def size(self, page: int) -> Size:
        """Return the size of a page, from 0, in millimetres."""
        found = pdfium.FS_SIZEF()
        with ALONE:
            pdfium.FPDF_GetPageSizeByIndexF(self._document, page, found)
        return size_of(found.width, found.height)

    def strips(self, page: int, width: int, height: int) -> Iterator[Strip]:
        """Yield a page that is so many dots wide and high, from above, without the strips on which nothing is."""
        for top in range(0, height, BAND):
            deep = min(BAND, height - top)
            drawn = self._drawn(page, (width, height), top, deep)
            grey = drawn[::4]
            is_grey = grey == drawn[1::4] == drawn[2::4]
            if not is_grey or grey.strip(_BARE):
                yield Strip(top, width, deep, grey if is_grey else drawn, is_grey)

    def inked(self, page: int) -> Box | None:
        """Return the box of all that is on a page, in millimetres from its top left corner; None for a bare page."""
        sheet = self.size(page)
        width, height = (round(length * _PER_MILLIMETRE) for length in sheet)
        dots = self._drawn(page, (width, height), 0, height)[1::4]
        rows = [dots[at : at + width] for at in range(0, width * height, width)]
        used = [at for at, row in enumerate(rows) if row.strip(_BARE)]
        if not used:
            return None
        left = min(width - len(rows[at].lstrip(_BARE)) for at in used)
        right = max(len(rows[at].rstrip(_BARE)) for at in used)
        across, down = sheet.width / width, sheet.height / height
        return Box(left * across, used[0] * down, right * across, (used[-1] + 1) * down)

    def _drawn(self, page: int, whole: tuple[int, int], top: int, deep: int) -> bytes:
        """Return a part of a page as wide as it is; PDFium is free for others in between."""
        width, height = whole
        held = ctypes.create_string_buffer(width * deep * 4)
        with ALONE:
            bitmap = pdfium.FPDFBitmap_CreateEx(width, deep, pdfium.FPDFBitmap_BGRx, held, width * 4)
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, deep, _WHITE)
            loaded = pdfium.FPDF_LoadPage(self._document, page)
            pdfium.FPDF_RenderPageBitmap(bitmap, loaded, 0, -top, width, height, 0, _HOW)
            pdfium.FPDF_ClosePage(loaded)
            pdfium.FPDFBitmap_Destroy(bitmap)
        return held.raw


@contextmanager
def dots_of(data: bytes) -> Iterator[Dots]:
    """Open a finished file of ours, or one that the office keeps.

    Raises:
        UserError: it cannot be opened.
    """
    held = ctypes.create_string_buffer(data, len(data))
    with ALONE:
        document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
    if not document:
        raise UserError("Không mở được bản in.", "Hãy in lại; nếu vẫn không được, hãy lưu PDF rồi in tệp đó.")
    try:
        yield Dots(document)
    finally:
        with ALONE:
            pdfium.FPDF_CloseDocument(document)
