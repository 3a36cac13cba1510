"""Step 4, Đối chiếu: which table of the plan each one goes into, and what becomes of every row and cell."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QTableView, QWidget

from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.taking import is_taken
from tthc_desktop.models.reconciling.values import Fate, RowChange, TableMatch, Taking
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label, row
from tthc_desktop.ui.importing_tables.compare_model import CompareLine, CompareModel, compare_lines
from tthc_desktop.ui.importing_tables.course import Wishes, Worked
from tthc_desktop.ui.importing_tables.words import table_words
from tthc_desktop.ui.plan.names import short, table_name, title

_NEW_PLAN = "Tệp này sẽ thành một kế hoạch mới, nên không có gì để đối chiếu; mọi hàng tốt đều được lấy."


def turned(line: CompareLine, taking: Taking) -> Taking:
    """Return the choices with that of a line turned; a cell that is wanted takes its row with it."""
    change = line.change
    if line.lacking is not None:
        return replace(taking, columns=taking.columns ^ {line.lacking.id})
    if change is None or change.fate is Fate.SAME:
        return taking
    if line.column_id:
        return _cell_turned(line, change, taking)
    rows = {**taking.rows, change.key: not is_taken(change, taking)}
    return replace(taking, rows=rows)


def _cell_turned(line: CompareLine, change: RowChange, taking: Taking) -> Taking:
    cells = dict(taking.cells)
    if not is_taken(change, taking):
        cells |= {(change.key, one.column_id): False for one in change.cells}
    cells[change.key, line.column_id] = not line.taken
    return replace(taking, cells=cells, rows={**taking.rows, change.key: True})


class CompareView(QTableView):
    """Lines of one height; Space or a click on its sign takes or leaves a line."""

    flipped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the line."""
        if event.key() == Qt.Key.Key_Space:
            self.flipped.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do not look for lines by letters."""


class CompareStep(QWidget):
    """A choice of the table above, the lines below."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._worked: Worked | None = None
        self.told = label(bold=True)
        self.told.setWordWrap(True)
        self.tables, self.target = QComboBox(), QComboBox()
        self.tables.setAccessibleName("Bảng trong tệp")
        self.target.setAccessibleName("Đưa vào bảng")
        for box in (self.tables, self.target):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.into = label("đưa vào")
        self.same = QCheckBox("Hiện cả hàng giống")
        self.view = CompareView()
        self.lines = CompareModel(self)
        self._build()
        self.tables.activated.connect(self._show_match)
        self.target.activated.connect(self._choose_target)
        self.same.toggled.connect(self._show_match)
        self.view.flipped.connect(self._flip)
        self.view.clicked.connect(self._click)

    def _build(self) -> None:
        view = self.view
        view.setModel(self.lines)
        view.setObjectName("spots")
        view.setAccessibleName("Các hàng được đối chiếu")
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(look.ROW + look.GAP)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        bar = row(self.tables, self.into, self.target, self.same)
        bar.setStretch(0, 2)
        bar.setStretch(2, 2)
        lines = column(self.told, margin=look.SPACE)
        lines.addLayout(bar)
        lines.addWidget(view, 1)
        lines.addWidget(label("Phím cách: nhận hoặc để lại hàng, ô đang chọn", quiet=True))
        self.setLayout(lines)

    def show_worked(self, worked: Worked) -> None:
        """Show what taking would do."""
        if worked.found is None:
            return
        self._worked = worked
        plan, before = worked.ground.plan, self.tables.currentData()
        self.told.setText(_NEW_PLAN if plan is None else f"Đối chiếu với “{short(title(plan), 90)}”")
        self.tables.clear()
        for match in worked.found.tables:
            self.tables.addItem(table_words(match.incoming), match.key)
        self.tables.setCurrentIndex(max(0, self.tables.findData(before)) if self.tables.count() else -1)
        for one in (self.into, self.target, self.same):
            one.setVisible(plan is not None)
        if plan is not None:
            self._list_targets(plan)
        self._show_match()

    def _list_targets(self, plan: Plan) -> None:
        self.target.clear()
        for table, _ in tables(plan):
            self.target.addItem(table_name(plan, table), table.id)
        self.target.addItem("Một phụ lục mới", "")

    def match(self) -> TableMatch | None:
        """Return the table in front."""
        found = self._worked.found if self._worked else None
        return next((one for one in found.tables if one.key == self.tables.currentData()), None) if found else None

    def _show_match(self) -> None:
        match, worked = self.match(), self._worked
        if match is None or worked is None:
            self.lines.show_lines(())
            return
        self.target.setCurrentIndex(self.target.findData(match.table_id))
        self.lines.show_lines(tuple(compare_lines(match, worked.wishes.taking, same=self.same.isChecked())))

    def _choose_target(self) -> None:
        match, worked = self.match(), self._worked
        if match is not None and worked is not None:
            wishes = worked.wishes
            into = {**wishes.into, match.key: str(self.target.currentData() or "")}
            self.wished.emit(Wishes(wishes.tables, wishes.rows, into, wishes.taking))

    def _click(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._flip(index.row())

    def _flip(self, place: int) -> None:
        if self._worked is not None and 0 <= place < len(self.lines.lines):
            wishes = self._worked.wishes
            self.wished.emit(replace(wishes, taking=turned(self.lines.lines[place], wishes.taking)))

    def begin(self) -> None:
        """Give the keyboard to the lines."""
        if not self.view.currentIndex().isValid() and self.lines.rowCount():
            self.view.setCurrentIndex(self.lines.index(0, 0))
        self.view.setFocus()
