"""Files of other programs, known by how they begin, and what to do with each instead."""

from tthc_desktop.errors import UserError

_AS_TEXT = "Hãy mở tệp trong {program}, chọn Lưu thành › Văn bản thuần (.txt), bảng mã UTF-8, rồi nhập tệp .txt đó."
_COPIED = "Hãy mở tệp, chép toàn bộ chữ vào một tệp .txt lưu với bảng mã UTF-8, rồi nhập tệp .txt đó."
_UNPACKED = "Hãy giải nén rồi chọn tệp văn bản (.txt) bên trong."
_WORD = _AS_TEXT.format(program="Word")

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CALC = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_BEGINNINGS = (
    (b"%PDF-", "PDF", _COPIED),
    (b"{\\rtf", "RTF", _WORD),
    (b"SQLite format 3\x00", "dữ liệu của một chương trình", "Hãy chọn tệp văn bản (.txt) hoặc tệp .json đã xuất."),
    (b"PK\x05\x06", "nén ZIP rỗng", _UNPACKED),
    (b"Rar!\x1a\x07", "nén RAR", _UNPACKED),
    (b"7z\xbc\xaf\x27\x1c", "nén 7z", _UNPACKED),
    (b"\x1f\x8b", "nén GZIP", _UNPACKED),
    (b"\x89PNG", "hình ảnh", "Hãy dùng bản có chữ của văn bản, hoặc gõ lại vào một tệp .txt."),
    (b"\xff\xd8\xff", "hình ảnh", "Hãy dùng bản có chữ của văn bản, hoặc gõ lại vào một tệp .txt."),
)
_INSIDE_ZIP = (
    (b"word/", ".docx", "Word (.docx)", _WORD),
    (b"mimetypeapplication/vnd.oasis", ".odt", "OpenDocument", _AS_TEXT.format(program="LibreOffice")),
)


def begins_as_workbook(beginning: bytes) -> bool:
    """Tell a workbook that goes under another name from other files, by how it begins."""
    if beginning.startswith(_OLE):
        return any(name.encode("utf-16-le") in beginning for name in ("Workbook", "EncryptedPackage"))
    return beginning.startswith(_ZIP) and (b"xl/" in beginning or _CALC in beginning)


def refuse_other_kinds(name: str, data: bytes) -> None:
    """Raise a `UserError` for a file that another program must turn into text first."""
    kind, advice = _kind(name.lower(), data)
    if kind:
        raise UserError(f"“{name}” là tệp {kind}, còn phiên bản này chỉ đọc văn bản thuần và bảng tính.", advice)


def _kind(name: str, data: bytes) -> tuple[str, str]:
    if data.startswith(_ZIP):
        return _kind_of_zip(name, data)
    if data.startswith(_OLE):
        return "Word đời cũ (.doc)", _WORD
    for beginning, kind, advice in _BEGINNINGS:
        if data.startswith(beginning):
            return kind, advice
    return "", ""


def _kind_of_zip(name: str, data: bytes) -> tuple[str, str]:
    for path, suffix, kind, advice in _INSIDE_ZIP:
        if path in data or name.endswith(suffix):
            return kind, advice
    return "nén ZIP", _UNPACKED
