"""The tables of all that is kept beside plans: legal documents, units, progress, sendings, known headings.

Nothing here is linked to plans, tasks or targets by a foreign key, only named: what a unit has said of a task stays
when the task is deleted or moves to another plan, so that nothing that was reported is lost and undo finds it
untouched. So do collectives name their members.
"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, String, Table, Text

from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.table import Role
from tthc_desktop.models.unit import UnitKind
from tthc_desktop.storage.columns import day, identity, later_text, one_of, owner, place, rank, revision, texts
from tthc_desktop.storage.naming import every_table as metadata

legal_documents = Table(
    "legal_documents",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("kind", "number", "issuer", "title", "replaced_by"),
    Column("date", String(10)),
)
units = Table(
    "units",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("name", "short", "kind"),
    *day("valid_from", "valid_to", known=False),
    one_of("kind", UnitKind),
)
unit_aliases = Table("unit_aliases", metadata, owner("unit_id", "units", key=True), place(), *texts("words"))
unit_members = Table("unit_members", metadata, owner("unit_id", "units", key=True), place(), *texts("member_id"))
former_names = Table(
    "former_names",
    metadata,
    owner("unit_id", "units", key=True),
    place(),
    *texts("name", "short"),
    *day("until"),
)
unit_successors = Table(
    "unit_successors", metadata, owner("unit_id", "units", key=True), place(), *texts("successor_id")
)
progress = Table(
    "progress",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("plan_id", "work_id", "unit_id"),
    later_text("period"),
    Index(None, "plan_id"),
)
progress_files = Table(
    "progress_files",
    metadata,
    owner("progress_id", "progress", key=True),
    place(),
    *texts("name"),
    Column("sha256", String(64), nullable=False),
)
progress_said = Table(
    "progress_said",
    metadata,
    owner("progress_id", "progress", key=True),
    Column("field", String(16), primary_key=True),
    *texts("words"),
    *(Column(name, Text) for name in ("file", "sheet", "cell")),
    Column("at", String(40)),
    one_of("field", Field),
    CheckConstraint(
        "(file IS NULL) = (at IS NULL) AND (sheet IS NULL) = (at IS NULL) AND (cell IS NULL) = (at IS NULL)",
        name="origin",
    ),
)
"""Each value that a unit has said; what was typed here came from no sheet."""
sendings = Table(
    "sendings",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("plan_id", "unit_id"),
    Column("at", String(40), nullable=False),
    Column("due", String(10)),
    Column("plan_revision", Integer, nullable=False),
    *texts("file"),
    Column("returned_at", String(40)),
    later_text("period"),
)
sending_answers = Table("sending_answers", metadata, owner("sending_id", "sendings", key=True), place(), *texts("mark"))
"""The marks of the answers that a sheet has brought and that were decided on."""
known_headings = Table(
    "known_headings",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("words"),
    Column("role", Text),
    one_of("role", Role),
)
"""A role is missing where the column is left out."""
