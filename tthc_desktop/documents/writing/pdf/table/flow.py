"""A table as a flow: one strip per row, or per line of a row too tall to keep whole."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.flow import Pen, Strip, Tie
from tthc_desktop.documents.writing.pdf.rules import Rules
from tthc_desktop.documents.writing.pdf.table.body import Body
from tthc_desktop.documents.writing.pdf.table.drawing import Shown, draw_rows, row_rules
from tthc_desktop.documents.writing.pdf.table.grid import grid
from tthc_desktop.documents.writing.pdf.table.heading import Heading
from tthc_desktop.documents.writing.pdf.table.widths import column_widths
from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table


class _Part(NamedTuple):
    """Lines of a row that no page cuts: all of them, or one of a tall row."""

    row: int
    start: int
    end: int


class TableFlow:
    """A table that begins with its heading on every page, keeps groups with their rows and cuts only tall rows."""

    def __init__(self, plan: Plan, table: Table, rules: Rules, room: tuple[float, float], where: str) -> None:
        width, height = room
        cells = grid(plan, table)
        widths = column_widths(cells, rules, width)
        if min(widths.columns) < widths.look.narrowest:
            raise _too_many(len(widths.columns), where)
        self.where = where
        self._look = widths.look
        self._edges = [0.0, *accumulate(widths.columns)]
        self._heading = Heading(cells.columns, self._edges, self._look)
        self._body = Body(cells, self._edges, self._look)
        room_below = max(height - self._heading.height, 0.0)
        whole = int(room_below * rules.number("table_whole_row") / self._look.leading)
        self._parts = [part for row, lines in enumerate(self._body.heights) for part in _row_parts(row, lines, whole)]
        self.strips = [Strip(self._height(part), tie=self._tie(part, cells.groups)) for part in self._parts]
        self.strips = self.strips or [Strip(0.0)]
        self.strips[0] = self.strips[0]._replace(gap=rules.length("paragraph_gap"))
        self.places: dict[int, Sequence[Id]] = {
            at: (table.rows[part.row].id,) for at, part in enumerate(self._parts) if part.start == 0
        }
        self.places[0] = (table.id, *self.places.get(0, ()))

    def head(self, first: int) -> float:
        inside = bool(self._parts) and self._parts[first].start > 0
        return self._heading.height + (self._look.above if inside else 0.0)

    def tail(self, last: int) -> float:
        if not self._parts:
            return 0.0
        row, _, end = self._parts[last - 1]
        return self._look.above if end < self._body.heights[row] else 0.0

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        shown = list(self._shown(y + self._heading.height, first, last))
        bottom = shown[-1].y + shown[-1].height if shown else y + self._heading.height
        self._heading.draw(pen, y)
        draw_rows(pen, self._body, shown)
        pen.rules([*self._heading.rules(y), *row_rules(self._body, shown), *self._frame(y, bottom)], self._look.rule)

    def _shown(self, y: float, first: int, last: int) -> Iterator[Shown]:
        """Yield what the slice shows of each row, the parts of one row together."""
        for row, parts in groupby(self._parts[first:last], key=lambda part: part.row):
            start, *_, end = (line for part in parts for line in (part.start, part.end))
            shown = Shown(row, start, end, y, self._look.height(end - start))
            yield shown
            y += shown.height

    def _height(self, part: _Part) -> float:
        height = (part.end - part.start) * self._look.leading
        height += self._look.above * ((part.start == 0) + (part.end == self._body.heights[part.row]))
        return height

    def _tie(self, part: _Part, groups: Sequence[bool]) -> Tie:
        """Tie a part below a group, the second and the last line of a cut row, and loosely what a merge holds."""
        inside = part.start == 1 or (part.start and part.end == self._body.heights[part.row])
        if inside or (part.start == 0 and part.row and groups[part.row - 1]):
            return Tie.FIRM
        return Tie.LOOSE if part.start == 0 and self._body.reaching[part.row] else Tie.FREE

    def _frame(self, top: float, bottom: float) -> list[tuple[float, float, float, float]]:
        right = self._edges[-1]
        if bottom <= top:
            return []
        return [(0.0, bottom, right, bottom), (0.0, top, 0.0, bottom), (right, top, right, bottom)]


def _too_many(columns: int, where: str) -> UserError:
    return UserError(
        f"{where} có {columns} cột, nhiều hơn bề rộng trang giấy chứa được.",
        "Hãy chia bảng thành nhiều bảng, hoặc đặt trang nằm ngang, rồi in lại.",
    )


def _row_parts(row: int, lines: int, whole: int) -> Iterator[_Part]:
    if lines <= whole:
        yield _Part(row, 0, lines)
    else:
        yield from (_Part(row, line, line + 1) for line in range(lines))
