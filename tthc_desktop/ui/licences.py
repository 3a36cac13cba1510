"""Giấy phép: whose works the program is made of, and the words of each licence."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QSplitter, QTreeWidget, QTreeWidgetItem, QWidget

from tthc_desktop.documents.licences import ShippedPart, is_listed, shipped_parts
from tthc_desktop.models.text import fold
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, fit, label, row

_PART = Qt.ItemDataRole.UserRole
_ALL = "Chương trình gồm các phần mềm sau; chọn một dòng để đọc giấy phép của nó."
_OWN = "Chương trình đang chạy từ mã nguồn; danh mục đầy đủ đi cùng chương trình đã cài."


class LicencesDialog(QDialog):
    """The parts on one side, the words of the chosen one's licences on the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Giấy phép")
        words = label(_ALL if is_listed() else _OWN)
        words.setWordWrap(True)
        self.sought = QLineEdit(placeholderText="Tìm theo tên hoặc giấy phép", clearButtonEnabled=True)
        self.sought.setAccessibleName("Tìm theo tên hoặc giấy phép")
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(["Phần mềm", "Giấy phép"])
        self.list.setAccessibleName("Các phần mềm")
        self.words = QPlainTextEdit(readOnly=True)
        self.words.setAccessibleName("Lời của giấy phép")
        for part in shipped_parts():
            self._add(part)
        self.list.currentItemChanged.connect(self._show)
        self.sought.textChanged.connect(self._seek)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.list)
        sides.addWidget(self.words)
        sides.setSizes([420, 480])
        sides.setChildrenCollapsible(False)
        lines = column(words, self.sought, sides, gap=look.ROOM, margin=look.WIDE)
        lines.setStretchFactor(sides, 1)
        lines.addLayout(row(None, button("Đóng", self.reject)))
        self.setLayout(lines)
        self.list.setColumnWidth(0, 220)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        fit(self, QSize(920, 600))

    def _add(self, part: ShippedPart) -> None:
        item = QTreeWidgetItem(self.list, [f"{part.name} {part.version}", part.licence])
        item.setToolTip(1, part.licence)
        item.setData(0, _PART, part)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        self.words.setPlainText(item.data(0, _PART).words() if item is not None else "")

    def _seek(self, typed: str) -> None:
        wanted = fold(typed)
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            if item is not None:
                item.setHidden(wanted not in fold(f"{item.text(0)} {item.text(1)}"))


def show_licences(parent: QWidget) -> None:
    """Open the list."""
    LicencesDialog(parent).open()
