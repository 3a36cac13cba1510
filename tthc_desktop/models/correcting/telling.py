"""How a look is said in the clerk's words, where it is no words itself."""

from collections.abc import Callable, Mapping

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.text import EMPTY, Text, plain

_MARKS = {
    Mark.PART: "Phần I", Mark.CHAPTER: "Chương I", Mark.UPPER: "A, B, C", Mark.ROMAN: "I, II, III",
    Mark.ARTICLE: "Điều 1", Mark.ARABIC: "1, 2, 3", Mark.DECIMAL: "1.1, 1.2", Mark.LETTER: "a), b), c)",
    Mark.PAREN_ARABIC: "(1), (2)", Mark.PAREN_ROMAN: "(i), (ii)", Mark.DASH: "gạch đầu dòng", Mark.PLUS: "dấu cộng",
    Mark.NONE: "không đánh số",
}  # fmt: skip


def told(part: str, value: object) -> Text:
    """Return a look as words for people; nothing where there is none."""
    if isinstance(value, Text):
        return value
    tell = _TELLERS.get(part)
    return plain(tell(value)) if tell and value is not None else EMPTY


def _mark(value: object) -> str:
    assert isinstance(value, tuple)
    mark, start = value
    return f"{_MARKS[mark]}{f', bắt đầu từ {start}' if start else ''}"


def _day(value: object) -> str:
    assert isinstance(value, tuple)
    if not any(value):
        return ""
    return "/".join("…" if part is None else f"{part:02d}" for part in value)


def _lines(value: object) -> str:
    assert isinstance(value, tuple)
    return "\n".join(label for _, label, *_ in value)


def _merged(value: object) -> str:
    assert isinstance(value, frozenset)
    return f"{len(value)} ô gộp với ô phía trên" if value else "không gộp ô"


_TELLERS: Mapping[str, Callable[[object], str]] = {
    "heading": lambda value: "đề mục" if value else "đoạn văn",
    "landscape": lambda value: "trang ngang" if value else "trang dọc",
    "level": lambda value: f"cấp {int(str(value)) + 1}",
    "mark": _mark,
    "date": _day,
    "lines": _lines,
    "continues": _merged,
}
