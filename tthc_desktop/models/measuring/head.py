"""What stands in the head of a paper: nation and agency side by side, number and date, kind and title."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_desktop.models.measuring.parts import Kind, Part, Sheet
from tthc_desktop.models.measuring.values import MM, Line, Ruled

_NATION = re.compile(r"CỘNG (?:HÒA|HOÀ) XÃ HỘI(?: CHỦ NGHĨA(?: VIỆT NAM)?)?", re.IGNORECASE)
"""Also where it is cut, as by a wider font."""
_MOTTO = re.compile(r"độc lập\W+tự do\W+hạnh phúc", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*:.*", re.IGNORECASE)
_DATE = re.compile(r".*\bngày\b.*\btháng\b.*\bnăm\b.*", re.IGNORECASE)
_SUBJECT = re.compile(r"v/v\b.*", re.IGNORECASE)
ATTACHED = re.compile(r"\(\s*(?:ban hành )?kèm theo\b.*", re.IGNORECASE)
_BODY_BEGINS = re.compile(r"(?:căn cứ|thực hiện|kính gửi|[IVX]+\.|\d+\.|phần|chương)\b.*", re.IGNORECASE)
_BELOW = 25.0
_CENTRED = 12.0
_GAP = 2.2
_KINDS = frozenset(
    (
        "NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|"
        "ĐỀ ÁN|DỰ ÁN|BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|HỢP ĐỒNG|CÔNG ĐIỆN|GIẤY MỜI|PHIẾU GIAO VIỆC"
    ).split("|")
)


@dataclass(frozen=True, slots=True)
class Head:
    """The parts of a head that were found, each as its lines; the rules below agency, motto and title."""

    sheet: Sheet
    nation: Line
    motto: Line | None
    motto_rule: Ruled | None
    parent: Sequence[Line]
    agency: Sequence[Line]
    agency_rule: Ruled | None
    number: Line | None
    date: Sequence[Line]
    subject: Sequence[Line]
    kind: Sequence[Line]
    title: Sequence[Line]
    title_rule: Ruled | None
    attached: Sequence[Line]
    bottom: float
    """The lowest base line of the head."""


def head_of(parts: Sequence[Part]) -> Head | None:
    """Return the head of a paper, None for a print that has none, such as an appendix in a file of its own."""
    paper = next((part for part in parts if part.kind is Kind.PAPER), None)
    if paper is None:
        return None
    sheet = paper.sheets[0]
    nation = next((line for line in sheet.lines if _NATION.fullmatch(line.words.strip())), None)
    return _Reader(sheet, paper, nation).head() if nation else None


class _Reader:
    def __init__(self, sheet: Sheet, part: Part, nation: Line) -> None:
        self._sheet = sheet
        self._nation = nation
        self._middle = (part.left + part.right) / 2
        self._lines = sheet.lines

    def head(self) -> Head:
        motto = next((line for line in self._lines if _MOTTO.fullmatch(line.words.strip(" .,"))), None)
        number = next((line for line in self._left_lines() if _NUMBER.fullmatch(line.words)), None)
        date = self._date(motto or self._nation, number)
        agencies = self._agencies(number)
        above = max((line.base for line in (motto or self._nation, number, *date) if line), default=0.0)
        subject = self._subject(number)
        about = [] if subject else self._about(above)
        kind = _kind(about)
        title, attached = _parted(about[len(kind) :])
        parents, agency = _split(agencies)
        lowest = [above, *(line.base for line in (*subject, *about))]
        return Head(
            self._sheet,
            self._nation,
            motto,
            self._rule_below([motto] if motto else []),
            parents,
            agency,
            self._rule_below(agencies),
            number,
            date,
            subject,
            kind,
            title,
            self._rule_below(attached or title or kind),
            attached,
            max(lowest),
        )

    def _left_lines(self) -> list[Line]:
        return [line for line in self._lines if line.middle < self._middle and line.base < self._sheet.page.height / 2]

    def _agencies(self, number: Line | None) -> list[Line]:
        end = number.base if number else self._nation.base + 45
        return [
            line
            for line in self._left_lines()
            if self._nation.base - 30 < line.base < end - 2 and line.right < self._nation.left + 5
        ]

    def _date(self, above: Line, number: Line | None) -> list[Line]:
        low = (number.base if number else above.base + 45) + 30
        right = [line for line in self._lines if above.base + 2 < line.base < low and line.right > self._middle + 20]
        found = next((place for place, line in enumerate(right) if _DATE.fullmatch(line.words)), None)
        if found is not None:
            return [right[found]]
        return [line for line in right if line.is_italic and line.left > self._middle - 60]

    def _subject(self, number: Line | None) -> list[Line]:
        below = [line for line in self._left_lines() if number and number.base < line.base < number.base + 120]
        found: list[Line] = []
        for line in below:
            if _SUBJECT.fullmatch(line.words) or (found and line.base - found[-1].base < _GAP * line.size):
                found.append(line)
        return found

    def _about(self, above: float) -> list[Line]:
        """Return the lines of kind, title and attachment: in the middle, one below the other."""
        found: list[Line] = []
        for line in self._lines:
            if line.base <= above + 2:
                continue
            centred = abs(line.middle - self._middle) < _CENTRED
            far = bool(found) and line.base - found[-1].base > _GAP * line.size
            ruled = bool(found) and self._is_ruled(found[-1], line)
            stands = centred or (not found and line.is_bold and line.is_upper)
            if not stands or far or ruled or (found and self._ends(found, line)):
                break
            found.append(line)
        return found

    def _ends(self, found: Sequence[Line], line: Line) -> bool:
        """Tell whether a line is text below the head: letters of another look that fill the line."""
        if ATTACHED.fullmatch(line.words) or (line.is_italic and found[-1].is_italic):
            return False
        return bool(_BODY_BEGINS.fullmatch(line.words)) and line.is_bold != found[-1].is_bold

    def _is_ruled(self, above: Line, line: Line) -> bool:
        return any(above.base < rule.at < line.base for rule in self._sheet.page.level)

    def _rule_below(self, lines: Sequence[Line]) -> Ruled | None:
        if not lines:
            return None
        last = lines[-1]
        near = [
            rule
            for rule in self._sheet.page.level
            if 0 < rule.at - last.base < _BELOW
            and rule.start < last.right
            and rule.end > last.left
            and rule.length > 5 * MM
        ]
        return min(near, key=lambda rule: rule.at, default=None)


def _kind(about: Sequence[Line]) -> list[Line]:
    if about and about[0].words.upper() in _KINDS:
        return list(about[:1])
    found: list[Line] = []
    for line in about:
        if not line.is_upper:
            break
        found.append(line)
    return found or list(about[:1])


def _parted(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    at = next((place for place, line in enumerate(lines) if ATTACHED.fullmatch(line.words)), len(lines))
    return list(lines[:at]), list(lines[at:])


def _split(agencies: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the agency above and of the agency itself, which are told apart by their weight."""
    light = [line for line in agencies if line.bold < 0.5]
    if light and len(light) < len(agencies):
        return light, [line for line in agencies if line.bold >= 0.5]
    if len(agencies) > 1 and _is_parent(agencies[0].words):
        return list(agencies[:1]), list(agencies[1:])
    return [], list(agencies)


def _is_parent(words: str) -> bool:
    return words.upper().startswith(("UBND ", "ỦY BAN NHÂN DÂN ", "UỶ BAN NHÂN DÂN ", "BỘ "))


def words_of(lines: Iterable[Line]) -> str:
    """Return the words of some lines as one."""
    return " ".join(line.words for line in lines)
