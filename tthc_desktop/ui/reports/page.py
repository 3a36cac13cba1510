"""The page of reports: what is to be drawn up above, the documents that were drawn up below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.models.changes import Change, Pairs
from tthc_desktop.models.drawn import FORM_NAMES, Form
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.orders import Ground, Order, drawn_up, foretold
from tthc_desktop.office import Office
from tthc_desktop.office_days import days_off_of
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.listing import listing
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.plans_list import Listed, PlansView
from tthc_desktop.ui.reports.form import OrderForm
from tthc_desktop.ui.today import today

Apply = Callable[[Change], bool]
_EMPTY = "Chưa có báo cáo nào. Chọn kỳ ở trên rồi bấm Lập báo cáo; báo cáo lập ra sửa được như kế hoạch."


def _ground(holdings: Holdings, order: Order) -> Ground:
    """Return what is drawn up from; a worker asks, for the days off load slowly."""
    return Ground(holdings, known_regimes(), days_off_of(holdings, order.on))


class ReportsPage(Page):
    """Draws documents up in the background; each becomes a document of the office in one change."""

    drawing = "report"
    picked = Signal(str)

    def __init__(self, office: Office, apply: Apply, background: Background) -> None:
        super().__init__()
        self._office, self._apply, self._background = office, apply, background
        self.form = OrderForm(today, self.draw_up)
        self.view = PlansView()
        self._none = label(_EMPTY)
        self._stack = QStackedWidget()
        self._sentences: Latest[str] = Latest(
            self, background, self.form.sentence.setText, lambda error: self.form.sentence.setText(str(error))
        )
        self._build()
        self.form.changed.connect(self._foretell)
        self.view.picked.connect(self.picked)
        self._renew()

    def _build(self) -> None:
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        empty.setLayout(column(None, self._none, None, margin=2 * look.BROAD))
        self._stack.addWidget(empty)
        self._stack.addWidget(self.view)
        self.view.setAccessibleName("Các văn bản đã lập")
        lines = column(self.form, self._stack, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def title(self) -> str:
        return "Báo cáo"

    def chapter(self) -> str:
        return "bao-cao"

    def panes_in_order(self) -> list[QWidget]:
        return [self.form.form, *([self.view] if self.view.isVisible() else [])]

    def chosen_plan(self) -> str:
        return self.view.chosen() if self.view.isVisible() else ""

    @Slot(object)
    def hear(self, _pairs: Pairs) -> None:
        """Show what has changed, once the page is in front."""
        if self.isVisible():
            self._renew()
        else:
            self._is_old = True

    _is_old = False

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while another page was in front, and begin with today."""
        super().showEvent(event)
        if self.form.renew_day() or self._is_old:
            self._renew()

    def _renew(self) -> None:
        self._is_old = False
        drawn = {plan.id: plan for plan in self._office.plans.values() if plan.drawn or plan.version_of}
        kept = {id_ for id_, plan in drawn.items() if plan.drawn}
        listed = [Listed(*line) for line in listing({id_: plan for id_, plan in drawn.items() if id_ in kept})]
        self.view.plans.show_plans(listed)
        self._stack.setCurrentIndex(1 if listed else 0)
        self.form.offer(self._office.holdings)
        self._foretell()

    def _foretell(self) -> None:
        order, holdings = self.form.order(), self._office.holdings
        self._sentences.ask(lambda _job: foretold(_ground(holdings, order), order))

    # Drawing up

    _is_closed = False

    def leave(self) -> None:
        """Want nothing any more of what is being drawn up: the page is closed."""
        self._is_closed = True

    def choose(self, form: Form) -> None:
        """Offer to draw up a document of some form."""
        self.form.choose(form)

    def draw_up(self) -> None:
        """Draw up what is ordered, and open it."""
        self.draw(self.form.order())

    def draw(self, order: Order) -> None:
        """Draw something up in the background."""
        holdings: Holdings = self._office.holdings
        self.form.draw_up.setEnabled(False)
        self._background.run(lambda _job: drawn_up(_ground(holdings, order), order), self._take, self._refused)

    def _refused(self, error: Exception) -> None:
        if self._is_closed:
            return
        self.form.draw_up.setEnabled(True)
        self.troubled.emit(error)

    def _take(self, made: Sequence[Plan]) -> None:
        if self._is_closed:
            return
        self.form.draw_up.setEnabled(True)
        assert made[0].drawn is not None
        name = FORM_NAMES[made[0].drawn.form]
        what = f"{len(made)} {name}" if len(made) > 1 else f"{name} “{short(title(made[0]), 50)}”"
        if not self._apply(Change(f"Lập {what}", tuple((None, one) for one in made))):
            return
        if len(made) == 1:
            # In a turn of its own: a long report takes as long to be shown as it took to be written.
            QTimer.singleShot(0, self, lambda: self.picked.emit(made[0].id))
        else:
            self.done.emit(f"Đã lập {what}; mở từng văn bản trong danh sách dưới đây để xem và in.")
