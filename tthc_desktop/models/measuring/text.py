"""The running text of a print: its lines between head and foot, and what each is to the line before it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.measuring.appendix import AppendixHead
from tthc_desktop.models.measuring.foot import Foot
from tthc_desktop.models.measuring.head import Head
from tthc_desktop.models.measuring.parts import Kind, Part, Sheet
from tthc_desktop.models.measuring.values import MM, Line

_FLUSH = 3.0
_MIDDLE = 4.0
_SHORT = 10 * MM
_FEW = 4
_INDENTED = 16 * MM
"""Where all paragraphs have one line, what else stands at the left margin tells where it is."""
_TO_WHOM = re.compile(r"kính gửi\b.*", re.IGNORECASE)
_NAMED = r"(?:phần|chương|mục|tiểu mục|điều)\s+[IVXLC\d]+"
_NUMBERED = r"[IVXLC]+[.)]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zđ][.)]"
MARKED = re.compile(rf"(?:{_NAMED}|{_NUMBERED})(?:\s|$).*", re.IGNORECASE)
"""What begins with a number or a letter of an outline."""


class Role(StrEnum):
    """What a line of running text is."""

    FIRST = "first"
    FURTHER = "further"
    CENTRED = "centred"


@dataclass(frozen=True, slots=True)
class Words:
    """A line of running text; `above` is the line over it on its page, None below a table or at the top."""

    sheet: Sheet
    line: Line
    role: Role
    indent: float
    above: "Words | None"


@dataclass(frozen=True, slots=True)
class Text:
    """The running text of one part between its edges, in the order of reading."""

    part: Part
    left: float
    right: float
    words: Sequence[Words]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def texts(parts: Sequence[Part], head: Head | None, foot: Foot | None, tops: Sequence[AppendixHead]) -> list[Text]:
    """Return the running text of the paper and of its appendices; tables of contents are none."""
    bottoms = {top.sheet.at: top.bottom for top in tops}
    if head:
        bottoms[head.sheet.at] = head.bottom
    return [_text(part, bottoms, foot) for part in parts if part.kind is not Kind.CONTENTS]


def _text(part: Part, bottoms: dict[int, float], foot: Foot | None) -> Text:
    kept = [(sheet, list(_between(sheet, bottoms.get(sheet.at, 0.0), foot))) for sheet in part.sheets]
    lines = [line for _, found in kept for line in found]
    left = _edge([line.left for line in lines], part.left, min)
    right = _edge([line.right for line in lines], part.right, max)
    if 0 < left - part.left < _INDENTED or len(lines) < _FEW:
        left = part.left
    if len(lines) < _FEW:
        right = part.right
    words = [each for sheet, found in kept for each in _roles(sheet, found, left, right)]
    return Text(part, left, right, words)


def _between(sheet: Sheet, top: float, foot: Foot | None) -> Iterator[Line]:
    if foot and sheet.at > foot.sheet.at and sheet.place:
        return
    low = foot.top if foot and sheet.at == foot.sheet.at else sheet.page.height
    addressed = False
    for line in sheet.text:
        if line.base <= top + 1 or line.base >= low:
            continue
        addressed = bool(_TO_WHOM.fullmatch(line.words)) or (addressed and line.left > 0.19 * sheet.page.width)
        if not addressed:
            yield line


def _edge(places: Sequence[float], otherwise: float, outermost: Callable[[Iterable[float]], float]) -> float:
    """Return the outermost edge that several lines keep."""
    common = Counter(round(place) for place in places)
    held = [place for place, count in common.items() if count > 1] or list(common)
    near = [place for place in places if abs(place - outermost(held)) <= 1] if held else []
    return outermost(near) if near else otherwise


def _roles(sheet: Sheet, lines: Sequence[Line], left: float, right: float) -> Iterator[Words]:
    above: Words | None = None
    for line in lines:
        if above and (_parted(sheet, above.line, line) or line.base - above.line.base < 2):
            above = None
        indent = line.left - left
        role = _role(line, above, (left, right))
        above = Words(sheet, line, role, indent, above)
        yield above


def _parted(sheet: Sheet, above: Line, line: Line) -> bool:
    """Tell whether a table or a rule stands between two lines."""
    return any(above.base < rule.at < line.base for rule in sheet.page.level)


def _role(line: Line, above: Words | None, edges: tuple[float, float]) -> Role:
    left, right = edges
    indent, spare = line.left - left, right - line.right
    if indent > _SHORT + _FLUSH and abs(line.middle - (left + right) / 2) < _MIDDLE and spare > _FLUSH:
        return Role.CENTRED
    if indent > _FLUSH:
        return Role.FIRST
    if above is None:
        return Role.FURTHER
    begins = _is_other(line, above.line) if line.mark >= 0 else right - above.line.right > _SHORT
    return Role.FIRST if begins and above.line.base < line.base else Role.FURTHER


def _is_other(line: Line, above: Line) -> bool:
    """Tell whether two lines are different paragraphs of a tagged file."""
    return line.mark != above.mark and line.left <= above.left + _FLUSH
