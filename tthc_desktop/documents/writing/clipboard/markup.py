"""Copied parts as HTML that word processors and browsers show as the plan prints it."""

from collections.abc import Iterator, Sequence

from tthc_desktop.documents.writing.clipboard.chosen import Shown
from tthc_desktop.documents.writing.clipboard.grid import Cells, GridCell, body, head
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import Text, to_markup, without_figures

_FACE = "font-family:'Times New Roman',serif;font-size:14pt"
_STEP = 18
_FRAME = "border:1px solid black;padding:2pt 4pt;vertical-align:top;mso-number-format:'\\@'"
"""The last tells Excel that a cell is text: what looks like a formula stays what it says."""
_PAGE = '<html><head><meta charset="utf-8"></head><body><!--StartFragment-->{}<!--EndFragment--></body></html>'


def to_html(plan: Plan, parts: Sequence[Shown]) -> str:
    """Return the parts as one page; numbers stand in the words, so that no program counts them in its own way."""
    return _PAGE.format("\n".join(_of(plan, part) for part in parts))


def _of(plan: Plan, part: Shown) -> str:
    if isinstance(part, Table):
        return "".join(_table(plan, part))
    style = f"margin:0 0 6pt {part.level * _STEP}pt;{_FACE}"
    return f'<p style="{style}">{_inner(part.whole)}</p>'


def _inner(words: Text) -> str:
    return to_markup(without_figures(words)).replace("\n", "<br>")


def _table(plan: Plan, table: Table) -> Iterator[str]:
    yield f'<table border="1" style="border-collapse:collapse;{_FACE}">'
    if titles := head(table):
        yield "<thead>"
        yield from (_row(row, "th") for row in titles)
        yield "</thead>"
    yield "<tbody>"
    yield from (_row(row, "td") for row in body(plan, table))
    yield "</tbody></table>"


def _row(cells: Cells, tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, tag) for cell in cells)}</tr>"


def _cell(cell: GridCell, tag: str) -> str:
    over = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    over += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return f'<{tag}{over} style="{_FRAME}">{_inner(cell.words)}</{tag}>'
