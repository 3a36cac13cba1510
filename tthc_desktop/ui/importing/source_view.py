"""The list of a paper's lines, whose keys put a line into the plan or keep it out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from tthc_desktop.ui.importing.source_lines import SourceLines
from tthc_desktop.ui.importing.source_model import NUMBER, SourceModel

_Key = Qt.Key
_PUT = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Insert}
_TURN = {_Key.Key_Space, _Key.Key_Delete}


class SourceView(QListView):
    """Enter puts the chosen lines in, Backspace joins them to the part before, Space leaves their parts out."""

    put = Signal(object)
    joined = Signal(object)
    turned = Signal(object)
    """Numbers of the chosen lines."""

    def __init__(self, lines: SourceModel, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(lines)
        self.setItemDelegate(SourceLines(self, tall=tall))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Các dòng của bản gốc")

    def numbers(self) -> tuple[int, ...]:
        """Return the chosen lines, the current one among them."""
        chosen = {*self.selectedIndexes(), self.currentIndex()}
        return tuple(sorted(int(index.data(NUMBER)) for index in chosen if index.isValid()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what is to be done with the chosen lines."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        numbers = self.numbers()
        if plain and numbers and key in _PUT:
            self.put.emit(numbers)
        elif plain and numbers and key is _Key.Key_Backspace:
            self.joined.emit(numbers)
        elif plain and numbers and key in _TURN:
            self.turned.emit(numbers)
        else:
            super().keyPressEvent(event)
