"""The page of the register of units: searched, edited in place, filled from plans, two made one, changed in time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.editing.life import living
from tthc_desktop.models.editing.units import adding, joining, removing
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.text import collation_key
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.models.units.validity import is_gone, is_valid
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.inline_cells import InlineCells
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.units.acts import UnitActs, check_silent, possible
from tthc_desktop.ui.units.head import Doing, UnitsHead
from tthc_desktop.ui.units.offers import cell_offers
from tthc_desktop.ui.units.table import COLUMNS, UnitsTable
from tthc_desktop.ui.units.view import UnitsView
from tthc_desktop.ui.units.words import edited, edited_new, fitting

_EMPTY = (
    "Chưa có đơn vị nào. Danh sách này cho biết mỗi tên gọi trong kế hoạch là đơn vị nào, để mỗi đơn vị nhận đúng việc."
)
_KINDS = tuple(UnitKind)


class Ways(NamedTuple):
    """What the window does for the page: applies a change, opens the review of proposals, shows a page."""

    apply: Callable[[Change], bool]
    propose: Callable[[tuple[Unit, ...]], object]
    show: Callable[[Page], object]


class UnitsPage(Page):
    """Shows the register; every edit is a change of the office."""

    drawing = "units"

    def __init__(self, office: Office, ways: Ways, memory: QSettings, background: Background, today: date) -> None:
        super().__init__()
        self._office, self._apply, self._memory, self._today = office, ways.apply, memory, today
        self.acts = UnitActs(lambda: self._known, ways.apply, ways.show, self._made, lambda: self._today)
        self._work: Latest[tuple[Unit, ...]] = Latest(self, background, self._proposed, self.troubled.emit)
        self._propose = ways.propose
        self._new: Unit | None = None
        self.head = UnitsHead(Doing(self._ask_what, self._ask_which, self.propose_from_plans, self.add))
        self.search, self.in_force, self.join = self.head.search, self.head.in_force, self.head.join
        self.table = UnitsTable(self, today=today, editable=True)
        self.view = UnitsView(self.table, "Danh sách đơn vị")
        titles = [each.title for each in COLUMNS]
        self.cells = InlineCells(self.view, titles, cell_offers(lambda: self._known), self.view.setFocus)
        self._none = label()
        self._stack = QStackedWidget()
        self._build()
        self.table.typed.connect(self._write)
        self.search.textChanged.connect(lambda: self._show(anew=True))
        self.in_force.toggled.connect(lambda: self._show(anew=True))
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.unwanted.connect(self.remove)
        self.view.joined.connect(self._join)
        self.view.acted.connect(self._act)
        self._show(anew=True)

    def _build(self) -> None:
        self.view.setItemDelegate(self.cells)
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty())
        lines = column(self.head, self._stack, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        kept = self._memory.value("units/widths")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    def _empty(self) -> QWidget:
        """Return what stands in the table's place where it has no rows."""
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._offer = button("Lấy các đơn vị có trong kế hoạch", self.propose_from_plans, main=True)
        middle, empty = QWidget(), QWidget()
        middle.setLayout(row(None, self._offer, None))
        empty.setLayout(column(None, self._none, middle, None, gap=look.WIDE, margin=2 * look.BROAD))
        return empty

    @property
    def _known(self) -> Mapping[Id, Unit]:
        return self._office.units

    # Showing

    def title(self) -> str:
        return "Đơn vị"

    def chapter(self) -> str:
        return "don-vi"

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Show the register as it is now; rows keep their places while they are edited."""
        if pairs_of(Unit, pairs):
            self._show(anew=False)

    def _show(self, *, anew: bool) -> None:
        known = {**({self._new.id: self._new} if self._new else {}), **self._known}
        kept = [unit.id for unit in self.table.kept]
        found = fitting(known.values(), self.search.text())
        if self.in_force.isChecked():
            found = tuple(unit for unit in found if is_valid(unit, self._today))
        shown: Sequence[Unit] = sorted(found, key=self._place)
        if anew and self._new is not None:
            shown = (self._new, *(unit for unit in shown if unit.id != self._new.id))
        if not anew and {*kept} <= known.keys():
            shown = [*(known[one] for one in kept), *(unit for unit in shown if unit.id not in kept)]
        self.table.show_units(shown, known)
        self.head.count(len(shown), len(known))
        self._stack.setCurrentIndex(0 if shown else 1)
        self._none.setText("Không có đơn vị nào như vậy." if known else _EMPTY)
        self._offer.setVisible(not known)
        self._selected()

    def _selected(self) -> None:
        self.head.choose(len(self._registered()))
        self.told.emit()

    def _registered(self) -> tuple[Unit, ...]:
        """Return the chosen units that stand in the register already."""
        return tuple(unit for unit in self.view.chosen() if unit.id in self._known)

    def panes_in_order(self) -> list[QWidget]:
        return [pane for pane in (self.search, self.view) if pane.isVisible()]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        always: Mapping[str, Callable[[], object]] = {"insert_item": self.add}
        acts = {name: partial(self._act, name) for name in possible(self._registered())}
        return {**always, **acts, "delete_part": self.remove} if self.view.chosen() else always

    # Editing

    def commit(self) -> None:
        """Take what is being typed."""
        end_composing()
        self.cells.take()

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue("units/widths", self.view.horizontalHeader().saveState())

    def _write(self, unit: Unit, field: str, typed: str) -> None:
        try:
            if self._new is not None and unit.id == self._new.id:
                self._write_new(field, typed)
            elif pairs := edited(self._known, unit, field, typed):
                self._apply(Change(f"Sửa đơn vị {short(unit.name, 40)}", pairs))
        except UserError as error:
            self.cells.refuse()
            self.troubled.emit(error)

    def _write_new(self, field: str, typed: str) -> None:
        """Add the new unit as soon as it has a name; before that it stands on this page only."""
        assert self._new is not None
        made = edited_new(self._known, self._new, field, typed)
        if made.name.strip():
            pairs = adding(self._known, [made])
            self._new = None
            if not self._apply(Change(f"Thêm đơn vị {short(made.name, 40)}", pairs)):
                self._new = made
        else:
            self._new = made
        self._show(anew=False)

    def add(self) -> None:
        """Add a unit and begin to type it."""
        self.commit()
        self._new = self._new or Unit(new_id(), "")
        self.search.clear()
        self._show(anew=True)
        self.view.go_to(self._new.id, "name", edit=True)

    def remove(self) -> None:
        """Take the chosen units out of the register; undo brings them back."""
        chosen, self._new = self._registered(), None
        try:
            check_silent(chosen, self._office.progress.values())
            if chosen:
                whom = short(chosen[0].name, 40) if len(chosen) == 1 else f"{len(chosen)} đơn vị"
                self._apply(Change(f"Xóa {whom}", removing(self._known, [unit.id for unit in chosen])))
        except UserError as error:
            self.troubled.emit(error)
        self._show(anew=False)

    # What becomes of units

    def _act(self, name: str) -> None:
        self.commit()
        try:
            if chosen := self._registered():
                self.acts.do(name, chosen)
        except UserError as error:
            self.troubled.emit(error)

    def _made(self, unit_id: Id, words: str) -> None:
        self.view.go_to(unit_id)
        self.done.emit(words)

    def _ask_what(self) -> QMenu:
        """Offer what may become of the chosen units."""
        return self._drop(self.head.change, lambda menu: self.view.add_acts(menu, *self._registered()))

    def _ask_which(self) -> QMenu | None:
        """Ask whose name stays of the two chosen units."""
        chosen = self._registered()
        return self._drop(self.join, lambda menu: self.view.add_joining(menu, *chosen)) if len(chosen) == 2 else None

    def _drop(self, below: QWidget, fill: Callable[[QMenu], object]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
        return menu

    def _join(self, kept: Unit, gone: Unit) -> None:
        try:
            said, sent = self._office.progress.values(), self._office.sendings.values()
            pairs = joining(self._known, kept.id, gone.id, said, sent)
        except UserError as error:
            self.troubled.emit(error)
            return
        if self._apply(Change(f"Gộp {short(gone.name, 30)} vào {short(kept.name, 30)}", pairs)):
            self.view.go_to(kept.id)
            self.done.emit(f"Đã gộp {gone.name} vào {kept.name}.")

    # What the plans name

    def propose_from_plans(self) -> None:
        """Look for units that the plans name and the register lacks."""
        self.commit()
        plans = living(self._office.plans)
        units = tuple(self._known.values())
        self._work.ask(lambda _job: proposed_units(plans, units))

    def _proposed(self, found: tuple[Unit, ...]) -> None:
        if found:
            self._propose(found)
        elif self._office.plans:
            self.troubled.emit(UserError("Các kế hoạch không nêu đơn vị nào ngoài danh sách.", ""))
        else:
            self.troubled.emit(UserError("Chưa có kế hoạch nào để lấy đơn vị.", "Hãy nhập hoặc lập kế hoạch trước."))

    def _place(self, unit: Unit) -> tuple[object, ...]:
        """Return where a unit stands: by kind, those that are gone last."""
        return _KINDS.index(unit.kind), is_gone(unit, self._today), collation_key(unit.name), unit.name
