"""The table of targets with the keys of a grid."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from tthc_desktop.models.targets.lines import TargetLine
from tthc_desktop.ui.controls import shown
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.register_view import RegisterView
from tthc_desktop.ui.targets.table import COLUMNS, NAME, TargetsTable


class TargetsView(RegisterView[TargetLine]):
    """Enter goes down, Tab right, F2 or typing edits, Delete empties, copying gives cells for Excel."""

    unmarked = Signal()
    renewed = Signal()
    """A marked target is to say what its paragraph says now."""
    opened = Signal()

    def __init__(self, table: TargetsTable) -> None:
        super().__init__(table, "Chỉ tiêu của kế hoạch")
        self.new_value: Callable[[TargetLine], str] = lambda _line: ""
        """What the paragraph of a marked target says now, when it is something else."""
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.horizontalHeader().setStretchLastSection(True)
        table.modelReset.connect(self._span)
        table.modelAboutToBeReset.connect(self.clearSpans)

    def _span(self) -> None:
        """Let the words of a heading go across the table."""
        for row, line in enumerate(self.table.kept):
            if not line.target_id:
                self.setSpan(row, NAME, 1, len(COLUMNS) - NAME)

    def now(self) -> TargetLine | None:
        """Return the line in which the cursor stands."""
        index = self.currentIndex()
        return self.table.kept[index.row()] if index.isValid() else None

    def emptied(self) -> list[tuple[TargetLine, str]]:
        """Return the chosen cells that can be typed into."""
        cells = [index for index in self.selectedIndexes() if self.table.may_edit(index)]
        return [(self.table.kept[index.row()], COLUMNS[index.column()].field) for index in cells]

    def copy(self) -> None:
        """Copy the chosen cells, what stands between them left out, as Excel takes it."""
        chosen = self.selectedIndexes()
        cells = {(index.row(), index.column()): str(index.data() or "").strip() for index in chosen}
        columns = sorted({column for _, column in cells})
        lines = (
            "\t".join(cells.get((row, column), "") for column in columns) for row in sorted({row for row, _ in cells})
        )
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the chosen cells with Delete."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.unwanted.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the target under the cursor."""
        if menu := self.menu():
            menu.popup(event.globalPos())

    def menu(self) -> QMenu | None:
        """Return the menu of a target, None for a heading."""
        line = self.now()
        if line is None or not line.target_id:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Sửa ô này", lambda: self.edit(self.currentIndex())).setEnabled(
            self.table.may_edit(self.currentIndex())
        )
        menu.addAction(icon("copy"), "Chép các ô đang chọn", self.copy)
        menu.addAction("Xem trong kế hoạch", self.opened.emit)
        if value := self.new_value(line):
            menu.addAction(shown(f"Lấy mức giao mới của đoạn văn: “{short(value, 40)}”"), self.renewed.emit)
        if line.in_text and not line.unit_id:
            menu.addAction("Bỏ đánh dấu chỉ tiêu", self.unmarked.emit)
        menu.addSeparator()
        menu.addAction(icon("delete"), "Xóa số liệu ở các ô đang chọn", self.unwanted.emit)
        return menu
