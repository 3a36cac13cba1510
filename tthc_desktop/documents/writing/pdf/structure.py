"""What stands on the pages of a file as a tree that a screen reader follows (ISO 32000-1, 14.7 and 14.8).

Every piece of content names the element that it belongs to; what belongs to none is an artifact, which is not read.
"""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary

from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.packed import PackedDocument

_PAGE = 1 << 32
"""A piece of content is one number, for there are tens of thousands: its page times this, and its number there."""


class _Annotation(NamedTuple):
    """What stands above a page, as a field or a link: its page, and the number of its object."""

    page: int
    object: int


class Node:
    """An element in one file: its type, what it says beside its content, what it holds; its place and its holder's.

    It names its holder by place only, so that a whole tree is gone as soon as its file is written.
    """

    __slots__ = ("above", "kids", "place", "role", "says")

    def __init__(self, role: str, says: str, place: int, above: int) -> None:
        self.role = role
        self.says = says
        self.place = place
        self.above = above
        self.kids: list[Node | _Annotation | int] = []


class Structure:
    """The tree of one file, grown while its pages are drawn."""

    def __init__(self) -> None:
        self._root = self._section = Node("Document", "", 0, -1)
        self._nodes = [self._root]
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
            found = self._known[key] = Node(role, says, len(self._nodes), above.place)
            self._nodes.append(found)
            above.kids.append(found)
        return found

    def write(self, document: PackedDocument) -> None:
        """Put the tree into a document whose pages are all drawn."""
        numbers = document.reserve(1 + len(self._nodes) + len(self._pages))
        tree, first, parents = numbers.start, numbers.start + 1, numbers.start + 1 + len(self._nodes)
        pages = document.page_numbers()
        root = (
            f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree<</Nums[{self._back(first, parents)}]>>"
            f"/ParentTreeNextKey {len(pages) + len(self._annotations)}>>"
        )
        elements = [_dictionary(node, first, pages) for node in self._nodes]
        held = [f"[{' '.join([f'{first + node.place} 0 R' for node in page])}]" for page in self._pages]
        document.pack(numbers, [root, *elements, *held])
        document.Catalog.StructTreeRoot = document.reference(tree)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _back(self, first: int, parents: int) -> str:
        """Return where the elements of each page's contents are listed, and the element of each annotation."""
        back = [f"{at} {parents + at} 0 R" for at in range(len(self._pages))]
        for at, (node, made) in enumerate(self._annotations, len(self._pages)):
            made["StructParent"] = at
            back.append(f"{at} {first + node.place} 0 R")
        return " ".join(back)


def _dictionary(node: Node, first: int, pages: Sequence[int]) -> str:
    """Return an element as it stands in the file; the tree's own object comes before that of the first element."""
    kids, above = node.kids, first + node.above
    if len(kids) == 1 and type(kids[0]) is int:
        page, number = divmod(kids[0], _PAGE)
        return f"<</S/{node.role}/P {above} 0 R/Pg {pages[page]} 0 R/K {number}{node.says}>>"
    home = next((_page(kid) for kid in kids if not isinstance(kid, Node)), None)
    here = f"/Pg {pages[home]} 0 R" if home is not None else ""
    inner = " ".join([_kid(kid, first, home, pages) for kid in kids])
    held = f"/K {inner}" if len(kids) == 1 else f"/K[{inner}]" if kids else ""
    return f"<</S/{node.role}/P {above} 0 R{here}{held}{node.says}>>"


def _page(kid: _Annotation | int) -> int:
    return kid // _PAGE if isinstance(kid, int) else kid.page


def _kid(kid: Node | _Annotation | int, first: int, home: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Node):
        return f"{first + kid.place} 0 R"
    if isinstance(kid, _Annotation):
        return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.object} 0 R>>"
    page, number = divmod(kid, _PAGE)
    return str(number) if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"
