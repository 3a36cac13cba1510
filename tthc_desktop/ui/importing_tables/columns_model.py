"""The first rows of a table as seen in the file, below a line for the roles of its columns and one for why."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from tthc_desktop.documents.reading.sheets.book import Sheet
from tthc_desktop.models.reconciling.incoming import ProposedTable
from tthc_desktop.ui import look

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROLE_LINE, WHY_LINE, LINES = 0, 1, 2
_ABOVE, _SHOWN = 3, 14


class ColumnsModel(QAbstractTableModel):
    """Rows from a little above the header on; the header's are marked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table: ProposedTable | None = None
        self._sheet: Sheet | None = None
        self._first = self._last = 0

    def show_table(self, table: ProposedTable | None, sheet: Sheet | None) -> None:
        """Show another table, or the same with other choices."""
        self.beginResetModel()
        self.table, self._sheet = table, sheet
        if table is not None and sheet is not None:
            self._first = max(0, table.start - _ABOVE)
            self._last = min(len(sheet.rows), max(table.body, table.start) + _SHOWN)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self.table is None else LINES + self._last - self._first

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self.table is None else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.table is None or self._sheet is None:
            return None
        here = self._first + index.row() - LINES
        is_header = index.row() >= LINES and self.table.start <= here < self.table.body
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(index.row(), index.column(), here)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(index.row(), index.column(), here)
            return f"tiêu đề: {words}" if is_header else words
        if role == Qt.ItemDataRole.FontRole and is_header:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and is_header:
            return QColor(look.colours().chosen)
        if role == Qt.ItemDataRole.ForegroundRole and (index.row() == WHY_LINE or self.table.body > here >= 0):
            return QColor(look.colours().text if is_header else look.colours().quiet)
        return None

    def _words(self, row: int, column: int, here: int) -> str:
        assert self.table is not None
        assert self._sheet is not None
        proposed = self.table.columns[column]
        if row == ROLE_LINE:
            return ""
        if row == WHY_LINE:
            return proposed.why
        cells = self._sheet.rows[here]
        return " ".join(cells[proposed.place].words.split()) if proposed.place < len(cells) else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.table is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return f"Cột {self.table.columns[section].letters}"
        if section < LINES:
            return ("Là cột", "Vì sao")[section]
        return str(self.table.first_row + self._first + section - LINES + 1)
