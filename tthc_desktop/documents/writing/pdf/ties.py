"""Words that no line parts: a number and what it counts, the name of a legal document, a date, a list's mark."""

import re
from itertools import pairwise

from tthc_desktop.documents.writing.pdf.lines import HARD_BLANK, Line, Paragraph, Piece, lines

_UNITS = (
    "ngày|tháng|năm|tuần|quý|giờ|phút|giây|đồng|nghìn|ngàn|triệu|tỷ|tỉ|lần|điểm|độ"
    "|km2|km²|km|m2|m²|m3|m³|mm|cm|m|ha|kg|g|tấn|tạ|lít|KB|MB|GB|TB|Mbps|kW|kWh|°C"
)
_BLANK = re.compile(r" (?:(?=[\d%‰…/IVX]|(?:[^\W\d]{2,6} )?[Ss]ố:? [\d/…]|đồng\b|năm\b)|(?<=[\d.)+•*–-] ))")
"""The few blanks that have to be looked at: most words are no numbers."""
_KIND = r"[A-ZĐ][^\W\d]+(?: [^\W\d]+)?"
_OF = "[Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|[Đđ]iều|[Kk]hoản|[Mm]ục|[Pp]hần|[Cc]hương|[Pp]hụ lục"
_RULES = tuple(
    (re.compile(after), re.compile(rf"(?:{before})$"))
    for before, after in (
        (r"\d", r"[%‰]"),
        (rf"\b(?:{_OF}):?", r"\d|…|[IVX]+\b"),
        (r"\b[Ss]ố:?", r"/"),
        (r"\b[Qq]u[ýí]", r"\d|[IVX]+\b"),
        (r"\b[Qq]u[ýí][ \u00a0](?:[IV]+|\d)", r"năm\b"),
        (r"(?:^|[\s(])(?<!số[ \u00a0])\d[\d.,]*", rf"(?:{_UNITS})(?!\w)"),
        (r"\b(?:nghìn|ngàn|triệu|tỷ|tỉ)", r"đồng\b"),
        (rf"(?:^|[\s(])(?:{_KIND}|nghị (?:định|quyết)|quyết định|thông tư|công văn)", r"[Ss]ố:? [\d/…]"),
        (r"(?:^|[\s(])(?:[A-ZĐ][^\W\d]+|nghị|quyết|thông|công)", r"[^\W\d]{2,6} [Ss]ố:? [\d/…]"),
        (r"(?:^|[\s;:,])\(?(?:\d{1,2}|[a-zđ]|[ivx]{2,4})\)", r"\S"),
        (r"(?:^|\n)(?:(?:\d{1,2}\.)+\d{0,2}|[IVX]+\.|[a-zđ][.)]|[-–+•*])", r"\S"),
    )
)
"""What stands behind a blank that parts no line, and what ends before it."""
_REACH = 24
"""So many letters before a blank tell whether it may part a line."""


def bound(words: Paragraph) -> Paragraph:
    """Return the paragraph with hard blanks where a line must not end; they part lines only where nothing else can."""
    return tuple(Piece(face, _BLANK.sub(_kept, text)) for face, text in words)


def bound_lines(words: Paragraph, width: float) -> list[Line]:
    """Break a paragraph that is not justified, as `bound` would have it; most break nowhere that they should not."""
    found = lines(words, width)
    return lines(bound(words), width) if any(_parts_badly(*two) for two in pairwise(found)) else found


def _parts_badly(above: Line, below: Line) -> bool:
    if above.ends or not above.pieces[-1].words.endswith(" "):
        return False
    ended = above.pieces[-1].words[-_REACH - 1 :]
    found = _BLANK.match(ended + below.pieces[0].words[:_REACH], len(ended) - 1)
    return found is not None and _is_tied(found.string, found.start())


def _kept(match: re.Match[str]) -> str:
    return HARD_BLANK if _is_tied(match.string, match.start()) else " "


def _is_tied(text: str, at: int) -> bool:
    before = text[max(at - _REACH, 0) : at]
    return any(then.match(text, at + 1) and first.search(before) for then, first in _RULES)
