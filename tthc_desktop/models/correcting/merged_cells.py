"""Merged cells after rows came, went and moved: a cell goes on only where it did, or where the paper says so."""

from dataclasses import replace

from tthc_desktop.models.comparison.units import Name, Sort
from tthc_desktop.models.correcting.parts import Parts
from tthc_desktop.models.correcting.values import Correction
from tthc_desktop.models.editing.merging import sound
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Row


def sound_rows(parts: Parts, found: Correction) -> None:
    """Mend the rows of every table; columns that are not there are named nowhere."""
    before = found.now
    for kind, table in list(parts.members):
        if kind == "rows" and (Sort.TABLE, table) in parts.values:
            names = parts.members[kind, table]
            columns = {name[1] for name in parts.members.get(("columns", table), ())}
            rows = [_within(row, columns) for row in _rows(parts, names)]
            old = [_as_now(parts, row) for row in _rows(before, before.members.get((kind, table), []))]
            kept = sound(old, rows)
            for at, (name, row, mended) in enumerate(zip(names, rows, kept, strict=True)):
                is_of_paper = _is_of_paper(found.after, names, at, row)
                parts.values[name] = row if is_of_paper else mended


def _rows(parts: Parts, names: list[Name]) -> list[Row]:
    return [value for name in names if isinstance(value := parts.values[name], Row)]


def _within(row: Row, columns: set[Id]) -> Row:
    """Return the row without words and merges under columns that the table has not."""
    cells = tuple(cell for cell in row.cells if cell[0] in columns)
    continues = tuple(column for column in row.continues if column in columns)
    if len(cells) == len(row.cells) and len(continues) == len(row.continues):
        return row
    return replace(row, cells=cells, continues=continues)


def _as_now(parts: Parts, row: Row) -> Row:
    now = parts.values.get((Sort.ROW, row.id))
    return replace(row, continues=now.continues) if isinstance(now, Row) else row


def _is_of_paper(after: Parts, names: list[Name], at: int, row: Row) -> bool:
    """Tell whether a row stands below the same one as in the paper, with the cells that go on there."""
    name = names[at]
    paper = after.values.get(name)
    if not isinstance(paper, Row) or set(paper.continues) != set(row.continues):
        return False
    siblings = after.members[after.parents[name]]
    place = siblings.index(name)
    return (siblings[place - 1] if place else None) == (names[at - 1] if at else None)
