"""The framed marks: secrecy and urgency below the number, circulation above the nation, DỰ THẢO on every page."""

from typing import NamedTuple

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Panel, baseline
from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Pen, Segment
from tthc_desktop.documents.writing.pdf.lines import Line, lines, plain_words
from tthc_desktop.models.marks import Circulation, Marks, Secrecy, Urgency

BLACK, RED = (0.0, 0.0, 0.0), (1.0, 0.0, 0.0)
"""The inks of marks; the decree asks for bright red."""
Ink = tuple[float, float, float]
_NAMES = {
    Secrecy.TOP: "stamp_top_secret",
    Secrecy.HIGH: "stamp_high_secret",
    Secrecy.SECRET: "stamp_secret",
    Urgency.EXPRESS: "stamp_express",
    Urgency.VERY_URGENT: "stamp_very_urgent",
    Urgency.URGENT: "stamp_urgent",
}


class Framed(NamedTuple):
    """Words in a frame whose edges are in points from the top left of the text area, or of a flow."""

    words: str
    box: Segment
    ink: Ink = RED


def below_number(marks: Marks, rules: Rules, edges: tuple[float, float], y: float) -> tuple[list[Framed], float]:
    """Return the marks of cells 10a and 10b, one below the other, and where the paper goes on below them."""
    found: list[Framed] = []
    height, gap = rules.length("stamp_height"), rules.length("paragraph_gap")
    for mark in (marks.secrecy, marks.urgency):
        if mark in _NAMES:
            y += gap
            found.append(Framed(mark.value, _box(edges, rules.length(_NAMES[mark]), y, height)))
            y += height
    return found, y


def above_nation(marks: Marks, rules: Rules, edges: tuple[float, float]) -> list[Framed]:
    """Return the mark of cell 11, in the top margin above the nation."""
    if marks.circulation is Circulation.NONE:
        return []
    return [in_top_margin(marks.circulation.value, rules, edges, RED)]


def in_top_margin(words: str, rules: Rules, edges: tuple[float, float], ink: Ink) -> Framed:
    """Return a mark in the top margin, as wide as its words need, centred between two edges."""
    line, size = _line(words, rules)
    height = rules.length("stamp_height")
    y = rules.length("stamp_top") - rules.length("margin_top")
    return Framed(words, _box(edges, line.width * size + 2 * height / 3, y, height), ink)


def draw_framed(pen: Pen, framed: Framed, rules: Rules, element: Element | None, y: float = 0.0) -> None:
    """Draw a mark, whose edges are counted from `y`."""
    line, size = _line(framed.words, rules)
    left, top, right, bottom = framed.box
    pen.element(element)
    pen.ink(framed.ink)
    across = left + (right - left - line.width * size) / 2
    pen.words(across, y + top + baseline(size, bottom - top), line, size)
    pen.ink(BLACK)
    pen.frame((left, y + top, right, y + bottom), rules.length("stamp_frame"), framed.ink)


def _line(words: str, rules: Rules) -> tuple[Line, float]:
    letters = rules.letters["stamp"]
    (line,) = lines(plain_words(words, bold=letters.bold), 1000.0)
    return line, letters.size


def _box(edges: tuple[float, float], width: float, top: float, height: float) -> Segment:
    left = (edges[0] + edges[1] - width) / 2
    return left, top, left + width, top + height


class MarkedPanel(Panel):
    """A head with its marks."""

    marks: tuple[Framed, ...] = ()
    rules: Rules

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        super().draw(pen, y, first, last)
        for place, framed in enumerate(self.marks):
            draw_framed(pen, framed, self.rules, Element((self, "mark", place), "P"), y)
