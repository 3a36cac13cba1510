"""The rows of a table put down one at a time, each cell once: words, merged cells, the date and the mark beside."""

from collections.abc import Sequence
from datetime import date

from xlsxwriter.utility import xl_col_to_name

from tthc_desktop.documents.own_sheets.marks import ROW
from tthc_desktop.documents.own_sheets.words import cut
from tthc_desktop.documents.writing.workbook.cells import Shown
from tthc_desktop.documents.writing.workbook.faces import Face
from tthc_desktop.documents.writing.workbook.laid import inline, style_of
from tthc_desktop.documents.writing.workbook.putting import RISKY, Pen
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import EMPTY, Text, clean


class RowPen:
    """Makes the cells of a row as XML; how a column looks is found once."""

    def __init__(self, pen: Pen, size: float, centred: Sequence[bool]) -> None:
        self._pen = pen
        self._sheet = pen.sheet
        self._columns = [xl_col_to_name(at) for at in range(len(centred) + 2)]
        self._faces = [Face(size, centred=at, grid=True) for at in centred]
        self._group = Face(size, bold=True, grid=True)
        self._day = Face(size, centred=True, day=True)
        self._styles: dict[Face, int] = {}
        self._usual = [self._style(face) for face in self._faces]

    def words(self, row: int, words: Sequence[Text], below: frozenset[int]) -> list[str]:
        """Return the cells of a row that is no group; those in `below` go on from the row above."""
        return [
            f'<c r="{self._columns[at]}{row + 1}" s="{self._usual[at]}"/>' if at in below else self._cell(row, at, said)
            for at, said in enumerate(words)
        ]

    def across(self, row: int, shown: Sequence[Shown]) -> list[str]:
        """Return the cells of a group, and merge each with those it goes across."""
        cells: list[str] = []
        for one in shown:
            face = self._group._replace(centred=one.centred)
            if one.right > one.left + 1:
                self._sheet.merge_laid((row, one.left), (row, one.right - 1))
            cells.append(self._in(row, one.left, one.words, face))
            cells += [self._in(row, at, EMPTY, face) for at in range(one.left + 1, one.right)]
        return cells

    def day(self, row: int, column: int, day: date) -> str:
        """Return a cell with a true date."""
        number = self._sheet.day_number(day)
        return f'<c r="{self._columns[column]}{row + 1}" s="{self._style(self._day)}"><v>{number}</v></c>'

    def mark(self, row: int, column: int, id_: Id) -> str:
        """Return the cell by which the row is known again."""
        name = f"{self._columns[column]}{row + 1}"
        if id_.isalnum() and id_.isascii():
            return inline(name, f"{ROW}{id_}")
        return f'<c r="{name}" t="s"><v>{self._sheet.place_of(f"{ROW}{id_}")}</v></c>'

    def _cell(self, row: int, column: int, words: Text) -> str:
        """Return a cell in the look of its column, by the shortest way where the words ask for nothing else."""
        if len(words.runs) != 1:
            return self._in(row, column, words, self._faces[column])
        run = words.runs[0]
        said = run.text
        if run.bold or run.italic or not said or said.startswith(RISKY):
            return self._in(row, column, words, self._faces[column])
        return self._plain(row, column, said, self._usual[column])

    def _in(self, row: int, column: int, words: Text, face: Face) -> str:
        said, face = self._pen.faced(words, face)
        if not said:
            return f'<c r="{self._columns[column]}{row + 1}" s="{self._style(face)}"/>'
        if len(words.runs) > 1 and not cut(said)[1]:
            place = self._sheet.place_of_rich(row, column, *self._pen.pieces(words, face))
            if place is not None:
                return self._shared(row, column, place, self._style(face))
        return self._plain(row, column, said, self._style(face))

    def _plain(self, row: int, column: int, said: str, style: int) -> str:
        said, rest = cut(clean(said))
        if rest:
            self._pen.left_over.append((row, column, rest))
        return self._shared(row, column, self._sheet.place_of(said), style)

    def _shared(self, row: int, column: int, place: int, style: int) -> str:
        return f'<c r="{self._columns[column]}{row + 1}" s="{style}" t="s"><v>{place}</v></c>'

    def _style(self, face: Face) -> int:
        found = self._styles.get(face)
        if found is None:
            found = self._styles[face] = style_of(self._pen.faces.cell(face))
        return found
