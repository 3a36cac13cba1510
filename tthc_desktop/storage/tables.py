"""The tables of an office's file.

Texts with emphasis are kept as markup, dates and times as ISO 8601, the order of siblings as a rank with gaps.
Foreign keys are checked at the end of a transaction, so the order of its statements does not matter.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from tthc_desktop.models.drawn import Form
from tthc_desktop.models.marks import Circulation, PaperSize, Secrecy, Urgency
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.models.version import Stage
from tthc_desktop.storage.columns import (
    day,
    flag,
    foreign,
    identity,
    later_text,
    link,
    number,
    one_of,
    owner,
    place,
    rank,
    revision,
    texts,
)
from tthc_desktop.storage.following_tables import exchanged_days, follow_ups, particulars, regimes, rules, saved_filters
from tthc_desktop.storage.journal_tables import files, journal, journal_kept, journal_records, journal_rows
from tthc_desktop.storage.naming import every_table
from tthc_desktop.storage.register_tables import known_headings, legal_documents, progress, sendings, units

__all__ = ["files", "journal", "journal_kept", "journal_records", "journal_rows"]

metadata = every_table
"""All tables, also those of the registers, of what follows the work and of the journal."""
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
    identity(),
    rank(),
    revision(),
    *texts("kind", "title", "attached", "parent_agency", "agency", "number", "symbol", "location"),
    *(Column(name, Integer) for name in ("day", "month", "year")),
    *(Column(name, String(10)) for name in ("period_start", "period_end")),
    *texts("signatory_name", "source", "origin_id"),
    CheckConstraint("(period_start IS NULL) = (period_end IS NULL)", name="period"),
)
stages = Table(
    "stages",
    metadata,
    owner("plan_id", "plans", key=True),
    *texts("stage", "version_of", "version_name"),
    Column("kept_at", String(40)),
    *(Column(f"issue_{name}", Text) for name in ("number", "symbol", "date", "pdf", "pdf_name")),
    *texts("replaced_by"),
    one_of("stage", Stage),
)
"""How far a plan has come; one that has only been a draft has no record here."""
drawn = Table(
    "drawn",
    metadata,
    owner("plan_id", "plans", key=True),
    *texts("form"),
    *day("first_day", "last_day"),
    *texts("span", "unit_id", "regime_id", "made"),
    one_of("form", Form),
)
"""What a document was drawn up from; a plan that the office wrote itself has no record here."""
drawn_plans = Table("drawn_plans", metadata, owner("plan_id", "plans", key=True), place(), *texts("source_id"))
marks = Table(
    "marks",
    metadata,
    owner("plan_id", "plans", key=True),
    *texts("secrecy", "urgency", "circulation", "drafter"),
    number("copies"),
    one_of("secrecy", (one.value for one in Secrecy)),
    one_of("urgency", (one.value for one in Urgency)),
    one_of("circulation", (one.value for one in Circulation)),
)
"""What is stamped on a paper; one without any mark has no record here."""
addressees = Table("addressees", metadata, owner("plan_id", "plans", key=True), place(), *texts("words"))
capacities = Table("capacities", metadata, owner("plan_id", "plans", key=True), place(), *texts("words"))
bases = Table("bases", metadata, identity(), owner("plan_id", "plans"), rank(), *texts("words"))
recipients = Table(
    "recipients", metadata, identity(), owner("plan_id", "plans"), rank(), *texts("words"), number("level")
)
stamps = Table(
    "stamps",
    metadata,
    owner("plan_id", "plans", key=True),
    place(),
    *texts("number", "symbol"),
    Column("at", String(40), nullable=False),
)
unplaced = Table("unplaced", metadata, owner("plan_id", "plans", key=True), place(), number("number"), *texts("words"))
appendices = Table(
    "appendices",
    metadata,
    identity(),
    owner("plan_id", "plans"),
    rank(),
    *texts("title", "attached"),
    flag("landscape"),
)
sheets = Table(
    "sheets",
    metadata,
    owner("appendix_id", "appendices", key=True),
    *texts("paper"),
    one_of("paper", (one.value for one in PaperSize)),
)
"""The larger sheets of appendices; one on A4 has no record here."""
tasks = Table(
    "tasks",
    metadata,
    identity(),
    owner("plan_id", "plans"),
    rank(),
    *texts("content", "lead", "coordinate", "result", "deadline", "origin_id"),
)
targets = Table(
    "targets",
    metadata,
    identity(),
    owner("plan_id", "plans"),
    rank(),
    *texts("name", "unit", "value", "basis", "lead", "coordinate", "origin_id"),
    later_text("item_id"),
)
items = Table(
    "items",
    metadata,
    identity(),
    owner("plan_id", "plans"),
    link("appendix_id", "appendices"),
    link("parent_id", "items"),
    rank(),
    *texts("mark", "words"),
    flag("heading"),
    link("task_id", "tasks"),
    link("shares_id", "tasks"),
    number("starts_at"),
    *texts("origin_id"),
    one_of("mark", Mark),
    CheckConstraint("appendix_id IS NULL OR parent_id IS NULL", name="under"),
)
lines = Table(
    "lines",
    metadata,
    owner("item_id", "items", key=True),
    place(),
    *texts("role", "label", "mark", "ending", "words"),
    one_of("role", Role),
    one_of("mark", Mark),
)
tables = Table(
    "tables",
    metadata,
    identity(),
    owner("plan_id", "plans"),
    link("appendix_id", "appendices"),
    link("parent_id", "items"),
    rank(),
    flag("continuous"),
    flag("number_in_title"),
    later_text("chart"),
    CheckConstraint("appendix_id IS NULL OR parent_id IS NULL", name="under"),
)
levels = Table(
    "levels",
    metadata,
    owner("table_id", "tables", key=True),
    place(),
    *texts("mark"),
    one_of("mark", Mark),
)
columns = Table(
    "columns",
    metadata,
    identity(),
    owner("table_id", "tables"),
    rank(),
    *texts("role", "title", "over_title"),
    Column("width", Float, nullable=False),
    one_of("role", Role),
)
rows = Table(
    "rows",
    metadata,
    identity(),
    owner("table_id", "tables"),
    rank(),
    *texts("kind"),
    number("level"),
    *texts("title"),
    link("task_id", "tasks"),
    link("target_id", "targets"),
    one_of("kind", RowKind),
    CheckConstraint("kind <> 'task' OR task_id IS NOT NULL", name="task"),
    CheckConstraint("kind <> 'target' OR target_id IS NOT NULL", name="target"),
)
cells = Table(
    "cells",
    metadata,
    owner("row_id", "rows", key=True),
    Column("column_id", foreign("columns"), primary_key=True, index=True),
    number("place"),
    *texts("words"),
)
merges = Table(
    "merges",
    metadata,
    owner("row_id", "rows", key=True),
    Column("column_id", foreign("columns"), primary_key=True, index=True),
    number("place"),
)
KEPT = (
    *(plans, legal_documents, units, progress, sendings, known_headings),
    *(follow_ups, exchanged_days, rules, regimes, saved_filters, particulars),
)
"""The tables of what a change is about; each record stands in the order of making and has a revision."""
RANKED = tuple(table for table in metadata.tables.values() if "rank" in table.c and table not in KEPT)
"""The tables whose records stand in an order under their owner."""

for _table in RANKED:
    _first = _table.c.table_id if "table_id" in _table.c else _table.c.plan_id
    Index(None, _first, _table.c.rank)
