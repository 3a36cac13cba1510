"""A table kept as text, its columns separated by commas, semicolons, tabs or bars."""

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice
from pathlib import PurePath

from tthc_desktop.documents.limits import LARGEST_COLUMN, LARGEST_ROW, MOST_CELLS
from tthc_desktop.documents.reading.encoding import Decoded
from tthc_desktop.documents.reading.sheets.book import Seen
from tthc_desktop.documents.reading.sheets.found import Contents, Found, address, too_large
from tthc_desktop.models.sending.returned import SheetProblem

SEPARATORS = ";\t,|"
"""In the order in which they are believed: a comma also stands inside sentences and numbers."""
_SAMPLE_ROWS, _SAMPLE_LETTERS = 60, 100_000
_MOST_SEPARATORS = 10 * MOST_CELLS
"""Cells that say nothing cost memory too while the text is taken apart."""
_LONGEST_CELL = 131_072
_MOST_BREAKS = 100
"""A cell with more line breaks is a quotation mark that was never closed, not a cell."""
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_KEPT = re.compile(r'="([^"]*)"')


def read_separated(name: str, decoded: Decoded) -> Contents:
    """Return the one sheet that a text is; every cell is the text that stands there."""
    words = decoded.words.removeprefix("\ufeff")
    said = _SAID.match(words)
    skipped = 1 if said else 0
    words = words[said.end() :] if said else words
    found = Found(PurePath(name).stem)
    sign = said[1] if said else separator(words)
    if words.count(sign) > _MOST_SEPARATORS:
        raise too_large(found.name)
    for row, cells in enumerate(_rows(words, sign), skipped):
        if len(cells) > LARGEST_COLUMN or row >= LARGEST_ROW:
            raise too_large(found.name)
        for column, cell in enumerate(cells):
            if cell.strip():
                found.add((row, column), Seen(address(row, column), _without_trick(cell)))
    problems = [SheetProblem(name, found.name, "", problem.text) for problem in decoded.problems]
    return Contents([found], problems)


def separator(words: str) -> str:
    """Return what separates the columns: what gives most rows the same number of cells, more than one."""
    sample = words[:_SAMPLE_LETTERS]
    return max(SEPARATORS, key=lambda sign: _evenness(sample, sign))


def _evenness(sample: str, sign: str) -> tuple[float, int]:
    if sign not in sample:
        return 0.0, 0
    sizes = [len(cells) for cells in _rows(sample, sign)[:_SAMPLE_ROWS] if any(cells)]
    several = Counter(size for size in sizes if size > 1)
    if not several:
        return 0.0, 0
    size, count = max(several.items(), key=lambda one: (one[1], one[0]))
    return count / len(sizes), size


def _rows(words: str, sign: str) -> list[list[str]]:
    """Return the cells; where a quotation mark is never closed, quotation marks are words like others."""
    try:
        rows = list(islice(csv.reader(StringIO(words, newline=""), delimiter=sign), LARGEST_ROW + 1))
    except csv.Error:
        rows = []
    if rows and not any(cell.count("\n") > _MOST_BREAKS for row in rows for cell in row if "\n" in cell):
        return rows
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n", LARGEST_ROW + 1)
    return [[cell[:_LONGEST_CELL] for cell in line.split(sign)] for line in lines]


def _without_trick(cell: str) -> str:
    """Return the words of ="001", by which a text asks Excel to keep its zeros."""
    kept = _KEPT.fullmatch(cell.strip())
    return kept[1] if kept else cell
