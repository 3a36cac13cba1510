"""Who is named in the printed words of a column or of a sentence: a list of parties, and their parts in the work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.models.text import clean

_BULLET = re.compile(r"\s*[-–—+•*]\s+|\s*[-–—+•*](?=\w)")
_NEXT_BULLET = re.compile(r"\s+[-–—+•*]\s+")
_SEMICOLON = re.compile(r"\s*;\s*")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_BODY = (
    r"(?:Sở|Phòng|Văn phòng|Thanh tra|Trung tâm|Chi cục|Cục|Ban|Bộ|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Trường|Viện|Quỹ|Công an"
    r"|Bưu điện|Bảo hiểm|Kho bạc|Thuế|Báo|Đài|Tổ|Lãnh đạo|Công chức|Đơn vị|Cơ quan|[Cc]ác)"
)
_NEXT_BODY = re.compile(rf"\s*,\s*(?:và\s+)?(?={_BODY}\b)|\s+và\s+(?={_BODY}\b)")

_NAME = r"[^.;]+?"
_TO_DO = (
    r"(?<!- )(?<!và )(?<!quản lý )"
    r"(?-i:(?:tổ chức )?(?:triển khai|thực hiện)(?! giải quyết (?:TTHC|thủ tục hành chính)[.; ]*$)"
    r"|(?:tham mưu|xây dựng|rà soát|hoàn thành|tổng hợp|hướng dẫn)(?=[ ,]))\b"
)
_NOUN = r"(?:phòng|sở|ban|bộ|cục|chi cục|trung tâm|viện|tổ|bộ phận)"
_GIVEN = r"(?:(?:giao|đề nghị|yêu cầu)(?: cho)? )?"
_LEADS = r",? (?:là )?(?:đơn vị |cơ quan )?(?:chủ trì|(?:làm )?đầu mối)(?: (?:tham mưu|thực hiện|triển khai))*"
_WITH = r"phối hợp(?: chặt chẽ| thực hiện)?(?: cùng)?(?: với)?"
_END = rf"(?:,? (?:để )?{_TO_DO}.*)?[.;]?"
_SENTENCES = tuple(
    re.compile(sentence, re.IGNORECASE)
    for sentence in (
        rf"{_GIVEN}(?P<lead>{_NAME}){_LEADS}[,;]?(?: và)? {_WITH} (?P<coordinate>{_NAME}){_END}",
        rf"{_GIVEN}(?P<lead>{_NAME}){_LEADS}(?P<coordinate>){_END}",
        rf"{_GIVEN}(?P<lead>{_NAME}),? {_WITH} (?P<coordinate>{_NAME}){_END}",
        rf"(?!{_NOUN} {_TO_DO}){_GIVEN}(?P<lead>{_NAME})(?P<coordinate>)(?<! có)(?<! được)(?<! giao),? {_TO_DO}.*",
    )
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Who leads a piece of work and who helps, each as printed."""

    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()


def parties(words: str) -> tuple[str, ...]:
    """Return the parties that a cell or a labelled line lists: with dashes, semicolons, on lines or behind commas."""
    found = (
        piece.strip(" .,;\t")
        for entry in _entries(clean(words))
        for part in _split(entry, _SEMICOLON)
        for piece in _split(part.strip(), _NEXT_BODY)
    )
    named = (" ".join(piece.split()) for piece in found if any(map(str.isalnum, piece)))
    return tuple(dict.fromkeys(named))


def parts(words: str) -> Parts:
    """Return who leads and who helps where one sentence says both; of a mere list all lead."""
    sentence = " ".join(clean(words).split())
    if not _BULLET.match(words):
        for pattern in _SENTENCES:
            if match := pattern.fullmatch(sentence):
                return Parts(parties(match["lead"]), parties(match["coordinate"]))
    return Parts(parties(words))


def _entries(words: str) -> Iterator[str]:
    """Yield the entries of a list; where entries have bullets, a line without one goes on with the entry before."""
    lines = [line for line in words.split("\n") if line.strip()]
    if not any(_BULLET.match(line) for line in lines):
        yield from lines
        return
    entry = ""
    for line in lines:
        if bullet := _BULLET.match(line):
            yield entry
            *whole, entry = _split(line[bullet.end() :], _NEXT_BULLET)
            yield from whole
        else:
            entry = f"{entry} {line}"
    yield entry


def _split(words: str, separator: re.Pattern[str]) -> list[str]:
    """Split at a separator that stands in no parentheses."""
    masked = _IN_PARENTHESES.sub(lambda inner: "_" * len(inner.group()), words)
    pieces, place = [], 0
    for found in separator.finditer(masked):
        pieces.append(words[place : found.start()])
        place = found.end()
    return [*pieces, words[place:]]
