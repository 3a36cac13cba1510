"""Choosing how the rows of a table are numbered, shown on its own first rows."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QListWidget, QListWidgetItem, QRadioButton, QWidget

from tthc_desktop.models.editing.cells import words_in
from tthc_desktop.models.editing.tables import title_column
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.row_schemes import SCHEMES, scheme_of, with_scheme
from tthc_desktop.models.table import Role, RowKind, Table, column_of, numbers
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, fit, label, row
from tthc_desktop.ui.plan.names import short

ROWS = 14


class NumberingDialog(QDialog):
    """Offers the five styles; what stands at the right is the table itself."""

    chosen = Signal(object)
    """The table in the style that was chosen."""

    def __init__(self, parent: QWidget, plan: Plan, table: Table) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Kiểu đánh số của bảng")
        self._plan, self._table = plan, table
        self.styles = QButtonGroup(self)
        self.in_title = QCheckBox("Số của nhóm đứng trong ô tên nhóm")
        self.example = QListWidget()
        self._build()
        self._show()

    def _build(self) -> None:
        now = scheme_of(self._table)
        side = column(gap=look.SPACE)
        side.addWidget(label("Kiểu", bold=True))
        for place, scheme in enumerate(SCHEMES):
            choice = QRadioButton(scheme.name)
            choice.setAccessibleName(scheme.name)
            choice.setChecked(scheme is now)
            self.styles.addButton(choice, place)
            side.addWidget(choice)
        side.addSpacing(look.SPACE)
        self.in_title.setChecked(self._table.number_in_title)
        side.addWidget(self.in_title)
        side.addStretch(1)
        self.styles.idToggled.connect(lambda *_: self._show())
        self.in_title.toggled.connect(lambda _: self._show())
        self.example.setAccessibleName("Các hàng đầu của bảng")
        self.example.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.example.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.example.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        right = column(label("Các hàng đầu của bảng này", bold=True), self.example)
        middle = row(gap=look.BROAD)
        middle.addLayout(side)
        middle.addLayout(right, 1)
        lines = column(gap=look.WIDE, margin=look.WIDE)
        lines.addLayout(middle, 1)
        lines.addLayout(row(None, button("Để như cũ", self.reject), button("Đánh số lại", self._take, main=True)))
        self.setLayout(lines)
        fit(self, QSize(820, 480))

    def styled(self) -> Table:
        """Return the table in the chosen style."""
        place = self.styles.checkedId()
        made = with_scheme(self._table, SCHEMES[place]) if place >= 0 else self._table
        return _in_title(made, wanted=self.in_title.isChecked())

    def _show(self) -> None:
        styled = self.styled()
        self.example.clear()
        content = column_of(styled, Role.CONTENT) or title_column(styled)
        for bare, line in list(zip(numbers(styled), styled.rows, strict=True))[:ROWS]:
            said = line.title if line.kind is RowKind.GROUP else ""
            if content is not None and not said:
                said = words_in(self._plan, styled, line, content)
            joint = ". " if bare and styled.number_in_title and line.kind is RowKind.GROUP else "   " if bare else ""
            item = QListWidgetItem(f"{'      ' * line.level}{bare}{joint}{short(str(said), 60)}")
            font = item.font()
            font.setBold(line.kind is RowKind.GROUP)
            item.setFont(font)
            self.example.addItem(item)

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self.styled())


def _in_title(table: Table, *, wanted: bool) -> Table:
    return table if table.number_in_title == wanted else replace(table, number_in_title=wanted)
