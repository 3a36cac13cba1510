"""Keys of one page beside those of the menus; controls.py, which loads before the first paint, cannot hold them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tthc_desktop.ui.controls import Slot


def hear_keys(widget: QWidget, acts: Mapping[str, Slot]) -> None:
    """Let keys do these acts wherever in the widget the keyboard is."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
