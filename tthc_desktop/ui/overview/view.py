"""The table of the agenda with its keys and its menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from tthc_desktop.models.agenda.sifting import Standing
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.overview.cells import TALL, TwoLineCells
from tthc_desktop.ui.overview.table import COLUMNS, WORK, AgendaTable, Key, key_of

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AgendaView(QTableView):
    """Enter or a double click opens the plan at the work; copying gives lines for Excel."""

    opened = Signal(object)
    """A line whose plan is to be opened at its work."""
    followed = Signal(object)
    """A line whose progress is to be shown."""
    urged = Signal(object)
    """The chosen lines, whose units are to be urged."""

    def __init__(self, table: AgendaTable) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.setItemDelegate(TwoLineCells(self))
        self.setObjectName("register")
        self.setAccessibleName("Danh sách việc")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self._build_heads()
        self.doubleClicked.connect(lambda _: self.open_here())

    def _build_heads(self) -> None:
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        side.setDefaultSectionSize(TALL)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        head.setSectionResizeMode(WORK, head.ResizeMode.Stretch)
        head.setMinimumSectionSize(72)

    def here(self) -> Standing | None:
        """Return the line under the cursor."""
        now = self.currentIndex()
        return self.table.found[now.row()] if now.isValid() else None

    def open_here(self) -> None:
        """Ask for the plan of the line under the cursor, at its work."""
        if (here := self.here()) is not None:
            self.opened.emit(here)

    def follow_here(self) -> None:
        """Ask for the progress of the work under the cursor."""
        if (here := self.here()) is not None:
            self.followed.emit(here)

    def urge_chosen(self) -> None:
        """Ask to urge the units of the chosen lines."""
        if chosen := self.chosen():
            self.urged.emit(chosen)

    def chosen(self) -> tuple[Standing, ...]:
        """Return the chosen lines, else the one under the cursor."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        here = self.here()
        return tuple(self.table.found[row] for row in rows) or ((here,) if here else ())

    def spot(self) -> tuple[Key, int] | None:
        """Return where the cursor stands, in a way that outlasts a change of the agenda."""
        here = self.here()
        return (key_of(here), self.currentIndex().row()) if here else None

    def go_back(self, spot: tuple[Key, int] | None, *, same: bool) -> None:
        """Put the cursor on the line where it stood, if it is near; in the `same` list on the one in its place.

        Who has not left the first line sees the beginning, and the same list does not move under the eyes.
        """
        rows = self.table.rowCount()
        if not rows:
            return
        row = self.table.row_near(*spot) if spot and spot[1] else 0
        if row < 0:
            row = min(spot[1], rows - 1) if spot and same else 0
        bar = self.verticalScrollBar()
        seen = bar.value()
        choose(self, self.table.index(row, WORK))
        if same:
            bar.setValue(seen)

    def copy(self) -> None:
        """Copy the chosen lines, a line of cells each."""
        lines = ("\t".join(" ".join(cell.split()) for cell in self.table.cells(one)) for one in self.chosen())
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.open_here()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen lines."""
        if self.chosen():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the chosen lines."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("plan"), "Mở kế hoạch tại việc này", self.open_here)
        menu.addAction(icon("progress"), "Xem, ghi tiến độ của việc này", self.follow_here)
        menu.addAction(icon("send"), "Đôn đốc các đơn vị của việc đang chọn…", self.urge_chosen)
        menu.addSeparator()
        menu.addAction(icon("copy"), "Chép các dòng đang chọn", self.copy)
        return menu
