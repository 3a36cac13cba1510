"""What the clipboard may hold: words, not too many, in a shape that a reader gets through."""

import re
from itertools import accumulate

from tthc_desktop.documents.limits import DEEPEST_MARKUP, MEGABYTE, MOST_MARKUP, MOST_PASTED
from tthc_desktop.errors import UserError

MOST_COLUMNS, MOST_CELLS = 200, 500_000

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_FEW = 3
_NESTING = re.compile(
    r"<(/?)(?:div|ul|ol|table|blockquote|section|article|span|font|center|dl|details)\b", re.IGNORECASE
)
_OTHER_WAY = "Hãy lưu phần văn bản ra một tệp .txt rồi dùng Tệp › Nhập văn bản cũ, hoặc chép từng phần nhỏ hơn."


def refuse_words(words: str) -> None:
    """Raise a `UserError` for what is too long or no text at all; a few stray control characters are cleaned later."""
    refuse_length(len(words))
    refuse_binary(words)


def refuse_binary(words: str) -> None:
    """Raise a `UserError` for what has control or replacement characters all over."""
    strange = len(_NO_TEXT.findall(words))
    if strange > _FEW and strange * 50 > len(words):
        raise UserError(
            "Không dán được: trong bộ nhớ tạm là dữ liệu nhị phân hoặc chữ hỏng, không phải văn bản.",
            "Hãy mở tệp bằng chương trình của nó, chọn phần chữ cần dùng rồi sao chép lại.",
        )


def refuse_length(letters: int) -> None:
    """Raise a `UserError` for more letters than a person pastes into one plan."""
    if letters > MOST_PASTED:
        raise _too_large(letters)


def refuse_markup(markup: str) -> None:
    """Raise a `UserError` for markup that is too long, or nested so deep that no person wrote it."""
    if len(markup) > MOST_MARKUP:
        raise _too_large(len(markup))
    refuse_binary(markup)
    steps = (-1 if match.group(1) else 1 for match in _NESTING.finditer(markup))
    if max(accumulate(steps), default=0) > DEEPEST_MARKUP:
        raise UserError(
            "Không dán được: nội dung sao chép có quá nhiều lớp lồng nhau.",
            "Hãy dán bằng Ctrl+Shift+V để chỉ lấy chữ, hoặc chép từng phần nhỏ hơn.",
        )


def refuse_table(rows: int, columns: int) -> None:
    """Raise a `UserError` for a table that no sheet of paper shows."""
    if columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise UserError(
            f"Không dán được: bảng có {rows} hàng, {columns} cột, quá lớn cho một kế hoạch.",
            "Hãy chép từng phần của bảng, hoặc bỏ các cột trống.",
        )


def _too_large(size: int) -> UserError:
    shown = f"{size / MEGABYTE:.1f}".replace(".", ",")
    limit = f"{MOST_PASTED // MEGABYTE}"
    return UserError(f"Không dán được: nội dung dài {shown} triệu ký tự, giới hạn là {limit} triệu.", _OTHER_WAY)
