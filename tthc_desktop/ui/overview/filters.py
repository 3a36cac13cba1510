"""The line of filters above the list: words, plan, unit, status, year and stretch of days."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, row
from tthc_desktop.ui.overview.choice import Choice, Entry
from tthc_desktop.ui.overview.stretch_popup import StretchPopup
from tthc_desktop.ui.overview.stretches import WHENEVER, Stretch, stretch_words, stretches
from tthc_desktop.ui.overview.words import NOBODY
from tthc_desktop.ui.searching.field import SearchField

USUAL = Filter(open=True)
"""What is left to do, of all plans and units."""
_OPEN, _EVERY, _OTHER = "open", "", "other"
_STATES: tuple[Entry, ...] = (
    ("Còn phải làm", _OPEN),
    ("Mọi tình trạng", _EVERY),
    *((status.value, status.value) for status in Status),
)


class FilterLine(QWidget):
    """Shows a filter and tells of another one that was asked for."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filter, self._on = USUAL, date.min
        self.words = SearchField("Lọc theo việc, đơn vị", "Lọc theo việc, đơn vị")
        self.plan = Choice("Kế hoạch", 8)
        self.unit = Choice("Đơn vị", 8)
        self.state = Choice("Tình trạng", 14)
        self.year = Choice("Năm", 6)
        self.stretch = Choice("Thời gian", 9)
        self.clear = button("Bỏ lọc", lambda: self.asked.emit(replace(USUAL, helping=self._filter.helping)), link=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(140)
        self.words.setMinimumHeight(look.CONTROL)
        self.state.list(_STATES)
        line = row(self.words, self.plan, self.unit, self.state, self.year, self.stretch, self.clear)
        for place, stretch in enumerate((4, 4, 4, 3, 1, 3)):
            line.setStretch(place, stretch)
        self.setLayout(line)
        self.list_plans({})
        self.list_units({}, nobody=False)
        self.list_years(())

    def _connect(self) -> None:
        self.words.paused.connect(self._typed)
        self.words.entered.connect(lambda _: self._typed())
        self.words.textChanged.connect(lambda words: None if words else self._typed())
        self.plan.chosen.connect(lambda value: self._ask(plan_ids=value))
        self.unit.chosen.connect(lambda value: self._ask(unit_ids=value))
        self.year.chosen.connect(lambda value: self._ask(year=value))
        self.state.chosen.connect(self._choose_state)
        self.stretch.chosen.connect(self._choose_stretch)

    # What can be chosen

    def list_plans(self, plans: Mapping[Id, str]) -> None:
        """Offer the plans by their titles."""
        self.plan.list((("Mọi kế hoạch", ()), *((title, (id_,)) for id_, title in plans.items())))

    def list_units(self, units: Mapping[Id, str], *, nobody: bool) -> None:
        """Offer the units by their names, and work of nobody if there is any."""
        unknown: tuple[Entry, ...] = ((NOBODY.capitalize(), ("",)),) if nobody else ()
        self.unit.list((("Mọi đơn vị", ()), *((name, (id_,)) for id_, name in units.items()), *unknown))

    def list_years(self, years: Sequence[int]) -> None:
        """Offer the years, the latest first."""
        self.year.list((("Mọi năm", None), *((f"Năm {year}", year) for year in reversed(years))))

    # Showing and asking

    def show_filter(self, asked: Filter, on: date) -> None:
        """Show a filter on a day."""
        self._filter, self._on = asked, on
        if not self.words.composing and " ".join(self.words.text().split()) != asked.words:
            self.words.setText(asked.words)
        self.plan.show_value(asked.plan_ids, f"{len(asked.plan_ids)} kế hoạch")
        self.unit.show_value(asked.unit_ids, f"{len(asked.unit_ids)} đơn vị")
        self.year.show_value(asked.year, f"Năm {asked.year}")
        state, words = _state_of(asked)
        self.state.show_value(state, words)
        named = ((words, stretch) for words, stretch in stretches(on).items())
        self.stretch.list((("Mọi ngày", WHENEVER), *named, ("Chọn ngày…", _OTHER)))
        self.stretch.show_value((asked.due_from, asked.due_to), stretch_words((asked.due_from, asked.due_to)))
        self.clear.setEnabled(replace(asked, helping=False) != USUAL)

    def _ask(self, **fields: object) -> None:
        self.asked.emit(replace(self._filter, **fields))  # type: ignore[arg-type]

    def _typed(self) -> None:
        end_composing()
        words = " ".join(self.words.text().split())
        if words != self._filter.words:
            self._ask(words=words)

    def _choose_state(self, state: str) -> None:
        plain: dict[str, object] = {"overdue": False, "within": None, "unreviewed": False, "kinds": ()}
        statuses = () if state in {_OPEN, _EVERY} else (state,)
        self._ask(**plain, open=state == _OPEN, statuses=statuses)

    def _choose_stretch(self, stretch: Stretch | str) -> None:
        if stretch == _OTHER:
            self._ask_stretch()
            return
        first, last = cast("Stretch", stretch)
        self._ask(due_from=first, due_to=last)

    def _ask_stretch(self) -> None:
        """Ask for the two days; the list goes on showing what it showed until they are told."""
        self.show_filter(self._filter, self._on)
        first, last = self._filter.due_from or self._on, self._filter.due_to or self._on
        popup = StretchPopup(self, min(first, last), max(first, last))
        popup.chosen.connect(self._choose_stretch)
        popup.show_below(self.stretch)


def _state_of(asked: Filter) -> tuple[str, str]:
    """Return the choice that stands for what a filter asks of the status, and its words where it is not offered."""
    if len(asked.statuses) == 1 and not asked.open:
        return asked.statuses[0], ""
    if asked.statuses:
        return "/".join(asked.statuses), f"{len(asked.statuses)} tình trạng"
    return (_OPEN if asked.open else _EVERY), ""
