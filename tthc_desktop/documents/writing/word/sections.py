"""Sections: the paper itself and each appendix, with their sheets and page numbers of their own."""

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.word.markup import DECLARATION, RELATIONS, WORD, twips

NUMBERED, BARE = "rId10", "rId11"
"""The relations to the header with the page number, and to the empty one of first pages."""


def section(rules: Rules, size: tuple[float, float]) -> str:
    """Return the properties of a section that begins on a new page and counts its pages from 1; `size` in points."""
    width, height = (twips(side) for side in size)
    turned = ' w:orient="landscape"' if width > height else ""
    margins = " ".join(
        f'w:{side}="{twips(rules.length(f"margin_{side}"))}"' for side in ("top", "right", "bottom", "left")
    )
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{NUMBERED}"/>'
        f'<w:headerReference w:type="first" r:id="{BARE}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar {margins} '
        f'w:header="{twips(rules.length("page_number_top"))}" w:footer="567" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )


def header_part(*, numbered: bool) -> str:
    """Return a header: with the number of the page in the middle, or empty."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inner = field if numbered else ""
    return (
        f'{DECLARATION}<w:hdr xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>'
        f"{inner}</w:p></w:hdr>"
    )
