"""Units, what they reported, the sheets that were sent to them, and headings that the clerk has explained."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KINDS = ("inside", "outside", "collective")
FIELDS = ("status", "percent", "result", "number", "day", "trouble", "proposal")
ROLES = (
    *("number", "content", "lead", "coordinate", "result", "deadline"),
    *("unit", "value", "basis", "note", "free"),
)


def upgrade() -> None:
    _units()
    _progress()
    op.create_table(
        "sendings",
        *_kept(),
        *_texts("plan_id", "unit_id"),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("due", sa.String(10)),
        sa.Column("plan_revision", sa.Integer, nullable=False),
        *_texts("file"),
        sa.Column("returned_at", sa.String(40)),
    )
    op.create_table(
        "sending_answers",
        _owner("sending_id", "sendings"),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        *_texts("mark"),
    )
    op.create_table("known_headings", *_kept(), *_texts("words"), sa.Column("role", sa.Text), _one_of("role", ROLES))


def _units() -> None:
    op.create_table("units", *_kept(), *_texts("name", "short", "kind"), _one_of("kind", KINDS))
    for name, column in (("unit_aliases", "words"), ("unit_members", "member_id")):
        op.create_table(
            name,
            _owner("unit_id", "units"),
            sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
            *_texts(column),
        )


def _progress() -> None:
    op.create_table("progress", *_kept(), *_texts("plan_id", "work_id", "unit_id"))
    op.create_table(
        "progress_said",
        _owner("progress_id", "progress"),
        sa.Column("field", sa.String(16), primary_key=True),
        *_texts("words"),
        *(sa.Column(name, sa.Text) for name in ("file", "sheet", "cell")),
        sa.Column("at", sa.String(40)),
        _one_of("field", FIELDS),
        sa.CheckConstraint(
            "(file IS NULL) = (at IS NULL) AND (sheet IS NULL) = (at IS NULL) AND (cell IS NULL) = (at IS NULL)",
            name="origin",
        ),
    )


def _kept() -> Iterable[sa.Column[str] | sa.Column[int]]:
    return (
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"),
    )


def _owner(name: str, target: str) -> sa.Column[str]:
    foreign = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(64), foreign, primary_key=True, nullable=False)


def _texts(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _one_of(column: str, values: Iterable[str]) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)
