"""The strip in which the clerk says what is to be drawn up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from tthc_desktop.models.agenda.agenda import followed
from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.reporting.orders import EACH, PICKED, Order
from tthc_desktop.models.spans import SpanKind, span_with
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.validity import is_valid
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.day_edit import DayEdit
from tthc_desktop.ui.periods import spans_of
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.plan.names import title as plan_title

FORMS: Mapping[Form, str] = {
    Form.REPORT: "Báo cáo",
    Form.REMINDER: "Công văn đôn đốc",
    Form.ASSIGNMENT: "Phiếu giao việc",
    Form.FOLLOW_UP: "Bảng theo dõi",
}
_ANSWER = timedelta(days=7)
"""How long units have to answer a letter."""
_ALL = "Mọi kế hoạch đang thực hiện"
_TOGETHER = {Form.REMINDER: "Một công văn cho mọi đơn vị"}
_EACH = {Form.REMINDER: "Mỗi đơn vị một công văn", Form.ASSIGNMENT: "Mỗi đơn vị một phiếu"}


class OrderForm(QWidget):
    """Only what matters for the chosen form is asked."""

    changed = Signal()
    regimes_wanted = Signal()

    def __init__(self, today: Callable[[], date], draw_up: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._today = today
        self._units: tuple[Unit, ...] = ()
        self._picked: tuple[Id, ...] = ()
        self.form, self.period, self.unit, self.plans = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.start, self.end, self.on = DayEdit("Từ ngày"), DayEdit("Đến ngày"), DayEdit("Tính đến ngày")
        self.sentence = label(quiet=True)
        self.draw_up = button("Lập báo cáo", draw_up, main=True)
        self.regimes = button("Chế độ báo cáo…", self.regimes_wanted.emit, link=True)
        self.regimes.setToolTip("Xem, sửa ngày chốt số liệu, hạn gửi, nơi gửi của từng kỳ")
        self._labels: dict[QWidget, QLabel] = {}
        self._build()
        for form, words in FORMS.items():
            self.form.addItem(words, form)
        self._began = today()
        """The day that stands in the fields at first."""
        for each in (self.start, self.end, self.on):
            each.show_day(self._began)
            each.dateChanged.connect(self._tell)
        self.form.activated.connect(self._turn)
        for box in (self.period, self.unit, self.plans):
            box.activated.connect(self._tell)

    def _build(self) -> None:
        names = {
            self.form: "Loại",
            self.period: "Kỳ",
            self.start: "Từ",
            self.end: "Đến",
            self.unit: "Đơn vị",
            self.on: "Tính đến",
            self.plans: "Kế hoạch",
        }
        asked: list[QWidget] = []
        for each, words in names.items():
            self._labels[each] = label(words)
            each.setMinimumHeight(look.CONTROL)
            asked += [self._labels[each], each]
        for box, name, least in (
            (self.form, "Loại văn bản", 150),
            (self.period, "Kỳ báo cáo", 160),
            (self.unit, "Đơn vị", 220),
            (self.plans, "Kế hoạch", 180),
        ):
            box.setAccessibleName(name)
            box.setMinimumWidth(least)
            box.setMaxVisibleItems(20)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
        across = row(*asked, None)
        across.setStretch(asked.index(self.plans), 1)
        self.sentence.setWordWrap(True)
        below = row(self.sentence, self.regimes, self.draw_up, gap=look.ROOM)
        below.setStretch(0, 1)
        lines = column(gap=look.SPACE)
        lines.addLayout(across)
        lines.addLayout(below)
        lines.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        self.setLayout(lines)

    def offer(self, holdings: Holdings) -> None:
        """Offer the periods, units and plans of an office; what was chosen stays while it is there."""
        plans = followed(holdings.plans)
        chosen = self.period.currentData(), self.unit.currentData(), self.plans.currentData()
        _fill(self.period, _periods(plans, self._today()), chosen[0] or self._usual())
        self._units = tuple(holdings.units.values())
        _fill(self.unit, _offered(self._units, self._form(), self._today(), self._picked), chosen[1])
        listed = [(short(plan_title(plan), 90), plan.id) for plan in reversed(plans)]
        _fill(self.plans, [(_ALL, ""), *listed], chosen[2])
        self.show_form(self._form())

    def renew_day(self) -> bool:
        """Begin with today where the page has stood open since another day; tell whether it has.

        A day that the clerk chose stays.
        """
        before, self._began = self._began, self._today()
        if before == self._began:
            return False
        for each in (self.start, self.end, self.on):
            if each.day() == before:
                each.show_day(self._began)
        return True

    def choose(self, form: Form) -> None:
        """Choose what to draw up."""
        self.form.setCurrentIndex(self.form.findData(form))
        self._turn()

    def choose_unit(self, unit_id: Id) -> None:
        """Choose for whom."""
        self.unit.setCurrentIndex(max(self.unit.findData(unit_id), 0))
        self._tell()

    def choose_units(self, unit_ids: Sequence[Id]) -> None:
        """Choose for which units, whatever others there are."""
        self._picked = tuple(unit_ids) if len(unit_ids) > 1 else ()
        self._turn()
        self.choose_unit(PICKED if self._picked else next(iter(unit_ids), ""))

    def _turn(self) -> None:
        """Offer the units of the chosen form."""
        _fill(self.unit, _offered(self._units, self._form(), self._today(), self._picked), self.unit.currentData())
        self._tell()

    def show_form(self, form: Form) -> None:
        """Ask for what matters."""
        of_days = form is Form.REPORT and not self.period.currentData()
        wanted = {
            self.period: form is Form.REPORT,
            self.start: of_days,
            self.end: of_days,
            self.unit: form in _EACH,
            self.on: form is not Form.REPORT,
        }
        for each, is_wanted in wanted.items():
            each.setVisible(is_wanted)
            self._labels[each].setVisible(is_wanted)
        self.regimes.setVisible(form is Form.REPORT)
        words = f"Lập {FORMS[form][0].lower()}{FORMS[form][1:]}"
        self.draw_up.setText(words)
        self.draw_up.setAccessibleName(words)

    def _tell(self) -> None:
        self.show_form(self._form())
        self.changed.emit()

    def _form(self) -> Form:
        return Form(self.form.currentData())

    def _usual(self) -> str:
        """Return the quarter that ends last before today, or today's own from its last month on."""
        now = self._today()
        quarter = span_with(SpanKind.QUARTER, now)
        before = span_with(SpanKind.QUARTER, date.fromordinal(quarter.start.toordinal() - 1))
        return quarter.key if now.month % 3 == 0 else before.key

    def order(self) -> Order:
        """Return what is ordered."""
        form, plan_id, unit_id = self._form(), str(self.plans.currentData() or ""), str(self.unit.currentData() or "")
        on = self.on.day() if form is not Form.REPORT else self._today()
        return Order(
            form,
            on,
            str(self.period.currentData() or ""),
            self.start.day(),
            self.end.day(),
            (plan_id,) if plan_id else (),
            unit_id if form in _EACH else "",
            on + min(_ANSWER, date.max - on),
            self._picked,
        )


def _periods(plans: Iterable[Plan], today: date) -> list[tuple[str, str]]:
    """Return what can be reported on: the spans of all years of the plans, then days of one's own."""
    years = {today.year} | {
        year
        for plan in plans
        if (period := plan_period(plan))
        for year in range(period.start.year, period.end.year + 1)
    }
    listed: list[tuple[str, str]] = []
    for year in sorted(years, reverse=True):
        listed += [(words, key) for key, words in spans_of(Period(date(year, 1, 1), date(year, 12, 31)))]
    return [*listed, ("Khoảng ngày khác", "")]


def _offered(units: Iterable[Unit], form: Form, today: date, picked: Sequence[Id]) -> list[tuple[str, Id]]:
    named = [(unit.name, unit.id) for unit in units if unit.kind is not UnitKind.COLLECTIVE and is_valid(unit, today)]
    several = [(_EACH.get(form, "Mỗi đơn vị một bản"), EACH)]
    together = [(_TOGETHER[form], "")] if form in _TOGETHER else []
    some = [(f"{len(picked)} đơn vị đã chọn", PICKED)] if picked and form is Form.REMINDER else []
    return [*some, *together, *several, *named]


def _fill(box: QComboBox, items: Iterable[tuple[str, str]], chosen: str | None) -> None:
    box.clear()
    for words, data in items:
        box.addItem(words, data)
    box.setCurrentIndex(max(box.findData(chosen), 0))
