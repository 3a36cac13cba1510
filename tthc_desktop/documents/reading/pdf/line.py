"""A line of a page: words on one base, where they stand and how they look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from statistics import median
from typing import NamedTuple

from tthc_desktop.documents.reading.legacy import converted, guess
from tthc_desktop.documents.reading.pdf.composing import Look, has_old_letters
from tthc_desktop.documents.reading.pdf.view import Box
from tthc_desktop.models.text import Run, Text, text

_ABOVE, _BELOW = 0.72, 0.22
"""How far letters reach above and below their base line, in ems."""


class Word(NamedTuple):
    """Characters without a blank between them, in parts of one look; `blank` tells that a blank is drawn behind."""

    parts: tuple[tuple[str, Look], ...]
    left: float
    right: float
    base: float
    size: float
    blank: bool = False

    def __str__(self) -> str:
        return "".join([said for said, _ in self.parts])


@dataclass(frozen=True)
class Line:
    """Words on one base line with nothing between them but blanks."""

    words: tuple[Word, ...]
    base: float

    @cached_property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @cached_property
    def box(self) -> Box:
        return self.left, self.base - _ABOVE * self.size, self.right, self.base + _BELOW * self.size

    @cached_property
    def said(self) -> str:
        return str(self.text)

    @cached_property
    def text(self) -> Text:
        look = self.words[0].parts[0][1]
        if all(part[1] is look for word in self.words for part in word.parts):
            return text([Run(" ".join([str(word) for word in self.words]), look.bold, look.italic)])
        return text(_runs(self.words))

    @cached_property
    def fonts(self) -> set[str]:
        """The fonts that it is set in."""
        return {look.font for look, _ in self.looks}

    def in_unicode(self) -> Text:
        """Return the words, those of each font of TCVN3 or VNI turned into Unicode by themselves."""
        runs: list[Run] = []
        for font, group in groupby(_parts(self.words), key=lambda part: part[1].font):
            own = [Run(said, look.bold, look.italic) for said, look in group]
            runs += turned(own, font) if has_old_letters(font) else own
        return text(runs)

    @cached_property
    def looks(self) -> list[tuple[Look, int]]:
        """How it looks, and how many characters look so."""
        counted: dict[Look, int] = {}
        for word in self.words:
            for said, look in word.parts:
                counted[look] = counted.get(look, 0) + len(said)
        return list(counted.items())

    def share(self, wanted: str) -> float:
        """Return which share of the characters is `bold`, `italic` or `hidden`."""
        whole = sum(count for _, count in self.looks)
        return sum(count for look, count in self.looks if getattr(look, wanted)) / whole


def turned(runs: Sequence[Run], font: str) -> list[Run]:
    """Return runs of one old font in Unicode."""
    found = guess("".join([run.text for run in runs]), font)
    if found is None:
        return list(runs)
    lengths = [len(converted(run.text, found.encoding)) for run in runs]
    if sum(lengths) != len(found.words):  # a letter of two signs goes over two runs
        lengths = [len(found.words), *(0 for _ in runs[1:])]
    ends = list(accumulate(lengths))
    return [
        Run(found.words[end - length : end], run.bold, run.italic)
        for run, length, end in zip(runs, lengths, ends, strict=True)
    ]


def _runs(words: Sequence[Word]) -> Iterator[Run]:
    return (Run(said, look.bold, look.italic) for said, look in _parts(words))


def _parts(words: Sequence[Word]) -> Iterator[tuple[str, Look]]:
    """Yield the words with single blanks between them; a blank looks as both its neighbours do."""
    last = len(words) - 1
    for place, word in enumerate(words):
        yield from word.parts
        if place < last:
            before, after = word.parts[-1][1], words[place + 1].parts[0][1]
            bold, italic = before.bold and after.bold, before.italic and after.italic
            same = before.bold == bold and before.italic == italic
            yield " ", before if same else before._replace(bold=bold, italic=italic)
