"""Words of a plan and of the paper that came back: when they say the same, and what is kept of the old ones."""

from collections.abc import Iterator
from itertools import groupby

from tthc_desktop.models.comparison.pieces import Fate, pieces
from tthc_desktop.models.text import Run, Text, linked, text

_END = "/."
_Letter = tuple[str, bool, bool]


def same(one: Text, other: Text) -> bool:
    """Tell whether two wordings say the same in the same look; white space and figures do not matter.

    Nor does the sign ./. that ends a paper: it stands behind whichever paragraph is the last.
    """
    if one == other:
        return True
    first, second = _letters(one), _letters(other)
    if _ends_paper(one) is not _ends_paper(other):
        first, second = _without_end(first), _without_end(second)
    return first == second


def _ends_paper(words: Text) -> bool:
    return str(words).rstrip().endswith(_END)


def _without_end(letters: list[_Letter]) -> list[_Letter]:
    end = len(letters)
    while end and letters[end - 1][0] in "./ ":
        end -= 1
    return letters[:end]


def same_words(one: str, other: str) -> bool:
    """Tell whether two wordings say the same, white space aside."""
    return one == other or one.split() == other.split()


def adopted(old: Text, new: Text) -> Text:
    """Return the old words where the new ones say the same, else the new ones, which still follow the old figures."""
    return old if same(old, new) else with_figures(new, old)


def adopted_line(old: str, new: str) -> str:
    """Return the old line where the new one says the same."""
    return old if same_words(old, new) else new


def with_figures(new: Text, old: Text) -> Text:
    """Return the new words, following the figures of the old ones where these still stand."""
    if not any(run.figure for run in old.runs):
        return new
    before = [run.figure for run in old.runs for _ in run.text]
    looks = [(run.bold, run.italic) for run in new.runs for _ in run.text]
    runs: list[Run] = []
    at = then = 0
    for piece in pieces(str(old), str(new)):
        for letter in piece.words if piece.fate is not Fate.REMOVED else "":
            figure = before[then] if piece.fate is Fate.KEPT else ""
            runs.append(Run(letter, *looks[at], figure))
            at += 1
            then += piece.fate is Fate.KEPT
        then += len(piece.words) if piece.fate is Fate.REMOVED else 0
    return linked(text(runs), old)


def _letters(words: Text) -> list[_Letter]:
    every = ((letter, run.bold, run.italic) for run in words.runs for letter in run.text)
    return list(_squeezed(every))


def _squeezed(letters: Iterator[_Letter]) -> Iterator[_Letter]:
    """Yield the letters with one blank where white space stands between two of them."""
    begun = False
    for blank, group in groupby(letters, lambda letter: letter[0].isspace()):
        if blank:
            waiting = begun
            continue
        if begun and waiting:
            yield " ", False, False
        begun, waiting = True, False
        yield from group
