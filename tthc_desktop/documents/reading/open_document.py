"""OpenDocument texts before LibreOffice opens them: locked ones, and those made to burst, are refused."""

from tthc_desktop.documents.limits import PAPER_PARTS
from tthc_desktop.documents.reading.archive import Archive, Bearable, damaged, locked
from tthc_desktop.errors import UserError

_WAY_OUT = "Hãy mở bằng LibreOffice, chép phần cần dùng sang một tệp mới, lưu lại rồi nhập tệp mới đó."
_BEARABLE = Bearable(
    called="văn bản",
    program="LibreOffice",
    way_out=_WAY_OUT,
    protection="Bảo vệ",
    unpacked=PAPER_PARTS,
)
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"


def refuse_unbearable(data: bytes, name: str) -> None:
    """Raise a `UserError` for a text under a password, one made to burst, one with entities, and a damaged one."""
    archive = Archive(name, data, _BEARABLE)
    if _CONTENT not in archive:
        raise damaged(name, _BEARABLE)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise locked(name, _BEARABLE)
    if b"<!DOCTYPE" in archive.read(_CONTENT).replace(b"\0", b""):
        raise UserError(f"Tệp “{name}” tự định nghĩa ký hiệu (DTD), không phải văn bản thường nên không đọc.", _WAY_OUT)
