"""What lies on the clipboard, taken out of Qt's hands, and what is read from it."""

from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from tthc_desktop.documents.reading.clipboard.pasted import Pasted
from tthc_desktop.errors import UserError

EXACT = "application/x-tthc-desktop-fragment"
"""The form in which this program hands a part of a plan to itself."""
_NO_WORDS = UserError(
    "Không dán được: trong bộ nhớ tạm không có chữ.", "Hãy chọn phần chữ hoặc bảng trong văn bản gốc rồi sao chép lại."
)
_PICTURE = UserError(
    "Không dán được hình ảnh: kế hoạch chỉ có chữ và bảng.",
    "Nếu hình là bản chụp văn bản, hãy dùng bản có chữ hoặc gõ lại.",
)
_SMALL = 30_000


class Clip(NamedTuple):
    """The forms in which another program offers what was copied."""

    exact: str = ""
    html: str = ""
    plain: str = ""
    picture: bool = False

    @property
    def small(self) -> bool:
        """Whether it is read before anybody has to wait."""
        return len(self.exact) + len(self.html) + len(self.plain) < _SMALL


def clip_of(source: QMimeData | None) -> Clip:
    """Return what the clipboard holds; a system may have none at the moment."""
    if source is None:
        return Clip()
    exact = bytes(source.data(EXACT).data()).decode("utf-8", errors="replace") if source.hasFormat(EXACT) else ""
    html = source.html() if source.hasHtml() else ""
    return Clip(exact, html, source.text() if source.hasText() else "", source.hasImage())


def read_clip(clip: Clip) -> Pasted:
    """Read the form that says most; markup without a word in it is passed over."""
    from tthc_desktop.documents.reading.clipboard import read_exact, read_html, read_plain  # noqa: PLC0415 - when needed

    if clip.exact:
        with suppress(UserError):
            return read_exact(clip.exact)
    found = read_html(clip.html) if clip.html else None
    if found is None or not found.lines:
        found = read_plain(clip.plain)
    if not found.lines:
        raise _PICTURE if clip.picture else _NO_WORDS
    return found
