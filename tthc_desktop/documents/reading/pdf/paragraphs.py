"""Lines as paragraphs, by how they stand: indents, how full the line before is, gaps, sizes, what is centred."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tthc_desktop.documents.reading.laid_out.blocks import Align, Block
from tthc_desktop.documents.reading.pdf.composing import has_old_letters
from tthc_desktop.documents.reading.pdf.joining import joined
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.sheet import Sheet
from tthc_desktop.documents.reading.pdf.view import Box, around
from tthc_desktop.documents.reading.text.head import kind_at
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.text import fold

_INDENT = 0.7
"""Ems by which a line is set in."""
_DEEP = 8.0
_SLACK = 0.35
"""Ems by which a line may miss its measure and still be full."""
_GAP = 0.18
"""Ems more than usual between two lines that set paragraphs apart."""
_CENTRED = 0.6
_FLUSH = 3.0
_ALIKE = 2.0
_OTHER_SIZE = 1.15
_OFTEN = 0.12
_ENDED = re.compile(r"[.;:!?…][\"”’')\]]*$|\./\.$")
_MOSTLY = 0.5
_OPENING = re.compile(
    r"noi nhan\b|so\s*:|(?:cong hoa xa hoi|dang cong san)\b|doc lap - |[^,;.]{2,30}, ngay\b.{1,20}\bthang\b.{1,16}nam\b"
)
_OFFICE = re.compile(r"(?:ubnd|hdnd|uy ban|hoi dong|so|cuc|chi cuc|phong|trung tam|van phong|ban|thanh tra) (?!hanh\b)")
"""How the names of offices begin, but not “ban hành”."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of a column begin and end, how many ems they are apart, how far paragraphs begin set in."""

    left: float
    right: float
    pitch: float = 0.0
    indent: float = 0.0
    cell: bool = False

    @property
    def indented(self) -> bool:
        return self.indent > 0

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Standing:
    """A line on its page, in its column."""

    line: Line
    sheet: Sheet
    column: Column


def column_of(lines: Sequence[Line], edges: Sequence[float] = ()) -> Column:
    """Return the column that the lines of running text make; it reaches as far as tables and heads do."""
    if not lines:
        return Column(min(edges, default=0.0), max(edges, default=0.0))
    starts = Counter(round(line.left) for line in lines)
    often = [start for start, times in starts.items() if times >= max(2, _OFTEN * len(lines))]
    begin = min([*(often or starts), *edges])
    end = max([*(line.right for line in lines), *edges])
    size = lines[0].size
    insets = Counter(round(line.left - begin) for line in lines if _INDENT * size < line.left - begin < _DEEP * size)
    inset, times = max(insets.items(), key=lambda item: item[1], default=(0, 0))
    return Column(begin, end, pitch_of(lines), float(inset) if times >= max(2, _OFTEN * len(lines)) else 0.0)


def cell_column(box: Box, padding: float, pitch: float) -> Column:
    """Return the column of a cell with so much room between its edges and its words."""
    return Column(box[0] + padding, box[2] - padding, pitch, cell=True)


def pitch_of(lines: Sequence[Line]) -> float:
    """Return how many ems the lines are usually apart, 0 when that cannot be told."""
    gaps = Counter(
        round((after.base - before.base) / after.size, 1)
        for before, after in pairwise(lines)
        if 0.8 < (after.base - before.base) / after.size < 2.6 and abs(before.size - after.size) < 1
    )
    most = max(gaps.values(), default=0)
    return min((gap for gap, times in gaps.items() if times >= _MOSTLY * most), default=0.0)


def paragraphs(lines: Sequence[Standing]) -> list[Block]:
    """Return the lines as paragraphs with their places."""
    return [block_of(group) for group in grouped(lines)]


def grouped(lines: Iterable[Standing]) -> list[list[Standing]]:
    """Return the lines of each paragraph."""
    groups: list[list[Standing]] = []
    for standing in lines:
        if groups and not _begins(groups[-1], standing):
            groups[-1].append(standing)
        else:
            groups.append([standing])
    return groups


def _begins(before: Sequence[Standing], now: Standing) -> bool:
    """Tell whether a line begins a paragraph."""
    last = before[-1]
    if _size_changes(last.line, now.line) or _is_kind(before) or _opens(before[0].line.said, last.line, now.line):
        return True
    centred = is_centred(now), all(is_centred(one) for one in before)
    if all(centred) and not now.column.cell:
        return _centred_begins(last, now)
    if centred[1] and len(before) > 1 and not now.column.cell:
        return True
    same_page = last.sheet.number == now.sheet.number
    if same_page and _stands_apart(last, now):
        return True
    if not is_full(last, now.line):
        return True
    return not _goes_on_centred(last, now) and _indent_tells(before, now)


def _size_changes(last: Line, line: Line) -> bool:
    return max(last.size, line.size) > _OTHER_SIZE * min(last.size, line.size)


def _opens(first: str, last: Line, line: Line) -> bool:
    """Tell whether a line opens a part of head or foot: motto, number, date, a second office, whom a paper goes to."""
    folded = fold(line.said)
    office = bool(_OFFICE.match(folded)) and bool(_OFFICE.match(fold(first))) and last.said.isupper()
    return office or bool(_OPENING.match(folded)) or last.said.endswith("./.")


def _is_kind(before: Sequence[Standing]) -> bool:
    return len(before) == 1 and bool(kind_at(before[0].line.said))


def _centred_begins(last: Standing, now: Standing) -> bool:
    """Tell whether a centred line begins anew: it looks another way, stands apart, or says something else."""
    one, other = last.line, now.line
    looks = not _looks_alike(one, other)
    shouts = any(map(str.isalpha, other.said)) and one.said.isupper() != other.said.isupper()
    apart = last.sheet.number != now.sheet.number or _stands_apart(last, now)
    ended = _ENDED.search(one.said) and not one.said.endswith(";")
    return looks or shouts or apart or bool(ended) or bool(kind_at(other.said))


def _goes_on_centred(last: Standing, now: Standing) -> bool:
    """Tell whether a centred line is the rest of a full one."""
    if read_mark(now.line.said).start:
        return False
    if now.column.cell:
        return is_centred(now) or (_room_alike(last) and _room_alike(now))
    alike = _room_alike(last) and _looks_alike(last.line, now.line)
    return is_centred(now) and alike and not _ENDED.search(last.line.said)


def _room_alike(standing: Standing) -> bool:
    line, column = standing.line, standing.column
    return abs((line.left - column.left) - (column.right - line.right)) < _CENTRED * line.size


def _looks_alike(one: Line, other: Line) -> bool:
    return all(abs(one.share(look) - other.share(look)) < _MOSTLY for look in ("bold", "italic"))


def _stands_apart(last: Standing, now: Standing) -> bool:
    gap = (now.line.base - last.line.base) / now.line.size
    pitch = now.column.pitch
    return gap < 0 or gap > (pitch + _GAP if pitch else 2.0)


def is_centred(standing: Standing) -> bool:
    """Tell whether a line has as much room at its left as at its right, and plenty of it."""
    line, column = standing.line, standing.column
    left, right = line.left - column.left, column.right - line.right
    if min(left, right) <= _INDENT * line.size or abs(left - right) >= _CENTRED * line.size:
        return False
    set_in = column.indented and abs(left - column.indent) < _ALIKE
    return column.cell or not (set_in and (line.share("bold") < _MOSTLY or read_mark(line.said).start > 0))


def is_full(last: Standing, line: Line) -> bool:
    """Tell whether the first word of the next line had found no room in the line before."""
    word, size = line.words[0], line.size
    free = last.column.right - last.line.right
    before = last.line.left - last.column.left
    if before > 0 and abs(before - free) < _CENTRED * size and last.column.cell:
        free += before
    return 0.25 * size + (word.right - word.left) > free - _SLACK * size


def _indent_tells(before: Sequence[Standing], now: Standing) -> bool:
    """Tell from the indents, or else from a mark, whether a line after a full one begins a paragraph."""
    line, column = now.line, now.column
    em = line.size
    inset = line.left - column.left
    above = before[-1].line.left - before[-1].column.left
    if inset > above + _INDENT * em:
        hangs = len(before) == 1 and bool(read_mark(before[0].line.said).start)
        return not hangs or bool(read_mark(line.said).start)
    if len(before) > 1 and above - inset > _INDENT * em:
        return True
    marked = read_mark(line.said).mark is not Mark.NONE
    if marked and len(before) == 1 and abs(inset - above) <= _ALIKE and read_mark(before[0].line.said).start:
        return True
    ended = bool(_ENDED.search(before[-1].line.said))
    if abs(inset - above) <= _INDENT * em and inset > _INDENT * em and len(before) == 1 and column.indented:
        return marked or ended
    return marked and ended and not (column.indented and inset < _INDENT * em)


def block_of(group: Sequence[Standing]) -> Block:
    """Return the lines as one paragraph; where an old font stands beside others, its words are turned into Unicode."""
    first = group[0]
    sheet = first.sheet
    lines = [one.line for one in group]
    fonts = set().union(*(line.fonts for line in lines))
    mixed = len(fonts) > 1 and any(map(has_old_letters, fonts))
    return Block(
        text=joined(lines, in_unicode=mixed),
        align=_align(group),
        place=sheet.place(around([one.line.box for one in group if one.sheet.number == sheet.number])),
        font="" if mixed else font_of(lines),
        original=str(joined(lines, in_unicode=False)) if mixed else "",
        landscape=sheet.width > sheet.height,
    )


def _align(group: Sequence[Standing]) -> Align:
    if all(is_centred(one) for one in group):
        return Align.CENTRE
    ends = [abs(one.column.right - one.line.right) < _FLUSH for one in group]
    if len(group) > 1 and all(ends[:-1]):
        return Align.JUSTIFIED
    first = group[0]
    aside = first.line.left - first.column.left > (first.column.right - first.column.left) / 3
    return Align.RIGHT if all(ends) and aside else Align.LEFT


def font_of(lines: Iterable[Line]) -> str:
    """Return the font of most of the characters."""
    fonts: Counter[str] = Counter()
    for line in lines:
        for look, count in line.looks:
            fonts[look.font] += count
    return fonts.most_common(1)[0][0] if fonts else ""


def boxed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield paragraphs as those of a box beside the text."""
    return (replace(block, boxed=True) for block in blocks)
