"""A workbook as bytes: its sheets, then the hidden one by which it is known again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.own_sheets.marks import FORMAT, HIDDEN_SHEET, LONG_SHEET, SIGN
from tthc_desktop.documents.own_sheets.records import Record, encoded
from tthc_desktop.documents.own_sheets.words import MOST
from tthc_desktop.documents.writing.workbook.charts import FIGURES, Placed, write_charts
from tthc_desktop.documents.writing.workbook.faces import Face, Faces
from tthc_desktop.documents.writing.workbook.names import Names
from tthc_desktop.documents.writing.workbook.page import new_sheet
from tthc_desktop.documents.writing.workbook.putting import Pen, as_words
from tthc_desktop.models.text import plain

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""When a workbook says that it was made: always the same, so that equal plans give equal files."""
_PIECE = MOST // 2
"""Letters of a piece of words that no cell can hold; a letter may count twice."""


class Book:
    """A workbook that is being written."""

    def __init__(self, title: str) -> None:
        from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - only an export needs it

        self._bytes = BytesIO()
        self.workbook = Workbook(self._bytes, {"in_memory": True})
        self.workbook.set_properties({"title": title[:250], "created": _NEVER})
        self.faces = Faces(self.workbook)
        self.names = Names((HIDDEN_SHEET, LONG_SHEET, FIGURES))
        self.rules = rules()
        self._records: list[list[str]] = []
        self._others: list[str] = []
        self._charts: list[Placed] = []
        self._pens: list[tuple[str, Pen]] = []

    def sheet(self, name: str, *, landscape: bool) -> Pen:
        """Add a sheet; the name has to be free."""
        pen = Pen(new_sheet(self.workbook, name, self.rules, landscape=landscape), self.faces)
        self._pens.append((name, pen))
        return pen

    def plain_sheet(self, name: str, *, landscape: bool = False) -> Pen:
        """Add a sheet that is no table of a plan, and is not read back."""
        self._others.append(name)
        return self.sheet(name, landscape=landscape)

    def draw(self, placed: Placed) -> None:
        """Put a chart on a sheet."""
        self._charts.append(placed)

    def keep(self, *records: Record) -> None:
        """Keep something for the hidden sheet."""
        self._records.extend(map(encoded, records))

    def finished(self) -> bytes:
        """Return the file."""
        if self._charts:
            write_charts(self.workbook, self.plain_sheet(FIGURES, landscape=True), self._charts)
        long_ones = [(name, *found) for name, pen in self._pens for found in pen.left_over]
        if long_ones:
            self._write_long(long_ones)
        self._write_hidden()
        self.workbook.close()
        return self._bytes.getvalue()

    def _write_long(self, found: Sequence[tuple[str, int, int, str]]) -> None:
        """Write the rest of words that are too long for a cell, in as many cells as it takes."""
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - only an export needs it

        pen = self.plain_sheet(LONG_SHEET, landscape=True)
        pen.sheet.set_column(0, 1, 20)
        pen.sheet.set_column(2, 2, 100)
        for column, words in enumerate(("Trang", "Ô", "Phần chữ tiếp theo")):
            pen.put(0, column, plain(words), Face(12.0, bold=True, grid=True))
        line = 1
        for name, row, column, rest in found:
            for start in range(0, len(rest), _PIECE):
                cells = (name, xl_rowcol_to_cell(row, column), rest[start : start + _PIECE])
                for at, words in enumerate(cells):
                    pen.put(line, at, plain(words), Face(12.0, grid=True))
                line += 1

    def _write_hidden(self) -> None:
        sheet = self.workbook.add_worksheet(HIDDEN_SHEET)
        sheet.very_hidden()
        sheet.protect()
        above = [[SIGN, str(FORMAT)], *(["sheet", name] for name in self._others)]
        for row, cells in enumerate([*above, *self._records]):
            for column, words in enumerate(cells):
                sheet.write_string(row, column, as_words(words))
