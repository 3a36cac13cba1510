"""The rows of a table in one shape: their number, their cells, and whether a page break tore them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tthc_desktop.documents.reading.text.paragraphs import join_lines
from tthc_desktop.documents.reading.text.tables.fitness import cost, is_body, is_time
from tthc_desktop.documents.reading.text.tables.headings import counts_columns, repeats
from tthc_desktop.documents.reading.text.tables.marked_off import Cell
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import EMPTY, Text

_NUMBER = re.compile(r"(?:([IVX]{1,6})|(\d{1,4}(?:\.\d{1,4})+)|(\d{1,5})|([a-zđ])|([A-HĐ]))\s*[.):]?(?=\s|$)")
_STYLES = (Mark.ROMAN, Mark.DECIMAL, Mark.ARABIC, Mark.LETTER, Mark.UPPER)
_IN_TITLE = re.compile(
    r"(?:([IVX]{1,6})[.):]?|(\d{1,2}(?:\.\d{1,2})+)[.)]?|(\d{1,2})[.)]|([a-zđ])[)]|([A-HĐ])[.)])\s*[-–]?\s*(?=[^\W\d_])"
)
_MISFIT = 3.0
_OPEN_END = re.compile(r"[,\-/(]$|\([^)]*$")
_ENDED = re.compile(r"[.;:!?]$")


@dataclass(frozen=True, slots=True)
class Raw:
    """A row: its printed number and style, a cell per column, the lines it came from.

    `across` tells that one cell filled the row, `in_title` that the number stood in it.
    """

    number: str
    style: Mark
    cells: tuple[Text, ...]
    lines: tuple[int, ...]
    across: bool = False
    in_title: bool = False
    shifted: bool = False


def number_of(words: str) -> tuple[str, Mark]:
    """Return the bare number and its style if the words are nothing but a number."""
    match = _NUMBER.fullmatch(words.strip())
    return _styled(match) if match else ("", Mark.NONE)


def leading_number(words: str) -> tuple[str, Mark, int]:
    """Return the number that a title across the table begins with, its style and where the title goes on."""
    match = _IN_TITLE.match(words)
    return (*_styled(match), match.end()) if match else ("", Mark.NONE, 0)


def _styled(match: re.Match[str]) -> tuple[str, Mark]:
    bare = next(group for group in match.groups() if group)
    return bare, _STYLES[match.groups().index(bare)]


def read_rows(rows: Iterable[Sequence[Cell]], columns: Sequence[Column]) -> tuple[list[Raw], list[int]]:
    """Return the logical rows, and the numbers of the lines that only repeat or count the heading."""
    found: list[Raw] = []
    noise: list[int] = []
    for cells in rows:
        if repeats(columns, cells) or counts_columns(cells) or not any(cell.words for cell in cells):
            noise.extend(number for cell in cells for number in cell.lines)
            continue
        raw = raw_row(cells, columns)
        if found and _continues(found[-1], raw, columns):
            found[-1] = _merged(found[-1], raw)
        else:
            found.append(raw)
    return found, noise


def raw_row(cells: Sequence[Cell], columns: Sequence[Column]) -> Raw:
    """Return the cells of a row, as many as there are columns, with its number apart."""
    lines = tuple(sorted({number for cell in cells for number in cell.lines}))
    filled = [place for place, cell in enumerate(cells) if cell.words]
    if len(filled) == 1 and (len(cells) == 1 or _is_title(cells[filled[0]], filled[0], columns)):
        return _across(cells[filled[0]], columns, lines)
    fitted, shifted = _fitted(cells, columns)
    place = _number_place(columns)
    number, style = number_of(str(fitted[place])) if place is not None else ("", Mark.NONE)
    if place is not None and number:
        fitted[place] = EMPTY
    return Raw(number, style, tuple(fitted), lines, shifted=shifted)


def _is_title(cell: Cell, place: int, columns: Sequence[Column]) -> bool:
    """Tell whether the only cell of a row is a title across the table and not the rest of a torn row."""
    number, _, _ = leading_number(cell.words)
    role = columns[min(place, len(columns) - 1)].role
    numbered = bool(number) and role in {Role.NUMBER, Role.CONTENT}
    misplaced = place < 2 and role is not Role.CONTENT and cell.words[0].isupper() and cost(role, cell.words) >= _MISFIT
    return numbered or misplaced or cell.words.isupper() or all(run.bold for run in cell.text.runs)


def _across(cell: Cell, columns: Sequence[Column], lines: tuple[int, ...]) -> Raw:
    number, style, start = leading_number(cell.words)
    cells = [EMPTY] * len(columns)
    cells[content_place(columns)] = cut(cell.text, start)
    return Raw(number, style, tuple(cells), lines, across=True, in_title=bool(number))


def cut(words: Text, start: int) -> Text:
    """Return the text from the `start`-th letter on."""
    runs = []
    for run in words.runs:
        runs.append(replace(run, text=run.text[start:]))
        start = max(0, start - len(run.text))
    return Text(tuple(run for run in runs if run.text))


def _number_place(columns: Sequence[Column]) -> int | None:
    return next((place for place, column in enumerate(columns) if column.role is Role.NUMBER), None)


def content_place(columns: Sequence[Column]) -> int:
    """Return the place of the column that names the work, the first that is no number if none does."""
    places = [place for place, column in enumerate(columns) if column.role is Role.CONTENT]
    rest = [place for place, column in enumerate(columns) if column.role is not Role.NUMBER]
    return (places or rest or [0])[0]


def _fitted(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[list[Text], bool]:
    """Return a cell per column; of a row with too many, the empty ones that fit worst are left out."""
    texts = [cell.text for cell in cells]
    while len(texts) > len(columns) and not texts[-1]:
        texts.pop()
    shifted = len(texts) > len(columns)
    while len(texts) > len(columns):
        empty = [place for place, text in enumerate(texts) if not text]
        if not empty:
            texts[len(columns) - 1 :] = [join_lines(texts[len(columns) - 1 :])]
            break
        worst = min(empty, key=lambda place: _misfit(texts[:place] + texts[place + 1 :], columns))
        del texts[worst]
    return texts + [EMPTY] * (len(columns) - len(texts)), shifted


def _misfit(texts: Sequence[Text], columns: Sequence[Column]) -> float:
    return sum(cost(column.role, str(text)) for column, text in zip(columns, texts, strict=False) if text)


def _continues(before: Raw, raw: Raw, columns: Sequence[Column]) -> bool:
    """Tell whether a row without a number goes on with the one before, as after a page break."""
    if raw.number or raw.across or (before.across and _fresh(raw, columns)):
        return False
    filled = [(old, new) for old, new in zip(before.cells, raw.cells, strict=True) if new]
    if any(str(new)[0].islower() or _OPEN_END.search(str(old)) for old, new in filled):
        return True
    if before.number and _number_place(columns) is not None:
        return not _fresh(raw, columns)
    return False


def _fresh(raw: Raw, columns: Sequence[Column]) -> bool:
    """Tell whether a row could stand for itself: it names its work and at least one whole field besides."""
    content = raw.cells[content_place(columns)]
    others = [
        str(text) for text, column in zip(raw.cells, columns, strict=True) if text and column.role is not Role.CONTENT
    ]
    return bool(content) and any(is_time(words) or is_body(words) for words in others)


def _merged(before: Raw, raw: Raw) -> Raw:
    cells = tuple(
        join_lines([old, new]) if old and new else old or new for old, new in zip(before.cells, raw.cells, strict=True)
    )
    return replace(before, cells=cells, lines=(*before.lines, *raw.lines))


def counting_styles(rows: Sequence[Raw]) -> list[Mark]:
    """Return the number style of each row as the table means it: where there are 1.1 and 1.2, 1 counts with them."""
    decimals = any(row.style is Mark.DECIMAL for row in rows)
    return [Mark.DECIMAL if row.style is Mark.ARABIC and decimals else row.style for row in rows]
