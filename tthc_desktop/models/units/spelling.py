"""When two spellings name one unit: case, blanks, signs and tone marks aside, and words against their first letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

from tthc_desktop.models.text import clean, fold

_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"\W+")
_HEADS = (
    (re.compile(r"\bV[ăa][np] phòng\b|\bVP\b\.?(?!-)", re.IGNORECASE), "Văn phòng"),
    (re.compile(r"^P\.\s*(?=\w)|^P\s+(?=\w)"), "Phòng "),
    (re.compile(r"^BP\.?\s+"), "Bộ phận "),
    (re.compile(r"^TT\.?\s+(?=[^\W\d_][^\W\dA-ZĐ]\w*)"), "Trung tâm "),
    (re.compile(r"\bỦy ban nhân dân\b|\bUỷ ban nhân dân\b|\bUB\.?ND\b|\bỦy ban ND\b", re.IGNORECASE), "UBND"),
    (re.compile(r"\bHội đồng nhân dân\b", re.IGNORECASE), "HĐND"),
    (re.compile(r"\bthủ tục hành chính\b", re.IGNORECASE), "TTHC"),
)
_WITH_PROCEDURES = re.compile(
    r"(?<=^cac )(.+?)(?: thuoc so)?(?: (?:co|thuc hien|giai quyet|tiep nhan|duoc giao))+ tthc$"
)
_OWN = re.compile(
    r"(?<=^cac phong don vi) truc thuoc(?= so$| co tthc$|$)(?: so$)?|"
    r"(?<=\w)(?<! truc) thuoc so$|(?<= truc thuoc) so$"
    r"|(?<=^van phong) so$|(?<=^thanh tra) so$|(?<=^ban giam doc) so$|(?<=^lanh dao) so$"
)
_MARKED = re.compile("[\u0300-\u0323]")
_WELL_KNOWN = frozenset({"so", "bo"})
_SURE_LETTERS = 3
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a name; `short` when it was printed as first letters: KSTTHC."""

    word: str
    short: bool


@lru_cache(1 << 14)
def key(words: str) -> str:
    """Return what all plain spellings of a name have in common.

    Văn phòng Sở, VP sở and Văn phòng are one; `và`, `&`, commas and dashes between words count for nothing.
    """
    folded = fold(_SIGNS.sub(" ", _with_heads(words)))
    joined = " ".join(word for word in folded.split() if word != "va")
    return _OWN.sub("", _WITH_PROCEDURES.sub(r"\1 co tthc", joined))


def _with_heads(words: str) -> str:
    printed = " ".join(clean(words).split())
    for pattern, whole in _HEADS:
        printed = pattern.sub(whole, printed)
    return printed


def same_name(one: str, other: str) -> bool:
    """Tell whether two spellings surely name one unit: they differ in signs only, or in words against first letters."""
    if key(one) == key(other):
        return True
    mine, yours = _tokens(one), _tokens(other)
    return _sure(mine, yours) and _aligned(mine, yours)


def shortness(words: str) -> int:
    """Return how many letters of a name stand for words."""
    return sum(len(token.word) for token in _tokens(words) if token.short)


@lru_cache(1 << 14)
def _tokens(words: str) -> tuple[_Token, ...]:
    printed = [word for word in _WORD.findall(_with_heads(words)) if fold(word) != "va"]
    in_capitals = all(map(str.isupper, printed)) and _MARKED.search(normalize("NFD", words)) is not None
    tokens = (_Token(fold(word), not in_capitals and _is_short(word)) for word in printed)
    return tuple(islice(tokens, len(key(words).split())))


def _is_short(word: str) -> bool:
    return 2 <= len(word) <= _LONGEST and word.isalpha() and word.isupper()


def _sure(mine: tuple[_Token, ...], yours: tuple[_Token, ...]) -> bool:
    """Tell whether enough letters are there to be no chance: Phòng KT may be many rooms, Sở NV is one."""
    letters = sum(len(token.word) for token in set(mine) ^ set(yours) if token.short)
    known = bool(mine and yours) and mine[0] == yours[0] and mine[0].word in _WELL_KNOWN
    return letters >= _SURE_LETTERS or (letters > 1 and known)


def _aligned(mine: tuple[_Token, ...], yours: tuple[_Token, ...]) -> bool:
    if not mine or not yours:
        return not mine and not yours
    if mine[0].word == yours[0].word and _aligned(mine[1:], yours[1:]):
        return True
    return any(_aligned(mine[1:], yours[end:]) for end in _spelled(mine[0], yours)) or any(
        _aligned(mine[end:], yours[1:]) for end in _spelled(yours[0], mine)
    )


def _spelled(token: _Token, words: tuple[_Token, ...]) -> Iterator[int]:
    """Yield how many of the words the token's letters stand for."""
    if not token.short:
        return
    rest = token.word
    for place, word in enumerate(words, 1):
        piece = word.word if word.short else word.word[:1]
        if not piece or not rest.startswith(piece):
            return
        rest = rest[len(piece) :]
        if not rest:
            if place > 1:
                yield place
            return
