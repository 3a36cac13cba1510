"""Where words cite an issued document: its number and date stay what they are, whatever year the plan is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.models.mentions import LONG_DATE, SHORT_DATE, shifted

_SYMBOL = r"[/\-][A-ZĐ]{2,}[A-ZĐa-zđ0-9]*(?:[-–/&][A-ZĐ][A-ZĐa-zđ0-9]*)*"
_NUMBER = (
    rf"(?:(?<!\d)\d+[a-zA-Z]?|(?<!…)…+|(?<!\.)\.{{2,}}|(?<!_)_{{2,}}|(?<=số )\s*)\s?(?:/(?:19|20)\d{{2}})?{_SYMBOL}"
)
_YEAR = r"(?:19|20)\d{2}"
_DATE = rf"(?i:{LONG_DATE}|ngày\s+(?:{SHORT_DATE}))"
_DATED = rf"(?:\s*,?\s*\(?(?:(?:ký|ban hành)\s+)?{_DATE}|\s+năm\s+{_YEAR}(?!\d))"
_KINDS = (
    r"(?:Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Công văn|Công điện|Kết luận|Kế hoạch|"
    r"Chương trình|Báo cáo|Tờ trình|Thông báo|Hướng dẫn|Văn bản)"
)
_LAWS = r"(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh)"
_CORE = re.compile(
    rf"(?:[Ss]ố\s*:?\s*)?{_NUMBER}(?:{_DATED})?"
    rf"|\b{_KINDS}\s+(?:của [^;,.\n]{{0,60}}?)?{_DATE}"
    rf"|\b{_LAWS}\b[^;.\n\d]{{0,120}}?(?:{_DATE}|\bnăm\s+{_YEAR}(?!\d)|(?<=\s){_YEAR}(?!\d))"
)
_ROOM = " " * 6
"""What stands for a number or day that is written in by hand; the print makes it wide enough."""
_NO_DAY = f"ngày{_ROOM}tháng{_ROOM}năm"
_TAIL = re.compile(r"\)?\s*(?:\([^)]*\)\s*)?,?\s*(?:của|về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|thông qua)\b")
_OWN_WORK = r"(?:xây dựng|ban hành|triển khai|lập|đề ra|tổ chức|thực hiện|phấn đấu|hoàn thành|yêu cầu|giao)"
_TAIL_END = re.compile(
    rf";|\.\s|\.$|\n|\)|,\s+(?=[A-ZĐ]\w*[^;.\n]{{0,90}}?\b{_OWN_WORK}\b)"
    r"|(?:,\s*|\s)(?=(?:hoàn thành|xong|chậm nhất|trước ngày|trong năm|trong quý|trong tháng)\b)"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document: number and date up to `core_end`, then the words that say whose it is and what about."""

    start: int
    core_end: int
    end: int


def citations(words: str) -> tuple[Citation, ...]:
    """Return the documents that the words cite, from left to right."""
    found: list[Citation] = []
    for core in _CORE.finditer(words):
        end = core.end()
        if tail := _TAIL.match(words, end):
            stop = _TAIL_END.search(words, tail.end())
            end = stop.start() if stop else len(words)
        found.append(Citation(core.start(), core.end(), end))
    return tuple(found)


def cited(words: str) -> Iterator[tuple[int, int]]:
    """Yield where the number and date of each cited document stand, without the words about it."""
    return (core.span() for core in _CORE.finditer(words))


def blanked(words: str, years: int) -> str:
    """Return the number and date of the plan itself with room for what is not known yet; its year is moved."""
    words = re.sub(rf"(?:\d+[a-zA-Z]?|…+|(?<=số )\s*)\s?(?={_SYMBOL})", _ROOM, words, count=1)
    words = re.sub(r"ngày\s+[\d…._]*\s*tháng\s+[\d…._]*\s*năm", _NO_DAY, words, flags=re.IGNORECASE)
    words = re.sub(rf"ngày\s+[\d…_]*\s*[/.\-]\s?[\d…_]*\s?[/.\-]\s?(?={_YEAR}(?!\d))", f"{_NO_DAY} ", words)
    return re.sub(rf"(?<=số)\s+(?={_SYMBOL})", _ROOM, shifted(words, years))
