"""From the bytes of a text file to its words, in whichever encoding an office's programs wrote it."""

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.legacy import converted, guess
from tthc_desktop.documents.reading.syllables import is_syllable
from tthc_desktop.documents.reading.text.source import source_lines

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLD = "cp1258"
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_REPLACED = "\ufffd"
_GOOD_PER_BAD = 20
"""A file with so many whole letters beside each damaged one is UTF-8 with some damage, not another encoding."""


_SAMPLE = 40_000
_LEAST = 0.7
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The words of a file, what is doubtful about them, and how they stood in it if another encoding was turned."""

    words: str
    problems: tuple[Problem, ...] = ()
    stood: str = ""


def decode(data: bytes, *, keep_legacy: bool = False) -> Decoded | None:
    """Return the words in UTF-8, UTF-16, Windows-1258, TCVN3 or VNI; None when the bytes are no text.

    With `keep_legacy` words of TCVN3 and VNI stay as they are, for a reader that converts them cell by cell.
    """
    if data.startswith(_UTF16):
        return _utf16(data, "utf-16")
    if b"\0" in data:
        return _utf16(data, _unmarked(data))
    try:
        return _text(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _damaged(data) or _legacy(data, keep=keep_legacy) or _windows(data)


def _utf16(data: bytes, encoding: str) -> Decoded | None:
    try:
        return _text(data.decode(encoding)) if encoding else None
    except UnicodeDecodeError:
        return None


def _unmarked(data: bytes) -> str:
    """Return which UTF-16 without its mark the bytes are, by where the zeros stand; empty for none."""
    first, second = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    least = min(len(data), _SAMPLE) // 8
    if len(data) % 2 or max(first, second) < least or min(first, second) * 10 > max(first, second):
        return ""
    return "utf-16-le" if second > first else "utf-16-be"


def _legacy(data: bytes, *, keep: bool) -> Decoded | None:
    """Read bytes of TCVN3 or VNI, when their words say so more than they are Windows-1258."""
    words = _western(data)
    sample = words[:_SAMPLE]
    said = guess(sample)
    if said is None or not said.sure or _vietnamese(data[:_SAMPLE]) > _LEAST:
        return None
    if keep:
        return _text(words)
    problem = Problem(
        "cả tệp",
        f"Tệp dùng bảng mã {said.encoding} đã được chuyển sang Unicode; hãy xem lại chữ trong tệp.",
    )
    found = _text(converted(words, said.encoding), problem)
    return found and replace(found, stood=words)


def _western(data: bytes) -> str:
    """Return the letters that programs without Vietnamese take the bytes for."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _vietnamese(data: bytes) -> float:
    """Return the share of the words with marks that are Vietnamese when they are read as Windows-1258."""
    words = unicodedata.normalize("NFC", data.decode(_OLD, errors="ignore"))
    marked = [word for word in _WORD.findall(words) if not word.isascii()]
    return sum(map(is_syllable, marked)) / len(marked) if marked else 0.0


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
