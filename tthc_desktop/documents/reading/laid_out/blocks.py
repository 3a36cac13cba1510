"""A paper as a row of blocks: paragraphs with their marks, and tables of cells that hold blocks again."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.documents.reading.draft import Place, Problem
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Stamp
from tthc_desktop.models.text import Text

Step = Callable[[int, int], None]
"""Told after each page (or file) how many of how many are done, 0 of 0 when that is not known; it may raise to stop."""


def no_step(done: int, of: int) -> None:
    """Tell nobody."""


class Align(StrEnum):
    """How a paragraph is set between its margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark that a list gives a paragraph: its style, its number here, and what the other program showed.

    `depth` counts the lists that the paragraph stands in; Word's paragraphs, which stand in none, show their numbers.
    """

    mark: Mark
    number: str = ""
    place: int = 1
    shown: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; `heading` is its level as a heading, 0 for none.

    `original` are the words as they stood where they were turned from TCVN3 or VNI into Unicode.
    `known` is the identity that this program hid in its own files (`documents/own_papers.py`), empty elsewhere.
    `boxed` tells that it floats in a box beside the text, such as DỰ THẢO. `font` is what most of it is set in, empty
    also where words of several fonts were turned from an old encoding already. `landscape` tells that its page lies on
    its long side.
    """

    text: Text
    heading: int = 0
    marker: Marker | None = None
    align: Align | None = None
    place: Place | None = None
    known: Id = ""
    boxed: bool = False
    font: str = ""
    original: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that covers so many columns and rows; `head` says that the file calls it a heading."""

    blocks: tuple["Block | TableBlock", ...] = ()
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as the file has it, its cells not spread over what they cover.

    `ruled` tells whether lines are drawn around its cells, None where that is not known. `known` are the identities
    of the table and of its rows, hidden as in paragraphs; `places` says for each row where it stands.
    """

    rows: tuple[tuple[TableCell, ...], ...]
    ruled: bool | None = None
    landscape: bool = False
    known: Id = ""
    known_rows: tuple[Id, ...] = ()
    places: tuple[Place | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """All that a file shows; `pictures` counts what has no words.

    What belongs to the pages alone (page numbers, running heads, heads of tables that are repeated) is in `aside`: one
    block for each, which is placed under nothing. `notes` are footnotes, for which a plan has no place. `stamps` are
    the lines of an organisation's signature. `carried` is the plan that this program hid in its own file, as JSON.
    `oriented` tells that blocks say so where pages lie on their long side; a web page has none.
    """

    blocks: tuple[Block | TableBlock, ...] = ()
    pictures: int = 0
    aside: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    oriented: bool = False
    carried: str = ""
