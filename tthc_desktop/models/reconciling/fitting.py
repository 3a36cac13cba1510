"""Which table of a plan an incoming one belongs to, and which column is which."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.incoming import IncomingTable
from tthc_desktop.models.reconciling.words import about, content_column, key_of, row_words
from tthc_desktop.models.table import Column, Role, RowKind, Table

_ALIKE = 0.6
_OF_TASKS = frozenset({Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE})


def best_table(plan: Plan, incoming: IncomingTable) -> Id:
    """Return the plan's table with most of the rows, else the one with the same columns; nothing when none fits."""
    named = {row.work_id for row in incoming.rows if row.work_id}
    said = Counter(key_of(about(row, incoming.columns)) for row in incoming.rows)
    shares: list[tuple[float, float, Id]] = []
    for table, _ in tables(plan):
        contents = Counter(_contents(plan, table))
        own = sum(row.task_id in named or row.target_id in named for row in table.rows)
        shared = own or (contents & said).total()
        likeness = _likeness(table.columns, incoming.columns)
        if shared or (likeness >= _ALIKE and _kind(table.rows) == _kind(incoming.rows)):
            shares.append((shared, likeness, table.id))
    return max(shares, default=(0.0, 0.0, ""), key=lambda share: share[:2])[2]


def _contents(plan: Plan, table: Table) -> Iterable[str]:
    content = content_column(table.columns)
    for row in table.rows:
        said = row_words(plan, table, row)
        words = said[content.id] if content else ""
        yield key_of(words or " · ".join(filter(None, said.values())))


def _likeness(columns: tuple[Column, ...], others: tuple[Column, ...]) -> float:
    first, second = ({_name(column) for column in side if column.role is not Role.NUMBER} for side in (columns, others))
    return len(first & second) / len(first | second) if first | second else 0.0


def _name(column: Column) -> str:
    return column.role if column.role is not Role.FREE else key_of(f"{column.over} {column.title}")


def _kind(rows: Iterable[object]) -> RowKind | None:
    kinds = (getattr(row, "kind", None) for row in rows)
    return next((kind for kind in kinds if kind not in {None, RowKind.GROUP}), None)


def fitted(columns: tuple[Column, ...], incoming: tuple[Column, ...]) -> Mapping[Id, Id]:
    """Return the plan's column for each incoming one that has one: of the same role, else of the same heading."""
    free = {_name(column): column.id for column in reversed(columns)}
    found: dict[Id, Id] = {}
    for column in incoming:
        name = _name(column)
        if name in free:
            found[column.id] = free.pop(name)
    return found
