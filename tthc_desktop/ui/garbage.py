"""When Python looks for garbage among all that it holds: while nobody is typing."""

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

_YOUNG, _NEVER = (700, 10), 1_000_000
_SOON, _SELDOM = 1000, 60.0


class Sweep(QObject):
    """Looks at what is young at any time, and at everything when the user has gone elsewhere or closed a plan.

    Values and layouts hold no cycles and go by themselves; but there are so many that one look at all of them, which
    Python would take at any time, stops the window for a tenth of a second.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.set_threshold(*_YOUNG, _NEVER)
        self._last = monotonic()
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._sweep)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._turn)

    def soon(self) -> None:
        """Look at everything in a moment."""
        self._timer.start()

    def _turn(self, window: QObject | None) -> None:
        if window is None and monotonic() - self._last > _SELDOM:
            self._timer.start()

    def _sweep(self) -> None:
        self._last = monotonic()
        gc.collect()
