"""A place that holds words, and the values that are printed there."""

from collections.abc import Callable
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import Text

Holds = Callable[[str], object]
"""Whether words are wanted: a plan has tens of thousands, so that only wanted ones get a Spot."""


class Value(NamedTuple):
    """Words that are kept once: whose they are, and which part of it."""

    owner: Id
    part: str


class Place(NamedTuple):
    """Where words are printed.

    `owner` is the basis, item, recipient, appendix, row or column, empty for the plan's own parts; in a table,
    `table` and `column` say where.
    """

    owner: Id
    part: str = "text"
    table: Id = ""
    column: Id = ""


class Spot(NamedTuple):
    """A place with its words and the values that hold them: more than one where cells are merged."""

    place: Place
    values: tuple[Value, ...]
    words: Text
    fixed: bool = False
    """Whether the words are made of something else and cannot be replaced."""


def string(words: Text) -> str:
    """Return the words of a text; most have one run."""
    runs = words.runs
    return runs[0].text if len(runs) == 1 else str(words)
