"""Titles in capitals spelled as the sentences of an office spell their words."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import filterfalse, pairwise

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.words import upper_first
from tthc_desktop.models.units.works import works

_WORD = re.compile(r"\w+")


def spelling_of(plan: Plan) -> "Spelling":
    """Return how the plan's own sentences spell the words of its titles in capitals."""
    return Spelling(lambda: _sentences(plan))


def _sentences(plan: Plan) -> Iterator[str]:
    yield str(plan.title)
    yield from (str(basis.text) for basis in plan.bases)
    for work in works(plan):
        held = work.held
        yield str(getattr(held, "content", "") or getattr(held, "name", ""))
        yield f". {held.lead}"
        yield from (heading.content for heading in work.above)


class Spelling:
    """Small and large letters as an office's own sentences have them, for titles that are printed in capitals.

    The sentences are read when the first such title is met.
    """

    def __init__(self, sentences: Callable[[], Iterable[str]]) -> None:
        self._sentences = sentences

    @cached_property
    def _known(self) -> Mapping[tuple[str, str], Counter[str]]:
        """How often each word is spelled how: behind a certain word, and behind any."""
        known: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for sentence in filterfalse(_in_capitals, self._sentences()):
            for before, word in pairwise(_WORD.findall(sentence)):
                for place in ("", before.casefold()):
                    known[place, word.casefold()][word] += 1
        return known

    def sentence(self, title: str) -> str:
        """Return a title as a sentence; one that is not in capitals stays as it is."""
        title = " ".join(title.split())
        if not _in_capitals(title):
            return title
        before = ""

        def spelled(found: re.Match[str]) -> str:
            nonlocal before
            word = found.group()
            key = word.casefold()
            known = self._known.get((before, key)) or self._known.get(("", key))
            before = key
            return known.most_common(1)[0][0] if known else _unknown(word)

        return upper_first(_WORD.sub(spelled, title))


def _unknown(word: str) -> str:
    """Return a word that no sentence has: an abbreviation has no vowel sign and is short, or holds a number."""
    return word if any(map(str.isdigit, word)) or (word.isascii() and not set(word) & set("AEIOUY")) else word.lower()


def _in_capitals(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
