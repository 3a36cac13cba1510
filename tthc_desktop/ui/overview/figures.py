"""What is pressing, as large quiet figures; a click shows only that."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Urgent
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row
from tthc_desktop.ui.overview.words import PART
from tthc_desktop.ui.plan.names import number


class Kind(NamedTuple):
    """A figure: the field of `Urgent` that it shows, what is said below it, its colour when it is not 0."""

    field: str
    words: str
    ink: str = "text"


KINDS = (
    Kind("overdue", "Quá hạn", "error"),
    Kind("today", "Hôm nay", "warning"),
    Kind("in_one", "Trong 1 ngày", "warning"),
    Kind("in_three", "Trong 3 ngày", "warning"),
    Kind("in_seven", "Trong 7 ngày"),
    Kind("unreviewed", "Cần rà soát"),
)
_STATES: Mapping[str, Filter] = {
    "overdue": Filter(overdue=True),
    "today": Filter(within=0),
    "in_one": Filter(within=1),
    "in_three": Filter(within=3),
    "in_seven": Filter(within=7),
    "unreviewed": Filter(unreviewed=True),
}


def state_of(asked: Filter) -> str:
    """Return the figure that shows just what a filter asks for, empty when none does."""
    mine = (asked.overdue, asked.within, asked.unreviewed)
    return next((name for name, of in _STATES.items() if (of.overdue, of.within, of.unreviewed) == mine), "")


def with_state(asked: Filter, state: str) -> Filter:
    """Return a filter that asks for what a figure counts; with no figure, for what is left to do."""
    of = _STATES.get(state, Filter())
    return replace(
        asked,
        overdue=of.overdue,
        within=of.within,
        unreviewed=of.unreviewed,
        open=True,
        statuses=(),
        kinds=(),
        due_from=None,
        due_to=None,
    )


HIGH = 64


class Figure(QPushButton):
    """A count with its words below; pressed while the list shows just that."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.setObjectName("figure")
        self.setCheckable(True)
        self._count = label(larger=10)
        self._words = label(kind.words, quiet=True)
        lines = column(self._count, self._words, gap=0)
        lines.setContentsMargins(look.ROOM, look.GAP, look.ROOM, look.GAP)
        self.setLayout(lines)
        self.setFixedHeight(HIGH)
        self.value = 0
        self.show_count(0)

    def show_count(self, value: int) -> None:
        """Show how much there is."""
        self.value = value
        self._count.setText(number(value))
        self._count.setProperty("ink", self.kind.ink if value else "quiet")
        self._count.style().polish(self._count)
        widest = max(each.sizeHint().width() for each in (self._count, self._words))
        self.setMinimumWidth(widest + 2 * look.ROOM + 2)
        self.setAccessibleName(f"{self.kind.words}: {number(value)} phần việc")
        self.setToolTip(f"{number(value)} phần việc: bấm để xem, bấm lần nữa để thôi\n{PART}")


class Figures(QWidget):
    """The figures side by side."""

    chosen = Signal(str)
    """The figure to show, empty for none."""

    def __init__(self) -> None:
        super().__init__()
        self.by_field = {kind.field: Figure(kind) for kind in KINDS}
        self.setLayout(row(*self.by_field.values()))
        for name, figure in self.by_field.items():
            figure.clicked.connect(lambda on, name=name: self.chosen.emit(name if on else ""))

    def show_urgent(self, urgent: Urgent, state: str) -> None:
        """Show the counts, and which of them the list shows."""
        for name, figure in self.by_field.items():
            figure.show_count(getattr(urgent, name))
            figure.setChecked(name == state)
