"""How a grid is set up and its parts are joined."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

from tthc_desktop.ui import look
from tthc_desktop.ui.plan.table import menus

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid

_Trigger = QAbstractItemView.EditTrigger


def furnish(grid: "Grid") -> None:
    """Give a grid its model, its head and its manners."""
    grid.setModel(grid.cells)
    grid.setItemDelegate(grid.delegate)
    grid.setHorizontalHeader(grid.head)
    grid.verticalHeader().hide()
    grid.verticalHeader().setDefaultSectionSize(2 * look.ROW)
    grid.verticalHeader().setMinimumSectionSize(look.ROW)
    grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    grid.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
    grid.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
    grid.setTabKeyNavigation(True)


def connect(grid: "Grid") -> None:
    """Let the parts of a grid hear of each other."""
    grid.delegate.refused.connect(grid.troubled)
    grid.head.sectionResized.connect(grid.heights.forget_all)
    grid.head.dragged.connect(grid.does.columns.drag_width)
    grid.head.carrying.carried.connect(grid.does.columns.carry)
    grid.head.sectionHandleDoubleClicked.connect(lambda _: grid.does.columns.automatic_widths())
    grid.head.renamed.connect(grid.does.columns.renamed)
    grid.head.asked.connect(grid.sieve.open)
    grid.head.gone.connect(grid.setFocus)
    grid.head.menu_asked.connect(lambda place, where: menus.head_menu(grid, place).popup(where))
    grid.cells.edited.connect(grid.does.cells.type_cell)
    grid.selectionModel().selectionChanged.connect(grid.summing.wait)
