"""Where the parts of a paper begin: head, title, text, foot, appendices; and the lines that belong to no part."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from tthc_desktop.documents.reading.text.head import heads_paper, kind_at
from tthc_desktop.documents.reading.text.paragraphs import starts_with
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.documents.reading.text.tables.marked_off import Block
from tthc_desktop.documents.reading.text.tail import is_capacity, is_tail
from tthc_desktop.models.plan import Stamp
from tthc_desktop.models.text import plain

_STAMP = re.compile(
    r"Số:\s*(\d+)\s*/\s*([\w\-&]+)\s*;\s*(\d{2})/(\d{2})/(\d{4})\s*[;,]?\s*(\d{2}):(\d{2}):(\d{2})\s*;?\s*([+-]\d{2}):(\d{2})",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:[-–—]\s*)?(?:trang\s*)?(\d{1,3})(?:\s*(?:/|trên)\s*\d{1,3})?(?:\s*[-–—])?", re.IGNORECASE)
_KIND_AND_TITLE = re.compile(r"(KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN)\s+(?!số\b)(\S.+)", re.DOTALL)
_NEAR = 30
_FIGURES = re.compile(r"\d+")
_SENTENCE = re.compile(r"^[-+•–]|[.;:,]$")
_FEW = 2
_APPENDIX = re.compile(
    r"(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU(?:\s+MẪU)?|Biểu(?:\s+mẫu)?|PHỤ\s+BIỂU|Phụ\s+biểu)(?:\s+(?:số|SỐ))?\s*:?\s*(?P<number>[IVX]+|\d{1,2}[A-Za-z]?|[A-H])?\s*[.:–-]*\s*(?P<title>.*)",
    re.DOTALL,
)


def stamp_at(words: str) -> Stamp | None:
    """Return the stamp that a digital signature printed, if the line is one (Decree 30/2020, Appendix I, part II)."""
    match = _STAMP.fullmatch(words.strip())
    return _stamp(match) if match else None


def stamps_in(words: str) -> tuple[Stamp, ...]:
    """Return the stamps that stand anywhere in some words."""
    return tuple(stamp for stamp in map(_stamp, _STAMP.finditer(words)) if stamp)


def without_stamps(words: str) -> str:
    """Return some words without the stamps that stand in them."""
    return _STAMP.sub(" ", words)


def _stamp(match: re.Match[str]) -> Stamp | None:
    number, symbol, day, month, year, hour, minute, second, hours, minutes = match.groups()
    try:
        zone = timezone(timedelta(hours=int(hours), minutes=int(f"{hours[0]}{minutes}")))
        at = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), tzinfo=zone)
    except ValueError:
        return None
    return Stamp(number, symbol, at)


def page_number(line: Line) -> int | None:
    """Return the figure of a line that may be a page number."""
    match = _PAGE.fullmatch(line.words.strip())
    return int(match.group(1)) if match else None


def page_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are page numbers: alone at a page's edge, and counting with the pages."""
    found: set[int] = set()
    page = 1
    for place, line in enumerate(lines):
        page += line.page and place > 0
        figure = page_number(line)
        at_edge = line.page or (place + 1 < len(lines) and lines[place + 1].page)
        worded = figure is not None and not line.words.strip().isdecimal()
        if figure is not None and ((at_edge and abs(figure - page) <= 1) or (worded and "rang" in line.words)):
            found.add(line.number)
    return frozenset(found) | _counting_pages(lines) | _running_heads(lines)


def _running_heads(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that stand again and again at the edges of the pages, whatever figures they hold."""
    starts = [place for place, line in enumerate(lines) if line.page and place]
    edges = {edge for start in starts for edge in (start, start - 1, start - 2)} | {0, len(lines) - 1}
    said = {place: _FIGURES.sub("#", lines[place].words) for place in edges if 0 <= place < len(lines)}
    times = Counter(said.values())
    often = max(2, len(starts) // 2 + 1)
    return frozenset(
        lines[place].number
        for place, words in said.items()
        if times[words] >= often and len(words.split()) >= _FEW and not _SENTENCE.search(words)
    )


def _counting_pages(lines: Sequence[Line]) -> frozenset[int]:
    """Return the figures that stand apart by a blank in front and count on: 2, 3, 4 …"""
    if sum(line.indent > 0 for line in lines) * 8 > len(lines):
        return frozenset()
    apart = [(line.number, page_number(line)) for line in lines if line.indent and line.words.strip().isdecimal()]
    figures = [figure for _, figure in apart if figure]
    counts_on = all(after == before + 1 for before, after in pairwise(figures))
    return frozenset(number for number, _ in apart) if figures and counts_on and figures[0] > 1 else frozenset()


@dataclass(slots=True)
class Parts:
    """The blocks of a paper, part by part."""

    head: list[Block] = field(default_factory=list)
    kind: Line | None = None
    text: list[Block] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    appendices: list[list[Block]] = field(default_factory=list)
    decision: list[Block] = field(default_factory=list)


def split(blocks: Sequence[Block]) -> Parts:
    """Cut the paper into its parts."""
    parts = Parts()
    blocks = _with_kind_apart(blocks)
    title = _title_place(blocks)
    rest = blocks
    if title is not None:
        kind = blocks[title]
        parts.kind = kind if isinstance(kind, Line) else None
        parts.head, rest = list(blocks[:title]), blocks[title + 1 :]
    first = _first_appendix(rest)
    body, appendices = rest[:first], rest[first:]
    tail = _tail_place(body)
    parts.text = list(body[:tail])
    parts.tail = [block for block in body[tail:] if isinstance(block, Line)]
    parts.text += [block for block in body[tail:] if not isinstance(block, Line)]
    for place, block in enumerate(appendices):
        if place == 0 or starts_appendix(appendices, place):
            parts.appendices.append([])
        parts.appendices[-1].append(block)
    _move_late_head(parts)
    _move_late_tail(parts)
    _split_decision(parts)
    return parts


def _with_kind_apart(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give `KẾ HOẠCH` a line of its own where the title goes on behind it and no line is the name alone."""
    near = [(place, block) for place, block in enumerate(blocks[:_NEAR]) if isinstance(block, Line)]
    if any(kind_at(line.words) for _, line in near):
        return blocks
    for place, line in near:
        match = _KIND_AND_TITLE.match(line.words)
        if match and not is_tail(line.words):
            kind = replace(line, text=plain(match.group(1)), raw=match.group(1))
            title = replace(line, text=plain(match.group(2)), raw=match.group(2), gap=0)
            return [*blocks[:place], kind, title, *blocks[place + 1 :]]
    return blocks


def _title_place(blocks: Sequence[Block]) -> int | None:
    """Return where the name of the paper's kind stands; behind a decision the plan's own name counts."""
    kinds = [(place, kind_at(block.words)) for place, block in enumerate(blocks) if isinstance(block, Line)]
    named = [(place, kind) for place, kind in kinds if kind]
    if not named:
        return None
    first = named[0]
    if first[1].startswith("QUY"):
        later = [place for place, kind in named[1:] if not kind.startswith("QUY")]
        return later[0] if later else first[0]
    return first[0]


def starts_appendix(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether an appendix begins here: its name alone on the line, or with a title behind it."""
    block = blocks[place]
    if not isinstance(block, Line):
        return False
    match = _APPENDIX.fullmatch(block.words.strip())
    if not match or len(block.words) > 200:
        return False
    title = match.group("title").strip()
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    follows = isinstance(after, Line) and (
        after.words.isupper() or after.words.startswith("(") or all(run.bold for run in after.text.runs)
    )
    if title:
        return title.isupper() and bool(match.group("number") or block.words.split()[0].isupper())
    return (
        follows
        or block.gap > 1
        or block.page
        or (isinstance(after, Line) and after.words[0].isupper() and not _in_sentence(blocks, place))
    )


def _in_sentence(blocks: Sequence[Block], place: int) -> bool:
    before = blocks[place - 1] if place else None
    return isinstance(before, Line) and before.words[-1].isalnum() and before.words[-1].islower()


def appendix_title(line: Line) -> str:
    """Return what stands behind the number of an appendix on the same line."""
    match = _APPENDIX.fullmatch(line.words.strip())
    if match is None:
        return ""
    title = match.group("title").strip()
    return (
        title if starts_with(line.words, "phu luc") else f"{line.words.strip()[: match.start('title')]}{title}".strip()
    )


def _first_appendix(blocks: Sequence[Block]) -> int:
    """Return where the first appendix begins: behind the foot if there is one, else anywhere behind the text."""
    tail = next((place for place, block in enumerate(blocks) if isinstance(block, Line) and is_tail(block.words)), None)
    places = [place for place in range(len(blocks)) if starts_appendix(blocks, place)]
    if tail is not None:
        return next(
            (place for place in places if place > tail),
            places[0] if places and places[0] > 0 and places[0] < tail and _is_far(blocks, tail) else len(blocks),
        )
    return places[0] if places else len(blocks)


def _is_far(blocks: Sequence[Block], tail: int) -> bool:
    """Tell whether nothing but the foot comes behind `tail`: the appendices then stand before it."""
    return len(blocks) - tail < 25 and tail > len(blocks) * 0.6


def _tail_place(blocks: Sequence[Block]) -> int:
    lines = [(place, block) for place, block in enumerate(blocks) if isinstance(block, Line)]
    place = next((place for place, line in lines if is_tail(line.words)), None)
    if place is None:
        place = next(
            (place for place, line in lines if place > len(blocks) // 3 and is_capacity(line.words)), len(blocks)
        )
    while place > 0 and _before_tail(blocks[place - 1]):
        place -= 1
    return place


def _before_tail(block: Block) -> bool:
    return isinstance(block, Line) and is_capacity(block.words)


def _move_late_head(parts: Parts) -> None:
    """Take number, place and date that stand below the title to the head."""
    late = [block for block in parts.text[:8] if isinstance(block, Line) and heads_paper(block.words)]
    parts.head += late
    parts.text = [block for block in parts.text if block not in late]


def _move_late_tail(parts: Parts) -> None:
    """Take a foot that stands behind the appendices out of the last one."""
    if parts.tail or not parts.appendices:
        return
    last = parts.appendices[-1]
    place = next((place for place, block in enumerate(last) if isinstance(block, Line) and is_tail(block.words)), None)
    if place is not None:
        parts.tail = [block for block in last[place:] if isinstance(block, Line)]
        del last[place:]


def _split_decision(parts: Parts) -> None:
    """Keep the decision that issues a plan apart from the plan's own head."""
    place = next(
        (place for place, block in enumerate(parts.head) if isinstance(block, Line) and kind_at(block.words)), None
    )
    if place is not None:
        parts.decision = parts.head[place:]
        parts.head = parts.head[:place]
