"""What stands at the foot of a paper: recipients at the left, at their height title and name of who signs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tthc_desktop.models.measuring.parts import Kind, Part, Sheet
from tthc_desktop.models.measuring.values import MM, Line

_LABEL = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
_CAPACITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s*.+|(?:PHÓ |QUYỀN )?(?:GIÁM ĐỐC|CHỦ TỊCH|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG).*")
_SAME_HEIGHT = 14.0


@dataclass(frozen=True, slots=True)
class Foot:
    """The parts of a foot; `room` is the height in points between title and name that holds no words."""

    sheet: Sheet
    label: Line | None
    recipients: Sequence[Line]
    capacity: Sequence[Line]
    signer: Sequence[Line]
    room: float
    top: float


def foot_of(parts: Sequence[Part]) -> Foot | None:
    """Return the foot of a paper, None where neither recipients nor title of a signer are found."""
    paper = next((part for part in parts if part.kind is Kind.PAPER), None)
    if paper is None:
        return None
    for sheet in reversed(paper.sheets):
        label = next((line for line in reversed(sheet.text) if _LABEL.fullmatch(line.words)), None)
        top = label or next((line for line in sheet.text if _signs(line, sheet)), None)
        if top:
            return _foot(sheet, label, top)
    return None


def _signs(line: Line, sheet: Sheet) -> bool:
    return bool(line.is_bold and _CAPACITY.fullmatch(line.words) and line.middle > sheet.page.width / 2)


def _foot(sheet: Sheet, label: Line | None, top: Line) -> Foot:
    below = [line for line in sheet.text if line.base >= top.base - _SAME_HEIGHT]
    bound = label.right + 10 * MM if label else sheet.page.width / 2
    right = [line for line in below if line.left > bound and line.middle > 0.45 * sheet.page.width]
    right = [line for line in right if not line.words.startswith(("- ", "+ "))]
    capacity, signer, room = _parted(right)
    taken = {id(line) for line in (*right, *((label,) if label else ()))}
    left = [line for line in below if label and line.base > label.base and id(line) not in taken]
    return Foot(sheet, label, left, capacity, signer, room, min([top.top, *(line.top for line in capacity)]))


def _parted(lines: Sequence[Line]) -> tuple[list[Line], list[Line], float]:
    """Part title and name at the widest gap between them."""
    if not lines:
        return [], [], 0.0
    gaps = [lower.top - upper.bottom for upper, lower in pairwise(lines)]
    widest = max(gaps, default=0.0)
    if widest < 2 * lines[0].size:
        upper = [line for line in lines if line.is_upper]
        return upper, [line for line in lines if not line.is_upper], max(widest, 0.0)
    at = gaps.index(widest) + 1
    return list(lines[:at]), list(lines[at:]), widest
