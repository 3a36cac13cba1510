"""A pen that remembers what it drew, so that a layout can be looked at without a file."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Flow, Segment
from tthc_desktop.documents.writing.pdf.images import Image
from tthc_desktop.documents.writing.pdf.lines import Line
from tthc_desktop.documents.writing.pdf.pages import pages
from tthc_desktop.models.identity import Id


class Drawn(NamedTuple):
    """Words at their place."""

    x: float
    y: float
    words: str
    bold: bool
    right: float


class Recorder:
    """One page as it was drawn."""

    def __init__(self) -> None:
        self.drawn: list[Drawn] = []
        self.segments: list[Segment] = []
        self.links: list[tuple[Segment, Id]] = []
        self.elements: list[Element | None] = []
        self.charts: list[tuple[float, float, Drawing]] = []

    def element(self, element: Element | None, /) -> None:
        self.elements.append(element)

    def words(self, x: float, y: float, line: Line, size: float, stretch: float = 0.0) -> None:
        words = "".join(piece.words for piece in line.pieces)
        bold = any("Bold" in piece.face.name for piece in line.pieces)
        self.drawn.append(Drawn(x, y, words.strip(), bold, x + line.width * size + stretch * line.blanks))

    def rules(self, segments: Sequence[Segment], _thickness: float) -> None:
        self.segments += segments

    def link(self, edges: Segment, target: Id, _words: str, /) -> None:
        self.links.append((edges, target))

    def ink(self, colour: tuple[float, float, float]) -> None:
        """Colours are not recorded."""

    def frame(self, box: Segment, thickness: float, colour: tuple[float, float, float]) -> None:
        """Frames are not recorded."""

    def picture(self, box: Segment, made: Image) -> None:
        """Pictures are not recorded."""

    def drawing(self, x: float, y: float, made: Drawing) -> None:
        self.charts.append((x, y, made))

    def texts(self) -> list[str]:
        return [drawn.words for drawn in self.drawn]


def drawn_pages(flows: Sequence[Flow], height: float) -> list[Recorder]:
    """Return each page of the flows as it is drawn."""
    found = []
    for slices in pages(flows, height):
        pen = Recorder()
        for flow, first, last, y in slices:
            flow.draw(pen, y, first, last)
        found.append(pen)
    return found
