"""The parts under review: what each is, how deep it stands, and whether it is taken."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.models.editing.parts import Piece
from tthc_desktop.models.identity import Id
from tthc_desktop.ui.pasting.kinds import kind_name

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
PIECE, TAKEN = _Role.UserRole, _Role.UserRole + 1


class PiecesModel(QAbstractListModel):
    """One line for each paragraph and table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pieces: tuple[Piece, ...] = ()
        self._left: frozenset[Id] = frozenset()
        self._rows: dict[Id, int] = {}

    def show_pieces(self, after: tuple[Piece, ...], left: frozenset[Id]) -> None:
        """Show other parts; while they are the same ones, the lines stay where they are."""
        before = self.pieces
        if [piece.id for piece in before] == [piece.id for piece in after]:
            self.pieces, self._left = after, left
            if after:
                self.dataChanged.emit(self.index(0, 0), self.index(len(after) - 1, 0))
            return
        self.beginResetModel()
        self.pieces, self._left = after, left
        self._rows = {piece.id: row for row, piece in enumerate(after)}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.pieces)

    def index_of(self, part_id: Id) -> QModelIndex:
        """Return the line of a part."""
        row = self._rows.get(part_id, -1)
        return self.index(row, 0) if row >= 0 else QModelIndex()

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one part."""
        if not index.isValid():
            return None
        piece = self.pieces[index.row()]
        words = " ".join(f"{piece.number} {piece.words}".split())
        taken = piece.id not in self._left
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return words
            case _Role.AccessibleTextRole:
                left = "" if taken else "để lại, "
                details = "".join(f"; {detail}" for detail in piece.details)
                return f"{left}{kind_name(piece.kind)}, bậc {piece.depth + 1}: {words}{details}"
            case int() if role == PIECE:
                return piece
            case int() if role == TAKEN:
                return taken
            case _:
                return None
