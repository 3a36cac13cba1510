"""The strip above the targets: which plan, which span, how many there are, and those of the running text."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from tthc_desktop.models.spans import title as span_title
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import label, row
from tthc_desktop.ui.periods import WHOLE
from tthc_desktop.ui.plan_box import PlanBox
from tthc_desktop.ui.targets.looking import Found

_IN_TEXT = "Chỉ tiêu trong phần lời"


class Head(QWidget):
    """Shows what can be chosen; the page listens to the boxes and the button."""

    def __init__(self) -> None:
        super().__init__()
        self.plans, self.periods = PlanBox(), QComboBox()
        self.in_text = QPushButton()
        self.count = label(quiet=True)
        self.setObjectName("strip")
        self.periods.setAccessibleName("Kỳ")
        self.periods.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.periods.setMinimumContentsLength(16)
        self.periods.setMinimumHeight(look.CONTROL)
        self.in_text.setToolTip("Đánh dấu chỉ tiêu nằm trong phần lời để giao và đo như các chỉ tiêu khác")
        self.count.setMinimumWidth(60)
        self._tell_open(0)
        line = row(label("Kế hoạch"), self.plans, label("Kỳ"), self.periods, self.count, None, self.in_text)
        line.setStretch(1, 3)
        line.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        self.setLayout(line)

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
                self.periods.addItem(span_title(key) or WHOLE, key)
        self.periods.setCurrentIndex(known.index(chosen))

    def _tell_open(self, number: int) -> None:
        words = f"{_IN_TEXT} ({number})…" if number else f"{_IN_TEXT}…"
        self.in_text.setText(words)
        self.in_text.setAccessibleName(words)
        self.in_text.setEnabled(bool(number))
