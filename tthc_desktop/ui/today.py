"""Today in the window: the one place that asks the clock, and who wants to know hears of a new day."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

HOUR = 3_600_000
"""Milliseconds after which the clock is asked again at the latest: a computer that slept keeps no timer."""


def clock() -> datetime:
    """Return the time on the clerk's own wall; tests put another clock in its place."""
    return datetime.now().astimezone()


def today() -> date:
    """Return the day on the clerk's own wall."""
    return clock().date()


class Days(QObject):
    """Looks at the clock each hour and after midnight."""

    passed = Signal()
    """An hour has passed, or a new day has begun."""
    turned = Signal()
    """It is another day."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.day = today()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._wait()

    def look(self) -> None:
        """Ask the clock, and tell what has changed."""
        before, self.day = self.day, today()
        self._wait()
        if self.day != before:
            self.turned.emit()
        self.passed.emit()

    def _wait(self) -> None:
        self._timer.start(min(HOUR, until_midnight(clock())))


def until_midnight(now: datetime) -> int:
    """Return the milliseconds until the next day has begun, one second of it included."""
    midnight = datetime.combine(now.date() + timedelta(1), time.min, now.tzinfo)
    return int((midnight - now).total_seconds() * 1000) + 1000
