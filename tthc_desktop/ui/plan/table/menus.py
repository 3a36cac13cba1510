"""The menus under the right mouse button and the menu key: for cells and rows, and for the head."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.menus import commands

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid

_CELLS = ("cut", "copy", "paste", "", "fill_down", "fill_right", "today", "merge_cells", "unmerge_cells", "")
_ROWS = ("row_above", "row_below", "group_row", "duplicate_rows", "delete_rows", "")
_OUTLINE = ("move_up", "move_down", "promote", "demote")
_KINDS = ("row_to_group", "row_to_task", "row_to_target", "row_to_plain")
_OWN = {
    "move_up": "Chuyển hàng lên",
    "move_down": "Chuyển hàng xuống",
    "promote": "Nâng một cấp",
    "demote": "Hạ một cấp",
    "row_to_group": "Thành nhóm",
    "row_to_task": "Thành nhiệm vụ",
    "row_to_target": "Thành chỉ tiêu",
    "row_to_plain": "Thành hàng thường",
}
_KEYS = {
    "row_below": "Ctrl+Enter",
    "move_up": "Alt+Shift+Up",
    "move_down": "Alt+Shift+Down",
    "promote": "Alt+Shift+Left",
    "demote": "Alt+Shift+Right",
}


def _menu(grid: "Grid", title: str = "") -> QMenu:
    made = QMenu(title, grid)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not title)
    made.setAccessibleName(title or "Lệnh của bảng")
    return made


def cell_menu(grid: "Grid") -> QMenu:
    """Return what can be done to the chosen cells and their rows."""
    menu = _menu(grid)
    _fill(menu, grid, (*_CELLS, *_ROWS))
    kinds = kind_menu(grid, "Đổi loại hàng")
    moves = _menu(grid, "Chuyển chỗ, đổi cấp")
    _fill(moves, grid, _OUTLINE)
    columns = column_menu(grid, grid.does.columns.here(), "Cột này")
    for part in (kinds, moves, columns):
        menu.addMenu(part)
    return menu


def kind_menu(grid: "Grid", title: str = "") -> QMenu:
    """Return what the chosen rows can be turned into."""
    menu = _menu(grid, title)
    _fill(menu, grid, _KINDS)
    return menu


def head_menu(grid: "Grid", place: int) -> QMenu:
    """Return what can be done to a column, from its head."""
    return column_menu(grid, place)


def column_menu(grid: "Grid", place: int, title: str = "") -> QMenu:
    """Return what can be done to a column."""
    menu, does = _menu(grid, title), grid.does
    _add(menu, "Đổi tên cột", lambda: does.columns.rename(place))
    if place < len(grid.cells.table.columns) and grid.cells.table.columns[place].over:
        _add(menu, "Đổi tiêu đề chung", lambda: grid.head.rename(place, upper=True))
    menu.addSeparator()
    _add(menu, "Chèn cột bên trái", lambda: does.columns.insert(place))
    _add(menu, "Chèn cột bên phải", lambda: does.columns.insert(place + 1))
    _add(menu, "Chuyển cột sang trái", lambda: does.columns.move(place, -1), can=place > 0)
    _add(menu, "Chuyển cột sang phải", lambda: does.columns.move(place, 1), can=place + 1 < grid.cells.columnCount())
    _add(menu, "Xóa cột", lambda: does.columns.remove(place))
    menu.addSeparator()
    _add(menu, "Sắp xếp tăng dần", lambda: does.rows.sort(place))
    _add(menu, "Sắp xếp giảm dần", lambda: does.rows.sort(place, descending=True))
    _add(menu, "Lọc theo cột này…", lambda: grid.sieve.open(place))
    menu.addSeparator()
    _fill(menu, grid, ("automatic_widths", "columns", "numbering"))
    return menu


def _add(menu: QMenu, words: str, act: Callable[[], object], *, can: bool = True) -> QAction:
    action = menu.addAction(words)
    action.setEnabled(can)
    action.triggered.connect(lambda _=False: act())
    return action


def _fill(menu: QMenu, grid: "Grid", names: tuple[str, ...]) -> None:
    """Add commands of the window by their names; keys are shown and belong to the window."""
    known = {command.name: command for command in commands()}
    doing = {**grid.does.by_name(), "cut": grid.cut, "copy": grid.copy, "paste": grid.paste}
    for name in names:
        if not name:
            menu.addSeparator()
            continue
        command = known.get(name)
        words = command.text if command else _OWN[name]
        keys = command.keys[0] if command and command.keys else _KEYS.get(name, "")
        action = _add(menu, f"{words}\t{keys}" if keys else words, doing.get(name, _nothing), can=name in doing)
        if command and command.drawing:
            action.setIcon(icon(command.drawing))


def _nothing() -> None:
    """Do what a command does that cannot be done."""
