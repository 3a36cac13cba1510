"""The headings of a file in the reader's side panel (ISO 32000-1, 12.3.3), gathered while they are drawn."""

from collections.abc import Sequence

from tthc_desktop.documents.writing.pdf.packed import PackedDocument
from tthc_desktop.documents.writing.pdf.text_string import text_string

_OPEN = 1
"""Headings are shown down to this depth when a file is opened."""


class Heading:
    """A heading of a file: its depth from 0, its page, how far above the lower edge, and its words as they come."""

    __slots__ = ("depth", "page", "words", "y")

    def __init__(self, depth: int, page: int, y: float) -> None:
        self.depth = depth
        self.page = page
        self.y = y
        self.words: list[str] = []


class _Entry:
    """An entry of the panel: its heading, and the entries below it."""

    def __init__(self, heading: Heading | None, number: int) -> None:
        self.heading = heading
        self.number = number
        self.below: list[_Entry] = []


def write_entries(document: PackedDocument, headings: Sequence[Heading]) -> None:
    """Put the headings into a document whose pages are all drawn; none is passed over going down."""
    if not headings:
        return
    numbers = document.reserve(1 + len(headings))
    root = _Entry(None, numbers[0])
    path = [root]
    for heading, number in zip(headings, numbers[1:], strict=True):
        del path[heading.depth + 1 :]
        entry = _Entry(heading, number)
        path[-1].below.append(entry)
        path.append(entry)
    written: dict[int, str] = {}
    seen = _write(written, root, document.page_numbers(), 0)
    written[root.number] = f"<</Type/Outlines{_ends(root)}/Count {seen}>>"
    document.pack(numbers, [written[number] for number in numbers])
    document.bookmarks = document.reference(root.number)


def _write(written: dict[int, str], above: _Entry, pages: Sequence[int], depth: int) -> int:
    """Write what stands below an entry and return how much of it is seen while that one is open."""
    seen = 0
    for at, entry in enumerate(above.below):
        inner = _write(written, entry, pages, depth + 1)
        is_open = depth < _OPEN
        seen += 1 + (inner if is_open else 0)
        beside = f"/Prev {above.below[at - 1].number} 0 R" if at else ""
        beside += f"/Next {above.below[at + 1].number} 0 R" if at + 1 < len(above.below) else ""
        below = f"{_ends(entry)}/Count {inner if is_open else -inner}" if entry.below else ""
        written[entry.number] = f"<<{_said(entry, pages)}/Parent {above.number} 0 R{beside}{below}>>"
    return seen


def _ends(entry: _Entry) -> str:
    return f"/First {entry.below[0].number} 0 R/Last {entry.below[-1].number} 0 R"


def _said(entry: _Entry, pages: Sequence[int]) -> str:
    heading = entry.heading
    assert heading is not None
    words = " ".join("".join(heading.words).split())
    return f"/Title {text_string(words)}/Dest[{pages[heading.page]} 0 R/XYZ null {heading.y:.2f} null]"
