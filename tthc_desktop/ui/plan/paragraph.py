"""A paragraph of the page surface: what stands in it, where its words are kept, how it looks."""

from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import EMPTY, Text
from tthc_desktop.ui.plan.table_face import Face


class Style(StrEnum):
    """How a paragraph looks."""

    CAPTION = "caption"
    GAP = "gap"
    EMBLEM = "emblem"
    LABEL = "label"
    CENTRED = "centred"
    STRONG = "strong"
    NUMBER = "number"
    SYMBOL = "symbol"
    PLACE = "place"
    DATE = "date"
    TITLE = "title"
    SUBJECT = "subject"
    """The title of a công văn, below its number."""
    UNPRINTED = "unprinted"
    ADDRESSEE = "addressee"
    BASIS = "basis"
    HEADING = "heading"
    BODY = "body"
    LINE = "line"
    TABLE = "table"
    FOOT = "foot"
    NAME = "name"


FIXED = {Style.CAPTION, Style.GAP, Style.EMBLEM, Style.LABEL, Style.TABLE}


class Kind(StrEnum):
    """What a paragraph belongs to, and so what the keys of structure do in it."""

    CAPTION = "caption"
    FIELD = "field"
    BASIS = "basis"
    ITEM = "item"
    LINE = "line"
    TABLE = "table"
    RECIPIENT = "recipient"
    ADDRESSEE = "addressee"
    APPENDIX = "appendix"
    FIRST = "first"
    """Stands where a part is empty; what is typed becomes the part's first member."""


HEADER, BASES, BODY, SIGNATURE = "header", "bases", "body", "signature"
Cell = tuple[str, int, int]
"""Where a paragraph stands side by side with others: in which block of the paper, row and column from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph's words are kept: the identity of their owner and which part of it."""

    owner: Id
    part: str = "text"

    @property
    def on_paper(self) -> Id:
        """Return the owner, or the end of the paper at which a field without one is printed."""
        return self.owner or (SIGNATURE if self.part in {"capacity", "signatory"} else HEADER)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its words and what is painted beside them but never typed.

    `mark` is the number or label before the words and `ending` the sign after them; `hint` stands where there are
    no words yet; `name` is how the paragraph is called in "Sửa …"; `ruled` draws a line below the words; `face` is
    what a table looks like.
    """

    place: Place
    style: Style
    kind: Kind
    words: Text = EMPTY
    mark: str = ""
    ending: str = ""
    hint: str = ""
    level: int = 0
    name: str = ""
    cell: Cell | None = None
    ruled: bool = False
    face: Face | None = None

    @property
    def fixed(self) -> bool:
        """Tell whether nothing can be typed here."""
        return self.style in FIXED
