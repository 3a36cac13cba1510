"""The stages of plans, legal documents, kept files; the journal knows what else than plans a change touched."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

STAGES = ("draft", "kept", "issued", "replaced")


def upgrade() -> None:
    op.create_table(
        "stages",
        sa.Column("plan_id", sa.String(64), _foreign("plans"), primary_key=True, nullable=False),
        *_texts("stage", "version_of", "version_name"),
        sa.Column("kept_at", sa.String(40)),
        *(sa.Column(f"issue_{name}", sa.Text) for name in ("number", "symbol", "date", "pdf", "pdf_name")),
        *_texts("replaced_by"),
        sa.CheckConstraint(f"stage IN ({', '.join(repr(stage) for stage in STAGES)})", name="stage"),
    )
    op.create_table(
        "legal_documents",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"),
        *_texts("kind", "number", "issuer", "title", "replaced_by"),
        sa.Column("date", sa.String(10)),
    )
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    _journal()


def _journal() -> None:
    op.create_table(
        "journal_kept",
        sa.Column("entry_id", sa.Integer, _foreign("journal"), primary_key=True, nullable=False),
        sa.Column("table_name", sa.String(64), primary_key=True),
        sa.Column("kept_id", sa.String(64), primary_key=True),
    )
    op.execute("INSERT INTO journal_kept SELECT entry_id, 'plans', plan_id FROM journal_plans")
    op.drop_table("journal_plans")


def _foreign(target: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def _texts(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]
