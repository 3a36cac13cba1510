"""Where returned values come from: the kinds with their counts, and the files with what each one brought."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import FileOutcome
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.importing.source_lines import titled
from tthc_desktop.ui.life.two_lines import DRAWING, TWO_LINES, TwoLines
from tthc_desktop.ui.merging.comparison import Kind
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.rows import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_DRAWINGS = {
    Kind.ALL: "table",
    Kind.OFFERED: "good",
    Kind.CONFLICT: "warning",
    Kind.REVIEW: "info",
    Kind.UNKNOWN: "row-below",
    Kind.TROUBLE: "error",
}


class KindsModel(QAbstractListModel):
    """The kinds, each with how much there is of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Kind, int] = dict.fromkeys(Kind, 0)

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Show other counts."""
        self._counts = counts
        self.dataChanged.emit(self.index(0, 0), self.index(len(Kind) - 1, 0))

    def kind(self, index: Index) -> Kind:
        """Return the kind of a line; everything where there is none."""
        return tuple(Kind)[index.row()] if index.isValid() else Kind.ALL

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Kind)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one kind."""
        if not index.isValid():
            return None
        kind = self.kind(index)
        if role in {_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole}:
            return f"{kind.value} ({number(self._counts[kind])})"
        return icon(_DRAWINGS[kind]) if role == _Role.DecorationRole else None


class FilesModel(QAbstractListModel):
    """All units in the first line, then what each file brought."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: tuple[FileOutcome, ...] = ()

    def show_files(self, files: Iterable[FileOutcome]) -> None:
        """Show other files."""
        self.beginResetModel()
        self.files = tuple(files)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.files) + 1

    def unit_id(self, index: Index) -> Id:
        """Return the unit of a line; empty for all."""
        return self.files[index.row() - 1].unit_id if index.row() > 0 else ""

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one file."""
        if not index.isValid():
            return None
        file = self.files[index.row() - 1] if index.row() else None
        words, detail = (_called(file), brought(file)) if file else ("Mọi đơn vị", self._all())
        match role:
            case _Role.DisplayRole:
                return words
            case _Role.ToolTipRole:
                return f"{words}\n{detail}"
            case _Role.AccessibleTextRole:
                return f"{words}, {detail}"
            case int() if role == TWO_LINES:
                return detail
            case int() if role == DRAWING:
                return "error" if file and file.refused else "plan" if file else "table"
            case _:
                return None

    def _all(self) -> str:
        refused = sum(bool(file.refused) for file in self.files)
        changed = number(sum(file.changed for file in self.files))
        unread = f" · {refused} tệp không đọc được" if refused else ""
        return f"{changed} thay đổi trong {len(self.files)} tệp{unread}"


def _called(file: FileOutcome) -> str:
    return file.unit_name or file.file


def brought(file: FileOutcome) -> str:
    """Return what a file brought: 12 thay đổi · Phong-A.xlsx."""
    if file.refused:
        return f"{file.refused} ({file.file})" if file.unit_name else file.refused
    return f"{number(file.changed)} thay đổi · {file.file}"


class Sources(QWidget):
    """Both lists, one below the other."""

    narrowed = Signal()
    """Another kind or another unit is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds, self.files = QListView(), QListView()
        self.kinds_model, self.files_model = KindsModel(self), FilesModel(self)
        self.kinds.setModel(self.kinds_model)
        self.kinds.setItemDelegate(RowDelegate(self.kinds))
        self.kinds.setAccessibleName("Loại giá trị")
        self.kinds.setFixedHeight(len(Kind) * look.ROW + look.GAP)
        self.files.setModel(self.files_model)
        self.files.setItemDelegate(TwoLines(self.files, "plan"))
        self.files.setResizeMode(QListView.ResizeMode.Adjust)
        self.files.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.files.setAccessibleName("Các bảng đơn vị gửi lại")
        for view in (self.kinds, self.files):
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines: QVBoxLayout = column(self.kinds, titled("Đơn vị gửi lại", "", self.files), gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.kinds.setCurrentIndex(self.kinds_model.index(0, 0))
        self.kinds.selectionModel().currentChanged.connect(self._tell)
        self.files.selectionModel().currentChanged.connect(self._tell)

    def _tell(self) -> None:
        self.narrowed.emit()

    def show_files(self, files: Iterable[FileOutcome]) -> None:
        """Show other files, with the cursor on the unit that it was on."""
        row = max(self.files.currentIndex().row(), 0)
        self.files.selectionModel().blockSignals(True)
        self.files_model.show_files(files)
        self.files.setCurrentIndex(self.files_model.index(min(row, self.files_model.rowCount() - 1), 0))
        self.files.selectionModel().blockSignals(False)

    def kind(self) -> Kind:
        """Return the kind to show."""
        return self.kinds_model.kind(self.kinds.currentIndex())

    def unit_id(self) -> Id:
        """Return the unit to show, empty for all."""
        return self.files_model.unit_id(self.files.currentIndex())

    def show_all(self, kind: Kind) -> None:
        """Show one kind of all units."""
        self.files.setCurrentIndex(self.files_model.index(0, 0))
        self.kinds.setCurrentIndex(self.kinds_model.index(tuple(Kind).index(kind), 0))
