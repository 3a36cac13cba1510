"""The list that opens below an arrow in the head: sort, look for words, choose values."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from tthc_desktop.models.table import Column
from tthc_desktop.models.table_filter import Wanted
from tthc_desktop.models.text import fold
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, row
from tthc_desktop.ui.plan.names import short

PAUSE = 150
EVERY, NOTHING = "(Chọn tất cả)", "(Ô trống)"
_SIZE = QSize(320, 400)
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_VALUE = Qt.ItemDataRole.UserRole


class FilterPopup(QFrame):
    """Asks which rows of a table are to be seen; the search only narrows the list and never touches what is typed."""

    chosen = Signal(object)
    """What is wanted of the column."""
    sorted = Signal(bool)
    """The table is to be sorted, descending or not."""

    def __init__(self, parent: QWidget, of: Column, values: Sequence[str], wanted: Wanted) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"Lọc cột {of.title}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.items = QStandardItemModel(self)
        self.search = QLineEdit()
        self.list = QListView()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._narrow)
        self._fill(values, wanted)
        self._build(wanted)

    def _fill(self, values: Sequence[str], wanted: Wanted) -> None:
        self._add(EVERY, None, on=wanted.values is None)
        for value in values:
            self._add(short(value, 90) or NOTHING, value, on=wanted.values is None or value in wanted.values)
        self.items.itemChanged.connect(self._ticked)

    def _add(self, words: str, value: str | None, *, on: bool) -> None:
        item = QStandardItem(words)
        item.setEditable(False)
        item.setCheckable(True)
        item.setCheckState(_ON if on else _OFF)
        item.setData(value, _VALUE)
        self.items.appendRow(item)

    def _build(self, wanted: Wanted) -> None:
        self.search.setPlaceholderText("Có chữ…")
        self.search.setAccessibleName("Có chữ")
        self.search.setText(wanted.words)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.take)
        self.list.setAccessibleName("Các giá trị của cột")
        self.list.setModel(self.items)
        self.list.setUniformItemSizes(True)
        up = button("Sắp xếp tăng dần", lambda: self._sort(descending=False), link=True)
        down = button("Sắp xếp giảm dần", lambda: self._sort(descending=True), link=True)
        clear = button("Bỏ lọc cột này", lambda: self._answer(Wanted()))
        foot = row(clear, None, button("Lọc", self.take, main=True))
        lines = column(gap=look.SPACE, margin=look.ROOM)
        lines.addLayout(row(up, down, None, gap=0))
        lines.addWidget(self.search)
        lines.addWidget(self.list)
        lines.addLayout(foot)
        self.setLayout(lines)
        self._narrow()

    def show_below(self, place: QRect) -> None:
        """Open below a part of the screen, inside the screen."""
        self.resize(_SIZE)
        room = self.screen().availableGeometry()
        left = max(min(place.left(), room.right() - _SIZE.width()), room.left())
        top = max(min(place.bottom() + 1, room.bottom() - _SIZE.height()), room.top())
        self.move(left, top)
        self.show()
        self.search.setFocus()

    def _shown(self) -> list[QStandardItem]:
        items = [self.items.item(place) for place in range(1, self.items.rowCount())]
        return [item for item in items if not self.list.isRowHidden(item.row())]

    def _narrow(self) -> None:
        """Show the values that have the words, with or without accents."""
        words = fold(self.search.text())
        for place in range(1, self.items.rowCount()):
            hidden = bool(words) and words not in fold(str(self.items.item(place).data(_VALUE)))
            if self.list.isRowHidden(place) != hidden:
                self.list.setRowHidden(place, hidden)

    def _ticked(self, item: QStandardItem) -> None:
        """Let (Chọn tất cả) tick every value in the list, and show whether all are ticked."""
        self.items.blockSignals(True)
        every = self.items.item(0)
        if item is every:
            for other in self._shown():
                other.setCheckState(every.checkState())
        else:
            every.setCheckState(_ON if all(other.checkState() is _ON for other in self._shown()) else _OFF)
        self.items.blockSignals(False)
        self.list.viewport().update()

    def take(self) -> None:
        """Filter by what is ticked in the list; with all ticked, by the words."""
        self._narrow()
        shown = self._shown()
        ticked = frozenset(str(item.data(_VALUE)) for item in shown if item.checkState() is _ON)
        if len(ticked) == len(shown):
            self._answer(Wanted(words=self.search.text().strip()))
        else:
            self._answer(Wanted(values=ticked))

    def _answer(self, wanted: Wanted) -> None:
        self.close()
        self.chosen.emit(wanted)

    def _sort(self, *, descending: bool) -> None:
        self.close()
        self.sorted.emit(descending)
