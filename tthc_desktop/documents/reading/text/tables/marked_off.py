"""Tables whose cells are marked off in the text: by tabs, by Markdown pipes, by pipes on lines of their own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from tthc_desktop.documents.reading.text.paragraphs import join_lines
from tthc_desktop.documents.reading.text.source import Line, squeezed
from tthc_desktop.documents.reading.text.tables.word_rows import is_group_between, is_item_behind, title_places
from tthc_desktop.models.table import Column
from tthc_desktop.models.text import EMPTY, Run, Text, fold, text

_RULE_ROW = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?")
_BORDER = re.compile(r"\+?(?:[-=]{2,}\+)+[-=]*|[─━┌┐└┘├┤┬┴┼═]+")
_BLANKS = re.compile(r"\s+")
_ITEM = re.compile(r"[-–+•]\s")
_NUMBERED = re.compile(r"(?:[IVX]+|\d{1,3}(?:\.\d{1,3})*|[a-zđA-HĐ])[.)]?")
_TABS = 2
_MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the numbers of the lines it came from."""

    text: Text = EMPTY
    lines: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """The words of the cell."""
        return str(self.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, not all of one length. `lines` are all numbers it was made from, its rules included.

    `columns` are known already where the head had to be understood to find the cells.
    """

    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...]
    columns: tuple[Column, ...] = ()


Block = Line | Grid


def cell_of(lines: Sequence[Line]) -> Cell:
    """Return the lines as one cell: wrapped words joined, list items on lines of their own."""
    parts: list[list[Text]] = []
    for line in lines:
        if not parts or (_ITEM.match(line.words) and _may_list(parts)):
            parts.append([])
        parts[-1].append(line.text)
    runs: list[Run] = []
    for part in parts:
        runs.extend([Run("\n")] if runs else [])
        runs.extend(join_lines(part).runs)
    return Cell(squeezed(tuple(runs)), tuple(line.number for line in lines))


def _may_list(parts: Sequence[Sequence[Text]]) -> bool:
    """Tell whether a dash may open an item here: in a list, or where the words before it have ended."""
    return bool(_ITEM.match(str(parts[0][0]))) or str(parts[-1][-1])[-1:] in ".;:,"


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the lines with every marked-off table as one grid; one that only lays out the page becomes lines again."""
    found: list[Block] = []
    place = 0
    while place < len(lines):
        end, grid = _grid_at(lines, place)
        if grid is None:
            found.append(lines[place])
            end = place + 1
        elif not any(cell.words for row in grid.rows for cell in row):
            pass
        elif _lays_out_page(grid):
            found.extend(_as_lines(grid, lines[place:end]))
        else:
            found.append(grid)
        place = end
    return found


def _grid_at(lines: Sequence[Line], place: int) -> tuple[int, Grid | None]:
    line = lines[place]
    if line.words == "|":
        return _lone_pipes(lines, place)
    if max(line.raw.count("|"), line.raw.count("\t")) > _MOST_COLUMNS:
        return place, None
    after = lines[place + 1].raw.strip() if place + 1 < len(lines) else ""
    bare = line.raw.strip()
    drawn = _BORDER.fullmatch(bare) is not None and len(bare) > _TABS and after.startswith("|")
    if drawn or (bare.startswith("|") and bare.count("|") >= _TABS):
        return _pipe_rows(lines, place)
    if "|" in bare and (_RULE_ROW.fullmatch(after) or min(bare.count(" | "), after.count("| ")) >= _TABS):
        return _tab_rows(lines, place, "|")
    if _is_tab_row(line):
        return _tab_rows(lines, place)
    return place, None


def _is_tab_row(line: Line) -> bool:
    cells = line.raw.split("\t")
    return len(cells) > _TABS and sum(bool(cell.strip()) for cell in cells) >= _TABS


def _tab_rows(lines: Sequence[Line], place: int, separator: str = "\t") -> tuple[int, Grid | None]:
    """Read rows that end with their lines, but for cells that go on over several."""
    rows: list[list[Cell]] = []
    end = place
    for line in lines[place:]:
        cells = _split_cells(line, separator)
        columns = len(rows[0]) if rows and separator == "\t" else 0
        if is_group_between(lines, end, columns):
            rows.append(cells)
        elif is_item_behind(lines, end, columns):
            break
        elif rows and _goes_on(rows, cells, line):
            rows[-1][-1] = _extended(rows[-1][-1], cells[0])
            rows[-1].extend(cells[1:])
        elif separator in line.raw and not (line.gap and rows and len(cells) <= _TABS < len(rows[0])):
            rows.extend([] if _RULE_ROW.fullmatch(line.raw.strip()) else [cells])
        else:
            break
        end += 1
    if rows and (covered := title_places([[cell.words for cell in row] for row in rows[:3]])):
        rows[0] = [rows[0][place] if place is not None else Cell() for place in covered]
    numbers = tuple(line.number for line in lines[place:end])
    return end, Grid(tuple(tuple(_unquoted(cell) for cell in row) for row in rows), numbers)


def _goes_on(rows: Sequence[Sequence[Cell]], cells: Sequence[Cell], line: Line) -> bool:
    """Tell whether a line is more of the last cell: the row has not all its cells, or its quotation mark is open."""
    last = rows[-1][-1].words
    if last.startswith('"') and last.count('"') % 2:
        return True
    short = len(rows[-1]) < len(rows[0]) and len(rows[-1]) + len(cells) - 1 <= len(rows[0])
    first = cells[0].words
    barred = "|" in line.raw and "\t" not in line.raw
    return short and not line.gap and bool(first) and (bool(last) or barred) and not _NUMBERED.fullmatch(first)


def _extended(cell: Cell, more: Cell) -> Cell:
    lead = Run("\n" if _ITEM.match(more.words) else " ") if cell.text else Run("")
    return Cell(squeezed((*cell.text.runs, lead, *more.text.runs)), (*cell.lines, *more.lines))


def _unquoted(cell: Cell) -> Cell:
    """Return a cell without the quotation marks that a spreadsheet puts around several lines."""
    words = cell.words
    if len(words) < 2 or words[0] != '"' or words[-1] != '"' or ("\n" not in words and len(cell.lines) < 2):
        return cell
    runs = [replace(run, text=run.text.replace('""', "\u0001")) for run in cell.text.runs]
    return replace(cell, text=text(replace(run, text=run.text.replace('"', "").replace("\u0001", '"')) for run in runs))


def _pipe_rows(lines: Sequence[Line], place: int) -> tuple[int, Grid | None]:
    """Read rows between bars; where lines are drawn between the rows, all lines between two belong to one row."""
    rows: list[list[Line]] = []
    drawn = _BORDER.fullmatch(lines[place].raw.strip()) is not None
    end = place
    for line in lines[place:]:
        bare = line.raw.strip()
        if _RULE_ROW.fullmatch(bare) or _BORDER.fullmatch(bare):
            rows.append([])
        elif not bare.startswith("|") or (line.gap and drawn):
            break
        elif drawn and rows:
            rows[-1].append(line)
        else:
            rows.append([line])
        end += 1
    numbers = tuple(line.number for line in lines[place:end])
    read = [_barred_row(row) for row in rows if row]
    closed = sum(not row[-1].words for row in read) * 2 > len(read)
    return end, Grid(tuple(row[:-1] if closed and not row[-1].words else row for row in read), numbers)


def _barred_row(lines: Sequence[Line]) -> tuple[Cell, ...]:
    cells = [_split_cells(line, "|")[1:] for line in lines]
    joined = []
    for column in zip_longest(*cells, fillvalue=Cell()):
        parts = [Line(cell.lines[0], cell.text, cell.words) for cell in column if cell.words]
        joined.append(cell_of(parts) if len(lines) > 1 else column[0])
    return tuple(joined)


def _split_cells(line: Line, separator: str) -> list[Cell]:
    """Split a line at the separators. `raw` has the separators, `text` the emphasis: they are walked side by side."""
    runs = [list(_split_run(run, separator)) for run in _with_separators(line).runs]
    cells: list[list[Run]] = [[]]
    for parts in runs:
        for index, part in enumerate(parts):
            if index:
                cells.append([])
            cells[-1].append(part)
    return [Cell(squeezed(tuple(cell)), (line.number,)) for cell in cells]


def _split_run(run: Run, separator: str) -> Iterator[Run]:
    for part in run.text.split(separator):
        yield replace(run, text=part)


def _with_separators(line: Line) -> Text:
    return line.marked_up


def _lone_pipes(lines: Sequence[Line], place: int) -> tuple[int, Grid | None]:
    end = _lone_pipes_end(lines, place)
    pieces: list[list[Line]] = []
    for line in lines[place:end]:
        if line.words == "|":
            pieces.append([])
        elif not _is_rule(line):
            pieces[-1].append(line)
    cells = [cell_of(piece) for piece in pieces[:-1]]
    numbers = tuple(line.number for line in lines[place:end])
    return end, Grid(tuple(_rows_of(cells)), numbers)


def _is_rule(line: Line) -> bool:
    return bool(line.words) and not line.words.strip("-_=*~ ")


def _lone_pipes_end(lines: Sequence[Line], place: int) -> int:
    """Return where the table ends: behind the pipe that is followed by a blank line, or by nothing."""
    end = place + 1
    for index in range(place + 1, len(lines)):
        if lines[index].gap and lines[index - 1].words == "|" and lines[index].words != "|":
            break
        if lines[index].words == "|":
            end = index + 1
    return end


def _rows_of(cells: list[Cell]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a stream of cells in which an empty one stands between two rows.

    The first row tells how many cells a row has; a row of one cell across the table is shorter.
    """
    size = next((index for index, cell in enumerate(cells) if not cell.words), len(cells))
    place = 0
    while place < len(cells):
        length = _row_length(cells, place, size)
        yield tuple(cells[place : place + length])
        place += length + 1


def _row_length(cells: list[Cell], place: int, size: int) -> int:
    after = place + size
    whole = after >= len(cells) or not cells[after].words
    alone = place + 1 < len(cells) and bool(cells[place].words) and not cells[place + 1].words
    if alone and size > _TABS and (not whole or any(cell.words for cell in cells[place + 2 : place + 3])):
        return 1
    if whole:
        return min(size, len(cells) - place)
    return next((length for length in range(1, size) if not cells[place + length].words), size)


def _lays_out_page(grid: Grid) -> bool:
    """Tell whether a grid is the head or the foot of a paper: by its words, or as a recipient beside who signs."""
    folded = [fold(cell.words) for row in grid.rows for cell in row]
    signs = ("noi nhan", "kinh gui", "luu: vt")
    if len(grid.rows) == 1 and folded[0].startswith(("- ", "+ ")) and sum(map(bool, folded)) <= _TABS:
        return True
    return any("cong hoa xa" in words or words.lstrip("-+ ").startswith(signs) for words in folded)


def _as_lines(grid: Grid, lines: Sequence[Line]) -> Iterator[Line]:
    by_number = {line.number: line for line in lines}
    for row in grid.rows:
        for cell in row:
            whole = "".join(by_number[number].words for number in cell.lines)
            if _BLANKS.sub("", whole) == _BLANKS.sub("", cell.words):
                yield from _own_lines(by_number[number] for number in cell.lines)
            elif cell.lines:
                yield from _parts_of(by_number[cell.lines[0]], cell.text)


def _own_lines(lines: Iterable[Line]) -> Iterator[Line]:
    for index, line in enumerate(lines):
        yield from _parts_of(replace(line, gap=line.gap if index else 1), line.text)


def _parts_of(line: Line, words: Text) -> Iterator[Line]:
    for part in filter(None, _split_at_newlines(words)):
        yield replace(line, text=part, raw=str(part))


def split_lines(found: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with every line that holds a break (`<br>`) as several lines, but for a whole paragraph."""
    for block in found:
        if isinstance(block, Grid) or block.begins is not None or "\n" not in block.words:
            yield block
            continue
        for part in filter(None, _split_at_newlines(block.text)):
            yield replace(block, text=part, raw=str(part))


def _split_at_newlines(words: Text) -> Iterator[Text]:
    runs: list[Run] = []
    for run in words.runs:
        first, *more = run.text.split("\n")
        runs.append(replace(run, text=first))
        for part in more:
            yield squeezed(tuple(runs))
            runs = [replace(run, text=part)]
    yield squeezed(tuple(runs))
