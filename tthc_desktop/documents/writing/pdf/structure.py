"""What stands on the pages of a file as a tree that a screen reader follows (ISO 32000-1, 14.7 and 14.8).

Every piece of content names the element that it belongs to; what belongs to none is an artifact, which is not read.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from tthc_desktop.documents.writing.pdf.elements import Element


class _Content(NamedTuple):
    """A piece of content: its page, and its number there."""

    page: int
    number: int


class _Annotation(NamedTuple):
    """What stands above a page, as a field or a link: its page, and the number of its object."""

    page: int
    object: int


@dataclass(slots=True)
class _Node:
    """An element in one file."""

    element: Element
    parent: Self | None
    kids: list["_Node | _Content | _Annotation"] = field(default_factory=list)
    number: int = 0


class Structure:
    """The tree of one file, grown while its pages are drawn."""

    def __init__(self) -> None:
        self._root = self._section = _Node(Element(None, "Document"), None)
        self._known: dict[Hashable, _Node] = {}
        self._pages: list[list[_Node]] = []
        self._annotations: list[tuple[_Node, PDFDictionary]] = []

    def open_page(self) -> None:
        self._pages.append([])

    def open_section(self, element: Element) -> None:
        """Let elements that name nothing that holds them belong to this one from now on."""
        self._section = self._root
        self._section = self.node(element)

    def content(self, element: Element) -> int:
        """Take in a piece of content on the last page and return its number there."""
        node, page = self.node(element), self._pages[-1]
        node.kids.append(_Content(len(self._pages) - 1, len(page)))
        page.append(node)
        return len(page) - 1

    def annotation(self, element: Element, made: PDFDictionary, number: int) -> None:
        """Take in what stands above the last page, with the number of its object; it is told where it belongs."""
        node = self.node(element)
        node.kids.append(_Annotation(len(self._pages) - 1, number))
        self._annotations.append((node, made))

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
        for at, (node, made) in enumerate(self._annotations, len(pages)):
            made["StructParent"] = at
            parents += f" {at} {node.number} 0 R"
        tree.words = (
            f"<</Type /StructTreeRoot /K {nodes[0].number} 0 R /ParentTree <</Nums [{parents}]>> "
            f"/ParentTreeNextKey {len(pages) + len(self._annotations)}>>"
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
    home = next((kid.page for kid in node.kids if not isinstance(kid, _Node)), None)
    kids = " ".join(_kid(kid, home, pages) for kid in node.kids)
    here = f" /Pg {pages[home]} 0 R" if home is not None else ""
    parent = node.parent.number if node.parent else top
    says = f" {node.element.says}" if node.element.says else ""
    inner = f" /K {kids}" if len(node.kids) == 1 else f" /K [{kids}]" if kids else ""
    return f"<</S /{node.element.role} /P {parent} 0 R{here}{inner}{says}>>".encode("latin-1")


def _kid(kid: _Node | _Content | _Annotation, home: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, _Node):
        return f"{kid.number} 0 R"
    page = pages[kid.page]
    if isinstance(kid, _Annotation):
        return f"<</Type /OBJR /Pg {page} 0 R /Obj {kid.object} 0 R>>"
    return str(kid.number) if kid.page == home else f"<</Type /MCR /Pg {page} 0 R /MCID {kid.number}>>"
