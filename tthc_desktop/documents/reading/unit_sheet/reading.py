"""A returned workbook as the values that are compared with what was sent."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.sheets.book import Book, Sheet
from tthc_desktop.documents.reading.sheets.own.plans import is_own_export
from tthc_desktop.documents.reading.unit_sheet.carried import Carried, carried_in, is_carrying
from tthc_desktop.documents.reading.unit_sheet.columns import Columns, columns_of, ids_column, strange_columns
from tthc_desktop.documents.reading.unit_sheet.rows import table
from tthc_desktop.documents.unit_sheet_form import PERIOD, SHEET, UNIT
from tthc_desktop.errors import UserError
from tthc_desktop.models.progress.values import TITLES, Field
from tthc_desktop.models.sending.returned import ReturnedSheet, SheetProblem
from tthc_desktop.models.sending.workshare import LOCKED
from tthc_desktop.models.spans import key_of
from tthc_desktop.models.text import fold

_Found = tuple[Sheet, Columns]


def read_unit_sheet(book: Book) -> ReturnedSheet:
    """Read a unit's sheet that came back; a workbook that is none, or of a newer program, is a `UserError`."""
    hidden = carried_in(book)
    found = [(sheet, columns) for sheet in _in_order(book) if (columns := columns_of(sheet))]
    if not found or (not hidden and is_own_export(book)):
        raise _no_unit_sheet(book, was_one=bool(hidden))
    sheet, columns = found[0]
    carried = max(hidden, key=lambda one: _shared(one, sheet), default=Carried())
    known = frozenset(carried.sent.rows) if carried.sent else frozenset[str]()
    columns = replace(columns, ids=ids_column(sheet, columns, known))
    sent = carried.sent
    rows = tuple(table(sheet, columns, carried.groups if sent else None, sent.rows if sent else None).rows())
    problems = (*_of_book(book, carried), *_of_sheet(book, found, columns, carried))
    name = _printed(sheet, columns, UNIT) or (sent.unit_name if sent else "")
    period = sent.period if sent else key_of(_printed(sheet, columns, PERIOD))
    return ReturnedSheet(book.name, sheet.name, sent, name, rows, problems, period)


def _in_order(book: Book) -> list[Sheet]:
    """Return the sheets that may hold the table, the likeliest first."""
    sheets = [sheet for sheet in book.sheets if sheet.rows and not is_carrying(sheet)]
    return sorted(sheets, key=lambda sheet: (sheet.hidden, fold(sheet.name) != fold(SHEET)))


def _shared(carried: Carried, sheet: Sheet) -> int:
    """Return how many works that a hidden sheet names stand on the sheet."""
    words = {cell.words for row in sheet.rows for cell in row}
    return len(words & carried.sent.rows.keys()) if carried.sent else 0


def _no_unit_sheet(book: Book, *, was_one: bool) -> UserError:
    if was_one:
        return UserError(
            f"Bảng việc “{book.name}” không còn bảng công việc, hoặc tên các cột đã bị xóa.",
            "Hãy xin đơn vị gửi lại bảng còn đủ hàng tên cột, hoặc gửi cho đơn vị bảng mới.",
        )
    return UserError(
        f"Tệp “{book.name}” không phải bảng việc do chương trình này gửi đi.",
        "Hãy chọn bảng mà đơn vị gửi lại; nếu đây là bảng công việc từ nơi khác, hãy nhập bằng việc nhập bảng Excel.",
    )


def _printed(sheet: Sheet, columns: Columns, before: str) -> str:
    """Return the name of unit or period that is printed above the table after these words."""
    head = fold(before)
    cells = (cell for row in sheet.rows[: columns.row] for cell in row if not cell.fills)
    words = next((cell.words for cell in cells if fold(cell.words).startswith(head)), "")
    return " ".join(words.partition(":")[2].split())


def _of_book(book: Book, carried: Carried) -> Iterator[SheetProblem]:
    yield from (problem for problem in book.problems if not carried.sheet or problem.sheet != carried.sheet)
    if carried.trouble:
        yield SheetProblem(book.name, carried.sheet, "", carried.trouble)


def _of_sheet(book: Book, found: Sequence[_Found], columns: Columns, carried: Carried) -> Iterator[SheetProblem]:
    sheet = found[0][0]
    if carried.sent is None and not carried.sheet:
        text = "Bảng không còn trang tính ẩn; đơn vị và công việc được nhận ra theo tên và nội dung. Hãy xem kỹ."
        yield SheetProblem(book.name, sheet.name, "", text)
    heading = sheet.rows[columns.row][0].address
    missing = [f"“{TITLES[field]}”" for field in Field if field in carried.fields and field not in columns.fields]
    missing += [f"“{LOCKED['content']}”"] if "content" not in columns.locked else []
    if missing:
        text = (
            f"Không thấy cột {', '.join(missing)}: cột đã bị xóa hoặc đổi tên. Nếu đổi tên, hãy ghi lại đúng tên cột."
        )
        yield SheetProblem(book.name, sheet.name, heading, text)
    for title, first in strange_columns(sheet, columns):
        name = f"“{' '.join(title.words.split())}”" if title.words.strip() else "không tên"
        text = f"Cột {name} không có trong bảng đã gửi nên không đọc (từ ô {first.address}). Hãy xem, ghi tay nếu cần."
        yield SheetProblem(book.name, sheet.name, title.address, text)
    for other, other_columns in found[1:]:
        if any(table(other, other_columns).rows()):
            text = (
                "Tệp có thêm một bảng công việc ở trang tính này, chưa được đọc. Hãy chép nó sang tệp riêng rồi nhận."
            )
            yield SheetProblem(book.name, other.name, "", text)
