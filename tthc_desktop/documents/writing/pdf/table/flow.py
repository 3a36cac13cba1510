"""A table as a flow: one strip per row, or per line of a row too tall to keep whole."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Pen, Segment, Start, Strip
from tthc_desktop.documents.writing.pdf.table.drawing import Shown, draw_rows, row_rules
from tthc_desktop.documents.writing.pdf.table.setting import SetTable


class TableFlow:
    """A table that begins with its heading on every page, keeps groups with their rows and cuts only tall rows."""

    def __init__(self, set_table: SetTable, gap: float) -> None:
        self.where = set_table.frame.where
        self.strips = list(set_table.strips) or [Strip(0.0)]
        self.strips[0] = self.strips[0]._replace(gap=gap)
        self._table = set_table
        self._heading = set_table.heading
        self._parts = set_table.parts
        self._element = Element(self, "Table")

    def head(self, first: int) -> float:
        inside = bool(self._parts) and self._parts[first].start > 0
        return self._heading.height + (self._table.look.above if inside else 0.0)

    def tail(self, last: int) -> float:
        if not self._parts:
            return 0.0
        row, _, end = self._parts[last - 1]
        return self._table.look.above if end < self._table.body.heights[row] else 0.0

    def starts(self, strip: int) -> Sequence[Start]:
        table = self._table.grid.table
        begun = [] if strip else [Start(table.id, -self._heading.height)]
        if self._parts and self._parts[strip].start == 0:
            begun.append(Start(table.rows[self._parts[strip].row].id))
        return begun

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        body, heading = self._table.body, self._heading
        shown = list(self._shown(y + heading.height, first, last))
        bottom = shown[-1].y + shown[-1].height if shown else y + heading.height
        heading.draw(pen, y, self._element if first == 0 else None)
        draw_rows(pen, body, shown, self._element)
        pen.rules([*heading.rules(y), *row_rules(body, shown), *self._frame(y, bottom)], self._table.look.rule)

    def _shown(self, y: float, first: int, last: int) -> Iterator[Shown]:
        """Yield what the slice shows of each row, the parts of one row together."""
        for row, parts in groupby(self._parts[first:last], key=lambda part: part.row):
            start, *_, end = (line for part in parts for line in (part.start, part.end))
            shown = Shown(row, start, end, y, self._table.look.height(end - start))
            yield shown
            y += shown.height

    def _frame(self, top: float, bottom: float) -> list[Segment]:
        right = self._table.edges[-1]
        if bottom <= top:
            return []
        return [(0.0, bottom, right, bottom), (0.0, top, 0.0, bottom), (right, top, right, bottom)]
