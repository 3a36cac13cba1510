"""Copied parts as plain words: paragraphs set in by their level, tables as rows of tabs, as spreadsheets do."""

from collections.abc import Iterator, Sequence

from tthc_desktop.documents.writing.clipboard.chosen import Shown
from tthc_desktop.documents.writing.clipboard.grid import Cells, body, head
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table

_STEP = "  "


def to_plain(plan: Plan, parts: Sequence[Shown]) -> str:
    """Return the parts as lines."""
    return "\n".join(line for part in parts for line in _of(plan, part))


def _of(plan: Plan, part: Shown) -> Iterator[str]:
    if isinstance(part, Table):
        yield from (_row(row, len(part.columns)) for row in (*head(part), *body(plan, part)))
    else:
        yield f"{_STEP * part.level}{str(part.whole).replace(chr(10), ' ')}"


def _row(cells: Cells, width: int) -> str:
    held = [""] * width
    for cell in cells:
        held[cell.at] = _quoted(str(cell.words))
    return "\t".join(held)


def _quoted(words: str) -> str:
    """Return the words of a cell; several lines stand in quotation marks, as Excel writes them."""
    words = words.replace("\t", " ")
    if "\n" not in words:
        return words
    return '"' + words.replace('"', '""') + '"'
