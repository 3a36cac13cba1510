"""The view of the grid of returned values, and its keys."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from tthc_desktop.models.merge.values import Compared, Spot
from tthc_desktop.ui.merging.spots_delegate import SpotsDelegate, tall
from tthc_desktop.ui.merging.spots_model import CURRENT, RETURNED, WHAT, SpotsModel

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_WHAT_PART, _WHAT_WIDEST = 0.3, 280


class Wish(NamedTuple):
    """What the clerk wants with the value under the cursor: one answer further, or all of its unit."""

    step: int = 0
    toggle: bool = False
    whole_unit: bool = False


_KEYS = {
    (_Key.Key_Left, False): Wish(step=-1),
    (_Key.Key_Right, False): Wish(step=1),
    (_Key.Key_Space, False): Wish(toggle=True),
    (_Key.Key_Left, True): Wish(step=-1, whole_unit=True),
    (_Key.Key_Right, True): Wish(step=1, whole_unit=True),
}


class SpotsView(QTableView):
    """Lines of one height; the arrows go and choose, a click on a value chooses it."""

    wished = Signal(object)
    sought = Signal(int)
    """The next conflict is wanted, or with -1 the one before."""
    looked_at = Signal(object)
    """The value under the cursor, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("spots")
        self.setAccessibleName("Các giá trị đơn vị gửi lại")
        self.spots = SpotsModel(self)
        self.setModel(self.spots)
        self.delegate = SpotsDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(tall(self.fontMetrics().height()))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(60)
        self.selectionModel().currentChanged.connect(self._look)

    def _look(self, index: QModelIndex) -> None:
        self.looked_at.emit(self.spots.spot(index.row()))

    def current(self) -> Compared | None:
        """Return the value under the cursor."""
        return self.spots.spot(self.currentIndex().row())

    def go_to_row(self, row: int) -> None:
        """Put the cursor on a line, with the heading above it in sight."""
        index = self.spots.index(row, 0)
        if row and self.spots.spot(row - 1) is None:
            self.scrollTo(self.spots.index(row - 1, 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def go_to_spot(self, spot: Spot) -> bool:
        """Put the cursor on a value; false where it is not shown."""
        found = (row for row, one in enumerate(self.spots.lines) if isinstance(one, Compared) and one.spot == spot)
        row = next(found, -1)
        if row >= 0:
            self.go_to_row(row)
        return row >= 0

    def go_to_first(self) -> None:
        """Put the cursor on the first value."""
        self._go_to_end(1)

    def _go_to_end(self, step: int) -> None:
        """Put the cursor on the first value, or with -1 on the last."""
        rows = range(self.spots.rowCount())[::step]
        self.go_to_row(next((row for row in rows if self.spots.spot(row)), 0))

    def row_of(self, wanted: Callable[[Compared], bool], step: int) -> int:
        """Return the next line that is wanted, or the next before, going round; -1 where there is none."""
        count, here = self.spots.rowCount(), self.currentIndex().row()
        for distance in range(1, count + 1):
            row = (here + step * distance) % count
            one = self.spots.spot(row)
            if one is not None and wanted(one):
                return row
        return -1

    def type_value(self) -> None:
        """Open the line to type a value into."""
        if self.current() is not None:
            self.edit(self.spots.index(self.currentIndex().row(), RETURNED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, type, or go."""
        bare = event.modifiers() & ~_Modifier.KeypadModifier
        wish = _KEYS.get((_Key(event.key()), bare == _Modifier.ControlModifier))
        if event.key() in {_Key.Key_Home, _Key.Key_End}:
            self._go_to_end(1 if event.key() == _Key.Key_Home else -1)
        elif wish is not None and bare in {_Modifier.NoModifier, _Modifier.ControlModifier}:
            self.wished.emit(wish)
        elif event.key() == _Key.Key_F2:
            self.type_value()
        elif event.key() in {_Key.Key_N, _Key.Key_P}:
            self.sought.emit(1 if event.key() == _Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the line; a click on a value chooses it, another one the next answer."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        one = self.spots.spot(index.row())
        if one is not None and event.button() == Qt.MouseButton.LeftButton:
            self._click(index.column())

    def _click(self, column: int) -> None:
        if column == CURRENT:
            self.wished.emit(Wish(step=-99))
        elif column == RETURNED:
            self.wished.emit(Wish(step=1))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of two for one more, which Qt would not."""
        self.mousePressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do not look for lines by their first letters: letters are keys here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first column its part."""
        super().resizeEvent(event)
        self.setColumnWidth(WHAT, min(round(self.viewport().width() * _WHAT_PART), _WHAT_WIDEST))
