"""What a person sees in the window and hears read aloud."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTabWidget,
    QWidget,
)

from tthc_desktop.ui.language import catalogue

ENGLISH = re.compile(
    r"\b(the|and|of|file|files|folder|open|close|save|cancel|print|printer|page|pages|copy|paste|cut|delete|undo|"
    r"redo|select|all|name|type|size|date|look|yes|no|help|apply|preview|options|new|edit|view|zoom|sheet|none|"
    r"paper|margins?|portrait|landscape|color|width|height|location|copies|range|from)\b",
    re.IGNORECASE,
)
SAME_IN_BOTH = {"A4", "PDF", "TTHC Desktop", "Ctrl", "Shift", "Alt"}


def texts(root: QObject) -> Iterator[str]:
    """Yield every word that a widget and all below it shows or reads aloud."""
    for thing in (root, *root.findChildren(QObject)):
        yield from _own(thing)


def _own(thing: QObject) -> Iterator[str]:
    if isinstance(thing, QAction):
        yield from (thing.text(), thing.toolTip())
    if not isinstance(thing, QWidget):
        return
    yield from (thing.windowTitle(), thing.toolTip(), thing.accessibleName(), thing.accessibleDescription())
    if isinstance(thing, QAbstractButton | QLabel):
        yield thing.text()
    if isinstance(thing, QGroupBox | QMenu):
        yield thing.title()
    if isinstance(thing, QLineEdit):
        yield thing.placeholderText()
    if isinstance(thing, QTabWidget):
        yield from (thing.tabText(place) for place in range(thing.count()))
    if isinstance(thing, QComboBox) and not thing.isEditable():
        yield from (thing.itemText(place) for place in range(thing.count()) if thing.itemText(place).islower())


def leftovers(root: QObject) -> set[str]:
    """Return the texts that are English; a dialog of files shows the paths of folders, whatever they are called."""
    found = {words.replace("&", "").strip() for words in texts(root) if not Path(words).is_absolute()} - SAME_IN_BOTH
    sources = {english.replace("&", "") for (_, english), ours in catalogue().items() if english != ours}
    keys = re.compile(r"\(?\b(Ctrl|Alt|Shift)\+\S*|F\d+\b|Esc|Enter|Tab|Delete|Home")
    return {words for words in found if words in sources or ENGLISH.search(keys.sub("", words))}


def is_control(widget: QWidget) -> bool:
    """Tell whether a person can use the widget."""
    inner = widget.objectName().startswith("qt_") or isinstance(widget, QTabBar)
    focusable = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    return widget.isVisible() and not inner and (isinstance(widget, QAbstractButton | QLineEdit) or focusable)


def name_aloud(widget: QWidget) -> str:
    """Return what is read aloud of a control."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or widget.toolTip()
