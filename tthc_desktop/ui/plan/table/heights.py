"""The heights of a grid's rows: only those in sight are measured."""

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from tthc_desktop.models.editing.merging import run
from tthc_desktop.models.identity import Id
from tthc_desktop.ui import look
from tthc_desktop.ui.plan.cell_editor import CellDelegate
from tthc_desktop.ui.plan.table_model import TableModel

_SEARCHES = 30


class Heights:
    """Gives rows the height of their words when they come into sight."""

    def __init__(self, view: QTableView, cells: TableModel, delegate: CellDelegate) -> None:
        self._view, self._cells, self._delegate = view, cells, delegate
        self.fitted: set[Id] = set()
        """The rows that have been measured."""
        self._seeking = False
        self._later = QTimer(view, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        view.verticalScrollBar().valueChanged.connect(lambda _: self.fit_visible())
        cells.dataChanged.connect(self._forget)

    def soon(self) -> None:
        """Measure once everything else is done."""
        self._later.start()

    def seek(self) -> None:
        """Keep the cell in sight that keys or commands went to; under the mouse nothing may move."""
        self._seeking = not QGuiApplication.mouseButtons()
        self.soon()

    def forget_all(self) -> None:
        """Measure every row anew when it comes into sight."""
        self.fitted.clear()
        self.soon()

    def _forget(self, first: QModelIndex, last: QModelIndex, roles: list[int] | None = None) -> None:
        if not roles:
            self.fitted -= set(self._cells.ids[first.row() : last.row() + 1])
        self.soon()

    def _settle(self) -> None:
        """Fit the rows in sight; as that moves the rows below, look for the current cell again."""
        self.fit_visible()
        for _ in range(_SEARCHES if self._seeking else 0):
            self._view.updateGeometries()
            before = self._view.verticalScrollBar().value()
            self._view.scrollTo(self._view.currentIndex())
            if self._view.verticalScrollBar().value() == before:
                break
        self._seeking = False

    def fit_visible(self) -> None:
        """Give the rows in sight the height of their words, and no others."""
        view = self._view
        place, bottom = max(view.rowAt(0), 0), view.viewport().height()
        while place < self._cells.rowCount() and view.rowViewportPosition(place) <= bottom:
            row_id = self._cells.ids[place]
            if row_id not in self.fitted:
                self.fitted.add(row_id)
                view.setRowHeight(place, self._needed(place))
            place += 1

    def _needed(self, place: int) -> int:
        heights, view = [look.ROW], self._view
        columns = self._cells.table.columns
        number = 0
        while number < len(columns):
            across = view.columnSpan(place, number)
            width = sum(view.columnWidth(n) for n in range(number, min(number + across, len(columns))))
            here = self._cells.place_in_table(place)
            first, end = run(self._cells.table.rows, here, columns[number].id) if across == 1 else (here, here + 1)
            whole = self._delegate.height(self._cells.index(place, number), width)
            heights.append(whole // (end - first))
            number += max(across, 1)
        return max(heights)
