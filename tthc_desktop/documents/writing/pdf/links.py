"""Links within a file as objects of a PDF (ISO 32000-1, 12.5.6.5)."""

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

_PRINTED = 4
"""The flag of what is printed with the page; PDF/A asks for it."""


def link(box: tuple[float, float, float, float], page: int, y: float, words: str) -> PDFDictionary:
    """Return an annotation that leads from a box, in points, to a height on a page, counted from 0.

    `words` tell whoever cannot see it where it leads.
    """
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(edge, 2) for edge in box]),
            "Contents": PDFString(words),
            "Border": PDFArray([0, 0, 0]),
            "F": _PRINTED,
            "Dest": PDFArray([PDFObjectReference(f"Page{page + 1}"), PDFName("XYZ"), "null", round(y, 2), "null"]),
        }
    )
