"""The chart below a table: whole on a page with its title, in pieces only when no page could hold it."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import baseline, leading
from tthc_desktop.documents.writing.pdf.charts.drawing import pieces
from tthc_desktop.documents.writing.pdf.elements import Element, described
from tthc_desktop.documents.writing.pdf.flow import Pen, Start, Strip
from tthc_desktop.documents.writing.pdf.lines import Line, lines, plain_words, tied
from tthc_desktop.models.charts import Chart, told
from tthc_desktop.models.identity import Id

Room = tuple[float, float]
"""Width and height of a page."""


class SetChart:
    """A chart drawn for a page, and its title in lines."""

    def __init__(self, chart: Chart, rules: Rules, room: Room) -> None:
        self.width, height = room
        self.gap = rules.length("chart_gap")
        self.size = rules.length("chart_title_size")
        self.leading = leading(rules, self.size)
        self.told = told(chart)
        words = tied(plain_words(chart.title, italic=True))
        self.title: Sequence[Line] = lines(words, self.width / self.size) if words else []
        self.foot = len(self.title) * self.leading
        wide = min(self.width, rules.length("chart_widest"))
        self.pieces: Sequence[Drawing] = pieces(chart, wide, height - self.foot - 2 * self.gap)


class ChartFlow:
    """One strip for each piece, the last one with the title below it."""

    def __init__(self, set_chart: SetChart, table_id: Id, where: str) -> None:
        self.where = where
        self._set = set_chart
        self._id = table_id
        self._figure = described((self, "chart"), "Figure", set_chart.told)
        heights = [piece.height + set_chart.gap for piece in set_chart.pieces]
        heights[-1] += set_chart.foot
        self.strips = [Strip(height, set_chart.gap) for height in heights]

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, _strip: int) -> Sequence[Start]:
        return (Start(self._id),)

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        made = self._set
        pen.element(self._figure)
        for place, (piece, strip) in enumerate(zip(made.pieces, self.strips, strict=True)):
            if first <= place < last:
                pen.drawing((made.width - piece.width) / 2, y, piece)
                y += strip.height
        if last == len(self.strips):
            y += baseline(made.size, made.leading) - made.foot
            pen.element(Element((self, "title"), "Caption", self._figure))
            for line in made.title:
                pen.words((made.width - line.width * made.size) / 2, y, line, made.size)
                y += made.leading
