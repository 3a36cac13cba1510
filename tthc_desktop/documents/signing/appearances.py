"""What the signatures of a PDF print on its pages, and the head of the paper with that in it.

Signatures are drawn above the page, apart from its own words. Here they are pressed into copies of the pages in
memory; the file itself stays as it is.
"""

from contextlib import closing, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tthc_desktop.documents.reading.pdf.lines import whole_lines
from tthc_desktop.documents.reading.pdf.opening import ALONE, Opened, opened
from tthc_desktop.documents.reading.pdf.sheet import read_sheet
from tthc_desktop.documents.reading.text.head import kind_at, number_and_date
from tthc_desktop.documents.reading.text.parts import stamps_in, without_stamps
from tthc_desktop.models.plan import Header, Stamp
from tthc_desktop.models.text import clean

_HEAD_LINES = 25


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines that signatures print, those of them that are stamps of the organisation, and the head of page 1."""

    lines: tuple[str, ...]
    stamps: tuple[Stamp, ...]
    head: Header


def shown_by_signatures(data: bytes, name: str) -> Shown:
    """Return what is seen of the signatures; `UserError` for a file that cannot be opened."""
    with opened(data, name) as file:
        lines = tuple(line for number in range(file.pages) for line in _signed_lines(file, number))
    stamps = tuple(stamp for line in lines for stamp in stamps_in(line))
    with opened(data, name) as file:
        return Shown(lines, stamps, _head(file))


def as_seen(data: bytes) -> bytes:
    """Return a copy to be looked at, in which what signatures show is part of the pages; the file itself stays.

    Viewers without forms, as the window's, leave signatures out.
    """
    out = BytesIO()
    with ALONE, closing(pypdfium2.PdfDocument(data)) as document:
        for number in range(len(document)):
            # A damaged page is shown as damaged.
            with suppress(pypdfium2.PdfiumError), closing(document[number]) as page:
                if pdfium.FPDFPage_GetAnnotCount(page):
                    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        document.save(out)
    return out.getvalue()


def _signed_lines(file: Opened, number: int) -> list[str]:
    """Return the lines that stand above a page: all that is its own is taken away first."""
    with file.page(number) as page:
        if not page or not pdfium.FPDFPage_GetAnnotCount(page):
            return []
        for place in range(pdfium.FPDFPage_CountObjects(page) - 1, -1, -1):
            own = pdfium.FPDFPage_GetObject(page, place)
            if pdfium.FPDFPage_RemoveObject(page, own):
                pdfium.FPDFPageObj_Destroy(own)
        pdfium.FPDFPage_GenerateContent(page)
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    with file.page(number) as page:
        return _lines(page) if page else []


def _head(file: Opened) -> Header:
    """Return number and date as they are read on page 1, the signatures' own words among the others."""
    with file.page(0) as page:
        if page:
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    with file.page(0) as page:
        lines = _lines(page) if page else []
    head: list[str] = []
    for line in lines[:_HEAD_LINES]:
        if kind_at(line):
            break
        head.append(without_stamps(line))
    return number_and_date("\n".join(head))


def _lines(page: Any) -> list[str]:  # noqa: ANN401 - PDFium tells no types
    """Return the lines of a page from above, the words of each from the left."""
    return [clean(line.said) for line in whole_lines(read_sheet(page, 1).glyphs)]
