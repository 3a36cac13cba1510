"""What is laid out once and shown in slices: strips of paper, the flows they belong to, the pen that draws them."""

from collections.abc import Sequence
from enum import IntEnum
from math import inf
from typing import NamedTuple, Protocol

from reportlab.graphics.shapes import Drawing

from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.images import Image
from tthc_desktop.documents.writing.pdf.lines import Line
from tthc_desktop.models.identity import Id

HEAD, FOOT = "header", "signature"
"""What stands for the head and the foot of the paper, which have no identity of their own."""
Segment = tuple[float, float, float, float]
"""A rule from (x, y) to (x, y), in points from the top left of the text area."""


class Tie(IntEnum):
    """How much a strip belongs on the page of the one before it."""

    FREE = 0
    LOOSE = 1
    """Parted when the page would else stay too empty."""
    FIRM = 2
    """Parted only when a page has no other end."""


class Strip(NamedTuple):
    """A strip as wide as the text that is never cut; `gap` is the room above it, dropped at the top of a page."""

    height: float
    gap: float = 0.0
    tie: Tie = Tie.FREE


class Start(NamedTuple):
    """What begins `down` points below the top of a strip, between two edges."""

    id: Id
    down: float = 0.0
    left: float = 0.0
    right: float = inf


class Pen(Protocol):
    """Draws on the current page; x and y in points from the top left of the text area, y at the baseline."""

    def element(self, element: Element | None, /) -> None:
        """Say what is drawn from now on; None for what no reader needs: a page number, a heading repeated."""

    def words(self, x: float, y: float, line: Line, size: float, stretch: float = 0.0) -> None:
        """Draw a line of words, every blank widened by `stretch` points."""

    def rules(self, segments: Sequence[Segment], thickness: float, /) -> None:
        """Draw thin lines."""

    def ink(self, colour: tuple[float, float, float], /) -> None:
        """Say in which colour words are drawn from now on: shares of red, green and blue."""

    def frame(self, box: Segment, thickness: float, colour: tuple[float, float, float], /) -> None:
        """Draw a rectangle."""

    def link(self, edges: Segment, target: Id, words: str, /) -> None:
        """Let a rectangle of the element that is drawn lead to where something begins, as `words` say."""

    def drawing(self, x: float, y: float, made: Drawing, /) -> None:
        """Draw a chart with its top left corner at a place."""

    def picture(self, box: Segment, made: Image, /) -> None:
        """Draw a picture into a rectangle."""


class Flow(Protocol):
    """A part of the text that pages show in slices of whole strips."""

    where: str
    """The part's name for the user."""
    strips: list[Strip]

    def head(self, first: int, /) -> float:
        """Return the height of what is repeated above a slice that begins with strip `first`."""

    def tail(self, last: int, /) -> float:
        """Return the height that a slice needs below when it ends before strip `last`."""

    def starts(self, strip: int, /) -> Sequence[Start]:
        """Return what begins at a strip, in the order of reading."""

    def draw(self, pen: Pen, y: float, first: int, last: int, /) -> None:
        """Draw the strips from `first` up to, without, `last`, with the top of the slice at `y`."""


def tie(flow: Flow) -> None:
    """Keep the flow's beginning on the page where the one before it ends."""
    flow.strips[0] = flow.strips[0]._replace(tie=Tie.FIRM)
