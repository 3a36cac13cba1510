"""The icon beside the clock of the desktop, where there is such a place: the same sentence as in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from tthc_desktop.models.agenda.sifting import Urgent
from tthc_desktop.ui.icons import icon

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

ON = "tray/on"
_TITLE = "TTHC Desktop"
_NOTHING = "không có việc quá hạn hoặc sắp đến hạn"
_SECONDS = 12


def available() -> bool:
    """Tell whether the desktop has a place for such icons."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Shows the icon while the clerk wants it; the program ends with its window all the same."""

    def __init__(self, window: "MainWindow", open_: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._open = window, open_
        self.icon: QSystemTrayIcon | None = None
        self._said, self._told = "", Urgent()
        command = window.commands["tray"]
        command.setEnabled(available())
        command.setChecked(self.wanted)
        if self.wanted:
            self._show()

    @property
    def wanted(self) -> bool:
        """Whether the clerk wants the icon, which is so until it is turned off."""
        return available() and self._window.memory.value(ON, "true") != "false"

    def turn(self) -> None:
        """Turn the icon on or off for good."""
        self._window.memory.setValue(ON, "false" if self.wanted else "true")
        self._window.commands["tray"].setChecked(self.wanted)
        if self.wanted:
            self._show()
        else:
            self.leave()

    def _show(self) -> None:
        self.icon = QSystemTrayIcon(icon("app"), self)
        menu = QMenu(self._window)
        menu.addAction(icon("overview"), "Xem việc đến hạn", self._bring)
        menu.addSeparator()
        menu.addAction("Tắt nhắc việc ở khay", self.turn)
        menu.addAction("Thoát", self._window.close)
        self.icon.setContextMenu(menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self._bring)
        self._say()
        self.icon.show()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._bring()

    def _bring(self) -> None:
        """Bring the window to the front, at what is due."""
        window = self._window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self._open()

    def leave(self) -> None:
        """Take the icon away."""
        if self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None

    def say(self, words: str, urgent: Urgent) -> None:
        """Say what is pressing; more of it than before is told aloud while the window is not in front."""
        worse = urgent.overdue > self._told.overdue or urgent.today > self._told.today
        self._said, self._told = words, urgent
        self._say()
        if worse and self.icon is not None and not self._window.isActiveWindow():
            self.icon.showMessage(_TITLE, f"{words}.", icon("app"), _SECONDS * 1000)

    def _say(self) -> None:
        if self.icon is not None:
            self.icon.setToolTip(f"{_TITLE}: {self._said or _NOTHING}")
