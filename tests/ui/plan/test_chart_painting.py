"""The chart of a table in the text: below it, as wide as the page lets it, in light and dark."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.models.test_charts import table
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui import look
from tthc_desktop.ui.plan import face_painting
from tthc_desktop.ui.plan.chart_painting import height
from tthc_desktop.ui.plan.table_face import Face, face

pytestmark = pytest.mark.usefixtures("qtbot")

ROWS = (("Phòng Một", "3", "1"), ("Phòng Hai", "2", "4"))
TITLES = ("Đơn vị", "Hoàn thành đúng hạn", "Quá hạn")
pytestmark = pytest.mark.usefixtures("qtbot")


def shown(kind: str = "bars") -> Face:
    return face(Plan("p"), table(TITLES, ROWS, kind))


def drawn(found: Face, width: int = 600) -> QImage:
    made = QImage(width, int(face_painting.height(found, width)) + 20, QImage.Format.Format_RGB32)
    made.fill(QColor(look.colours().base))
    painter = QPainter(made)
    face_painting.paint(painter, 0, 0, width, found)
    painter.end()
    return made


def colours(made: QImage) -> set[str]:
    return {made.pixelColor(x, y).name() for x in range(0, made.width(), 2) for y in range(0, made.height(), 2)}


def test_the_chart_takes_its_room_below_the_table() -> None:
    found = shown()
    assert found.chart is not None
    without = face_painting.height(found._replace(chart=None), 600)
    assert face_painting.height(found, 600) == pytest.approx(without + height(found.chart, 600))
    assert face_painting.height(shown(""), 600) == pytest.approx(without)


@pytest.mark.parametrize(("choice", "done", "late"), [("light", "#1e6b3a", "#b3261e"), ("dark", "#7fd19b", "#ff8f86")])
def test_bars_have_the_colours_of_the_window(choice: str, done: str, late: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = look.chosen(application)
    look.choose(application, choice)
    try:
        seen = colours(drawn(shown()))
    finally:
        look.choose(application, before)
    assert {done, late} <= seen


def test_other_figures_are_another_chart() -> None:
    other = face(Plan("p"), table(TITLES, (*ROWS, ("Phòng Ba", "1", "1"))))
    assert other != shown()
    assert drawn(other).height() > drawn(shown()).height()


@pytest.mark.parametrize("width", [60, 121, 2000])
def test_any_width_can_be_drawn(width: int) -> None:
    assert not drawn(shown("lines"), width).isNull()
    assert not drawn(replace_rows(), width).isNull()


def replace_rows() -> Face:
    return face(Plan("p"), replace(table(TITLES, ()), rows=()))
