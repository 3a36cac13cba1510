"""The month: days to walk over with the arrows; a click or Enter lists what comes up on one."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from tthc_desktop.models.agenda.sifting import Day
from tthc_desktop.ui import look
from tthc_desktop.ui.choosing import choose
from tthc_desktop.ui.overview.month_model import WEEKS, MonthModel

Index = QModelIndex | QPersistentModelIndex
HEAD, LOWEST, CELL = 28, 24, 44
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


def months_on(day: date, months: int) -> date:
    """Return the same day so many months on, or the last one of a month that is shorter."""
    place = 12 * day.year + day.month - 1 + months
    first = date(place // 12, place % 12 + 1, 1)
    after = date((place + 1) // 12, (place + 1) % 12 + 1, 1)
    return min(first + timedelta(day.day - 1), after - timedelta(1))


class MonthView(QTableView):
    """Six weeks of days."""

    picked = Signal(object)
    """A day was clicked, or chosen with Enter."""
    turned = Signal()
    """Another month is shown."""

    def __init__(self, month: MonthModel) -> None:
        super().__init__()
        self.month = month
        self.picked_day: date | None = None
        """The day that the list shows, if it shows one."""
        self.setModel(month)
        self.setItemDelegate(DayCells(self))
        self.setObjectName("month")
        self.setAccessibleName("Lịch tháng")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.verticalHeader().hide()
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            head.setMinimumSectionSize(20)
            head.setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(HEAD)
        self.setMinimumHeight(HEAD + WEEKS * LOWEST)
        self.setMaximumHeight(HEAD + WEEKS * CELL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(lambda index: self.picked.emit(month.day(index)))

    def sizeHint(self) -> QSize:
        """Ask for room for all six weeks."""
        return QSize(7 * CELL, HEAD + WEEKS * CELL)

    def here(self) -> date:
        """Return the day under the cursor."""
        now = self.currentIndex()
        return self.month.day(now) if now.isValid() else self.month.today

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, in its month."""
        if (day.year, day.month) != (self.month.month.year, self.month.month.month):
            self.month.show_month(day)
            self.turned.emit()
        choose(self, self.month.index_of(day))

    def turn(self, months: int) -> None:
        """Show another month, with the cursor on the same day of it."""
        self.go_to(months_on(self.here(), months))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from day to day and from month to month."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self.go_to(self.here() + timedelta(_STEPS[key]))
        elif plain and key in _MONTHS:
            self.turn(_MONTHS[key])
        elif plain and key == Qt.Key.Key_Home:
            self.go_to(self.month.today)
        elif plain and key in _TAKE:
            self.picked.emit(self.here())
        else:
            super().keyPressEvent(event)


class DayCells(QStyledItemDelegate):
    """Draws a day: its number, a ground when it is off, and how much comes up on it."""

    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, ring, number and count."""
        c, month = look.colours(), self._view.month
        day, rect = month.day(index), QRect(option.rect).adjusted(1, 1, -1, -1)
        inside = day.month == month.month.month
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if day == self._view.picked_day:
            painter.fillRect(rect, QColor(c.chosen))
        elif month.off.why_off(day):
            painter.fillRect(rect, QColor(c.shade))
        if option.state & QStyle.StateFlag.State_MouseOver or self._has_cursor(option, index):
            painter.setPen(QColor(c.accent if self._has_cursor(option, index) else c.edge))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        self._number(painter, rect, option.font, day, c.text if inside else c.quiet)
        if found := month.days.get(day):
            self._count(painter, rect, option.font, found)
        painter.restore()

    def _has_cursor(self, option: QStyleOptionViewItem, index: Index) -> bool:
        return bool(option.state & QStyle.StateFlag.State_HasFocus) and index == self._view.currentIndex()

    def _number(self, painter: QPainter, rect: QRect, font: QFont, day: date, ink: str) -> None:
        own = QFont(font)
        own.setBold(day == self._view.month.today)
        painter.setFont(own)
        painter.setPen(QColor(look.colours().accent if own.bold() else ink))
        top = rect.adjusted(6, 2, -4, 0)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(day.day))
        if own.bold():
            wide = painter.fontMetrics().horizontalAdvance(str(day.day))
            under = top.top() + painter.fontMetrics().height()
            painter.fillRect(QRect(top.left(), under, wide, 2), QColor(look.colours().accent))

    def _count(self, painter: QPainter, rect: QRect, font: QFont, found: Day) -> None:
        c = look.colours()
        ink, sign = (
            (c.error, "!") if found.overdue else (c.quiet, "✓") if found.finished == found.lines else (c.text, "")
        )
        own = QFont(font)
        own.setPointSizeF(max(9.0, font.pointSizeF() - 1))
        painter.setFont(own)
        painter.setPen(QColor(ink))
        words = f"{found.lines}{sign}"
        place = rect.adjusted(4, 0, -5, -2)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)
