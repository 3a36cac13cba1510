"""The words of a PDF as passages that can be held against others, and a quick look whether two files say the same."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

import pypdfium2.raw as pdfium

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, Step, TableBlock, TableCell
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.documents.reading.pdf.opening import opened
from tthc_desktop.documents.reading.text.parts import stamps_in, without_stamps
from tthc_desktop.models.comparison.passages import Passage
from tthc_desktop.models.plan import Stamp


def plain_pages(data: bytes, name: str) -> tuple[str, ...]:
    """Return the words of each page as the file has them, without what is drawn above the page.

    Two files whose pages are the same in this say the same, word for word; of others it tells nothing.
    """
    with opened(data, name) as file:
        pages: list[str] = []
        for number in range(file.pages):
            with file.page(number) as page:
                pages.append(_plain(page) if page else "")
        return tuple(pages)


def _plain(page: Any) -> str:  # noqa: ANN401 - PDFium tells no types
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return ""
    try:
        count = pdfium.FPDFText_CountChars(text)
        letters = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(text, 0, count, letters)
        return bytes(letters).decode("utf-16-le", "replace")
    finally:
        pdfium.FPDFText_ClosePage(text)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a PDF, paragraph by paragraph and row by row, and the stamps that stand among or around them."""

    passages: tuple[Passage, ...]
    stamps: tuple[Stamp, ...]


def read_wording(data: bytes, name: str, step: Step) -> Wording:
    """Return the words of a PDF; `UserError` where it has none."""
    paper = read_pdf_paper(data, name, step)
    passages = tuple(_each(paper))
    aside = (str(block.text) for block in paper.aside)
    found = (stamp for words in (*aside, *(one.words for one in passages)) for stamp in stamps_in(words))
    bare = (replace(one, words=without_stamps(one.words)) for one in passages)
    return Wording(tuple(bare), tuple(dict.fromkeys((*paper.stamps, *found))))


def _each(paper: Paper) -> Iterator[Passage]:
    """Yield the paragraphs of a paper and the rows of its tables, without what belongs to the pages alone."""
    for block in paper.blocks:
        if isinstance(block, Block):
            yield _passage(str(block.text), block.place)
            continue
        for row, place in zip_longest(block.rows, block.places):
            yield _passage(_row_words(row or ()), place)


def _passage(words: str, place: Place | None) -> Passage:
    return Passage(words, place.page, place.box) if place else Passage(words)


def _row_words(cells: Sequence[TableCell]) -> str:
    return " | ".join(" ".join(_cell_words(cell)) for cell in cells)


def _cell_words(cell: TableCell) -> Iterator[str]:
    for block in cell.blocks:
        if isinstance(block, TableBlock):
            yield from (_row_words(row) for row in block.rows)
        else:
            yield str(block.text)
