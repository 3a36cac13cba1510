"""What stands on the pages of a file as a tree that a screen reader follows (ISO 32000-1, 14.7 and 14.8).

Every piece of content names the element that it belongs to; what belongs to none is an artifact, which is not read.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from tthc_desktop.documents.writing.pdf.elements import Element


@dataclass(slots=True)
class _Node:
    """An element in one file: `kids` are nodes, or pages with the number of a piece of content on them."""

    element: Element
    parent: Self | None
    kids: list["_Node | tuple[int, int]"] = field(default_factory=list)
    number: int = 0


class Structure:
    """The tree of one file, grown while its pages are drawn."""

    def __init__(self) -> None:
        self._root = self._section = _Node(Element(None, "Document"), None)
        self._known: dict[Hashable, _Node] = {}
        self._pages: list[list[_Node]] = []

    def open_page(self) -> None:
        self._pages.append([])

    def open_section(self, element: Element) -> None:
        """Let elements that name nothing that holds them belong to this one from now on."""
        self._section = self._root
        self._section = self.node(element)

    def content(self, element: Element) -> int:
        """Take in a piece of content on the last page and return its number there."""
        node, page = self.node(element), self._pages[-1]
        node.kids.append((len(self._pages) - 1, len(page)))
        page.append(node)
        return len(page) - 1

    def node(self, element: Element) -> _Node:
        """Return an element of this file; it stands behind those that were asked for before."""
        found = self._known.get(element.key)
        if found is None:
            parent = self.node(element.parent) if element.parent else self._section
            found = self._known[element.key] = _Node(element, parent)
            parent.kids.append(found)
        return found

    def write(self, document: Any, pages: Sequence[Any]) -> None:  # noqa: ANN401 - reportlab tells no types
        """Put the tree into a document of reportlab with these pages."""
        numbers = [_number(document, page) for page in pages]
        tree = _Written(b"")
        top = _number(document, tree)
        nodes = list(self._walk())
        written = [_Written(b"") for _ in nodes]
        for node, object_ in zip(nodes, written, strict=True):
            node.number = _number(document, object_)
        for node, object_ in zip(nodes, written, strict=True):
            object_.words = _dictionary(node, top, numbers)
        for at, page in enumerate(pages):
            page.StructParents, page.Tabs = at, PDFName("S")
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        parents = " ".join(
            f"{at} [{' '.join(f'{node.number} 0 R' for node in page)}]" for at, page in enumerate(self._pages)
        )
        tree.words = (
            f"<</Type /StructTreeRoot /K {nodes[0].number} 0 R /ParentTree <</Nums [{parents}]>> "
            f"/ParentTreeNextKey {len(pages)}>>"
        ).encode("ascii")
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _walk(self) -> list[_Node]:
        found = [self._root]
        for node in found:
            found += (kid for kid in node.kids if isinstance(kid, _Node))
        return found


class _Written(PDFObject):
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, words: bytes) -> None:
        self.words = words

    def format(self, _document: object) -> bytes:
        return self.words


def _number(document: Any, object_: object) -> int:  # noqa: ANN401 - reportlab tells no types
    number: int = document.idToObjectNumberAndVersion[document.Reference(object_).name][0]
    return number


def _dictionary(node: _Node, top: int, pages: Sequence[int]) -> bytes:
    home = next((kid[0] for kid in node.kids if isinstance(kid, tuple)), None)
    kids = " ".join(_kid(kid, home, pages) for kid in node.kids)
    here = f" /Pg {pages[home]} 0 R" if home is not None else ""
    parent = node.parent.number if node.parent else top
    says = f" {node.element.says}" if node.element.says else ""
    inner = f" /K {kids}" if len(node.kids) == 1 else f" /K [{kids}]" if kids else ""
    return f"<</S /{node.element.role} /P {parent} 0 R{here}{inner}{says}>>".encode("latin-1")


def _kid(kid: "_Node | tuple[int, int]", home: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, _Node):
        return f"{kid.number} 0 R"
    page, number = kid
    return str(number) if page == home else f"<</Type /MCR /Pg {pages[page]} 0 R /MCID {number}>>"
