"""What following a plan needs: progress by period with its files, units with their history, follow-ups, regimes."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

UNIT_KINDS = ("inside", "outside", "collective")
FIELDS = (
    *("status", "percent", "result", "number", "day", "trouble", "proposal"),
    *("numerator", "denominator", "value", "as_of"),
)
FORMS = ("report", "reminder", "assignment", "follow_up")
SPANS = ("day", "week", "month", "quarter", "half_year", "nine_months", "year")


def upgrade() -> None:
    _units()
    _progress()
    _sendings()
    _targets()
    _tables()
    _drawn()
    _follow_ups()
    _regimes()
    _calendar()
    _filters()


def _units() -> None:
    _made_again(
        "units",
        *_kept(),
        *_texts("name", "short", "kind"),
        *(sa.Column(name, sa.String(10)) for name in ("valid_from", "valid_to")),
        _one_of("kind", UNIT_KINDS),
    )
    _list("former_names", "unit", "units", *_texts("name", "short"), *_days("until"))
    _list("unit_successors", "unit", "units", *_texts("successor_id"))


def _progress() -> None:
    _made_again("progress", *_kept(), *_texts("plan_id", "work_id", "unit_id"), _later_text("period"))
    op.create_index("ix_progress_plan_id", "progress", ["plan_id"])
    _list("progress_files", "progress", "progress", *_texts("name"), sa.Column("sha256", sa.String(64), nullable=False))
    _made_again(
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


def _sendings() -> None:
    op.add_column("sendings", _later_text("period"))


def _targets() -> None:
    _made_again(
        "targets",
        sa.Column("id", sa.String(64), primary_key=True),
        _owner("plan_id", "plans", key=False),
        sa.Column("rank", sa.BigInteger, nullable=False),
        *_texts("name", "unit", "value", "basis", "lead", "coordinate", "origin_id"),
        _later_text("item_id"),
    )
    op.create_index("ix_targets_plan_id_rank", "targets", ["plan_id", "rank"])


def _tables() -> None:
    _made_again(
        "tables",
        sa.Column("id", sa.String(64), primary_key=True),
        _owner("plan_id", "plans", key=False),
        _link("appendix_id", "appendices"),
        _link("parent_id", "items"),
        sa.Column("rank", sa.BigInteger, nullable=False),
        *(_flag(name) for name in ("continuous", "number_in_title")),
        _later_text("chart"),
        sa.CheckConstraint("appendix_id IS NULL OR parent_id IS NULL", name="under"),
    )
    op.create_index("ix_tables_plan_id_rank", "tables", ["plan_id", "rank"])


def _drawn() -> None:
    op.create_table(
        "drawn",
        _owner("plan_id", "plans"),
        *_texts("form"),
        *_days("first_day", "last_day"),
        *_texts("span", "unit_id", "regime_id", "made"),
        _one_of("form", FORMS),
    )
    _list("drawn_plans", "plan", "plans", *_texts("source_id"))
    _list("addressees", "plan", "plans", *_texts("words"))


def _follow_ups() -> None:
    op.create_table("follow_ups", *_kept(), *_texts("plan_id", "work_id", "review", "note"))
    _list("due_days", "follow_up", "follow_ups", *_days("day"))
    _list("review_days", "follow_up", "follow_ups", *_days("day"))
    _list(
        *("events", "follow_up", "follow_ups"),
        *_texts("event_id"),
        *_days("day"),
        *_texts("words"),
        sa.Column("clause", sa.Integer, nullable=False),
    )


def _regimes() -> None:
    op.create_table(
        "regimes",
        *_kept(),
        *_texts("name"),
        *_days("first_day"),
        sa.Column("last_day", sa.String(10)),
    )
    for name in ("bases", "addressees", "recipients", "forms"):
        _list(f"regime_{name}", "regime", "regimes", *_texts("words"))
    _list(
        *("cutoffs", "regime", "regimes"),
        *_texts("kind"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("months_before", "from_day", "to_day")),
        *(sa.Column(name, sa.Integer) for name in ("due_day", "due_after")),
        _one_of("kind", SPANS),
    )


def _calendar() -> None:
    op.create_table("exchanged_days", *_kept(), *_days("day"), _flag("off"), *_texts("note"))
    op.create_table("rules", *_kept(), _flag("strict"), *_texts("review"))


def _filters() -> None:
    op.create_table(
        "saved_filters",
        *_kept(),
        *_texts("name", "words"),
        *(sa.Column(name, sa.String(10)) for name in ("due_from", "due_to")),
        sa.Column("within", sa.Integer),
        sa.Column("year", sa.Integer),
        *(_flag(name) for name in ("overdue", "unreviewed", "helping", "open")),
    )
    _list(
        *("filter_choices", "saved_filter", "saved_filters"),
        *_texts("field", "choice"),
        _one_of("field", ("plan_ids", "unit_ids", "statuses", "kinds")),
    )


def _made_again(name: str, *parts: sa.Column[str] | sa.Column[int] | sa.Column[bool] | sa.CheckConstraint) -> None:
    """Make a table anew with these columns and what it held; SQLite adds columns only behind all constraints."""
    old = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(name)]
    columns = ", ".join(f'"{column}"' for column in old)
    op.execute(f'CREATE TEMPORARY TABLE held AS SELECT * FROM "{name}"')
    op.drop_table(name)
    op.create_table(name, *parts)
    op.execute(f'INSERT INTO "{name}" ({columns}) SELECT {columns} FROM temp.held')
    op.execute("DROP TABLE temp.held")


def _list(name: str, owner: str, owners: str, *columns: sa.Column[str] | sa.Column[int] | sa.CheckConstraint) -> None:
    """Make the table of what a kind of value lists."""
    place = sa.Column("place", sa.Integer, primary_key=True, autoincrement=False)
    op.create_table(name, _owner(f"{owner}_id", owners), place, *columns)


def _kept() -> Iterable[sa.Column[str] | sa.Column[int]]:
    return (
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"),
    )


def _owner(name: str, target: str, *, key: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), _foreign(target), primary_key=key, nullable=False)


def _link(name: str, target: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), _foreign(target), nullable=True, index=True)


def _foreign(target: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def _texts(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _later_text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _days(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.String(10), nullable=False) for name in names]


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(create_constraint=True, name=name), nullable=False)


def _one_of(column: str, values: Iterable[str]) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)
