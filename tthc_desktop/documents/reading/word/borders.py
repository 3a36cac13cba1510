"""Whether lines are drawn around the cells of a table: said by the table, its style or its cells."""

from tthc_desktop.documents.reading.word.names import CELL, ROW, VAL, Element, child, inside, value, w
from tthc_desktop.documents.reading.word.styles import Styles

_NO_LINE = frozenset({"", "nil", "none"})
_INNER = tuple(w(name) for name in ("insideV", "insideH"))
_OUTER = tuple(w(name) for name in ("left", "start", "right", "end", "top", "bottom"))
_SOME_ROWS = 20


def is_ruled(table: Element, styles: Styles) -> bool:
    """Tell whether most cells have lines around them; a look at the first rows is enough."""
    drawn = _drawn_by_table(table, styles)
    sides = [_sides(cell) for cell in _first_cells(table)]
    if drawn:
        bare = sum(has_none for has_none, _ in sides)
        return bare * 2 <= len(sides)
    return bool(sides) and sum(lines >= 2 for _, lines in sides) * 2 > len(sides)


def _drawn_by_table(table: Element, styles: Styles) -> bool:
    properties = child(table, w("tblPr"))
    style = styles.of(value(properties, w("tblStyle")), "table")
    said: dict[str, str] = {}
    for one in (properties, *style.properties):
        borders = child(one, w("tblBorders"))
        for border in borders if borders is not None else ():
            said.setdefault(border.tag, border.get(VAL, ""))
    if any(said.get(tag, "") not in _NO_LINE for tag in _INNER):
        return True
    return sum(said.get(tag, "") not in _NO_LINE for tag in _OUTER) > 2


def _first_cells(table: Element) -> list[Element]:
    cells: list[Element] = []
    rows = 0
    for row in inside(table):
        if row.tag != ROW:
            continue
        cells.extend(cell for cell in inside(row) if cell.tag == CELL)
        rows += 1
        if rows == _SOME_ROWS:
            break
    return cells


def _sides(cell: Element) -> tuple[bool, int]:
    """Return whether a cell says that it has no lines, and how many it says it has."""
    borders = child(child(cell, w("tcPr")), w("tcBorders"))
    if borders is None:
        return False, 0
    said = [border.get(VAL, "") not in _NO_LINE for border in borders if border.tag in _OUTER]
    return bool(said) and not any(said) and len(said) > 2, sum(said)
