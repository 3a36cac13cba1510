"""What a file is, told by how it begins; those that are no workbook are refused with what to do instead."""

from tthc_desktop.documents.reading.sheets.archive import DAMAGES, Archive, damaged, locked
from tthc_desktop.errors import UserError

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLDEST = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
"""How a workbook begins that Excel kept without the wrapping of a compound file."""
_WORD = "Hãy mở bằng Word, chép bảng cần dùng vào một tệp Excel rồi nhập tệp Excel đó."
_COPIED = "Hãy dùng tệp Excel gốc của bảng, hoặc chép bảng vào một tệp Excel rồi nhập tệp đó."
_UNPACKED = "Hãy giải nén rồi chọn tệp bảng tính bên trong."
AGAIN = "Hãy mở tệp bằng Excel, chọn Lưu thành › Sổ làm việc Excel (.xlsx), rồi nhập tệp .xlsx đó."
_BEGINNINGS = (
    (b"%PDF-", "tệp PDF", _COPIED),
    (b"{\\rtf", "tệp RTF", _WORD),
    (b"SQLite format 3\x00", "tệp dữ liệu của một chương trình", "Hãy chọn tệp bảng tính."),
    (b"PK\x05\x06", "tệp nén ZIP rỗng", _UNPACKED),
    (b"Rar!\x1a\x07", "tệp nén RAR", _UNPACKED),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z", _UNPACKED),
    (b"\x1f\x8b", "tệp nén GZIP", _UNPACKED),
    (b"\x89PNG", "hình ảnh", _COPIED),
    (b"GIF8", "hình ảnh", _COPIED),
    (b"\xff\xd8\xff", "hình ảnh", _COPIED),
    (b"MZ", "chương trình, không phải tài liệu", "Hãy chọn tệp bảng tính; đừng mở tệp này nếu không rõ nguồn gốc."),
)
_INSIDE_ZIP = (
    ("word/", "tệp Word (.docx)", _WORD),
    ("ppt/", "tệp PowerPoint (.pptx)", _COPIED),
    ("xl/workbook.bin", "tệp Excel nhị phân (.xlsb)", AGAIN),
)
_INSIDE_OLE = (("WordDocument", "tệp Word đời cũ (.doc)", _WORD), ("PowerPoint Document", "tệp PowerPoint", _COPIED))
_OF_MARKUP = (
    ("urn:schemas-microsoft-com:office:spreadsheet", "bảng tính XML 2003", AGAIN),
    ("urn:oasis:names:tc:opendocument", "bảng tính OpenDocument dạng XML", AGAIN),
    ("mime-version:", "trang web lưu thành một tệp (.mht)", AGAIN),
)


def is_workbook_of_excel(archive: Archive) -> bool:
    """Tell a workbook of Excel from one of LibreOffice; whatever else is in a ZIP file is refused."""
    names = archive.names()
    if "content.xml" in names and "word/document.xml" not in names:
        if _is_of_calc(archive):
            return False
        raise refused(archive.file, "văn bản hoặc bản trình chiếu OpenDocument", _COPIED)
    if "encrypted-package" in names:
        raise locked(archive.file)
    for beginning, kind, advice in _INSIDE_ZIP:
        if any(name.startswith(beginning) for name in names):
            raise refused(archive.file, kind, advice)
    if any(name.startswith("xl/") for name in names) or "[content_types].xml" in names:
        return True
    raise refused(archive.file, "tệp nén ZIP", _UNPACKED)


def _is_of_calc(archive: Archive) -> bool:
    if "mimetype" not in archive:
        return True
    try:
        with archive.open("mimetype") as stream:
            return b"opendocument.spreadsheet" in stream.read(200)
    except DAMAGES as error:
        raise damaged(archive.file) from error


def refuse_other_compounds(name: str, data: bytes) -> None:
    """Refuse compound files that are no workbook, and workbooks under a password."""
    if _named(data, "EncryptedPackage") or _named(data, "EncryptionInfo"):
        raise locked(name)
    if _named(data, "Workbook") or _named(data, "Book"):
        return
    for inside, kind, advice in _INSIDE_OLE:
        if _named(data, inside):
            raise refused(name, kind, advice)


def _named(data: bytes, entry: str) -> bool:
    return f"{entry}\0".encode("utf-16-le") in data


def refuse_other_kinds(name: str, data: bytes) -> None:
    """Refuse what is known by its first bytes."""
    for beginning, kind, advice in _BEGINNINGS:
        if data.startswith(beginning):
            raise refused(name, kind, advice)


def refuse_markup(name: str, words: str) -> None:
    """Refuse what is known by its first words."""
    head = words[:4000].lower()
    for said, kind, advice in _OF_MARKUP:
        if said in head:
            raise refused(name, kind, advice)


def refused(name: str, kind: str, advice: str) -> UserError:
    return UserError(f"“{name}” là {kind}, không phải bảng tính đọc được.", advice)
