"""The document of the page surface: which paragraph stands in which block, and how newer ones come into it."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from tthc_desktop.models.text import Text, linked
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.acts.spans import Span
from tthc_desktop.ui.plan.differences import same_ends
from tthc_desktop.ui.plan.keys import blocks_of
from tthc_desktop.ui.plan.paragraph import Paragraph, Place

Spot = tuple[Place, int]
"""A place in the text: a paragraph and an offset in it."""


class Sheet:
    """One block for each paragraph; only blocks whose paragraph differs are written."""

    def __init__(self, document: QTextDocument) -> None:
        self.document = document
        self.paragraphs: tuple[Paragraph, ...] = ()
        self.numbers: dict[Place, int] = {}

    def show(self, paragraphs: tuple[Paragraph, ...], typed: frozenset[int]) -> None:
        """Show other paragraphs; blocks that are being typed into keep their words."""
        before, self.paragraphs = self.paragraphs, paragraphs
        if before:
            self._renew(before, typed)
        else:
            self.show_again(typed)
        self.numbers = {p.place: number for number, p in enumerate(paragraphs)}

    def _renew(self, before: tuple[Paragraph, ...], typed: frozenset[int]) -> None:
        head, tail = same_ends([p.place for p in before], [p.place for p in self.paragraphs])
        behind = len(self.paragraphs) - tail
        if head < max(len(before) - tail, behind):
            cells = {p.cell for p in (*before[head - 1 : len(before) - tail], *self.paragraphs[head:behind])}
            if len(cells) > 1:
                self.show_again(typed)
                return
            layout.splice(self.document, head, len(before) - tail - head, self.paragraphs[head:behind])
        for number in (*range(head), *range(behind, len(self.paragraphs))):
            old = before[number if number < head else number - len(self.paragraphs)]
            if old != self.paragraphs[number]:
                self._rewrite(number, old, typed=number in typed)

    def _rewrite(self, number: int, old: Paragraph, *, typed: bool) -> None:
        new, block = self.paragraphs[number], self.block(number)
        layout.set_format(block, new)
        shown = layout.text_of(block)
        if old.style is not new.style or (not typed and shown != new.words):
            layout.write(block, replace(new, words=linked(shown, new.words)) if typed else new)
        elif typed and shown != new.words and str(shown) == str(new.words):
            layout.unlink(block, new)

    def fit_tables(self) -> None:
        """Give the tables the room that they need at another width."""
        for number, paragraph in enumerate(self.paragraphs):
            if paragraph.face is not None:
                layout.set_format(self.block(number), paragraph)

    def show_again(self, typed: frozenset[int] = frozenset()) -> None:
        """Write every block anew; those that are being typed into with their own words."""
        shown = list(self.paragraphs)
        for number in typed:
            shown[number] = replace(shown[number], words=self.words(self.numbers[shown[number].place]))
        layout.fill(self.document, tuple(shown))

    def take_back(self, place: Place) -> None:
        """Write a paragraph's own words into its block again."""
        if place in self.numbers:
            number = self.numbers[place]
            layout.write(self.block(number), self.paragraphs[number])

    @property
    def is_broken(self) -> bool:
        """Tell whether something has joined or split blocks."""
        return self.document.blockCount() != len(self.paragraphs)

    def block(self, number: int) -> QTextBlock:
        """Return the block of a paragraph."""
        return self.document.findBlockByNumber(number)

    def words(self, number: int) -> Text:
        """Return what stands in a block now."""
        return linked(layout.text_of(self.block(number)), self.paragraphs[number].words)

    def paragraph_at(self, number: int) -> Paragraph | None:
        """Return the paragraph of a block, None where there is none."""
        return self.paragraphs[number] if 0 <= number < len(self.paragraphs) else None

    def visible(self, block: QTextBlock, foot: float) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the blocks from one on that begin above a height, with where they stand."""
        while block.isValid() and block.blockNumber() < len(self.paragraphs):
            rect = layout.rect_of(block)
            if rect.top() <= foot:
                yield block, rect
            elif self.paragraphs[block.blockNumber()].cell is None:
                return
            block = block.next()

    def position(self, spot: Spot) -> int:
        """Return a position in the document; an offset below 0 is the end of the paragraph."""
        block = self.block(self.numbers[spot[0]])
        room = block.length() - 1
        return block.position() + (room if spot[1] < 0 else min(spot[1], room))

    def spots(self, cursor: QTextCursor) -> tuple[Spot, ...]:
        """Return the ends of a selection, the anchor first."""
        found = []
        for position in (cursor.anchor(), cursor.position()):
            block = self.document.findBlock(position)
            paragraph = self.paragraph_at(block.blockNumber())
            if paragraph is not None:
                found.append((paragraph.place, position - block.position()))
        return tuple(found)

    def select(self, cursor: QTextCursor, spots: tuple[Spot, ...]) -> bool:
        """Select between two spots; return whether that moved the cursor."""
        if len(spots) != 2 or any(place not in self.numbers for place, _ in spots):
            return False
        anchor, position = map(self.position, spots)
        moved = (cursor.anchor(), cursor.position()) != (anchor, position)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        return moved


def span_of(sheet: Sheet, cursor: QTextCursor) -> Span:
    """Return what a cursor has selected, with the words around it."""
    first, last = blocks_of(cursor)
    top, foot = sheet.block(first), sheet.block(last)
    before, _ = layout.texts_around(top, cursor.selectionStart() - top.position(), 0)
    _, after = layout.texts_around(foot, 0, cursor.selectionEnd() - foot.position())
    chosen = sheet.paragraphs[first : last + 1]
    return Span(chosen, linked(before, chosen[0].words), linked(after, chosen[-1].words))
