"""The page Chế độ báo cáo: on what terms an office reports, by its own regimes and those of the program."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QByteArray, QSettings, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.days_off import ExchangedDay, days_off
from tthc_desktop.models.editing.regimes import (
    Detail,
    RegimePairs,
    adding,
    altering,
    removing,
    with_cutoff,
    with_detail,
)
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.reporting.cutoff_words import KIND_NAMES, Part
from tthc_desktop.models.reporting.listed_regimes import ListedRegime, listed_regimes
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.office import Office
from tthc_desktop.public_holidays import public_holidays
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.regimes.editor import NAMES, RegimeEditor
from tthc_desktop.ui.regimes.table import RegimesTable
from tthc_desktop.ui.register_view import RegisterView

Apply = Callable[[Change], bool]
_KNOWN = (
    "Chế độ có sẵn trong chương trình, chỉ để xem. Bấm “Sửa cho cơ quan” để ghi theo quyết định của tỉnh, ngành mình."
)
_CHANGED = "Cơ quan báo cáo theo bản này thay cho bản có sẵn trong chương trình."
_OWN = "Chế độ của cơ quan, dùng trước mọi chế độ có sẵn trong thời gian có hiệu lực."
_NEW = "Chế độ báo cáo của cơ quan"


class RegimesPage(Page):
    """Shows all regimes and writes one; every edit is a change of the office."""

    drawing = "regimes"

    def __init__(self, office: Office, apply: Apply, memory: QSettings, background: Background, today: date) -> None:
        super().__init__()
        self._office, self._apply, self._memory, self._today = office, apply, memory, today
        self._known = {one.id: one for one in known_regimes()}
        self._public: dict[int, Mapping[date, str]] = {}
        self._work: Latest[Mapping[int, Mapping[date, str]]] = Latest(self, background, self._take, self.troubled.emit)
        self._shown: ListedRegime | None = None
        self.table = RegimesTable(self)
        self.view: RegisterView[ListedRegime] = RegisterView(self.table, "Các chế độ báo cáo")
        self.editor = RegimeEditor(self._write)
        self.own = button("Sửa cho cơ quan", self.take_over, main=True)
        self.copy = button("Chép chế độ", self.copy_chosen)
        self.add = button("Chế độ mới", self.add_new)
        self.delete = button("Xóa", self.remove)
        self._count = label(quiet=True)
        self._build()
        self.view.selectionModel().selectionChanged.connect(self._select)
        self.editor.periods.typed.connect(self._write_cutoff)
        self._show(next((each.id for each in self._listed() if each.holds), ""))

    def _build(self) -> None:
        head = row(label("Chế độ báo cáo", bold=True), self._count, None, self.delete, self.add, self.copy, self.own)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip = QWidget()
        strip.setObjectName("strip")
        strip.setLayout(head)
        self.own.setToolTip("Cơ quan giữ bản này bằng lời của mình; bản có sẵn vẫn lấy lại được")
        self.copy.setToolTip("Một chế độ khác của cơ quan, bắt đầu từ hôm nay, với nội dung của chế độ này")
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setMinimumHeight(4 * look.CONTROL + look.GAP)
        lines = column(strip, self.view, self.editor, gap=0)
        lines.setStretch(1, 1)
        lines.setStretch(2, 3)
        self.setLayout(lines)
        kept = self._memory.value("regimes/columns")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    # Showing

    def title(self) -> str:
        return "Chế độ báo cáo"

    def chapter(self) -> str:
        return "bao-cao#che-do-bao-cao"

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Show the regimes and days off as they are now."""
        if pairs_of(Regime, pairs) or pairs_of(ExchangedDay, pairs):
            self._show(self._shown.id if self._shown else "")

    def _listed(self) -> tuple[ListedRegime, ...]:
        return listed_regimes(self._own, self._known.values(), self._today)

    @property
    def _own(self) -> Mapping[Id, Regime]:
        return self._office.regimes

    def _show(self, chosen: Id) -> None:
        listed = self._listed()
        self._shown = None
        self.table.show_kept(listed)
        own = sum(each.own for each in listed)
        self._count.setText(f"{own} của cơ quan, {len(listed) - own} có sẵn")
        self.view.go_to(chosen if self.table.row_of(chosen) >= 0 else listed[-1].id)
        self._select()

    def show_regime(self, id_: Id) -> None:
        """Bring a regime into sight."""
        self.view.go_to(id_)

    def _select(self) -> None:
        """Show the chosen regime below, once what was typed of another has been taken."""
        chosen = next(iter(self.view.chosen()), None)
        if chosen is None or chosen == self._shown:
            return
        if self._shown is not None:
            self.editor.take()
        self._shown = chosen
        note = (_CHANGED if chosen.known else _OWN) if chosen.own else _KNOWN
        self.editor.show_regime(chosen.regime, note, locked=not chosen.own)
        self._show_periods()
        self.own.setEnabled(not chosen.own)
        self.delete.setEnabled(chosen.own)
        self.delete.setText("Trở lại bản có sẵn" if chosen.own and chosen.known else "Xóa")
        self.delete.setAccessibleName(self.delete.text())
        self.told.emit()

    def _show_periods(self) -> None:
        assert self._shown is not None
        public = {day: name for of_year in self._public.values() for day, name in of_year.items()}
        regime = self._shown.regime
        self.editor.periods.show_regime(
            regime,
            self._today,
            days_off(public, self._office.exchanged_days.values()),
            locked=not self._shown.own,
        )
        self._look_up(regime)

    def _look_up(self, regime: Regime) -> None:
        """Learn the public holidays of the examples in the background, for the library loads slowly."""
        year = max(regime.start, min(self._today, regime.end or self._today)).year
        missing = [each for each in (year, year + 1) if each not in self._public]
        if missing and any(each.due_after is not None for each in regime.cutoffs):
            self._work.ask(lambda _job: {each: public_holidays([each]) for each in missing})

    def _take(self, found: Mapping[int, Mapping[date, str]]) -> None:
        self._public.update(found)
        self._show_periods()

    def panes_in_order(self) -> list[QWidget]:
        return [self.view, self.editor.fields[Detail.NAME].editor, self.editor.periods]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        always: Mapping[str, Callable[[], object]] = {"insert_item": self.add_new}
        return {**always, "delete_part": self.remove} if self._shown and self._shown.own else always

    # Editing

    def commit(self) -> None:
        """Take what is being typed."""
        end_composing()
        self.editor.take()

    def is_unwritten(self) -> bool:
        return self.editor.is_unwritten()

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue("regimes/columns", self.view.horizontalHeader().saveState())

    def take_over(self) -> None:
        """Keep the chosen regime, which comes with the program, as the office's own."""
        if self._shown is not None and not self._shown.own:
            self._add(self._shown.regime, f"Sửa {_named(self._shown.regime)} cho cơ quan")

    def copy_chosen(self) -> None:
        """Begin another regime with the words of the chosen one."""
        self.commit()
        if self._shown is not None:
            new = replace(self._shown.regime, id=new_id(), start=self._today, end=None)
            self._add(new, f"Chép {_named(new)}")

    def add_new(self) -> None:
        """Begin a regime of which nothing is known."""
        self.commit()
        self._add(Regime(new_id(), _NEW, self._today), "Thêm chế độ báo cáo")

    def _add(self, new: Regime, words: str) -> None:
        if self._made(lambda: adding(self._own, new), words):
            self.show_regime(new.id)
            name = self.editor.fields[Detail.NAME].editor
            name.setFocus()
            name.selectAll()

    def remove(self) -> None:
        """Take the chosen regime out; one that comes with the program holds again as it came."""
        shown = self._shown
        if shown is not None and shown.own:
            words = "Trở lại bản có sẵn của" if shown.known else "Xóa"
            self._made(lambda: removing(self._own, [shown.id]), f"{words} {_named(shown.regime)}")

    def _write(self, detail: Detail, typed: str) -> bool:
        if self._shown is None:
            return False
        regime = self._shown.regime
        words = f"Sửa {NAMES[detail][0].lower()}{NAMES[detail][1:]} của {_named(regime)}"
        return self._made(lambda: altering(self._own, with_detail(regime, detail, typed)), words)

    def _write_cutoff(self, kind: SpanKind, part: str, typed: str) -> None:
        assert self._shown is not None
        regime = self._shown.regime
        words = f"Sửa kỳ {KIND_NAMES[kind].lower()} của {_named(regime)}"
        if not self._made(lambda: altering(self._own, with_cutoff(regime, kind, Part(part), typed)), words):
            self.editor.periods.cells.refuse()

    def _made(self, pairs: Callable[[], RegimePairs], words: str) -> bool:
        """Make a change; tell whether what was asked for holds now."""
        try:
            found = pairs()
        except UserError as error:
            self.troubled.emit(error)
            return False
        return not found or self._apply(Change(words, found))


def _named(regime: Regime) -> str:
    return f"chế độ báo cáo “{short(regime.name, 40)}”"
