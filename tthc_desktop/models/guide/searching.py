"""What is looked for in the guide: titles, headings and sentences, with accents or without."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from tthc_desktop.models.guide.values import Chapter, Grid, Guide, Heading, passages, said
from tthc_desktop.models.searching.matching import Query, pattern

_ROOM = 48
"""How many letters are shown before and behind what was found."""


class Found(NamedTuple):
    """A part of a chapter that holds what was looked for: where it leads, its titles, the words around."""

    goal: str
    chapter: str
    heading: str
    """The title of the part, empty for what stands above the first one."""
    words: str
    start: int
    """Where in the words what was looked for begins and ends."""
    end: int


class _Line(NamedTuple):
    goal: str
    chapter: str
    heading: str
    words: str
    rank: int
    """0 for the title of a chapter, 1 for that of a part, 2 for what is written below, 3 for tables."""


def search(guide: Guide, typed: str) -> tuple[Found, ...]:
    """Return the parts that hold what was typed, titles first; each part once, with its best place.

    Where nothing holds it as it was typed, those parts are found that hold every single word of it.
    """
    lines = [line for chapter in guide.chapters for line in _lines(chapter)]
    if (whole := _wanted(typed)) is None:
        return ()
    found = [_found(line, whole) for line in lines if whole.search(line.words)]
    if not found:
        found = _apart(lines, [wanted for word in typed.split() if (wanted := _wanted(word))])
    best = {one.goal: (rank, one) for rank, one in reversed(found)}
    return tuple(one for _, one in sorted(best.values(), key=lambda ranked: ranked[0]))


def _wanted(words: str) -> re.Pattern[str] | None:
    return pattern(Query(" ".join(words.split())))


def _apart(lines: list[_Line], wanted: list[re.Pattern[str]]) -> list[tuple[int, Found]]:
    """Return for each part that holds all words the line that holds most of them."""
    found = []
    for _, group in groupby(lines, key=lambda line: line.goal):
        part = [*group]
        if all(any(one.search(line.words) for line in part) for one in wanted):
            best = max(part, key=lambda line: sum(bool(one.search(line.words)) for one in wanted))
            found.append(_found(best, next(one for one in wanted if one.search(best.words))))
    return found


def _lines(chapter: Chapter) -> Iterator[_Line]:
    name, heading, goal = chapter.name, "", chapter.name
    yield _Line(goal, chapter.title, heading, chapter.title, 0)
    for block, behind in pairwise((*chapter.blocks, None)):
        assert block is not None
        rank = 3 if isinstance(block, Grid) else 2
        if isinstance(block, Heading):
            heading, goal = said(block.words), f"{name}#{block.name}"
            rank = 3 if isinstance(behind, Grid) else 1
        for words in passages(block):
            yield _Line(goal, chapter.title, heading, said(words), rank)


def _found(line: _Line, wanted: re.Pattern[str]) -> tuple[int, Found]:
    match = wanted.search(line.words)
    assert match is not None
    begin, end = max(match.start() - _ROOM, 0), match.end() + _ROOM
    if begin:
        begin = line.words.find(" ", begin, match.start()) + 1 or begin
    before = "…" if begin else ""
    behind = "…" if end < len(line.words) else ""
    words = f"{before}{line.words[begin:end].rstrip()}{behind}"
    moved = len(before) - begin
    return line.rank, Found(line.goal, line.chapter, line.heading, words, match.start() + moved, match.end() + moved)
