"""What a grid draws, and what it draws again."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.papers import little_plan
from tthc_desktop.models.editing.tables import find_table
from tthc_desktop.models.table import Column
from tthc_desktop.models.text import Text
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.table.cell_painting import Faces
from tthc_desktop.ui.plan.table_model import TableModel


@pytest.fixture
def grid(dressed: None, qtbot: QtBot) -> Iterator[Grid]:
    """Return a grid by itself, whose changes are made at once."""
    del dressed
    made = Grid("Bảng")
    made.resize(900, 600)
    made.proposed.connect(lambda _, after: made.show_table(after, find_table(after, "tab")))
    plan = little_plan(8)
    made.show_table(plan, find_table(plan, "tab"))
    made.show()
    qtbot.wait(100)
    yield made
    made.close()
    made.deleteLater()


def test_an_edit_draws_its_row_again_and_at_most_its_neighbours(
    grid: Grid, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[int] = set()
    words = TableModel.words

    def watched(cells: TableModel, place: int, column: Column) -> Text | str:
        asked.add(place)
        return words(cells, place, column)

    monkeypatch.setattr(TableModel, "words", watched)
    grid.cells.setData(grid.cells.index(4, 2), "Phòng Nội vụ")
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(20)
    assert 4 in asked
    assert asked <= {3, 4, 5}
    grid.viewport().repaint()
    assert asked == set(range(10))


def test_fonts_are_kept_until_the_grid_has_another(grid: Grid) -> None:
    faces = Faces(grid)
    usual = faces.font(bold=True, italic=False)
    assert usual.bold()
    assert not faces.font(bold=False, italic=True).bold()
    assert faces.font(bold=True, italic=False) is usual
    height = faces.metrics(bold=False, italic=False).height()
    grid.show_scale(2.0)
    assert faces.metrics(bold=False, italic=False).height() > height
    assert faces.font(bold=True, italic=False).pointSizeF() == 2 * usual.pointSizeF()
