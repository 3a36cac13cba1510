"""Pictures of the grid: chosen cells, filter, menus, the panes for columns and numbers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.outline import tables
from tthc_desktop.models.table import Role
from tthc_desktop.models.table_filter import Wanted
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.plan.grid import Grid
from tthc_desktop.ui.plan.table import menus
from tthc_desktop.ui.plan.table.columns_dialog import ColumnsDialog
from tthc_desktop.ui.plan.table.numbering_dialog import NumberingDialog

Wait = Callable[[Callable[[], bool]], None]


def opened(window: MainWindow, wait: Wait, *, last: bool = True) -> Grid:
    """Open a table of the sample plan, the last one or the first."""
    plan = sample_plan()
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    page = window.desk.open_plan(plan.id)
    assert page is not None
    wait(lambda: page.preview.shown is page.plan)
    found = [table for table, _ in tables(page.plan)]
    page.go_to(found[-1 if last else 0].id)
    grid = page.grid()
    assert grid is not None
    grid.setFocus()
    return grid


def grid_chosen(window: MainWindow, wait: Wait) -> None:
    grid = opened(window, wait, last=False)
    grid.choose(1, 3, 2, 3)
    wait(lambda: bool(grid.said()))


def grid_filter(window: MainWindow, wait: Wait) -> QWidget:
    grid = opened(window, wait)
    place = next(n for n, column in enumerate(grid.cells.table.columns) if column.role is Role.LEAD)
    grid.sieve.open(place)
    assert grid.sieve.popup is not None
    return grid.sieve.popup


def grid_filtered(window: MainWindow, wait: Wait) -> None:
    grid = opened(window, wait)
    column = next(column for column in grid.cells.table.columns if column.role is Role.LEAD)
    grid.sieve.toggle()
    grid.sieve.want(column, Wanted(words="phong"))


def grid_menu(window: MainWindow, wait: Wait) -> QWidget:
    grid = opened(window, wait)
    grid.setCurrentIndex(grid.cells.index(2, 2))
    menu = menus.cell_menu(grid)
    menu.popup(grid.mapToGlobal(grid.rect().topLeft()))
    return menu


def grid_table_menu(window: MainWindow, wait: Wait) -> QWidget:
    opened(window, wait)
    action = next(action for action in window.menuBar().actions() if action.text() == "&Bảng")
    menu = action.menu()
    assert isinstance(menu, QWidget)
    menu.show()
    return menu


def grid_columns(window: MainWindow, wait: Wait) -> QWidget:
    grid = opened(window, wait)
    grid.does.columns.open_dialog()
    return grid.findChildren(ColumnsDialog)[-1]


def grid_numbering(window: MainWindow, wait: Wait) -> QWidget:
    grid = opened(window, wait)
    grid.does.columns.open_numbering()
    return grid.findChildren(NumberingDialog)[-1]


def grid_carried(window: MainWindow, wait: Wait) -> None:
    grid = opened(window, wait, last=False)
    head = grid.head.viewport()
    start, end = (grid.head.title_rect(place, upper=False).center() for place in (3, 1))
    QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=start)
    for part in (1, 2, 3):
        QTest.mouseMove(head, start + (end - start) * part / 3)


def grid_title(window: MainWindow, wait: Wait) -> None:
    opened(window, wait).does.columns.rename(2)


def grid_offers(window: MainWindow, wait: Wait) -> None:
    grid = opened(window, wait)
    grid.setCurrentIndex(grid.cells.index(2, 2))
    wait(lambda: bool(grid.heights.fitted))
    grid.open_cell()
    QTest.qWait(50)
    suggester = grid.delegate.suggester
    assert suggester is not None
    suggester.ask()


SCREENS = {
    "grid-chosen": grid_chosen,
    "grid-filter": grid_filter,
    "grid-filtered": grid_filtered,
    "grid-menu": grid_menu,
    "grid-table-menu": grid_table_menu,
    "grid-columns": grid_columns,
    "grid-numbering": grid_numbering,
    "grid-carried": grid_carried,
    "grid-title": grid_title,
    "grid-offers": grid_offers,
}
