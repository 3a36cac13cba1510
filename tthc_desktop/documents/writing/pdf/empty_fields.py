"""Empty signature fields as objects of a PDF: named, seen by nobody until somebody signs."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from tthc_desktop.models.signature_places import ORGANISATION, PERSON, SignaturePlace

_PRINTED = 4
"""The flag of what is printed with the page; PDF/A asks for it."""
_HAS_FIELDS = 1
"""The flag of a file that has signature fields, none of them signed yet."""
_TOLD = {PERSON: "Chữ ký của người có thẩm quyền", ORGANISATION: "Chữ ký số và dấu của cơ quan"}


def field(document: Any, place: SignaturePlace) -> PDFDictionary:  # noqa: ANN401 - reportlab tells no types
    """Return a field for the current page. Its look is empty, but there: PDF/A knows no field without one."""
    left, bottom, right, top = (round(edge, 2) for edge in place.box)
    entries = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "FT": PDFName("Sig"),
        "T": PDFString(place.name),
        "TU": PDFString(_TOLD.get(place.name, f"Chữ ký số của cơ quan trên {place.name}")),
        "F": _PRINTED,
        "Rect": PDFArray((left, bottom, right, top)),
        "P": document.thisPageRef(),
        "AP": PDFDictionary({"N": document.Reference(_nothing(right - left, top - bottom))}),
    }
    return PDFDictionary(entries)


def _nothing(width: float, height: float) -> PDFStream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray((0, 0, round(width, 2), round(height, 2))),
        "Resources": PDFDictionary({}),
    }
    return PDFStream(PDFDictionary(entries), "", ())


def form(fields: Sequence[object]) -> PDFDictionary:
    """Return what lists the fields of a file, given as references."""
    return PDFDictionary({"Fields": PDFArray(fields), "SigFlags": _HAS_FIELDS})
