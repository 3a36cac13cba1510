"""What there is to the chosen target beside its row: its words, what they mean, and its values over time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from tthc_desktop.models.charts import Chart, ChartKind, Series
from tthc_desktop.models.spans import title as span_title
from tthc_desktop.models.targets.lines import TargetLine
from tthc_desktop.models.targets.measure import Measure, understand_target
from tthc_desktop.models.targets.over_time import Point
from tthc_desktop.models.targets.value import Comparator
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row
from tthc_desktop.ui.plan import chart_painting

_NO_POINTS = "Chưa có số liệu qua các kỳ để vẽ biểu đồ."
_CHOOSE = "Chọn một chỉ tiêu để xem biểu đồ qua các kỳ."
_MOST = 16
"""Points that a chart has room for; older ones are left out."""
_COMPARED = {
    Comparator.AT_LEAST: "không thấp hơn mức giao",
    Comparator.AT_MOST: "không cao hơn mức giao",
    Comparator.MORE: "cao hơn mức giao",
    Comparator.LESS: "thấp hơn mức giao",
    Comparator.BETWEEN: "nằm trong khoảng được giao",
    Comparator.REDUCE_BY: "giảm không ít hơn mức giao",
    Comparator.INCREASE_BY: "tăng không ít hơn mức giao",
    Comparator.EQUAL: "không thấp hơn mức giao",
    Comparator.UNKNOWN: "chưa hiểu lời ghi mức giao, nên không kết luận được",
}


def chart_of(points: Sequence[Point]) -> Chart | None:
    """Return the values of a target over time as a chart, beside what was demanded; None without any value."""
    shown = [point for point in points if point.result.value is not None][-_MOST:]
    if not shown:
        return None
    demanded = [understand_target(point.target) for point in shown]
    series = [Series("Đạt được", tuple(float(point.result.value or 0) for point in shown))]
    if any(measure.value is not None for measure in demanded):
        values = tuple(float(measure.value) if measure.value is not None else None for measure in demanded)
        series.append(Series("Mức giao", values))
    categories = tuple(span_title(point.key) for point in shown)
    last = demanded[-1]
    percent = last.is_rate or (last.is_change and last.in_hundred)
    return Chart(ChartKind.LINES, categories, tuple(series), "", percent)


def meaning(measure: Measure) -> str:
    """Return in one sentence what reaches the target."""
    words = f"Đạt khi {_COMPARED[measure.comparator]}"
    if measure.comparator is Comparator.UNKNOWN:
        words = f"{_COMPARED[measure.comparator][:1].upper()}{_COMPARED[measure.comparator][1:]}"
    if measure.is_change and measure.baseline_year:
        words += f"; số đạt (b) là số hiện nay, tổng số (a) là số của năm {measure.baseline_year}"
    elif measure.is_change:
        words += "; số đạt (b) là số hiện nay, tổng số (a) là số của kỳ gốc"
    if measure.as_of:
        words += f"; chậm nhất ngày {measure.as_of:%d/%m/%Y}"
    return f"{words}{'; là mức phấn đấu' if measure.aspirational else ''}."


def _named(line: TargetLine) -> str:
    """Return what a target is called; its formula stands below by itself."""
    name, formula = line.name, " ".join(line.measure.formula.split())
    return name.removesuffix(formula).rstrip(" .:") or name


class ChartView(QWidget):
    """Draws one chart as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.chart: Chart | None = None
        self.setAccessibleName("Biểu đồ của chỉ tiêu qua các kỳ")

    def show_chart(self, chart: Chart | None) -> None:
        """Show another chart."""
        if chart != self.chart:
            self.chart = chart
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart, made smaller where it is higher than the room."""
        if self.chart is None or not self.width():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = min(1.0, self.height() / chart_painting.height(self.chart, float(self.width())))
        painter.scale(size, size)
        chart_painting.paint(painter, 0.0, self.width() / size, self.chart)
        painter.end()


class Detail(QWidget):
    """The words of the chosen target at the left, its chart at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.name = label(bold=True)
        self.told = label(quiet=True)
        self.doubt = label()
        self.source = label(quiet=True)
        self.chart = ChartView()
        self.none = label(_CHOOSE, quiet=True)
        self._stack = QStackedWidget()
        self.setObjectName("foot")
        for one in (self.name, self.told, self.doubt, self.source):
            one.setWordWrap(True)
            one.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words, room = QWidget(), QScrollArea()
        words.setLayout(column(self.name, self.told, self.doubt, self.source, None, gap=look.SPACE, margin=look.WIDE))
        room.setAccessibleName("Chỉ tiêu đang chọn")
        room.setWidgetResizable(True)
        room.setFrameShape(QScrollArea.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(words)
        self._stack.addWidget(self.none)
        self._stack.addWidget(self.chart)
        line = row(room, self._stack, gap=0)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        self.setLayout(line)

    def show_target(self, line: TargetLine | None, points: Sequence[Point], remark: str = "", source: str = "") -> None:
        """Show a target with its values over time, what else is to be looked at, and where its figure came from."""
        chosen = line if line is not None and line.target_id else None
        measure = chosen.measure if chosen else None
        self.name.setText(_named(chosen) if chosen else "")
        told = (meaning(measure), measure.formula) if measure else ()
        self.told.setText("\n".join(filter(None, told)))
        self.doubt.setText("\n".join(filter(None, (chosen.result.doubt if chosen else "", remark))))
        self.doubt.setVisible(bool(self.doubt.text()))
        self.doubt.setStyleSheet(f"color: {look.colours().warning};")
        self.source.setText(source)
        chart = chart_of(points)
        self.chart.show_chart(chart)
        self.none.setText(_NO_POINTS if chosen else _CHOOSE)
        self._stack.setCurrentIndex(1 if chart else 0)
