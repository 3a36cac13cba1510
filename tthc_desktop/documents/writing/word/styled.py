"""Paragraphs in the styles of the paper: what the style says need not be said of their runs."""

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.lines import Line, Paragraph, lines, plain_words, upper
from tthc_desktop.documents.writing.pdf.titles import balanced
from tthc_desktop.documents.writing.word.lettering import OWN, Letters, runs
from tthc_desktop.documents.writing.word.paragraphs import PLAIN, Marks, Setting, element
from tthc_desktop.documents.writing.word.styles import Look, looks
from tthc_desktop.models.identity import Id

_SPARE = 1.0
"""Points by which a narrowed title is wider than its longest line, for programs that measure a little otherwise."""


class Styled:
    """The styles of a file by their identities."""

    def __init__(self, rules: Rules, marks: Marks) -> None:
        self.rules = rules
        self.marks = marks
        self._looks: dict[str, Look] = looks(rules)

    def faces(self, style: str) -> tuple[bool, bool]:
        """Tell whether a style is bold and italic."""
        return self._looks[style].bold, self._looks[style].italic

    def size(self, style: str) -> float:
        """Return the size of a style's letters in points."""
        return self._looks[style].size

    def plain(self, style: str, words: str) -> Paragraph:
        """Return words all in the face of a style."""
        look = self._looks[style]
        return plain_words(words, bold=look.bold, italic=look.italic)

    def runs(self, style: str, words: Paragraph, letters: Letters = OWN, part: Id = "") -> str:
        """Return the inside of a paragraph, in the bookmark of the part of the plan that it shows."""
        look = self._looks[style]
        return self.marks.around(part, runs(words, bold=look.bold, italic=look.italic, letters=letters))

    def paragraph(self, style: str, words: Paragraph, setting: Setting = PLAIN, part: Id = "") -> str:
        """Return a paragraph of words."""
        return element(style, self.runs(style, words, setting.letters, part), setting)

    def title(self, style: str, words: Paragraph, width: float, share: float = 1.0, part: Id = "") -> str:
        """Return a centred title, kept narrower than `width` where it needs several lines; nothing without words."""
        sides = self._broken(style, words, width, share).sides
        setting = Setting(sides=sides) if sides else PLAIN
        return self.paragraph(style, words, setting, part) if words else ""

    def last_width(self, style: str, words: Paragraph, width: float, share: float = 1.0) -> float:
        """Return the length in points of a title's last line; 0 without words."""
        return self._broken(style, words, width, share).lines[-1].width * self.size(style) if words else 0.0

    def _broken(self, style: str, words: Paragraph, width: float, share: float) -> "Title":
        return centred(upper(words) if self._looks[style].upper else words, self.size(style), width, share)


@dataclass(frozen=True, slots=True)
class Title:
    """A centred title: how far its lines keep from both edges, and its lines."""

    sides: float
    lines: Sequence[Line]


def centred(words: Paragraph, size: float, width: float, share: float = 1.0) -> Title:
    """Return a title kept so narrow that Word breaks it where the print does, as far as that can be had."""
    set_lines = balanced(words, width * share / size)
    wide = width * (1 - share) / 2
    if len(set_lines) < 2:
        return Title(wide, set_lines)
    longest = max(line.width for line in set_lines) * size + _SPARE
    if longest < width * share and _texts(lines(words, longest / size)) == _texts(set_lines):
        return Title((width - longest) / 2, set_lines)
    return Title(wide, set_lines)


def _texts(set_lines: Sequence[Line]) -> list[str]:
    return ["".join(piece.words for piece in line.pieces).strip() for line in set_lines]
