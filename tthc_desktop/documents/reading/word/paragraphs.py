"""Paragraphs of a Word file as blocks: their words, number, heading and setting, with the boxes that hang on them."""

from dataclasses import dataclass, field, replace

from tthc_desktop.documents.reading.laid_out.blocks import Align, Block, Marker
from tthc_desktop.documents.reading.word.counts import Counts
from tthc_desktop.documents.reading.word.lists import Lists
from tthc_desktop.documents.reading.word.looks import Look, read_look
from tthc_desktop.documents.reading.word.marking import Marking
from tthc_desktop.documents.reading.word.names import PPR, Element, child
from tthc_desktop.documents.reading.word.notes import Reference
from tthc_desktop.documents.reading.word.properties import NOTHING, Properties, joined, read_properties
from tthc_desktop.documents.reading.word.setting import set_together
from tthc_desktop.documents.reading.word.styles import Styles
from tthc_desktop.documents.reading.word.words import Piece, Reader, Words
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import EMPTY, Run, text

_ALIGN = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFIED,
    "distribute": Align.JUSTIFIED,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph as a block (None when it is blank), and what hangs on it."""

    block: Block | None
    boxes: tuple[Element, ...] = ()
    listed: bool = False
    """Whether it is part of a table of contents."""
    ends_section: bool = False


@dataclass(slots=True)
class Paragraphs:
    """Reads one paragraph after the other, counting lists on the way."""

    styles: Styles
    lists: Lists
    counts: Counts
    reader: Reader
    marking: Marking = field(default_factory=Marking)
    references: list[Reference] = field(default_factory=list)
    known: list[tuple[Id, ...]] = field(default_factory=list)
    """The parts of our own plan that began in a paragraph, the outermost first, for each in which any did."""
    landscape: bool = False
    _before: list[Words] = field(default_factory=list)
    """What stands before a paragraph whose own end was deleted: Word shows both as one."""

    def read(self, paragraph: Element) -> Found:
        """Return a paragraph as a block; the words of one whose end was deleted wait for the next."""
        properties = read_properties(child(paragraph, PPR))
        words = self.reader.read(paragraph, properties.style)
        self._before.append(words)
        block = None if properties.is_joined else self._joined(properties)
        listed = self.reader.fields.listed or self.styles.of(properties.style, "paragraph").lists_contents
        return Found(block, tuple(words.boxes), listed, properties.ends_section)

    def rest(self) -> Block | None:
        """Return the words that still wait for a next paragraph where there is none."""
        return self._joined(NOTHING) if self._before else None

    def _joined(self, properties: Properties) -> Block | None:
        """Return what waits as one block, noting the notes and parts of our own that begin in it."""
        waiting, self._before = self._before, []
        known = [part for one in waiting for part in one.known]
        self.known.extend([tuple(known)] if known else [])
        block = self._block(properties, [piece for one in waiting for piece in one.pieces])
        where = str(block.text) if block else ""
        self.references.extend(Reference(kind, number, where) for one in waiting for kind, number in one.notes)
        return replace(block, known=known[-1]) if block and known else block

    def _block(self, properties: Properties, pieces: list[Piece]) -> Block | None:
        self.counts.bear(sum(len(piece.words) for piece in pieces))
        words, font, encoding = set_together(pieces)
        if encoding:
            self.counts.converted[encoding] += 1
        if not words and self._is_hidden(properties):
            return None
        own = self.styles.of(properties.style, "paragraph")
        prefix, marker = self._number(properties, str(words))
        if prefix:
            words = text((Run(f"{prefix} "), *words.runs))
        if not words and marker is None:
            return None
        return Block(
            words or EMPTY,
            (own.heading or 0) if properties.heading is None else properties.heading,
            marker,
            _ALIGN.get(properties.align or own.align),
            font=font,
            boxed=properties.framed,
            landscape=self.landscape,
            original="".join(piece.words for piece in pieces) if encoding else "",
        )

    def _number(self, properties: Properties, words: str) -> tuple[str, Marker | None]:
        """Return the number as words that go before the others when it is no mark of a plan, else the mark."""
        own = self.styles.of(properties.style, "paragraph")
        counted = self.lists.count(joined(properties.ref, own.ref))
        if counted is None:
            self.marking.typed(words)
            return "", None
        shown, marker = self.marking.marker(counted)
        return ("", marker) if marker is not None or not words else (shown, None)

    def _is_hidden(self, properties: Properties) -> bool:
        """Tell whether the end of a paragraph is hidden: one without words is then not seen, and not counted."""
        mark: Look = read_look(properties.mark, self.styles.theme)
        return bool(self.styles.look(mark, properties.style, "").hidden)
