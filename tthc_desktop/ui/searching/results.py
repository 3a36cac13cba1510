"""The hits of all plans as a tree: plans, and below each its hits, which can be left out one by one."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import Hit, context
from tthc_desktop.models.searching.replacing import replaceable
from tthc_desktop.models.version import Stage
from tthc_desktop.ui import look
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.plan.names import number, short, title
from tthc_desktop.ui.searching.place_names import PlaceNames

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_STAGES = {Stage.KEPT: "bản đã lưu", Stage.ISSUED: "đã ban hành", Stage.REPLACED: "đã được thay thế"}
_BEFORE, _AFTER = 56, 120
_BOXES = {
    Qt.CheckState.Checked: QStyle.StateFlag.State_On,
    Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
    Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
}


@dataclass
class Found:
    """A plan with its hits, and which of them are left out of a replacement."""

    plan: Plan
    hits: tuple[Hit, ...]
    names: PlaceNames
    left_out: set[int] = field(default_factory=set)

    def wanted(self) -> list[Hit]:
        """Return the hits that are to be replaced; a locked plan has none."""
        if is_locked(self.plan):
            return []
        return replaceable(hit for place, hit in enumerate(self.hits) if place not in self.left_out)


def _about(found: Found) -> str:
    """Return how many hits a plan has, and why they must stay."""
    count, stage = f"{number(len(found.hits))} chỗ", _STAGES.get(found.plan.stage)
    return f"{count}, {stage}: không thay được" if stage else count


class ResultsModel(QAbstractItemModel):
    """Plans with their hits for a tree view; a hit has the row of its plan plus one as its internal number."""

    chosen = Signal()
    """Other hits are to be replaced."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[Found] = []
        self.choosing = False
        """Whether hits have boxes to be left out by."""

    def show_found(self, found: list[Found]) -> None:
        """Show other results."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def let_choose(self) -> None:
        """Give every hit a box."""
        self.layoutAboutToBeChanged.emit()
        self.choosing = True
        self.layoutChanged.emit()

    def hit(self, index: Index) -> tuple[Found, Hit | None]:
        """Return the plan and the hit of a line; of a plan's own line no hit."""
        above = int(index.internalId())
        if above == 0:
            return self.found[index.row()], None
        found = self.found[above - 1]
        return found, found.hits[index.row()]

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self.found)
        return 0 if int(parent.internalId()) else len(self.found[parent.row()].hits)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be left out."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if self.choosing and self._free(index) else usual

    def _free(self, index: Index) -> bool:
        found, hit = self.hit(index)
        return not is_locked(found.plan) and (hit is None or not hit.fixed)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Answer Qt's questions about one line."""
        if not index.isValid():
            return None
        found, hit = self.hit(index)
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return "".join(context(hit, _BEFORE, _AFTER)) if hit else short(title(found.plan), 90)
            case _Role.AccessibleTextRole:
                where = found.names.name(hit.place) if hit else _about(found)
                return f"{self.data(index)}, {where}"
            case _Role.CheckStateRole if self.choosing and self._free(index):
                return self._state(found, index.row() if hit else None)
            case _:
                return None

    @staticmethod
    def _state(found: Found, row: int | None) -> Qt.CheckState:
        if row is not None:
            return Qt.CheckState.Unchecked if row in found.left_out else Qt.CheckState.Checked
        if not found.left_out:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if found.wanted() else Qt.CheckState.Unchecked

    def turn(self, index: Index) -> None:
        """Leave a line out, or take it in again."""
        if self._free(index):
            on = index.data(_Role.CheckStateRole) is Qt.CheckState.Checked
            self.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _Role.CheckStateRole)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Leave a hit, or all of a plan, out of the replacement or take it in again."""
        if role != _Role.CheckStateRole or not self.choosing:
            return False
        found, hit = self.hit(index)
        rows = {index.row()} if hit else set(range(len(found.hits)))
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            found.left_out -= rows
        else:
            found.left_out |= rows
        above = self.parent(index) if hit else self.index(index.row(), 0)
        self.dataChanged.emit(above, above)
        self.dataChanged.emit(self.index(0, 0, above), self.index(len(found.hits) - 1, 0, above))
        self.chosen.emit()
        return True


class ResultLine(QStyledItemDelegate):
    """Draws a plan's title with its count, and hits with the found words on another ground."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look.ROW, look.ROW + 2)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Let Space tick a line; what a click means is the page's."""
        return event.type() is QEvent.Type.KeyPress and super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw box, words and place."""
        model = index.model()
        assert isinstance(model, ResultsModel)
        self.initStyleOption(option, index)
        c, rect = look.colours(), QRect(option.rect)
        found, hit = model.hit(index)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.chosen))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        rect.adjust(look.SPACE, 0, -look.ROOM, 0)
        if model.choosing:
            self._paint_box(painter, option, rect, index)
        if hit is None:
            self._paint_plan(painter, option, rect, found)
        else:
            self._paint_hit(painter, option, rect, (found, hit))
        painter.restore()

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index) -> None:
        state = index.data(_Role.CheckStateRole)
        if state is not None:
            box, style = QStyleOptionViewItem(option), option.widget.style()
            box.rect = QRect(rect.left(), rect.center().y() - 8, 17, 17)
            box.state = QStyle.StateFlag.State_Enabled | _BOXES[Qt.CheckState(state)]
            style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)
        rect.setLeft(rect.left() + 26)

    @staticmethod
    def _paint_plan(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, found: Found) -> None:
        icon("plan").paint(painter, QRect(rect.left(), rect.center().y() - 8, 17, 17))
        rect.setLeft(rect.left() + 24)
        option.font.setBold(True)
        painter.setFont(option.font)
        painter.setPen(QColor(look.colours().text))
        words = f"{option.text}  ({_about(found)})"
        _draw(painter, rect, words)

    @staticmethod
    def _paint_hit(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, at: tuple[Found, Hit]) -> None:
        found, hit = at
        c = look.colours()
        painter.setFont(option.font)
        name = found.names.name(hit.place)
        painter.setPen(QColor(c.quiet))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(name) - look.WIDE)
        painter.setPen(QColor(c.text))
        for place, words in enumerate(context(hit, _BEFORE, _AFTER)):
            width = painter.fontMetrics().horizontalAdvance(words)
            if place == 1:
                ground = QRect(rect.left(), rect.center().y() - 9, min(width, max(rect.width(), 0)), 20)
                painter.fillRect(ground, QColor(c.found))
            _draw(painter, rect, words)
            rect.setLeft(rect.left() + width)


def _draw(painter: QPainter, rect: QRect, words: str) -> None:
    if rect.width() > 0:
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
