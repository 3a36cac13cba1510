"""Tables that a workbook brings: proposed first, read as the clerk chose, with every doubtful cell by its address.

The way of a workbook into a plan, each step a pure function of what the one before it gave:

    documents.reading.sheets.tables.proposing.propose(book, known, choices) -> tuple[ProposedTable, ...]
    documents.reading.sheets.tables.incoming.read_tables(book, proposed, work_ids) -> Incoming
    models.reconciling.mending.mended(incoming, choices) -> Incoming
    models.reconciling.comparing.reconcile(plan or None, incoming, into) -> Reconciliation
    models.reconciling.taking.taken(plan or None, reconciliation, taking) -> Plan
    models.reconciling.remembering.remembered(proposed, known) -> pairs of KnownHeading for the same Change
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.models.table import Column, Role, RowKind

Key = str
"""What names a table or a row of a workbook while it is looked at: its sheet and place, such as `Bảng 1!5`."""


class Certainty(StrEnum):
    """What a proposed role rests on, from the surest."""

    CHOSEN = "chosen"
    """The clerk has chosen it for this file."""
    REMEMBERED = "remembered"
    """The clerk chose it for this heading before."""
    TOLD = "told"
    """The heading says it."""
    GUESSED = "guessed"
    """The heading says nothing, but the cells below it look like it."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """A leaf column: its place in `Sheet.rows` (from 0), Excel's letters for it, its headings, and what it may hold.

    `role` None leaves the column out. `why` says in Vietnamese what the proposal rests on; `samples` are the first
    different words below the heading.
    """

    place: int
    letters: str
    title: str
    over: str = ""
    role: Role | None = Role.FREE
    certainty: Certainty = Certainty.UNKNOWN
    why: str = ""
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedTable:
    """A table as it would be read; its header is `start` to before `body`, its rows go on to before `end`.

    These are places in `Sheet.rows` from 0; with `first_row` and 1 added they are the rows that Excel shows.
    `found` False: nothing on the sheet reads like the header of a table of tasks, `why` says what was looked for;
    it is not `taken` then, and its columns are unknown until the clerk says where the header is.
    """

    key: Key
    sheet: str
    start: int
    body: int
    end: int
    columns: tuple[ProposedColumn, ...] = ()
    title: str = ""
    """The words above the header that name the table."""
    taken: bool = True
    found: bool = True
    why: str = ""
    first_row: int = 0


@dataclass(frozen=True, slots=True)
class TableChoice:
    """What the clerk chooses for a table: whether it is taken, where its header is, what its columns hold.

    None leaves it as proposed. `header` is its first row and the row behind it, as `start` and `body` of the table;
    `roles` are by place of the column, None leaves a column out.
    """

    taken: bool | None = None
    header: tuple[int, int] | None = None
    roles: Mapping[int, Role | None] = field(default_factory=dict)


TableChoices = Mapping[Key, TableChoice]


class Matter(StrEnum):
    """What is doubtful in a cell or row."""

    MISSING = "missing"
    """A lead, deadline, value or content that a row of this kind should have."""
    SHIFTED = "shifted"
    """Words that belong to another column."""
    NUMBER = "number"
    """A row's number that is out of order or was turned into something else."""
    DUPLICATE = "duplicate"
    DATE = "date"
    """A date that does not exist, has the month first, or a year of two digits."""
    FORMULA = "formula"
    ERROR = "error"
    LEGACY = "legacy"
    PERCENT = "percent"
    CUT = "cut"
    MERGED = "merged"
    OTHER = "other"
    """What the reader of the file says, see its text."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful cell: what was seen, what is doubtful of it and what to do (`text`), what may be meant (`suggestion`).

    With `grave` its row is not good: it is left to be mended unless the clerk takes it as it is.
    """

    sheet: str
    address: str
    """Empty when it is about the row as a whole."""
    row: int
    """Counted from 1, as Excel shows it."""
    column_id: Id
    matter: Matter
    seen: str
    text: str
    suggestion: str = ""
    grave: bool = False


@dataclass(frozen=True, slots=True)
class IncomingCell:
    """A cell of an incoming row: the words that would be taken, and where they stand."""

    words: str
    address: str
    fills: bool = False
    """The words are those of a merged cell that begins above."""


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A row as it would be taken: what it is, how deep it stands, its number as understood, its cells by column.

    A group has its title in the cell of the column for contents. `lines` are its numbers in `Incoming.lines`.
    `work_id` is the task or target that a file of our own names.
    """

    key: Key
    sheet: str
    row: int
    """Counted from 1, as Excel shows it."""
    kind: RowKind
    level: int = 0
    number: str = ""
    cells: Mapping[Id, IncomingCell] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    lines: tuple[int, ...] = ()
    work_id: Id = ""

    @property
    def good(self) -> bool:
        """Whether it can be taken without mending."""
        return not any(doubt.grave for doubt in self.doubts)


@dataclass(frozen=True, slots=True)
class IncomingTable:
    """A table as read: its columns as the plan would have them, its rows, the way it is numbered (as `Table`)."""

    key: Key
    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[IncomingRow, ...]
    attached: str = ""
    """The line `(Kèm theo …)` above it."""
    levels: tuple[Mark, ...] = (Mark.ARABIC,)
    continuous: bool = False
    number_in_title: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a workbook brings. `lines` are its rows that say something, through all sheets, numbered from 1.

    `placed` says into which table (by key) a line went, "" for what only belongs to the paper, such as a repeated
    header; the rest is `unplaced`. `doubts` are those of cells that are in no row of a table.
    """

    source: str
    tables: tuple[IncomingTable, ...] = ()
    lines: tuple[SourceLine, ...] = ()
    placed: Mapping[int, Key] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    title: str = ""
    """The title of the whole, from the rows above the first table."""
    kind: str = ""
    """Its tên loại as printed there, such as KẾ HOẠCH; empty when there is none."""

    @property
    def unplaced(self) -> tuple[SourceLine, ...]:
        """The lines that found no place, in order."""
        return tuple(line for line in self.lines if line.number not in self.placed)


@dataclass(frozen=True, slots=True)
class RowChoice:
    """What the clerk chooses for an incoming row: other words in some cells (by column), another kind, not a row."""

    words: Mapping[Id, str] = field(default_factory=dict)
    kind: RowKind | None = None


RowChoices = Mapping[Key, RowChoice]
