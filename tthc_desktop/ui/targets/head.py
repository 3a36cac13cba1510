"""The strip above the targets: which plan, which span, how many there are, and those of the running text."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.spans import title as span_title
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import label, row
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.targets.looking import Found

_WHOLE = "Cả kế hoạch"
_IN_TEXT = "Chỉ tiêu trong phần lời"


class Head(QWidget):
    """Shows what can be chosen; the page listens to the boxes and the button."""

    def __init__(self) -> None:
        super().__init__()
        self.plans, self.periods = QComboBox(), QComboBox()
        self.in_text = QPushButton()
        self.count = label(quiet=True)
        self.setObjectName("strip")
        for box, name, letters in ((self.plans, "Kế hoạch", 24), (self.periods, "Kỳ", 16)):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
            box.setMinimumHeight(look.CONTROL)
        self.in_text.setToolTip("Đánh dấu chỉ tiêu nằm trong phần lời để giao và đo như các chỉ tiêu khác")
        self.count.setMinimumWidth(60)
        self._tell_open(0)
        line = row(label("Kế hoạch"), self.plans, label("Kỳ"), self.periods, self.count, None, self.in_text)
        line.setStretch(1, 3)
        line.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        self.setLayout(line)

    def list_plans(self, plans: Mapping[Id, Plan], about: Id) -> Id:
        """List the plans, the newest first, and return the one to show: the newest where the shown one has gone."""
        living = [
            plan for plan in reversed(tuple(plans.values())) if plan.drawn is None and not is_version(plan, plans)
        ]
        self.plans.clear()
        for plan in living:
            self.plans.addItem(short(title(plan), 80), plan.id)
        if self.plans.findData(about) < 0:
            about = living[0].id if living else ""
        self.choose(about)
        return about

    def choose(self, plan_id: Id) -> None:
        """Show which plan is looked at."""
        self.plans.setCurrentIndex(self.plans.findData(plan_id))

    def known_plans(self) -> set[Id]:
        """Return the plans that can be chosen."""
        return {str(self.plans.itemData(place)) for place in range(self.plans.count())}

    def show_found(self, found: Found) -> None:
        """Show the spans of a plan, how many targets it has, and how many more its running text."""
        self._list_periods(found.periods, found.period)
        self.count.setText(found.counted())
        self._tell_open(len(found.open))

    def _list_periods(self, keys: Iterable[str], chosen: str) -> None:
        known = [*dict.fromkeys((*keys, chosen))]
        if [self.periods.itemData(place) for place in range(self.periods.count())] != known:
            self.periods.clear()
            for key in known:
                self.periods.addItem(span_title(key) or _WHOLE, key)
        self.periods.setCurrentIndex(known.index(chosen))

    def _tell_open(self, number: int) -> None:
        words = f"{_IN_TEXT} ({number})…" if number else f"{_IN_TEXT}…"
        self.in_text.setText(words)
        self.in_text.setAccessibleName(words)
        self.in_text.setEnabled(bool(number))
