"""What words on a page are to whom the file is read aloud (ISO 32000-1, 14.8.4): a paragraph, a heading, a cell."""

from collections.abc import Hashable
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.text_string import text_string

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
TITLE = HEADINGS[0]
"""What the title of a paper and of an appendix is; headings within stand below it."""


class Element(NamedTuple):
    """One element: what makes it the same one on another page, its standard type, what holds it, what else it says."""

    key: Hashable
    role: str
    parent: "Element | None" = None
    says: str = ""
    """Further entries of its dictionary, as they stand in the file."""


def described(key: Hashable, role: str, words: str) -> Element:
    """Return an element that is told by words instead of its content."""
    return Element(key, role, None, f"/Alt {text_string(words)}")


def spanning(*, rows: int = 1, columns: int = 1, scope: str = "") -> str:
    """Return what a cell of a table says of its reach, and a heading of whom it heads."""
    entries = [f"/Scope /{scope}"] if scope else []
    entries += [f"/RowSpan {rows}"] if rows > 1 else []
    entries += [f"/ColSpan {columns}"] if columns > 1 else []
    return f"/A <</O /Table {' '.join(entries)}>>" if entries else ""
