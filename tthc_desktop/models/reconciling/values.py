"""What holding incoming tables against a plan finds, and what the clerk chooses of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.reconciling.incoming import Incoming, IncomingRow, IncomingTable, Key
from tthc_desktop.models.table import Column


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    """Only the file has it."""
    SAME = "same"
    CHANGED = "changed"
    """Both have it, with other words in some cells."""
    GONE = "gone"
    """Only the plan's table has it; it stays unless the clerk chooses to take it out."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else: what the plan has now, what the file has, and where in the file it stands.

    `column_id` is the incoming column; `title` is its heading.
    """

    column_id: Id
    title: str
    now: str
    incoming: str
    address: str = ""
    taken: bool = True
    """Whether the file's words are taken with the row; a blank cell of the file takes nothing away unless chosen."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row and its fate. `key` is that of the incoming row, the identity of the plan's row for one that is gone.

    `doubt` says in Vietnamese why the pairing or the row should be looked at. `taken` is what happens to it unless
    the clerk chooses otherwise: a good new or changed row is taken, a doubtful one and one that is gone is not.
    """

    key: Key
    fate: Fate
    incoming: IncomingRow | None = None
    row_id: Id = ""
    """The plan's row, empty when the row is new."""
    words: str = ""
    """What the row is about, for a list."""
    cells: tuple[CellChange, ...] = ()
    doubt: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class TableMatch:
    """An incoming table with the plan's table that it goes into; without `table_id` it becomes a new appendix.

    `columns` are the plan's columns by those of the incoming table. `lacking` are the incoming columns that the
    plan's table has not: their words are taken only when the clerk chooses to add the column.
    """

    incoming: IncomingTable
    table_id: Id = ""
    columns: Mapping[Id, Id] = field(default_factory=dict)
    lacking: tuple[Column, ...] = ()
    rows: tuple[RowChange, ...] = ()

    @property
    def key(self) -> Key:
        """The incoming table's name."""
        return self.incoming.key


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All that taking a workbook would do; `plan_id` is empty when it makes a new plan."""

    plan_id: Id
    incoming: Incoming
    tables: tuple[TableMatch, ...] = ()


Into = Mapping[Key, Id]
"""Which table of the plan an incoming one goes into, by key; "" makes a new appendix. Others are proposed."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What the clerk chooses beside what is proposed.

    `rows`: rows by key that are taken (one that is gone: taken out) or left. `cells`: of a changed row, by its key and
    the incoming column, whether the file's words are taken. `columns`: lacking columns that are added to the table.
    """

    rows: Mapping[Key, bool] = field(default_factory=dict)
    cells: Mapping[tuple[Key, Id], bool] = field(default_factory=dict)
    columns: frozenset[Id] = frozenset()
