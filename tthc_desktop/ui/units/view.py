"""The table of units with the keys of a grid."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.controls import shown
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.register_view import RegisterView
from tthc_desktop.ui.units.acts import WORDS, possible
from tthc_desktop.ui.units.table import UnitsTable


class UnitsView(RegisterView[Unit]):
    """Copying gives the names."""

    joined = Signal(object, object)
    """A unit that stays and one that becomes a part of it."""
    acted = Signal(str)
    """What is to become of the chosen units."""

    def __init__(self, table: UnitsTable, name: str) -> None:
        super().__init__(table, name)
        self.horizontalHeader().setStretchLastSection(True)

    def copy(self) -> None:
        """Copy the names of the chosen units."""
        QGuiApplication.clipboard().setText("\n".join(unit.name for unit in self.chosen()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen units."""
        if self.chosen():
            self.menu(*self.chosen()).popup(event.globalPos())

    def menu(self, *chosen: Unit) -> QMenu:
        """Return the menu of the chosen units."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Sửa ô này", lambda: self.edit(self.currentIndex()))
        menu.addAction(icon("copy"), "Chép tên đơn vị", self.copy)
        menu.addSeparator()
        self.add_acts(menu, *chosen)
        if len(chosen) == 2:
            menu.addSeparator()
            self.add_joining(menu, *chosen)
        menu.addSeparator()
        menu.addAction(icon("delete"), f"Xóa {len(chosen)} đơn vị khỏi danh sách", self.unwanted.emit)
        return menu

    def add_acts(self, menu: QMenu, *chosen: Unit) -> None:
        """Offer what may become of the chosen units."""
        for name in possible(chosen):
            menu.addAction(WORDS[name], partial(self.acted.emit, name))

    def add_joining(self, menu: QMenu, one: Unit, other: Unit) -> None:
        """Offer to make two units one, under the name of either."""
        for kept, gone in ((one, other), (other, one)):
            words = f"Gộp vào “{short(kept.name, 60)}”"
            menu.addAction(icon("merge"), shown(words), lambda kept=kept, gone=gone: self.joined.emit(kept, gone))
