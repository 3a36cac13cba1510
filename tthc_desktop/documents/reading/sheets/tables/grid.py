"""A sheet looked at as a grid: which words are a cell's own, and from where a merged cell's words came."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.sheets.book import Seen, Sheet
from tthc_desktop.documents.reading.sheets.found import letters

BLANK = Seen("")
_NEAR = 64
"""So many rows are kept in mind."""


@dataclass(frozen=True, slots=True)
class View:
    """A sheet with the first cell of each merged one by the cells that it fills, and the cells it covers."""

    sheet: Sheet
    width: int
    anchors: dict[tuple[int, int], tuple[int, int]]
    spans: dict[tuple[int, int], tuple[int, int]]
    """For the first cell of a merged one the last row and column."""
    _own: dict[int, Mapping[int, str]] = field(default_factory=dict, repr=False, compare=False)
    """The words of the rows asked for last: each row is asked for several times in turn."""

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.sheet.rows)

    def seen(self, row: int, column: int) -> Seen:
        """Return the cell, a blank one beyond the row's end."""
        cells = self.sheet.rows[row]
        return cells[column] if column < len(cells) else BLANK

    def words(self, row: int, column: int) -> str:
        """Return what a person sees at this place, words of a merged cell too."""
        return self.seen(row, column).words.strip()

    def own(self, row: int, column: int) -> str:
        """Return the words of a cell that are not those of a merged cell that begins elsewhere."""
        seen = self.seen(row, column)
        return "" if seen.fills else seen.words.strip()

    def own_cells(self, row: int) -> Mapping[int, str]:
        """Return the words of a row by column, without those of merged cells that begin elsewhere."""
        found = self._own.get(row)
        if found is None:
            if len(self._own) >= _NEAR:
                self._own.clear()
            cells = self.sheet.rows[row]
            found = {at: words for at, seen in enumerate(cells) if not seen.fills and (words := seen.words.strip())}
            self._own[row] = found
        return found

    def is_blank(self, row: int) -> bool:
        """Tell whether nothing begins in the row."""
        return not self.own_cells(row)

    def from_above(self, row: int, column: int) -> bool:
        """Tell whether the words are those of a merged cell that begins in a row above, in this very column."""
        if not self.seen(row, column).fills:
            return False
        anchor = self.anchors.get((row, column))
        if anchor is not None:
            return anchor[0] < row and anchor[1] == column
        return row > 0 and self.words(row - 1, column) == self.words(row, column)

    def from_left(self, row: int, column: int) -> bool:
        """Tell whether the words are those of a merged cell that begins in a column before."""
        if not self.seen(row, column).fills:
            return False
        anchor = self.anchors.get((row, column))
        return anchor[1] < column if anchor is not None else not self.from_above(row, column)

    def last_column(self, row: int, column: int) -> int:
        """Return the last column that the cell covers."""
        span = self.spans.get((row, column))
        if span is not None:
            return span[1]
        last = column
        cells = self.sheet.rows[row]
        if last + 1 >= len(cells) or not cells[last + 1].fills:
            return last
        while self.from_left(row, last + 1) and self.words(row, last + 1) == self.words(row, column):
            last += 1
        return last

    def address(self, row: int, column: int) -> str:
        """Return the place that Excel calls the cell by."""
        seen = self.seen(row, column)
        return seen.address or f"{letters(self.sheet.first_column + column)}{self.shown(row)}"

    def shown(self, row: int) -> int:
        """Return the number that Excel shows before the row."""
        return self.sheet.first_row + row + 1


def view_of(sheet: Sheet) -> View:
    """Return the view of a sheet."""
    width = max((len(row) for row in sheet.rows), default=0)
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for first, last, left, right in sheet.merges:
        spans[first, left] = (last, right)
        for row in range(first, min(last + 1, len(sheet.rows))):
            for column in range(left, min(right + 1, width)):
                if (row, column) != (first, left):
                    anchors[row, column] = (first, left)
    return View(sheet, width, anchors, spans)
