"""The formats of one workbook, each made once: font, alignment, grid."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "Times New Roman"
_DAY = "dd/mm/yyyy"


class Face(NamedTuple):
    """How a cell looks. `quoted` keeps what begins like a formula from becoming one when it is edited."""

    size: float
    bold: bool = False
    italic: bool = False
    centred: bool = False
    grid: bool = False
    quoted: bool = False
    day: bool = False


class Faces:
    """Gives the format of a face, the same one each time."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._known: dict[Face, Format] = {}
        self._runs: dict[tuple[float, bool, bool], Format] = {}

    def cell(self, face: Face) -> "Format":
        """Return the format of a cell."""
        found = self._known.get(face)
        if found is None:
            found = self._known[face] = self._make(face)
        return found

    def run(self, size: float, *, bold: bool, italic: bool) -> "Format":
        """Return the format of words within a cell."""
        key = size, bold, italic
        if key not in self._runs:
            self._runs[key] = self._workbook.add_format(
                {"font_name": FONT, "font_size": size, "bold": bold, "italic": italic}
            )
        return self._runs[key]

    def _make(self, face: Face) -> "Format":
        made = self._workbook.add_format(
            {
                "font_name": FONT,
                "font_size": face.size,
                "bold": face.bold,
                "italic": face.italic,
                "align": "center" if face.centred else "left",
                "valign": "vcenter",
                "text_wrap": True,
                "border": int(face.grid),
                "num_format": _DAY if face.day else "@",
            }
        )
        if face.quoted:
            made.set_quote_prefix()
        return made
