"""A PDF that is read as it is: to be kept, signed, verified or measured."""

from pathlib import Path

from tthc_desktop.documents.limits import LARGEST_PDF
from tthc_desktop.documents.reading.raw import Wanted, raw
from tthc_desktop.errors import UserError

_WANTED = Wanted("tệp PDF (.pdf)", LARGEST_PDF, "Hãy quét lại với độ phân giải thấp hơn hoặc nén tệp PDF.")
_HEAD = 1024
"""How many bytes may stand before the sign of a PDF; viewers allow as many."""


def read_pdf(path: Path) -> bytes:
    """Return the bytes of a PDF file; anything else is refused."""
    data = raw(path, _WANTED)
    if b"%PDF-" not in data[:_HEAD]:
        raise UserError(
            f"Tệp “{path.name}” không phải là tệp PDF.", "Hãy chọn tệp .pdf; văn bản Word hay ảnh thì lưu ra PDF trước."
        )
    return data
