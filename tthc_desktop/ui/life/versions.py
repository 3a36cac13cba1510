"""The versions of one plan: what was kept, issued and replaced, and what can be done with each."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QListView, QPushButton, QSplitter, QWidget

from tthc_desktop.models.counts import count
from tthc_desktop.models.editing.life import versions
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Stage
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, row
from tthc_desktop.ui.life.stages import full_name, moment, stage_words
from tthc_desktop.ui.life.two_lines import TWO_LINES, TwoLines
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short, short_title, title

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
Acts = Mapping[str, Callable[[Plan], object]]


class VersionsModel(QAbstractListModel):
    """The plan as it is, then what was kept of it, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plans: tuple[Plan, ...] = ()

    def show_plans(self, plans: tuple[Plan, ...]) -> None:
        """Show other versions."""
        self.beginResetModel()
        self.plans = plans
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.plans)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one version."""
        if not index.isValid():
            return None
        plan = self.plans[index.row()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return stage_words(plan)
            case _Role.AccessibleTextRole:
                return f"{stage_words(plan)}, {holds(plan)}"
            case int() if role == TWO_LINES:
                return holds(plan)
            case _:
                return None


def holds(plan: Plan) -> str:
    """Return in short what a plan holds."""
    counts = count(plan)
    parts = (
        (counts.table_tasks + counts.body_tasks, "nhiệm vụ"),
        (counts.table_targets, "chỉ tiêu"),
        (counts.tables, "bảng"),
        (counts.bases, "căn cứ"),
    )
    return " · ".join(f"{number} {what}" for number, what in parts if number) or "chưa có nội dung"


class VersionsPage(Page):
    """Lists the versions; what is chosen can be opened, compared, taken up again."""

    drawing = "versions"

    def __init__(
        self,
        plan_id: Id,
        plans: Callable[[], Mapping[Id, Plan]],
        acts: Acts,
        replace_by: Callable[[Plan, Plan], object],
    ) -> None:
        super().__init__()
        self.of = plan_id
        self._office_plans = plans
        self._acts = acts
        self._replace_by = replace_by
        self.list = QListView()
        self.model = VersionsModel(self)
        self.detail = Wording("Bản đang chọn")
        self.others = QComboBox()
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.activated.connect(lambda _: self._do("open"))
        self.show_versions()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self.list, "versions"))
        self.list.setAccessibleName("Các bản của kế hoạch")
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        names = {
            "open": "Mở để xem",
            "compare": "So sánh với bản hiện tại",
            "take_up": "Lập bản dự thảo mới từ bản này",
            "save_pdf": "Lưu bản in đã ban hành…",
        }
        self.buttons = {name: button(words, self._doer(name), main=name == "open") for name, words in names.items()}
        self.others.setAccessibleName("Kế hoạch thay thế")
        self.others.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.others.setMinimumContentsLength(20)
        self.others.setMinimumHeight(look.CONTROL)
        self.replace = button("Đánh dấu được thay thế bởi", self._mark_replaced)
        self.replacing = QWidget()
        line = row(self.replace, self.others, gap=look.SPACE)
        line.setStretch(1, 1)
        self.replacing.setLayout(line)
        right = QWidget()
        lines = column(self.detail, *self.buttons.values(), self.replacing, gap=look.SPACE)
        lines.setStretch(0, 1)
        lines.setContentsMargins(look.WIDE, 0, look.WIDE, look.WIDE)
        right.setLayout(lines)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.addWidget(self.list)
        self.panes.addWidget(right)
        self.panes.setSizes([620, 560])
        self.setLayout(column(self.panes, gap=0))

    @property
    def _plans(self) -> Mapping[Id, Plan]:
        return self._office_plans()

    def show_versions(self) -> None:
        """Show what the office holds now."""
        row_before = max(self.list.currentIndex().row(), 0)
        plan = self._plans.get(self.of)
        kept = versions(self._plans.values(), self.of)
        self.model.show_plans((*((plan,) if plan else ()), *reversed(kept)))
        self.list.setCurrentIndex(self.model.index(min(row_before, self.model.rowCount() - 1), 0))

    def chosen(self) -> Plan | None:
        """Return the version under the cursor."""
        place = self.list.currentIndex().row()
        return self.model.plans[place] if 0 <= place < len(self.model.plans) else None

    def _show(self) -> None:
        self.detail.begin()
        plan = self.chosen()
        for name in self.buttons:
            self.buttons[name].setEnabled(plan is not None and self._can(name, plan))
        self.buttons["save_pdf"].setVisible(bool(plan and plan.issue and plan.issue.pdf))
        if plan is None:
            self.detail.say("Kế hoạch này không còn trong dữ liệu của cơ quan.", bold=True)
            return
        self._list_others(plan)
        self.replacing.setVisible(plan.stage in {Stage.ISSUED, Stage.REPLACED} and self.others.count() > 0)
        self.detail.say(title(plan), bold=True)
        for words in self._facts(plan):
            self.detail.say(words, quiet=True)
        if self.model.rowCount() == 1:
            self.detail.say(
                "Chưa giữ bản nào: lệnh Kế hoạch › Giữ một bản ghi lại nội dung như hiện nay.", gap=look.WIDE
            )

    def _facts(self, plan: Plan) -> list[str]:
        facts = [f"{stage_words(plan)}.", f"Gồm {holds(plan).replace(' · ', ', ')}."]
        if plan.issue is not None and plan.issue.pdf:
            facts.append(f"Bản in: {plan.issue.pdf_name}, mã kiểm tra SHA-256 {plan.issue.pdf[:16]}…")
        if plan.replaced_by in self._plans:
            facts.append(f"Được thay thế bởi “{short(title(self._plans[plan.replaced_by]), 80)}”.")
        replaced = [other for other in self._plans.values() if other.replaced_by == plan.id]
        facts += [f"Thay thế “{short(title(other), 80)}”." for other in replaced]
        if plan.kept_at is not None:
            facts.append(f"Lưu lúc {moment(plan.kept_at)}.")
        return facts

    def _list_others(self, plan: Plan) -> None:
        self.others.clear()
        for other in self._plans.values():
            if other.id != plan.id and other.stage is not Stage.KEPT:
                self.others.addItem(full_name(other), other.id)

    def _can(self, name: str, plan: Plan) -> bool:
        match name:
            case "compare":
                return plan.id != self.of and self.of in self._plans
            case "save_pdf":
                return plan.issue is not None and bool(plan.issue.pdf)
            case _:
                return True

    def _doer(self, name: str) -> Callable[[], object]:
        return lambda: self._do(name)

    def _do(self, name: str) -> None:
        plan = self.chosen()
        if plan is not None and self._can(name, plan):
            self._acts[name](plan)

    def _mark_replaced(self) -> None:
        plan, by = self.chosen(), self._plans.get(str(self.others.currentData()))
        if plan is not None and by is not None:
            self._replace_by(plan, by)

    def title(self) -> str:
        plan = self._plans.get(self.of)
        return f"Các bản: {short_title(plan, 24)}" if plan else "Các bản"

    def chapter(self) -> str:
        return "ban-hanh#xem-so-sanh-cac-ban"

    def panes_in_order(self) -> list[QWidget]:
        return [self.list, self.buttons["open"]]
