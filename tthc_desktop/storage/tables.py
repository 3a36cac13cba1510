"""The tables of an office's file.

Texts with emphasis are kept as markup, dates and times as ISO 8601, the order of siblings as a rank with gaps.
Foreign keys are checked at the end of a transaction, so the order of its statements does not matter.
"""

from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from tthc_desktop.models.changes import State
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.models.version import Stage

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String(64), primary_key=True)


def _owner(name: str, target: str, *, key: bool = False) -> Column[str]:
    """Return the column of a record that cannot be without the record it names."""
    return Column(name, _foreign(target), primary_key=key, nullable=False)


def _link(name: str, target: str) -> Column[str | None]:
    """Return the column of a record that may name another one."""
    return Column(name, _foreign(target), nullable=True, index=True)


def _foreign(target: str) -> ForeignKey:
    return ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def _place() -> Column[int]:
    """Return the place of a record that has no identity of its own among its owner's, from 0."""
    return Column("place", Integer, primary_key=True, autoincrement=False)


def _rank() -> Column[int]:
    return Column("rank", BigInteger, nullable=False)


def _texts(*names: str) -> Iterable[Column[str]]:
    return (Column(name, Text, nullable=False) for name in names)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=True, name=name), nullable=False)


def _one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    known = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({known})", name=column)


offices = Table(
    "offices",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("revision", BigInteger, nullable=False),
    CheckConstraint("id = 1", name="single"),
)
plans = Table(
    "plans",
    metadata,
    _id(),
    _rank(),
    Column("revision", BigInteger, nullable=False, server_default="0"),
    *_texts("kind", "title", "attached", "parent_agency", "agency", "number", "symbol", "location"),
    *(Column(name, Integer) for name in ("day", "month", "year")),
    *(Column(name, String(10)) for name in ("period_start", "period_end")),
    *_texts("signatory_name", "source", "origin_id"),
    CheckConstraint("(period_start IS NULL) = (period_end IS NULL)", name="period"),
)
stages = Table(
    "stages",
    metadata,
    _owner("plan_id", "plans", key=True),
    *_texts("stage", "version_of", "version_name"),
    Column("kept_at", String(40)),
    *(Column(f"issue_{name}", Text) for name in ("number", "symbol", "date", "pdf", "pdf_name")),
    *_texts("replaced_by"),
    _one_of("stage", Stage),
)
"""How far a plan has come; one that has only been a draft has no record here."""
capacities = Table("capacities", metadata, _owner("plan_id", "plans", key=True), _place(), *_texts("words"))
bases = Table("bases", metadata, _id(), _owner("plan_id", "plans"), _rank(), *_texts("words"))
recipients = Table(
    "recipients", metadata, _id(), _owner("plan_id", "plans"), _rank(), *_texts("words"), _number("level")
)
stamps = Table(
    "stamps",
    metadata,
    _owner("plan_id", "plans", key=True),
    _place(),
    *_texts("number", "symbol"),
    Column("at", String(40), nullable=False),
)
unplaced = Table(
    "unplaced", metadata, _owner("plan_id", "plans", key=True), _place(), _number("number"), *_texts("words")
)
appendices = Table(
    "appendices",
    metadata,
    _id(),
    _owner("plan_id", "plans"),
    _rank(),
    *_texts("title", "attached"),
    _flag("landscape"),
)
tasks = Table(
    "tasks",
    metadata,
    _id(),
    _owner("plan_id", "plans"),
    _rank(),
    *_texts("content", "lead", "coordinate", "result", "deadline", "origin_id"),
)
targets = Table(
    "targets",
    metadata,
    _id(),
    _owner("plan_id", "plans"),
    _rank(),
    *_texts("name", "unit", "value", "basis", "lead", "coordinate", "origin_id"),
)
items = Table(
    "items",
    metadata,
    _id(),
    _owner("plan_id", "plans"),
    _link("appendix_id", "appendices"),
    _link("parent_id", "items"),
    _rank(),
    *_texts("mark", "words"),
    _flag("heading"),
    _link("task_id", "tasks"),
    _link("shares_id", "tasks"),
    _number("starts_at"),
    *_texts("origin_id"),
    _one_of("mark", Mark),
    CheckConstraint("appendix_id IS NULL OR parent_id IS NULL", name="under"),
)
lines = Table(
    "lines",
    metadata,
    _owner("item_id", "items", key=True),
    _place(),
    *_texts("role", "label", "mark", "ending", "words"),
    _one_of("role", Role),
    _one_of("mark", Mark),
)
tables = Table(
    "tables",
    metadata,
    _id(),
    _owner("plan_id", "plans"),
    _link("appendix_id", "appendices"),
    _link("parent_id", "items"),
    _rank(),
    _flag("continuous"),
    _flag("number_in_title"),
    CheckConstraint("appendix_id IS NULL OR parent_id IS NULL", name="under"),
)
levels = Table(
    "levels",
    metadata,
    _owner("table_id", "tables", key=True),
    _place(),
    *_texts("mark"),
    _one_of("mark", Mark),
)
columns = Table(
    "columns",
    metadata,
    _id(),
    _owner("table_id", "tables"),
    _rank(),
    *_texts("role", "title", "over_title"),
    Column("width", Float, nullable=False),
    _one_of("role", Role),
)
rows = Table(
    "rows",
    metadata,
    _id(),
    _owner("table_id", "tables"),
    _rank(),
    *_texts("kind"),
    _number("level"),
    *_texts("title"),
    _link("task_id", "tasks"),
    _link("target_id", "targets"),
    _one_of("kind", RowKind),
    CheckConstraint("kind <> 'task' OR task_id IS NOT NULL", name="task"),
    CheckConstraint("kind <> 'target' OR target_id IS NOT NULL", name="target"),
)
cells = Table(
    "cells",
    metadata,
    _owner("row_id", "rows", key=True),
    Column("column_id", _foreign("columns"), primary_key=True, index=True),
    _number("place"),
    *_texts("words"),
)
merges = Table(
    "merges",
    metadata,
    _owner("row_id", "rows", key=True),
    Column("column_id", _foreign("columns"), primary_key=True, index=True),
    _number("place"),
)
legal_documents = Table(
    "legal_documents",
    metadata,
    _id(),
    _rank(),
    Column("revision", BigInteger, nullable=False, server_default="0"),
    *_texts("kind", "number", "issuer", "title", "replaced_by"),
    Column("date", String(10)),
)
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
    *_texts("label"),
    Column("state", String(16), nullable=False, index=True),
    Column("undone_at", String(40)),
    _one_of("state", State),
)
journal_kept = Table(
    "journal_kept",
    metadata,
    _owner("entry_id", "journal", key=True),
    Column("table_name", String(64), primary_key=True),
    Column("kept_id", String(64), primary_key=True),
)
"""The kept values that an entry changed."""
journal_records = Table(
    "journal_records",
    metadata,
    _owner("entry_id", "journal", key=True),
    Column("record_id", String(64), primary_key=True, index=True),
)
journal_rows = Table(
    "journal_rows",
    metadata,
    _owner("entry_id", "journal", key=True),
    _place(),
    *_texts("table_name", "record"),
    *(Column(name, Text) for name in ("before", "after")),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="images"),
)

KEPT = (plans, legal_documents)
"""The tables of what a change is about; each record stands in the order of making and has a revision."""
RANKED = tuple(table for table in metadata.tables.values() if "rank" in table.c and table not in KEPT)
"""The tables whose records stand in an order under their owner."""

for _table in RANKED:
    _first = _table.c.table_id if "table_id" in _table.c else _table.c.plan_id
    Index(None, _first, _table.c.rank)
