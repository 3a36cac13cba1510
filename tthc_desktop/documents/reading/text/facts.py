"""What the whole paper tells about how it was set: width of its lines, blank lines, which words go together."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.documents.reading.text.widths import width

_WORD = re.compile(r"\S+")
_STOP = '.;:!?…)”"'
_UNWRAPPED = 62.0
"""A line wider than this, in ems, comes from no page: the paper has a line a paragraph."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of one paper.

    `column` is the width of a full line in ems, `typical_gap` the blank lines around each line, `spaced` the lines
    near which blank lines set paragraphs apart, `openers` the words that begin sentences only.
    """

    column: float
    wrapped: bool
    tails: bool
    leads: bool
    indent: int
    typical_gap: dict[int, int]
    spaced: frozenset[int]
    pairs: frozenset[tuple[str, str]]
    capitals: frozenset[str]
    openers: frozenset[str]


def gather(lines: Sequence[Line]) -> Facts:
    """Gather the facts from the lines of the running text."""
    widths = sorted(width(line.words) for line in lines if "\t" not in line.raw) or [0.0]
    wide = widths[int(len(widths) * 0.995) - 1] if len(widths) > 1 else widths[0]
    full = [line for line in lines if width(line.words) > wide * 0.85]
    column = widths[max(0, int(len(widths) * 0.97) - 1)]
    pairs, capitals, openers = _word_pairs(lines)
    return Facts(
        column=column,
        wrapped=wide < _UNWRAPPED and sum(line.words[:1].islower() for line in lines) > 0.06 * len(lines),
        tails=bool(full) and sum(line.tail == 1 for line in full) > 0.6 * len(full),
        leads=_leads(lines),
        indent=min((line.indent for line in full), default=0),
        typical_gap=_typical_gaps(lines),
        spaced=_spaced(lines),
        pairs=pairs,
        capitals=capitals,
        openers=openers - capitals,
    )


def _typical_gaps(lines: Sequence[Line]) -> dict[int, int]:
    gaps = [min(line.gap, 2) for line in lines]
    return {line.number: median_low(gaps[max(0, place - 5) : place + 6]) for place, line in enumerate(lines)}


def _leads(lines: Sequence[Line]) -> bool:
    """Tell whether a single blank stands in front of the first line of paragraphs, and of no other."""
    led = sum(line.indent == 1 for line in lines)
    return all(line.indent < 2 for line in lines) and 0.1 * len(lines) < led < 0.8 * len(lines)


def _spaced(lines: Sequence[Line]) -> frozenset[int]:
    near = 12
    gaps = [line.gap > 0 for line in lines]
    return frozenset(
        line.number for place, line in enumerate(lines) if sum(gaps[max(0, place - near) : place + near]) > 2
    )


def _word_pairs(lines: Sequence[Line]) -> tuple[frozenset[tuple[str, str]], frozenset[str], frozenset[str]]:
    """Return the neighbours inside lines, the words with a capital inside a sentence, and those that open one."""
    pairs: set[tuple[str, str]] = set()
    capitals: set[str] = set()
    openers: set[str] = set()
    for line in lines:
        words = _WORD.findall(line.words)[1 if read_mark(line.words).start else 0 :]
        shouting = line.words.isupper()
        if words and not shouting and read_mark(line.words).start:
            openers.add(words[0])
        for first, second in itertools.pairwise(words):
            pairs.add((first, second))
            if not shouting and second[0].isupper() and first[-1] not in _STOP and any(c.islower() for c in first):
                capitals.add(second.strip(".,;:()"))
            elif not shouting and first[-1] in ".:" and second[0].isupper():
                openers.add(second)
    return frozenset(pairs), frozenset(capitals), frozenset(openers)
