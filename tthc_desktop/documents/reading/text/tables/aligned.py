"""Tables whose columns are kept apart by blanks, as `pdftotext -layout` writes them: cells by where words stand."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.documents.reading.text.tables.aligned_head import KNOWN, Head, Piece, pieces, read_head
from tthc_desktop.documents.reading.text.tables.fitness import cost
from tthc_desktop.documents.reading.text.tables.marked_off import Block, Cell, Grid, cell_of
from tthc_desktop.documents.reading.text.tables.row_numbers import RowCounter
from tthc_desktop.documents.reading.text.tables.rows import content_place
from tthc_desktop.documents.reading.text.tables.unmarked import ends_table, note_mark, repeated_head
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain

_PIECE = re.compile(r"\S+(?: \S+)*")
_FAR = 40
"""Within how many lines of the head the first row must have its number."""
_REACH = 6
"""How many letters the words of a column may stand away from its border."""


@dataclass(slots=True)
class _Lane:
    """A line of the table cut at the columns; `number` is set where a row's number stands."""

    line: Line
    cells: list[str]
    number: str = ""


def with_aligned_tables(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with each such table as one grid."""
    found: list[Block] = []
    outside: dict[Mark, int] = {}
    place = 0
    while place < len(blocks):
        head = read_head(blocks, place)
        end = place + len(head.lines) if head else place
        lanes, end = _lanes(blocks, end, head, outside) if head else ([], place)
        if head and any(lane.number for lane in lanes):
            numbers = tuple(block.number for block in blocks[place:end] if isinstance(block, Line))
            rows = tuple(tuple(_cells(row)) for row in _rows(lanes, content_place(head.columns)))
            found.append(Grid(rows, numbers, head.columns))
            place = end
        else:
            found.append(blocks[place])
            note_mark(blocks[place], outside)
            place += 1
    return found


def _lanes(blocks: Sequence[Block], place: int, head: Head, outside: dict[Mark, int]) -> tuple[list[_Lane], int]:
    """Return the lines of the table cut at its columns, and where the table ends."""
    pages: list[tuple[list[float], list[Line]]] = [(head.middles, [])]
    counter = RowCounter()
    numbers: dict[int, str] = {}
    while place < len(blocks):
        line = blocks[place]
        if not isinstance(line, Line):
            break
        if not numbers and len(pages[-1][1]) > _FAR:
            break
        again = repeated_head(blocks, place, head.lines)
        if again and not numbers:
            break
        if again:
            fresh = read_head(blocks[: place + again], place)
            pages.append((fresh.middles if fresh and len(fresh.middles) == len(head.middles) else pages[-1][0], []))
            place += again
            continue
        start = _row_number(line, pages[-1][0], counter)
        if start is None and _ends(blocks, place, outside):
            break
        if start:
            numbers[line.number] = start
        pages[-1][1].append(line)
        place += 1
    roles = [column.role for column in head.columns]
    lanes = [lane for middles, lines in pages for lane in _cut_page(lines, middles, roles, numbers)]
    return lanes, place


def _row_number(line: Line, middles: Sequence[float], counter: RowCounter) -> str | None:
    """Return the number of the row if the line bears one in the first column."""
    parts = pieces(line)
    limit = (middles[0] + middles[1]) / 2
    if not parts or parts[0].start > limit:
        return None
    words, _, rest = parts[0].words.partition(" ")
    if len(parts[0].words) > 8 and not rest:
        return None
    below = Line(0, plain("X"), "X")
    start = counter.start(Line(line.number, plain(words), words), below)
    if start is None or (rest and rest[0].islower()):
        return None
    counter.note(start)
    return words


def _ends(blocks: Sequence[Block], place: int, outside: dict[Mark, int]) -> bool:
    line = blocks[place]
    alone = isinstance(line, Line) and len(pieces(line)) < KNOWN
    return alone and ends_table(blocks, place, outside)


def _cut_page(
    lines: Sequence[Line], middles: Sequence[float], roles: Sequence[Role], numbers: dict[int, str]
) -> Iterator[_Lane]:
    borders = _borders(lines, middles)
    for line in lines:
        raw = line.raw.expandtabs(8)
        number = numbers.get(line.number, "")
        number = number if raw.lstrip().startswith(number) else ""
        raw = raw.replace(number, " " * len(number), 1)
        cells = _cut_line(raw, borders, roles)
        content = next((place for place, role in enumerate(roles) if role is Role.CONTENT), len(roles) - 1)
        cells[0], cells[content] = "", f"{cells[0]} {cells[content]}".strip()
        yield _Lane(line, cells, number)


def _borders(lines: Sequence[Line], middles: Sequence[float]) -> list[int]:
    """Return where each column but the first begins: where most pieces start and fewest words are cut."""
    texts = [line.raw.expandtabs(8) for line in lines if len(pieces(line)) >= KNOWN]
    starts = Counter(piece.start for line in lines for piece in pieces(line))
    borders: list[int] = []
    for left, right in pairwise(middles):
        span = range(max(int(left), borders[-1] + 1 if borders else 0) + 1, max(int(right), int(left) + 2) + 1)
        cut = {place: sum(text[place - 1 : place].strip() != "" for text in texts) for place in span}
        best = max((starts[place] - 3 * cut[place], place) for place in span)[1]
        borders.append(best if starts[best] else _widest_gap(span, cut))
    return borders


def _widest_gap(span: range, cut: Mapping[int, int]) -> int:
    """Return the end of the widest run of places where fewest words are cut."""
    fewest = min(cut.values())
    runs: list[list[int]] = [[]]
    for place in span:
        if cut[place] == fewest:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    return max(runs, key=len)[-1]


def _cut_line(raw: str, borders: Sequence[int], roles: Sequence[Role]) -> list[str]:
    """Cut a line at the borders; a lone piece that runs over them is a title across the table."""
    found = list(_PIECE.finditer(raw))
    cells = [""] * len(roles)
    if len(found) == 1 and any(_runs_over(found[0], border, raw) for border in borders[1:]):
        cells[1] = found[0].group()
        return cells
    for match in found:
        for column, words in _shares(Piece(match.group(), match.start(), match.end()), borders, roles):
            cells[column] = f"{cells[column]} {words}".strip()
    return cells


def _runs_over(match: re.Match[str], border: int, raw: str) -> bool:
    return match.start() < border - 1 and match.end() > border and bool(raw[border - 1 : border + 1].strip())


def _shares(piece: Piece, borders: Sequence[int], roles: Sequence[Role]) -> Iterator[tuple[int, str]]:
    """Yield the column of a piece with its words; one that two columns share is cut where the second reads best."""
    column = sum(piece.start + min(2, piece.end - piece.start - 1) >= border for border in borders)
    if column < len(borders) and piece.end > borders[column] + 1:
        border = borders[column]
        starts = [match.start() for match in re.finditer(r"(?:^|(?<= ))\S", piece.words)]
        near = [start for start in starts if abs(piece.start + start - border) <= _REACH]
        if near:
            start = min(
                near,
                key=lambda start: _cut_cost(piece.words[start:], abs(piece.start + start - border), roles[column + 1]),
            )
            yield column, piece.words[:start].rstrip()
            rest = Piece(piece.words[start:], max(piece.start + start, border), piece.end)
            yield from _shares(rest, borders, roles)
            return
    yield column, piece.words


def _cut_cost(words: str, distance: int, role: Role) -> float:
    return 0.4 * distance + (3.0 if words[0].islower() else 0.0) + cost(role, words)


def _rows(lanes: Sequence[_Lane], content: int) -> Iterator[list[_Lane]]:
    """Yield the lines of each row; where numbers stand in the middle of their rows, lines above belong to them too."""
    places = [place for place, lane in enumerate(lanes) if lane.number]
    middle = places[0] > 0 or any(not lanes[place].cells[content] for place in places)
    if not middle:
        if places[0] > 0:
            yield list(lanes[: places[0]])
        starts = places
    else:
        starts = _middle_starts(lanes, places)
    for start, end in zip(starts, [*starts[1:], len(lanes)], strict=True):
        yield list(lanes[start:end])


def _middle_starts(lanes: Sequence[_Lane], places: Sequence[int]) -> list[int]:
    """Return where rows begin whose numbers stand in their middle: as many lines above a number as below."""
    starts = [0]
    for place, following in pairwise(places):
        above = place - starts[-1]
        options = (
            (abs(start - place - 1 - above) + _torn(lanes, start), start) for start in range(place + 1, following + 1)
        )
        starts.append(min(options)[1])
    return starts


def _torn(lanes: Sequence[_Lane], start: int) -> float:
    """Return how unlikely it is that a row begins at this line: its cells would go on from the line above."""
    above, below = lanes[start - 1], lanes[start]
    torn = sum(2.0 for cell in below.cells if cell and cell[0].islower())
    return torn + sum(1.0 for cell in above.cells if cell.endswith((",", "-", "(")))


def _cells(row: Sequence[_Lane]) -> Iterator[Cell]:
    number = next((lane for lane in row if lane.number), None)
    yield Cell(plain(number.number), (number.line.number,)) if number else Cell()
    for column in range(1, len(row[0].cells)):
        yield cell_of(
            [
                Line(lane.line.number, plain(lane.cells[column]), lane.cells[column])
                for lane in row
                if lane.cells[column]
            ]
        )
