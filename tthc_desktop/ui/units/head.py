"""The strip above the register of units: searching, filtering, counting, and what can be done."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, label, row

Slot = Callable[[], object]


class Doing(NamedTuple):
    """What the buttons do."""

    change: Slot
    join: Slot
    propose: Slot
    add: Slot


class UnitsHead(QWidget):
    """Shows nothing of its own accord but how many units there are."""

    def __init__(self, doing: Doing) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.in_force = QCheckBox("Đang hoạt động")
        self.change = button("Thay đổi…", doing.change)
        self.join = button("Gộp hai đơn vị…", doing.join)
        self._count = label(quiet=True)
        self.search.setPlaceholderText("Tìm theo tên, tên ngắn, tên gọi khác")
        self.search.setAccessibleName("Tìm đơn vị")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)
        self.in_force.setToolTip("Chỉ hiện đơn vị đang hoạt động; ẩn đơn vị đã ngừng, đã nhập vào đơn vị khác")
        self.change.setToolTip("Đổi tên, sáp nhập, chia tách, ngừng hoạt động từ một ngày")
        self.join.setToolTip("Chọn hai hàng của cùng một đơn vị rồi gộp làm một")
        from_plans = button("Lấy từ các kế hoạch…", doing.propose)
        add = button("Thêm đơn vị", doing.add, main=True)
        line = row(self.search, self._count, self.in_force, self.change, self.join, from_plans, add)
        line.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        line.setStretch(0, 1)
        self.setObjectName("strip")
        self.setLayout(line)

    def count(self, shown: int, known: int) -> None:
        """Tell how many units there are, and how many of them are shown."""
        self._count.setText(f"{shown}/{known} đơn vị" if shown < known else f"{known} đơn vị")

    def choose(self, chosen: int) -> None:
        """Let only those buttons work that have something to do."""
        self.join.setEnabled(chosen == 2)
        self.change.setEnabled(bool(chosen))
