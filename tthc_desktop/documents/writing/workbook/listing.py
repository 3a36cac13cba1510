"""A sheet with a list: a title, headings, a line for each thing; printed like a table, to be filtered like data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tthc_desktop.documents.writing.workbook.book import Book
from tthc_desktop.documents.writing.workbook.faces import Face
from tthc_desktop.documents.writing.workbook.heights import Ruler
from tthc_desktop.models.text import plain

Value = str | date | datetime
_SIZE = 12.0
_POINTS_PER_LETTER = 6.0
_PIXELS = 96 / 72
_HEAD = 2


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its sheet's name and title, the columns with their widths in letters, and the lines."""

    name: str
    title: str
    columns: Sequence[tuple[str, int]]
    lines: Iterable[Sequence[Value]]


def write_listing(book: Book, listing: Listing) -> None:
    """Add the sheet of a list."""
    pen = book.plain_sheet(listing.name, landscape=True)
    widths = [width * _POINTS_PER_LETTER for _, width in listing.columns]
    ruler = Ruler(widths, _SIZE)
    for at, width in enumerate(widths):
        pen.sheet.set_column_pixels(at, at, round(width * _PIXELS))
    pen.across(0, (0, len(widths)), plain(listing.title), Face(14.0, bold=True, centred=True))
    pen.sheet.set_row(0, 30)
    heading = Face(_SIZE, bold=True, centred=True, grid=True)
    for at, (title, _) in enumerate(listing.columns):
        pen.put(_HEAD, at, plain(title), heading)
    lines = max(ruler.lines(plain(title), at, at + 1, bold=True) for at, (title, _) in enumerate(listing.columns))
    pen.sheet.set_row(_HEAD, ruler.height(lines))
    row = _HEAD
    for row, line in enumerate(listing.lines, _HEAD + 1):
        lines = 1
        for at, value in enumerate(line):
            if isinstance(value, str):
                words = plain(value)
                pen.put(row, at, words, Face(_SIZE, grid=True))
                lines = max(lines, ruler.lines(words, at, at + 1))
            else:
                pen.put_day(row, at, value, Face(_SIZE, grid=True, centred=True, day=True))
        pen.sheet.set_row(row, ruler.height(lines))
    pen.sheet.freeze_panes(_HEAD + 1, 0)
    pen.sheet.repeat_rows(_HEAD)
    if row > _HEAD:
        pen.sheet.autofilter(_HEAD, 0, row, len(widths) - 1)
    else:
        pen.put(_HEAD + 1, 0, plain("Chưa có dòng nào."), Face(_SIZE))
