"""How much a cell holds, in ems: what the widths of columns are chosen by."""

from math import inf
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.lines import Paragraph, longest_word, natural_width

_SHORT = 40
"""Up to so many letters a cell is measured as one line; a longer one is too long for one line anyway."""


class Measure(NamedTuple):
    """The letters of a cell, its longest word, and its width on one line, endless when it is too long for that."""

    letters: int
    longest: float
    whole: float


def measure(words: Paragraph) -> Measure:
    letters = sum(len(text) for _, text in words)
    return Measure(letters, _longest(words), natural_width(words) if letters <= _SHORT else inf)


def _longest(words: Paragraph) -> float:
    if len(words) != 1:
        return longest_word(words)
    face, text = words[0]
    return max([face.widths[word] for word in text.split()], default=0.0)
