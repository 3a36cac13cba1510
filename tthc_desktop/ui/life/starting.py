"""A new plan from a template: which one, for which year and office, and what its outline will be."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QListView, QScrollArea, QSpinBox, QSplitter, QWidget

from tthc_desktop.documents.templates import TEMPLATES, template_plan
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.template import Filling, filled
from tthc_desktop.models.text import clean
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import TypingPause
from tthc_desktop.ui.controls import button, column, foot, label, row
from tthc_desktop.ui.life.two_lines import TWO_LINES, TwoLines
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.outline_entries import entries
from tthc_desktop.ui.plan.outline_view import OutlineView

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_FIELDS = (
    ("parent_agency", "Cơ quan chủ quản", "UBND TỈNH …"),
    ("agency", "Cơ quan ban hành", "SỞ …"),
    ("named", "Tên trong câu văn", "Sở …"),
    ("symbol", "Ký hiệu", "KH-…"),
    ("place", "Địa danh", "Tên tỉnh"),
)


class _Templates(QAbstractListModel):
    """The templates for a list view."""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(TEMPLATES)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one template."""
        if not index.isValid():
            return None
        template = TEMPLATES[index.row()]
        match role:
            case _Role.DisplayRole:
                return template.title
            case _Role.AccessibleTextRole:
                return f"{template.title}. {template.about}"
            case _Role.ToolTipRole:
                return template.about
            case int() if role == TWO_LINES:
                return template.about
            case _:
                return None


class NewPlanPage(Page):
    """Offers the templates; a plan without words of its own is one press away."""

    drawing = "new"

    def __init__(self, filling: Filling, take: Callable[[Plan, str], object], take_blank: Callable[[], object]) -> None:
        super().__init__()
        self._usual = filling
        self._take_plan = take
        self._take_blank = take_blank
        self.list = QListView()
        self.year = QSpinBox()
        self.fields = {name: QLineEdit(getattr(filling, name)) for name, _, _ in _FIELDS}
        self.outline = OutlineView()
        self.sentence = label()
        self._pause = TypingPause(self, self._show)
        self._build(filling)
        self._connect()
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _build(self, filling: Filling) -> None:
        self.list.setModel(_Templates(self))
        self.list.setItemDelegate(TwoLines(self.list, "plan"))
        self.list.setAccessibleName("Các mẫu kế hoạch")
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.outline.setAccessibleName("Dàn bài của mẫu")
        self.year.setMinimumHeight(look.CONTROL)
        self.year.setRange(2000, 2099)
        self.year.setValue(filling.year)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        for pane, title in ((self.list, "Mẫu kế hoạch"), (self._form(), "Cơ quan"), (self.outline, "Dàn bài")):
            self.panes.addWidget(_titled(title, pane))
        self.panes.setSizes([430, 400, 430])
        lines = column(self.panes, self._foot(), gap=0)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def _form(self) -> QWidget:
        form = QFormLayout()
        form.setContentsMargins(look.WIDE, look.WIDE, look.WIDE, look.WIDE)
        form.setVerticalSpacing(look.ROOM)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.year.setAccessibleName("Năm")
        form.addRow(label("Năm"), self.year)
        for name, title, hint in _FIELDS:
            self.fields[name].setAccessibleName(title)
            self.fields[name].setPlaceholderText(hint)
            self.fields[name].setCursorPosition(0)
            form.addRow(label(title), self.fields[name])
        about = label(
            "Điền sẵn theo Công cụ › Thông tin cơ quan, rồi theo kế hoạch gần nhất; chỗ trống, mẫu ghi “…”.",
            quiet=True,
        )
        about.setWordWrap(True)
        form.addRow(about)
        holder = QWidget()
        holder.setLayout(form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("Thông tin của cơ quan")
        area.setWidget(holder)
        return area

    def _foot(self) -> QWidget:
        self.blank = button("Kế hoạch trống", self._accept_blank)
        self.take = button("Lập kế hoạch này", self._accept, main=True)
        return foot(self.sentence, self.blank, self.take)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.activated.connect(self._accept)
        self.year.valueChanged.connect(self._show)
        for field in self.fields.values():
            field.textChanged.connect(self._pause.start)
            field.editingFinished.connect(self._show)

    def filling(self) -> Filling:
        """Return what is filled in, cleaned."""
        words = {name: " ".join(clean(field.text()).split()) for name, field in self.fields.items()}
        return Filling(self.year.value(), **words, signatory=self._usual.signatory)

    def plan(self) -> Plan:
        """Return the plan that the chosen template makes."""
        return filled(template_plan(TEMPLATES[self.list.currentIndex().row()].name), self.filling())

    def _show(self) -> None:
        self._pause.stop()
        plan = self.plan()
        self.outline.show_entries(entries(plan))
        chosen = TEMPLATES[self.list.currentIndex().row()]
        self.sentence.setText(
            f"{chosen.title}, năm {self.year.value()}: {len(plan.tasks)} nhiệm vụ mẫu để sửa, thêm, bớt."
        )

    def _accept(self) -> None:
        if self._take_plan(self.plan(), TEMPLATES[self.list.currentIndex().row()].title):
            self.finished.emit()

    def _accept_blank(self) -> None:
        if self._take_blank():
            self.finished.emit()

    def title(self) -> str:
        return "Lập kế hoạch mới"

    def chapter(self) -> str:
        return "lap-ke-hoach#lap-theo-mau"

    def leave(self) -> None:
        self._pause.stop()

    def panes_in_order(self) -> list[QWidget]:
        return [self.list, self.year, self.outline, self.take]


def _titled(title: str, pane: QWidget) -> QWidget:
    strip = QWidget()
    strip.setObjectName("strip")
    line = row(label(title, bold=True), None)
    line.setContentsMargins(look.ROOM, look.SPACE, look.ROOM, look.SPACE)
    strip.setLayout(line)
    holder = QWidget()
    lines = column(strip, pane, gap=0)
    lines.setStretch(1, 1)
    holder.setLayout(lines)
    return holder
