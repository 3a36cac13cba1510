"""Everything that an office keeps: each kind of value by identity, in the order in which they were made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tthc_desktop.models.agenda.filter import SavedFilter
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.changes import Kept, Name, Pairs, name_of
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is kept at one moment; a new kind gets a field here and a line in `FIELDS`."""

    plans: Mapping[Id, Plan] = field(default_factory=dict)
    legal_documents: Mapping[Id, LegalDocument] = field(default_factory=dict)
    units: Mapping[Id, Unit] = field(default_factory=dict)
    progress: Mapping[Id, Progress] = field(default_factory=dict)
    sendings: Mapping[Id, Sending] = field(default_factory=dict)
    known_headings: Mapping[Id, KnownHeading] = field(default_factory=dict)
    follow_ups: Mapping[Id, FollowUp] = field(default_factory=dict)
    exchanged_days: Mapping[Id, ExchangedDay] = field(default_factory=dict)
    rules: Mapping[Id, Rules] = field(default_factory=dict)
    regimes: Mapping[Id, Regime] = field(default_factory=dict)
    saved_filters: Mapping[Id, SavedFilter] = field(default_factory=dict)


FIELDS: Mapping[type[Kept], str] = {
    Plan: "plans",
    LegalDocument: "legal_documents",
    Unit: "units",
    Progress: "progress",
    Sending: "sendings",
    KnownHeading: "known_headings",
    FollowUp: "follow_ups",
    ExchangedDay: "exchanged_days",
    Rules: "rules",
    Regime: "regimes",
    SavedFilter: "saved_filters",
}
"""Where each kind is kept."""
Order = Mapping[type[Kept], Sequence[Id]]
"""All members of some kinds, in the order in which they were made."""


def held(holdings: Holdings, name: Name) -> Kept | None:
    """Return what is kept under this name."""
    return _of(holdings, name.kind).get(name.id)


def changed(holdings: Holdings, pairs: Pairs) -> Holdings:
    """Return the holdings with the second value of each pair in place of the first."""
    touched: dict[str, dict[Id, Kept]] = {}
    for pair in pairs:
        name, after = name_of(pair), pair[1]
        place = FIELDS[name.kind]
        if place not in touched:
            touched[place] = dict(_of(holdings, name.kind))
        members = touched[place]
        if after is None:
            members.pop(name.id, None)
        else:
            members[name.id] = after
    return replace(holdings, **touched)  # type: ignore[arg-type]


def arranged(holdings: Holdings, order: Order) -> Holdings:
    """Return the holdings with the members of these kinds in this order."""
    members = {FIELDS[kind]: {id_: _of(holdings, kind)[id_] for id_ in ids} for kind, ids in order.items()}
    return replace(holdings, **members)  # type: ignore[arg-type]


def _of(holdings: Holdings, kind: type[Kept]) -> Mapping[Id, Kept]:
    members: Mapping[Id, Kept] = getattr(holdings, FIELDS[kind])
    return members
