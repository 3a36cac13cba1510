"""New rows put into a table, each behind the row that it follows in the file."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from tthc_desktop.models.editing.merging import sound
from tthc_desktop.models.editing.row_kinds import NewRow, gathered, new_row
from tthc_desktop.models.editing.rows import DEEPEST
from tthc_desktop.models.editing.tables import find_table, with_table
from tthc_desktop.models.editing.tasks import with_printed
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.incoming import IncomingRow
from tthc_desktop.models.reconciling.values import Fate, RowChange, TableMatch
from tthc_desktop.models.reconciling.words import content_column
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Text, plain

_FIELDS: Mapping[RowKind, Mapping[Role, str]] = {RowKind.TASK: TASK_FIELDS, RowKind.TARGET: TARGET_FIELDS}


def with_new_rows(plan: Plan, match: TableMatch, takes: Callable[[RowChange], bool]) -> Plan:
    """Return the plan with the new rows that are taken; their numbers come from their places."""
    table = find_table(plan, match.table_id)
    maker = _Maker(table, match)
    made: list[NewRow] = []
    behind: defaultdict[Id, list[Row]] = defaultdict(list)
    levels = {row.id: row.level for row in table.rows}
    anchor, before = "", _Step()
    for change in match.rows:
        if change.incoming is None:
            continue
        if change.fate is not Fate.NEW:
            anchor, before = change.row_id, _Step(change.incoming.level, levels[change.row_id], change.row_id)
        elif takes(change):
            new = maker.row(change.incoming, before)
            made.append(new)
            behind[anchor].append(new.row)
            before = _Step(change.incoming.level, new.row.level, new.row.id)
    if not made:
        return plan
    rows = list(behind[""])
    for row in table.rows:
        rows += [row, *behind.get(row.id, ())]
    parts = gathered(made)
    plan = with_printed(plan, parts.tasks, parts.targets)
    return with_table(plan, replace(table, rows=sound(table.rows, rows)))


class _Step:
    """The row before in the file: its level there and in the plan."""

    def __init__(self, incoming: int = -1, own: int = -1, row_id: Id = "") -> None:
        self.incoming, self.own, self.row_id = incoming, own, row_id


class _Maker:
    """Makes rows of a table from incoming ones."""

    def __init__(self, table: Table, match: TableMatch) -> None:
        known = {column.id: column for column in table.columns}
        self._columns = {new: known[old] for new, old in match.columns.items()}
        self._title = content_column(match.incoming.columns)
        kinds = (row.kind for row in table.rows if row.kind is not RowKind.GROUP)
        self._kind = next(kinds, None)

    def row(self, incoming: IncomingRow, before: _Step) -> NewRow:
        """Return a new row, as deep below the one before it as it stands in the file."""
        level = incoming.level if before.own < 0 else before.own + incoming.level - before.incoming
        level = max(0, min(level, before.own + 1, DEEPEST))
        kind = incoming.kind
        if kind is not RowKind.GROUP and self._kind is not None:
            kind = self._kind
        fields, own = self._parts(incoming, kind)
        made = new_row(kind, level, fields)
        continues = tuple(
            self._columns[id_].id for id_, cell in incoming.cells.items() if cell.fills and id_ in self._columns
        )
        return made._replace(row=replace(made.row, cells=own, continues=continues if kind is not RowKind.GROUP else ()))

    def _parts(self, incoming: IncomingRow, kind: RowKind) -> tuple[dict[str, Text], tuple[tuple[Id, Text], ...]]:
        """Return the fields of what the row prints, and the words that stay its own."""
        fields: dict[str, Text] = {}
        own: list[tuple[Id, Text]] = []
        for id_, cell in incoming.cells.items():
            if not cell.words:
                continue
            column = self._columns.get(id_)
            if kind is RowKind.GROUP and self._title is not None and id_ == self._title.id:
                fields["title"] = plain(cell.words)
            elif column is not None and (name := self._field(column, kind)):
                fields[name] = plain(cell.words)
            elif column is not None:
                own.append((column.id, plain(cell.words)))
        return fields, tuple(own)

    @staticmethod
    def _field(column: Column, kind: RowKind) -> str:
        return _FIELDS.get(kind, {}).get(column.role, "")
