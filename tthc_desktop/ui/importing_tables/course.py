"""What the wizard stands on, what the clerk wants of it, and all that is worked out from both, without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.reading.sheets.book import Book
from tthc_desktop.documents.reading.sheets.own.plans import own_plans
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import propose
from tthc_desktop.documents.reading.sheets.tables.workbook import incoming_for
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.incoming import (
    Doubt,
    Incoming,
    IncomingTable,
    Key,
    ProposedTable,
    RowChoice,
    RowChoices,
    TableChoice,
    TableChoices,
)
from tthc_desktop.models.reconciling.mending import mended
from tthc_desktop.models.reconciling.values import Into, Reconciliation, Taking
from tthc_desktop.models.table import Row, Table, numbers


@dataclass(frozen=True, slots=True)
class Ground:
    """The workbook, the plan it goes into (None: a new one), and the headings that the office remembers."""

    book: Book
    plan: Plan | None = None
    known: tuple[KnownHeading, ...] = ()
    locked: str = ""
    """The title of the plan that was meant, where it takes nothing more because it is locked."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """All that the clerk has chosen so far; going back loses nothing of it."""

    tables: TableChoices = field(default_factory=dict)
    rows: RowChoices = field(default_factory=dict)
    into: Into = field(default_factory=dict)
    taking: Taking = field(default_factory=Taking)


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of it; `read` is what the file says, `incoming` the same as mended."""

    ground: Ground
    wishes: Wishes
    proposed: tuple[ProposedTable, ...]
    read: Incoming
    incoming: Incoming
    found: Reconciliation | None = None
    numbers: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    """The computed numbers of each table's rows."""
    good: int = 0
    bad: int = 0
    """How many rows are good, and how many have to be mended."""
    own: bool = False
    """The file is an export of the very plan, whose columns need no telling."""


def work_out(ground: Ground, wishes: Wishes, before: Worked | None, *, compared: bool) -> Worked:
    """Return what comes of the wishes; only what differs from before is done anew, holding against a plan if asked."""
    made = _read(ground, wishes, before)
    if before is None or made.read is not before.read or wishes.rows is not before.wishes.rows:
        incoming = mended(made.read, wishes.rows)
        good, bad = row_counts(incoming)
        numbered = {table.key: _numbers(table) for table in incoming.tables}
        made = replace(made, incoming=incoming, numbers=numbered, good=good, bad=bad)
    else:
        made = replace(made, incoming=before.incoming, numbers=before.numbers, good=before.good, bad=before.bad)
    is_same = (
        before is not None
        and before.found is not None
        and made.incoming is before.incoming
        and ground.plan is before.ground.plan
        and wishes.into is before.wishes.into
    )
    if is_same and before is not None:
        return replace(made, found=before.found)
    return replace(made, found=reconcile(ground.plan, made.incoming, wishes.into)) if compared else made


def _read(ground: Ground, wishes: Wishes, before: Worked | None) -> Worked:
    is_read = before is not None and wishes.tables is before.wishes.tables
    if before is not None and is_read and (not before.own or ground.plan is before.ground.plan):
        return replace(before, ground=ground, wishes=wishes, found=None)
    own = _is_own(ground)
    proposed = () if own else propose(ground.book, ground.known, wishes.tables)
    if own and ground.plan is not None:
        read = incoming_for(ground.plan, ground.book, ground.known)
    else:
        read = read_tables(ground.book, proposed)
    return Worked(ground, wishes, proposed, read, read, own=own)


def _is_own(ground: Ground) -> bool:
    plan = ground.plan
    return plan is not None and any(one.exported_from in {plan.id, plan.origin_id} for one in own_plans(ground.book))


def _numbers(table: IncomingTable) -> tuple[str, ...]:
    rows = tuple(Row(row.key, row.kind, row.level) for row in table.rows)
    return tuple(numbers(Table(table.key, table.columns, rows, levels=table.levels, continuous=table.continuous)))


def with_table(wishes: Wishes, key: Key, choice: TableChoice) -> Wishes:
    """Return the wishes with another choice for a table; rows mended in it before are no longer those rows."""
    return replace(wishes, tables={**wishes.tables, key: choice})


def table_choice(wishes: Wishes, key: Key) -> TableChoice:
    """Return what has been chosen for a table so far."""
    return wishes.tables.get(key, TableChoice())


def with_words(wishes: Wishes, key: Key, column_id: Id, words: str) -> Wishes:
    """Return the wishes with other words in a cell."""
    before = wishes.rows.get(key, RowChoice())
    return replace(wishes, rows={**wishes.rows, key: replace(before, words={**before.words, column_id: words})})


def mended_cells(worked: Worked) -> dict[tuple[Key, Id], str]:
    """Return what the file says in each cell, by row and column, for which the clerk has typed something else."""
    found = {}
    for row in (row for table in worked.read.tables for row in table.rows):
        for column_id, words in worked.wishes.rows.get(row.key, RowChoice()).words.items():
            cell = row.cells.get(column_id)
            said = cell.words if cell is not None else ""
            if said != words:
                found[row.key, column_id] = said
    return found


def all_doubts(incoming: Incoming) -> tuple[tuple[Key, Key, Doubt], ...]:
    """Return every doubtful cell with its table and row, in the file's order; the grave ones first in each row."""
    return tuple((table.key, row.key, doubt) for table in incoming.tables for row in table.rows for doubt in row.doubts)


def row_counts(incoming: Incoming) -> tuple[int, int]:
    """Return how many rows are good, and how many have to be mended."""
    rows = [row.good for table in incoming.tables for row in table.rows]
    good = sum(rows)
    return good, len(rows) - good
