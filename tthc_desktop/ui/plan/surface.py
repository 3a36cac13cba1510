"""The page surface: the whole text of a plan in one editor, each block one paragraph, numbers painted beside it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from tthc_desktop.ui.composing import TypingPause, is_undo
from tthc_desktop.ui.look import colours
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.guards import allowed, writable
from tthc_desktop.ui.plan.paragraphs import Paragraph, Place, Style

WIDEST = 860


class Surface(QTextEdit):
    """Shows paragraphs, keeps typing inside one of them at a time and tells what became of them.

    Structure is not edited here yet: keys that would join, split or remove paragraphs do nothing.
    """

    written = Signal(object, object)
    """A paragraph and its new Text, after a pause or when the cursor leaves it."""
    entered = Signal(object)
    """The place of the paragraph that the cursor came into."""
    opened = Signal(str)
    """The identity of a table that should be opened in its grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraphs: tuple[Paragraph, ...] = ()
        self._filling = False
        self._dirty: set[int] = set()
        self._at: Place | None = None
        self._pause = TypingPause(self, self.commit)
        self.setAccessibleName("Văn bản của kế hoạch")
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDefaultFont(layout.page_font())
        self.document().setDocumentMargin(layout.TOP)
        self.document().contentsChange.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)

    # What is shown

    def show_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show the paragraphs; where they are the same as before, only changed words are replaced."""
        before, self.paragraphs = self.paragraphs, paragraphs
        self._filling = True
        if [_frame(p) for p in before] == [_frame(p) for p in paragraphs]:
            self._refresh(before)
        else:
            self._rebuild(before)
        self._filling = False
        self.viewport().update()

    def _refresh(self, before: tuple[Paragraph, ...]) -> None:
        for number, (old, new) in enumerate(zip(before, self.paragraphs, strict=True)):
            if old == new:
                continue
            block = self.document().findBlockByNumber(number)
            if number not in self._dirty and layout.text_of(block) != new.words:
                layout.write(block, new)
            layout.set_format(block, new)

    def _rebuild(self, before: tuple[Paragraph, ...]) -> None:
        number, offset = self._here()
        place = before[number].place if number < len(before) else None
        scrolled = self.verticalScrollBar().value()
        self._dirty.clear()
        layout.fill(self.document(), self.paragraphs)
        again = self._number_of(place)
        self._put_cursor(1 if again is None else again, offset)
        self.verticalScrollBar().setValue(scrolled)

    def _number_of(self, place: Place | None) -> int | None:
        return next((n for n, p in enumerate(self.paragraphs) if p.place == place), None)

    def _here(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return cursor.blockNumber(), cursor.positionInBlock()

    def _put_cursor(self, number: int, offset: int = 0) -> None:
        block = self.document().findBlockByNumber(number)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(offset, block.length() - 1))
        self.setTextCursor(cursor)

    def go_to(self, owner: str) -> None:
        """Put the cursor into the first paragraph of an owner and scroll it to the top."""
        number = next((n for n, p in enumerate(self.paragraphs) if p.place.owner == owner), None)
        if number is None:
            return
        writable = number + 1 if self.paragraphs[number].fixed and number + 1 < len(self.paragraphs) else number
        self._put_cursor(writable)
        top = layout.rect_of(self.document().findBlockByNumber(number)).top()
        self.verticalScrollBar().setValue(int(top) - layout.TOP)

    def in_sight(self, owner: str) -> bool:
        """Tell whether a paragraph of an owner is on the screen."""
        return any(self.paragraphs[block.blockNumber()].place.owner == owner for block, _ in self._visible())

    @property
    def at(self) -> Place | None:
        """The paragraph that the cursor is in."""
        return self._at

    # What is typed

    def commit(self) -> None:
        """Tell what was typed; called after a pause, on leaving a paragraph and before anything is printed."""
        self._pause.stop()
        numbers, self._dirty = sorted(self._dirty), set()
        for number in numbers:
            paragraph = self.paragraphs[number]
            words = layout.text_of(self.document().findBlockByNumber(number))
            if words != paragraph.words:
                self.written.emit(paragraph, words)

    def take_back(self, paragraph: Paragraph) -> None:
        """Show a paragraph's own words again, after a change of it was refused."""
        number = self._number_of(paragraph.place)
        if number is not None:
            self._filling = True
            layout.write(self.document().findBlockByNumber(number), paragraph)
            self._filling = False

    def _changed(self, position: int, removed: int, added: int) -> None:
        if self._filling or removed == added == 0:
            return
        if self.document().blockCount() != len(self.paragraphs):
            QTimer.singleShot(0, self._restore)
            return
        self._dirty.add(self.document().findBlock(position).blockNumber())
        self._pause.start()

    def _restore(self) -> None:
        """Show every paragraph again, after something has joined or split them past all guards."""
        if self.document().blockCount() != len(self.paragraphs):
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._filling = True
        self._rebuild(self.paragraphs)
        self._filling = False

    def _moved(self) -> None:
        if self._filling:
            return
        number = self.textCursor().blockNumber()
        place = self.paragraphs[number].place if number < len(self.paragraphs) else None
        if place != self._at:
            self._at = place
            if self._dirty - {number}:
                self.commit()
            self.entered.emit(place)
        self.viewport().update()

    def _writable(self) -> bool:
        return writable(self.textCursor(), self.paragraphs)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the office."""
        if event.type() is QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the colours change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.paragraphs:
            self.commit()
            self._begin_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let moving and copying through, and typing where it stays inside one paragraph."""
        if is_undo(event) or not allowed(event, self.textCursor(), self.paragraphs):
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._to_next()
            return
        super().keyPressEvent(event)

    def _to_next(self) -> None:
        number = self.textCursor().blockNumber() + 1
        while number < len(self.paragraphs) and self.paragraphs[number].fixed:
            number += 1
        if number < len(self.paragraphs):
            self._put_cursor(number)
            self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed words where typing is allowed; nothing is written while they are being composed."""
        if not self._writable() and (event.commitString() or event.preeditString()):
            event.ignore()
            return
        self._pause.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, on one line."""
        if self._writable() and source.hasText():
            self.textCursor().insertText(" ".join(source.text().split()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether something can be pasted here."""
        return source.hasText() and self._writable()

    def cut(self) -> None:
        """Cut inside one paragraph, else only copy."""
        if self._writable():
            super().cut()
        else:
            self.copy()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions():
            if action.objectName() in {"edit-cut", "edit-delete", "edit-paste"} and not self._writable():
                action.setEnabled(False)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was typed when the cursor leaves the surface."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a table in its grid."""
        number = self.cursorForPosition(event.position().toPoint()).blockNumber()
        if number < len(self.paragraphs) and self.paragraphs[number].style is Style.TABLE:
            self.opened.emit(self.paragraphs[number].place.owner)
            return
        super().mouseDoubleClickEvent(event)

    def emphasise(self, *, bold: bool = False, italic: bool = False) -> None:
        """Switch bold or italic for the selected words, or for what is typed next."""
        if self._writable():
            layout.switch(self.textCursor(), self, bold=bold, italic=italic)

    # How it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines readable: a wide window gets wide margins."""
        super().resizeEvent(event)
        spare = max(self.width() - WIDEST, 0) // 2
        self.setViewportMargins(spare, 0, spare, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then numbers, labels and hints beside it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for block, rect in self._visible():
            layout.paint_beside(painter, block, rect, self.paragraphs[block.blockNumber()])
        self._paint_current(painter)
        painter.end()

    def _visible(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        top = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPointF(0, 0).toPoint()).block()
        while block.isValid() and block.blockNumber() < len(self.paragraphs):
            rect = layout.rect_of(block)
            if rect.top() > top + self.viewport().height():
                return
            yield block, rect
            block = block.next()

    def _paint_current(self, painter: QPainter) -> None:
        number = self.textCursor().blockNumber()
        if self.hasFocus() and number < len(self.paragraphs) and not self.paragraphs[number].fixed:
            rect = layout.rect_of(self.document().findBlockByNumber(number))
            painter.fillRect(QRectF(4, rect.top(), 3, rect.height()), QColor(colours().accent))


def _frame(paragraph: Paragraph) -> tuple[Place, Style, int]:
    return paragraph.place, paragraph.style, paragraph.level
