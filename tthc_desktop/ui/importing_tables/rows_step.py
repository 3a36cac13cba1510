"""Step 3, Xem trước: the rows as they will be taken, and every doubtful cell by its address."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tthc_desktop.models.reconciling.incoming import Key, RowChoice
from tthc_desktop.models.table import RowKind
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.importing_tables.course import Worked, all_doubts, mended_cells, with_words
from tthc_desktop.ui.importing_tables.line_list import Line, LineList
from tthc_desktop.ui.importing_tables.rows_model import place_of
from tthc_desktop.ui.importing_tables.rows_view import RowsView
from tthc_desktop.ui.importing_tables.words import doubt_words, table_words

_KEYS = (
    "Enter: ô phải sửa kế tiếp, hết thì bước sau · F2: sửa ô · Ctrl+Enter: lấy gợi ý · Phím cách ở cột Loại: đổi loại"
)
_LEAST, _MOST, _GRID_LEAST = 2, 8, 160
"""How many doubtful cells are in sight, at least and at most."""


class RowsStep(QWidget):
    """The grid above, the list of doubtful cells below."""

    wished = Signal(object)
    seen = Signal()
    """Enter was pressed and nothing further has to be mended."""

    def __init__(self) -> None:
        super().__init__()
        self._worked: Worked | None = None
        self._is_begun = False
        self.tables = QComboBox()
        self.tables.setAccessibleName("Bảng đang xem")
        self.view = RowsView()
        self.doubts = LineList("Các ô cần xem")
        self.doubts_title = label(bold=True)
        self.keys = label(_KEYS, quiet=True)
        self.keys.setMinimumWidth(1)
        below = QWidget()
        below.setLayout(column(self.doubts_title, self.doubts))
        self.below = below
        self.view.setMinimumHeight(_GRID_LEAST)
        lines = column(self.tables, self.view, self.below, self.keys, margin=look.SPACE)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.tables.activated.connect(self._show_table)
        self.view.rows.typed.connect(self._mend)
        self.view.rows.kind_wanted.connect(self._turn)
        self.view.left.connect(self._go_on)
        self.doubts.clicked.connect(self._go)
        self.doubts.activated.connect(self._go)

    def show_worked(self, worked: Worked) -> None:
        """Show the rows as they are now."""
        self._worked = worked
        before = self.tables.currentData()
        self.tables.clear()
        for table in worked.incoming.tables:
            self.tables.addItem(table_words(table), table.key)
        self.tables.setCurrentIndex(max(0, self.tables.findData(before)) if self.tables.count() else -1)
        self.tables.setVisible(self.tables.count() > 1)
        found = all_doubts(worked.incoming)
        self.doubts.show_lines(
            [Line(doubt_words(one[2]), None, "error" if one[2].grave else "warning", one) for one in found]
        )
        self.doubts_title.setText(f"Ô cần xem ({len(found)})")
        self.below.setVisible(bool(found))
        self.doubts.setMinimumHeight(min(len(found), _LEAST) * look.ROW + 2)
        title = self.doubts_title.sizeHint().height() + look.SPACE
        self.below.setMaximumHeight(min(len(found), _MOST) * look.ROW + 2 + title)
        self._show_table()

    def _show_table(self) -> None:
        worked, key = self._worked, self.tables.currentData()
        tables = worked.incoming.tables if worked else ()
        table = next((one for one in tables if one.key == key), None)
        if worked is None:
            return
        self.view.rows.show_table(table, worked.numbers.get(key, ()), mended_cells(worked))

    def _go(self, index: QModelIndex) -> None:
        what = self.doubts.model_of_lines.lines[index.row()].what
        if isinstance(what, tuple):
            table, row, doubt = what
            self.go_to(table, row, doubt.column_id)

    def _go_on(self) -> None:
        """Go to the next cell that has to be mended; behind the last one the step is done."""
        tables = self._worked.incoming.tables if self._worked else ()
        now = self.view.currentIndex()
        here = (self.tables.currentIndex(), now.row(), now.column())
        for place, table in enumerate(tables[max(0, here[0]) :], max(0, here[0])):
            for at, one in enumerate(table.rows):
                for doubt in one.doubts:
                    if doubt.grave and (place, at, place_of(table, doubt.column_id)) > here:
                        self.go_to(table.key, one.key, doubt.column_id)
                        return
        self.seen.emit()

    def go_to(self, table: Key, row: Key, column_id: str = "") -> None:
        """Put the cursor on a cell."""
        self.tables.setCurrentIndex(self.tables.findData(table))
        self._show_table()
        shown = self.view.rows.table
        if shown is None:
            return
        place = next((at for at, one in enumerate(shown.rows) if one.key == row), -1)
        if place >= 0:
            index = self.view.rows.index(place, self.view.rows.column_of(column_id))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            self.view.setFocus()

    def _mend(self, row: Key, column_id: str, words: str) -> None:
        if self._worked is not None:
            self.wished.emit(with_words(self._worked.wishes, row, column_id, words))

    def _turn(self, row: Key, kind: RowKind) -> None:
        if self._worked is not None:
            wishes = self._worked.wishes
            before = wishes.rows.get(row, RowChoice())
            self.wished.emit(replace(wishes, rows={**wishes.rows, row: replace(before, kind=kind)}))

    def begin(self) -> None:
        """Give the keyboard to the first cell to be mended or seen, else the first row; later to where it was left."""
        rows, found = self.view.rows, all_doubts(self._worked.incoming) if self._worked else ()
        if not self._is_begun and found:
            table, row, doubt = next((one for one in found if one[2].grave), found[0])
            self.go_to(table, row, doubt.column_id)
        elif not self._is_begun and rows.rowCount():
            self.view.setCurrentIndex(rows.index(0, min(2, rows.columnCount() - 1)))
        self._is_begun = bool(rows.rowCount())
        self.view.setFocus()
