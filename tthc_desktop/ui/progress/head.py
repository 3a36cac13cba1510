"""The strip above the progress of a plan: which plan, which span, which lines, and how many there are."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tthc_desktop.models.plan import Period
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import label, row
from tthc_desktop.ui.periods import choices
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.plan_box import PlanBox


class Head(QWidget):
    """Shows what can be chosen; the page listens to the boxes and the field."""

    def __init__(self) -> None:
        super().__init__()
        self.plans, self.period, self.search = PlanBox(), QComboBox(), QLineEdit()
        self._count = label(quiet=True)
        self.setObjectName("strip")
        self._furnish()
        line = row(label("Kế hoạch"), self.plans, label("Kỳ"), self.period, self.search, self._count)
        line.setStretch(1, 3)
        line.setStretch(4, 2)
        line.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        self.setLayout(line)

    def _furnish(self) -> None:
        self.period.setAccessibleName("Kỳ báo cáo")
        self.period.setMinimumHeight(look.CONTROL)
        self.period.setMinimumWidth(150)
        self.period.setMaxVisibleItems(20)
        self.period.setToolTip("Việc định kỳ, thường xuyên và chỉ tiêu được ghi riêng cho kỳ này.")
        self.search.setPlaceholderText("Lọc theo việc, đơn vị, tình trạng")
        self.search.setAccessibleName("Lọc tiến độ")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)

    def offer_periods(self, period: Period | None, chosen: str) -> None:
        """Offer the spans of a plan's period."""
        self.period.clear()
        for key, words in choices(period):
            self.period.addItem(words, key)
        self.choose_period(chosen)

    def choose_period(self, key: str) -> None:
        """Show which span is looked at; one that is none of the plan's is the plan as a whole."""
        self.period.setCurrentIndex(max(self.period.findData(key), 0))

    def show_count(self, shown: int, whole: int) -> None:
        """Show how many lines are shown, of how many."""
        both = f"{number(shown)}/{number(whole)}" if shown < whole else number(whole)
        self._count.setText(f"{both} dòng")
