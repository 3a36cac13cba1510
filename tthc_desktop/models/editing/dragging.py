"""Cells filled by dragging the corner of others: a series goes on where the cells show one, else they are repeated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_desktop.models.editing.cells import put_words, words_in
from tthc_desktop.models.editing.merging import goes_on
from tthc_desktop.models.editing.tables import CellPlace, find_table
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.series.continuing import continued
from tthc_desktop.models.table import Column, Row, RowKind, Table
from tthc_desktop.models.text import Run, Text, text


@dataclass(frozen=True, slots=True)
class Drag:
    """The cells that were chosen and those they were dragged over, both from near to far as the mouse went.

    One of `more_rows` and `more_columns` is empty. Backwards is up or to the left.
    """

    rows: Sequence[Id]
    columns: Sequence[Id]
    more_rows: Sequence[Id] = ()
    more_columns: Sequence[Id] = ()
    backwards: bool = False
    swapped: bool = False
    """Whether what shows a series is repeated, and what shows none is counted on."""


def fill_dragged(plan: Plan, table_id: Id, drag: Drag, hidden: frozenset[Id] = frozenset()) -> Plan:
    """Fill the cells that were dragged over; titles of groups among other rows are passed over."""
    table = find_table(plan, table_id)
    known = {row.id: (place, row) for place, row in enumerate(table.rows)}
    columns = {column.id: column for column in table.columns}
    grouped = all(known[row_id][1].kind is RowKind.GROUP for row_id in drag.rows)
    near, far = (
        [known[row_id] for row_id in ids if grouped or known[row_id][1].kind is not RowKind.GROUP]
        for ids in (drag.rows, drag.more_rows)
    )
    near_columns, far_columns = ([columns[one] for one in ids] for ids in (drag.columns, drag.more_columns))
    cells: dict[CellPlace, Text] = {}
    if near and far:
        for column in near_columns:
            seeds = [words_in(plan, table, cells_in[0][1], column) for cells_in in _cells(table, near, column)]
            into = _cells(table, far, column)
            for part, words in zip(into, _words(seeds, len(into), drag), strict=True):
                cells.update({(row.id, column.id): words for _, row in part})
    for _, row in near if near_columns and far_columns else ():
        seeds = [words_in(plan, table, row, column) for column in near_columns]
        made = _words(seeds, len(far_columns), drag)
        cells.update({(row.id, column.id): words for column, words in zip(far_columns, made, strict=True)})
    return put_words(plan, table_id, cells, hidden)


def _cells(table: Table, rows: Iterable[tuple[int, Row]], column: Column) -> list[list[tuple[int, Row]]]:
    """Return the rows of each cell in a column: several where it is merged."""
    found: list[list[tuple[int, Row]]] = []
    for place, row in rows:
        last = found[-1][-1][0] if found else -2
        if abs(place - last) == 1 and goes_on(table.rows, max(place, last), column.id):
            found[-1].append((place, row))
        else:
            found.append([(place, row)])
    return found


def _words(seeds: Sequence[Text], count: int, drag: Drag) -> list[Text]:
    """Return what goes into the cells; those of a series look like the seed whose place they have."""
    said = [str(seed) for seed in seeds]
    made = continued(said, count, backwards=drag.backwards)
    if drag.swapped:
        made = None if made else continued(said, count, backwards=drag.backwards, forced=True)
    turned = [seeds[place % len(seeds)] for place in range(count)]
    return [_like(seed, words) for seed, words in zip(turned, made, strict=True)] if made else turned


def _like(seed: Text, words: str) -> Text:
    bold, italic = all(run.bold for run in seed.runs), all(run.italic for run in seed.runs)
    return text((Run(words, bold=bold, italic=italic),))
