"""Checks of the running text: letters, indent, justification, gaps, lines, headings."""

import re
from collections import Counter
from collections.abc import Iterator

from tthc_desktop.models.measuring.lettering import lettered
from tthc_desktop.models.measuring.parts import Kind, continued
from tthc_desktop.models.measuring.results import Probe, box
from tthc_desktop.models.measuring.seen import Seen
from tthc_desktop.models.measuring.text import MARKED, Role, Text, Words
from tthc_desktop.models.measuring.values import MM
from tthc_desktop.models.measuring.wording import millimetres, number, points, quoted

_BASIS = re.compile(r"căn cứ\b.*", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+\. .*")
_NEAR = 0.5 * MM
_RAGGED = 2.5
_GAP = 0.6
_PITCH = 0.03
_FEW = 0.05
_BREAKS = 0.2
_LINES, _MOSTLY = 5, 0.6


def bases(seen: Seen) -> Iterator[Probe]:
    """Measure what the paper rests on, which is in italics, before its first heading; not what opens its text."""
    for text in seen.texts:
        for paragraph in _paragraphs(text) if text.part.kind is Kind.PAPER else ():
            lines = [words.line for words in paragraph]
            if lines[0].is_bold:
                return
            opens = lines[-1].words.rstrip().endswith(":")
            if _BASIS.fullmatch(lines[0].words) and not opens:
                yield from lettered(paragraph[0].sheet.at, seen.rules.letters["basis"], lines)


def _paragraphs(text: Text) -> Iterator[list[Words]]:
    held: list[Words] = []
    for words in text.words:
        if held and words.role is not Role.FURTHER:
            yield held
            held = []
        held.append(words)
    if held:
        yield held


def body(seen: Seen) -> Iterator[Probe]:
    """Measure the size of every line, and that most of the text is upright and not bold."""
    letters = seen.rules.letters["body"]
    for text in seen.texts:
        lines = [words for words in text.words if not _is_loose(words)]
        for words in lines:
            kept = letters.least - 0.3 <= words.line.size <= letters.most + 0.3
            found = f"{quoted(words.line.words)}: cỡ chữ {number(words.line.size)}"
            yield Probe(words.sheet.at, box([words.line]), found, kept)
        yield from _upright(text)


def _upright(text: Text) -> Iterator[Probe]:
    """Yield where most of a text, but for what it rests on, is in italics."""
    lines = []
    rests = False
    for words in text.words:
        rests = bool(_BASIS.fullmatch(words.line.words)) if words.role is Role.FIRST else rests
        if not rests:
            lines.append(words)
    letters = sum(len(words.line.words) for words in lines)
    leaning = sum(words.line.italic * len(words.line.words) for words in lines)
    if len(lines) > _LINES and leaning > _MOSTLY * letters:
        yield Probe(lines[0].sheet.at, box([lines[0].line]), "phần lớn nội dung là chữ nghiêng", is_kept=False)


def _is_loose(words: Words) -> bool:
    """Tell words that are no paragraph, as those in a chart."""
    return (words.role is Role.FIRST and words.indent > 40 * MM) or (
        words.role is Role.CENTRED and not words.line.is_bold
    )


def indents(seen: Seen) -> Iterator[Probe]:
    """How far the first line of a paragraph of several lines is indented."""
    least, most = seen.rules.limits("first_line_indent")
    for text in seen.texts:
        for words, following in zip(text.words, text.words[1:], strict=False):
            if words.role is not Role.FIRST or following.role is not Role.FURTHER or following.above is not words:
                continue
            if text.right - words.line.right > 10 * MM:
                continue
            found = f"{quoted(words.line.words)}: lùi vào {millimetres(words.indent)}"
            kept = least - _NEAR <= words.indent <= most + _NEAR
            yield Probe(words.sheet.at, box([words.line]), found, kept)


def justified(seen: Seen) -> Iterator[Probe]:
    """Lines that are followed by one of their paragraph reach the right edge; a few may not, as long words."""
    for text in seen.texts:
        found = [_full(words.above, text) for words in text.words if words.above and words.role is Role.FURTHER]
        ragged = [probe for probe in found if not probe.is_kept]
        few = len(ragged) <= max(1, _FEW * len(found))
        yield from (probe._replace(is_kept=True) if few else probe for probe in found)


def _full(words: Words, text: Text) -> Probe:
    spare = text.right - words.line.right
    found = f"{quoted(words.line.words)}: dòng cách lề phải {millimetres(max(spare, 0.0))}"
    return Probe(words.sheet.at, box([words.line]), found, spare <= _RAGGED)


def spacing(seen: Seen) -> Iterator[Probe]:
    """From one base line to the next within a paragraph, in single lines of its letters."""
    least, most = seen.rules.limits("line_spacing")
    for text in seen.texts:
        for words in text.words:
            if words.above and words.role is Role.FURTHER:
                size = max(words.line.size, words.above.line.size)
                pitch = (words.line.base - words.above.line.base) / (size * seen.rules.number("single_line"))
                found = f"{quoted(words.line.words)}: dòng cách {number(pitch)} dòng đơn"
                yield Probe(words.sheet.at, box([words.line]), found, least - _PITCH <= pitch <= most + _PITCH)


def gaps(seen: Seen) -> Iterator[Probe]:
    """How far paragraphs stand apart, beyond the step from line to line.

    A line that begins anew within a paragraph has no gap above it; an untagged file does not tell it from a paragraph,
    so there a few lines without a gap are taken for such ones.
    """
    least, _ = seen.rules.limits("paragraph_gap")
    for text in seen.texts:
        step = _step(text, seen.rules.number("single_line"))
        found = [
            _gap(words, words.above, step, least) for words in text.words if words.above and _begins(words, words.above)
        ]
        without = [probe for probe in found if not probe.is_kept]
        few = len(without) <= _BREAKS * len(found) and all(words.line.mark < 0 for words in text.words)
        yield from (probe._replace(is_kept=True) if few else probe for probe in found)


def _begins(words: Words, above: Words) -> bool:
    same = words.line.mark >= 0 and words.line.mark == above.line.mark
    return words.role is Role.FIRST and not same and above.role is not Role.CENTRED


def _step(text: Text, single: float) -> float:
    """Return the usual step from line to line in ems."""
    steps = Counter(
        round((words.line.base - words.above.line.base) / words.line.size, 2)
        for words in text.words
        if words.above and words.role is Role.FURTHER
    )
    return steps.most_common(1)[0][0] if steps else single


def _gap(words: Words, above: Words, step: float, least: float) -> Probe:
    gap = words.line.base - above.line.base - step * words.line.size
    found = f"{quoted(words.line.words)}: cách đoạn trên {points(max(gap, 0.0))}"
    return Probe(words.sheet.at, box([words.line]), found, gap >= least - _GAP)


def headings(seen: Seen) -> Iterator[Probe]:
    """Headings with a Roman number: bold and upright."""
    for text in seen.texts:
        for words in text.words:
            if words.role is Role.FIRST and _ROMAN.fullmatch(words.line.words):
                yield from lettered(words.sheet.at, seen.rules.letters["heading"], [words.line], case=False)


def heading_at_foot(seen: Seen) -> Iterator[Probe]:
    """No page that goes on ends with a heading."""
    for text in seen.texts:
        last = {words.sheet.at: words for words in text.words}
        for sheet, _ in continued(text.part):
            if seen.foot and sheet.at >= seen.foot.sheet.at and text.part.kind is Kind.PAPER:
                break
            words = last.get(sheet.at)
            below = [grid for grid in sheet.grids if words and grid.bottom > words.line.base]
            if words is None or below:
                continue
            heads = _is_heading(words)
            found = f"đề mục {quoted(words.line.words)} đứng cuối trang" if heads else "cuối trang không có đề mục"
            yield Probe(sheet.at, box([words.line]), found, not heads)


def _is_heading(words: Words) -> bool:
    first = words
    while first.role is Role.FURTHER and first.above:
        first = first.above
    if not (words.line.is_bold and first.line.is_bold):
        return False
    return first.role is Role.CENTRED or bool(MARKED.fullmatch(first.line.words))
