"""Workbooks that are only in memory, read as files are."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tthc_desktop.documents.reading.sheets.book import Book
from tthc_desktop.documents.reading.sheets.reading import read_book


def book_of(file: bytes | Path) -> Book:
    """Return what a workbook holds."""
    if isinstance(file, Path):
        return read_book(file)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "xuat.xlsx"
        path.write_bytes(file)
        return read_book(path)
