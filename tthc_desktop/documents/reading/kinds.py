"""What a file is, told by what is in it and not by its name; what no reader takes is refused with what to do."""

import re
import zipfile
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO

from tthc_desktop.errors import UserError

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_PDF_HEAD = 1024
"""How many bytes may stand before the sign of a PDF; viewers allow as many."""
_PART = re.compile(re.escape(ZIP) + rb".{26}[/\\]?(xl|word)[/\\]", re.IGNORECASE | re.DOTALL)
"""The name of a part of Word or Excel behind its header of 30 bytes (ZIP, APPNOTE.TXT 4.3.7), never packed bytes."""
_CALC = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_UNPACKED = "Hãy giải nén rồi chọn tệp của kế hoạch ở bên trong."
_WITH_WORDS = "Hãy dùng bản có chữ của văn bản (.docx, .pdf xuất từ Word), hoặc gõ lại vào một tệp .txt."
_WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
_AS_DOCX = "Hãy mở tệp bằng chương trình của nó, chọn Lưu thành › Tài liệu Word (.docx), rồi nhập tệp .docx đó."
_REFUSED = (
    (b"SQLite format 3\x00", "dữ liệu của một chương trình", "Hãy chọn tệp văn bản hoặc tệp .json đã xuất."),
    (b"PK\x05\x06", "nén ZIP rỗng", _UNPACKED),
    (b"Rar!\x1a\x07", "nén RAR", _UNPACKED),
    (b"7z\xbc\xaf\x27\x1c", "nén 7z", _UNPACKED),
    (b"\x1f\x8b", "nén GZIP", _UNPACKED),
    (b"\x89PNG", "hình ảnh", _WITH_WORDS),
    (b"GIF8", "hình ảnh", _WITH_WORDS),
    (b"II*\x00", "hình ảnh", _WITH_WORDS),
    (b"MM\x00*", "hình ảnh", _WITH_WORDS),
    (b"\xff\xd8\xff", "hình ảnh", _WITH_WORDS),
    (b"MZ", "chương trình, không phải tài liệu", "Đừng mở tệp này nếu không rõ nguồn gốc; hãy chọn tệp của kế hoạch."),
)
_WEB = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_WEB_IN_ONE = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?mime-version:", re.IGNORECASE)
_MARKUP_OF_OFFICES = re.compile(
    rb"\s*<\?xml.{0,4000}?(?:<\?mso-application\s+progid=\"Word|office:mimetype=\"application/vnd.oasis.opendocument."
    rb"text|schemas\.microsoft\.com/office/2006/xmlPackage|schemas\.microsoft\.com/office/word/2003/wordml)",
    re.IGNORECASE | re.DOTALL,
)


class Kind(Enum):
    """Who reads a file."""

    WORD = auto()
    PDF = auto()
    SUITE = auto()
    """What LibreOffice turns into Word first: RTF, OpenDocument, the old Word."""
    WEB = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """What a file is; `called` is its kind in words, `ending` the one that its program gives it."""

    kind: Kind
    called: str = "văn bản thuần"
    ending: str = ".txt"


_OLD_WORD = Told(Kind.SUITE, "Word đời cũ (.doc)", ".doc")
_OPEN_TEXT = Told(Kind.SUITE, "OpenDocument (.odt)", ".odt")


def begins_as_workbook(beginning: bytes) -> bool:
    """Tell a workbook that goes under another name from other files, by how it begins."""
    if beginning.startswith(_OLE):
        return any(name.encode("utf-16-le") in beginning for name in ("Workbook", "EncryptedPackage"))
    return beginning.startswith(ZIP) and (_first_part(beginning) == b"xl" or _CALC in beginning)


def begins_as_paper(beginning: bytes) -> bool:
    """Tell a paper that goes under the name of a workbook, by how it begins."""
    if beginning.startswith(ZIP):
        return _first_part(beginning) == b"word"
    return _is_pdf(beginning) or beginning.lstrip()[:5] == b"{\\rtf" or _in_compound(beginning, "WordDocument")


def _first_part(beginning: bytes) -> bytes:
    """Return whose first part a ZIP file has, before any of a document embedded in it; empty of neither."""
    found = _PART.search(beginning)
    return found.group(1).lower() if found else b""


def tell(name: str, data: bytes) -> Told:
    """Return what the file is. Raises `UserError` for what no reader takes."""
    for beginning, called, advice in _REFUSED:
        if data.startswith(beginning):
            raise _refused(name, called, advice)
    if _is_pdf(data):
        return Told(Kind.PDF, "PDF", ".pdf")
    if data.startswith(ZIP):
        return _in_zip(name, data)
    if data.startswith(_OLE):
        return _compound(name, data)
    if data[:200].lstrip().startswith(b"{\\rtf"):
        return Told(Kind.SUITE, "RTF", ".rtf")
    return _markup(data[:8000])


def _is_pdf(data: bytes) -> bool:
    return _PDF in data[:_PDF_HEAD]


def _compound(name: str, data: bytes) -> Told:
    if is_locked_office(data):
        return Told(Kind.WORD, "Word có mật khẩu", ".docx")
    if _in_compound(data, "PowerPoint Document"):
        raise _refused(name, "PowerPoint", _WITH_WORDS)
    return _OLD_WORD


def is_locked_office(data: bytes) -> bool:
    """Tell a document of Office under a password; whether of Word or Excel, only its name says."""
    return _in_compound(data, "EncryptedPackage") or _in_compound(data, "EncryptionInfo")


def _in_compound(data: bytes, entry: str) -> bool:
    return data.startswith(_OLE) and f"{entry}\0".encode("utf-16-le") in data


def _in_zip(name: str, data: bytes) -> Told:
    names = _names_in(data) or (["word/"] if name.lower().endswith(_WORD_ENDINGS) else [])
    if any(one.startswith("word/") for one in names):
        return Told(Kind.WORD, "Word (.docx)", ".docx")
    if any(one.startswith("ppt/") for one in names):
        raise _refused(name, "PowerPoint", _WITH_WORDS)
    if "content.xml" in names:
        return _open_document(name, data)
    if "[content_types].xml" in names:
        return Told(Kind.WORD, "Word (.docx)", ".docx")
    raise _refused(name, "nén ZIP", _UNPACKED)


def _open_document(name: str, data: bytes) -> Told:
    said = re.search(rb"mimetypeapplication/vnd\.oasis\.opendocument\.([a-z-]+)", data[:400])
    if said is None or said.group(1).startswith(b"text"):
        return _OPEN_TEXT
    raise _refused(name, "OpenDocument không phải văn bản", _AS_DOCX)


def _names_in(data: bytes) -> list[str]:
    """Return the names in a ZIP file, of a damaged one those that can be seen."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return [one.replace("\\", "/").lstrip("/").lower() for one in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        seen = {"word/": b"word/", "content.xml": b"mimetypeapplication/vnd.oasis", "[content_types].xml": b"[Content_"}
        return [one for one, sign in seen.items() if sign in data]


def _markup(beginning: bytes) -> Told:
    bare = beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _MARKUP_OF_OFFICES.match(bare):
        return Told(Kind.SUITE, "văn bản dạng XML", ".fodt" if b"oasis" in bare else ".xml")
    if _WEB.match(bare) or _WEB_IN_ONE.match(bare):
        return Told(Kind.WEB, "trang web", ".html")
    return Told(Kind.TEXT)


def _refused(name: str, called: str, advice: str) -> UserError:
    return UserError(f"“{name}” là tệp {called}, không phải văn bản hay bảng tính đọc được.", advice)
