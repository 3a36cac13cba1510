"""Workbooks read for tests in the simplest way: every cell's words, what a merge covers left empty."""

from datetime import date
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetVisibleEnum
from xlsxwriter.utility import xl_rowcol_to_cell

from tthc_desktop.documents.reading.sheets.book import Book, Kind, Seen, Sheet


def book_of(file: bytes | Path, name: str = "xuat.xlsx") -> Book:
    """Return what a workbook holds."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(file if isinstance(file, bytes) else file.read_bytes()))
    hidden = {sheet.name for sheet in workbook.sheets_metadata if sheet.visible is not SheetVisibleEnum.Visible}
    sheets = []
    for sheet_name in workbook.sheet_names:
        lines = workbook.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)
        rows = tuple(
            tuple(_seen(row, column, value) for column, value in enumerate(line)) for row, line in enumerate(lines)
        )
        sheets.append(Sheet(sheet_name, rows, hidden=sheet_name in hidden))
    return Book(name, tuple(sheets))


def _seen(row: int, column: int, value: object) -> Seen:
    address = xl_rowcol_to_cell(row, column)
    if isinstance(value, date):
        return Seen(address, f"{value:%d/%m/%Y}", Kind.DATE, day=value)
    return Seen(address, str(value))
