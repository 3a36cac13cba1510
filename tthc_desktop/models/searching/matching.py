"""From what a clerk types into a search box to a pattern that is looked for in words as they were typed.

The pattern has one class of letters for each letter that is looked for, so nothing has to be folded and what it finds
has its place in the words themselves.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from tthc_desktop.models.text import clean, fold

_LATIN = (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_STROKES = "đĐðÐɖƉ"
_ALIKE = ("-‐‑‒–—−", '"“”„″', "'‘’‚′")
"""Letters and signs of one look: no eye tells Đ from Ð, and Word changes - and quotes by itself."""
_MARKS = "[\u0300-\u036f]*"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. Without `accents` tones, hats, horns and the stroke of đ do not count."""

    words: str
    accents: bool = False
    case: bool = False
    whole: bool = False
    """Only where no letter or digit stands before or behind."""
    tables_only: bool = False


@lru_cache(maxsize=8)
def pattern(query: Query) -> re.Pattern[str] | None:
    """Return what the query looks for, None when it looks for nothing."""
    words = clean(query.words)
    if not words:
        return None
    inner = _strict(words, case=query.case) if query.accents else _loose(words, case=query.case)
    return re.compile(rf"(?<!\w){inner}(?!\w)" if query.whole else inner)


def _loose(words: str, *, case: bool) -> str:
    return "".join(
        _class(_family(letter), letter, case=case) + (_MARKS if letter.isalpha() else "") for letter in words
    )


def _strict(words: str, *, case: bool) -> str:
    """Return a pattern that keeps every accent, but takes hoà for hòa."""
    made, place = [], 0
    while place < len(words):
        pair = words[place : place + 2]
        other = _other_styles().get(pair.lower())
        if other is None:
            made.append(_class(_same(words[place]), words[place], case=case))
            place += 1
            continue
        there = "".join(new.upper() if old.isupper() else new for new, old in zip(other, pair, strict=True))
        made.append(f"(?:{_classes(pair, case=case)}|{_classes(there, case=case)})")
        place += 2
    return "".join(made)


def _classes(letters: str, *, case: bool) -> str:
    return "".join(_class(letter, letter, case=case) for letter in letters)


def _same(letter: str) -> str:
    """Return the letter with those that only a machine tells from it."""
    return _STROKES if letter in _STROKES else letter


def _class(letters: str, typed: str, *, case: bool) -> str:
    if typed.isspace():
        return r"\s"
    if case:
        wanted = {letter for letter in letters if letter.isupper() == typed.isupper()} | {typed}
    else:
        wanted = {form for letter in letters for form in (letter, letter.lower(), letter.upper()) if len(form) == 1}
    return re.escape(typed) if wanted == {typed} else f"[{re.escape(''.join(sorted(wanted)))}]"


def _family(letter: str) -> str:
    """Return all letters that are the same without their accents."""
    alike = next((signs for signs in _ALIKE if letter in signs), None)
    return alike or _families().get("d" if letter in _STROKES else fold(letter), letter)


@cache
def _families() -> dict[str, str]:
    found = {"d": _STROKES}
    for letter in map(chr, _LATIN):
        base = fold(letter)
        if len(base) == 1 and letter not in found.get(base, ""):
            found[base] = found.get(base, "") + letter
    return found


@cache
def _other_styles() -> dict[str, str]:
    """Return òa for oà and oà for òa, and so on, in small letters."""
    both: dict[str, str] = {}
    for first, second in _PAIRS:
        for tone in _TONES:
            old = unicodedata.normalize("NFC", f"{first}{tone}{second}")
            new = unicodedata.normalize("NFC", f"{first}{second}{tone}")
            both[old], both[new] = new, old
    return both


class Exactness:
    """Tells which found words have the very accents that were typed."""

    def __init__(self, query: Query) -> None:
        strict = _strict(clean(query.words), case=False)
        self._agrees = re.compile(strict).fullmatch
        self._known: dict[str, bool] = {}

    def of(self, found: str) -> bool:
        """Tell whether these words do; of many hits only a few are different."""
        if found not in self._known:
            self._known[found] = self._agrees(found) is not None
        return self._known[found]
