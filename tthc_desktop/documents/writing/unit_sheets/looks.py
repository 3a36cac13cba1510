"""How the cells of a unit's sheet look, and how wide its columns are."""

from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from tthc_desktop.models.progress.values import MEASURES, Field

FONT = "Times New Roman"
LINE = 16
"""The height of a line of 12 points."""

LOCKED_WIDTHS: Mapping[str, float] = {
    "number": 6,
    "content": 40,
    "part": 9,
    "lead": 15,
    "coordinate": 17,
    "result": 20,
    "deadline": 13,
}
"""In letters, by column of `LOCKED`."""

WIDTHS: Mapping[Field, float] = {
    Field.STATUS: 15,
    Field.PERCENT: 9.5,
    Field.RESULT: 28,
    Field.NUMBER: 14,
    Field.DAY: 12,
    Field.TROUBLE: 21,
    Field.PROPOSAL: 21,
    Field.NUMERATOR: 10,
    Field.DENOMINATOR: 10,
    Field.VALUE: 11,
    Field.AS_OF: 12,
}
_CENTRED = {"number", "part", "deadline"}
_CENTRED_FIELDS = {Field.STATUS, Field.PERCENT, Field.NUMBER, Field.DAY, *MEASURES}
_DAYS = {Field.DAY, Field.AS_OF}
_GREY = "#E7E9EC"
_ANSWER = "#FFF7D6"


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def title(self) -> Format:
        return self._of(bold=True, font_size=14, align="center")

    def unit(self) -> Format:
        return self._of(bold=True, align="center")

    def told(self) -> Format:
        return self._of(italic=True)

    def due(self) -> Format:
        return self._of(bold=True, font_color="#B00020")

    def heading(self, *, answers: bool) -> Format:
        ground = _ANSWER if answers else "#D0D5DB"
        return self._of(bold=True, align="center", border=1, bg_color=ground)

    def group(self, column: str) -> Format:
        return self._of(bold=True, border=1, bg_color="#F3F4F6", **_aligned(column in _CENTRED))

    def locked(self, column: str, words: str) -> Format:
        return self._of(border=1, bg_color=_GREY, **_aligned(column in _CENTRED), **_quoted(words))

    def none(self) -> Format:
        """Return the look of a cell for the figure of a target in the row of a task."""
        return self._of(border=1, bg_color=_GREY)

    def answer(self, field: Field, words: str) -> Format:
        return self._of(
            border=1,
            locked=False,
            num_format=_shape(field, words),
            **_aligned(field in _CENTRED_FIELDS),
            **_quoted(words),
        )

    def hidden(self) -> Format:
        return self._of(font_color="#808080", num_format="@")

    def _of(self, **wanted: object) -> Format:
        look: dict[str, object] = {"font_name": FONT, "font_size": 12, "text_wrap": True, "valign": "vcenter", **wanted}
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def _shape(field: Field, words: str) -> str:
    """Return the number format: per cent so that 60 typed becomes 60%, days as days, all words as they are typed."""
    if field is Field.PERCENT:
        return "0.0#%" if "." in words else "0%"
    if field in _DAYS:
        return "dd/mm/yyyy"
    return "General" if field in MEASURES else "@"


def _aligned(centred: bool) -> dict[str, str]:
    return {"align": "center"} if centred else {}


def _quoted(words: str) -> dict[str, bool]:
    """Words that a cell would take for a formula once someone edits it carry the mark of text."""
    return {"quote_prefix": True} if words.startswith(("=", "+", "-", "@")) else {}
