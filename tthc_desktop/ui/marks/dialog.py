"""Secrecy, urgency, circulation, copies, and the sheet of each appendix: one line each."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QScrollArea, QSpinBox, QWidget

from tthc_desktop.models.editing.paper import set_appendix_sheet, set_marks
from tthc_desktop.models.marks import Circulation, Marks, PaperSize, Secrecy, Urgency
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.text import clean
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, fit, label, row
from tthc_desktop.ui.plan.names import short

_NONE = "Không đóng dấu"
_MOST_COPIES = 9_999
_SHEETS: Mapping[str, tuple[PaperSize, bool]] = {
    "A4, đứng": (PaperSize.A4, False),
    "A4, nằm ngang": (PaperSize.A4, True),
    "A3, đứng": (PaperSize.A3, False),
    "A3, nằm ngang": (PaperSize.A3, True),
}


class MarksDialog(QDialog):
    """Shows what the paper has now; gives the plan as it is to be."""

    chosen = Signal(object)
    """The plan with its new marks."""

    def __init__(self, parent: QWidget, plan: Plan) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Dấu, số bản và khổ giấy")
        self._plan = plan
        marks = plan.marks
        self.secrecy = _choices(Secrecy, marks.secrecy)
        self.urgency = _choices(Urgency, marks.urgency)
        self.circulation = _choices(Circulation, marks.circulation)
        self.drafter = QLineEdit(marks.drafter)
        self.drafter.setPlaceholderText("Ví dụ: PL")
        self.copies = QSpinBox()
        self.copies.setRange(0, _MOST_COPIES)
        self.copies.setSpecialValueText("Không ghi")
        self.copies.setValue(marks.copies)
        self.sheets = {one.id: _sheets(one) for one in plan.appendices}
        self._build()

    def _build(self) -> None:
        lines = QFormLayout()
        lines.setVerticalSpacing(look.ROOM)
        lines.setHorizontalSpacing(look.ROOM)
        fields: list[tuple[QWidget, str, str]] = [
            (self.secrecy, "Độ &mật", "Độ mật"),
            (self.urgency, "Độ &khẩn", "Độ khẩn"),
            (self.circulation, "&Phạm vi lưu hành", "Phạm vi lưu hành"),
            (self.drafter, "Ký hiệu &người soạn thảo", "Ký hiệu người soạn thảo"),
            (self.copies, "&Số bản phát hành", "Số bản phát hành"),
        ]
        for appendix in self._plan.appendices:
            name = f"Khổ giấy {appendix_label(self._plan, appendix)}"
            self.sheets[appendix.id].setToolTip(short(str(appendix.title), 80))
            fields.append((self.sheets[appendix.id], name, name))
        for field, words, name in fields:
            field.setAccessibleName(name)
            field.setMinimumHeight(look.CONTROL)
            named = label(words)
            named.setBuddy(field)
            lines.addRow(named, field)
        inner = QWidget()
        inner.setLayout(lines)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        told = label("Dấu mật, khẩn in dưới số, ký hiệu; phạm vi lưu hành in trên Quốc hiệu.", quiet=True)
        told.setWordWrap(True)
        whole = column(told, area, gap=look.WIDE, margin=look.WIDE)
        whole.setStretch(1, 1)
        whole.addLayout(row(None, button("Để như cũ", self.reject), button("Đặt", self._take, main=True)))
        self.setLayout(whole)
        fit(self, QSize(560, min(340 + 44 * len(self.sheets), 640)))

    def marked(self) -> Plan:
        """Return the plan as the dialog says."""
        marks = Marks(
            self.secrecy.currentData(),
            self.urgency.currentData(),
            self.circulation.currentData(),
            clean(self.drafter.text()).strip(),
            self.copies.value(),
        )
        plan = set_marks(self._plan, marks)
        for appendix in plan.appendices:
            paper, landscape = self.sheets[appendix.id].currentData()
            if (paper, landscape) != (appendix.paper, appendix.landscape):
                plan = set_appendix_sheet(plan, appendix.id, paper, landscape=landscape)
        return plan

    def _take(self) -> None:
        made = self.marked()
        if made is not self._plan:
            self.chosen.emit(made)
        self.accept()


def _choices(kind: type[Secrecy] | type[Urgency] | type[Circulation], now: object) -> QComboBox:
    found = QComboBox()
    for one in kind:
        found.addItem(one.value or _NONE, one)
    found.setCurrentIndex(list(kind).index(now))  # type: ignore[arg-type]
    return found


def _sheets(appendix: Appendix) -> QComboBox:
    found = QComboBox()
    for words, sheet in _SHEETS.items():
        found.addItem(words, sheet)
    found.setCurrentIndex(list(_SHEETS.values()).index((appendix.paper, appendix.landscape)))
    return found
