"""“Kính gửi:” with one addressee on its line, or several below each other, their dashes under the colon."""

from collections.abc import Iterator, Sequence

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import baseline, leading
from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Pen, Start, Strip, Tie
from tthc_desktop.documents.writing.pdf.head import plain
from tthc_desktop.documents.writing.pdf.lines import Line, Paragraph, lines, natural_width, tied
from tthc_desktop.models.addressing import ADDRESSEES, addressee_lines
from tthc_desktop.models.plan import Plan

_ENDLESS = 1000.0
_DASH = "- "
Piece = tuple[float, Line]
"""Words of one line and how far from the left they begin."""


def addressees(plan: Plan, rules: Rules, width: float) -> "Addressees | None":
    """Return the part of a paper that says whom it is addressed to; None where it says nothing."""
    known = list(addressee_lines(plan))
    return Addressees(known, rules, width) if known else None


class Addressees:
    """One strip per line; a page ends only between two addressees."""

    def __init__(self, known: Sequence[str], rules: Rules, width: float) -> None:
        self.where = "Phần kính gửi"
        self._size = rules.letters["addressee"].size
        self._leading = leading(rules, self._size)
        self._rows: list[Sequence[Piece]] = []
        self.strips: list[Strip] = []
        self._paragraphs: list[int] = []
        set_rows = _one if len(known) == 1 else _several
        for row, ties in set_rows(known, rules, width):
            gap = 0.0 if self._rows else rules.length("addressees_gap")
            self._rows.append(row)
            self.strips.append(Strip(self._leading, gap, Tie.FIRM if ties else Tie.FREE))
            self._paragraphs.append(self._paragraphs[-1] + (not ties) if self._paragraphs else 0)
        self.strips[-1] = self.strips[-1]._replace(height=self._leading + rules.length("paragraph_gap"))

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, strip: int) -> Sequence[Start]:
        return () if strip else (Start(ADDRESSEES),)

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        y += baseline(self._size, self._leading)
        for at, row in enumerate(self._rows[first:last], first):
            pen.element(Element((self, self._paragraphs[at]), "P"))
            for x, line in row:
                pen.words(x, y, line, self._size)
            y += self._leading


Row = tuple[Sequence[Piece], bool]
"""A line, and whether it belongs on the page of the one before."""


def _one(known: Sequence[str], rules: Rules, width: float) -> Iterator[Row]:
    size = rules.letters["addressee"].size
    label = _words("addressees_label", rules.letters["addressees_label"].words, rules)
    name, taken = _words("addressee", known[0], rules), (natural_width(label) + label[0].face.blank) * size
    left = _left(taken + natural_width(name) * size, rules, width)
    found = lines(name, (width - left - taken) / size)
    yield ((left, _line(label)), (left + taken, found[0])), False
    yield from ((((left + taken, line),), True) for line in found[1:])


def _several(known: Sequence[str], rules: Rules, width: float) -> Iterator[Row]:
    letters = rules.letters["addressees_label"]
    size, label = letters.size, _words("addressees_label", letters.words, rules)
    dash = _words("addressee", _DASH, rules)
    names = [_words("addressee", words.removeprefix(_DASH), rules) for words in known]
    before = natural_width(_words("addressees_label", letters.words.rstrip(":"), rules)) * size
    taken = before + natural_width(dash) * size
    left = _left(taken + max(map(natural_width, names)) * size, rules, width)
    yield ((left, _line(label)),), False
    for place, name in enumerate(names):
        found = lines(name, (width - left - taken) / size)
        yield ((left + before, _line(dash)), (left + taken, found[0])), place == 0
        yield from ((((left + taken, line),), True) for line in found[1:])


def _left(needed: float, rules: Rules, width: float) -> float:
    """Return where the label begins: the whole stands in the middle, but keeps clear of the left margin."""
    return max((width - needed) / 2, rules.length("addressees_left"))


def _words(name: str, words: str, rules: Rules) -> Paragraph:
    return tied(plain(words, rules.letters[name]))


def _line(words: Paragraph) -> Line:
    return lines(words, _ENDLESS)[0]
