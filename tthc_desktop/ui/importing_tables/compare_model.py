"""What taking a table does to the plan, line by line: rows by their fate, below a changed one its cells."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from tthc_desktop.models.identity import Id
from tthc_desktop.models.reconciling.taking import is_taken
from tthc_desktop.models.reconciling.values import Fate, RowChange, TableMatch, Taking
from tthc_desktop.models.table import Column
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.importing_tables.words import FATES
from tthc_desktop.ui.plan.names import number

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HEADS = ("Hàng", "Hiện tại", "Trong tệp")
_ORDER = (Fate.CHANGED, Fate.NEW, Fate.GONE)
_VERBS = {Fate.NEW: "thêm", Fate.CHANGED: "sửa", Fate.GONE: "bỏ khỏi bảng", Fate.SAME: "giữ nguyên"}


class CompareLine(NamedTuple):
    """A line: a heading (no `change`, no `lacking`), a row, one of its cells, or a column that the plan has not."""

    words: tuple[str, str, str]
    change: RowChange | None = None
    column_id: Id = ""
    taken: bool | None = None
    lacking: Column | None = None


def compare_lines(match: TableMatch, taking: Taking, *, same: bool = False) -> Iterator[CompareLine]:
    """Yield the lines of a table; equal rows only behind their count unless they are wanted."""
    if match.lacking and match.table_id:
        yield CompareLine(("Cột mà bảng của kế hoạch chưa có", "", ""))
        for column in match.lacking:
            title = " ".join(str(column.title).split()) or "Cột không tên"
            yield CompareLine((f"Thêm cột “{title}”", "", ""), None, column.id, column.id in taking.columns, column)
    for fate in (*_ORDER, Fate.SAME):
        changes = [change for change in match.rows if change.fate is fate]
        if not changes:
            continue
        hidden = " – không hiện" if fate is Fate.SAME and not same else ""
        yield CompareLine((f"{FATES[fate]}: {number(len(changes))} hàng{hidden}", "", ""))
        if not hidden:
            for change in changes:
                yield from _of_row(change, taking)


def _of_row(change: RowChange, taking: Taking) -> Iterator[CompareLine]:
    taken = is_taken(change, taking)
    where = f"Hàng {change.incoming.row}: " if change.incoming is not None else ""
    note = change.doubt or ("Có trong kế hoạch nhưng không có trong tệp; được giữ lại." if not taken else "")
    note = note if change.fate is Fate.GONE or change.doubt else ""
    yield CompareLine((f"{where}{change.words}", "", note), change, "", None if change.fate is Fate.SAME else taken)
    for cell in change.cells:
        on = taken and taking.cells.get((change.key, cell.column_id), cell.taken)
        title = " ".join(cell.title.split())
        words = (f"{title} ({cell.address})", cell.now or "(trống)", cell.incoming or "(trống)")
        yield CompareLine(words, change, cell.column_id, on)


def _heading_look(role: int) -> QFont | QColor | None:
    if role == Qt.ItemDataRole.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    return QColor(look.colours().window) if role == Qt.ItemDataRole.BackgroundRole else None


class CompareModel(QAbstractTableModel):
    """The lines, in three columns."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[CompareLine, ...] = ()

    def show_lines(self, lines: tuple[CompareLine, ...]) -> None:
        """Show other lines; as many as before are the same with other choices."""
        if len(lines) == len(self.lines) and lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(HEADS) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        words = line.words[index.column()]
        is_heading = line.change is None and line.lacking is None
        is_cell = line.change is not None and bool(line.column_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"        {words}" if is_cell and index.column() == 0 else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0 and line.taken is not None:
            verb = _VERBS[line.change.fate] if line.change is not None else "thêm cột"
            return f"{words}, {verb if line.taken else 'để lại'}"
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and line.taken is not None:
            return icon("check-on" if line.taken else "check-off")
        return _heading_look(role) if is_heading else self._cell_look(role, line, index.column(), is_cell=is_cell)

    def _cell_look(self, role: int, line: CompareLine, column: int, *, is_cell: bool) -> QColor | None:
        return self._colour(line, column, is_cell=is_cell) if role == Qt.ItemDataRole.ForegroundRole else None

    def _colour(self, line: CompareLine, column: int, *, is_cell: bool) -> QColor | None:
        c = look.colours()
        if is_cell:
            chosen = (column == len(HEADS) - 1) == bool(line.taken)
            return QColor(c.text if chosen or column == 0 else c.quiet)
        return QColor(c.warning) if column == len(HEADS) - 1 and line.words[column] else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADS[section]
        return None
