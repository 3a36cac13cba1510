"""The tables of kept files and of the journal of changes."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, String, Table, Text

from tthc_desktop.models.changes import State
from tthc_desktop.storage.columns import one_of, owner, place, texts
from tthc_desktop.storage.naming import every_table as metadata

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""Files by the hash of their content; none is ever changed or taken out, for undo may bring back what names it."""
journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    *texts("label"),
    Column("state", String(16), nullable=False, index=True),
    Column("undone_at", String(40)),
    one_of("state", State),
)
"""`undone_at` of a change that is done tells since when it holds for good and cannot be undone."""
journal_kept = Table(
    "journal_kept",
    metadata,
    owner("entry_id", "journal", key=True),
    Column("table_name", String(64), primary_key=True),
    Column("kept_id", String(64), primary_key=True),
)
"""The kept values that an entry changed."""
journal_records = Table(
    "journal_records",
    metadata,
    owner("entry_id", "journal", key=True),
    Column("record_id", String(64), primary_key=True, index=True),
)
journal_rows = Table(
    "journal_rows",
    metadata,
    owner("entry_id", "journal", key=True),
    place(),
    *texts("table_name", "record"),
    *(Column(name, Text) for name in ("before", "after")),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="images"),
)
Index("ix_journal_rows_gone", journal_rows.c.entry_id, sqlite_where=journal_rows.c.after.is_(None))
"""What was deleted: few images among many."""
journal_seals = Table(
    "journal_seals",
    metadata,
    owner("entry_id", "journal", key=True),
    Column("digest", String(64), nullable=False),
)
"""What tells that a change stands in the journal as it was written; those that older versions made have none."""
