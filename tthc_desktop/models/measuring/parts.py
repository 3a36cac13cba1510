"""A print taken apart: the paper itself and its appendices, page by page, what is text and what is table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.measuring.grids import Grid, grids
from tthc_desktop.models.measuring.values import MM, Line, MeasuredPage, MeasuredPaper

NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*(\d{1,4})(?:\s*/\s*\d{1,4})?\s*[-–]?", re.IGNORECASE)
APPENDIX = re.compile(r"phụ lục(?:\s+(?:số\s+)?[IVXLCDM\d]+)?\s*[.:]?", re.IGNORECASE)
CONTENTS = re.compile(r"mục lục", re.IGNORECASE)
STAMP_LINE = re.compile(r"Số:\s*\S*;\s*\d\d/\d\d/\d{4};.*\d\d:\d\d.*")
_MARK = (
    r"(?:DỰ THẢO|TUYỆT MẬT|TỐI MẬT|MẬT|HỎA TỐC.*|THƯỢNG KHẨN|KHẨN|XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ|"
    r"SAO Y|SAO LỤC|TRÍCH SAO)"
)
_MARKS = re.compile(rf"{_MARK}(?:\s+{_MARK})*")
_TOP = 27 * MM
_NUMBER_DEPTH = 22 * MM
_OFF_MIDDLE = 20 * MM


class Kind(StrEnum):
    """What a part of a print is."""

    PAPER = "paper"
    APPENDIX = "appendix"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its place in the file and in its part, both from 0; `lines` are without number, stamps and marks."""

    at: int
    place: int
    page: MeasuredPage
    lines: Sequence[Line]
    number: Line | None
    stamp: Line | None
    grids: Sequence[Grid]

    @property
    def text(self) -> list[Line]:
        """Return the lines that stand in no table or frame."""
        return [line for line in self.lines if not any(grid.holds(line) for grid in self.grids)]

    @property
    def tables(self) -> list[Grid]:
        return [grid for grid in self.grids if grid.is_table]


@dataclass(frozen=True, slots=True)
class Part:
    """Pages with a count of their own."""

    kind: Kind
    sheets: Sequence[Sheet]

    @property
    def left(self) -> float:
        """Return where its words begin at the left, for most pages."""
        return min((_left(sheet) for sheet in self.sheets if sheet.lines), default=0.0)

    @property
    def right(self) -> float:
        return max((_right(sheet) for sheet in self.sheets if sheet.lines), default=0.0)


def parts(paper: MeasuredPaper) -> list[Part]:
    """Return the parts of a print in order."""
    found: list[Part] = []
    held: list[Sheet] = []
    kind = Kind.PAPER
    for at, page in enumerate(paper.pages):
        begun = _begins(page)
        if begun and held:
            found.append(Part(kind, held))
            held = []
        kind = begun or kind
        held.append(_sheet(at, len(held), page))
    return [*found, Part(kind, held)] if held else found


def _begins(page: MeasuredPage) -> Kind | None:
    """Return what begins on a page by one of its first lines in the middle, None for what goes on."""
    firsts = [line for line in page.lines[:5] if not _is_aside(line, page)][:2]
    for line in firsts:
        if abs(line.middle - page.width / 2) > _OFF_MIDDLE or line.top > page.height / 4:
            continue
        if APPENDIX.fullmatch(line.words):
            return Kind.APPENDIX
        if CONTENTS.fullmatch(line.words):
            return Kind.CONTENTS
    return None


def _is_aside(line: Line, page: MeasuredPage) -> bool:
    return bool(STAMP_LINE.fullmatch(line.words) or _is_mark(line)) or _is_number(line, page)


def _is_number(line: Line, page: MeasuredPage) -> bool:
    """Tell a page number, which stands in the upper or lower margin, about in the middle or at the right."""
    if not NUMBER.fullmatch(line.words):
        return False
    alone = sum(abs(other.base - line.base) < 2 for other in page.lines) == 1
    edge = line.base < _NUMBER_DEPTH or line.base > page.height - _NUMBER_DEPTH
    return alone and edge and line.middle > 0.4 * page.width


def _is_mark(line: Line) -> bool:
    return bool(_MARKS.fullmatch(line.words)) and (line.base < _TOP or not line.is_black)


def _sheet(at: int, place: int, page: MeasuredPage) -> Sheet:
    number = next((line for line in page.lines if _is_number(line, page)), None)
    stamp = next((line for line in page.lines if STAMP_LINE.fullmatch(line.words)), None)
    lines = [line for line in page.lines if line is not number and line is not stamp and not _is_mark(line)]
    marks = [line for line in page.lines if _is_mark(line)]
    return Sheet(at, place, page, lines, number, stamp, [one for one in grids(page) if not _frames(one, marks, lines)])


def _frames(grid: Grid, marks: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell the frame of a mark, which holds nothing else, from a table."""
    return any(grid.holds(mark) for mark in marks) and not any(grid.holds(line) for line in lines)


def _left(sheet: Sheet) -> float:
    edges = [grid.left for grid in sheet.grids if grid.is_table]
    return min([*(line.left for line in sheet.lines), *edges])


def _right(sheet: Sheet) -> float:
    edges = [grid.right for grid in sheet.grids if grid.is_table]
    return max([*(line.right for line in sheet.lines), *edges])


def continued(part: Part) -> Iterator[tuple[Sheet, Sheet]]:
    """Yield each page of a part that is followed by another one of it, with that one."""
    yield from zip(part.sheets, part.sheets[1:], strict=False)
