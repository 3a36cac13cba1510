"""Arranging the columns of a table: which there are, their titles, common titles, order and widths."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tthc_desktop.models.new_table import TITLES, new_column
from tthc_desktop.models.table import Column, Role, Table
from tthc_desktop.models.text import clean, plain
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, fit, label, row
from tthc_desktop.ui.plan.table.widths import shares

_TITLE, _OVER, _ROLE, _WIDTH = range(4)
_HEADS = ("Tên cột", "Tiêu đề chung ở trên", "Cột chứa", "Rộng (%)")
HOLDS = {
    Role.NUMBER: "Số thứ tự",
    Role.CONTENT: "Nội dung",
    Role.LEAD: "Đơn vị chủ trì",
    Role.COORDINATE: "Đơn vị phối hợp",
    Role.RESULT: "Kết quả, sản phẩm",
    Role.DEADLINE: "Thời gian",
    Role.UNIT: "Đơn vị tính",
    Role.VALUE: "Chỉ tiêu",
    Role.BASIS: "Căn cứ",
    Role.NOTE: "Ghi chú",
    Role.FREE: "Tự do",
}


class ColumnsDialog(QDialog):
    """A list of the columns; nothing changes before it is accepted as a whole."""

    chosen = Signal(object)
    """The columns as they are wanted."""

    def __init__(self, parent: QWidget, table: Table, pixels: Sequence[int]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Cột của bảng")
        self.columns: list[Column] = list(table.columns)
        self._parts = dict(shares(table.columns, pixels))
        self.list = QTableWidget(0, len(_HEADS))
        self.automatic = QCheckBox("Để độ rộng tự động theo nội dung")
        self.automatic.setChecked(not all(one.width > 0 for one in table.columns))
        self.adding = QMenu("Thêm cột", self)
        self._build()
        self._show(0)

    def _build(self) -> None:
        self.list.setAccessibleName("Các cột của bảng")
        self.list.setHorizontalHeaderLabels(_HEADS)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(look.CONTROL)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setPalette(_quiet(self.list.palette()))
        head = self.list.horizontalHeader()
        head.setFixedHeight(look.CONTROL)
        head.setHighlightSections(False)
        head.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_OVER, QHeaderView.ResizeMode.Stretch)
        self.list.setColumnWidth(_ROLE, 140)
        self.list.itemChanged.connect(self._typed)
        self.automatic.toggled.connect(lambda _: self._show(self.list.currentRow()))
        add = button("Thêm cột", lambda: None)
        add.setMenu(self.adding)
        self.adding.setAccessibleName("Thêm cột")
        self.adding.aboutToShow.connect(self.offer)
        side = column(
            add,
            button("Bỏ cột", self.remove),
            button("Chuyển lên", lambda: self.shift(-1)),
            button("Chuyển xuống", lambda: self.shift(1)),
            button("Đặt tiêu đề chung", self.group),
            button("Bỏ tiêu đề chung", self.ungroup),
            None,
        )
        middle = row(self.list, gap=look.ROOM)
        middle.addLayout(side)
        hint = label(
            "Gõ thẳng vào ô để đổi tên. Chọn nhiều hàng liền nhau để đặt một tiêu đề chung ở trên.", quiet=True
        )
        hint.setWordWrap(True)
        lines = column(hint, gap=look.ROOM, margin=look.WIDE)
        lines.addLayout(middle, 1)
        lines.addWidget(self.automatic)
        lines.addLayout(row(None, button("Để như cũ", self.reject), button("Đổi cột", self._take, main=True)))
        self.setLayout(lines)
        fit(self, QSize(860, 520))

    def _show(self, here: int) -> None:
        self.list.blockSignals(True)
        self.list.setRowCount(len(self.columns))
        whole = sum(self._parts.get(one.id, 0.0) for one in self.columns) or 1
        for place, one in enumerate(self.columns):
            width = "" if self.automatic.isChecked() else f"{100 * self._parts.get(one.id, 0) / whole:.1f}"
            said = (str(one.title), str(one.over), HOLDS[one.role], width.replace(".", ","))
            for number, words in enumerate(said):
                item = QTableWidgetItem(words)
                fixed = number == _ROLE or (number == _WIDTH and self.automatic.isChecked())
                if fixed:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                    item.setForeground(self.palette().placeholderText())
                self.list.setItem(place, number, item)
        self.list.blockSignals(False)
        self.list.setCurrentCell(min(max(here, 0), len(self.columns) - 1), _TITLE)

    def _typed(self, item: QTableWidgetItem) -> None:
        place, words = item.row(), clean(item.text()).strip()
        one = self.columns[place]
        if item.column() == _TITLE:
            self.columns[place] = replace(one, title=plain(words)) if words != str(one.title) else one
        elif item.column() == _OVER:
            self.columns[place] = replace(one, over=plain(words)) if words != str(one.over) else one
        elif item.column() == _WIDTH:
            self._parts[one.id] = _percent(words) or self._parts.get(one.id, 0.0)

    def offer(self) -> None:
        """Fill the menu of columns that can be added."""
        self.adding.clear()
        there = {one.role for one in self.columns}
        for role in TITLES:
            if role is Role.FREE or role not in there:
                words = "Cột tự do" if role is Role.FREE else HOLDS[role]
                self.adding.addAction(words).triggered.connect(lambda _=False, role=role: self.add(role))

    def add(self, role: Role) -> None:
        """Put a column behind the current one."""
        place = self.list.currentRow() + 1
        made = new_column(role)
        self._parts[made.id] = sum(self._parts.values()) / max(len(self._parts), 1)
        self.columns.insert(place, made)
        self._show(place)

    def _rows(self) -> list[int]:
        return sorted({index.row() for index in self.list.selectedIndexes()})

    def remove(self) -> None:
        """Take the chosen columns out; one stays."""
        chosen = self._rows()
        kept = [one for place, one in enumerate(self.columns) if place not in chosen]
        if chosen and kept:
            self.columns = kept
            self._show(chosen[0])

    def shift(self, step: int) -> None:
        """Move the current column one place."""
        place = self.list.currentRow()
        if 0 <= place + step < len(self.columns):
            self.columns.insert(place + step, self.columns.pop(place))
            self._show(place + step)

    def group(self) -> None:
        """Put the chosen columns under one title and open it."""
        chosen = self._rows()
        if not chosen:
            return
        over = next((self.columns[n].over for n in chosen if self.columns[n].over), plain("Tiêu đề chung"))
        for place in chosen:
            self.columns[place] = replace(self.columns[place], over=over)
        self._show(chosen[0])
        self.list.setCurrentCell(chosen[0], _OVER)

    def ungroup(self) -> None:
        """Take the common title from the chosen columns."""
        for place in self._rows():
            self.columns[place] = replace(self.columns[place], over=plain(""))
        self._show(self.list.currentRow())

    def wanted(self) -> tuple[Column, ...]:
        """Return the columns as they are wanted."""
        if self.automatic.isChecked():
            return tuple(one if not one.width else replace(one, width=0.0) for one in self.columns)
        parts = [round(self._parts.get(one.id, 1.0), 2) for one in self.columns]
        return tuple(
            one if one.width == part else replace(one, width=part)
            for one, part in zip(self.columns, parts, strict=True)
        )

    def _take(self) -> None:
        self.list.setCurrentCell(self.list.currentRow(), _ROLE)
        self.accept()
        self.chosen.emit(self.wanted())


def _quiet(palette: QPalette) -> QPalette:
    """Return a palette in which chosen rows are no louder than in the other lists."""
    palette.setColor(QPalette.ColorRole.Highlight, QColor(look.colours().chosen))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(look.colours().text))
    return palette


def _percent(words: str) -> float:
    """Return the part of the width that was typed, 0 when it is none."""
    try:
        return min(max(float(words.replace(",", ".").rstrip("% ")), 0.0), 100.0)
    except ValueError:
        return 0.0
