"""What charts are drawn with: words of our fonts, rules, bars with patterns; y goes down from the top."""

from collections.abc import Iterator, Sequence
from math import hypot

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import HexColor

from tthc_desktop.documents.writing.pdf.charts.looks import Fill, Look
from tthc_desktop.documents.writing.pdf.fonts import Typeface, family
from tthc_desktop.documents.writing.pdf.lines import drawn, lines, plain_words

_STEP = 4.0
"""Points between the lines of a pattern."""
_CUT = "…"
Ends = tuple[float, float, float, float]
"""From x, y to x, y."""


def face(*, bold: bool = False) -> Typeface:
    return family().face(bold=bold, italic=False)


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of words on one line, in points."""
    return face(bold=bold).widths[drawn(words)] * size


def wrapped(words: str, width: float, size: float, most: int) -> list[str]:
    """Return words in lines of a width in points; what `most` lines do not hold is cut with a sign."""
    found = [
        "".join(piece.words for piece in line.pieces).strip()
        for line in lines(plain_words(" ".join(words.split())), max(width / size, 1.0))
    ]
    if len(found) <= most:
        return found
    last = f"{found[most - 1]}{_CUT}"
    while width_of(last, size) > width and len(last) > len(_CUT):
        last = last[: -len(_CUT) - 1].rstrip() + _CUT
    return [*found[: most - 1], last]


class Canvas:
    """Shapes from the top left; `finished` knows how high the drawing is."""

    def __init__(self, width: float, look: Look) -> None:
        self.width = width
        self.look = look
        self._shapes: list[Shape] = []

    def finished(self, height: float) -> Drawing:
        """Return the drawing."""
        made = Drawing(self.width, height)
        made.add(Group(*self._shapes, transform=(1, 0, 0, 1, 0, height)))
        return made

    def words(self, x: float, y: float, words: str, size: float, *, anchor: str = "start", colour: str = "") -> None:
        """Put words on a baseline."""
        ink = HexColor(colour or self.look.ink)
        made = String(x, -y, drawn(words), fontName=face().name, fontSize=size, textAnchor="start", fillColor=ink)
        if anchor != "start":
            made.x = x - width_of(words, size) / (2 if anchor == "middle" else 1)
        self._shapes.append(made)

    def rule(self, ends: Ends, colour: str, thick: float = 0.5, dash: str = "") -> None:
        """Draw a straight line."""
        x0, y0, x1, y1 = ends
        made = Line(x0, -y0, x1, -y1, strokeColor=HexColor(colour), strokeWidth=thick)
        if dash:
            made.strokeDashArray = [float(part) for part in dash.split()]
        self._shapes.append(made)

    def bar(self, x: float, y: float, width: float, height: float, fill: Fill) -> None:
        """Draw a bar with its pattern and an edge."""
        self.patch(x, y, width, height, fill.colour)
        if lines := list(_pattern(fill.lines, x, y, width, height)):
            self._hatch(lines, fill.line_colour)
        frame = Rect(x, -y - height, width, height)
        frame.fillColor, frame.strokeColor, frame.strokeWidth = None, HexColor(self.look.ink), 0.4
        self._shapes.append(frame)

    def _hatch(self, lines: Sequence[Ends], colour: str) -> None:
        """Draw many thin lines as one shape: a chart of sixty units has thousands."""
        made = Path(points=[], operators=[])
        made.points = [part for x0, y0, x1, y1 in lines for part in (x0, -y0, x1, -y1)]
        made.operators = [0, 1] * len(lines)
        made.fillColor, made.strokeColor, made.strokeWidth = None, HexColor(colour), 0.6
        self._shapes.append(made)

    def patch(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a plain ground, for words to stand on."""
        made = Rect(x, -y - height, width, height)
        made.fillColor, made.strokeColor = HexColor(colour), None
        self._shapes.append(made)

    def path(self, points: Sequence[tuple[float, float]], colour: str, dash: str) -> None:
        """Draw a line from point to point."""
        flat = [part for x, y in points for part in (x, -y)]
        made = PolyLine(flat, strokeColor=HexColor(colour), strokeWidth=1.4, strokeLineJoin=1)
        if dash:
            made.strokeDashArray = [float(part) for part in dash.split()]
        self._shapes.append(made)

    def mark(self, x: float, y: float, place: int, colour: str) -> None:
        """Draw the mark of a series: a disc, a square, a triangle or a diamond."""
        ink, ground = HexColor(colour), HexColor(self.look.ground if place // 4 % 2 else colour)
        if place % 4 == 0:
            self._shapes.append(Circle(x, -y, 2.6, fillColor=ground, strokeColor=ink, strokeWidth=0.8))
            return
        corners = _CORNERS[place % 4]
        flat = [part for dx, dy in corners for part in (x + 3 * dx, -y + 3 * dy)]
        self._shapes.append(Polygon(flat, fillColor=ground, strokeColor=ink, strokeWidth=0.8))


_CORNERS = {
    1: ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    2: ((-1.0, -0.8), (1.0, -0.8), (0.0, 1.0)),
    3: ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)),
}


def _pattern(directions: str, x: float, y: float, width: float, height: float) -> Iterator[Ends]:
    for direction in directions:
        if direction == "-":
            yield from ((x, y + down, x + width, y + down) for down in _steps(height, _STEP))
        elif direction == "|":
            yield from ((x + along, y, x + along, y + height) for along in _steps(width, _STEP))
        else:
            yield from (_turned(ends, x, y, height, direction) for ends in _slanted(width, height))


def _steps(length: float, step: float) -> Iterator[float]:
    place = step / 2
    while place < length:
        yield place
        place += step


def _slanted(width: float, height: float) -> Iterator[Ends]:
    """Yield lines that fall to the right at 45 degrees, cut at the edges of a box at 0, 0."""
    for start in _steps(width + height, _STEP * hypot(1, 1)):
        left = start - height
        x0, x1 = max(left, 0.0), min(start, width)
        if x1 > x0:
            yield x0, x0 - left, x1, x1 - left


def _turned(ends: Ends, x: float, y: float, height: float, direction: str) -> Ends:
    x0, y0, x1, y1 = ends
    if direction == "/":
        y0, y1 = height - y0, height - y1
    return x + x0, y + y0, x + x1, y + y1
