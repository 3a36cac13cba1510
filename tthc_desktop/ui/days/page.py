"""The page Ngày nghỉ và quy tắc: the days off of a year, the office's own among them, and its rules."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QByteArray, QSettings, Slot
from PySide6.QtWidgets import QAbstractItemView, QSpinBox, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.days_off import DaysOff, ExchangedDay, days_off
from tthc_desktop.models.editing.days_off import adding, altering, removing, ruling
from tthc_desktop.models.identity import Id
from tthc_desktop.models.rules import Rules, rules_of
from tthc_desktop.office import Office
from tthc_desktop.public_holidays import public_holidays
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.days.entry import DayEntry
from tthc_desktop.ui.days.rules_pane import RulesPane
from tthc_desktop.ui.days.table import COLUMNS, FIELDS, DaysTable, ShownDay, shown_days
from tthc_desktop.ui.days.words import KIND_OFFERS, edited
from tthc_desktop.ui.inline_cells import InlineCells
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.register_view import RegisterView

Apply = Callable[[Change], bool]
_FIRST, _LAST = 1995, 2099


class DaysPage(Page):
    """Shows one year; every edit is a change of the office."""

    drawing = "days"

    def __init__(self, office: Office, apply: Apply, memory: QSettings, background: Background, today: date) -> None:
        super().__init__()
        self._office, self._apply, self._memory = office, apply, memory
        self._public: dict[int, Mapping[date, str]] = {}
        self._work: Latest[tuple[int, Mapping[date, str]]] = Latest(self, background, self._take, self.troubled.emit)
        self.year = QSpinBox()
        self.entry = DayEntry(self.add)
        self.rules = RulesPane()
        self.table = DaysTable(self)
        self.view: RegisterView[ShownDay] = RegisterView(self.table, "Ngày nghỉ")
        titles = [each.title for each in COLUMNS]
        offers = {FIELDS.index("off"): KIND_OFFERS}
        self.cells = InlineCells(self.view, titles, offers, self.view.setFocus)
        self.delete = button("Xóa ngày", self.remove)
        self._count = label(quiet=True)
        self._build(today)
        self.table.typed.connect(self._write)
        self.year.valueChanged.connect(self._turn)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.rules.chosen.connect(self._rule)
        self.rules.show_rules(rules_of(office.holdings))
        self._turn(today.year)

    def _build(self, today: date) -> None:
        self.view.setItemDelegate(self.cells)
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.year.setRange(_FIRST, _LAST)
        self.year.setValue(today.year)
        self.year.setAccessibleName("Năm")
        self.year.setMinimumSize(96, look.CONTROL)
        self.year.setKeyboardTracking(False)
        head = row(label("Ngày nghỉ năm", bold=True), self.year, self._count, None, self.delete)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip = QWidget()
        strip.setObjectName("strip")
        strip.setLayout(head)
        self.entry.show_day(today)
        left = QWidget()
        lines = column(strip, self.entry, self.view, gap=0)
        lines.setStretch(2, 1)
        left.setLayout(lines)
        self.setLayout(row(left, self.rules, gap=1))
        kept = self._memory.value("days/columns")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    # Showing

    def title(self) -> str:
        return "Ngày nghỉ và quy tắc"

    def chapter(self) -> str:
        return "ngay-nghi-va-quy-tac"

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Show the days and rules as they are now."""
        if pairs_of(ExchangedDay, pairs):
            self._show()
        if pairs_of(Rules, pairs):
            self.rules.show_rules(rules_of(self._office.holdings))

    def _turn(self, year: int) -> None:
        """Show another year; its public holidays are looked up in the background, for the library loads slowly."""
        self._show()
        if year not in self._public:
            self._work.ask(lambda _job: (year, public_holidays([year])))

    def _take(self, found: tuple[int, Mapping[date, str]]) -> None:
        self._public[found[0]] = found[1]
        self._show()

    @property
    def _known(self) -> Mapping[Id, ExchangedDay]:
        return self._office.exchanged_days

    def _days(self, year: int) -> DaysOff:
        return days_off(self._public.get(year, {}), self._known.values())

    def _show(self) -> None:
        shown = shown_days(self.year.value(), self._days(self.year.value()))
        self.table.show_kept(shown)
        own = sum(each.own is not None for each in shown)
        self._count.setText(f"{len(shown) - own} ngày lễ, {own} ngày của cơ quan")
        self._selected()

    def _selected(self) -> None:
        self.delete.setEnabled(bool(self._chosen()))
        self.told.emit()

    def show_day(self, day: ExchangedDay) -> None:
        """Bring a day of the office into sight."""
        self.year.setValue(day.day.year)
        self.view.go_to(day.id, "day")

    def panes_in_order(self) -> list[QWidget]:
        return [self.view, self.entry.when, self.rules.strict]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"delete_part": self.remove} if self._chosen() else {}

    # Editing

    def commit(self) -> None:
        """Take what is being typed."""
        end_composing()
        self.cells.take()

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue("days/columns", self.view.horizontalHeader().saveState())

    def add(self) -> None:
        """Take the entered day into the office's calendar."""
        new = self.entry.entered()
        try:
            pairs = adding(self._known, self._checked_by(new.day.year), new)
        except UserError as error:
            self.troubled.emit(error)
            return
        if self._apply(Change(f"Thêm ngày {new.day:%d/%m/%Y}", pairs)):
            self.entry.note.clear()
            self.show_day(new)

    def remove(self) -> None:
        """Take the chosen days out of the office's calendar; undo brings them back."""
        chosen = self._chosen()
        if chosen:
            what = f"ngày {chosen[0].day:%d/%m/%Y}" if len(chosen) == 1 else f"{len(chosen)} ngày của cơ quan"
            self._apply(Change(f"Xóa {what}", removing(self._known, [each.id for each in chosen])))

    def _chosen(self) -> tuple[ExchangedDay, ...]:
        return tuple(each.own for each in self.view.chosen() if each.own)

    def _write(self, shown: ShownDay, field: str, typed: str) -> None:
        assert shown.own is not None
        try:
            made = edited(shown.own, field, typed)
            if pairs := altering(self._known, self._checked_by(made.day.year), made):
                self._apply(Change(f"Sửa ngày {made.day:%d/%m/%Y}", pairs))
        except UserError as error:
            self.cells.refuse()
            self.troubled.emit(error)

    def _checked_by(self, year: int) -> DaysOff:
        """Return the days off that a day of a year is checked against."""
        if year not in self._public:
            self._public[year] = public_holidays([year])
        return self._days(year)

    def _rule(self, rules: Rules) -> None:
        if pairs := ruling(self._office.rules, rules):
            self._apply(Change("Đổi quy tắc thời hạn", pairs))
