"""What is typed on the page surface, until it is a change of the plan."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTextEdit

from tthc_desktop.models.text import Text
from tthc_desktop.ui.composing import TypingPause
from tthc_desktop.ui.plan.paragraph import Kind, Paragraph
from tthc_desktop.ui.plan.sheet import Sheet
from tthc_desktop.ui.plan.typed_words import MOST, TypedWords


class Typing(QObject):
    """Follows the document of an editor and tells what was typed: word by word, when typing pauses or is left."""

    written = Signal(object, object)
    """A paragraph and its new Text."""
    broken = Signal()
    """Something has joined or split blocks past all guards."""

    def __init__(self, editor: QTextEdit, sheet: Sheet) -> None:
        super().__init__(editor)
        self._editor = editor
        self._sheet = sheet
        self._words = TypedWords()
        self._hurried = False
        """Whether so many words wait that they are taken one by one between the keys."""
        self._pause = TypingPause(self, self._rest)
        self._refused = False
        self.resting = False
        """Whether what was typed is told because of a pause, and may go on."""
        self.filling = False
        """Whether the document is being written by the program."""
        editor.document().contentsChange.connect(self._changed)

    @property
    def numbers(self) -> frozenset[int]:
        """The blocks that were typed into."""
        return self._words.numbers

    def compose(self, *, composing: bool) -> None:
        """Remember whether the input method is composing a word."""
        self._pause.composing = composing

    def fill(self, write: Callable[[], None]) -> None:
        """Change the document without taking that for typing."""
        before, self.filling = self.filling, True
        try:
            write()
        finally:
            self.filling = before

    def refuse(self) -> None:
        """Keep the words that are being told: they could not be written, and are told again the next time."""
        self._refused = True

    def follow(self, after: tuple[Paragraph, ...]) -> None:
        """Go along with the paragraphs that were typed into; others are to be shown."""
        if self._words.numbers:
            places = {p.place: number for number, p in enumerate(after)}
            now = self._sheet.paragraphs
            self._words.follow({number: places.get(now[number].place) for number in self._words.numbers})

    def forget(self) -> None:
        """Take nothing of what was typed."""
        self._words.clear()

    def commit(self) -> None:
        """Tell what was typed."""
        self._pause.stop()
        self._hurried = False
        for number in sorted(self._words.numbers):
            if self._sheet.paragraphs[number].kind is Kind.FIRST:
                self._commit_first(number)
            else:
                self._commit_words(number)

    def _rest(self) -> None:
        self.resting = True
        if self._hurried and self._words.waiting:
            self._commit_oldest()
        else:
            self.commit()
        self.resting = False

    def _commit_oldest(self) -> None:
        """Tell of one word and let the next keys come in between: eight at once would be felt."""
        number, words = self._words.take_oldest()
        if self._paragraph(number).kind is Kind.FIRST:
            self.commit()
            return
        told = words == self._paragraph(number).words or self._tell(number, words)
        self._hurried = told and self._words.waiting > 0
        self._pause.start(soon=self._hurried)

    def _tell(self, number: int, words: Text) -> bool:
        """Tell of words, and return whether they could be written."""
        self._refused = False
        self.written.emit(self._paragraph(number), words)
        return not self._refused

    def _commit_words(self, number: int) -> None:
        for words in [*self._words.take(number), self._sheet.words(number)]:
            self._words.touch(number)
            if words != self._paragraph(number).words and not self._tell(number, words):
                return
        self._words.take(number)

    def _commit_first(self, number: int) -> None:
        """Tell of a part's first member, which comes to stand where it was typed."""
        self._words.take(number)
        cursor, words = self._editor.textCursor(), self._sheet.words(number)
        here, offset = cursor.blockNumber() == number, cursor.positionInBlock()
        if words and not self._tell(number, words):
            self._words.touch(number)
        elif words and here:
            spot = self._paragraph(number).place, offset
            if self._sheet.select(cursor, (spot, spot)):
                self._editor.setTextCursor(cursor)

    def _paragraph(self, number: int) -> Paragraph:
        return self._sheet.paragraphs[number]

    def _changed(self, position: int, removed: int, added: int) -> None:
        if self.filling or removed == added == 0:
            return
        if self._sheet.is_broken:
            self.broken.emit()
            return
        block = self._sheet.document.findBlock(position)
        last = self._sheet.document.findBlock(position + max(added - 1, 0)).blockNumber()
        start = position - block.position()
        ended = self._words.touch(block.blockNumber(), block.text()[start : start + added])
        for number in range(block.blockNumber() + 1, min(last + 1, len(self._sheet.paragraphs))):
            self._words.touch(number)
        if ended and not self._pause.composing:
            self._words.end_word(block.blockNumber(), self._sheet.words(block.blockNumber()))
        self._hurried |= self._words.waiting >= MOST
        self._pause.start(soon=self._hurried)
