"""The view of the rows that will be taken, how a doubtful cell looks in it, and its keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from tthc_desktop.models.table import Role
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import paint as paint_icon
from tthc_desktop.ui.importing_tables.rows_model import FIRST, KIND, ROW, SHOWN, Cell, RowsModel
from tthc_desktop.ui.merging.spots_delegate import draw_two_lines, tall

Index = QModelIndex | QPersistentModelIndex
_SIGN = 14
_WIDTHS = {Role.NUMBER: 56, Role.CONTENT: 340, Role.DEADLINE: 130, Role.UNIT: 90, Role.VALUE: 90}
_USUAL, _TIGHT, _ROOMY = 170, 0.7, 1100


class RowsDelegate(QStyledItemDelegate):
    """Draws a cell on two lines; a doubtful one with a stripe, a sign and, in its list, words."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, tall(option.fontMetrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, mark and words."""
        cell, view = index.data(SHOWN), self.parent()
        if not isinstance(cell, Cell) or not isinstance(view, QTableView):
            return
        c, rect = look.colours(), QRect(option.rect)
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        if cell.across or index.column() < FIRST:
            painter.fillRect(rect, QColor(c.window))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        painter.setPen(QColor(c.shade))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(look.SPACE, 2, -look.SPACE, -2)
        if cell.doubt is not None:
            colour = c.error if cell.doubt.grave else c.warning
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colour))
            sign = QRect(inner.left(), rect.center().y() - _SIGN // 2, _SIGN, _SIGN)
            paint_icon(painter, sign, "error" if cell.doubt.grave else "warning", colour)
            inner.setLeft(sign.right() + look.GAP)
        elif cell.before is not None:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.good))
            sign = QRect(inner.left(), rect.center().y() - _SIGN // 2, _SIGN, _SIGN)
            paint_icon(painter, sign, "good", c.good)
            inner.setLeft(sign.right() + look.GAP)
        painter.setFont(option.font)
        painter.setPen(QColor(c.quiet if cell.quiet else c.text))
        if cell.across and cell.doubt is None:
            self._across(painter, view, rect, option, cell)
        else:
            draw_two_lines(painter, inner, cell.words or (cell.across if index.column() >= FIRST else ""))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(c.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _across(
        self, painter: QPainter, view: QTableView, rect: QRect, option: QStyleOptionViewItem, cell: Cell
    ) -> None:
        """Draw the part of a group's title that lies in this cell."""
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        model = view.model()
        assert isinstance(model, RowsModel)
        head = next((at for at in range(FIRST, model.columnCount()) if not _is_number(model, at)), FIRST)
        left = view.columnViewportPosition(head) + look.SPACE
        width = view.horizontalHeader().length() - view.columnViewportPosition(head) - look.SPACE
        draw_two_lines(painter, QRect(left, rect.top() + 2, min(width, 900), rect.height() - 4), cell.across)


def _is_number(model: RowsModel, column: int) -> bool:
    return model.table is not None and model.table.columns[column - FIRST].role is Role.NUMBER


class RowsView(QTableView):
    """Rows of one height. F2 or typing mends a cell, Ctrl+Enter takes the suggestion, Space turns the kind of a row."""

    left = Signal()
    """Enter was pressed on a cell: what is to be seen next is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("spots")
        self.setAccessibleName("Các hàng sẽ nhận")
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowsDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(tall(self.fontMetrics().height()))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.rows.modelReset.connect(self._share_out)
        self.doubleClicked.connect(self._turn)

    def _share_out(self) -> None:
        table = self.rows.table
        if table is None:
            return
        tight = _TIGHT if self.viewport().width() < _ROOMY else 1
        self.setColumnWidth(ROW, 64)
        self.setColumnWidth(KIND, 92)
        for place, column in enumerate(table.columns):
            titled = min(self.horizontalHeader().sectionSizeHint(FIRST + place), _USUAL)
            self.setColumnWidth(FIRST + place, max(round(_WIDTHS.get(column.role, _USUAL) * tight), titled))
        content = next((at for at, one in enumerate(table.columns) if one.role is Role.CONTENT), 0)
        spare = self.viewport().width() - self.horizontalHeader().length()
        if spare > 0 and table.columns:
            self.setColumnWidth(FIRST + content, self.columnWidth(FIRST + content) + spare)

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the width once it is known."""
        super().showEvent(event)
        self._share_out()

    def _turn(self, index: QModelIndex) -> None:
        if index.column() == KIND:
            self.rows.turn_kind(index)

    def take_suggestion(self) -> bool:
        """Put the suggestion for the cell under the cursor in its place; false where there is none."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        doubt = self.rows.cell(index.row(), index.column()).doubt
        row = self.rows.row(index.row())
        if doubt is None or not doubt.suggestion or row is None or not doubt.column_id:
            return False
        self.rows.typed.emit(row.key, doubt.column_id, doubt.suggestion)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mend, take, turn, or go."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.take_suggestion()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.state() is not QTableView.State.EditingState:  # else it comes from the editor, which takes it
                self.left.emit()
        elif event.key() == Qt.Key.Key_Space and not control and self.currentIndex().column() <= KIND:
            self.rows.turn_kind(self.currentIndex())
        else:
            super().keyPressEvent(event)
