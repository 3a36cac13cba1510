"""A line for each series over spans of time, each with a colour, a mark and dashes of its own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.charts.canvas import Canvas, width_of, wrapped
from tthc_desktop.documents.writing.pdf.charts.legend import SIGN, legend
from tthc_desktop.documents.writing.pdf.charts.looks import Look
from tthc_desktop.documents.writing.pdf.charts.scale import ticks
from tthc_desktop.models.charts import Chart, figure_words

_SIZE, _SMALL = 10.0, 9.0
_HEIGHT, _EDGE, _STEPS, _LABEL_LINES = 150.0, 6.0, 5, 2
_LABEL = 70.0
"""The points that the name of a span may take before every second one is left out."""
_FEW = 12
"""Up to so many points of one or two lines have their figures beside them."""
_DASHES = ("", "6 3", "2 2", "8 3 2 3")
_LIGHT = ("#1f4e9e", "#b3261e", "#1e6b3a", "#8a5300")
_DARK = ("#8ab4f8", "#ff8f86", "#7fd19b", "#f0b35a")


class _Frame(NamedTuple):
    """Where the points stand."""

    left: float
    step: float
    bottom: float
    scale: float
    lowest: float

    def point(self, at: int, value: float) -> tuple[float, float]:
        return self.left + self.step * at, self.bottom - (value - self.lowest) * self.scale


def draw_lines(canvas: Canvas, chart: Chart) -> float:
    """Draw the chart and return how high it is."""
    colours = _colours(canvas.look)
    top = 0.0
    if len(chart.series) > 1:
        names = [series.name for series in chart.series]
        top = legend(canvas, names, lambda x, y, at: _draw_sign(canvas, x, y, at, colours))
    top += _SIZE
    known = [value for series in chart.series for value in series.values if value is not None]
    steps = _steps(known)
    taken = max(width_of(_figure(chart, step), _SMALL) for step in steps) + _EDGE + 2.0
    count = max(len(chart.categories), 1)
    room = canvas.width - taken
    step = room / count
    frame = _Frame(taken + step / 2, step, top + _HEIGHT, _HEIGHT / (steps[-1] - steps[0]), steps[0])
    _draw_scale(canvas, chart, frame, steps, taken)
    bottom = _draw_categories(canvas, chart, frame)
    for place, series in enumerate(chart.series):
        _draw_series(canvas, chart, place, series.values, frame)
    return bottom


def _colours(look: Look) -> Sequence[str]:
    return _LIGHT if look.ground == "#ffffff" else _DARK


def _steps(known: Sequence[float]) -> list[float]:
    """Return the figures along the axis: from 0 up, and as far below it as there are figures."""
    up = ticks(max([*known, 0.0]), _STEPS)
    low = min([*known, 0.0])
    below = [-step for step in ticks(-low, _STEPS)[1:]] if low < 0 else []
    return [*reversed(below), *up]


def _figure(chart: Chart, value: float) -> str:
    return figure_words(value) + (" %" if chart.percent else "")


def _draw_sign(canvas: Canvas, x: float, y: float, at: int, colours: Sequence[str]) -> None:
    colour = colours[at % len(colours)]
    canvas.path(((x, y), (x + SIGN, y)), colour, _DASHES[at % len(_DASHES)])
    canvas.mark(x + SIGN / 2, y, at, colour)


def _draw_scale(canvas: Canvas, chart: Chart, frame: _Frame, steps: Sequence[float], left: float) -> None:
    for value in steps:
        y = frame.point(0, value)[1]
        canvas.rule((left, y, canvas.width, y), canvas.look.rule if value else canvas.look.ink)
        words = _figure(chart, value)
        canvas.words(left - _EDGE, y + _SMALL * 0.34, words, _SMALL, anchor="end", colour=canvas.look.quiet)


def _draw_categories(canvas: Canvas, chart: Chart, frame: _Frame) -> float:
    """Write the names of the spans below the axis, as many as have the room, and return where they end."""
    words = (width_of(word, _SMALL) for name in chart.categories for word in name.split())
    longest = min(max(words, default=0.0), _LABEL)
    every = max(int(-(-(longest + 4) // frame.step)), 1)
    lines = 0
    for at in range(0, len(chart.categories), every):
        x = frame.left + frame.step * at
        name = wrapped(chart.categories[at], frame.step * every - 4, _SMALL, _LABEL_LINES)
        lines = max(lines, len(name))
        for place, line in enumerate(name):
            half = width_of(line, _SMALL) / 2
            middle = max(min(x, canvas.width - half), half)
            y = frame.bottom + (place + 1) * _SMALL * 1.15 + 2
            canvas.words(middle, y, line, _SMALL, anchor="middle", colour=canvas.look.quiet)
    return frame.bottom + lines * _SMALL * 1.15 + 6


def _draw_series(canvas: Canvas, chart: Chart, place: int, values: Sequence[float | None], frame: _Frame) -> None:
    colours = _colours(canvas.look)
    colour = colours[place % len(colours)]
    for stretch in _stretches(values):
        points = [frame.point(at, value) for at, value in stretch]
        if len(points) > 1:
            canvas.path(points, colour, _DASHES[place % len(_DASHES)])
        for x, y in points:
            canvas.mark(x, y, place, colour)
    if len(chart.series) <= 2 and len(values) <= _FEW:
        for at, value in enumerate(values):
            if value is not None:
                x, y = frame.point(at, value)
                below = _stands_below(chart, place, at, value)
                down = _SMALL + 4 if below and y + _SMALL + 4 < frame.bottom else -5.0
                canvas.words(x, y + down, _figure(chart, value), _SMALL, anchor="middle")


def _stands_below(chart: Chart, place: int, at: int, value: float) -> bool:
    """Tell whether the other line runs above a point, so that its figure goes below."""
    others = [series.values[at] for other, series in enumerate(chart.series) if other != place]
    return any(other is not None and (other > value or (other == value and place)) for other in others)


def _stretches(values: Sequence[float | None]) -> Iterator[list[tuple[int, float]]]:
    """Yield the points between the spans that have no figure."""
    found: list[tuple[int, float]] = []
    for at, value in enumerate(values):
        if value is None:
            yield found
            found = []
        else:
            found.append((at, value))
    yield found
