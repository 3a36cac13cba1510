"""Workbooks of Excel before 2007 whose words the usual reader cannot put together: their values, without formats.

An emoji is two signs in the file; where a record ends between them the usual reader takes the sound file for damaged.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from io import BytesIO

import python_calamine

from tthc_desktop.documents.reading.panics import panics_told
from tthc_desktop.documents.reading.sheets.archive import damaged
from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.found import Contents, Found, address
from tthc_desktop.documents.reading.sheets.look import Shower, seen_day, seen_truth
from tthc_desktop.documents.reading.sheets.number_format import GENERAL
from tthc_desktop.models.sending.returned import SheetProblem

_NO_FORMATS = (
    "Chỉ đọc được giá trị của tệp .xls này, không đọc được định dạng: 60% có thể hiện là 0,6 và ngày có thể hiện khác. "
    "Hãy xem lại các số, hoặc mở bằng Excel, lưu thành .xlsx rồi nhập lại."
)
_LOST = "Một biểu tượng (emoji) trong ô này không đọc được. Hãy xem lại chữ của ô."
_LOST_SIGN = "\ufffd"
_SHOWER = Shower()


def read_xls_values(name: str, data: bytes) -> Contents:
    """Return every sheet with cells; that formats are not known is said as one problem of the file."""
    contents = Contents(problems=[SheetProblem(name, "", "", _NO_FORMATS)])
    try:
        with panics_told(lambda: damaged(name)):
            contents.sheets += _sheets(data)
    except python_calamine.CalamineError as error:
        raise damaged(name) from error
    contents.problems += [problem for found in contents.sheets for problem in _lost(name, found)]
    return contents


def _sheets(data: bytes) -> Iterator[Found]:
    book = python_calamine.load_workbook(BytesIO(data))
    for sheet in book.sheets_metadata:
        if sheet.typ is python_calamine.SheetTypeEnum.WorkSheet:
            hidden = sheet.visible is not python_calamine.SheetVisibleEnum.Visible
            yield _found(book.get_sheet_by_name(sheet.name), hidden=hidden)


def _found(sheet: python_calamine.CalamineSheet, *, hidden: bool) -> Found:
    found = Found(sheet.name, hidden=hidden)
    for row, line in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(line):
            seen = _seen(address(row, column), value)
            if seen is not None:
                found.add((row, column), seen)
    areas = sheet.merged_cell_ranges or ()
    found.merges = [(top, bottom, left, right) for (top, left), (bottom, right) in areas]
    return found


def _seen(place: str, value: float | str | bool | date | time | timedelta) -> Seen | None:
    match value:
        case bool():
            return seen_truth(place, value)
        case int() | float():
            return _SHOWER.seen(place, float(value), GENERAL)
        case date():
            return seen_day(place, value)
        case str():
            return Seen(place, value) if value.strip() else None
        case _:
            return Seen(place, str(value), Kind.TEXT)


def _lost(name: str, found: Found) -> Iterator[SheetProblem]:
    for seen in found.cells.values():
        if _LOST_SIGN in seen.words:
            yield SheetProblem(name, found.name, seen.address, _LOST)
