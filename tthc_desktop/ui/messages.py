"""Messages inside the window: bars that say what happened and what to do."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.controls import Sign, button, label, row, tool

Offer = tuple[str, Callable[[], object]]


class Kind(StrEnum):
    """How grave a message is; also the name of its icon."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


_SPOKEN = {Kind.INFO: "Thông báo", Kind.GOOD: "Đã xong", Kind.WARNING: "Chú ý", Kind.ERROR: "Lỗi"}


class Bar(QFrame):
    """One message with what it offers to do."""

    def __init__(self, kind: Kind, what: str, advice: str, offers: tuple[Offer, ...], job: Job | None = None) -> None:
        super().__init__()
        self.kind = kind
        self.what = what
        self.setProperty("bar", True)
        self.setProperty("kind", kind.value)
        self.setAccessibleName(f"{_SPOKEN[kind]}: {what} {advice}")
        words = label(f"{what} {advice}".strip())
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = [button(text, self._answer(slot), link=True) for text, slot in offers]
        progress = [Progress(job)] if job else []
        leave = tool("Đóng thông báo", self.leave, "close")
        from PySide6.QtCore import Qt  # noqa: PLC0415 - dear, and not needed before the first paint

        for each in (*buttons, leave):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the keyboard from the page
        line = row(Sign(kind.value, 20), words, *progress, *buttons, leave, gap=look.ROOM)
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        self.setLayout(line)

    def _answer(self, slot: Callable[[], object]) -> Callable[[], object]:
        def answer() -> None:
            self.leave()
            slot()

        return answer

    def leave(self) -> None:
        """Take the bar away."""
        self.hide()
        self.deleteLater()


class Progress(QWidget):
    """A bar that moves to and fro until the job tells how far it is, and the words for that: 3/20."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._far, self._bar = label(quiet=True), QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(180, look.SPACE)
        self._bar.setAccessibleName("Tiến độ")
        self.setLayout(row(self._far, self._bar))
        job.progressed.connect(self.show_far)

    def show_far(self, done: int, whole: int) -> None:
        """Show how far the job is; once the message is gone, nobody asks for it any longer."""
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        self._far.setText(f"{done}/{whole}")


class Messages(QWidget):
    """The place of the bars, above the pages; a new bar takes the place of those of its kind."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    def tell(self, kind: Kind, what: str, advice: str = "", *offers: Offer) -> None:
        """Show a message until it is closed or replaced."""
        self._add(Bar(kind, what, advice, offers))

    def work(self, what: str, stop: str, job: Job, stopped: Callable[[], object] | None = None) -> None:
        """Show that a job is under way, how far it is, and how to stop it; `stopped` tells what remains then."""

        def give_up() -> None:
            job.cancel()
            if stopped is not None:
                stopped()

        self._add(Bar(Kind.INFO, what, "", ((stop, give_up),), job))

    def _add(self, bar: Bar) -> None:
        for other in self.bars():
            if other.kind in {bar.kind, Kind.GOOD, Kind.INFO}:
                other.leave()
        self._lines.addWidget(bar)
        bar.show()

    def outdate(self) -> None:
        """Take away what was done before the newest change: its "Hoàn tác" would take back something else."""
        for bar in self.bars():
            if bar.kind is Kind.GOOD:
                bar.leave()

    def trouble(self, error: UserError) -> None:
        """Show known trouble."""
        self.tell(Kind.ERROR, error.what, error.advice)

    def bars(self) -> list[Bar]:
        """Return the bars in sight, the oldest first."""
        return [bar for bar in self.findChildren(Bar) if not bar.isHidden()]

    def clear(self) -> None:
        """Take every bar away."""
        for bar in self.bars():
            bar.leave()
