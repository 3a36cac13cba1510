"""The parts of a finished paper, known by their words and places: head, text, foot, appendices, page numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tthc_desktop.models.measuring.grids import GridPart, grids
from tthc_desktop.models.measuring.pages import MeasuredPage, SetLine, by_height, joined
from tthc_desktop.models.text import fold

_COUNTRY = "cong hoa xa hoi chu nghia viet nam"
_MOTTO = re.compile(r"doc lap\s*-\s*tu do\s*-\s*hanh phuc")
_NUMBER = re.compile(r"so\s*:")
_DAY = re.compile(r"\bngay\b")
_RECIPIENTS = "noi nhan"
_APPENDIX = re.compile(r"phu luc( so)?( [ivxlc\d]+)?\.?")
_CONTENTS = "muc luc"
_SUBJECT = re.compile(r"v/v\b")
_ADDRESSED = re.compile(r"kinh gui\b")
_DIGITS = re.compile(r"[-–\s]*(\d{1,4})[-–\s]*")
_EDGE = 130.0
"""Points from the upper and the lower edge within which a lone number is that of the page."""
_APART = 1.8
"""Ems between the base lines of what does not belong together."""
_CENTRED = 12.0
"""Points by which the middle of a centred line may stand off."""


@dataclass(frozen=True)
class Sheet:
    """A page with its tables, its page number, and its other lines, each height as one line."""

    page: MeasuredPage
    place: int
    """Its place in its part, from 1."""

    @cached_property
    def tables(self) -> list[GridPart]:
        return grids(self.page)

    @cached_property
    def number_line(self) -> SetLine | None:
        """The line that is nothing but a number, above or below all others."""
        lines = self.page.lines
        ends = [line for line in (*lines[:1], *lines[-1:]) if _DIGITS.fullmatch(line.words)]
        return next((line for line in ends if line.base < _EDGE or line.base > self.page.height - _EDGE), None)

    @cached_property
    def pieces(self) -> list[SetLine]:
        """The lines that stand in no table and are no page number."""
        return [
            line
            for line in self.page.lines
            if line is not self.number_line and not any(table.holds(line) for table in self.tables)
        ]

    @cached_property
    def lines(self) -> list[SetLine]:
        return by_height(self.pieces)

    def is_centred(self, line: SetLine, left: float, right: float) -> bool:
        """Tell whether a line stands in the middle between two edges."""
        return abs(line.middle - (left + right) / 2) < _CENTRED


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the first page; what it lacks is None or empty."""

    country: SetLine | None = None
    motto: SetLine | None = None
    agencies: tuple[SetLine, ...] = ()
    number: SetLine | None = None
    date: SetLine | None = None
    kind: SetLine | None = None
    title: tuple[SetLine, ...] = ()
    attached: tuple[SetLine, ...] = ()
    subject: tuple[SetLine, ...] = ()
    bottom: float = 0.0
    """Below the last of these lines."""


@dataclass(frozen=True, slots=True)
class Foot:
    """Recipients and signature; `sheet` is where they begin."""

    sheet: Sheet
    label: SetLine | None = None
    recipients: tuple[tuple[int, SetLine], ...] = ()
    """Each with its page."""
    capacity: tuple[SetLine, ...] = ()
    signer: SetLine | None = None
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class AppendixHead:
    """The first page of an appendix with its label, its title and the line that says what it belongs to."""

    sheet: Sheet
    label: SetLine
    title: tuple[SetLine, ...] = ()
    attached: tuple[SetLine, ...] = ()


@dataclass(frozen=True)
class Anatomy:
    """A whole paper: its pages in parts, each with a page count of its own."""

    parts: tuple[tuple[Sheet, ...], ...]
    head: Head
    foot: Foot | None
    appendices: tuple[AppendixHead, ...] = field(default=())

    @property
    def sheets(self) -> Iterator[Sheet]:
        for part in self.parts:
            yield from part

    @property
    def first(self) -> Sheet:
        return next(self.sheets)

    def text(self) -> Iterator[tuple[Sheet, Sequence[SetLine]]]:
        """Yield the lines of the running text of the paper itself, page by page."""
        for sheet in self.parts[0]:
            top = self.head.bottom if sheet is self.first else 0.0
            bottom = self.foot.top if self.foot and sheet.page.number >= self.foot.sheet.page.number else 1e9
            if self.foot and sheet.page.number > self.foot.sheet.page.number:
                continue
            yield sheet, [line for line in sheet.lines if top < line.base < bottom - 1]


def anatomy(pages: Sequence[MeasuredPage]) -> Anatomy:
    """Find the parts of a paper of at least one page."""
    parts = tuple(_parts(pages))
    found = [_appendix_head(part[0]) for part in parts]
    heads = tuple(head for head in found if head)
    main = parts[0] if not found[0] else ()
    head = _head(main[0]) if main else Head()
    return Anatomy(parts if main else ((), *parts), head, _foot(main) if main else None, heads)


def _parts(pages: Sequence[MeasuredPage]) -> Iterator[tuple[Sheet, ...]]:
    held: list[Sheet] = []
    for page in pages:
        if held and _begins(Sheet(page, 1)):
            yield tuple(held)
            held = []
        held.append(Sheet(page, len(held) + 1))
    if held:
        yield tuple(held)


def _begins(sheet: Sheet) -> bool:
    """Tell whether a page begins an appendix or the table of contents, whose pages are counted anew."""
    return bool(_label(sheet)) or any(fold(line.words).strip() == _CONTENTS for line in sheet.lines[:1])


def _label(sheet: Sheet) -> SetLine | None:
    """Return the line that begins an appendix: it stands first, in the middle, and says nothing else."""
    for line in sheet.lines[:2]:
        if _APPENDIX.fullmatch(fold(line.words).strip()) and abs(line.middle - sheet.page.width / 2) < 40:
            return line
    return None


def _appendix_head(sheet: Sheet) -> AppendixHead | None:
    label = _label(sheet)
    if label is None:
        return None
    below = [line for line in sheet.lines if line.base > label.base]
    title: list[SetLine] = []
    while below and below[0].bold and not below[0].words.startswith("(") and len(title) < 8:
        title.append(below.pop(0))
    attached: list[SetLine] = []
    if below and below[0].words.startswith("("):
        while below and not (attached and attached[-1].words.rstrip().endswith(")")) and len(attached) < 5:
            attached.append(below.pop(0))
    return AppendixHead(sheet, label, tuple(title), tuple(attached))


def _head(sheet: Sheet) -> Head:
    pieces = sheet.pieces
    country = next((line for line in pieces if fold(line.words).startswith(_COUNTRY)), None)
    motto = next((line for line in pieces if _MOTTO.match(fold(line.words))), None)
    begun = next((line for line in pieces if _NUMBER.match(fold(line.words))), None)
    if country is None or begun is None:
        return Head(country, motto, number=begun)
    number, date = _number_and_date([line for line in pieces if abs(line.base - begun.base) < 0.5 * begun.size])
    edge = min(line.left for line in (country, motto) if line)
    agencies = tuple(by_height(line for line in pieces if line.base < number.base - 2 and line.left < edge - 1))
    below = max(number.base, date.base if date else 0.0)
    under = [line for line in sheet.lines if line.base > below + 1]
    subject = _subject(pieces, number, country)
    kind, title = (None, ()) if subject else _title(sheet, under)
    attached = () if subject else _attached(under, title)
    last = [line.base for line in (*subject, *title, *attached, *([kind] if kind else []))]
    return Head(country, motto, agencies, number, date, kind, title, attached, subject, max([below, *last]))


def _number_and_date(row: Sequence[SetLine]) -> tuple[SetLine, SetLine | None]:
    """Return number and date, which stand on one line; both have blanks where something is to be stamped."""
    ordered = sorted(row, key=lambda line: line.left)
    dated = next((at for at, line in enumerate(ordered) if at and _DAY.search(fold(line.words))), len(ordered))
    return joined(ordered[:dated]), joined(ordered[dated:]) if ordered[dated:] else None


def _attached(under: Sequence[SetLine], title: Sequence[SetLine]) -> tuple[SetLine, ...]:
    found: list[SetLine] = []
    for line in under:
        if title and line.base > title[-1].base:
            if not found and not line.words.startswith("("):
                break
            found.append(line)
            if line.words.rstrip().endswith(")"):
                break
    return tuple(found[:5])


def _subject(pieces: Sequence[SetLine], number: SetLine, country: SetLine) -> tuple[SetLine, ...]:
    left = [line for line in pieces if line.base > number.base + 1 and line.right < country.right]
    starts = [at for at, line in enumerate(left[:3]) if _SUBJECT.match(fold(line.words))]
    if not starts:
        return ()
    found = [left[starts[0]]]
    for line in left[starts[0] + 1 :]:
        if line.base - found[-1].base > 1.8 * line.size or _ADDRESSED.match(fold(line.words)):
            break
        found.append(line)
    return tuple(found)


def _title(sheet: Sheet, under: Sequence[SetLine]) -> tuple[SetLine | None, tuple[SetLine, ...]]:
    for at, line in enumerate(under[:6]):
        letters = [char for char in line.words if char.isalpha()]
        if letters and all(char.isupper() for char in letters) and abs(line.middle - sheet.page.width / 2) < 120:
            title: list[SetLine] = []
            for below in under[at + 1 : at + 9]:
                above = title[-1] if title else line
                is_apart = below.base - above.base > _APART * line.size or _is_ruled(sheet.page, above, below)
                if not below.bold or is_apart or abs(below.middle - line.middle) > 2 * _CENTRED:
                    break
                title.append(below)
            return line, tuple(title)
    return None, ()


def _is_ruled(page: MeasuredPage, above: SetLine, below: SetLine) -> bool:
    return any(above.base < bar.y < below.base - 2 for bar in page.bars)


def _foot(part: Sequence[Sheet]) -> Foot | None:
    for sheet in reversed(part):
        label = next((line for line in reversed(sheet.pieces) if fold(line.words).startswith(_RECIPIENTS)), None)
        if label:
            foot = _foot_at(sheet, label)
            later = [(one.page.number, line) for one in part if one.place > sheet.place for line in one.lines]
            return replace(foot, recipients=(*foot.recipients, *later))
    return None


def _foot_at(sheet: Sheet, label: SetLine) -> Foot:
    side = [line for line in sheet.pieces if line.base > label.top - label.size and line.left > label.right]
    edge = min((line.left for line in side if line.bold and line.size >= label.size), default=sheet.page.width)
    left = [line for line in sheet.pieces if line.base > label.base + 1 and line.left < edge and line not in side]
    left = [line for line in left if not line.bold]
    right = [line for line in side if line.bold]
    capacity: list[SetLine] = []
    for line in right:
        if capacity and line.base - capacity[-1].base > 2.2 * line.size:
            break
        capacity.append(line)
    signer = right[len(capacity)] if len(right) > len(capacity) else None
    top = min(line.top for line in (label, *capacity))
    return Foot(sheet, label, tuple((sheet.page.number, line) for line in left), tuple(capacity), signer, top)
