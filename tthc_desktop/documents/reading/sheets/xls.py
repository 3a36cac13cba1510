"""Workbooks of Excel before 2007 (.xls), read for what was seen in them."""

import struct
from io import StringIO

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Cell, Sheet

from tthc_desktop.documents.reading.legacy import is_legacy_font
from tthc_desktop.documents.reading.sheets.archive import damaged, locked
from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.compound import goes_in_circles
from tthc_desktop.documents.reading.sheets.found import Contents, Found, address
from tthc_desktop.documents.reading.sheets.look import ERRORS, Shower, seen_truth
from tthc_desktop.documents.reading.sheets.number_format import BUILTIN, GENERAL
from tthc_desktop.documents.reading.sheets.xls_values import read_xls_values
from tthc_desktop.errors import UserError

_DAMAGES = (
    CompDocError,
    struct.error,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    LookupError,
    MemoryError,
    OverflowError,
    RecursionError,
    TypeError,
    UnicodeError,
    ValueError,
    ZeroDivisionError,
)
"""What the library raises, besides its own error, on bytes that are no workbook inside."""


def read_xls(name: str, data: bytes) -> Contents:
    """Return every sheet with cells, also the hidden ones."""
    try:
        book = _opened(name, data)
    except UnicodeDecodeError:
        return read_xls_values(name, data)
    contents = Contents()
    try:
        for sheet in book.sheets():
            contents.sheets.append(_found(book, sheet))
    except _DAMAGES as error:
        raise damaged(name) from error
    if not contents.sheets:
        raise UserError(f"Tệp “{name}” không có trang tính nào.", "Hãy chọn tệp có bảng dữ liệu cần nhập.")
    return contents


def _opened(name: str, data: bytes) -> Book:
    try:
        if goes_in_circles(data):
            raise damaged(name)
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=StringIO(), on_demand=False
        )
    except XLRDError as error:
        if "encrypted" in str(error).lower() or "password" in str(error).lower():
            raise locked(name) from error
        raise damaged(name) from error
    except UnicodeDecodeError:
        raise
    except _DAMAGES as error:
        raise damaged(name) from error


class _Looks:
    """The number format and the font of each style of a workbook."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.shower = Shower(book.datemode == 1)

    def code(self, style: int) -> str:
        key = self._book.xf_list[style].format_key
        made = self._book.format_map.get(key)
        if key in BUILTIN and (key in {14, 22} or made is None):
            return BUILTIN[key]
        return made.format_str if made else GENERAL

    def font(self, style: int) -> str:
        font = self._book.font_list[self._book.xf_list[style].font_index].name
        return font if is_legacy_font(font) else ""


def _found(book: Book, sheet: Sheet) -> Found:
    looks = _Looks(book)
    found = Found(sheet.name, hidden=sheet.visibility != 0)
    fonts: dict[int, str] = {}
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            seen = _seen(looks, address(row, column), cell)
            if seen is None:
                continue
            found.add((row, column), seen)
            style = cell.xf_index or 0
            font = fonts.get(style)
            if font is None:
                font = fonts[style] = looks.font(style)
            if font or (font := _font_of_runs(book, sheet, row, column)):
                found.fonts[row, column] = font
    found.merges = [(top, bottom - 1, left, right - 1) for top, bottom, left, right in sheet.merged_cells]
    return found


def _seen(looks: _Looks, place: str, cell: Cell) -> Seen | None:
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return Seen(place, str(cell.value)) if str(cell.value).strip() else None
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return looks.shower.seen(place, float(cell.value), looks.code(cell.xf_index or 0))
        case xlrd.XL_CELL_BOOLEAN:
            return seen_truth(place, cell.value)
        case xlrd.XL_CELL_ERROR:
            return Seen(place, ERRORS.get(int(cell.value), "#N/A"), Kind.ERROR)
        case _:
            return None


def _font_of_runs(book: Book, sheet: Sheet, row: int, column: int) -> str:
    """Return the font of an old encoding in which part of a cell's words are set."""
    for _, index in sheet.rich_text_runlist_map.get((row, column), ()):
        font = book.font_list[index].name
        if is_legacy_font(font):
            return font
    return ""
