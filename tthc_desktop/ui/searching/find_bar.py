"""The bar below the text of a plan in which words are looked for and replaced."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tthc_desktop.models.searching.matching import Query
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, column, label, row, tool
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.searching.field import SearchField
from tthc_desktop.ui.searching.options import Options


class FindBar(QWidget):
    """A line to find with, and below it, when it is asked for, a line to replace with."""

    asked = Signal()
    """Other words or options are to be looked for."""
    stepped = Signal(int)
    """Go on to the next hit, or back to the one before."""
    replacing = Signal(bool)
    """Replace the hit in front, or all of them."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAccessibleName("Tìm và thay")
        self.words = SearchField("Tìm trong kế hoạch")
        self.other = SearchField("Thay bằng")
        self.options = Options()
        self.count = label(quiet=True)
        self.capitals = QCheckBox("Giữ kiểu chữ hoa")
        self.capitals.setToolTip("Chỗ tìm thấy viết hoa thì chữ thay vào cũng viết hoa")
        self._lower = QWidget()
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        before = tool("Chỗ trước (Shift+F3)", lambda: self.stepped.emit(-1), "up")
        after = tool("Chỗ kế tiếp (F3)", lambda: self.stepped.emit(1), "down")
        close = tool("Đóng (Esc)", self.left.emit, "close")
        upper = row(self.words, self.count, before, after, self.options, close, gap=look.GAP)
        upper.setStretchFactor(self.words, 1)
        one = button("Thay", lambda: self.replacing.emit(False))
        every = button("Thay tất cả", lambda: self.replacing.emit(True))
        lower = row(self.other, self.capitals, one, every, gap=look.SPACE)
        lower.setStretchFactor(self.other, 1)
        self._lower.setLayout(lower)
        self._lower.hide()
        lines = column(gap=look.GAP)
        lines.setContentsMargins(look.ROOM, look.GAP + 2, look.SPACE, look.GAP + 2)
        lines.addLayout(upper)
        lines.addWidget(self._lower)
        self.setLayout(lines)
        self.words.setMinimumWidth(90)
        self.other.setMinimumWidth(90)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("888/888"))

    def _connect(self) -> None:
        self.words.paused.connect(self.asked)
        self.options.changed.connect(self.asked)
        self.words.entered.connect(lambda back: self.stepped.emit(-1 if back else 1))
        self.other.entered.connect(lambda _: self.replacing.emit(False))
        for field in (self.words, self.other):
            field.left.connect(self.left)

    def open(self, words: str, *, other: bool) -> None:
        """Show the bar with the keyboard in it, looking for `words` where there are any."""
        if other and self._lower.isHidden():
            self.options.demand_accents()
        if other or self.isHidden():
            self._lower.setVisible(other)
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self.asked.emit()

    def only_find(self) -> None:
        """Put the line for other words away: nothing may be replaced."""
        if self.other.hasFocus():
            self.words.setFocus()
        self._lower.hide()

    def show_query(self, query: Query) -> None:
        """Show what something else was looking for."""
        self.words.setText(query.words)
        self.options.show_query(query)

    def query(self) -> Query:
        """Return what is to be looked for, the word being composed included."""
        if self.words.composing:
            end_composing()
        self.words.hurry()
        return self.options.query(self.words.text())

    def replacement(self) -> str:
        """Return what is to stand in its place."""
        if self.other.composing:
            end_composing()
        return self.other.text()

    def show_count(self, now: int, whole: int, exact: int, others: int = 0) -> None:
        """Say which hit of how many is in front; `now` counts from 1, `others` have other accents."""
        if not self.words.text():
            said = ""
        elif not whole:
            said = f"Không thấy, {number(others)} khác dấu" if others else "Không thấy"
        else:
            said = f"{number(now)}/{number(whole)}"
        self.count.setText(said)
        self.count.setAccessibleName(f"Chỗ {now} trong {whole} chỗ" if whole else said or "Số chỗ tìm thấy")
        self.count.setToolTip(f"{exact} chỗ đúng từng dấu, {whole - exact} chỗ khác dấu" if whole else "")
