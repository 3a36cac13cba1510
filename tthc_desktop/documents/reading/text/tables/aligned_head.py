"""The head of a table whose columns blanks keep apart: titles side by side, one below the other, one over several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.text.parts import starts_appendix
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.documents.reading.text.tables.headings import columns as columns_of
from tthc_desktop.documents.reading.text.tables.headings import known
from tthc_desktop.documents.reading.text.tables.marked_off import Block
from tthc_desktop.documents.reading.text.tables.row_numbers import RowCounter
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import EMPTY, Text, fold, plain
from tthc_desktop.models.vocabulary import column_roles

_PIECE = re.compile(r"\S+(?: \S+)*")
_FIRST = re.compile(r"(s ?t ?t|st|so tt|tt|so|so thu tu)")
_CAPTION = re.compile(r"(bang|bieu)( so)? \d")
_LONGEST = 6
KNOWN = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on a line, and from which to which letter."""

    words: str
    start: int
    end: int

    @property
    def middle(self) -> float:
        """The place of its middle."""
        return (self.start + self.end) / 2


@dataclass(slots=True)
class Head:
    """A head: its columns, the middle of each, and how many lines it takes."""

    columns: tuple[Column, ...]
    middles: list[float]
    lines: list[Line] = field(default_factory=list)


def pieces(line: Line) -> list[Piece]:
    """Return the pieces of a line that two or more blanks keep apart."""
    return [Piece(match.group(), match.start(), match.end()) for match in _PIECE.finditer(line.raw.expandtabs(8))]


def read_head(blocks: Sequence[Block], place: int) -> Head | None:
    """Return the head that begins at this line: titles side by side, STT the first of them."""
    lines: list[Line] = []
    first = blocks[place]
    if starts_appendix(blocks, place) or (isinstance(first, Line) and _CAPTION.match(fold(first.words))):
        return None
    for block in blocks[place : place + 8]:
        if not isinstance(block, Line) or (lines and not _is_head_line(block)):
            break
        lines.append(block)
    parts = [pieces(line) for line in lines]
    wide = next(
        (index for index, part in enumerate(parts) if len(part) >= KNOWN and _FIRST.fullmatch(fold(part[0].words))),
        None,
    )
    if wide is None or wide > 1 or (wide == 1 and not _stands_over(lines[0], parts)):
        return None
    titles = _stacked(parts)
    leaves = sorted((title for title in titles if len(title.below) < 2), key=lambda title: title.piece.middle)
    columns = columns_of([(plain(leaf.words), _over(leaf, titles)) for leaf in leaves])
    if sum(column.role is not Role.FREE for column in columns) < KNOWN or columns[0].role is not Role.NUMBER:
        return None
    return Head(columns, [leaf.piece.middle for leaf in leaves], lines)


def _stands_over(line: Line, parts: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether the line above the one with STT belongs to the head: wide titles, no title of the table."""
    above, below = parts[:2]
    shouts = line.words.isupper() and not all(part.words.isupper() for part in below)
    return not shouts and below[1].start <= above[0].start and len(above) < KNOWN + 2


def _is_head_line(line: Line) -> bool:
    """Tell whether a line goes on with a head: short titles, or the rest of titles begun above."""
    parts = pieces(line)
    if not parts or RowCounter().start(Line(0, plain(parts[0].words), ""), Line(0, plain("X"), "X")):
        return False
    if _FIRST.fullmatch(fold(parts[0].words)) and len(parts) >= KNOWN:
        return True
    other = sum(not _is_title(part.words) for part in parts)
    return other == 0 or (other == 1 and len(parts) > KNOWN)


def _is_title(words: str) -> bool:
    short = len(words.split()) <= _LONGEST
    return short and (
        words[0].islower()
        or words[0] == "("
        or words == "T"
        or bool(known([words]))
        or bool(_FIRST.fullmatch(fold(words)))
    )


@dataclass(slots=True)
class _Title:
    """A title of the head, with the titles that stand below it side by side."""

    piece: Piece
    words: str
    row: int
    top: int
    below: list["_Title"] = field(default_factory=list)


def _stacked(parts: Sequence[Sequence[Piece]]) -> list[_Title]:
    """Join titles that go on in the line below, and find those that stand over several."""
    titles: list[_Title] = []
    for row, part in enumerate(parts):
        for piece in part:
            above = [title for title in titles if title.row < row and _overlap(title.piece, piece) > 0]
            begun = next((title for title in reversed(above) if _goes_on(title.words, piece.words)), None)
            if begun:
                begun.words = f"{begun.words} {piece.words}"
                begun.piece = Piece(begun.words, min(begun.piece.start, piece.start), max(begun.piece.end, piece.end))
                begun.row = row
            else:
                titles.append(_Title(piece, piece.words, row, row))
    for title in titles:
        title.below = [
            other for other in titles if other.top > title.row and _overlap(_widened(title, titles), other.piece) > 0
        ]
    for title in [title for title in titles if _is_cut(title)]:
        title.below[0].words = f"{title.words} {title.below[0].words}"
        titles.remove(title)
    return titles


def _is_cut(title: _Title) -> bool:
    """Tell whether a title says nothing without the only one below it."""
    alone = len(title.below) == 1 and _overlap(title.piece, title.below[0].piece) > 0
    return alone and column_roles([title.words])[0] is Role.FREE


def _goes_on(words: str, more: str) -> bool:
    if more[0].islower():
        return True
    whole = column_roles([f"{words} {more}"])[0]
    return column_roles([words])[0] is Role.FREE and whole is not Role.FREE and column_roles([more])[0] is Role.FREE


def _widened(title: _Title, titles: Sequence[_Title]) -> Piece:
    """Return how far a title reaches: to its neighbours on the same line."""
    left = max(
        (other.piece.end for other in titles if other.row == title.row and other.piece.end <= title.piece.start),
        default=0,
    )
    right = min(
        (other.piece.start for other in titles if other.row == title.row and other.piece.start >= title.piece.end),
        default=10_000,
    )
    reach = 14
    return Piece(title.words, max(left, title.piece.start - reach), min(right, title.piece.end + reach))


def _over(leaf: _Title, titles: Sequence[_Title]) -> Text:
    wide = next((title for title in titles if len(title.below) > 1 and leaf in title.below), None)
    return plain(wide.words) if wide else EMPTY


def _overlap(one: Piece, other: Piece) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
