"""The decree's rule for the part of the paper under the mouse, or at the cursor by a key; which figure words follow."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip

from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.figure_words import figure_words
from tthc_desktop.ui.plan.formats import FIGURE
from tthc_desktop.ui.plan.paragraph import Paragraph
from tthc_desktop.ui.plan.rule_words import rule_words
from tthc_desktop.ui.plan.surface import Surface

_SHOWN = 60_000
"""Milliseconds that a rule asked for by key stays."""


class RuleTips(QObject):
    """Watches the mouse over a surface."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        surface.viewport().installEventFilter(self)
        surface.cursorPositionChanged.connect(QToolTip.hideText)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show the rule where the mouse rests."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        number = self._number_at(event.pos())
        paragraph = self._surface.sheet.paragraph_at(number)
        figure = self._figure_at(event.pos())
        words = figure_words(figure) if figure else self.words(paragraph) if paragraph else ""
        if words:
            QToolTip.showText(event.globalPos(), words, self._surface.viewport(), self._rect(number))
        else:
            QToolTip.hideText()
        return True

    def show_here(self) -> None:
        """Show the rule for the paragraph with the cursor, and have it read aloud."""
        number = self._surface.textCursor().blockNumber()
        paragraph = self._surface.sheet.paragraph_at(number)
        words = (self.words(paragraph) if paragraph else "") or "Nghị định 30/2020/NĐ-CP không quy định riêng phần này."
        viewport = self._surface.viewport()
        below = self._surface.cursorRect().bottomLeft()
        QToolTip.showText(viewport.mapToGlobal(below), words, viewport, QRect(), _SHOWN)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._surface, words))

    def words(self, paragraph: Paragraph) -> str:
        """Return what is told of a paragraph: what is to be looked at in it, and the rule."""
        return "\n\n".join(filter(None, (self._surface.flags.get(paragraph.place, ""), rule_words(paragraph))))

    def _number_at(self, at: QPoint) -> int:
        """Return the block under the mouse, below 0 where the mouse is in an empty part of the page."""
        cursor = self._surface.cursorForPosition(at)
        return cursor.blockNumber() if self._rect(cursor.blockNumber()).contains(at) else -1

    def _figure_at(self, at: QPoint) -> str:
        """Return the figure of a report that the words under the mouse follow, empty for other words."""
        across, down = self._surface.horizontalScrollBar().value(), self._surface.verticalScrollBar().value()
        found = self._surface.document().documentLayout().formatAt(QPointF(at) + QPointF(across, down))
        return str(found.property(FIGURE) or "")

    def _rect(self, number: int) -> QRect:
        rect = layout.rect_of(self._surface.sheet.block(number))
        across, down = self._surface.horizontalScrollBar().value(), self._surface.verticalScrollBar().value()
        return rect.translated(-across, -down).toAlignedRect()
