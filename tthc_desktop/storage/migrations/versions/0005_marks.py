"""What is stamped on a paper, and the larger sheets of appendices; neither was kept before."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

SECRECY = ("", "TUYỆT MẬT", "TỐI MẬT", "MẬT")
URGENCY = ("", "HỎA TỐC", "THƯỢNG KHẨN", "KHẨN")
CIRCULATION = ("", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")
SIZES = ("A4", "A3")


def upgrade() -> None:
    op.create_table(
        "marks",
        _owner("plan_id", "plans"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("secrecy", "urgency", "circulation", "drafter")),
        sa.Column("copies", sa.Integer, nullable=False),
        _one_of("secrecy", SECRECY),
        _one_of("urgency", URGENCY),
        _one_of("circulation", CIRCULATION),
    )
    op.create_table(
        "sheets",
        _owner("appendix_id", "appendices"),
        sa.Column("paper", sa.Text, nullable=False),
        _one_of("paper", SIZES),
    )


def _owner(name: str, target: str) -> sa.Column[str]:
    foreign = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(64), foreign, primary_key=True, nullable=False)


def _one_of(column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)
