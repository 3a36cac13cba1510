"""Units' workbooks written, edited as units edit them, and read back."""

from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit_sheets import DUE, Words, sent, share
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet
from tthc_desktop.documents.writing.unit_sheets import unit_sheet
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.models.sending.workshare import WorkShare

Edit = Callable[[Worksheet], None]
HEAD = 6
"""The row of the heading in a sheet with a due day; the first group, the first two tasks … stand below it."""


def written(
    folder: Path, said: Mapping[Id, Words] | None = None, of: WorkShare | None = None, **changed: object
) -> Path:
    """Return a unit's workbook as it goes out."""
    of = of or share()
    path = folder / "bảng.xlsx"
    path.write_bytes(unit_sheet(of, sent(of, said, **changed), DUE))
    return path


def edited(path: Path, *edits: Edit) -> Path:
    """Do to the first sheet what a unit does."""
    return changed(path, lambda book: [edit(book.worksheets[0]) for edit in edits])


def changed(path: Path, change: Callable[[Workbook], object]) -> Path:
    """Do something to the whole workbook."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def returned(path: Path) -> ReturnedSheet:
    return read_unit_sheet(read_book(path))


def put(**values: object) -> Edit:
    """Return an edit that writes into cells by their addresses."""

    def edit(sheet: Worksheet) -> None:
        for address, value in values.items():
            sheet[address].value = value

    return edit


def words_of(sheet: ReturnedSheet) -> dict[Id, dict[Field, str]]:
    """Return the words of all fields that say something, by work."""
    return {row.work_id: {field: cell.words for field, cell in row.cells.items() if cell.words} for row in sheet.rows}


def unmerge(sheet: Worksheet) -> None:
    for area in [str(area) for area in sheet.merged_cells.ranges]:
        sheet.unmerge_cells(area)
