"""Tables whose cells stand one after the other in the text, with nothing between them: found, cut, made a grid."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.text.facts import Facts
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.documents.reading.text.paragraphs import starts_with
from tthc_desktop.documents.reading.text.parts import starts_appendix
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.documents.reading.text.tables.cutting import Habits, cut, goes_on, measure, physical_lines, said
from tthc_desktop.documents.reading.text.tables.headings import columns as columns_of
from tthc_desktop.documents.reading.text.tables.headings import known
from tthc_desktop.documents.reading.text.tables.marked_off import Block, Cell, Grid, cell_of
from tthc_desktop.documents.reading.text.tables.row_numbers import RowCounter, RowStart
from tthc_desktop.documents.reading.text.tables.unmarked_head import Word, head_titles, leaves, words_of
from tthc_desktop.documents.reading.text.tail import is_capacity, is_tail
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import fold, plain

_HEAD_WORDS = 120
"""More words than any head has: sentences of a paper whose lines are whole paragraphs."""
_HEAD_LINES = 40
_KNOWN = 3
_FIRST = re.compile(r"(s ?t ?t|st|so tt|tt|so|so thu tu)\b")
_AFTER = ("tren day la", "trong qua trinh", "ghi chu", "noi nhan")


@dataclass(slots=True)
class _Row:
    """A row in the making: its number, and its words page by page."""

    start: RowStart
    lines: list[Line]
    pages: list[list[Word]] = field(default_factory=list)
    parts: list[list[Word]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)


def with_tables(blocks: Sequence[Block], facts: Facts) -> list[Block]:
    """Return the blocks with each such table as one grid."""
    found: list[Block] = []
    outside: dict[Mark, int] = {}
    place = 0
    while place < len(blocks):
        head = _head_end(blocks, place)
        grid, end = _table(blocks, (place, head), outside, facts) if head else (None, place)
        found.append(grid or blocks[place])
        note_mark(found[-1], outside)
        place = end if grid else place + 1
    return found


def _head_end(blocks: Sequence[Block], place: int) -> int:
    """Return where the head that begins here ends, 0 if none does: at the first number of a row."""
    first = blocks[place]
    if not isinstance(first, Line) or not _FIRST.match(fold(first.words)) or len(first.words.split()) > 20:
        return 0
    lines: list[Line] = []
    for index in range(place, min(place + _HEAD_LINES, len(blocks))):
        block = blocks[index]
        if not isinstance(block, Line):
            return 0
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        begins = RowCounter().start(block, after if isinstance(after, Line) else None)
        if lines and begins and known(head_titles(words_of(lines))) >= _KNOWN:
            return index
        lines.append(block)
        if sum(len(line.words.split()) for line in lines) > _HEAD_WORDS:
            return 0
    return 0


def _table(
    blocks: Sequence[Block], span: tuple[int, int], outside: dict[Mark, int], facts: Facts
) -> tuple[Grid | None, int]:
    """Return the table whose head takes the span, and where it ends; None if the head's first column is no number."""
    place, head = span
    head_lines = [block for block in blocks[place:head] if isinstance(block, Line)]
    columns = columns_of(leaves(head_titles(words_of(head_lines))))
    if columns[0].role is not Role.NUMBER:
        return None, place
    rows, end = _rows(blocks, head, head_lines, outside)
    if not rows:
        return None, place
    habits = Habits(facts.pairs, _pairs_outside(blocks[:place], blocks[end:]))
    groups = [_is_group(row, rows[index + 1] if index + 1 < len(rows) else None) for index, row in enumerate(rows)]
    for _ in range(2):
        for row, group in zip(rows, groups, strict=True):
            if not group:
                row.parts = _parts(row, columns, habits)
        _measure([row.parts for row in rows if row.parts], habits)
    for row, group in zip(rows, groups, strict=True):
        row.cells = _group_cells(row, columns) if group else _cells(row)
    numbers = tuple(block.number for block in blocks[place:end] if isinstance(block, Line))
    return Grid(tuple(tuple(row.cells) for row in rows), numbers, columns), end


def _pairs_outside(*parts: Sequence[Block]) -> frozenset[tuple[str, str]]:
    words = [block.words.split() for part in parts for block in part if isinstance(block, Line)]
    return frozenset(pair for line in words for pair in itertools.pairwise(line))


def note_mark(block: Block, outside: dict[Mark, int]) -> None:
    """Remember the number that a line of the text bears, for what may come next outside the tables."""
    marked = read_mark(block.words) if isinstance(block, Line) else None
    if marked and marked.numbered:
        outside[marked.mark] = marked.place


def _rows(
    blocks: Sequence[Block], head: int, head_lines: Sequence[Line], outside: dict[Mark, int]
) -> tuple[list[_Row], int]:
    rows: list[_Row] = []
    counter = RowCounter()
    place = head
    while place < len(blocks):
        line = blocks[place]
        if not isinstance(line, Line):
            break
        repeated = repeated_head(blocks, place, head_lines)
        if repeated:
            place += repeated
            continue
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        start = counter.start(line, after if isinstance(after, Line) else None)
        if start is None and ends_table(blocks, place, outside):
            break
        if start:
            counter.note(start)
            rows.append(_Row(start, [line]))
        elif rows:
            rows[-1].lines.append(line)
        place += 1
    for row in rows:
        row.pages = list(_pages(row))
    return rows, place


def repeated_head(blocks: Sequence[Block], place: int, head_lines: Sequence[Line]) -> int:
    """Return over how many lines the head is said once more, 0 if it is not."""
    wanted = sorted(word for line in head_lines for word in fold(line.words).split())
    heard: list[str] = []
    for count, block in enumerate(blocks[place : place + len(head_lines) + 6], 1):
        if not isinstance(block, Line) or len(heard) > len(wanted):
            return 0
        heard.extend(fold(block.words).split())
        if len(heard) == len(wanted):
            return count if sorted(heard) == wanted else 0
    return 0


def ends_table(blocks: Sequence[Block], place: int, outside: dict[Mark, int]) -> bool:
    """Tell whether the text goes on here: its next number, its end, or another part of the paper."""
    line = blocks[place]
    if not isinstance(line, Line) or is_tail(line.words) or is_capacity(line.words) or starts_appendix(blocks, place):
        return True
    if starts_with(line.words, *_AFTER):
        return True
    marked = read_mark(line.words)
    opens = line.words[marked.start : marked.start + 1].isupper()
    return (
        marked.numbered and opens and marked.place == outside.get(marked.mark, 0) + 1 and marked.mark is not Mark.LETTER
    )


def _pages(row: _Row) -> Iterator[list[Word]]:
    """Yield the words of a row, those of each page for themselves, without the row's number."""
    page: list[Word] = []
    for place, line in enumerate(row.lines):
        words = words_of([line])
        if place == 0:
            words = _without_number(words, row.start)
        if place and line.page and page:
            yield page
            page = []
        page.extend(words)
    yield page


def _without_number(words: list[Word], start: RowStart) -> list[Word]:
    first, *rest = words
    behind = first.text[len(start.number) + len(start.sign) :]
    if behind:
        return [Word(behind, first.line, True, 0), *rest]
    return [Word(word.text, word.line, place == 0, word.gap) for place, word in enumerate(rest)]


def _is_group(row: _Row, after: _Row | None) -> bool:
    """Tell whether a row heads those below it: a title in capitals, or a number that the next row goes into."""
    words = said([word for page in row.pages for word in page])
    if words.isupper() or (
        row.start.style in {Mark.ROMAN, Mark.UPPER}
        and len(words) > 1
        and after is not None
        and after.start.style is not row.start.style
    ):
        return True
    if after is None or after.start.place != 1:
        return False
    deeper = after.start.style is Mark.LETTER and row.start.style is Mark.ARABIC
    return deeper or (after.start.style is Mark.DECIMAL and after.start.number == f"{row.start.number}.1")


def _group_cells(row: _Row, columns: Sequence[Column]) -> list[Cell]:
    words = [word for page in row.pages for word in page]
    title = _cell(words)
    if row.start.sign and row.start.rest:
        lead = f"{row.start.number}{row.start.sign} "
        return [Cell(plain(lead + title.words), tuple(line.number for line in row.lines))]
    return [Cell(plain(row.start.number), (row.lines[0].number,)), title, *(Cell() for _ in columns[2:])]


def _parts(row: _Row, columns: Sequence[Column], habits: Habits) -> list[list[Word]]:
    """Cut the words of a row into its cells."""
    roles = [column.role for column in columns[1:]]
    first, *more = row.pages
    for column, part in enumerate(row.parts):
        habits.forget(column, said(part))
    parts = [list(first[start:end]) for start, end in cut(first, roles, habits, torn=bool(more))]
    for page in more:
        rests = goes_on([said(part) for part in parts], page, habits)
        for part, (start, end) in zip(parts, rests, strict=True):
            part.extend(page[start:end])
    for column, part in enumerate(parts):
        habits.note(column, said(part))
    return parts


def _measure(rows: Sequence[Sequence[Sequence[Word]]], habits: Habits) -> None:
    for column, cells in enumerate(zip(*rows, strict=True)):
        habits.widths[column] = measure(cells)


def _cells(row: _Row) -> list[Cell]:
    number = Cell(plain(row.start.number + row.start.sign), (row.lines[0].number,))
    return [number, *(_cell(part) for part in row.parts)]


def _cell(words: Sequence[Word]) -> Cell:
    """Return the words as a cell, wrapped lines joined."""
    return cell_of([Line(line[0].line, plain(said(line)), said(line)) for line in physical_lines(words)])
