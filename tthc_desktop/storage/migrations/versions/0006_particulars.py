"""What an office says of itself; the journal sealed, and its images of what was deleted found without the others."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "particulars",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("parent_agency", "agency", "named", "symbol", "location", "signatory_name")
        ),
    )
    op.create_table(
        "particular_capacities",
        sa.Column(
            "particulars_id",
            sa.String(64),
            sa.ForeignKey("particulars.id", deferrable=True, initially="DEFERRED"),
            primary_key=True,
            nullable=False,
        ),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_table(
        "journal_seals",
        sa.Column(
            "entry_id",
            sa.Integer,
            sa.ForeignKey("journal.id", deferrable=True, initially="DEFERRED"),
            primary_key=True,
            nullable=False,
        ),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_index("ix_journal_rows_gone", "journal_rows", ["entry_id"], sqlite_where=sa.text('"after" IS NULL'))
