"""From the bytes of an .xlsx file to what was seen in it."""

from tthc_desktop.documents.limits import MOST_SHEETS
from tthc_desktop.documents.reading.sheets.archive import DAMAGES, Archive, damaged
from tthc_desktop.documents.reading.sheets.found import Contents, Found
from tthc_desktop.documents.reading.sheets.look import Shower
from tthc_desktop.documents.reading.sheets.xlsx.cells import CellReader, Looks
from tthc_desktop.documents.reading.sheets.xlsx.parts import read_styles, read_workbook
from tthc_desktop.documents.reading.sheets.xlsx.strings import read_strings
from tthc_desktop.documents.reading.sheets.xml_events import DamagedXmlError
from tthc_desktop.errors import UserError


def read_xlsx(archive: Archive) -> Contents:
    """Return every sheet, also the hidden ones; one that is damaged refuses the file by name."""
    try:
        return _contents(archive)
    except (DamagedXmlError, *DAMAGES) as error:
        raise damaged(archive.file) from error


def _contents(archive: Archive) -> Contents:
    book = read_workbook(archive)
    if not book.pages:
        raise _no_sheet(archive.file, charts=book.charts > 0)
    if len(book.pages) > MOST_SHEETS:
        raise UserError(
            f"Tệp “{archive.file}” có {len(book.pages)} trang tính, quá giới hạn {MOST_SHEETS}.",
            "Hãy chép các trang cần dùng sang một tệp mới rồi nhập tệp mới đó.",
        )
    looks = Looks(read_styles(archive), read_strings(archive), Shower(book.since_1904))
    contents = Contents()
    for page in book.pages:
        found = Found(page.name, page.hidden)
        with archive.open(page.part) as stream:
            CellReader(found, looks).read(stream)
        contents.sheets.append(found)
    return contents


def _no_sheet(name: str, *, charts: bool) -> UserError:
    held = "chỉ có biểu đồ" if charts else "không có trang tính nào"
    return UserError(f"Tệp “{name}” {held}.", "Hãy chọn tệp có bảng dữ liệu cần nhập.")
