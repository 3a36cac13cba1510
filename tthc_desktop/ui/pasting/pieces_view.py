"""The list of the parts of a proposal, worked with the keyboard as well as with the mouse."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from tthc_desktop.models.editing.parts import Kind, Piece, choices
from tthc_desktop.models.identity import Id
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.controls import shown
from tthc_desktop.ui.pasting.kinds import kind_name
from tthc_desktop.ui.pasting.piece_delegate import BOX, KIND, PieceDelegate
from tthc_desktop.ui.pasting.pieces_model import PIECE, PiecesModel

_Key = Qt.Key
_STEPS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_ENTER = {_Key.Key_Return, _Key.Key_Enter}


class PiecesView(QListView):
    """Enter offers other kinds, Space leaves a part out, Alt+Shift+arrow moves it to another level.

    What is done is done to all chosen parts; each signal tells their identities first.
    """

    remade = Signal(object, object)
    """Parts and the kind that they should be."""
    shifted = Signal(object, int)
    switched = Signal(object)
    """Parts that should be taken or left, whichever they are not now."""
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None, offered: Callable[[Piece], tuple[Kind, ...]] = choices) -> None:
        super().__init__(parent)
        self._offered = offered
        self.parts = PiecesModel(self)
        self.setModel(self.parts)
        self.setItemDelegate(PieceDelegate(self))
        self.setAccessibleName("Các phần sẽ dán")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.menu: QMenu | None = None

    def step(self, step: int) -> None:
        """Move the chosen parts one level in or out."""
        if self.chosen():
            self.shifted.emit(self.chosen(), step)

    def piece(self) -> Piece | None:
        """Return the part that the keys are about."""
        found: Piece | None = self.currentIndex().data(PIECE)
        return found

    def chosen(self) -> tuple[Id, ...]:
        """Return the chosen parts in reading order, the current one among them."""
        rows = {index.row() for index in (*self.selectedIndexes(), self.currentIndex()) if index.isValid()}
        return tuple(self.parts.pieces[row].id for row in sorted(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work on the current part; what does not concern it is left to the list or the window."""
        piece, key = self.piece(), Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        outline = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if key in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
        elif piece is None:
            super().keyPressEvent(event)
        elif key in _STEPS and modifiers in {outline, Qt.KeyboardModifier.NoModifier}:
            self.step(_STEPS[key])
        elif key in {*_ENTER, _Key.Key_F2} and not modifiers:
            self.offer_kinds()
        elif key in {_Key.Key_Space, _Key.Key_Delete} and not modifiers:
            self.switched.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch a part at its box, offer kinds at its kind."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        piece: Piece | None = index.data(PIECE)
        if piece is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if at.x() < BOX:
            self.switched.emit((piece.id,))
        elif at.x() > self.viewport().width() - KIND:
            self.offer_kinds()

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        """Offer kinds to the other button of the mouse."""
        self.offer_kinds()

    def offer_kinds(self) -> QMenu | None:
        """Open the list of kinds that the current part can be; digits choose the first nine. All chosen become it."""
        piece = self.piece()
        if piece is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Loại của phần này")
        for action in self._actions(menu, piece, self._offered(piece)):
            menu.addAction(action)
            if action.isChecked():
                menu.setActiveAction(action)
        rect = self.visualRect(self.currentIndex())
        menu.popup(self.viewport().mapToGlobal(rect.topRight() - _corner()))
        self.menu = menu
        menu.destroyed.connect(self._forget_menu)
        return menu

    def _forget_menu(self) -> None:
        self.menu = None

    def _actions(self, menu: QMenu, piece: Piece, kinds: Iterable[Kind]) -> Iterable[QAction]:
        for place, kind in enumerate(kinds, 1):
            digit = f"&{place}  " if place < 10 else ""
            action = QAction(f"{digit}{shown(kind_name(kind))}", menu)
            action.setCheckable(True)
            action.setChecked(kind == piece.kind)
            action.triggered.connect(lambda _=False, kind=kind: self.remade.emit(self.chosen(), kind))
            yield action

    def choose(self, index: QModelIndex) -> None:
        """Make a part the current one, alone chosen, and bring it into sight."""
        if index.isValid():
            choose(self, index)
            self.scrollTo(index)


def _corner() -> QPoint:
    return QPoint(KIND, -look.GAP)
