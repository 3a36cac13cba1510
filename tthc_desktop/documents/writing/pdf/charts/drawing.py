"""A chart as shapes, of any number of categories; what is higher than a page comes in pieces."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.graphics.shapes import Drawing

from tthc_desktop.documents.writing.pdf.charts.bars import draw_bars, largest_sum, names_of, row_height
from tthc_desktop.documents.writing.pdf.charts.canvas import Canvas
from tthc_desktop.documents.writing.pdf.charts.curves import draw_lines
from tthc_desktop.documents.writing.pdf.charts.looks import DARK, LIGHT, Look
from tthc_desktop.models.charts import Chart, ChartKind, Series

NOTHING = "Chưa có số liệu để vẽ biểu đồ."
_BESIDE = 90.0
"""Points that legend and axis of a piece may take."""


def drawing(chart: Chart, width: float, *, dark: bool = False) -> Drawing:
    """Return a chart drawn `width` points wide and as high as it needs."""
    return _drawn(chart, width, largest_sum(chart), DARK if dark else LIGHT)


def pieces(chart: Chart, width: float, height: float) -> list[Drawing]:
    """Return a chart in drawings up to so many points high, all on one scale; usually one."""
    largest = largest_sum(chart)
    return [_drawn(piece, width, largest, LIGHT) for piece in _parted(chart, width, height)]


def _drawn(chart: Chart, width: float, largest: float, look: Look) -> Drawing:
    canvas = Canvas(width, look)
    if not chart.categories or not chart.series:
        canvas.words(width / 2, 20, NOTHING, 11.0, anchor="middle", colour=look.quiet)
        return canvas.finished(32.0)
    if chart.kind is ChartKind.LINES:
        return canvas.finished(draw_lines(canvas, chart))
    return canvas.finished(draw_bars(canvas, chart, largest))


def _parted(chart: Chart, width: float, height: float) -> Iterator[Chart]:
    """Yield the chart, or its categories in parts of about one length."""
    rows = [row_height(name) for name in names_of(chart, width)]
    count = max(int(-(-sum(rows) // max(height - _BESIDE, 1.0))), 1) if chart.kind is ChartKind.BARS else 1
    size = max(-(-len(rows) // count), 1)
    for start in range(0, max(len(rows), 1), size):
        part = slice(start, start + size if count > 1 else None)
        series = tuple(Series(each.name, each.values[part]) for each in chart.series)
        yield replace(chart, categories=chart.categories[part], series=series)
        if count == 1:
            return
