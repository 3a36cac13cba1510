"""The paper that was read: its pages or its lines, what became of the chosen line, and what can be done with it."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QListView, QSizePolicy, QStackedWidget, QToolButton, QWidget

from tthc_desktop.documents.reading.draft import Draft, Place
from tthc_desktop.models.identity import Id
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.importing.paper_pages import PaperPages
from tthc_desktop.ui.importing.source_model import FATE, PLACED, STOOD, SourceModel
from tthc_desktop.ui.importing.source_view import SourceView
from tthc_desktop.ui.plan.names import number as counted
from tthc_desktop.ui.plan.names import short

_Flag = QItemSelectionModel.SelectionFlag
_LONGEST = 200


class Original(QWidget):
    """Shows where each line went and marks the lines of what is chosen elsewhere."""

    looked_at = Signal(int)
    """A line that was chosen here."""
    pages_wanted = Signal()
    """The pages should be shown that are still to be made."""

    def __init__(self, draft: Draft, pages: bytes = b"") -> None:
        super().__init__()
        self.model = SourceModel(draft, self, draft.originals)
        self.lines = SourceView(self.model, tall=bool(draft.originals))
        self.pages = PaperPages(draft.places)
        self._stack = QStackedWidget()
        self._fate, self._chosen = label(quiet=True), label()
        self._switch = QWidget()
        self._buttons: list[QToolButton] = []
        self.put_in = button("Đưa vào kế hoạch", lambda: self.lines.put.emit(self.lines.numbers()), link=True)
        self.join = button("Nối vào phần trước", lambda: self.lines.joined.emit(self.lines.numbers()), link=True)
        self.leave_out = button("Để ngoài", lambda: self.lines.turned.emit(self.lines.numbers()), link=True)
        self._build()
        self.lines.selectionModel().currentChanged.connect(self._look)
        self.lines.selectionModel().selectionChanged.connect(lambda *_: self._say_chosen())
        self.pages.hit.connect(self._hit)
        self._switch.hide()
        self.show_pages(on=False)
        if pages:
            self.take_pages(pages, draft.places)

    def _build(self) -> None:
        self._stack.addWidget(self.lines)
        self._stack.addWidget(self.pages)
        group = QButtonGroup(self)
        for words, tip, on in (
            ("Trang", "Xem các trang của tệp", True),
            ("Chữ", "Xem từng dòng đọc được", False),
        ):
            made = QToolButton()
            made.setText(words)
            made.setToolTip(tip)
            made.setAccessibleName(tip)
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, on=on: self._ask_for(on=on))
            group.addButton(made)
            self._buttons.append(made)
        self._switch.setLayout(row(*self._buttons, gap=look.GAP))
        for each, keys in (
            (self.put_in, "Thành một đoạn ở đúng chỗ của dòng (Enter)"),
            (self.join, "Nối chữ của dòng vào cuối phần ngay trước (Backspace)"),
            (self.leave_out, "Phần có dòng này không vào kế hoạch (Space)"),
        ):
            each.setToolTip(keys)
        self._chosen.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chosen.setWordWrap(True)
        head, foot = QWidget(), QWidget()
        head.setObjectName("strip")
        foot.setObjectName("strip")
        line = row(label("Bản gốc", bold=True), self._fate, None, self._switch)
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        head.setLayout(line)
        head.setMinimumHeight(look.CONTROL + look.GAP)
        below = row(self._chosen, self.put_in, self.join, self.leave_out, gap=look.GAP)
        below.setStretch(0, 1)
        below.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        foot.setLayout(below)
        lines = column(head, self._stack, foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    # What is shown

    def offer_pages(self) -> None:
        """Offer pages that are made when they are asked for."""
        self._switch.show()

    def take_pages(self, data: bytes, places: Mapping[int, Place]) -> None:
        """Show the pages of the file, in which the lines have these places."""
        self.pages.place_lines(places)
        self.pages.show_file(data)
        self.pages.show_lines(self.lines.numbers())
        self._switch.setVisible(self.pages.pages > 0)
        self.show_pages(on=self.pages.pages > 0)

    def _ask_for(self, *, on: bool) -> None:
        """Show what a button asks for, or have it made."""
        made = self.pages.pages > 0
        self.show_pages(on=on and made)
        if on and not made:
            self._buttons[0].setEnabled(False)
            self.pages_wanted.emit()

    @Slot()
    def let_ask(self) -> None:
        """Let the pages be asked for again: they are not being made any longer."""
        self._buttons[0].setEnabled(True)

    def show_pages(self, *, on: bool) -> None:
        """Show the pages of the file, or its lines."""
        self._stack.setCurrentWidget(self.pages if on else self.lines)
        pages, words = self._buttons
        (pages if on else words).setChecked(True)
        self._say_chosen()

    def view(self) -> QWidget:
        """Return what is shown now."""
        return self.pages if self._stack.currentIndex() else self.lines

    def show_fates(self, placed: Mapping[int, Id], fates: Mapping[int, str]) -> None:
        """Say where the lines go now."""
        self.model.show_fates(placed, fates)
        whole, left = self.model.rowCount(), self.model.unplaced
        self._fate.setText(f"{counted(whole)} dòng: {counted(whole - left)} đã xếp, {counted(left)} chưa xếp")
        self._say_chosen()

    def mark(self, numbers: Iterable[int]) -> None:
        """Choose lines, which are not told, and bring them into sight."""
        lines, chosen = [*numbers], self.lines.selectionModel()
        blocked = chosen.blockSignals(True)
        chosen.clear()
        for number in reversed(lines[:_LONGEST]):
            chosen.setCurrentIndex(self.model.index_of_line(number), _Flag.Select)
        chosen.blockSignals(blocked)
        self.lines.viewport().update()
        if lines:
            self.lines.scrollTo(self.model.index_of_line(lines[0]), QListView.ScrollHint.EnsureVisible)
        self.pages.show_lines(lines)
        self._say_chosen()

    # What is chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys of the lines work beside the pages as well."""
        if self.view() is not self.pages or not self.lines.act(event):
            super().keyPressEvent(event)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(self.model.number(index))

    def _hit(self, number: int) -> None:
        """Choose the line that was clicked on a page; a second click on it chooses it again."""
        index = self.model.index_of_line(number)
        if self.lines.currentIndex() == index:
            self.looked_at.emit(number)
        self.lines.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)

    def _say_chosen(self) -> None:
        index = self.lines.currentIndex()
        placed = index.isValid() and bool(index.data(PLACED))
        free = index.isValid() and not placed
        self.put_in.setVisible(free)
        self.join.setVisible(free)
        self.leave_out.setVisible(placed)
        self._chosen.setText(self._words(index))

    def _words(self, index: QModelIndex) -> str:
        if not index.isValid():
            return "Chọn một dòng để xem dòng đó đi đâu."
        fate = str(index.data(FATE) or "đã xếp")
        many = len(self.lines.numbers())
        where = f"{counted(many)} dòng đang chọn" if many > 1 else f"Dòng {self.model.number(index)}: {fate}"
        if self.view() is self.pages:
            stood = str(index.data(STOOD) or "")
            where += f" · {short(str(index.data()), 60)}" + (f" · bản gốc ghi: {short(stood, 60)}" if stood else "")
        return where
