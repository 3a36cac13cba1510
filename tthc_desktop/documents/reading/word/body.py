"""The text of a Word file from top to bottom: paragraphs, tables and boxes as blocks, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.own_papers import known_by
from tthc_desktop.documents.reading.laid_out.blocks import Block, Step, TableBlock, no_step
from tthc_desktop.documents.reading.word.names import (
    BOOKMARK,
    NAME,
    PPR,
    SECTION,
    TABLE,
    Element,
    P,
    child,
    inside,
    number,
    paragraphs_in,
    w,
)
from tthc_desktop.documents.reading.word.paragraphs import Paragraphs
from tthc_desktop.documents.reading.word.spreads import Blocks
from tthc_desktop.documents.reading.word.tables import Tables
from tthc_desktop.models.identity import Id

DEEPEST = 12
"""How deep tables and boxes may stand in each other; nobody can see what is deeper."""
_OFTEN = 200
_CHUNK = w("altChunk")


@dataclass(slots=True)
class Body:
    """Reads what holds paragraphs: the body, cells, boxes, notes, heads and feet of pages."""

    paragraphs: Paragraphs
    tables: Tables = field(init=False)
    aside: list[Block] = field(default_factory=list)
    _sections: list[bool] = field(default_factory=list)
    _depth: int = 0
    _step: Step = no_step
    _place: int = 0
    _many: int = 0

    def __post_init__(self) -> None:
        own = self.paragraphs
        self.tables = Tables(own.styles, own.counts, self.inner, own.known, self._tick)

    def whole(self, body: Element, step: Step) -> Blocks:
        """Return the blocks of the text; `step` is told of every few."""
        self._sections = _sections(body)
        self._turn()
        self._step, self._many = step, len(body)
        blocks: list[Block | TableBlock] = []
        for self._place, (found, known) in enumerate(_known(body)):
            if self._place % _OFTEN == 0:
                self._tick()
            blocks.extend(self._one(found, known))
        blocks.extend(filter(None, [self.paragraphs.rest()]))
        step(self._many, self._many)
        return tuple(blocks)

    def _tick(self) -> None:
        """Tell how far the text is read."""
        self._step(self._place, max(self._many, self._place))

    def inner(self, holder: Element) -> Blocks:
        """Return the blocks of what stands by itself."""
        blocks: list[Block | TableBlock] = []
        for found, known in _known(holder):
            blocks.extend(self._one(found, known))
        blocks.extend(filter(None, [self.paragraphs.rest()]))
        return tuple(blocks)

    def apart(self, holder: Element) -> Blocks:
        """Return the blocks of what is no part of the running text, and counts its lists by itself."""
        with self.paragraphs.lists.apart():
            return self.inner(holder)

    def _turn(self) -> None:
        """Go on to the next section; the last one goes on to the end."""
        if self._sections:
            self.paragraphs.landscape = self.tables.landscape = self._sections.pop(0)

    def _one(self, found: Element, known: Id) -> Iterator[Block | TableBlock]:
        if found.tag == P:
            yield from self._paragraph(found)
        elif found.tag == TABLE:
            yield from filter(None, [self.paragraphs.rest()])
            yield from self._deeper(found, known)
        elif found.tag == _CHUNK:
            self.paragraphs.counts.chunks += 1

    def _paragraph(self, element: Element) -> Iterator[Block | TableBlock]:
        found = self.paragraphs.read(element)
        if found.block is not None and found.listed:
            self.aside.append(found.block)
        elif found.block is not None:
            yield found.block
        for box in found.boxes:
            yield from self._box(box)
        if found.ends_section and not self._depth:
            self._turn()

    def _deeper(self, table: Element, known: Id) -> Iterator[Block | TableBlock]:
        """Yield a table; one that stands too deep in others as its paragraphs."""
        if self._depth >= DEEPEST:
            yield from self._flat(table)
            return
        self._depth += 1
        read = self.tables.read(table, known)
        self._depth -= 1
        if read.rows:
            yield read

    def _box(self, box: Element) -> Iterator[Block | TableBlock]:
        self._depth += 1
        inner = self.apart(box) if self._depth <= DEEPEST else self._flat(box)
        for block in inner:
            yield replace(block, boxed=True) if isinstance(block, Block) else block
        self._depth -= 1

    def _flat(self, holder: Element) -> Iterator[Block]:
        self.paragraphs.counts.too_deep = True
        for paragraph in paragraphs_in(holder):
            yield from filter(None, [self.paragraphs.read(paragraph).block])
        yield from filter(None, [self.paragraphs.rest()])


def _known(holder: Element) -> Iterator[tuple[Element, Id]]:
    """Yield what stands in a holder, with the identity that a bookmark just before it tells."""
    known = ""
    for found in inside(holder):
        if found.tag == BOOKMARK:
            known = known_by(found.get(NAME, "")) or known
        elif found.tag in {P, TABLE, _CHUNK}:
            yield found, known
            known = ""


def _sections(body: Element) -> list[bool]:
    """Return for each section whether its pages lie on their long side."""
    found = []
    for one in inside(body):
        section = one if one.tag == SECTION else child(child(one, PPR), SECTION) if one.tag == P else None
        if section is not None:
            found.append(_lies(section))
    return found


def _lies(section: Element) -> bool:
    """Tell whether pages lie on their long side; LibreOffice says so by their size alone."""
    size = child(section, w("pgSz"))
    if size is None:
        return False
    wide, high = number(size.get(w("w"), "")), number(size.get(w("h"), ""))
    return size.get(w("orient"), "") == "landscape" or (wide or 0) > (high or wide or 0)
