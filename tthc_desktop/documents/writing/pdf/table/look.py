"""How the cells of one table are set, in points."""

from dataclasses import dataclass

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import leading


@dataclass(frozen=True, slots=True)
class Look:
    """Size and leading of the words, room beside and above them, thickness of the grid."""

    size: float
    leading: float
    side: float
    above: float
    rule: float

    @property
    def narrowest(self) -> float:
        """Return the width below which a column cannot hold a letter."""
        return self.size + 2 * self.side

    def height(self, lines: int) -> float:
        """Return the height of a row of so many lines."""
        return lines * self.leading + 2 * self.above


def look(rules: Rules, size: float) -> Look:
    return Look(
        size,
        leading(rules, size, "table_line_spacing"),
        size * rules.number("table_padding_side"),
        size * rules.number("table_padding_top"),
        rules.length("table_rule"),
    )
