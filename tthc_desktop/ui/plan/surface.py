"""The page surface: the whole text of a plan in one editor, each block one paragraph, numbers painted beside it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from tthc_desktop.ui.composing import end_composing, is_undo
from tthc_desktop.ui.plan import keys, layout
from tthc_desktop.ui.plan.acts.spans import Span
from tthc_desktop.ui.plan.emphasis import emphasise
from tthc_desktop.ui.plan.formats import TOP, page_font, scale_of
from tthc_desktop.ui.plan.keys import Meaning
from tthc_desktop.ui.plan.paragraph import Paragraph, Place, Style
from tthc_desktop.ui.plan.sheet import Sheet, Spot, span_of
from tthc_desktop.ui.plan.surface_menu import offer_menu
from tthc_desktop.ui.plan.surface_painting import in_sight, paint_over
from tthc_desktop.ui.plan.typing import Typing

WIDEST = 860


class Surface(QTextEdit):
    """Shows paragraphs, keeps typing inside one of them at a time and tells what became of them.

    A key that changes the structure asks for an act; what it makes of the plan comes back as other paragraphs.
    """

    written = Signal(object, object)
    """A paragraph and its new Text, word by word, after a pause or when the cursor leaves it."""
    asked = Signal(str, object)
    """The name of an act of structure and the Span that it is about."""
    entered = Signal(object)
    """The place of the paragraph that the cursor came into."""
    pasted = Signal(object)
    """The QMimeData of what is pasted here."""
    opened = Signal(str)
    """The identity of a table that should be opened in its grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet(self.document())
        self.typing = Typing(self, self.sheet)
        self.flags: Mapping[Place, str] = {}
        """What is to be looked at in a paragraph, in a sentence; a sign stands beside it."""
        self.copier: Callable[[QTextCursor], QMimeData] | None = None
        """What makes more of a copied selection than its words."""
        self._at: Place | None = None
        self.setAccessibleName("Văn bản của kế hoạch")
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDefaultFont(page_font())
        self.document().setDocumentMargin(TOP)
        self.typing.written.connect(self.written)
        self.typing.broken.connect(self._later)
        self.cursorPositionChanged.connect(self._moved)

    # What is shown

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is shown, one paragraph a block."""
        return self.sheet.paragraphs

    def show_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show the paragraphs; only those that differ are written, and the cursor stays in its own."""
        kept = self.sheet.spots(self.textCursor()) or ((paragraphs[1].place, 0), (paragraphs[1].place, 0))
        self.typing.follow(paragraphs)
        self.typing.fill(lambda: self.sheet.show(paragraphs, self.typing.numbers))
        self._return_to(kept)
        self.viewport().update()

    def _return_to(self, spots: tuple[Spot, ...]) -> None:
        cursor = self.textCursor()
        if self.sheet.select(cursor, spots):
            self.typing.fill(lambda: self.setTextCursor(cursor))

    def put_cursor(self, place: Place, offset: int = 0) -> None:
        """Put the cursor into a paragraph, unless it is not there, and bring it into sight."""
        cursor = self.textCursor()
        if self.sheet.select(cursor, ((place, offset), (place, offset))):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def go_to(self, owner: str) -> None:
        """Put the cursor into the first paragraph of an owner and scroll it to the top."""
        number = next((n for n, p in enumerate(self.paragraphs) if p.place.owner == owner), None)
        if number is None:
            return
        writable = number + 1 if self.paragraphs[number].fixed and number + 1 < len(self.paragraphs) else number
        self.put_cursor(self.paragraphs[writable].place)
        top = layout.rect_of(self.sheet.block(number)).top()
        self.verticalScrollBar().setValue(int(top) - TOP)

    def in_sight(self, owner: str) -> bool:
        """Tell whether a paragraph of an owner is on the screen."""
        return any(self.paragraphs[block.blockNumber()].place.owner == owner for block, _ in in_sight(self, self.sheet))

    @property
    def at(self) -> Place | None:
        """The paragraph that the cursor is in."""
        paragraph = self.neighbour(0)
        return paragraph.place if paragraph else None

    # What is typed

    def commit(self) -> None:
        """Tell what was typed; called after a pause, on leaving a paragraph and before anything is printed."""
        self.typing.commit()

    def is_unwritten(self) -> bool:
        """Tell whether words stand here that could not be written, or are not yet."""
        return bool(self.typing.numbers)

    def put_off(self, paragraph: Paragraph) -> bool:
        """Leave words that mean nothing yet as they are while the cursor rests in them; tell whether it does."""
        if self.typing.resting and self._at == paragraph.place:
            self.typing.refuse()
            return True
        return False

    def take_back(self, paragraph: Paragraph) -> None:
        """Show a paragraph's own words again, after a change of it was refused."""
        self.typing.fill(lambda: self.sheet.take_back(paragraph.place))

    def _later(self) -> None:
        QTimer.singleShot(0, self._restore)

    def _restore(self) -> None:
        """Show every paragraph again, after something has joined or split them past all guards."""
        if self.sheet.is_broken:
            self.typing.forget()
            self._begin_anew()

    def _begin_anew(self) -> None:
        kept, scrolled = self.sheet.spots(self.textCursor()), self.verticalScrollBar().value()
        self.typing.fill(lambda: self.sheet.show_again(self.typing.numbers))
        self._return_to(kept)
        self.verticalScrollBar().setValue(scrolled)

    def _moved(self) -> None:
        if self.typing.filling:
            return
        number = self.textCursor().blockNumber()
        paragraph = self.sheet.paragraph_at(number)
        place = paragraph.place if paragraph else None
        if place != self._at:
            self._at = place
            if self.typing.numbers - {number}:
                self.commit()
            self.entered.emit(place)
        self.viewport().update()

    def _writable(self) -> bool:
        return not self.isReadOnly() and keys.writable(self.textCursor(), self.paragraphs)

    def set_locked(self, *, locked: bool) -> None:
        """Let the words be looked at and copied only, or be typed into again."""
        looking = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(looking if locked else Qt.TextInteractionFlag.TextEditorInteraction)

    # Acts of structure

    def span(self) -> Span:
        """Return what is selected, with the words around it."""
        return span_of(self.sheet, self.textCursor())

    def ask(self, act: str) -> None:
        """Ask for an act where the cursor is, after what was typed has been taken."""
        if self.isReadOnly():
            return
        self.commit()
        self.asked.emit(act, self.span())

    def neighbour(self, step: int) -> Paragraph | None:
        """Return the paragraph before or behind the one with the cursor."""
        return self.sheet.paragraph_at(self.textCursor().blockNumber() + step)

    def step(self, step: int) -> None:
        """Go to the next paragraph that can be typed into, or back to the one before."""
        number = self.textCursor().blockNumber() + step
        while 0 <= number < len(self.paragraphs) and self.paragraphs[number].fixed:
            number += step
        if 0 <= number < len(self.paragraphs):
            self.put_cursor(self.paragraphs[number].place)

    def _leave_spacer(self, before: int) -> None:
        """Go on, the way the cursor came, from an empty line that only keeps parts of the paper apart."""
        cursor = self.textCursor()
        number = cursor.blockNumber()
        if cursor.hasSelection() or not self.paragraphs[number].fixed or cursor.block().text():
            return
        above = [n for n in range(number) if not self.paragraphs[n].fixed]
        if number < before and above:
            self.put_cursor(self.paragraphs[above[-1]].place, len(self.sheet.block(above[-1]).text()))
        else:
            self.step(1)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the office, and take Tab as Word does."""
        if event.type() is QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep Tab for levels; F6 leaves the surface."""
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the colours change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.paragraphs:
            self.commit()
            self._begin_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; F2 opens a table as it opens a cell."""
        at = self.neighbour(0)
        if event.key() == Qt.Key.Key_F2 and at is not None and at.style is Style.TABLE:
            self.opened.emit(at.place.owner)
            return
        meaning = Meaning.NOTHING if is_undo(event) else keys.meaning(event, self.textCursor(), self.paragraphs)
        if meaning is Meaning.NOTHING:
            event.ignore()
        elif meaning is Meaning.USUAL:
            before = self.textCursor().blockNumber()
            super().keyPressEvent(event)
            self._leave_spacer(before)
        elif meaning is Meaning.TYPE_OVER:
            self.ask(Meaning.DELETE_SPAN.name)
            if self._writable():
                super().keyPressEvent(event)
        else:
            end_composing()
            self.ask(meaning.name)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed words where typing is allowed; nothing is written while they are being composed."""
        words = event.commitString() or event.preeditString()
        if words and keys.spans_paragraphs(self.textCursor()):
            self.ask(Meaning.DELETE_SPAN.name)
        if words and not self._writable():
            event.ignore()
            return
        self.typing.compose(composing=bool(event.preeditString()))
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand over what is pasted: it is read before any of it stands here."""
        if not self.isReadOnly():
            self.pasted.emit(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether there is something to be pasted, or to be told that it cannot be."""
        return not self.isReadOnly() and (source.hasText() or source.hasHtml() or source.hasImage())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection with its numbers, labels and tables."""
        return self.copier(self.textCursor()) if self.copier else super().createMimeDataFromSelection()

    def insert_words(self, words: str) -> None:
        """Type words at the cursor."""
        if self._writable():
            self.textCursor().insertText(words)

    def cut(self) -> None:
        """Cut what is selected, whole paragraphs too."""
        if keys.spans_paragraphs(self.textCursor()):
            self.copy()
            self.ask(Meaning.DELETE_SPAN.name)
        elif self._writable():
            super().cut()
        else:
            self.copy()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        offer_menu(self, event.pos(), event.globalPos(), writable=self._writable())

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
        if not self.isReadOnly():
            emphasise(self, self.sheet, bold=bold, italic=italic)

    # How it looks

    def show_scale(self, scale: float) -> None:
        """Show everything larger or smaller; the paragraph at the upper edge stays there."""
        self.commit()
        top = self.cursorForPosition(QPointF(0, 0).toPoint()).blockNumber()
        self.document().setDefaultFont(page_font(scale=scale))
        self._fit_width()
        self._begin_anew()
        self.verticalScrollBar().setValue(int(layout.rect_of(self.sheet.block(top)).top()) if top > 1 else 0)

    def _fit_width(self) -> None:
        """Keep lines readable: a wide window gets wide margins."""
        spare = max(self.width() - int(WIDEST * scale_of(self.document())), 0) // 2
        self.setViewportMargins(spare, 0, spare, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width between lines and margins."""
        super().resizeEvent(event)
        self._fit_width()
        if event.oldSize().width() != event.size().width():
            self.typing.fill(self.sheet.fit_tables)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then numbers, labels and hints beside it."""
        super().paintEvent(event)
        paint_over(self, self.sheet, self.flags)
