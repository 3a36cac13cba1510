"""The charts beside the list, drawn in the background by the code that prints them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from tthc_desktop.models.agenda.sifting import Tally
from tthc_desktop.models.charts import Chart
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.overview.charting import by_month, by_unit, is_empty, year_of_chart
from tthc_desktop.ui.overview.tallies import Counted

_NARROWEST = 240
POINT = 0.75
"""Points in a pixel of the screen."""
Drawn = tuple[bytes, ...]


class Wanted(NamedTuple):
    """What is drawn, how many pixels wide, and for which look."""

    charts: tuple[Chart, ...]
    width: int
    dark: bool


def draw(wanted: Wanted) -> Drawn:
    """Return the charts as SVG."""
    from tthc_desktop.documents.writing.charts import svg  # noqa: PLC0415 - loads the library that prints

    return tuple(svg(chart, wanted.width * POINT, dark=wanted.dark) for chart in wanted.charts)


class Picture(QWidget):
    """A heading, and an SVG below it in the size that its letters have on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._paper = label(bold=True), Paper()
        self._heading.setWordWrap(True)
        self.setLayout(column(self._heading, self._paper))

    def show_svg(self, data: bytes, name: str) -> None:
        """Show another drawing, which is called `name`."""
        self._heading.setText(name)
        self._paper.setAccessibleName(name)
        self._paper.show_svg(data)


class Paper(QWidget):
    """Draws an SVG."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_svg(self, data: bytes) -> None:
        """Show another drawing."""
        self._drawn.load(QByteArray(data))
        self.setFixedHeight(round(self._drawn.defaultSize().height() / POINT))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self._drawn.render(painter, QRectF(0, 0, self._drawn.defaultSize().width() / POINT, self.height()))
        painter.end()


class Charts(QScrollArea):
    """How the work stands, by unit and by month; drawn only while it is seen."""

    troubled = Signal(object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._draws: Latest[tuple[Wanted, Drawn]] = Latest(self, background, self._show, self.troubled.emit)
        self._charts: tuple[Chart, ...] = ()
        self.shown: Wanted | None = None
        self.pictures = (Picture(), Picture())
        self._none = label("Chưa có việc nào để vẽ biểu đồ.", quiet=True)
        self._later = QTimer(self, singleShot=True, interval=150)
        self._later.timeout.connect(self._ask)
        inner = QWidget()
        inner.setLayout(column(self._none, *self.pictures, None, gap=look.BROAD, margin=look.ROOM))
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("Biểu đồ")

    def show_tallies(self, rows: Sequence[Counted], months: Mapping[str, Tally], year: int) -> None:
        """Show how the work of units stands, and what is due in the months of a year or of the nearest with work."""
        both = (by_unit(rows), by_month(months, year_of_chart(months, year)))
        self._charts = tuple(chart for chart in both if not is_empty(chart))
        self._ask()

    def _wanted(self) -> Wanted:
        width = max(_NARROWEST, self.viewport().width() - 2 * look.ROOM)
        return Wanted(self._charts, width, look.colours() is look.DARK)

    def _ask(self) -> None:
        """Draw what is wanted, unless it is shown already or nobody sees it."""
        wanted = self._wanted()
        if self.isVisible() and wanted != self.shown:
            self._draws.ask(lambda _job: (wanted, draw(wanted)))

    def _show(self, result: tuple[Wanted, Drawn]) -> None:
        self.shown, drawn = result
        for place, picture in enumerate(self.pictures):
            picture.setVisible(place < len(drawn))
            if place < len(drawn):
                picture.show_svg(drawn[place], self.shown.charts[place].title)
        self._none.setVisible(not drawn)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has changed while another tab was in front."""
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the width stays."""
        super().resizeEvent(event)
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of another look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._later.start()
