"""Charts of tables as the program of spreadsheets draws them, from a sheet of true numbers behind the tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tthc_desktop.documents.writing.pdf.charts.looks import LIGHT, Fill, fills
from tthc_desktop.documents.writing.workbook.faces import FONT, Face
from tthc_desktop.documents.writing.workbook.putting import Pen
from tthc_desktop.models.charts import Chart, ChartKind
from tthc_desktop.models.text import plain

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as SheetChart
    from xlsxwriter.workbook import Workbook

FIGURES = "Số liệu biểu đồ"
_ROW = 20
"""Pixels of an ordinary row."""
_LETTERS = 12
"""Letters of a heading that stand side by side in a column of figures."""
_BESIDE, _OF_CATEGORY, _OF_LINES = 110, 28, 320
_SIZE = 12.0
_PATTERNS = {
    "/": "wide_upward_diagonal",
    "\\": "wide_downward_diagonal",
    "|": "narrow_vertical",
    "-": "narrow_horizontal",
    "/\\": "outlined_diamond",
}
_MARKS = ("circle", "square", "triangle", "diamond")
_COLOURS = ("#1f4e9e", "#b3261e", "#1e6b3a", "#8a5300")
_DASHES = ("solid", "dash", "round_dot", "dash_dot")
_FONT = {"name": FONT, "size": 10}
_HIDE_ZEROS = "#,##0.##;-#,##0.##;;"


class Placed(NamedTuple):
    """A chart and where it goes: a sheet, the row above which it stays, its width in pixels."""

    pen: Pen
    row: int
    width: int
    chart: Chart

    @property
    def height(self) -> int:
        """Return its height in pixels."""
        bars = self.chart.kind is ChartKind.BARS
        return _BESIDE + _OF_CATEGORY * len(self.chart.categories) if bars else _OF_LINES

    @property
    def points(self) -> float:
        """Return its height on paper."""
        return self.height * 0.75

    @property
    def rows(self) -> int:
        """Return how many ordinary rows it covers."""
        return -(-self.height // _ROW)


def write_charts(workbook: "Workbook", figures: Pen, placed: Sequence[Placed]) -> None:
    """Write the figures of all charts below each other, and put each chart below its table."""
    figures.sheet.set_column(0, 0, 50)
    figures.sheet.set_column(1, 40, 16)
    top = 0
    for one in placed:
        _write_figures(figures, top, one.chart)
        one.pen.sheet.insert_chart(one.row, 0, _chart(workbook, top, one), {"object_position": 2})
        top += len(one.chart.categories) + 3


def _write_figures(pen: Pen, top: int, chart: Chart) -> None:
    pen.put(top, 0, plain(chart.title), Face(_SIZE, bold=True))
    longest = max((len(series.name) for series in chart.series), default=0)
    pen.sheet.set_row_pixels(top + 1, _ROW * max(1, -(-longest // _LETTERS)))
    heading, cell = Face(_SIZE, bold=True, centred=True, grid=True), Face(_SIZE, grid=True)
    for at, series in enumerate(chart.series, 1):
        pen.put(top + 1, at, plain(series.name), heading)
    for down, name in enumerate(chart.categories):
        pen.put(top + 2 + down, 0, plain(name), cell)
        for at, series in enumerate(chart.series, 1):
            value = series.values[down]
            if value is not None:
                pen.sheet.write_number(top + 2 + down, at, value, pen.faces.cell(cell))


def _chart(workbook: "Workbook", top: int, placed: Placed) -> "SheetChart":
    chart = placed.chart
    bars = chart.kind is ChartKind.BARS
    made = workbook.add_chart({"type": "bar", "subtype": "stacked"} if bars else {"type": "line"})
    shown = fills(LIGHT, [series.name for series in chart.series])
    first, last = top + 2, top + 1 + len(chart.categories)
    for at, (series, fill) in enumerate(zip(chart.series, shown, strict=True), 1):
        made.add_series(
            {
                "name": series.name,
                "categories": [FIGURES, first, 0, last, 0],
                "values": [FIGURES, first, at, last, at],
                **(_bar(fill) if bars else _line(at - 1)),
            }
        )
    _dress(made, chart)
    made.set_size({"width": placed.width, "height": placed.height})
    return made


def _bar(fill: Fill) -> dict[str, object]:
    pattern = {"pattern": _PATTERNS.get(fill.lines), "fg_color": fill.line_colour, "bg_color": fill.colour}
    label = {"value": True, "num_format": _HIDE_ZEROS, "font": {**_FONT, "color": fill.ink}}
    if fill.lines:
        label["fill"] = {"color": fill.colour}
    look = {"pattern": pattern} if fill.lines else {"fill": {"color": fill.colour}}
    return {**look, "border": {"color": LIGHT.ink, "width": 0.5}, "data_labels": label, "gap": 45}


def _line(at: int) -> dict[str, object]:
    colour = _COLOURS[at % len(_COLOURS)]
    mark = {"type": _MARKS[at % len(_MARKS)], "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"color": colour, "width": 1.75, "dash_type": _DASHES[at % len(_DASHES)]}, "marker": mark}


def _dress(made: "SheetChart", chart: Chart) -> None:
    number = '#,##0.##" %"' if chart.percent else "#,##0"
    values = {"num_font": _FONT, "min": 0, "num_format": number, "major_gridlines": _GRID}
    names = {"num_font": _FONT, "major_gridlines": {"visible": False}}
    if chart.kind is ChartKind.BARS:
        made.set_x_axis(values)
        made.set_y_axis({**names, "reverse": True, "crossing": "max"})
    else:
        made.set_x_axis(names)
        made.set_y_axis(values)
    made.set_title({"name": chart.title, "name_font": {**_FONT, "size": 12, "italic": True, "bold": False}})
    made.set_legend({"position": "bottom", "font": _FONT} if len(chart.series) > 1 else {"none": True})


_GRID = {"visible": True, "line": {"color": LIGHT.rule, "width": 0.5}}
