"""Tables without lines between their columns: words that stand in columns below a head whose titles are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tthc_desktop.documents.reading.pdf.line import Line, Word
from tthc_desktop.documents.reading.pdf.page_table import PageCell, PageTable
from tthc_desktop.documents.reading.pdf.ruling import Stroke
from tthc_desktop.documents.reading.pdf.sheet import Sheet
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.documents.reading.text.tables.headings import known
from tthc_desktop.documents.reading.text.tables.rows import number_of

_LEAST_COLUMNS = 3
_DEEPEST_HEAD = 4
_LEAST_GUTTER = 2.5
_FAR = 4.0
"""Sizes from one line to the next at which a table ends."""
_WIDER = 1.22
"""So much wider a gap between lines sets rows apart."""
_COVERS = 0.6
_AROUND, _MOST_ABOVE = 6.0, 3

Row = list[Line]
"""The pieces of one line, from left to right."""


@dataclass(slots=True)
class Gutters:
    """The stretches between the columns that no word has crossed so far."""

    free: list[tuple[float, float]]

    def after(self, things: Sequence[Line] | Sequence[Word]) -> "Gutters | None":
        """Return what stays free once pieces or words are set, None when they cross a gutter."""
        left = []
        for start, end in self.free:
            parts = _without(start, end, things)
            widest = max(parts, key=lambda part: part[1] - part[0], default=(0.0, 0.0))
            if widest[1] - widest[0] < _LEAST_GUTTER:
                return None
            left.append(widest)
        return Gutters(left)

    def middles(self) -> list[float]:
        return [(start + end) / 2 for start, end in self.free]


@dataclass(slots=True)
class Region:
    """The lines of a table: those of its head, and those below, each with whether it goes across the columns."""

    head: list[Row]
    gutters: Gutters
    body: list[tuple[Row, bool]] = field(default_factory=list)
    edges: Sequence[float] = ()
    """Where the columns are that a table goes on with."""


Made = tuple[PageTable, int, int]
"""A table and the rows (from, up to) that make it."""


def continued_table(sheet: Sheet, rows: Sequence[Row], strokes: Sequence[Stroke], before: PageTable) -> Made | None:
    """Return what goes on, at the top of a page, with the table at the end of the page before, without a head."""
    first = next((place for place, row in enumerate(rows) if len(row) > 1 or not row[0].said.isdecimal()), len(rows))
    if first >= min(len(rows), _MOST_ABOVE) or len(rows[first]) < 2 or _region(rows, first):
        return None
    left, *inner, right = before.xs
    region = Region([], Gutters([(x - _AROUND, x + _AROUND) for x in inner]), edges=before.xs)
    _fill(region, rows[first:])
    inside = all(left - _AROUND < row[0].left and row[-1].right < right + _AROUND for row, _ in region.body)
    if not region.body or region.body[0][1] or not inside:
        return None
    return _table(sheet, region, strokes), first, first + len(region.body)


def aligned_table(sheet: Sheet, rows: Sequence[Row], strokes: Sequence[Stroke]) -> Made | None:
    """Return the first table of a page without lines between its columns."""
    for first in range(len(rows)):
        region = _region(rows, first)
        if region and region.body:
            return _table(sheet, region, strokes), first, first + len(region.head) + len(region.body)
    return None


def _region(rows: Sequence[Row], first: int) -> Region | None:
    """Return the table whose head begins at a row."""
    if len(rows[first]) < 2:
        return None
    head = next((found for depth in range(1, _DEEPEST_HEAD + 1) if (found := _head(rows, first, depth))), None)
    if head is None:
        return None
    depth, gutters = head
    region = Region(list(rows[first : first + depth]), gutters)
    _fill(region, rows[first + depth :])
    return region


def _fill(region: Region, rows: Sequence[Row]) -> None:
    """Add the lines below to a table as long as they keep to its columns or are the title of a group."""
    last = region.head[-1] if region.head else rows[0]
    for row in rows:
        if row[0].base - last[0].base > _FAR * row[0].size:
            break
        after = region.gutters.after(row)
        if after is None and not _is_group(row):
            after = region.gutters.after([word for piece in row for word in piece.words])
            if after is None:
                break
        region.gutters = after or region.gutters
        region.body.append((row, after is None))
        last = row


def _head(rows: Sequence[Row], first: int, depth: int) -> tuple[int, Gutters] | None:
    """Return how many rows a head takes and what lies between its columns, if so many rows make one."""
    lines = rows[first : first + depth]
    if len(lines) < depth or any(b[0].base - a[0].base > 2 * a[0].size for a, b in pairwise(lines)):
        return None
    columns = _columns([piece for row in lines for piece in row])
    if len(columns) < _LEAST_COLUMNS:
        return None
    titles = [" ".join(piece.said for piece in column) for column in columns]
    if known(titles) < min(3, len(titles) - 1) or any(number_of(title)[0] for title in titles):
        return None
    edges = [(min(piece.left for piece in column), max(piece.right for piece in column)) for column in columns]
    more = rows[first + depth][0] if first + depth < len(rows) else None
    if more and depth < _DEEPEST_HEAD and _goes_on(more, rows[first + depth], lines[-1][0]):
        return _head(rows, first, depth + 1)
    return depth, Gutters([(before[1], after[0]) for before, after in pairwise(edges)])


def _goes_on(line: Line, row: Row, last: Line) -> bool:
    """Tell whether a row is more of the head: close below, bold as it is, and no number in front."""
    close = line.base - last.base < 1.5 * line.size
    return close and line.share("bold") > _COVERS < last.share("bold") and not number_of(row[0].said)[0]


def _columns(pieces: Sequence[Line]) -> list[list[Line]]:
    """Return the pieces that stand below one another."""
    columns: list[list[Line]] = []
    end = -1.0
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if columns and piece.left < end:
            columns[-1].append(piece)
            end = max(end, piece.right)
        else:
            columns.append([piece])
            end = piece.right
    return [sorted(column, key=lambda piece: piece.base) for column in columns]


def _is_group(row: Row) -> bool:
    """Tell whether a line across the columns is the title of a group of rows: it has a number and is bold or short."""
    line = row[0]
    numbered = bool(read_mark(line.said).number) or bool(number_of(line.said.split()[0])[0])
    return numbered and (line.share("bold") > _COVERS or line.said.isupper())


def _without(start: float, end: float, things: Sequence[Line] | Sequence[Word]) -> list[tuple[float, float]]:
    """Return the parts of a stretch that nothing covers."""
    parts = [(start, end)]
    for thing in things:
        if thing.right <= start or thing.left >= end:
            continue
        parts = [
            part
            for begin, close in parts
            for part in ((begin, min(close, thing.left)), (max(begin, thing.right), close))
            if part[1] > part[0]
        ]
    return parts


def _table(sheet: Sheet, region: Region, strokes: Sequence[Stroke]) -> PageTable:
    every = [piece for row in (*region.head, *(row for row, _ in region.body)) for piece in row]
    ends = min(piece.left for piece in every) - 2, max(piece.right for piece in every) + 2
    xs = list(region.edges) or [ends[0], *region.gutters.middles(), ends[1]]
    groups: list[list[tuple[Row, bool]]] = [[(row, False) for row in region.head]] if region.head else []
    groups += _rows_of(region, [stroke for stroke in strokes if stroke.level], xs)
    tops = [min(piece.box[1] for row, _ in group for piece in row) - 1 for group in groups]
    bottom = max(piece.box[3] for row, _ in groups[-1] for piece in row) + 1
    ys = [*tops, bottom]
    cells = [cell for place, group in enumerate(groups) for cell in _cells(group, place, xs, ys)]
    return PageTable(sheet, xs, ys, cells, ruled=False)


def _rows_of(region: Region, strokes: Sequence[Stroke], xs: Sequence[float]) -> Iterator[list[tuple[Row, bool]]]:
    """Yield the lines of each row: between lines drawn, else where the gap is wide, else from number to number."""
    body = region.body
    top, bottom = body[0][0][0].box[1], body[-1][0][0].box[3]
    width = xs[-1] - xs[0]
    cuts = sorted(
        stroke.at for stroke in strokes if top < stroke.at < bottom and stroke.end - stroke.start > _COVERS * width
    )
    if cuts:
        begins = [any(before[0].base < cut <= now[0].base for cut in cuts) for (before, _), (now, _) in pairwise(body)]
    else:
        begins = _by_gaps(body, xs) or [row[0].left < xs[1] for row, _ in body[1:]]
    held = [body[0]]
    for begin, line in zip(begins, body[1:], strict=True):
        if begin:
            yield held
            held = []
        held.append(line)
    yield held


def _by_gaps(body: Sequence[tuple[Row, bool]], xs: Sequence[float]) -> list[bool]:
    """Return where rows begin by the gaps between lines, nothing where the gaps tell no rows."""
    gaps = [now[0].base - before[0].base for (before, _), (now, _) in pairwise(body)]
    if not gaps:
        return []
    wide = [gap > _WIDER * min(gaps) for gap in gaps]
    numbered = sum(row[0].left < xs[1] for row, _ in body)
    return wide if sum(wide) + 1 >= max(2, numbered) else []


def _cells(group: Sequence[tuple[Row, bool]], place: int, xs: Sequence[float], ys: Sequence[float]) -> list[PageCell]:
    """Return the cells of a row; the words of a group's title take all columns behind its number."""
    across = all(crosses for _, crosses in group)
    edges = [xs[0], xs[1], xs[-1]] if across else list(xs)
    cells = [PageCell((left, ys[place], right, ys[place + 1]), place, place + 1) for left, right in pairwise(edges)]
    for row, _ in group:
        words: list[list[Word]] = [[] for _ in cells]
        for word in (word for piece in row for word in piece.words):
            middle = (word.left + word.right) / 2
            at = next((at for at, cell in enumerate(cells) if middle < cell.box[2]), len(cells) - 1)
            words[at].append(word)
        for cell, found in zip(cells, words, strict=True):
            if found:
                cell.lines.append(Line(tuple(found), row[0].base))
    return cells
