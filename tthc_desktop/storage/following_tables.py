"""The tables of how the office works: follow-ups, exchanged days, rules, regimes, filters, its own particulars.

As in the registers, plans, tasks and units are only named, not linked to.
"""

from sqlalchemy import CheckConstraint, Column, Integer, Table

from tthc_desktop.models.spans import SpanKind
from tthc_desktop.storage.columns import day, flag, identity, number, one_of, owner, place, rank, revision, texts
from tthc_desktop.storage.naming import every_table as metadata

follow_ups = Table(
    "follow_ups", metadata, identity(), rank(), revision(), *texts("plan_id", "work_id", "review", "note")
)
due_days = Table("due_days", metadata, owner("follow_up_id", "follow_ups", key=True), place(), *day("day"))
review_days = Table("review_days", metadata, owner("follow_up_id", "follow_ups", key=True), place(), *day("day"))
events = Table(
    "events",
    metadata,
    owner("follow_up_id", "follow_ups", key=True),
    place(),
    *texts("event_id"),
    *day("day"),
    *texts("words"),
    number("clause"),
)
exchanged_days = Table(
    "exchanged_days", metadata, identity(), rank(), revision(), *day("day"), flag("off"), *texts("note")
)
rules = Table("rules", metadata, identity(), rank(), revision(), flag("strict"), *texts("review"))
"""At most one record."""
regimes = Table(
    "regimes",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("name"),
    *day("first_day"),
    *day("last_day", known=False),
)
regime_bases = Table("regime_bases", metadata, owner("regime_id", "regimes", key=True), place(), *texts("words"))
regime_addressees = Table(
    "regime_addressees", metadata, owner("regime_id", "regimes", key=True), place(), *texts("words")
)
regime_recipients = Table(
    "regime_recipients", metadata, owner("regime_id", "regimes", key=True), place(), *texts("words")
)
regime_forms = Table("regime_forms", metadata, owner("regime_id", "regimes", key=True), place(), *texts("words"))
cutoffs = Table(
    "cutoffs",
    metadata,
    owner("regime_id", "regimes", key=True),
    place(),
    *texts("kind"),
    *(number(name) for name in ("months_before", "from_day", "to_day")),
    *(Column(name, Integer) for name in ("due_day", "due_after")),
    one_of("kind", SpanKind),
)
saved_filters = Table(
    "saved_filters",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("name", "words"),
    *day("due_from", "due_to", known=False),
    Column("within", Integer),
    Column("year", Integer),
    *(flag(name) for name in ("overdue", "unreviewed", "helping", "open")),
)
filter_choices = Table(
    "filter_choices",
    metadata,
    owner("saved_filter_id", "saved_filters", key=True),
    place(),
    *texts("field", "choice"),
    CheckConstraint("field IN ('plan_ids', 'unit_ids', 'statuses', 'kinds')", name="field"),
)
"""What a filter lists, field after field."""
particulars = Table(
    "particulars",
    metadata,
    identity(),
    rank(),
    revision(),
    *texts("parent_agency", "agency", "named", "symbol", "location", "signatory_name"),
)
"""At most one record."""
particular_capacities = Table(
    "particular_capacities", metadata, owner("particulars_id", "particulars", key=True), place(), *texts("words")
)
