"""Markup as a row of blocks: paragraphs with their marks, and tables of cells that hold blocks again."""

from dataclasses import dataclass

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.text import Text


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
    """A paragraph; `heading` is its level as a heading, 0 for none."""

    text: Text
    heading: int = 0
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that covers so many columns and rows; `head` says that the markup calls it a heading."""

    blocks: tuple["Block | TableBlock", ...] = ()
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as the markup has it, its cells not spread over what they cover."""

    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the markup shows; `pictures` counts what has no words."""

    blocks: tuple[Block | TableBlock, ...] = ()
    pictures: int = 0
