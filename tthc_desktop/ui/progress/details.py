"""What is known of one line of progress beside its cells: due days, events, evidence, review, note, history."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from tthc_desktop.models.agenda.values import FollowUp, Occurrence
from tthc_desktop.models.changes import Entry
from tthc_desktop.models.progress.lines import ProgressLine, event_words
from tthc_desktop.models.progress.values import Evidence, Progress
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row, tool
from tthc_desktop.ui.day_edit import DayEdit
from tthc_desktop.ui.local_time import moment

RHYTHMS = {
    "": "Theo quy tắc chung",
    SpanKind.MONTH.value: "Hằng tháng",
    SpanKind.QUARTER.value: "Hằng quý",
    SpanKind.HALF_YEAR.value: "6 tháng một lần",
    SpanKind.YEAR.value: "Hằng năm",
    "none": "Không rà soát",
}
_ENTRIES = 12


@dataclass(frozen=True, slots=True)
class Known:
    """All that is told of a line."""

    line: ProgressLine
    deadline: str = ""
    occurrence: Occurrence | None = None
    follow_up: FollowUp | None = None
    progress: Progress | None = None
    history: tuple[Entry, ...] = ()


class Details(QScrollArea):
    """Tells it, and asks for changes; it makes none."""

    happened = Signal(object, str)
    """A day and what happened on it."""
    undone = Signal(str)
    """An event that is taken back."""
    due_days = Signal(object)
    reviewed = Signal(str)
    noted = Signal(str)
    file_wanted = Signal()
    file_opened = Signal(object)
    file_unwanted = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._known: Known | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(300)
        self.setAccessibleName("Chi tiết của việc đang chọn")
        self.note = QLineEdit()
        self.review = QComboBox()

    def show_known(self, known: Known | None) -> None:
        """Tell of a line; the same once more changes nothing, so that what is being typed stays."""
        if known == self._known:
            return
        self._known = known
        # The button that asked for this may be among what is shown, and is still at work.
        if (before := self.takeWidget()) is not None:
            before.hide()
            before.deleteLater()
        inside = QWidget()
        inside.setLayout(self._lines(known) if known else column(None))
        self.setWidget(inside)

    def _lines(self, known: Known) -> QVBoxLayout:
        parts = (
            *self._about(known),
            *self._events(known),
            *self._due_days(known),
            *self._review(known),
            *self._evidence(known),
            *self._note(known),
            *self._history(known),
        )
        return column(*parts, None, gap=look.SPACE, margin=look.ROOM)

    def _about(self, known: Known) -> Iterable[QWidget]:
        yield _wrapped(known.line.content, bold=True)
        if known.deadline:
            yield _wrapped(f"Thời hạn: {known.deadline}")
        if known.occurrence and known.occurrence.warning:
            yield _wrapped(known.occurrence.warning)

    def _events(self, known: Known) -> Iterable[QWidget]:
        yield _title("Sự việc đã xảy ra")
        for event in known.follow_up.events if known.follow_up else ():
            yield self._entry(event_words(event), f"Bỏ “{event.words or 'sự việc'}”", _sends(self.undone, event.id))
        day, words = DayEdit("Ngày xảy ra", self._today()), QLineEdit()
        words.setPlaceholderText("Văn bản, đề nghị …")
        words.setAccessibleName("Sự việc")
        words.setMinimumHeight(look.CONTROL)
        add = button("Thêm", lambda: self.happened.emit(day.day(), words.text()))
        words.returnPressed.connect(add.click)
        yield words
        yield _across(day, add, None)

    def _due_days(self, known: Known) -> Iterable[QWidget]:
        yield _title("Hạn do cơ quan đặt")
        days = known.follow_up.due_days if known.follow_up else ()
        for each in days:
            left = tuple(other for other in days if other != each)
            yield self._entry(f"{each:%d/%m/%Y}", f"Bỏ hạn {each:%d/%m/%Y}", _sends(self.due_days, left))
        day = DayEdit("Hạn mới", self._today())
        yield _across(day, button("Đặt hạn", lambda: self.due_days.emit((*days, day.day()))), None)

    def _review(self, known: Known) -> Iterable[QWidget]:
        yield _title("Rà soát")
        self.review = QComboBox()
        self.review.setAccessibleName("Rà soát")
        self.review.setMinimumHeight(look.CONTROL)
        for value, words in RHYTHMS.items():
            self.review.addItem(words, value)
        chosen = known.follow_up.review if known.follow_up else ""
        self.review.setCurrentIndex(max(self.review.findData(chosen), 0))
        self.review.activated.connect(lambda _: self.reviewed.emit(self.review.currentData()))
        yield self.review

    def _evidence(self, known: Known) -> Iterable[QWidget]:
        if known.line.unit_id:
            yield _title("Tệp minh chứng")
            for file in known.progress.files if known.progress else ():
                yield self._file(file)
            yield _across(button("Thêm tệp…", self.file_wanted.emit), None)

    def _file(self, file: Evidence) -> QWidget:
        opened = button(file.name, _sends(self.file_opened, file), link=True)
        opened.setToolTip(f"Mở {file.name}")
        gone = tool(f"Bỏ tệp {file.name}", _sends(self.file_unwanted, file), "delete")
        return _across(opened, None, gone)

    def _note(self, known: Known) -> Iterable[QWidget]:
        yield _title("Ghi chú của cơ quan")
        self.note = QLineEdit(known.follow_up.note if known.follow_up else "")
        self.note.setAccessibleName("Ghi chú của cơ quan")
        self.note.setPlaceholderText("Không gửi đơn vị")
        self.note.setMinimumHeight(look.CONTROL)
        self.note.editingFinished.connect(lambda: self.noted.emit(self.note.text()))
        yield self.note

    def _history(self, known: Known) -> Iterable[QWidget]:
        if known.history:
            yield _title("Lịch sử")
        for entry in known.history[:_ENTRIES]:
            gone = " (đã hoàn tác)" if entry.undone_at else ""
            yield _wrapped(f"{moment(entry.at)}: {entry.label}{gone}", quiet=True)
        if len(known.history) > _ENTRIES:
            yield _wrapped(f"… và {len(known.history) - _ENTRIES} lần trước đó", quiet=True)

    def _entry(self, words: str, told: str, act: Callable[[], object]) -> QWidget:
        said = _wrapped(words)
        return _across(said, tool(told, act, "delete"), stretch=0)


def _sends(signal: SignalInstance, value: object) -> Callable[[], object]:
    return lambda: signal.emit(value)


def _title(words: str) -> QWidget:
    made = label(words, bold=True)
    made.setContentsMargins(0, look.SPACE, 0, 0)
    return made


def _wrapped(words: str, *, bold: bool = False, quiet: bool = False) -> QWidget:
    made = label(words, bold=bold, quiet=quiet)
    made.setWordWrap(True)
    return made


def _across(*widgets: QWidget | None, stretch: int = -1) -> QWidget:
    made, line = QWidget(), row(*widgets)
    if stretch >= 0:
        line.setStretch(stretch, 1)
    made.setLayout(line)
    return made
