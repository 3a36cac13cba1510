"""What the user guide is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """How words of the guide stand out."""

    PLAIN = "plain"
    NAMED = "named"
    """What stands in the window under these very words: a command, a button, a heading."""
    KEYS = "keys"
    """Keys to press, as the sheet of shortcuts writes them."""
    STRESSED = "stressed"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look; `goal` is where they lead: a chapter, or `chapter#heading`."""

    words: str
    ink: Ink = Ink.PLAIN
    goal: str = ""


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of a chapter; `name` is what links call it."""

    words: Words
    name: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    words: Words


@dataclass(frozen=True, slots=True)
class Advice:
    """Words that nobody should overlook."""

    words: Words


@dataclass(frozen=True, slots=True)
class Listed:
    """Steps to be done one after the other, or points in no order."""

    entries: tuple[Words, ...]
    counted: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table: its headings, and rows as long as these."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What the window looks like: the name of the picture and what it shows."""

    name: str
    caption: str


Block = Heading | Paragraph | Advice | Listed | Grid | Picture


@dataclass(frozen=True, slots=True)
class Chapter:
    """One job of the clerk; `name` is what links and the window call it."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """All chapters in the order of reading."""

    chapters: tuple[Chapter, ...]

    def chapter(self, name: str) -> Chapter | None:
        """Return the chapter of a name, None when there is none."""
        return next((chapter for chapter in self.chapters if chapter.name == name), None)

    def leads_to(self, goal: str) -> bool:
        """Tell whether a link leads to a chapter, and to a heading of it where it names one."""
        name, _, heading = goal.partition("#")
        chapter = self.chapter(name)
        return chapter is not None and (not heading or heading in headings(chapter))


def beside(guide: Guide, chapter: Chapter) -> tuple[Chapter | None, Chapter | None]:
    """Return the chapters before and behind one."""
    ends = (None, *guide.chapters, None)
    at = ends.index(chapter)
    return ends[at - 1], ends[at + 1]


def headings(chapter: Chapter) -> dict[str, str]:
    """Return the words of a chapter's headings by name."""
    return {block.name: said(block.words) for block in chapter.blocks if isinstance(block, Heading)}


def said(words: Words) -> str:
    """Return words without their looks."""
    return "".join(span.words for span in words)


def passages(block: Block) -> Iterator[Words]:
    """Yield everything that is written in a block, in the order of reading."""
    if isinstance(block, Listed):
        yield from block.entries
    elif isinstance(block, Grid):
        yield from block.head
        for row in block.rows:
            yield from row
    elif isinstance(block, Picture):
        yield (Span(block.caption),)
    else:
        yield block.words


def spans(chapter: Chapter) -> Iterator[Span]:
    """Yield all words of a chapter below its title."""
    return (span for block in chapter.blocks for words in passages(block) for span in words)
