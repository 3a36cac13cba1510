"""From the bytes of a text file to its words, in whichever encoding an office's programs wrote it."""

import codecs
import re
from dataclasses import dataclass

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.text.source import source_lines

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLD = "cp1258"
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_REPLACED = "\ufffd"
_GOOD_PER_BAD = 20
"""A file with so many whole letters beside each damaged one is UTF-8 with some damage, not another encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The words of a file, and what is doubtful about them."""

    words: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded | None:
    """Return the words in UTF-8, UTF-16 with its mark or Windows-1258; None when the bytes are no text."""
    if data.startswith(_UTF16):
        return _utf16(data)
    try:
        return _text(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None if b"\0" in data else _damaged(data) or _windows(data)


def _utf16(data: bytes) -> Decoded | None:
    try:
        return _text(data.decode("utf-16"))
    except UnicodeDecodeError:
        return None


def _text(words: str, *problems: Problem) -> Decoded | None:
    """Refuse what has control characters all over; a few may be the traces of an old program."""
    if "\0" in words or len(_NO_TEXT.findall(words)) * 100 > len(words):
        return None
    return Decoded(words, problems)


def _damaged(data: bytes) -> Decoded | None:
    """Read UTF-8 in which a few letters are broken; each broken line is named."""
    words = data.decode("utf-8-sig", errors="replace")
    good = sum(char > "\x7f" for char in words) - (bad := words.count(_REPLACED))
    if good < bad * _GOOD_PER_BAD:
        return None
    said = f"Có ký tự hỏng trong tệp, hiện là “{_REPLACED}”; hãy sửa theo bản giấy."
    lines = [line.number for line in source_lines(words) if _REPLACED in line.text]
    found = (Problem(f"dòng {number}", said, number) for number in lines)
    return _text(words, *found)


def _windows(data: bytes) -> Decoded | None:
    try:
        words = data.decode(_OLD)
    except UnicodeDecodeError:
        return None
    return _text(
        words,
        Problem(
            "cả tệp",
            "Tệp không phải UTF-8 nên được đọc theo bảng mã Windows-1258; nếu chữ hiện sai, hãy mở tệp gốc trong Word, "
            "lưu lại dạng văn bản thuần (.txt) với bảng mã UTF-8 rồi nhập lại.",
        ),
    )
