"""A workbook or a table kept as text, read as it was seen, whatever its kind and name."""

from pathlib import Path

from tthc_desktop.collecting import without_collecting
from tthc_desktop.documents.limits import LARGEST_WORKBOOK
from tthc_desktop.documents.reading.encoding import decode
from tthc_desktop.documents.reading.raw import Wanted, raw
from tthc_desktop.documents.reading.sheets.archive import Archive
from tthc_desktop.documents.reading.sheets.book import Book
from tthc_desktop.documents.reading.sheets.found import Contents
from tthc_desktop.documents.reading.sheets.kinds import (
    OLDEST,
    OLE,
    ZIP,
    is_workbook_of_excel,
    refuse_markup,
    refuse_other_compounds,
    refuse_other_kinds,
)
from tthc_desktop.documents.reading.sheets.ods.reading import read_ods
from tthc_desktop.documents.reading.sheets.separated import read_separated
from tthc_desktop.documents.reading.sheets.settling import settled
from tthc_desktop.documents.reading.sheets.web_page import is_page, read_page
from tthc_desktop.documents.reading.sheets.xls import read_xls
from tthc_desktop.documents.reading.sheets.xlsx.reading import read_xlsx
from tthc_desktop.errors import UserError

_WANTED = Wanted(
    "tệp bảng tính (.xlsx, .xls, .ods, .csv)",
    LARGEST_WORKBOOK,
    "Hãy bỏ bớt hình ảnh, trang tính không dùng rồi lưu lại, hoặc chép bảng cần dùng sang một tệp mới.",
)


def read_book(path: Path) -> Book:
    """Read a workbook; what cannot be read at all is a `UserError`, what is doubtful in it a problem of the book."""
    data = raw(path, _WANTED)
    if not data.strip(b"\0 \t\r\n"):
        raise UserError(f"Tệp “{path.name}” trống, không có dữ liệu.", "Hãy chọn tệp khác hoặc xin lại tệp gốc.")
    with without_collecting():
        return settled(path.name, _contents(path.name, data))


def _contents(name: str, data: bytes) -> Contents:
    if data.startswith(ZIP):
        archive = Archive(name, data)
        return read_xlsx(archive) if is_workbook_of_excel(archive) else read_ods(archive)
    if data.startswith(OLE):
        refuse_other_compounds(name, data)
        return read_xls(name, data)
    if data.startswith(OLDEST):
        return read_xls(name, data)
    refuse_other_kinds(name, data)
    return _of_text(name, data)


def _of_text(name: str, data: bytes) -> Contents:
    decoded = decode(data, keep_legacy=True)
    if decoded is None:
        raise UserError(
            f"Tệp “{name}” không phải là bảng tính, hoặc đã hỏng.",
            "Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv, hoặc xin lại tệp gốc.",
        )
    refuse_markup(name, decoded.words)
    if is_page(decoded.words):
        return read_page(name, decoded)
    return read_separated(name, decoded)
