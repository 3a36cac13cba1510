"""The first tables."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MARKS = (
    *("part", "chapter", "upper", "roman", "article", "arabic", "decimal", "letter"),
    *("paren_arabic", "paren_roman", "dash", "plus", "none"),
)
ROLES = (
    *("number", "content", "lead", "coordinate", "result", "deadline"),
    *("unit", "value", "basis", "note", "free"),
)
KINDS = ("group", "task", "target", "plain")
STATES = ("done", "undone", "dropped")


def upgrade() -> None:
    _journal()
    _paper()
    _outline()
    _tables()
    op.execute("INSERT INTO offices (id, revision) VALUES (1, 0)")


def _journal() -> None:
    op.create_table(
        "offices",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.CheckConstraint("id = 1", name="single"),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(40), nullable=False),
        *_texts("label"),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("undone_at", sa.String(40)),
        _one_of("state", STATES),
    )
    op.create_table("journal_plans", _entry(), _other("plan_id"))
    op.create_table("journal_records", _entry(), _other("record_id", index=True))
    op.create_table(
        "journal_rows",
        _entry(),
        _place(),
        *_texts("table_name", "record"),
        *(sa.Column(name, sa.Text) for name in ("before", "after")),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="images"),
    )


def _paper() -> None:
    op.create_table(
        "plans",
        _id(),
        _rank(),
        sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"),
        *_texts("kind", "title", "attached", "parent_agency", "agency", "number", "symbol", "location"),
        *(sa.Column(name, sa.Integer) for name in ("day", "month", "year")),
        *(sa.Column(name, sa.String(10)) for name in ("period_start", "period_end")),
        *_texts("signatory_name", "source", "origin_id"),
        sa.CheckConstraint("(period_start IS NULL) = (period_end IS NULL)", name="period"),
    )
    op.create_table("capacities", _owner("plan_id", "plans", key=True), _place(), *_texts("words"))
    op.create_table("bases", *_of_plan(), *_texts("words"))
    op.create_table("recipients", *_of_plan(), *_texts("words"), _number("level"))
    op.create_table(
        "stamps",
        _owner("plan_id", "plans", key=True),
        _place(),
        *_texts("number", "symbol"),
        sa.Column("at", sa.String(40), nullable=False),
    )
    op.create_table("unplaced", _owner("plan_id", "plans", key=True), _place(), _number("number"), *_texts("words"))
    op.create_table("appendices", *_of_plan(), *_texts("title", "attached"), _flag("landscape"))
    op.create_table("tasks", *_of_plan(), *_texts("content", "lead", "coordinate", "result", "deadline", "origin_id"))
    op.create_table(
        "targets", *_of_plan(), *_texts("name", "unit", "value", "basis", "lead", "coordinate", "origin_id")
    )


def _outline() -> None:
    op.create_table(
        "items",
        *_node(),
        *_texts("mark", "words"),
        _flag("heading"),
        _link("task_id", "tasks"),
        _link("shares_id", "tasks"),
        _number("starts_at"),
        *_texts("origin_id"),
        _one_of("mark", MARKS),
        sa.CheckConstraint("appendix_id IS NULL OR parent_id IS NULL", name="under"),
    )
    op.create_table(
        "lines",
        _owner("item_id", "items", key=True),
        _place(),
        *_texts("role", "label", "mark", "ending", "words"),
        _one_of("role", ROLES),
        _one_of("mark", MARKS),
    )


def _tables() -> None:
    op.create_table(
        "tables",
        *_node(),
        _flag("continuous"),
        _flag("number_in_title"),
        sa.CheckConstraint("appendix_id IS NULL OR parent_id IS NULL", name="under"),
    )
    op.create_table("levels", _owner("table_id", "tables", key=True), _place(), *_texts("mark"), _one_of("mark", MARKS))
    op.create_table(
        "columns",
        *_of_table(),
        *_texts("role", "title", "over_title"),
        sa.Column("width", sa.Float, nullable=False),
        _one_of("role", ROLES),
    )
    op.create_table(
        "rows",
        *_of_table(),
        *_texts("kind"),
        _number("level"),
        *_texts("title"),
        _link("task_id", "tasks"),
        _link("target_id", "targets"),
        _one_of("kind", KINDS),
        sa.CheckConstraint("kind <> 'task' OR task_id IS NOT NULL", name="task"),
        sa.CheckConstraint("kind <> 'target' OR target_id IS NOT NULL", name="target"),
    )
    op.create_table("cells", *_of_cell(), _number("place"), *_texts("words"))
    op.create_table("merges", *_of_cell(), _number("place"))


def _of_plan() -> Iterable[sa.schema.SchemaItem]:
    return _id(), _owner("plan_id", "plans"), _rank(), sa.Index(None, "plan_id", "rank")


def _of_table() -> Iterable[sa.schema.SchemaItem]:
    return _id(), _owner("table_id", "tables"), _rank(), sa.Index(None, "table_id", "rank")


def _node() -> Iterable[sa.schema.SchemaItem]:
    own, owner, rank, index = _of_plan()
    return own, owner, _link("appendix_id", "appendices"), _link("parent_id", "items"), rank, index


def _of_cell() -> Iterable[sa.schema.SchemaItem]:
    column = sa.Column("column_id", sa.String(64), _foreign("columns"), primary_key=True, index=True)
    return _owner("row_id", "rows", key=True), column


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(64), primary_key=True)


def _other(name: str, *, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), primary_key=True, index=index)


def _entry() -> sa.Column[int]:
    return sa.Column("entry_id", sa.Integer, _foreign("journal"), primary_key=True)


def _owner(name: str, target: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), _foreign(target), primary_key=key, nullable=False)


def _link(name: str, target: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), _foreign(target), nullable=True, index=True)


def _foreign(target: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def _place() -> sa.Column[int]:
    return sa.Column("place", sa.Integer, primary_key=True, autoincrement=False)


def _rank() -> sa.Column[int]:
    return sa.Column("rank", sa.BigInteger, nullable=False)


def _texts(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(create_constraint=True, name=name), nullable=False)


def _one_of(column: str, values: Iterable[str]) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)
