"""What every reader of workbooks gives: sheets of cells as a person saw them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.models.sending.returned import SheetProblem


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    FORMULA = "formula"
    """A formula whose value the file does not have."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A cell: its words as shown (1.10, 60%, 15/02/2025; in NFC, as Unicode), and what they stand for.

    `number` is the value behind a number or per cent (0.6 for 60%), `day` that behind a date. `legacy` has the words
    as they were kept when they had to be turned into Unicode. `address` is the place that Excel calls the cell by;
    `fills` that the words are those of a merged cell's first one.
    """

    address: str
    words: str = ""
    kind: Kind = Kind.TEXT
    number: float | None = None
    day: date | None = None
    legacy: str = ""
    fills: bool = False


Area = tuple[int, int, int, int]
"""The first and the last row and column of a merged cell, counted from 0 within `Sheet.rows`."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet from its first to its last cell that says something; every row has as many cells.

    `first_row` and `first_column` (counted from 0) are where `rows` begins on the sheet.
    """

    name: str
    rows: tuple[tuple[Seen, ...], ...]
    merges: tuple[Area, ...] = ()
    hidden: bool = False
    first_row: int = 0
    first_column: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, or a table kept as text, with what is doubtful in it."""

    name: str
    sheets: tuple[Sheet, ...]
    problems: tuple[SheetProblem, ...] = ()
