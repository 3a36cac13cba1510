"""The commands of the window as actions in its menus and its toolbar."""

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.menus import MENUS, SEARCH, TOOLBAR, WITH_WORDS, Command, commands

Handlers = Mapping[str, Callable[[], object]]


def build(window: QMainWindow, handlers: Handlers) -> dict[str, QAction]:
    """Make the actions, fill the menu bar and the toolbar, and return the actions by name."""
    made = {command.name: _action(window, command, handlers[command.name]) for command in commands()}
    for title, group in MENUS:
        menu = window.menuBar().addMenu(title)
        for command in group:
            _ = menu.addAction(made[command.name]) if command.name else menu.addSeparator()
    window.addToolBar(_toolbar(made))
    return made


def _action(window: QMainWindow, command: Command, handler: Callable[[], object]) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.name)
    action.setShortcuts(_shortcuts(command.keys))
    action.setCheckable(command.toggles)
    if command.drawing:
        action.setIcon(icon(command.drawing))
        action.setIconVisibleInMenu(not command.toggles)  # the tick that says it is on stands in the icon's place
    action.setToolTip(tip(command, command.tip or command.text))
    action.triggered.connect(lambda _=False: _do(handler))
    return action


@cache
def _shortcuts(keys: tuple[str, ...]) -> list[QKeySequence]:
    return [QKeySequence(key) for key in keys]


def _do(handler: Callable[[], object]) -> None:
    """Do a command once the word being composed stands where it was begun: menus leave the keyboard there."""
    end_composing()
    handler()


def tip(command: Command, words: str) -> str:
    """Return a tooltip: the words and the first key."""
    bare = words.replace("&", "").rstrip("…")
    return f"{bare} ({command.keys[0]})" if command.keys else bare


def _toolbar(made: dict[str, QAction]) -> QToolBar:
    bar = QToolBar("Thanh công cụ")
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.toggleViewAction().setVisible(False)
    for name in TOOLBAR:
        _ = bar.addAction(made[name]) if name else bar.addSeparator()
        if name in WITH_WORDS:
            _show_words(bar, made[name])
    bar.addWidget(_room())
    bar.addWidget(_search(made[SEARCH]))
    return bar


def _room() -> QWidget:
    """Return what pushes the rest to the right end."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def _search(action: QAction) -> QPushButton:
    """Return a button that looks like a field and opens the quick search."""
    key = action.shortcut().toString()
    made = button(f"Tìm ({key})", action.trigger, drawing="find")
    made.setObjectName("search")
    made.setMinimumWidth(160)
    made.setToolTip(action.toolTip())
    return made


def _show_words(bar: QToolBar, action: QAction) -> None:
    widget = bar.widgetForAction(action)
    if isinstance(widget, QToolButton):
        widget.setProperty("words", "true")
