"""Units named one after the other in a cell: in no more lines than words need, but parted between names."""

from collections.abc import Sequence
from math import inf

from tthc_desktop.documents.writing.pdf.lines import Line, Paragraph, Word, line_of, segments, split_words
from tthc_desktop.documents.writing.pdf.ties import bound, bound_lines

_BETWEEN = (",", ";", ":", ".")
_MOST = 400
"""Lists of more words are filled line by line."""
_RAGGED = 0.1
"""What an empty line would cost, beside one for a name that is parted."""


def unit_lines(words: Paragraph, width: float) -> list[Line]:
    """Break a list of units into as few lines of `width` ems as there can be, few of them beginning within a name."""
    found = bound_lines(words, width)
    if len(found) < 2 or not any(sign in text for _, text in words for sign in ",;"):
        return found
    parts = [split_words(segment) for segment in segments(bound(words))]
    if any(word.width > width for part in parts for word in part) or sum(map(len, parts)) > _MOST:
        return found
    return [line for part in parts for line in _tidy(part, words[0].face.blank, width)]


def _tidy(words: Sequence[Word], blank: float, width: float) -> list[Line]:
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(words) + 1):
        used, chosen = -blank, (len(words) + 1, inf, 0)
        for start in range(end - 1, -1, -1):
            used += blank + words[start].width
            if used > width:
                break
            lines, cost, _ = best[start]
            spare = 0.0 if end == len(words) else _RAGGED * (1 - used / width) ** 2
            chosen = min(chosen, (lines + 1, cost + _parting(words, start) + spare, start))
        best.append(chosen)
    return _traced(words, best, blank)


def _parting(words: Sequence[Word], start: int) -> float:
    """Return what it costs to begin a line with a word."""
    return 0.0 if start == 0 or words[start - 1].pieces[-1].words.endswith(_BETWEEN) else 1.0


def _traced(words: Sequence[Word], best: Sequence[tuple[int, float, int]], blank: float) -> list[Line]:
    found: list[Line] = []
    end = len(words)
    while end > 0:
        start = best[end][2]
        size = sum(word.width for word in words[start:end]) + blank * (end - start - 1)
        found.append(line_of(words, start, end, size))
        end = start
    return found[::-1] or [line_of(words, 0, 0, 0.0)]
