"""What a chapter has beside paragraphs: entries of lists, advice with a bar beside it, pictures with their captions."""

from collections.abc import Sequence

from tthc_desktop.documents.writing.pdf.blocks import Style, baseline, draw_line
from tthc_desktop.documents.writing.pdf.elements import Element, described
from tthc_desktop.documents.writing.pdf.flow import Pen, Start, Strip, Tie
from tthc_desktop.documents.writing.pdf.images import Image
from tthc_desktop.documents.writing.pdf.lines import Line

_BAR = 1.5
_EDGE = (0.75, 0.77, 0.8)
_CLEAR = 4.0
"""Points between a picture and its caption."""


class Hanging:
    """An entry of a list: its mark at the left edge, its lines further in; or, without a mark, advice beside a bar."""

    def __init__(self, lines: Sequence[Line], style: Style, edges: tuple[float, float], mark: Line | None) -> None:
        self.where = "Hướng dẫn"
        self._lines, self._style, self._edges, self._mark = lines, style, edges, mark
        self._element = Element(self, "LI" if mark else "Note")
        together = {1, len(lines) - 1} - {0}
        self.strips = [
            Strip(style.leading, 0.0 if place else style.gap, Tie.FIRM if place in together else Tie.FREE)
            for place in range(len(lines))
        ]

    def in_list(self, key: object) -> None:
        """Belong to a list that is read aloud as one."""
        self._element = Element(self, "LI", Element(("list", key), "L"))

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, _strip: int) -> Sequence[Start]:
        return ()

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        style, left = self._style, self._edges[0]
        if self._mark is None:
            bar = left - 8
            pen.rules([(bar, y + 1, bar, y + style.leading * (last - first) - 1)], _BAR)
        elif first == 0:
            pen.element(Element((self, "mark"), "Lbl", self._element))
            mark = left - 6 - self._mark.width * style.size
            pen.words(mark, y + baseline(style.size, style.leading), self._mark, style.size)
        pen.element(Element((self, "body"), "LBody", self._element) if self._mark else self._element)
        y += baseline(style.size, style.leading)
        for line in self._lines[first:last]:
            draw_line(pen, line, style, self._edges, y)
            y += style.leading


class Pictured:
    """A picture as wide as the text, or smaller, with its caption below; one strip, which no page cuts."""

    def __init__(
        self, image: Image, caption: Sequence[Line], told: str, style: Style, room: tuple[float, float]
    ) -> None:
        self.where = f"Hình “{told}”"
        self._image, self._caption, self._style = image, caption, style
        foot = len(caption) * style.leading + _CLEAR
        width, height = room
        scale = min(width / image.width, (height - foot - style.gap) / image.height, 1.0)
        self._size = image.width * scale, image.height * scale
        self._left = (width - self._size[0]) / 2
        self._width = width
        self._figure = described((self, "picture"), "Figure", told)
        self.strips = [Strip(self._size[1] + foot, style.gap)]

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, _strip: int) -> Sequence[Start]:
        return ()

    def draw(self, pen: Pen, y: float, _first: int, _last: int) -> None:
        width, height = self._size
        box = (self._left, y, self._left + width, y + height)
        pen.element(self._figure)
        pen.picture(box, self._image)
        pen.frame(box, 0.5, _EDGE)
        style = self._style
        y += height + _CLEAR + baseline(style.size, style.leading)
        pen.element(Element((self, "caption"), "Caption", self._figure))
        for line in self._caption:
            draw_line(pen, line, style, (0.0, self._width), y)
            y += style.leading
