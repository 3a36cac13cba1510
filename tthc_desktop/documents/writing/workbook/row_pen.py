"""The rows of a table put down one after the other: words, merged cells, the date and the mark beside."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tthc_desktop.documents.own_sheets.marks import ROW
from tthc_desktop.documents.own_sheets.words import cut
from tthc_desktop.documents.writing.workbook.cells import Shown
from tthc_desktop.documents.writing.workbook.faces import Face
from tthc_desktop.documents.writing.workbook.putting import Pen, is_risky
from tthc_desktop.models.charts import is_lone_figure
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import EMPTY, Text

if TYPE_CHECKING:
    from xlsxwriter.format import Format


class RowPen:
    """Writes rows; how a column looks is found once."""

    def __init__(self, pen: Pen, size: float, centred: Sequence[bool]) -> None:
        self._pen = pen
        self._sheet = pen.sheet
        self._faces = [Face(size, centred=at, grid=True) for at in centred]
        self._group = Face(size, bold=True, grid=True)
        self._day = pen.faces.cell(Face(size, centred=True, day=True))
        self._figure = pen.faces.cell(Face(size, centred=True, grid=True))
        self._usual = [pen.faces.cell(face) for face in self._faces]

    def words(self, row: int, words: Sequence[Text], below: frozenset[int], heights: Mapping[int, int]) -> None:
        """Write a row that is no group: cells in `below` belong to one above, and `heights` tells how far one goes."""
        for at, said in enumerate(words):
            if at in below:
                continue
            if heights.get(at, 1) > 1:
                self._sheet.merge_range(row, at, row + heights[at] - 1, at, "", self._usual[at])
            self._put(row, at, said, self._usual[at])

    def across(self, row: int, shown: Sequence[Shown]) -> None:
        """Write a group, each of its cells merged with those it goes across."""
        for one in shown:
            self._pen.across(row, (one.left, one.right), one.words, self._group._replace(centred=one.centred))

    def day(self, row: int, column: int, day: date) -> None:
        """Write a true date."""
        self._sheet.write_datetime(row, column, day, self._day)

    def mark(self, row: int, column: int, id_: Id) -> None:
        """Write what the row is known by again."""
        self._sheet.write_string(row, column, f"{ROW}{id_}")

    def _put(self, row: int, column: int, words: Text, usual: "Format") -> None:
        """Write a cell in the look of its column, by the shortest way where the words ask for nothing else."""
        if words is EMPTY or not words.runs:
            self._sheet.write_blank(row, column, None, usual)
            return
        run = words.runs[0]
        is_lone = len(words.runs) == 1 and is_lone_figure(run.text)
        if len(words.runs) > 1 or run.bold or run.italic or is_risky(run.text) or cut(run.text)[1]:
            face = self._faces[column]
            self._pen.put(row, column, words, face._replace(centred=face.centred or is_lone))
        else:
            self._sheet.write_string(row, column, run.text, self._figure if is_lone else usual)
