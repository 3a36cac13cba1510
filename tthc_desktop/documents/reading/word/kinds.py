"""What a file is that is called a Word file, told by what is in it; what is none is refused with what to do."""

from tthc_desktop.documents.reading.archive import Archive, damaged, locked
from tthc_desktop.documents.reading.word.package import BEARABLE, Package
from tthc_desktop.errors import UserError

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AGAIN = "Hãy mở tệp bằng Word, chọn Lưu thành › Tài liệu Word (.docx), rồi nhập tệp .docx đó."
_CHOOSE = "Hãy chọn đúng tệp Word của kế hoạch."
_BEGINNINGS = (
    (b"%PDF-", "tệp PDF", "Hãy nhập nó như tệp PDF: đổi tên tệp cho đúng đuôi .pdf."),
    (b"{\\rtf", "tệp RTF", _AGAIN),
    (b"<?xml", "tệp XML", _AGAIN),
    (b"<", "trang web hoặc tệp XML", _AGAIN),
)
_INSIDE = (
    ("xl/", "bảng tính Excel", "Hãy nhập nó như bảng tính: đổi tên tệp cho đúng đuôi .xlsx."),
    ("ppt/", "bản trình chiếu PowerPoint", _CHOOSE),
    ("content.xml", "văn bản OpenDocument", "Hãy đổi tên tệp cho đúng đuôi .odt rồi nhập lại."),
)


def opened(data: bytes, name: str) -> Package:
    """Open a Word file; anything else is refused."""
    if not data:
        raise UserError(
            f"Tệp “{name}” trống, không có chữ nào.", "Hãy chọn tệp khác hoặc lưu lại tệp này từ văn bản gốc."
        )
    if data.startswith(_OLE):
        raise _compound(data, name)
    if not data.startswith(_ZIP):
        raise _other(data, name)
    archive = Archive(name, data, BEARABLE)
    package = Package(archive)
    if package.main not in archive:
        raise _not_word(archive, name)
    return package


def _compound(data: bytes, name: str) -> UserError:
    if _named(data, "EncryptedPackage") or _named(data, "EncryptionInfo"):
        return locked(name, BEARABLE)
    return _refused(name, "tệp Word đời cũ (.doc) hoặc tệp Office đời cũ", _AGAIN)


def _named(data: bytes, entry: str) -> bool:
    return f"{entry}\0".encode("utf-16-le") in data


def _other(data: bytes, name: str) -> UserError:
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, kind, advice in _BEGINNINGS:
        if head.startswith(beginning):
            return _refused(name, kind, advice)
    if b"\0" in data[:1000]:
        return damaged(name, BEARABLE)
    return _refused(name, "văn bản thuần hoặc loại tệp khác", "Hãy đổi tên tệp cho đúng đuôi (như .txt) rồi nhập lại.")


def _not_word(archive: Archive, name: str) -> UserError:
    names = archive.names()
    for beginning, kind, advice in _INSIDE:
        if any(one.startswith(beginning) for one in names):
            return _refused(name, kind, advice)
    if any(one.startswith("word/") for one in names) or "[content_types].xml" in names:
        return damaged(name, BEARABLE)
    return _refused(name, "tệp nén ZIP", "Hãy giải nén rồi chọn tệp văn bản bên trong.")


def _refused(name: str, kind: str, advice: str) -> UserError:
    return UserError(f"“{name}” là {kind}, không phải tệp Word (.docx) đọc được.", advice)
