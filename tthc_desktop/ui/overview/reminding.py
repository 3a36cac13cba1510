"""Reminds of what is due: a bar once a day, words in the status bar and on the start page, and the tray."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Sifted, Urgent
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.overview.figures import with_state
from tthc_desktop.ui.overview.source import Agenda
from tthc_desktop.ui.overview.tray import Tray
from tthc_desktop.ui.overview.words import PART, sentence
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.today import Days, today

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

TOLD = "reminding/told"
"""Where it is remembered on which day the bar was shown last."""
_NOTHING = "Hôm nay không có việc quá hạn, sắp đến hạn hay cần rà soát"


class Reminding(QObject):
    """Looks at the agenda whenever it has changed, each hour and after midnight."""

    def __init__(self, window: "MainWindow", agenda: Agenda) -> None:
        super().__init__(window)
        self._window, self._agenda = window, agenda
        self.urgent = Urgent()
        self._to_be_told = True
        """Whether the next answer is the first one of a start or of a day."""
        self.tray = Tray(window, self.open)
        self.days = Days(self)
        self._ask = agenda.asking(self, self._show)
        agenda.renewed.connect(lambda: self._ask(Filter()))
        self.days.turned.connect(self._begin_day)
        self.days.passed.connect(agenda.renew)
        window.status.late_asked.connect(self.open)
        window.desk.heard.connect(self._hear)

    def _begin_day(self) -> None:
        self._to_be_told = True

    @Slot(object)
    def _hear(self, _pairs: object) -> None:
        """Remind nobody of what is just being written."""
        self._to_be_told = False

    def leave(self) -> None:
        """Remind no more: the window closes."""
        self.tray.leave()

    def open(self) -> None:
        """Show what is most pressing."""
        from tthc_desktop.ui.overview.opening import open_overview  # noqa: PLC0415 - which knows every page

        urgent = self.urgent
        pressing = (("overdue", urgent.overdue), ("in_seven", urgent.in_seven), ("unreviewed", urgent.unreviewed))
        state = next((name for name, count in pressing if count), "")
        open_overview(self._window, with_state(Filter(), state))

    def _show(self, sifted: Sifted) -> None:
        self.urgent = sifted.urgent
        words, known = sentence(self.urgent), bool(sifted.by_plan)
        self._say_status(known=known)
        self._window.start.due.say(f"{words or _NOTHING}." if known else "")
        if self._agenda.ready:
            first, self._to_be_told = self._to_be_told, False
            if first and words:
                self._tell(words)
            self.tray.say(words, self.urgent)

    def _say_status(self, *, known: bool) -> None:
        urgent, say = self.urgent, self._window.status.show_late
        about = f"{sentence(urgent)}. Bấm để xem tổng quan.\n{PART}"
        if urgent.overdue:
            say(f"{number(urgent.overdue)} phần việc quá hạn", about, "status-overdue", "error")
        elif urgent.in_seven:
            say(f"{number(urgent.in_seven)} phần việc đến hạn trong 7 ngày", about, "calendar", "text")
        else:
            say("Không có việc quá hạn" if known else "", "Bấm để xem tổng quan", "good", "text")

    def _tell(self, words: str) -> None:
        """Show the bar, once a day."""
        now = today().isoformat()
        if self._window.memory.value(TOLD) != now:
            self._window.memory.setValue(TOLD, now)
            self._window.messages.tell(Kind.INFO, f"{words}.", "", ("Xem", self.open))
