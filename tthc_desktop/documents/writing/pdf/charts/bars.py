"""A bar for each category, the series one behind the other in it, figures in the bars and sums behind them."""

from collections.abc import Sequence
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.charts.canvas import Canvas, width_of, wrapped
from tthc_desktop.documents.writing.pdf.charts.legend import SIGN, legend
from tthc_desktop.documents.writing.pdf.charts.looks import Fill, fills
from tthc_desktop.documents.writing.pdf.charts.scale import ticks
from tthc_desktop.models.charts import Chart, figure_words

_SIZE, _SMALL = 10.0, 9.0
_NAMES = 0.38
"""The share of the width that the names of the categories may take."""
_LEAST_BAR, _GAP, _EDGE, _AXIS = 13.0, 5.0, 6.0, 16.0
_NAME_LINES = 2


class _Frame(NamedTuple):
    """Where the bars stand: from `left` on, so many points for each unit."""

    left: float
    right: float
    top: float
    scale: float


def largest_sum(chart: Chart) -> float:
    """Return the figure of the longest bar; figures below 0 have no bar."""
    return max((sum(_lengths(chart, at)) for at in range(len(chart.categories))), default=0.0)


def _lengths(chart: Chart, at: int) -> list[float]:
    return [max(series.values[at] or 0.0, 0.0) for series in chart.series]


def names_of(chart: Chart, width: float) -> list[list[str]]:
    """Return the names of the categories in one or two lines each; longer ones are cut."""
    return [wrapped(name, width * _NAMES, _SIZE, _NAME_LINES) for name in chart.categories]


def row_height(name: Sequence[str]) -> float:
    """Return how high a category is, with the gap below it."""
    return max(_LEAST_BAR, len(name) * _SIZE * 1.15) + _GAP


def draw_bars(canvas: Canvas, chart: Chart, largest: float) -> float:
    """Draw the chart on a scale up to the largest bar and return how high it is."""
    shown = fills(canvas.look, [series.name for series in chart.series])
    top = 0.0
    if len(chart.series) > 1:
        names = [series.name for series in chart.series]
        top = legend(canvas, names, lambda x, y, at: canvas.bar(x, y - 4.5, SIGN, 9.0, shown[at]))
    labels = names_of(chart, canvas.width)
    taken = max((width_of(line, _SIZE) for name in labels for line in name), default=0.0)
    spare = width_of(f" {_figure(chart, largest)}", _SIZE) + _EDGE
    left = taken + _EDGE
    steps = ticks(largest, max(int((canvas.width - left - spare) / 45), 3))
    frame = _Frame(left, canvas.width - spare, top, (canvas.width - spare - left) / steps[-1])
    height = sum(map(row_height, labels)) + _GAP
    _draw_axis(canvas, chart, frame, steps, top + height)
    y = top + _GAP
    for at, name in enumerate(labels):
        _draw_name(canvas, name, left - _EDGE, y)
        _draw_bar(canvas, chart, at, shown, frame._replace(top=y + (row_height(name) - _GAP - _LEAST_BAR) / 2))
        y += row_height(name)
    return top + height + _AXIS


def _figure(chart: Chart, value: float) -> str:
    return figure_words(value) + (" %" if chart.percent else "")


def _draw_axis(canvas: Canvas, chart: Chart, frame: _Frame, steps: Sequence[float], bottom: float) -> None:
    for step in steps:
        x = frame.left + step * frame.scale
        canvas.rule((x, frame.top, x, bottom), canvas.look.rule if step else canvas.look.ink)
        anchor = "middle" if step or frame.left > width_of("0", _SMALL) else "start"
        canvas.words(x, bottom + _SMALL + 2, _figure(chart, step), _SMALL, anchor=anchor, colour=canvas.look.quiet)


def _draw_name(canvas: Canvas, name: Sequence[str], right: float, y: float) -> None:
    step = _SIZE * 1.15
    down = (row_height(name) - _GAP - len(name) * step) / 2 + _SIZE * 0.9
    for place, line in enumerate(name):
        canvas.words(right, y + down + place * step, line, _SIZE, anchor="end")


def _draw_bar(canvas: Canvas, chart: Chart, at: int, shown: Sequence[Fill], frame: _Frame) -> None:
    x, base = frame.left, frame.top + _LEAST_BAR / 2 + _SMALL * 0.34
    for length, fill in zip(_lengths(chart, at), shown, strict=True):
        width = length * frame.scale
        if width > 0:
            canvas.bar(x, frame.top, width, _LEAST_BAR, fill)
            _draw_figure(canvas, _figure(chart, length), (x, width, base), fill)
        x += width
    known = [series.values[at] for series in chart.series if series.values[at] is not None]
    said = _figure(chart, sum(value or 0.0 for value in known)) if known else "–"
    canvas.words(x + 4, base, said, _SIZE, colour=canvas.look.ink)


def _draw_figure(canvas: Canvas, words: str, place: tuple[float, float, float], fill: Fill) -> None:
    """Write a figure into its part of a bar, on a plain ground where that has a pattern, when there is the room."""
    x, width, base = place
    taken = width_of(words, _SMALL)
    if taken + 4 > width:
        return
    start = x + (width - taken) / 2
    if fill.lines:
        canvas.patch(start - 1.5, base - _SMALL * 0.8, taken + 3, _SMALL, fill.colour)
    canvas.words(start, base, words, _SMALL, colour=fill.ink)
