"""What stands on the pages of a file as a tree that a screen reader follows (ISO 32000-1, 14.7 and 14.8).

Every piece of content names the element that it belongs to; what belongs to none is an artifact, which is not read.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.packed import PackedDocument

_PAGE = 1 << 32
"""A piece of content is one number, for there are tens of thousands: its page times this, and its number there."""


class _Annotation(NamedTuple):
    """What stands above a page, as a field or a link: its page, and the number of its object."""

    page: int
    object: int


class Node:
    """An element in one file: its type, what it says beside its content, what it holds.

    It does not know what holds it, so that a whole tree is gone as soon as its file is written.
    """

    __slots__ = ("kids", "number", "role", "says")

    def __init__(self, role: str, says: str) -> None:
        self.role = role
        self.says = says
        self.kids: list[Node | _Annotation | int] = []
        self.number = 0


class Structure:
    """The tree of one file, grown while its pages are drawn."""

    def __init__(self) -> None:
        self._root = self._section = Node("Document", "")
        self._known: dict[Hashable, Node] = {}
        self._pages: list[list[Node]] = []
        self._annotations: list[tuple[Node, PDFDictionary]] = []

    @property
    def page(self) -> int:
        """Return the page that is being drawn, counted from 0."""
        return len(self._pages) - 1

    def open_page(self) -> None:
        self._pages.append([])

    def open_section(self, element: Element) -> None:
        """Let elements that name nothing that holds them belong to this one from now on."""
        self._section = self._root
        self._section = self.node(element)

    def content(self, node: Node) -> int:
        """Take in a piece of content of an element on the last page and return its number there."""
        page = self._pages[-1]
        number = len(page)
        node.kids.append((len(self._pages) - 1) * _PAGE + number)
        page.append(node)
        return number

    def annotation(self, node: Node, made: PDFDictionary, number: int) -> None:
        """Take in what stands above the last page, with the number of its object; it is told where it belongs."""
        node.kids.append(_Annotation(len(self._pages) - 1, number))
        self._annotations.append((node, made))

    def node(self, element: Element) -> Node:
        """Return an element of this file; it stands behind those that were asked for before."""
        key, role, parent, says = element
        found = self._known.get(key)
        if found is None:
            above = self.node(parent) if parent else self._section
            found = self._known[key] = Node(role, says)
            above.kids.append(found)
        return found

    def write(self, document: PackedDocument) -> None:
        """Put the tree into a document whose pages are all drawn."""
        nodes = list(_walk(self._root))
        tree, *numbers = document.reserve(1 + len(nodes) + len(self._pages))
        for node, number in zip(nodes, numbers, strict=False):
            node.number = number
        shown = document.page_numbers()
        document.pack(self._root.number, _dictionary(self._root, tree, shown))
        for node in nodes:
            for kid in node.kids:
                if isinstance(kid, Node):
                    document.pack(kid.number, _dictionary(kid, node.number, shown))
        for at, page in enumerate(document.Pages.pages):
            page.StructParents, page.Tabs = at, PDFName("S")
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        listed = self._parents(document, numbers[len(nodes) :])
        document.pack(
            tree,
            f"<</Type/StructTreeRoot/K {self._root.number} 0 R/ParentTree<</Nums[{listed}]>>"
            f"/ParentTreeNextKey {len(shown) + len(self._annotations)}>>".encode(),
        )
        document.Catalog.StructTreeRoot = document.reference(tree)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _parents(self, document: PackedDocument, numbers: Sequence[int]) -> str:
        """Return the way back from each piece of content and each annotation to its element."""
        for number, page in zip(numbers, self._pages, strict=True):
            document.pack(number, f"[{' '.join([f'{node.number} 0 R' for node in page])}]".encode())
        back = [f"{at} {number} 0 R" for at, number in enumerate(numbers)]
        for at, (node, made) in enumerate(self._annotations, len(numbers)):
            made["StructParent"] = at
            back.append(f"{at} {node.number} 0 R")
        return " ".join(back)


def _walk(root: Node) -> Iterator[Node]:
    """Yield the elements in the order of reading."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]


def _dictionary(node: Node, parent: int, pages: Sequence[int]) -> bytes:
    kids = node.kids
    if len(kids) == 1 and isinstance(kids[0], int):
        page, number = divmod(kids[0], _PAGE)
        return f"<</S/{node.role}/P {parent} 0 R/Pg {pages[page]} 0 R/K {number}{node.says}>>".encode("latin-1")
    home = next((_page(kid) for kid in kids if not isinstance(kid, Node)), None)
    here = f"/Pg {pages[home]} 0 R" if home is not None else ""
    inner = " ".join([_kid(kid, home, pages) for kid in kids])
    held = f"/K {inner}" if len(kids) == 1 else f"/K[{inner}]" if kids else ""
    return f"<</S/{node.role}/P {parent} 0 R{here}{held}{node.says}>>".encode("latin-1")


def _page(kid: _Annotation | int) -> int:
    return kid // _PAGE if isinstance(kid, int) else kid.page


def _kid(kid: Node | _Annotation | int, home: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    if isinstance(kid, _Annotation):
        return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.object} 0 R>>"
    page, number = divmod(kid, _PAGE)
    return str(number) if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"
