"""Characters as words, and words as the pieces of lines that stand side by side on a page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median

from tthc_desktop.documents.reading.pdf.composing import Glyph, Look
from tthc_desktop.documents.reading.pdf.line import Line, Word

_SAME_LINE = 0.35
"""By how much of its size a character may stand off the base of its line."""
_RAISED, _SMALL = 0.6, 0.85
_WORD_GAP = 0.13
"""Ems between two characters that belong to two words."""
_SPACED_OUT = 0.6
"""The share of wide gaps from which on a line is spaced letter by letter."""
_BARE_GAP = 0.55
"""Ems of nothing, not even a blank where the line has blanks, that set two columns apart."""
_COLUMN_GAP = 1.5
_WIDE_GAP = 2.6
"""Ems between words that set columns apart even where there is a blank; justified words come near it."""
_OFTEN, _WIDEST_GAP = 3.0, 6.0
_HOLE = 0.08
"""Ems within a stretch that may be a hole: letters that a font lacks are drawn into it later, in another one."""


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the pieces of lines from top to bottom, those of one line from left to right."""
    found: list[Line] = []
    for row in _rows(glyphs):
        found.extend(_pieces(row))
    return found


def whole_lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return each line as one piece, whatever gaps it has."""
    found = []
    for row in _rows(glyphs):
        words = list(_words(row))
        if words:
            found.append(_line(words))
    return found


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters of each line, in the order in which they are read."""
    rows: list[list[Glyph]] = []
    base, size = -1e9, 0.0
    for glyph in sorted(glyphs, key=attrgetter("base")):
        if rows and glyph.base - base <= _SAME_LINE * min(size, glyph.look.size):
            rows[-1].append(glyph)
            continue
        rows.append([glyph])
        base, size = glyph.base, glyph.look.size
    for row in _with_raised(rows):
        yield _in_order(row)


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put what is small and set a little higher or lower (m², footnotes) into the line beside it."""
    kept: list[list[Glyph]] = []
    for row in rows:
        if kept and _belongs(row, kept[-1]):
            kept[-1] = kept[-1] + row
        elif kept and _belongs(kept[-1], row):
            kept[-1] = row + kept[-1]
        else:
            kept.append(row)
    return kept


def _belongs(small: Sequence[Glyph], line: Sequence[Glyph]) -> bool:
    size, whole = small[0].look.size, line[0].look.size
    if size > _SMALL * whole or abs(small[0].base - line[0].base) > _RAISED * whole or len(small) > len(line):
        return False
    first, last = min(glyph.left for glyph in small), max(glyph.right for glyph in small)
    near = whole
    return min(glyph.left for glyph in line) - near < first and last < max(glyph.right for glyph in line) + near


def _in_order(row: list[Glyph]) -> list[Glyph]:
    """Sort a line by stretches drawn one after another, so that accents stay behind their letters."""
    stretches: list[list[Glyph]] = []
    for glyph in row:
        if stretches and -1.0 < (glyph.left - stretches[-1][-1].right) / glyph.look.size < _HOLE:
            stretches[-1].append(glyph)
        else:
            stretches.append([glyph])
    stretches.sort(key=lambda stretch: stretch[0].left)
    return [glyph for stretch in stretches for glyph in stretch]


def _words(row: Sequence[Glyph]) -> Iterator[Word]:
    """Yield the words of a line."""
    widest = _letter_gap(row)
    held: list[Glyph] = []
    for glyph in row:
        if glyph.char.isspace():
            if held:
                yield _word(held, blank=True)
                held = []
            continue
        if held and glyph.left - held[-1].right > widest * min(glyph.look.size, held[-1].look.size):
            yield _word(held)
            held = []
        held.append(glyph)
    if held:
        yield _word(held)


def _word(held: Sequence[Glyph], *, blank: bool = False) -> Word:
    first = held[0]
    look = first.look
    if all(glyph.look is look for glyph in held):
        parts: tuple[tuple[str, Look], ...] = (("".join([glyph.char for glyph in held]), look),)
    else:
        groups = groupby(held, key=attrgetter("look"))
        parts = tuple(("".join([glyph.char for glyph in group]), look) for look, group in groups)
    right = max([glyph.right for glyph in held])
    return Word(parts, first.left, right, first.base, look.size, blank)


def _letter_gap(row: Sequence[Glyph]) -> float:
    """Return how many ems may lie between two letters of one word; titles may be spaced letter by letter."""
    gaps = [
        (after.left - before.right) / after.look.size
        for before, after in pairwise(row)
        if not (before.char.isspace() or after.char.isspace())
    ]
    wide = [gap for gap in gaps if gap > _WORD_GAP]
    if len(wide) < 4 or len(wide) < _SPACED_OUT * len(gaps):
        return _WORD_GAP
    return max(_WORD_GAP, 1.6 * median(gaps))


def _pieces(row: Sequence[Glyph]) -> Iterator[Line]:
    """Yield the pieces of a line, cut where nothing stands between two columns."""
    words = list(_words(row))
    if not words:
        return
    gaps = [(after.left - before.right) / before.size for before, after in pairwise(words)]
    usual = median(gaps) if gaps else 0.0
    blanks = any(word.blank for word in words[:-1])
    held = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        bare = blanks and not held[-1].blank and gap > _BARE_GAP
        if bare or gap > min(max(_WIDE_GAP, _OFTEN * usual), max(_COLUMN_GAP, _OFTEN * usual), _WIDEST_GAP):
            yield _line(held)
            held = []
        held.append(word)
    yield _line(held)


def _line(words: Sequence[Word]) -> Line:
    bases = sorted([word.base for word in words])
    return Line(tuple(words), bases[len(bases) // 2])
