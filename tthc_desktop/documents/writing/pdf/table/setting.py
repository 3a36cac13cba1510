"""A table set: its columns given their widths, its rows their lines, and what of it no page cuts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.flow import Strip, Tie
from tthc_desktop.documents.writing.pdf.table.body import Body
from tthc_desktop.documents.writing.pdf.table.grid import Grid, grid
from tthc_desktop.documents.writing.pdf.table.heading import Heading
from tthc_desktop.documents.writing.pdf.table.look import Look
from tthc_desktop.documents.writing.pdf.table.widths import column_widths
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table


class Part(NamedTuple):
    """Lines of a row that no page cuts: all of them, or one of a tall row."""

    row: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a page, and how a table that is too wide for it is called."""

    width: float
    height: float
    where: str


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table as it is printed, but for the pages."""

    frame: Frame
    grid: Grid
    look: Look
    edges: Sequence[float]
    heading: Heading
    body: Body
    whole: int
    """The lines of the tallest row that is not cut."""
    parts: Sequence[Part]
    strips: Sequence[Strip]


def set_table(plan: Plan, table: Table, rules: Rules, frame: Frame, before: SetTable | None = None) -> SetTable:
    """Set a table; what is the same in the one before is taken from there."""
    cells = grid(plan, table, before.grid if before else None)
    if before and before.grid is cells and before.frame == frame:
        return before
    widths = column_widths(cells, rules, frame.width)
    if min(widths.columns) < widths.look.narrowest:
        raise _too_many(len(widths.columns), frame.where)
    look, edges = widths.look, [0.0, *accumulate(widths.columns)]
    heading = Heading(cells.columns, edges, look)
    body = Body(cells, edges, look, before.body if before else None)
    room = max(frame.height - heading.height, 0.0)
    whole = int(room * rules.number("table_whole_row") / look.leading)
    if before and before.whole == whole and before.grid.groups == cells.groups and before.body.fills_as(body):
        parts, strips = before.parts, before.strips
    else:
        parts = [part for row, lines in enumerate(body.heights) for part in _row_parts(row, lines, whole)]
        strips = _strips(parts, cells, body)
    return SetTable(frame, cells, look, edges, heading, body, whole, parts, strips)


def _row_parts(row: int, lines: int, whole: int) -> Sequence[Part]:
    return (Part(row, 0, lines),) if lines <= whole else [Part(row, line, line + 1) for line in range(lines)]


def _strips(parts: Sequence[Part], cells: Grid, body: Body) -> list[Strip]:
    """Return the strips of the parts; those that are alike are one value."""
    groups = cells.groups
    known: dict[Strip, Strip] = {}
    strips = (Strip(_height(part, body), 0.0, _tie(part, body, groups)) for part in parts)
    return [known.setdefault(strip, strip) for strip in strips]


def _height(part: Part, body: Body) -> float:
    height = (part.end - part.start) * body.look.leading
    return height + body.look.above * ((part.start == 0) + (part.end == body.heights[part.row]))


def _tie(part: Part, body: Body, groups: Sequence[bool]) -> Tie:
    """Tie a part below a group, the second and the last line of a cut row, and loosely what a merge holds."""
    inside = part.start == 1 or (part.start and part.end == body.heights[part.row])
    if inside or (part.start == 0 and part.row and groups[part.row - 1]):
        return Tie.FIRM
    return Tie.LOOSE if part.start == 0 and part.row in body.reaching else Tie.FREE


def _too_many(columns: int, where: str) -> UserError:
    return UserError(
        f"{where} có {columns} cột, nhiều hơn bề rộng trang giấy chứa được.",
        "Hãy chia bảng thành nhiều bảng, hoặc đặt trang nằm ngang, rồi in lại.",
    )
