"""The office's rules for reading deadlines, chosen beside its days off."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tthc_desktop.models.agenda.reviews import NEVER
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label

WIDTH = 316
_STRICT = (("Ngày 20/6 vẫn là đúng hạn", False), ("Phải xong chậm nhất ngày 19/6", True))
RHYTHMS = (
    ("Hằng tuần", SpanKind.WEEK.value),
    ("Hằng tháng", SpanKind.MONTH.value),
    ("Hằng quý", SpanKind.QUARTER.value),
    ("6 tháng một lần", SpanKind.HALF_YEAR.value),
    ("Hằng năm", SpanKind.YEAR.value),
    ("Không nhắc", NEVER),
)
_ABOUT = (
    "Thời hạn rơi vào ngày nghỉ được báo để cơ quan quyết định, chương trình không tự dời. "
    "“Ngày làm việc” trong thời hạn được đếm theo lịch này."
)


class RulesPane(QWidget):
    """Shows the rules that hold; what is chosen is told."""

    chosen = Signal(object)
    """The rules as they should be."""

    def __init__(self) -> None:
        super().__init__()
        self._rules = Rules()
        self.strict, self.review = QComboBox(), QComboBox()
        self._build()
        self.strict.activated.connect(lambda _: self._choose(strict=bool(self.strict.currentData())))
        self.review.activated.connect(lambda _: self._choose(review=str(self.review.currentData())))

    def _build(self) -> None:
        self.setObjectName("strip")
        self.setFixedWidth(WIDTH)
        for box, offered in ((self.strict, _STRICT), (self.review, RHYTHMS)):
            box.setMinimumHeight(look.CONTROL)
            for words, value in offered:
                box.addItem(words, value)
        strict = label("Thời hạn “trước ngày 20/6” nghĩa là")
        strict.setBuddy(self.strict)
        self.strict.setAccessibleName("Nghĩa của “trước ngày 20/6”")
        review = label("Việc không có ngày kết thúc được rà soát")
        review.setBuddy(self.review)
        self.review.setAccessibleName("Bao lâu rà soát việc không có ngày kết thúc")
        about = label(_ABOUT, quiet=True)
        about.setWordWrap(True)
        self.setLayout(
            column(
                label("Quy tắc", bold=True, larger=2),
                strict, self.strict, review, self.review, about, None,
                margin=look.WIDE,
            )
        )  # fmt: skip

    def show_rules(self, rules: Rules) -> None:
        """Show the rules that hold; a rhythm that is not offered stands as it is kept."""
        self._rules = rules
        self.strict.setCurrentIndex(self.strict.findData(rules.strict))
        if self.review.findData(rules.review) < 0:
            self.review.addItem(rules.review, rules.review)
        self.review.setCurrentIndex(self.review.findData(rules.review))

    def _choose(self, *, strict: bool | None = None, review: str = "") -> None:
        made = self._rules if strict is None else replace(self._rules, strict=strict)
        self.chosen.emit(replace(made, review=review) if review else made)
