"""Filters that the clerk keeps: chosen, kept, brought up to date, renamed and deleted in one menu."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPushButton, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.filter import Filter, SavedFilter
from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.text import clean, collation_key, fold
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import button, row, shown
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.plan.names import short

LONGEST = 80


class SavedFilters(QPushButton):
    """The button with the menu; every edit is a change of the office."""

    chosen = Signal(object)
    """A filter to show."""
    troubled = Signal(object)

    def __init__(self, office: Office, apply: Callable[[Change], bool]) -> None:
        super().__init__("Bộ lọc đã giữ")
        self._office, self._apply = office, apply
        self._filter, self._short = Filter(), False
        self.setIcon(icon("filter"))
        self.setAccessibleName("Bộ lọc đã giữ")
        self.setToolTip("Chọn một bộ lọc đã giữ, hoặc giữ bộ lọc đang dùng")
        self.filters = QMenu(self)
        self.filters.aboutToShow.connect(self._fill)
        self.setMenu(self.filters)

    def _kept(self) -> list[SavedFilter]:
        return sorted(self._office.saved_filters.values(), key=lambda kept: collation_key(kept.name))

    def now(self) -> SavedFilter | None:
        """Return the kept filter that is in use."""
        return next((kept for kept in self._kept() if kept.filter == self._filter), None)

    def show_filter(self, asked: Filter) -> None:
        """Say which kept filter is in use."""
        self._filter = asked
        self._tell()

    def be_short(self, *, short: bool) -> None:
        """Show the icon alone, or the words too."""
        self._short = short
        self._tell()

    def _tell(self) -> None:
        now = self.now()
        words = shown(short(now.name, 24)) if now else "Bộ lọc đã giữ"
        self.setText("" if self._short else words)
        self.setAccessibleName(f"Bộ lọc đã giữ: {now.name}" if now else "Bộ lọc đã giữ")

    def _fill(self) -> None:
        menu, now = self.filters, self.now()
        menu.clear()
        for kept in self._kept():
            action = menu.addAction(shown(short(kept.name, 60)), partial(self.chosen.emit, kept.filter))
            action.setCheckable(True)
            action.setChecked(kept is now)
        if not menu.isEmpty():
            menu.addSeparator()
        keep = menu.addAction("Giữ bộ lọc đang dùng…", self.ask_name)
        keep.setEnabled(now is None)
        acts: dict[str, Callable[[SavedFilter], object]] = {"Đổi tên": self.ask_new_name, "Xóa bộ lọc": self.delete}
        for title, act in acts.items():
            below = menu.addMenu(title)
            below.setEnabled(bool(self._kept()))
            for kept in self._kept():
                below.addAction(shown(short(kept.name, 60)), partial(act, kept))

    # Keeping

    def ask_name(self) -> "NamePopup":
        """Ask under which name the filter in use is to be kept."""
        return self._ask("Giữ bộ lọc", "", lambda name: self.keep(name, None))

    def ask_new_name(self, kept: SavedFilter) -> "NamePopup":
        """Ask for another name of a kept filter."""
        return self._ask("Đổi tên", kept.name, lambda name: self.keep(name, kept))

    def _ask(self, verb: str, name: str, take: Callable[[str], bool]) -> "NamePopup":
        popup = NamePopup(self, verb, name, take)
        popup.show_below(self)
        return popup

    def keep(self, name: str, before: SavedFilter | None) -> bool:
        """Keep the filter in use under a name, or a kept one under another; tell whether that was done."""
        try:
            made = SavedFilter(
                before.id if before else new_id(),
                checked_name(name, (kept.name for kept in self._kept() if kept is not before)),
                before.filter if before else self._filter,
            )
        except UserError as error:
            self.troubled.emit(error)
            return False
        verb = "Đổi tên bộ lọc thành" if before else "Giữ bộ lọc"
        return self._apply(Change(f"{verb} “{short(made.name, 40)}”", ((before, made),)))

    def delete(self, kept: SavedFilter) -> None:
        """Delete a kept filter; the list goes on showing what it shows."""
        self._apply(Change(f"Xóa bộ lọc “{short(kept.name, 40)}”", ((kept, None),)))


def checked_name(typed: str, others: Iterable[str]) -> str:
    """Return a name for a filter as it is kept; raise a `UserError` when it is none, too long or another's."""
    name = " ".join(clean(typed).split())
    if not name:
        raise UserError("Bộ lọc chưa có tên.", "Hãy gõ một tên, ví dụ “Quá hạn của các phòng”.")
    if len(name) > LONGEST:
        raise UserError(f"Tên bộ lọc dài {len(name)} chữ.", f"Hãy gõ một tên không quá {LONGEST} chữ.")
    if fold(name) in map(fold, others):
        raise UserError(f"Đã có bộ lọc “{name}”.", "Hãy gõ một tên khác, hoặc xóa bộ lọc kia trước.")
    return name


class NamePopup(QFrame):
    """Asks for a name; it stays open while the name is not good."""

    def __init__(self, parent: QWidget, verb: str, name: str, take: Callable[[str], bool]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(verb)
        self._take = take
        self.field = QLineEdit(name)
        self.field.setPlaceholderText("Tên bộ lọc")
        self.field.setAccessibleName("Tên bộ lọc")
        self.field.setMinimumWidth(280)
        self.field.selectAll()
        self.field.returnPressed.connect(self.take)
        self.setLayout(row(self.field, button(verb, self.take, main=True), margin=look.ROOM))

    def take(self) -> None:
        """Hand the name over, and close when it is good."""
        end_composing()
        if self._take(self.field.text()):
            self.close()

    def show_below(self, widget: QWidget) -> None:
        """Open below a widget, inside its window."""
        self.adjustSize()
        corner, window = widget.mapToGlobal(QPoint(0, widget.height())), widget.window()
        right = window.mapToGlobal(QPoint(window.width(), 0)).x() - self.width() - look.SPACE
        self.move(min(corner.x(), right), corner.y())
        self.show()
        self.field.setFocus()
