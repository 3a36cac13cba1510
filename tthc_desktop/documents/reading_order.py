"""What a screen reader reads of a PDF: its tree of elements with their words, in its order (ISO 32000-1, 14.7)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium

from tthc_desktop.documents.limits import DEEPEST_TREE, MOST_ELEMENTS
from tthc_desktop.documents.reading.pdf.opening import Opened, opened
from tthc_desktop.errors import UserError
from tthc_desktop.models.read_aloud import Read
from tthc_desktop.models.text import clean

_WRONG = (ValueError, TypeError, KeyError, AttributeError, OverflowError)
"""What the library raises over objects that are not of the kind they should be."""
Content = Mapping[tuple[int, int], str]
"""Words by page and number of the content on it."""


def reading_order(data: bytes, name: str) -> tuple[Read, ...]:
    """Return the elements of a file in the order of reading, none where it is not tagged.

    Raises `UserError` for a file that cannot be opened.
    """
    with opened(data, name) as file:
        content = _content(file)
    try:
        with pikepdf.open(BytesIO(data)) as document:
            pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
            root = document.Root.get("/StructTreeRoot")
            if not isinstance(root, pikepdf.Dictionary):
                return ()
            return tuple(islice(_Tree(content, pages).elements(root.get("/K"), 0), MOST_ELEMENTS))
    except (pikepdf.PdfError, *_WRONG) as error:
        raise UserError(f"Tệp “{name}” bị hỏng nên không đọc được.", "Hãy lấy lại tệp gốc rồi thử lại.") from error


def _content(file: Opened) -> Content:
    found: defaultdict[tuple[int, int], str] = defaultdict(str)
    for number in range(file.pages):
        with file.page(number) as page:
            if not page:
                continue
            words = pdfium.FPDFText_LoadPage(page)
            for at in range(pdfium.FPDFPage_CountObjects(page)):
                piece = pdfium.FPDFPage_GetObject(page, at)
                mark = pdfium.FPDFPageObj_GetMarkedContentID(piece)
                if mark >= 0 and pdfium.FPDFPageObj_GetType(piece) == pdfium.FPDF_PAGEOBJ_TEXT:
                    found[number, mark] += _text(piece, words)
            pdfium.FPDFText_ClosePage(words)
    return found


def _text(piece: Any, words: Any) -> str:  # noqa: ANN401 - handles of PDFium
    size = pdfium.FPDFTextObj_GetText(piece, words, None, 0)
    held = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFTextObj_GetText(piece, words, held, size)
    return bytes(held).decode("utf-16-le", "replace").rstrip("\0")


class _Tree:
    """The tree of a file; an element that it names twice, or within itself, is read once."""

    def __init__(self, content: Content, pages: Mapping[Any, int]) -> None:
        self._content, self._pages = content, pages
        self._seen: set[Any] = set()

    def elements(self, kids: Any, depth: int) -> Iterator[Read]:  # noqa: ANN401 - untyped
        for kid in _each(kids):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid and depth < DEEPEST_TREE and self._is_new(kid):
                yield _read(kid, depth, self._content, self._pages)
                yield from self.elements(kid.get("/K"), depth + 1)

    def _is_new(self, element: Any) -> bool:  # noqa: ANN401 - as above
        if not element.is_indirect:
            return True
        known = element.objgen in self._seen
        self._seen.add(element.objgen)
        return not known


def _each(kids: Any) -> list[Any]:  # noqa: ANN401 - as above
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _read(element: Any, depth: int, content: Content, pages: Mapping[Any, int]) -> Read:  # noqa: ANN401 - as above
    home = pages.get(element["/Pg"].objgen, -1) if "/Pg" in element else -1
    places = [place for kid in _each(element.get("/K")) if (place := _place(kid, home, pages))]
    words = clean("".join(content.get(place, "") for place in places))
    reach = _reach(element)
    return Read(
        str(element["/S"]).removeprefix("/"),
        depth,
        (places[0][0] if places else home) + 1,
        " ".join(words.split()),
        clean(str(element.get("/Alt", ""))),
        int(reach.get("/RowSpan", 1)),
        int(reach.get("/ColSpan", 1)),
    )


def _place(kid: Any, home: int, pages: Mapping[Any, int]) -> tuple[int, int] | None:  # noqa: ANN401 - as above
    if isinstance(kid, pikepdf.Dictionary):
        if "/MCID" not in kid:
            return None
        page = pages.get(kid["/Pg"].objgen, -1) if "/Pg" in kid else home
        return page, int(kid["/MCID"])
    return home, int(kid)


def _reach(element: Any) -> Mapping[str, Any]:  # noqa: ANN401 - as above
    found: dict[str, Any] = {}
    for attributes in _each(element.get("/A")):
        if isinstance(attributes, pikepdf.Dictionary):
            found |= dict(attributes.items())
    return found
