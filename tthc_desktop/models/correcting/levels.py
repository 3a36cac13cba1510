"""How deep rows stand in a corrected table: their numbers say it, and a row typed in between may have none.

A reader then takes the rows behind such a row for its own; they stay as deep as they were.
"""

from dataclasses import replace

from tthc_desktop.models.comparison.units import Name, Sort
from tthc_desktop.models.correcting.parts import Parts
from tthc_desktop.models.table import Row, RowKind


def steady_levels(before: Parts, after: Parts) -> None:
    """Put rows that only seem to stand below a new row, which is no group, back to the level that they had."""
    for (kind, _), names in after.members.items():
        if kind == "rows":
            _steady(before, after, names)


def _steady(before: Parts, after: Parts, names: list[Name]) -> None:
    above: list[Row] = []
    for name in names:
        row = after.values[name]
        assert isinstance(row, Row)
        while above and above[-1].level >= row.level:
            above.pop()
        old = before.values.get(name)
        if isinstance(old, Row) and above and _is_new(before, above[-1]):
            after.values[name] = replace(row, level=old.level)
        above.append(row)


def _is_new(before: Parts, row: Row) -> bool:
    return row.kind is not RowKind.GROUP and (Sort.ROW, row.id) not in before.values
