"""The days that a regime sets, as a table: one row for each kind of period, with what they mean for one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from tthc_desktop.documents.reporting_regimes import clause_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.editing.regimes import with_cutoff
from tthc_desktop.models.reporting.cutoff_words import KIND_NAMES, Part, cutoff_words, example
from tthc_desktop.models.reporting.regimes import Cutoff, Regime, cutoff_of
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.models.text import fold
from tthc_desktop.ui import look
from tthc_desktop.ui.inline_cells import InlineCells, Offering
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.register_table import Column, Index, RegisterTable
from tthc_desktop.ui.register_view import RegisterView

_Role = Qt.ItemDataRole
COLUMNS = (
    Column("kind", "Kỳ", 78),
    Column(Part.FROM_DAY, "Số liệu từ ngày", 122),
    Column(Part.MONTHS, "của tháng", 136),
    Column(Part.TO_DAY, "đến ngày, tháng cuối", 158),
    Column(Part.DUE, "Hạn gửi", 168),
    Column("example", "Ví dụ", 560),
)
FIELDS = tuple(str(column.field) for column in COLUMNS)
_TYPED = {str(part) for part in Part}


@dataclass(frozen=True, slots=True)
class ShownPeriod:
    """A row: the days of one kind of period, what they mean for an example, and where the law has them."""

    id: str
    kind: SpanKind
    cutoff: Cutoff
    is_set: bool
    example: str
    clause: str = ""


def shown_periods(regime: Regime, today: date, days: DaysOff) -> tuple[ShownPeriod, ...]:
    """Return a row for each kind."""
    return tuple(
        ShownPeriod(
            kind.value,
            kind,
            cutoff_of(regime, kind) or Cutoff(kind),
            cutoff_of(regime, kind) is not None,
            example(regime, kind, today, days),
            clause_of(regime, kind),
        )
        for kind in KIND_NAMES
    )


class PeriodsTable(RegisterTable[ShownPeriod]):
    """Rows for a table view; those that the regime does not set are quiet."""

    locked = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent, editable=True)

    def may_edit(self, index: Index) -> bool:
        """Tell whether a cell can be typed into."""
        return index.isValid() and not self.locked and FIELDS[index.column()] in _TYPED

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one cell."""
        if not index.isValid():
            return None
        shown, column = self.kept[index.row()], COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole | _Role.EditRole | _Role.ToolTipRole:
                return words(shown, column.field)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {words(shown, column.field) or 'chưa có'}"
            case _Role.ForegroundRole if column.field in _TYPED and not shown.is_set:
                return QColor(look.colours().quiet)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not self.may_edit(index):
            return False
        shown, field = self.kept[index.row()], FIELDS[index.column()]
        if str(value).strip() == words(shown, field):
            return False
        self.typed.emit(shown, field, str(value))
        return True


def words(shown: ShownPeriod, field: str) -> str:
    """Return what a cell shows."""
    match field:
        case "kind":
            return KIND_NAMES[shown.kind]
        case "example":
            return shown.example
        case _:
            return cutoff_words(shown.cutoff, Part(field))


def _offering(*offered: str) -> Offering:
    def offers(typed: str) -> Sequence[Offer]:
        return [Offer(each) for each in offered if fold(typed) in fold(each)]

    return Offering(offers)


_OFFERS: Mapping[str, Offering] = {
    Part.MONTHS: _offering("tháng đầu kỳ", "1 tháng trước kỳ"),
    Part.TO_DAY: _offering("cuối tháng"),
    Part.DUE: _offering("ngày 25", "cuối tháng", "sau 3 ngày làm việc", "sau 5 ngày làm việc"),
}


class PeriodsView(RegisterView[ShownPeriod]):
    """Shows the rows of one regime, and what a cell would mean while it is typed into."""

    typed = Signal(object, str, str)
    """The kind of period, the part of its days and the words."""
    turned = Signal()
    """Another row is the current one, or the rows are others."""

    def __init__(self) -> None:
        self.periods = PeriodsTable()
        super().__init__(self.periods, "Các kỳ báo cáo")
        self.periods.setParent(self)
        offers = {FIELDS.index(field): offering for field, offering in _OFFERS.items()}
        self.cells = InlineCells(self, [each.title for each in COLUMNS], offers, self._ended)
        self._regime: Regime | None = None
        self._today, self._days = date.min, DaysOff()
        self._rows: tuple[ShownPeriod, ...] = ()
        self._build()
        self.periods.typed.connect(lambda shown, field, words: self.typed.emit(shown.kind, field, words))
        self.cells.typing.connect(self._foretell)
        self.selectionModel().currentRowChanged.connect(self.turned)

    def _build(self) -> None:
        self.setItemDelegate(self.cells)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the examples all room that is left, and show all rows whole."""
        super().resizeEvent(event)
        last = len(COLUMNS) - 1
        rest = self.viewport().width() - sum(self.columnWidth(each) for each in range(last))
        self.setColumnWidth(last, max(rest, COLUMNS[last].width))
        scrolling = look.ROOM if rest < COLUMNS[last].width else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + len(KIND_NAMES) * look.CONTROL + scrolling)

    @property
    def row_in_front(self) -> ShownPeriod | None:
        """The row that the cursor is in, else the first one."""
        return self._rows[max(self.currentIndex().row(), 0)] if self._rows else None

    def show_regime(self, regime: Regime, today: date, days: DaysOff, *, locked: bool) -> None:
        """Show the days of a regime; those of one that comes with the program are not typed into."""
        self._regime, self._today, self._days, self.periods.locked = regime, today, days, locked
        self._rows = shown_periods(regime, today, days)
        self.periods.show_kept(self._rows)
        self.turned.emit()

    def _foretell(self, index: Index, typed: str) -> None:
        """Say in the row's example what the typed words would mean."""
        row = self._rows[index.row()]
        assert self._regime is not None
        try:
            made = with_cutoff(self._regime, row.kind, Part(FIELDS[index.column()]), typed)
            said = example(made, row.kind, self._today, self._days)
        except UserError as error:
            said = error.what
        self.periods.show_kept([replace(each, example=said) if each is row else each for each in self._rows])

    def _ended(self) -> None:
        self.periods.show_kept(self._rows)
        self.setFocus()
