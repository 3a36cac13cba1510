"""The context menu of the page surface: Qt's own, and the commands of structure."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTextEdit

OF_WINDOW = ("insert_item", "insert_task", "promote", "demote", "move_up", "move_down", "numbering", "delete_part")
"""The commands of the window that the menu offers too."""
_WRITING = {"edit-cut", "edit-delete", "edit-paste"}


def offer_menu(editor: QTextEdit, at: QPoint, on_screen: QPoint, *, writable: bool) -> None:
    """Offer what can be done at a point of the editor, given where that is on the screen."""
    menu = editor.createStandardContextMenu(at)
    for action in menu.actions():
        if action.objectName() in _WRITING and not writable:
            action.setEnabled(False)
    menu.addSeparator()
    for name in OF_WINDOW:
        command = editor.window().findChild(QAction, name)
        if command is not None:
            menu.addAction(command)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(on_screen)
