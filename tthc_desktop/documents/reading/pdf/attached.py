"""Words that are no part of a page's drawing but attached to it, as the pictures of signatures are."""

from collections import Counter
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from tthc_desktop.documents.reading.pdf.composing import Glyph
from tthc_desktop.documents.reading.pdf.view import Handle

_MOST = 500
_SHOWN = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP}
"""The kinds that signatures and form fields are; notes of readers are none of the paper."""


def draws_attached(page: Handle) -> bool:
    """Draw what is attached into a loaded page, if anything is; it is seen once the page is loaded anew."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)
    if not any(_kind(page, place) in _SHOWN for place in range(count)):
        return False
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _kind(page: Handle, place: int) -> int:
    note = pdfium.FPDFPage_GetAnnot(page, place)
    if not note:
        return -1
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(note))
    finally:
        pdfium.FPDFPage_CloseAnnot(note)


def added(before: Sequence[Glyph], after: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters that were not there before."""
    known = Counter(map(_key, before))
    found = []
    for glyph in after:
        key = _key(glyph)
        if known[key]:
            known[key] -= 1
        else:
            found.append(glyph)
    return found


def _key(glyph: Glyph) -> tuple[str, int, int]:
    return glyph.char, round(glyph.left), round(glyph.base)
