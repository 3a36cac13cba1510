"""The toolbar in a narrow window: buttons leave their words away so that none is lost behind the edge."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

ROOM_FOR_WORDS = 1040


class Fitting(QObject):
    """Watches the width of the toolbar; made after the first paint, for an event of its size loads Qt's many enums."""

    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._with_words = [each for each in bar.findChildren(QToolButton) if each.property("words")]
        bar.installEventFilter(self)
        self.fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the width."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return False

    def fit(self) -> None:
        """Show words where there is room for them."""
        words = "true" if self._bar.width() >= ROOM_FOR_WORDS else "no"
        for each in self._with_words:
            if each.property("words") != words:
                each.setProperty("words", words)
                each.style().polish(each)


def fit_toolbar(window: QWidget) -> None:
    """Let the toolbar of a window follow its width from now on."""
    bar = window.findChild(QToolBar, "toolbar")
    if bar is not None and bar.findChild(Fitting) is None:
        Fitting(bar)
