"""The list of offers below a field: part of the window, never with the keyboard in it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import column, label

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_DETAIL = _Role.UserRole
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
ROWS, NARROW, BROAD = 8, 240, 620
KEYS = "↓ để chọn · Enter lấy · Esc đóng"


class Offer(NamedTuple):
    """A value that is offered: the words to be written, and how it is shown when that is not the same."""

    words: str
    shown: str = ""
    detail: str = ""
    """What helps to tell it from others, in quiet letters behind it."""

    @property
    def title(self) -> str:
        """The value on one line."""
        return " / ".join((self.shown or self.words).split("\n"))


class _Offers(QAbstractListModel):
    """Offers for the list view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one offer."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        match role:
            case _Role.DisplayRole:
                return offer.title
            case _Role.AccessibleTextRole:
                return ", ".join(filter(None, (offer.title, offer.detail)))
            case _Role.ToolTipRole:
                return "\n".join(filter(None, (offer.words, offer.detail)))
            case int() if role == _DETAIL:
                return offer.detail
            case _:
                return None


class _OfferLine(QStyledItemDelegate):
    """Draws an offer and, where there is room, its detail behind it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = option.fontMetrics
        words, detail = str(index.data()), str(index.data(_DETAIL) or "")
        width = metrics.horizontalAdvance(words) + (metrics.horizontalAdvance(detail) + look.WIDE if detail else 0)
        return QSize(width + 2 * look.ROOM, max(metrics.height() + look.SPACE, look.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, words and detail."""
        self.initStyleOption(option, index)
        c, rect = look.colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(c.shade))
        rect.adjust(look.ROOM, 0, -look.ROOM, 0)
        painter.setFont(option.font)
        used = _words(painter, rect, option.text, c.text)
        rect.setLeft(rect.left() + used + look.WIDE)
        detail = str(index.data(_DETAIL) or "")
        if detail and rect.width() > 3 * look.BROAD:
            _words(painter, rect, detail, c.quiet)
        painter.restore()


def _words(painter: QPainter, rect: QRect, words: str, colour: str) -> int:
    """Draw one line, cut to the room there is, and return its width."""
    metrics = painter.fontMetrics()
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setPen(QColor(colour))
    painter.drawText(rect, _LINE, cut)
    return metrics.horizontalAdvance(cut)


def _say(of: QObject, words: str) -> None:
    """Let a screen reader say words: the list never has the keyboard, so no reader would come to it by itself."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(of, words))


class OfferList(QFrame):
    """Shows offers below or above a place of the window and keeps inside it."""

    taken = Signal(int)
    """The place of the offer that was clicked."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self._holder = holder
        self.setObjectName("offers")
        self.setAccessibleName("Gợi ý")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offers = _Offers(self)
        self.view = QListView()
        self.view.setModel(self._offers)
        self.view.setItemDelegate(_OfferLine(self.view))
        self.view.setAccessibleName("Gợi ý")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(lambda index: self.taken.emit(index.row()))
        self._keys = label(KEYS, quiet=True)
        self._keys.setContentsMargins(look.ROOM, 2, look.ROOM, 2)
        self.setLayout(column(self.view, self._keys, gap=0, margin=1))
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is shown."""
        return self._offers.offers

    @property
    def current(self) -> int:
        """The place of the offer that is marked, below 0 when there is none."""
        return self.view.currentIndex().row()

    def mark(self, place: int) -> None:
        """Mark an offer; a place below 0 marks none."""
        index = self._offers.index(place) if 0 <= place < len(self.offers) else QModelIndex()
        self.view.setCurrentIndex(index)
        if index.isValid():
            _say(self, str(index.data(_Role.AccessibleTextRole)))
        else:
            self.view.clearSelection()

    def show_at(self, place: QRect, offers: Sequence[Offer], least: int) -> None:
        """Show offers at a place of the window, at least so wide, on the side of it that has more room."""
        if self.offers != tuple(offers):
            self._offers.show_offers(offers)
            self.view.scrollToTop()
            _say(self, f"{len(offers)} gợi ý")
        self.setGeometry(self._fitting(place, least))
        self.show()
        self.raise_()

    def _fitting(self, place: QRect, least: int) -> QRect:
        window = self._holder.rect().adjusted(look.GAP, look.GAP, -look.GAP, -look.GAP)
        row = self.view.sizeHintForRow(0)
        scroll = self.view.verticalScrollBar().sizeHint().width() if len(self.offers) > ROWS else 0
        width = max(self.view.sizeHintForColumn(0) + scroll + 2, self._keys.sizeHint().width(), least, NARROW)
        width = min(width, max(BROAD, least), window.width())
        frame = self._keys.sizeHint().height() + 2
        below, above = window.bottom() - place.bottom(), place.top() - window.top()
        wanted = row * min(len(self.offers), ROWS) + frame
        under = below >= min(wanted, 3 * row + frame) or below >= above
        height = min(wanted, below if under else above)
        top = place.bottom() + 2 if under else place.top() - height - 1
        left = max(min(place.left(), window.right() - width), window.left())
        return QRect(left, top, width, height)
