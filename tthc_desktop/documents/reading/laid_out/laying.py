"""From blocks to the lines and tables that readers of running text understand, each with the number of its line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, pairwise

from tthc_desktop.documents.reading.draft import Place, Problem
from tthc_desktop.documents.reading.laid_out.blocks import Block, Marker, TableBlock, TableCell
from tthc_desktop.documents.reading.laid_out.headings import Headings
from tthc_desktop.documents.reading.laid_out.tables import Slot, flat, read_slots, slots_of
from tthc_desktop.documents.reading.text.facts import Facts, gather
from tthc_desktop.documents.reading.text.labels import labelled
from tthc_desktop.documents.reading.text.marks import Marked, read_mark
from tthc_desktop.documents.reading.text.paragraphs import paragraph, paragraphs
from tthc_desktop.documents.reading.text.source import Line, squeezed
from tthc_desktop.documents.reading.text.tables.building import ReadGrid
from tthc_desktop.documents.reading.text.tables.marked_off import Block as LineBlock
from tthc_desktop.documents.reading.text.tables.marked_off import split_lines
from tthc_desktop.documents.reading.text.widths import width
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import UNNUMBERED, Mark, printed
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.models.text import Run, Text

_MANY_LINES = 3
_LOST, _BEFORE_LOST = "?)", 4
"""What stands for a lost đ, and the place of the letter before it."""
_WORD = re.compile(r"(?<![^\W\d_])(?![IVXLCivxlc]+(?![^\W\d_]))[^\W\d_]{2,}")
"""A word that is no Roman number."""
_FEW_CUT, _SHARE_CUT, _FULL = 2, 0.06, 0.7
"""Of a paper whose lines are blocks so many go on in small letters, from lines that are nearly full."""


@dataclass(slots=True)
class Laying:
    """Blocks on their way to lines.

    `torn` tells that each printed line is a block of its own; `mends` joins what a stray break cut off. `across` are
    the lines on pages that lie on their long side.
    """

    torn: bool = False
    mends: bool = False
    lines: list[SourceLine] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)
    known: dict[int, Id] = field(default_factory=dict)
    across: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    originals: dict[int, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _page: int = 0
    _before: str = ""
    _letter: int = 0

    def lay(self, blocks: Sequence[Block | TableBlock], headings: Headings) -> list[LineBlock]:
        """Return the lines and tables of the blocks."""
        laid: list[LineBlock] = []
        for block in blocks:
            if isinstance(block, TableBlock):
                laid.extend(self._table(block))
                self._before = ""
            elif found := self._paragraph(headings.marked(block)):
                laid.extend(found)
                self._before = found[-1].words
        return laid

    def aside(self, blocks: Iterable[Block]) -> list[int]:
        """Give numbers to the lines of what belongs to no text, and return them."""
        found: list[int] = []
        for block in blocks:
            sign = _mark_of(block.marker)[1] if block.marker else ""
            found.extend(line.number for line in self._lines_of(block, sign))
        return found

    def _paragraph(self, block: Block) -> list[Line]:
        marker = self._mended(block.marker)
        marked, sign = _mark_of(marker) if marker else (None, "")
        if marked is None and sign:
            block = replace(block, text=squeezed((Run(f"{sign} "), *block.text.runs)))
            sign = ""
        found = self._lines_of(block, sign)
        if not found:
            return []
        self._letter = marked.place if marked and marked.mark is Mark.LETTER else self._letter
        if marker and marker.shown:
            self._note_sign(marker, marked, found[0].number)
        first, *rest = _with_beginnings(found)
        open_begin = not (block.marker or block.heading) and (self.torn or (self.mends and self._may_go_on(first)))
        return [replace(first, mark=marked, begins=None if open_begin else True), *rest]

    def _mended(self, marker: Marker | None) -> Marker | None:
        """Return the mark of a point đ whose letter LibreOffice lost when it wrote RTF."""
        if marker is None or marker.shown != _LOST or self._letter != _BEFORE_LOST:
            return marker
        return replace(marker, mark=Mark.LETTER, number="đ", place=_BEFORE_LOST + 1, shown="đ)")

    def _may_go_on(self, line: Line) -> bool:
        return line.words[0].islower() and not self._before.isupper() and not read_mark(line.words).start

    def _lines_of(self, block: Block, sign: str) -> list[Line]:
        """Return a line for each line of a paragraph that has words."""
        whole = Line(0, block.text, str(block.text), block.text)
        squeezed_whole = replace(whole, text=squeezed(block.text.runs))
        parts = [part for part in split_lines([squeezed_whole]) if isinstance(part, Line) and part.words]
        if _is_label_with_list(parts):
            parts = [squeezed_whole]
        found: list[Line] = []
        for part in parts:
            raw = whole if len(parts) == 1 else part
            shown = " ".join(part.words.split())
            number = self._line(f"{sign} {shown}".strip() if not found else shown, block.place)
            led = f"{sign} {raw.raw}" if sign and not found else raw.raw
            found.append(Line(number, part.text, led, raw.text, page=self._opens_page(block.place)))
        if found and block.known:
            self.known[found[0].number] = block.known
        if block.landscape:
            self.across.update(line.number for line in found)
        self._stood(found, block.original)
        return found

    def _stood(self, lines: list[Line], original: str) -> None:
        """Note how the lines of a paragraph stood in the file before they were turned into Unicode."""
        parts = [" ".join(part.split()) for part in original.split("\n") if part.strip()]
        stood = parts if len(parts) == len(lines) else [" ".join(parts)]
        self.originals |= {line.number: words for line, words in zip(lines, stood, strict=False) if words}

    def _line(self, words: str, place: Place | None) -> int:
        number = next(self._numbers)
        self.lines.append(SourceLine(number, words))
        if place is not None:
            self.places[number] = place
        return number

    def _opens_page(self, place: Place | None) -> bool:
        opens = place is not None and 0 < self._page < place.page
        self._page = place.page if place is not None else self._page
        return opens

    def _note_sign(self, marker: Marker, marked: Marked | None, number: int) -> None:
        """Tell of a list whose numbers are written in a way that no plan numbers its items."""
        right = printed(marker.mark, marker.number)
        if marked and marker.number and _bare(marker.shown) != _bare(right):
            said = f"Số in là “{marker.shown}”, theo cách đánh số của văn bản là “{right}”."
            self.problems.append(Problem(f"dòng {number}", said, number))

    def _table(self, block: TableBlock) -> list[LineBlock]:
        slots = slots_of(block, self._numbers)
        numbers = [self._row(block, place, row) for place, row in enumerate(slots)]
        known = [number for number in numbers if number]
        if not known:
            return []
        if block.known:
            self.known.setdefault(known[0], block.known)
        above, part = read_slots(slots)
        if block.landscape:
            self.across.update(known)
        laid: list[LineBlock] = [Line(cell.lines[0], cell.text, cell.words, cell.text, begins=True) for cell in above]
        return [*laid, ReadGrid((), tuple(sorted(part.placed)), part=part)]

    def _row(self, block: TableBlock, place: int, row: Sequence[Slot]) -> int:
        """Note the line of a row, and return its number, 0 for a row without words."""
        cells = [slot.cell for slot in row if slot.cell.lines]
        if not cells:
            return 0
        number = cells[0].lines[0]
        originals = [stood for cell in block.rows[place] if (stood := _original(cell))]
        if any(inner.original for cell in block.rows[place] for inner in flat(cell.blocks)):
            self.originals[number] = " | ".join(originals)
        self.lines.append(SourceLine(number, " | ".join(" ".join(cell.words.split()) for cell in cells)))
        where = block.places[place] if place < len(block.places) else None
        if where is not None:
            self.places[number] = where
        if place < len(block.known_rows) and block.known_rows[place]:
            self.known[number] = block.known_rows[place]
        return number


def _original(cell: TableCell) -> str:
    return " ".join(" ".join((block.original or str(block.text)).split()) for block in flat(cell.blocks)).strip()


def is_torn(blocks: Iterable[Block]) -> bool:
    """Tell whether every printed line is a paragraph of its own, as in a PDF that was saved as Word."""
    plain = [block for block in blocks if str(block.text).strip() and not (block.marker or block.heading)]
    lines = [_bare_line(place, block.text) for place, block in enumerate(plain, 1)]
    facts = gather(lines)
    cut = sum(_is_cut(before, line, facts) for before, line in pairwise(lines))
    return facts.wrapped and cut > max(_FEW_CUT, _SHARE_CUT * len(lines))


def _is_cut(before: Line, line: Line, facts: Facts) -> bool:
    """Tell whether a sentence goes on from one block to the next, the first as long as a line of a page."""
    goes_on = line.words[:1].islower() and before.words[-1:].isalnum() and not read_mark(line.words).start
    return goes_on and width(before.words) > _FULL * facts.column


def few_facts(lines: Sequence[Line]) -> Facts:
    """Gather the facts of a few lines: among so few, points such as a) must not pass for the rest of broken lines."""
    facts = gather(lines)
    goes_on = any(line.words[:1].islower() and not read_mark(line.words).start for line in lines)
    return replace(facts, wrapped=facts.wrapped and goes_on)


def _with_beginnings(lines: list[Line]) -> list[Line]:
    """Tell where paragraphs begin in the lines of one: a few belong together unless one of them has a mark."""
    if len(lines) == 1:
        return [replace(lines[0], begins=True)]
    found = paragraphs(lines, few_facts(lines))
    if len(lines) <= _MANY_LINES and not any(part.mark.mark is not Mark.NONE for part in found[1:]):
        return [replace(line, begins=place == 0) for place, line in enumerate(lines)]
    firsts = {part.first for part in found}
    return [replace(line, begins=line.number in firsts) for line in lines]


def _is_label_with_list(lines: Sequence[Line]) -> bool:
    """Tell whether the lines of a paragraph are a labelled line of a task with its value in points below it."""
    points = [read_mark(line.words).mark for line in lines[1:]]
    return bool(points) and set(points) <= {Mark.DASH, Mark.PLUS} and bool(labelled(paragraph(tuple(lines[:1]))))


def _bare_line(number: int, words: Text) -> Line:
    return Line(number, squeezed(words.runs), str(words).replace("\n", " "), words)


def _mark_of(marker: Marker) -> tuple[Marked | None, str]:
    """Return the mark of a list and its sign; a sign with words that mark no item (`Bước 1:`) is among the words."""
    counted = bool(marker.number) or marker.mark in UNNUMBERED
    sign = marker.shown or (printed(marker.mark, marker.number) if counted else "")
    if marker.mark is Mark.NONE:
        return None, sign
    worded = _WORD.search(sign) and _bare(sign) != marker.number and read_mark(f"{sign} A").mark is not marker.mark
    if worded:
        return None, sign
    return Marked(marker.mark, marker.number, marker.place, 0, marker.depth), sign


def _bare(sign: str) -> str:
    return sign.strip(" .)(:/-–")
