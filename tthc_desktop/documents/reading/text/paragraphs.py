"""Paragraphs out of wrapped lines: which line goes on with the one before, and which begins anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.text.facts import Facts
from tthc_desktop.documents.reading.text.marks import NO_MARK, Marked, read_mark
from tthc_desktop.documents.reading.text.source import Line, squeezed
from tthc_desktop.documents.reading.text.widths import width
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.text import Run, Text, fold
from tthc_desktop.models.vocabulary import is_caption, label_role

_ENDED = re.compile(r"[.;:!?…][\"”’')\]]*$|\./\.$")
_GOES_ON = re.compile(r"[,(\-–/&≥≤<>=+]$")
_LEADS_ON = frozenset(
    """
    và của theo tại các về trong cho với từ do là đến những bằng để trên dưới hoặc được bị số khi
    như thuộc đối điểm mục khoản tiết điều Điều ngày tháng năm quý quá hơn đạt ít tối dưới khoảng
    gồm
    """.split()
)
_SYMBOL_END = re.compile(r"(?:[A-ZĐ\d][A-ZĐ\d/.&]*-|[\d/]/)$")
_END_TAIL = 2
_TIGHT = 3.5
"""How much must speak for a break between two lines of one block, where blank lines set paragraphs apart."""
_LOOSE = 0.2
_FIRST_INDENT = 1.8
"""By how many ems the first line of a paragraph is shorter than the others."""
_CLOSINGS = ("tren day la", "trong qua trinh", "noi nhan", "yeu cau cac", "de nghi cac", "can cu ke hoach nay")
_RESTS_ON = re.compile(
    r"Căn cứ\s|(?:Thực hiện|Triển khai|Thi hành)\s(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Công văn|Chương trình|"
    r"Kết luận|Thông báo)\s|(?:Theo|Xét) đề nghị\s"
)
_LONE_MARK = re.compile(r"[IVX]{1,5}\.|\d{1,2}[.)]|[a-zđ]\)")
_OPENING = "\"“‘'([«"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, with the mark in front."""

    lines: tuple[Line, ...]
    text: Text
    mark: Marked = NO_MARK

    @property
    def words(self) -> str:
        """All words, the mark included."""
        return str(self.text)

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.lines[0].number


def paragraphs(lines: Sequence[Line], facts: Facts) -> list[Paragraph]:
    """Join the lines to paragraphs."""
    joined: list[list[Line]] = []
    sequence = _Sequence()
    for line in lines:
        before = joined[-1] if joined else None
        if before is None or _begins(before, line, facts, sequence):
            joined.append([line])
            sequence.note(line.mark or read_mark(line.words))
        else:
            before.append(line)
    return [paragraph(tuple(group)) for group in joined]


def paragraph(lines: tuple[Line, ...], *, marked: bool = True) -> Paragraph:
    """Return the lines as one paragraph."""
    text = join_lines([line.text for line in lines])
    return Paragraph(lines, text, (lines[0].mark or read_mark(str(text))) if marked else NO_MARK)


def join_lines(parts: Sequence[Text]) -> Text:
    """Return wrapped lines as one text; a symbol cut after its hyphen (`127-` `KL/TW`) is made whole."""
    runs: list[Run] = []
    before = ""
    for part in parts:
        words = str(part)
        if before and words:
            runs.append(Run("" if _cut_symbol(before, words) else " ", *_look(runs[-1], part)))
        runs.extend(part.runs)
        before = words or before
    return squeezed(tuple(runs))


def _look(run: Run, part: Text) -> tuple[bool, bool]:
    after = part.runs[0]
    return run.bold and after.bold, run.italic and after.italic


def _cut_symbol(before: str, after: str) -> bool:
    last = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    return bool(_SYMBOL_END.search(last)) and len(last) > 1 and (after[0].isupper() or after[0].isdigit())


class _Sequence:
    """The last number seen of each style, to tell a mark from a word at the front of a wrapped line."""

    def __init__(self) -> None:
        self._last: dict[Mark, int] = {}

    def note(self, marked: Marked) -> None:
        if marked.numbered:
            self._last[marked.mark] = marked.place

    def expects(self, marked: Marked) -> bool:
        last = self._last.get(marked.mark, 0)
        return marked.place == 1 or last < marked.place <= last + 2


def _begins(before: list[Line], line: Line, facts: Facts, sequence: _Sequence) -> bool:
    if line.begins is not None:
        return line.begins
    last = before[-1]
    marked = read_mark(line.words)
    if len(before) == 1 and _LONE_MARK.fullmatch(last.words) and marked.mark is Mark.NONE:
        return False
    lone = bool(_LONE_MARK.fullmatch(line.words)) and _ended(last)
    marks = marked.mark is not Mark.NONE and _is_mark(last, line, marked, facts, sequence)
    return lone or marks or _shouts_alone(before, line) or _breaks(before, line, facts)


def _breaks(before: list[Line], line: Line, facts: Facts) -> bool:
    """Tell whether words without a mark begin a paragraph, from blank lines and from how full the line before was."""
    last = before[-1]
    typical = facts.typical_gap.get(line.number, 0)
    if before[0].words.isupper() and last.words.isupper() and line.words.isupper() and line.gap <= typical:
        return False
    if not facts.wrapped:
        return not _goes_on(last, line)
    if line.gap > typical:
        return not (_goes_on(last, line) or (line.page and not _ended(last)))
    close = line.gap == 0 and line.number in facts.spaced and not line.page
    return _score(before, line, facts) > (_TIGHT if close else _LOOSE)


def _is_mark(last: Line, line: Line, marked: Marked, facts: Facts, sequence: _Sequence) -> bool:
    ended = _ended(last) or fullness(last, line, facts) < 0.9 or line.gap > facts.typical_gap.get(line.number, 0)
    behind = line.words[marked.start : marked.start + 1]
    if marked.numbered and behind.islower() and not _ended(last):
        return False
    if marked.numbered:
        return (sequence.expects(marked) and (ended or not _leads_on(last))) or (ended and not _leads_on(last))
    return ended or not facts.wrapped or (facts.tails and last.tail != 1)


def _leads_on(last: Line) -> bool:
    """Tell whether the line stops where no sentence can."""
    word = last.words.split()[-1] if last.words else ""
    return bool(_GOES_ON.search(last.words)) or word in _LEADS_ON


def _goes_on(last: Line, line: Line) -> bool:
    return (line.words[0].islower() and not _ended(last)) or (_leads_on(last) and not _ended(last))


def _ended(line: Line) -> bool:
    return bool(_ENDED.search(line.words))


def _shouts_alone(before: list[Line], line: Line) -> bool:
    """Tell whether a heading in capitals is over because the next words are in small letters."""
    first = before[0].words
    shouting = first[read_mark(first).start :].isupper() and (len(before) == 1 or before[-1].words.isupper())
    return shouting and not line.words.isupper() and line.words[0].isupper()


def fullness(last: Line, line: Line, facts: Facts) -> float:
    """Return how full the line before would have been with the first word of this one; 1 is the column's width."""
    first = line.words.split(maxsplit=1)[0] if line.words.split() else ""
    return (width(last.words) + 0.25 + width(first)) / facts.column if facts.column else 1.0


def _score(before: list[Line], line: Line, facts: Facts) -> float:
    """Weigh the signs that a paragraph ends between two lines; above 0 it does."""
    first = line.words.split(maxsplit=1)[0].lstrip(_OPENING)
    if not first or first[0].islower():
        return -9.0
    return sum(_signs(before, line, first, facts))


def _signs(before: list[Line], line: Line, first: str, facts: Facts) -> Iterator[float]:
    last = before[-1]
    indent = _FIRST_INDENT / facts.column if len(before) == 1 and facts.column and not last.words.isupper() else 0.0
    yield max(-3.0, min(3.0, (0.96 - fullness(last, line, facts) - indent) * 20))
    yield _end_sign(last)
    yield _capital_sign(first.strip(".,;:()"), facts)
    yield _opening_sign(last, line)
    if facts.tails and not line.page:
        yield 2.0 if last.tail >= _END_TAIL else -0.5
    if facts.leads:
        yield 2.5 if line.indent == 1 else -2.5
    if facts.indent + 3 <= line.indent and last.indent <= facts.indent + 1:
        yield 3.0
    if (last.words.rsplit(maxsplit=1)[-1], line.words.split(maxsplit=1)[0]) in facts.pairs:
        yield -3.0
    if _all_bold(last.text) and not _all_bold(line.text):
        yield 4.0


def _end_sign(last: Line) -> float:
    if _ended(last):
        return 2.0
    return -4.0 if _leads_on(last) else -1.0


def _opening_sign(last: Line, line: Line) -> float:
    """Weigh words that usually open a paragraph: a label, a basis, the closing of the plan."""
    label, colon, _ = line.words.partition(":")
    labels = 4.0 if colon and (is_caption(label) or label_role(label)) else 0.0
    closes = 4.0 if _ended(last) and starts_with(line.words, *_CLOSINGS) else 0.0
    rests = 4.0 if _RESTS_ON.match(line.words) and not _leads_on(last) else 0.0
    return labels + closes + rests


def _capital_sign(first: str, facts: Facts) -> float:
    if first in facts.capitals or first[:1].isdigit():
        return -1.5
    return 2.5 if first in facts.openers else 1.2


def _all_bold(words: Text) -> bool:
    return bool(words) and all(run.bold for run in words.runs if run.text.strip())


def starts_with(words: str, *beginnings: str) -> bool:
    """Tell whether the words begin so, whatever their tones and capitals."""
    folded = fold(words)
    return any(re.match(rf"{beginning}\b", folded) for beginning in beginnings)
