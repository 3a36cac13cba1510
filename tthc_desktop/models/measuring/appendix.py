"""The heading of an appendix: label, title, the line that says what it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.models.measuring.head import ATTACHED
from tthc_desktop.models.measuring.parts import APPENDIX, Kind, Part, Sheet
from tthc_desktop.models.measuring.values import Line

_CENTRED = 12.0
_GAP = 2.2


@dataclass(frozen=True, slots=True)
class AppendixHead:
    """The heading of one appendix, each part of it as its lines; `bottom` is its lowest base line."""

    sheet: Sheet
    label: Line
    title: Sequence[Line]
    attached: Sequence[Line]
    middle: float
    bottom: float


def appendix_heads(parts: Sequence[Part]) -> list[AppendixHead]:
    """Return the headings of all appendices of a print."""
    return [_head(part) for part in parts if part.kind is Kind.APPENDIX]


def _head(part: Part) -> AppendixHead:
    sheet, middle = part.sheets[0], (part.left + part.right) / 2
    at = next(place for place, line in enumerate(sheet.lines) if APPENDIX.fullmatch(line.words))
    label, *others = sheet.lines[at:]
    found: list[Line] = []
    for line in others:
        last = found[-1] if found else label
        if not _goes_on(sheet, last, line, middle):
            break
        found.append(line)
    end = next((place for place, line in enumerate(found) if ATTACHED.fullmatch(line.words)), len(found))
    title, attached = found[:end], found[end:]
    return AppendixHead(sheet, label, title, attached, middle, max(line.base for line in (label, *found)))


def _goes_on(sheet: Sheet, last: Line, line: Line, middle: float) -> bool:
    if abs(line.middle - middle) > _CENTRED or line.base - last.base > _GAP * line.size:
        return False
    if any(last.base < rule.at < line.base for rule in sheet.page.level) or any(
        grid.holds(line) for grid in sheet.grids
    ):
        return False
    return bool(line.is_bold or ATTACHED.fullmatch(line.words) or (line.is_italic and last.is_italic))
