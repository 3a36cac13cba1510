"""Everything that an office keeps: each kind of value by identity, in the order in which they were made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tthc_desktop.models.agenda.filter import SavedFilter
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.changes import Kept, Name, Pairs, name_of, pairs_of
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.shelf import Shelf, of_plan
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
    particulars: Mapping[Id, Particulars] = field(default_factory=dict)


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
    Particulars: "particulars",
}
"""Where each kind is kept."""
Order = Mapping[type[Kept], Sequence[Id]]
"""All members of some kinds, in the order in which they were made; of progress, all of some plans."""


def held(holdings: Holdings, name: Name) -> Kept | None:
    """Return what is kept under this name; progress only where that of its plan was read before."""
    members = _of(holdings, name.kind)
    return members.known(name.id) if isinstance(members, Shelf) else members.get(name.id)


def progress_of(holdings: Holdings, plan_id: Id) -> Mapping[Id, Progress]:
    """Return what units have said of one plan, without reading what was said of others."""
    return of_plan(holdings.progress, plan_id)


def with_progress_of(holdings: Holdings, plan_id: Id) -> Holdings:
    """Return the holdings with the progress of one plan alone, which memory gives up with them."""
    shelf = holdings.progress
    said = shelf.passing(plan_id) if isinstance(shelf, Shelf) else progress_of(holdings, plan_id)
    return replace(holdings, progress=said)


def changed(holdings: Holdings, pairs: Pairs) -> Holdings:
    """Return the holdings with the second value of each pair in place of the first."""
    touched: dict[str, dict[Id, Kept]] = {}
    shelf = holdings.progress if isinstance(holdings.progress, Shelf) else None
    said = pairs_of(Progress, pairs) if shelf is not None else ()
    for pair in pairs:
        name, after = name_of(pair), pair[1]
        if said and name.kind is Progress:
            continue
        place = FIELDS[name.kind]
        if place not in touched:
            touched[place] = dict(_of(holdings, name.kind))
        members = touched[place]
        if after is None:
            members.pop(name.id, None)
        else:
            members[name.id] = after
    made: Holdings = replace(holdings, **touched)  # type: ignore[arg-type]
    return replace(made, progress=shelf.changed(said)) if shelf is not None and said else made


def arranged(holdings: Holdings, order: Order) -> Holdings:
    """Return the holdings with the members of these kinds in this order."""
    members = {FIELDS[kind]: _in_order(_of(holdings, kind), ids) for kind, ids in order.items()}
    return replace(holdings, **members)  # type: ignore[arg-type]


def _in_order(members: Mapping[Id, Kept], ids: Sequence[Id]) -> Mapping[Id, Kept]:
    return members.arranged(ids) if isinstance(members, Shelf) else {id_: members[id_] for id_ in ids}


def _of(holdings: Holdings, kind: type[Kept]) -> Mapping[Id, Kept]:
    members: Mapping[Id, Kept] = getattr(holdings, FIELDS[kind])
    return members
