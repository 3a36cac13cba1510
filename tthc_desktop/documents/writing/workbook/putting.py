"""Words put into cells: always as text, with their emphasis, never as formula, number or address."""

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from tthc_desktop.documents.own_sheets.words import cut
from tthc_desktop.documents.writing.workbook.faces import Face, Faces
from tthc_desktop.models.text import Text, clean, without_figures

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_RISKY = ("=", "+", "-", "@", "'", "\t")
_MARKUP = ("<r>", "</r>")
"""XlsxWriter writes words between these as they are, for markup that it has made itself."""


def is_risky(words: str) -> bool:
    """Tell whether a program of spreadsheets, or the library, would take the words for something else."""
    return words.startswith((*_RISKY, _MARKUP[0])) or clean(words) != words


def as_words(words: str) -> str:
    """Return what the library has to be given so that these very words stand in the cell."""
    if words.startswith(_MARKUP[0]) and words.endswith(_MARKUP[1]):
        return f'<r><t xml:space="preserve">{escape(words, quote=False)}</t></r>'
    return words


class Pen:
    """Writes on one sheet, and keeps what did not fit into a cell."""

    def __init__(self, sheet: "Worksheet", faces: Faces) -> None:
        self.sheet = sheet
        self.faces = faces
        self.left_over: list[tuple[int, int, str]] = []
        """Row, column and the words that the cell has no room for."""

    def put(self, row: int, column: int, words: Text, face: Face) -> None:
        """Write words into a cell."""
        words = without_figures(words)
        shown, face = self.faced(words, face)
        if not shown:
            self.sheet.write_blank(row, column, None, self.faces.cell(face))
        elif len(words.runs) > 1 and not cut(shown)[1]:
            pieces, cell_format = self.pieces(words, face)
            self.sheet.write_rich_string(row, column, *pieces, cell_format)
        else:
            self._put_plain(row, column, shown, face)

    def faced(self, words: Text, face: Face) -> tuple[str, Face]:
        """Return the words as letters, and the look of a cell that holds them."""
        shown = str(words)
        if shown.startswith(_RISKY):
            face = face._replace(quoted=True)
        if len(words.runs) == 1:
            run = words.runs[0]
            face = face._replace(bold=face.bold or run.bold, italic=face.italic or run.italic)
        return shown, face

    def pieces(self, words: Text, face: Face) -> tuple[list[object], "Format"]:
        """Return words of several looks as the library takes them, and the format of their cell."""
        pieces: list[object] = []
        for run in words.runs:
            bold, italic = face.bold or run.bold, face.italic or run.italic
            pieces += [self.faces.run(face.size, bold=bold, italic=italic), run.text]
        return pieces, self.faces.cell(face)

    def across(self, row: int, columns: tuple[int, int], words: Text, face: Face, rows: int = 1) -> None:
        """Write words into the columns from the first up to the second, in so many rows, as one cell."""
        left, right = columns
        if rows > 1 or right > left + 1:
            self.sheet.merge_range(row, left, row + rows - 1, right - 1, "", self.faces.cell(face))
        self.put(row, left, words, face)

    def put_day(self, row: int, column: int, day: date, face: Face) -> None:
        """Write a true date."""
        self.sheet.write_datetime(row, column, day, self.faces.cell(face))

    def note(self, row: int, column: int, words: str) -> None:
        """Write what the program alone reads."""
        self.sheet.write_string(row, column, words)

    def _put_plain(self, row: int, column: int, words: str, face: Face) -> None:
        words, rest = cut(clean(words))
        self.sheet.write_string(row, column, as_words(words), self.faces.cell(face))
        if rest:
            self.left_over.append((row, column, rest))
