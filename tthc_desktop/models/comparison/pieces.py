"""Two wordings side by side: which words stayed, came and went."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_LONGEST = 4000
"""Words beyond which only what differs between the common ends is shown, as one piece out and one in."""


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring words of one fate."""

    fate: Fate
    words: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of both, word by word: kept and removed ones make up the old, kept and added ones the new."""
    found = _pieces(_TOKENS.findall(old), _TOKENS.findall(new))
    return tuple(_joined(found))


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield neighbours of one fate as one, and between two kept ones what went before what came."""
    for kept, group in groupby(found, lambda piece: piece.fate is Fate.KEPT):
        members = tuple(group)
        for fate in (Fate.KEPT,) if kept else (Fate.REMOVED, Fate.ADDED):
            words = "".join(piece.words for piece in members if piece.fate is fate)
            if words:
                yield Piece(fate, words)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    room = min(len(old), len(new))
    head = next((at for at in range(room) if old[at] != new[at]), room)
    tail = next((at for at in range(room - head) if old[-1 - at] != new[-1 - at]), room - head)
    if head:
        yield Piece(Fate.KEPT, "".join(old[:head]))
    yield from _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    if tail:
        yield Piece(Fate.KEPT, "".join(old[len(old) - tail :]))


def _middle(old: list[str], new: list[str]) -> Iterator[Piece]:
    if max(len(old), len(new)) > _LONGEST:
        yield Piece(Fate.REMOVED, "".join(old))
        yield Piece(Fate.ADDED, "".join(new))
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for name, start, end, new_start, new_end in matcher.get_opcodes():
        if name == "equal" and not _is_only_blank(old[start:end]):
            yield Piece(Fate.KEPT, "".join(old[start:end]))
        else:
            yield Piece(Fate.REMOVED, "".join(old[start:end]))
            yield Piece(Fate.ADDED, "".join(new[new_start:new_end]))


def _is_only_blank(tokens: list[str]) -> bool:
    return not "".join(tokens).strip()
