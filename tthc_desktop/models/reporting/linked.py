"""Words that follow the figures of a report: filled in, brought up to date, and known again when nobody edited them.

A pattern has `{name}` for a figure that always follows, and `{~name}` for words that the clerk may rewrite: their run
remembers what was written, so that other words are known to be the clerk's. A name that begins with a dot goes on from
a scope: `.total` in the scope `unit:ID:` is `unit:ID:total`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import groupby

from tthc_desktop.models.text import EMPTY, Run, Text, text

_HOLE = re.compile(r"\{(~?)([^{}]+)\}")
_MARK = "#"
_EDITED = "\0"
Figure = Callable[[str], str | None]
"""Words of a figure by its name."""


def figure_name(figure: str) -> str:
    """Return the name of a run's figure (`Run.figure`), without what the run remembers of its words."""
    return figure.partition(_MARK)[0]


def linked(name: str, words: str) -> Text:
    """Return words that follow a figure until the clerk rewrites them; none for no words."""
    return Text((_remembering(name, words),)) if words else EMPTY


def filled(pattern: str, figure: Figure, scope: str = "") -> Text:
    """Return a pattern with the words of its figures."""
    return text(_runs(pattern, figure, scope))


def _runs(pattern: str, figure: Figure, scope: str) -> Iterator[Run]:
    place = 0
    for hole in _HOLE.finditer(pattern):
        yield Run(pattern[place : hole.start()])
        name = f"{scope}{hole[2][1:]}" if hole[2].startswith(".") else hole[2]
        words = figure(name) or "…"
        yield _remembering(name, words) if hole[1] else Run(words, figure=name)
        place = hole.end()
    yield Run(pattern[place:])


def _remembering(name: str, words: str) -> Run:
    return Run(words, figure=f"{name}{_MARK}{_print(words)}")


def _print(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:8]


def brought_up_to_date(words: Text, figure: Figure) -> Text:
    """Return the words with every linked figure as it is now; what the clerk wrote in its place stays.

    A figure that is known no longer keeps its last words.
    """
    if not any(run.figure for run in words.runs):
        return words
    made = text(run for runs in _by_figure(words) for run in _now(runs, figure))
    return words if made == words else made


def _by_figure(words: Text) -> Iterator[list[Run]]:
    """Yield the runs of each figure together, however their emphasis parts them; other runs likewise."""
    for _, runs in groupby(words.runs, key=lambda run: run.figure):
        yield list(runs)


def _now(runs: list[Run], figure: Figure) -> list[Run]:
    name = figure_name(runs[0].figure)
    words = figure(name) if name and not _is_edited(runs) else None
    if not words or words == "".join(run.text for run in runs):
        return runs
    made = _remembering(name, words) if _MARK in runs[0].figure else Run(words, figure=name)
    return [replace(made, bold=runs[0].bold, italic=runs[0].italic)]


def _is_edited(runs: list[Run]) -> bool:
    mark = runs[0].figure.partition(_MARK)[2]
    return bool(mark) and mark != _print("".join(run.text for run in runs))


def is_all_linked(words: Text) -> bool:
    """Tell whether nothing but figures stands there, and none of them was rewritten."""
    return all(runs[0].figure and not _is_edited(runs) for runs in _by_figure(words))


class Phrases:
    """The patterns that a report is made of; a paragraph made of them alone was edited by nobody."""

    def __init__(self, patterns: Iterable[str]) -> None:
        several = sorted({_bare(pattern) for pattern in patterns}, key=len, reverse=True)
        self._known = re.compile(f"(?:{'|'.join(map(re.escape, several))})+")

    def made(self, words: Text) -> bool:
        """Tell whether the words are as some of the patterns make them, whatever their figures say."""
        return self._known.fullmatch("".join(map(_shape, _by_figure(words)))) is not None


def _bare(pattern: str) -> str:
    return _HOLE.sub(lambda hole: f"{{{hole[1]}{_unscoped(hole[2])}}}", pattern)


def _unscoped(name: str) -> str:
    return name.rpartition(":")[2].removeprefix(".")


def _shape(runs: list[Run]) -> str:
    name, mark, _ = runs[0].figure.partition(_MARK)
    if not name:
        return "".join(run.text for run in runs)
    return _EDITED if _is_edited(runs) else f"{{{'~' if mark else ''}{_unscoped(name)}}}"
