"""The sheet that flows are drawn on: a canvas with our fonts, our measures and the same bytes for the same words."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import groupby
from threading import Lock

from reportlab import rl_config
from reportlab.graphics.shapes import Drawing, String
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from tthc_desktop.documents.writing.pdf.archival import About, make_archival
from tthc_desktop.documents.writing.pdf.charts.shapes import ink_of, operators, shapes_of
from tthc_desktop.documents.writing.pdf.drawn_fonts import fonts_for
from tthc_desktop.documents.writing.pdf.elements import HEADINGS, Element
from tthc_desktop.documents.writing.pdf.empty_fields import field, form
from tthc_desktop.documents.writing.pdf.flow import Segment
from tthc_desktop.documents.writing.pdf.fonts import Typeface, family
from tthc_desktop.documents.writing.pdf.images import Image, image
from tthc_desktop.documents.writing.pdf.lines import Line, Piece
from tthc_desktop.documents.writing.pdf.links import link
from tthc_desktop.documents.writing.pdf.packed import PackedDocument
from tthc_desktop.documents.writing.pdf.panel_entries import Heading, write_entries
from tthc_desktop.documents.writing.pdf.structure import Node, Structure
from tthc_desktop.models.identity import Id
from tthc_desktop.models.signature_places import SignaturePlace

rl_config.useA85 = 0  # the text form of streams takes longer than the whole layout and makes files larger

_ALONE = Lock()
"""Held while glyphs are taken out of the fonts: a font keeps one place up to which it is read, whoever reads it."""
_LANGUAGE = "vi-VN"
_ESCAPED = {ord("("): r"\(", ord(")"): r"\)", ord("\\"): r"\\"}


class NoGlyphError(Exception):
    """A character has no shape in the font."""

    def __init__(self, char: str) -> None:
        super().__init__(f"no glyph for U+{ord(char):04X}")
        self.char = char


class Paper(Canvas):
    """Pages of one file; every text is drawn with embedded fonts only."""

    def __init__(self, title: str, author: str, subject: str = "", keywords: str = "") -> None:
        self._file = BytesIO()
        super().__init__(
            self._file,
            pageCompression=1,
            initialFontName=family().regular.name,  # type: ignore[arg-type]
        )
        self._doc: PackedDocument = PackedDocument(_LANGUAGE)
        self._about = About(title, author, subject, keywords)
        self._encodings: dict[Typeface, _Encoding] = {}
        self._fields: list[object] = []
        self._structure = Structure()
        self._goals: Mapping[Id, tuple[int, float]] = {}
        self._headings: dict[Node, Heading] = {}
        self._begin((0.0, 0.0), 0.0, 0.0)

    def open_page(self, size: tuple[float, float], left: float, top: float) -> None:
        """Begin a page; x and y are counted from `left` and `top` of its top left corner."""
        self._structure.open_page()
        self._begin(size, left, top)

    def _begin(self, size: tuple[float, float], left: float, top: float) -> None:
        self.setPageSize(size)
        self._left, self._top = left, size[1] - top
        self._text: list[str] = []
        self._look = ("", 0.0)
        self._stretch = 0.0
        self._node: Node | None = None
        self._heading: Node | None = None
        self._is_told = False
        self._is_open = False

    def section(self, element: Element) -> None:
        """Begin a part of the paper."""
        self._structure.open_section(element)

    def element(self, element: Element | None) -> None:
        self._node = self._structure.node(element) if element else None
        self._is_told = False

    def _tell(self) -> None:
        """Mark the words that follow as content of their element."""
        if self._is_open:
            self._text.append("EMC")
        self._text.append(self._mark())
        self._is_told = self._is_open = True
        self._heading = self._node if self._node and self._node.role in HEADINGS else None

    def _mark(self) -> str:
        node = self._node
        return f"/{node.role}<</MCID {self._structure.content(node)}>>BDC" if node else "/Artifact BMC"

    def words(self, x: float, y: float, line: Line, size: float, stretch: float = 0.0) -> None:
        if not self._is_told:
            self._tell()
        if self._heading:
            self._head(y - size, line)
        text = self._text
        text.append(f"1 0 0 1 {self._left + x:.2f} {self._top - y:.2f} Tm")
        if stretch != self._stretch:
            self._stretch = stretch
            text.append(f"{stretch:.3f} Tw")
        for face, words in line.pieces:
            encoding = self._encodings.get(face) or self._encoding(face)
            for font, codes in encoding.shown(words):
                if (font, size) != self._look:
                    self._look = font, size
                    text.append(f"{font} {size:g} Tf")
                text.append(f"({codes}) Tj")

    def _head(self, y: float, line: Line) -> None:
        """Take the words of a heading into the reader's panel."""
        node = self._heading
        assert node
        heading = self._headings.get(node)
        if heading is None:
            heading = Heading(HEADINGS.index(node.role), self._structure.page, self._top - y)
            self._headings[node] = heading
        heading.words += (piece.words for piece in line.pieces)

    def rules(self, segments: Sequence[Segment], thickness: float) -> None:
        left, top = self._left, self._top
        path = "\n".join(
            f"{left + x0:.2f} {top - y0:.2f} m {left + x1:.2f} {top - y1:.2f} l" for x0, y0, x1, y1 in segments
        )
        self.addLiteral(f"/Artifact BMC\n{thickness:.2f} w 2 J\n{path} S\nEMC")

    def ink(self, colour: tuple[float, float, float]) -> None:
        red, green, blue = colour
        self._text.append(f"{red:g} {green:g} {blue:g} rg" if any(colour) else "0 g")

    def frame(self, box: Segment, thickness: float, colour: tuple[float, float, float]) -> None:
        left, top, right, bottom = box
        red, green, blue = colour
        edges = f"{self._left + left:.2f} {self._top - bottom:.2f} {right - left:.2f} {bottom - top:.2f} re S"
        shown = f"q {red:g} {green:g} {blue:g} RG {thickness:.2f} w 0 J\n{edges} Q"
        self.addLiteral(f"/Artifact BMC\n{shown}\nEMC")

    def drawing(self, x: float, y: float, made: Drawing) -> None:
        shapes = operators(made, self._left + x, self._top - y)
        self.addLiteral(f"{self._mark()}\n{shapes}\nEMC")
        if self._node and "/BBox" not in self._node.says:
            left, top = self._left + x, self._top - y
            box = f"{left:.2f} {top - made.height:.2f} {left + made.width:.2f} {top:.2f}"
            self._node.says += f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        for shape in shapes_of(made):
            if isinstance(shape, String):
                self._text.append(ink_of(shape))
                words = Line((Piece(family().regular, f"{shape.text} "),), 0.0, 0, ends=True)
                self.words(x + shape.x, y - shape.y, words, shape.fontSize)
        self._text.append("0 g")

    def picture(self, box: Segment, made: Image) -> None:
        left, top, right, bottom = box
        name = f"picture{made.name}"
        if self._doc.getXObjectName(name) not in self._doc.idToObject:
            self._doc.addForm(name, image(made))
        self._formsinuse.append(name)  # type: ignore[attr-defined]
        place = f"{right - left:.2f} 0 0 {bottom - top:.2f} {self._left + left:.2f} {self._top - bottom:.2f} cm"
        shown = f"q {place} /{self._doc.getXObjectName(name)} Do Q"
        self.addLiteral(f"{self._mark()}\n{shown}\nEMC")

    def lead(self, goals: Mapping[Id, tuple[int, float]]) -> None:
        """Take in where links lead to: a page of this file, counted from 0, and a height above its lower edge."""
        self._goals = goals

    def link(self, edges: Segment, target: Id, words: str) -> None:
        if (goal := self._goals.get(target)) and self._node:
            left, top, right, bottom = edges
            box = self._left + left, self._top - bottom, self._left + right, self._top - top
            self._annotate(self._node, link(box, *goal, words), f"link{len(self._doc.idToObject)}")

    def _annotate(self, node: Node, made: PDFDictionary, name: str) -> PDFObjectReference:
        """Put something above this page that belongs to an element."""
        self._addAnnotation(made, name)  # type: ignore[attr-defined]
        reference: PDFObjectReference = self._doc.refAnnotation(name)
        number, _ = self._doc.idToObjectNumberAndVersion[reference.name]
        self._structure.annotation(node, made, number)
        return reference

    def signature_field(self, place: SignaturePlace) -> None:
        """Put an empty field on this page."""
        node = self._structure.node(Element(("field", place.name), "Form"))
        self._fields.append(self._annotate(node, field(self._doc, place), place.name))

    def close_page(self) -> None:
        """End the page: its rules, then its words in the order in which they came."""
        if self._text:
            self.addLiteral("\n".join(("BT", *self._text, "EMC", "ET")))
        self.showPage()

    def finished(self) -> bytes:
        """Return the file."""
        document = self._doc
        self._structure.write(document)
        write_entries(document, list(self._headings.values()))
        make_archival(document, self._about)
        if self._fields:
            document.Catalog.AcroForm = form(self._fields)
        with _ALONE:
            self.save()
        return self._file.getvalue()

    def _encoding(self, face: Typeface) -> "_Encoding":
        self._encodings[face] = _Encoding(face, self._doc)
        return self._encodings[face]


class _Encoding(dict[int, str]):
    """How one face's characters are written in one file: nearly all of them in the first 256 codes of one font."""

    def __init__(self, face: Typeface, document: object) -> None:
        super().__init__()
        self._fonts = fonts_for(face)
        self._document = document
        self._names: dict[str, str] = {}
        self._rare: set[str] = set()
        self._main = ""
        self._shown: dict[str, Sequence[tuple[str, str]]] = {}

    def __missing__(self, place: int) -> str:
        char = chr(place)
        font = self._fonts.of(char)
        if font is None:
            raise NoGlyphError(char)
        ((subset, code),) = font.splitString(char, self._document)
        name = self._names[char] = font.getSubsetInternalName(subset, self._document)
        if font is self._fonts.main and not subset:
            self._main = name
        else:
            self._rare.add(char)
        self[place] = "".join(map(_literal, code))
        return self[place]

    def shown(self, words: str) -> Sequence[tuple[str, str]]:
        """Return the file's name of the font and the escaped codes of each part of `words`."""
        found = self._shown.get(words)
        if found is None:
            found = self._shown[words] = self._split(words)
        return found

    def _split(self, words: str) -> Sequence[tuple[str, str]]:
        codes = words.translate(self)
        if not codes:
            return ()
        if not self._rare or self._rare.isdisjoint(words):
            return ((self._main, codes),)
        parts = [(name, "".join(part)) for name, part in groupby(words, self._names.__getitem__)]
        return [(name, part.translate(self)) for name, part in parts]


def _literal(byte: int) -> str:
    return _ESCAPED.get(byte) or (chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}")
