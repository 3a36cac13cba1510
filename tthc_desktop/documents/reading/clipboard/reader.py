"""From the clipboard to a fragment: markup or plain words in, paragraphs and tables of a plan out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from tthc_desktop.documents.reading.clipboard.limits import refuse_length, refuse_markup, refuse_table, refuse_words
from tthc_desktop.documents.reading.clipboard.pasted import Pasted
from tthc_desktop.documents.reading.clipboard.settling import settled
from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.laid_out.blocks import Block, Marker, Paper, TableBlock
from tthc_desktop.documents.reading.laid_out.headings import Headings
from tthc_desktop.documents.reading.laid_out.tables import flat, lays_out, read_slots, slots_of, width_of
from tthc_desktop.documents.reading.text.facts import Facts, gather
from tthc_desktop.documents.reading.text.marks import Marked, read_mark
from tthc_desktop.documents.reading.text.paragraphs import Paragraph, paragraph, paragraphs
from tthc_desktop.documents.reading.text.pieces import Reading, blocks_of, pieces_of, take_table
from tthc_desktop.documents.reading.text.source import Line, read_lines, source_lines
from tthc_desktop.documents.reading.text.tables.marked_off import split_lines
from tthc_desktop.models.editing.fragments import pieces
from tthc_desktop.models.fragment import part
from tthc_desktop.models.numbering import UNNUMBERED, printed
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import Text

_MANY_LINES = 3
_JSON_PER_LETTER = 10
Piece = Paragraph | Table


def read_plain(words: str) -> Pasted:
    """Read words without markup: lines that a page's width broke are joined, marks and tables recognised."""
    refuse_words(words)
    lines = read_lines(words)
    reading = Reading(_facts([line for line in lines if line.words and line.words != "|"]))
    pieces = pieces_of(blocks_of(lines, reading), reading)
    known = source_lines(words)
    read = {line.number for line in lines if line.words}
    reading.place({line.number for line in known} - read)
    return settled(pieces, reading, known)


def _facts(lines: Sequence[Line]) -> Facts:
    """Gather the facts of a few lines: among so few, points such as a) must not pass for the rest of broken lines."""
    facts = gather(lines)
    goes_on = any(line.words[:1].islower() and not read_mark(line.words).start for line in lines)
    return replace(facts, wrapped=facts.wrapped and goes_on)


def read_exact(words: str) -> Pasted:
    """Read what this program copied itself: nothing is to be recognised, and everything is who it was."""
    from tthc_desktop.documents.exchange import from_json  # noqa: PLC0415 - only where our own copy is pasted

    refuse_length(len(words) // _JSON_PER_LETTER)
    plan = from_json(words)
    fragment = part(plan)
    found = {piece.id: " ".join(f"{piece.number} {piece.words}".split()) for piece in pieces(fragment)}
    lines = tuple(SourceLine(number, said) for number, said in enumerate(found.values(), 1))
    return Pasted(fragment, lines, dict(enumerate(found, 1)), exact=True, came_from=plan.id)


def read_html(markup: str) -> Pasted:
    """Read markup as another program copies it; what is only laid out in lines is read as plain words."""
    from tthc_desktop.documents.reading.clipboard.markup import page_of  # noqa: PLC0415 - loads the parser

    refuse_markup(markup)
    page = page_of(markup)
    refuse_words("\n".join(str(block.text) for block in flat(page.blocks)))
    if len(page.blocks) == 1 and isinstance(only := page.blocks[0], Block) and only.marker is None:
        lines = str(only.text)
        if lines.count("\n") > _MANY_LINES:
            return _with_pictures(read_plain(lines), page)
    return _with_pictures(_Laying().read(page), page)


def _with_pictures(pasted: Pasted, page: Paper) -> Pasted:
    if not page.pictures:
        return pasted
    said = f"Có {page.pictures} hình không dán được, vì kế hoạch chỉ có chữ và bảng."
    return replace(pasted, problems=(*pasted.problems, Problem("nội dung sao chép", said)))


@dataclass(slots=True)
class _Laying:
    """Blocks on their way to pieces, each given the number of its line."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    lines: list[SourceLine] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    reading: Reading = field(default_factory=lambda: Reading(gather([])))

    def read(self, page: Paper) -> Pasted:
        blocks = tuple(_laid_out(page.blocks))
        headings = Headings(block for block in blocks if isinstance(block, Block))
        for block in blocks:
            if isinstance(block, TableBlock):
                self._table(block)
            elif "\n" in str(block.text):
                self._broken(block)
            else:
                self._paragraph(headings.marked(block))
        return settled(self.pieces, self.reading, tuple(self.lines))

    def _line(self, words: Text, sign: str = "") -> Line:
        number = next(self.numbers)
        self.lines.append(SourceLine(number, f"{sign} {words}".strip()))
        return Line(number, words, str(words), words)

    def _paragraph(self, block: Block) -> None:
        marker = block.marker
        if marker is None:
            self.pieces.append(paragraph((self._line(block.text),)))
            return
        counted = bool(marker.number) or marker.mark in UNNUMBERED
        sign = marker.shown or (printed(marker.mark, marker.number) if counted else "")
        line = self._line(block.text, sign)
        self.pieces.append(
            Paragraph((line,), block.text, Marked(marker.mark, marker.number, marker.place, 0, marker.depth))
        )
        self._note_sign(marker, line.number)

    def _note_sign(self, marker: Marker, number: int) -> None:
        right = printed(marker.mark, marker.number)
        if marker.number and marker.shown.rstrip(".)") != right.rstrip(".)") and marker.shown:
            said = f"Số in là “{marker.shown}”, theo cách đánh số của văn bản là “{right}”."
            self.reading.problems.append(Problem(f"dòng {number}", said, number))

    def _broken(self, block: Block) -> None:
        """Read the lines of one block: many are lines of a page, a few belong together unless one has a mark."""
        parts = [part for part in split_lines([Line(0, block.text, str(block.text))]) if isinstance(part, Line)]
        lines = [self._line(part.text) for part in parts]
        found = paragraphs(lines, _facts(lines))
        if len(lines) <= _MANY_LINES and not any(part.mark.numbered for part in found[1:]):
            found = [paragraph(tuple(lines))]
        first, *rest = found
        if block.marker is not None:
            marked = Marked(block.marker.mark, block.marker.number, block.marker.place, 0, block.marker.depth)
            first = replace(first, mark=marked)
        self.pieces.extend([first, *rest])

    def _table(self, block: TableBlock) -> None:
        refuse_table(len(block.rows), width_of(block))
        slots = slots_of(block, self.numbers)
        for row in slots:
            cells = [slot.cell for slot in row if slot.cell.lines]
            said = " | ".join(" ".join(cell.words.split()) for cell in cells)
            self.lines.extend([SourceLine(cells[0].lines[0], said)] if cells else [])
        above, part = read_slots(slots)
        self.pieces.extend(paragraph((Line(cell.lines[0], cell.text, cell.words),)) for cell in above)
        self.pieces.append(take_table(part, self.reading))


def _laid_out(blocks: Sequence[Block | TableBlock]) -> Iterator[Block | TableBlock]:
    """Yield the blocks with those in place of a table that only lays out the page."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, TableBlock) and lays_out(block):
            waiting.extend(inner for row in block.rows[::-1] for cell in row[::-1] for inner in cell.blocks[::-1])
        else:
            yield block
