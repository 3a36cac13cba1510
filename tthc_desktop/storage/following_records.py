"""The records of follow-ups, exchanged days, rules, regimes of reporting, kept filters and the particulars."""

from collections.abc import Iterator
from datetime import date

from tthc_desktop.models.agenda.filter import SavedFilter
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.storage.keys import Key, Record

Following = FollowUp | ExchangedDay | Rules | Regime | SavedFilter | Particulars
LISTS = ("plan_ids", "unit_ids", "statuses", "kinds")
"""The fields of a filter that list something."""
REGIME_LISTS = ("bases", "addressees", "recipients", "forms")
"""The fields of a regime that list words."""


def following_records(kept: Following) -> Iterator[tuple[Key, Record]]:
    """Yield the records of a value."""
    match kept:
        case FollowUp():
            yield from _follow_up(kept)
        case ExchangedDay():
            yield Key("exchanged_days", kept.id), {"day": kept.day.isoformat(), "off": kept.off, "note": kept.note}
        case Rules():
            yield Key("rules", kept.id), {"strict": kept.strict, "review": str(kept.review)}
        case Regime():
            yield from _regime(kept)
        case SavedFilter():
            yield from _saved_filter(kept)
        case Particulars():
            yield from _particulars(kept)


def _follow_up(kept: FollowUp) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("follow_ups", kept.id),
        {"plan_id": kept.plan_id, "work_id": kept.work_id, "review": str(kept.review), "note": kept.note},
    )
    for table, days in (("due_days", kept.due_days), ("review_days", kept.review_days)):
        for at, day in enumerate(days):
            yield Key(table, kept.id, at), {"day": day.isoformat()}
    for at, event in enumerate(kept.events):
        record: Record = {
            "event_id": event.id,
            "day": event.day.isoformat(),
            "words": event.words,
            "clause": event.clause,
        }
        yield Key("events", kept.id, at), record


def _regime(kept: Regime) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("regimes", kept.id),
        {"name": kept.name, "first_day": kept.start.isoformat(), "last_day": written(kept.end)},
    )
    for name in REGIME_LISTS:
        for at, words in enumerate(getattr(kept, name)):
            yield Key(f"regime_{name}", kept.id, at), {"words": words}
    for at, cutoff in enumerate(kept.cutoffs):
        yield (
            Key("cutoffs", kept.id, at),
            {
                "kind": cutoff.kind.value,
                "months_before": cutoff.months_before,
                "from_day": cutoff.from_day,
                "to_day": cutoff.to_day,
                "due_day": cutoff.due_day,
                "due_after": cutoff.due_after,
            },
        )


def _saved_filter(kept: SavedFilter) -> Iterator[tuple[Key, Record]]:
    asked = kept.filter
    yield (
        Key("saved_filters", kept.id),
        {
            "name": kept.name,
            "words": asked.words,
            "due_from": written(asked.due_from),
            "due_to": written(asked.due_to),
            "within": asked.within,
            "year": asked.year,
            "overdue": asked.overdue,
            "unreviewed": asked.unreviewed,
            "helping": asked.helping,
            "open": asked.open,
        },
    )
    choices = [(field, str(choice)) for field in LISTS for choice in getattr(asked, field)]
    for at, (field, choice) in enumerate(choices):
        yield Key("filter_choices", kept.id, at), {"field": field, "choice": choice}


def _particulars(kept: Particulars) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("particulars", kept.id),
        {
            "parent_agency": kept.parent_agency,
            "agency": kept.agency,
            "named": kept.named,
            "symbol": kept.symbol,
            "location": kept.place,
            "signatory_name": kept.signatory.name,
        },
    )
    for at, words in enumerate(kept.signatory.capacity):
        yield Key("particular_capacities", kept.id, at), {"words": words}


def written(day: date | None) -> str | None:
    """Return a day as it is kept."""
    return day.isoformat() if day else None
