"""Words put into many cells at once: typed, filled, emptied, merged. A merged cell has its words in all its rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tthc_desktop.models.editing.merging import divided, mergeable, merged, run, run_in_sight
from tthc_desktop.models.editing.rows import places_of
from tthc_desktop.models.editing.tables import CellPlace, find_table, set_cells, title_column, with_table
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import EMPTY, Text, join

Rows = frozenset[Id]
NO_ROWS: Rows = frozenset()


def writable(table: Table, row: Row, column: Column) -> bool:
    """Tell whether a cell can be typed into: not into a computed number, and of a group into its title only."""
    if any(column_id == column.id for column_id, _ in row.cells):
        return True
    if row.kind is RowKind.GROUP:
        return column is title_column(table)
    return column.role is not Role.NUMBER


def words_in(plan: Plan, table: Table, row: Row, column: Column) -> Text:
    """Return the words of a cell as they are typed: of a group, its title."""
    if row.kind is RowKind.GROUP and column is title_column(table) and not _has_own(row, column):
        return row.title
    return cell(plan, row, column)


def _has_own(row: Row, column: Column) -> bool:
    return any(column_id == column.id for column_id, _ in row.cells)


def put_words(plan: Plan, table_id: Id, cells: Mapping[CellPlace, Text], hidden: Rows = NO_ROWS) -> Plan:
    """Put words into cells that can be typed into, and leave the others.

    A merged cell takes them in all its rows; given different words, it is taken apart. Where a filter hides some of
    its rows they keep their words, and the cell is parted between what is in sight and what is not.
    """
    table = find_table(plan, table_id)
    wanted = {row_id for row_id, _ in cells}
    places = {row.id: place for place, row in enumerate(table.rows) if row.id in wanted}
    columns = {column.id: column for column in table.columns}
    written = {
        (row_id, column_id): words
        for (row_id, column_id), words in cells.items()
        if row_id in places and column_id in columns
        if writable(table, table.rows[places[row_id]], columns[column_id])
    }
    whole, apart = _spread(plan, table, places, written, hidden)
    if apart:
        rows = tuple(_apart(row, apart) for row in table.rows)
        plan = with_table(plan, replace(table, rows=rows))
    return set_cells(plan, table_id, whole) if whole else plan


def _spread(
    plan: Plan, table: Table, places: Mapping[Id, int], written: Mapping[CellPlace, Text], hidden: Rows
) -> tuple[dict[CellPlace, Text], set[CellPlace]]:
    """Return the words for every row of the merged cells that are met, and the rows where such a cell begins anew."""
    whole, apart = dict(written), set[CellPlace]()
    columns = {column.id: column for column in table.columns}
    for (row_id, column_id), words in written.items():
        place = places[row_id]
        start, stop = run(table.rows, place, column_id)
        first, end = run_in_sight(table.rows, place, column_id, hidden)
        if (first, end) != (start, stop) and cell(plan, table.rows[place], columns[column_id]) != words:
            apart.update((row.id, column_id) for row in (table.rows[first], *table.rows[end : min(end + 1, stop)]))
        if end - first == 1:
            continue
        mates = [(row.id, column_id) for row in table.rows[first:end]]
        if all(written.get(mate, words) == words for mate in mates):
            whole.update(dict.fromkeys(mates, words))
        else:
            apart.update(mates)
    return whole, apart


def _apart(row: Row, apart: Collection[CellPlace]) -> Row:
    kept = tuple(column_id for column_id in row.continues if (row.id, column_id) not in apart)
    return row if len(kept) == len(row.continues) else replace(row, continues=kept)


def empty_cells(
    plan: Plan, table_id: Id, row_ids: Iterable[Id], column_ids: Collection[Id], hidden: Rows = NO_ROWS
) -> Plan:
    """Take the words out of cells."""
    cells = {(row_id, column): EMPTY for row_id in row_ids for column in column_ids}
    return put_words(plan, table_id, cells, hidden)


def fill_down(
    plan: Plan, table_id: Id, row_ids: Sequence[Id], column_ids: Collection[Id], hidden: Rows = NO_ROWS
) -> Plan:
    """Put what stands in the first of the rows into the others; groups are left as they are."""
    table = find_table(plan, table_id)
    chosen = frozenset(row_ids)
    rows = [row for row in table.rows if row.id in chosen and row.kind is not RowKind.GROUP]
    columns = [column for column in table.columns if column.id in column_ids]
    words = {column.id: cell(plan, rows[0], column) for column in columns} if rows else {}
    cells = {(row.id, column): words[column] for row in rows[1:] for column in words}
    return put_words(plan, table_id, cells, hidden)


def fill_right(
    plan: Plan, table_id: Id, row_ids: Iterable[Id], column_ids: Sequence[Id], hidden: Rows = NO_ROWS
) -> Plan:
    """Put what stands in the first of the columns into the others."""
    table = find_table(plan, table_id)
    chosen = frozenset(row_ids)
    columns = [c for c in table.columns if c.id in column_ids and c.role is not Role.NUMBER]
    rows = [row for row in table.rows if row.id in chosen and row.kind is not RowKind.GROUP]
    cells = {(row.id, column.id): cell(plan, row, columns[0]) for row in rows for column in columns[1:]}
    return put_words(plan, table_id, cells, hidden)


def merge_cells(plan: Plan, table_id: Id, row_ids: Collection[Id], column_ids: Collection[Id]) -> Plan:
    """Make one cell of several below each other; it keeps every word that stood in them."""
    table = find_table(plan, table_id)
    places = places_of(table, row_ids)
    columns = mergeable(table.rows, places, [column for column in table.columns if column.id in column_ids])
    words = {}
    for column in columns:
        first, end = run(table.rows, places[0], column.id)[0], run(table.rows, places[-1], column.id)[1]
        said = dict.fromkeys(cell(plan, row, column) for row in table.rows[first:end])
        whole = _joined([one for one in said if one])
        words.update({(row.id, column.id): whole for row in table.rows[first:end]})
    rows = merged(table.rows, places, [column.id for column in columns])
    return set_cells(with_table(plan, replace(table, rows=rows)) if rows != table.rows else plan, table_id, words)


def _joined(parts: Sequence[Text]) -> Text:
    return parts[0] if len(parts) == 1 else join(parts, "\n")


def unmerge_cells(plan: Plan, table_id: Id, row_ids: Collection[Id], column_ids: Collection[Id]) -> Plan:
    """Take merged cells apart; each keeps the words."""
    table = find_table(plan, table_id)
    rows = divided(table.rows, places_of(table, row_ids), column_ids)
    return plan if rows == table.rows else with_table(plan, replace(table, rows=rows))
