"""A sheet whose lower rows are each written at once, as XML; the library would keep every cell and walk them twice."""

from collections import deque
from collections.abc import Sequence
from datetime import date
from html import escape

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_STANDARD = 20
"""Pixels; a row as high as Excel makes it needs no word of that."""


class LaidSheet(Worksheet):  # type: ignore[misc]
    """A sheet that takes whole rows below those written cell by cell."""

    dim_rowmax: int | None

    def __init__(self) -> None:
        super().__init__()
        self._laid: deque[str] = deque()
        self._above = 0
        """So many rows stand above those that are laid."""

    def lay(self, row: int, cells: Sequence[str], height: float | None = None) -> None:
        """Add a row below all others: its cells as XML from the first column on, and its height in points."""
        self._above = self._above if self._laid else row
        self._check_dimensions(row, 0)
        self._check_dimensions(row, len(cells) - 1)
        self._laid.append(f'<row r="{row + 1}"{_height(height)}>{"".join(cells)}</row>')

    def merge_laid(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Make one cell of several in laid rows, between two corners; none may be in two merges."""
        self.merge.append([*first, *last])

    def place_of(self, words: str) -> int:
        """Return where the workbook keeps the words of its cells."""
        place: int = self.str_table._get_shared_string_index(words)  # noqa: SLF001 - the sheet's own library
        return place

    def place_of_rich(self, row: int, column: int, pieces: Sequence[object], cell_format: Format) -> int | None:
        """Return where the workbook keeps words of several looks; None for what the library takes for no such words."""
        self.write_rich_string(row, column, *pieces, cell_format)
        written = self.table.pop(row, {}).get(column)
        return written.string if written else None

    def day_number(self, day: date) -> str:
        """Return a day as spreadsheets count it."""
        return f"{self._convert_date_time(day):.16G}"

    def _write_rows(self) -> None:
        if self._laid:
            last, self.dim_rowmax = self.dim_rowmax, self._above - 1
            super()._write_rows()
            self.dim_rowmax = last
            while self._laid:
                self.fh.write(self._laid.popleft())
        else:
            super()._write_rows()


def style_of(cell_format: Format) -> int:
    """Return the number by which cells name a format."""
    number: int = cell_format._get_xf_index()  # noqa: SLF001 - as above
    return number


def inline(name: str, words: str) -> str:
    """Return a cell that holds its own words, which nothing repeats; they may have no sign that XML cannot hold."""
    return f'<c r="{name}" t="inlineStr"><is><t>{escape(words, quote=False)}</t></is></c>'


def _height(points: float | None) -> str:
    pixels = _STANDARD if points is None else int(points * 4 / 3 + 0.5)
    return "" if pixels == _STANDARD else f' ht="{pixels * 0.75:.16g}" customHeight="1"'
