"""A page that Word or a browser saved as a web page, under whatever name (.html, .mht, .doc)."""

from email import message_from_bytes
from email.message import Message

from tthc_desktop.documents.reading.clipboard.limits import refuse_markup
from tthc_desktop.documents.reading.clipboard.markup import page_of
from tthc_desktop.documents.reading.encoding import decode
from tthc_desktop.documents.reading.laid_out.blocks import Paper
from tthc_desktop.errors import UserError

_HEAD = 4000


def read_web_page(data: bytes, name: str) -> Paper:
    """Return the paper that a web page is; nothing that it points to is fetched.

    Raises `UserError` for what is too long or nested too deep.
    """
    decoded = decode(_markup_in(data))
    if decoded is None:
        raise UserError(
            f"Trang web “{name}” hỏng hoặc dùng bảng mã lạ nên không đọc được.",
            "Hãy mở bằng Word, chọn Lưu thành › Tài liệu Word (.docx), rồi nhập tệp .docx đó.",
        )
    try:
        refuse_markup(decoded.words)
        paper = page_of(decoded.words)
    except UserError as error:
        raise UserError(
            f"Trang web “{name}” quá dài, lồng nhau quá sâu hoặc chứa dữ liệu nhị phân nên không đọc được.",
            "Hãy mở bằng Word, chọn Lưu thành › Tài liệu Word (.docx), rồi nhập tệp .docx đó.",
        ) from error
    return Paper(paper.blocks, paper.pictures, problems=decoded.problems)


def _markup_in(data: bytes) -> bytes:
    """Return the markup of a page that was saved with all its files in one (.mht)."""
    if b"mime-version" not in data[:_HEAD].lower():
        return data
    try:
        parts = [part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
    except RecursionError:  # parts in parts without end
        return data
    return _payload(parts[0]) if parts else data


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
