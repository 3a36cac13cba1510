"""The list of a paper's lines, whose keys put a line into the plan or keep it out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from tthc_desktop.ui.importing.source_lines import SourceLines
from tthc_desktop.ui.importing.source_model import NUMBER, PLACED, SourceModel

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
        if not self.act(event):
            super().keyPressEvent(event)

    def act(self, event: QKeyEvent) -> bool:
        """Do what a key asks for with the chosen lines; false when it asks for nothing."""
        key, numbers = Qt.Key(event.key()), self.numbers()
        if not numbers or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _PUT:
            self.put.emit(numbers)
        elif key is _Key.Key_Backspace:
            self.joined.emit(numbers)
        elif key in _TURN:
            self.turned.emit(numbers)
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same to the mouse."""
        numbers = self.numbers()
        if not numbers:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.currentIndex().data(PLACED):
            menu.addAction("Để ngoài kế hoạch").triggered.connect(lambda: self.turned.emit(numbers))
        else:
            menu.addAction("Đưa vào kế hoạch").triggered.connect(lambda: self.put.emit(numbers))
            menu.addAction("Nối vào phần trước").triggered.connect(lambda: self.joined.emit(numbers))
        menu.popup(event.globalPos())
