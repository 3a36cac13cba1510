"""How the office follows its work, read from the file: follow-ups, exchanged days, rules, regimes, kept filters."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Table, select

from tthc_desktop.models.agenda.filter import Filter, SavedFilter
from tthc_desktop.models.agenda.values import Event, FollowUp
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.identity import Id
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import Signatory
from tthc_desktop.models.reporting.regimes import Cutoff, Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.storage import following_tables as kept
from tthc_desktop.storage.following_records import LISTS
from tthc_desktop.storage.keys import Key
from tthc_desktop.storage.reader import Reader, grouped

Revisions = dict[Key, int]


def follow_ups(reader: Reader, revisions: Revisions) -> Iterator[FollowUp]:
    due, review, events = _days(reader, kept.due_days), _days(reader, kept.review_days), _events(reader)
    for row in reader.rows(kept.follow_ups, select(kept.follow_ups)):
        revisions[Key("follow_ups", row.id)] = row.revision
        yield FollowUp(
            *(row.id, row.plan_id, row.work_id, row.review),
            due_days=tuple(due.get(row.id, ())),
            review_days=tuple(review.get(row.id, ())),
            events=tuple(events.get(row.id, ())),
            note=row.note,
        )


def _days(reader: Reader, table: Table) -> Mapping[Id, list[date]]:
    found = reader.rows(table, select(table.c.follow_up_id, table.c.day))
    return grouped((owner, date.fromisoformat(day)) for owner, day in found)


def _events(reader: Reader) -> Mapping[Id, list[Event]]:
    c = kept.events.c
    found = reader.rows(kept.events, select(c.follow_up_id, c.event_id, c.day, c.words, c.clause))
    return grouped(
        (owner, Event(id_, date.fromisoformat(day), words, clause)) for owner, id_, day, words, clause in found
    )


def exchanged_days(reader: Reader, revisions: Revisions) -> Iterator[ExchangedDay]:
    for row in reader.rows(kept.exchanged_days, select(kept.exchanged_days)):
        revisions[Key("exchanged_days", row.id)] = row.revision
        yield ExchangedDay(row.id, date.fromisoformat(row.day), row.off, row.note)


def rules(reader: Reader, revisions: Revisions) -> Iterator[Rules]:
    for row in reader.rows(kept.rules, select(kept.rules)):
        revisions[Key("rules", row.id)] = row.revision
        yield Rules(row.id, row.strict, row.review)


def regimes(reader: Reader, revisions: Revisions) -> Iterator[Regime]:
    bases, addressees = _words(reader, kept.regime_bases), _words(reader, kept.regime_addressees)
    recipients, forms = _words(reader, kept.regime_recipients), _words(reader, kept.regime_forms)
    cutoffs = _cutoffs(reader)
    for row in reader.rows(kept.regimes, select(kept.regimes)):
        revisions[Key("regimes", row.id)] = row.revision
        yield Regime(
            *(row.id, row.name, date.fromisoformat(row.first_day), day_of(row.last_day)),
            bases=tuple(bases.get(row.id, ())),
            addressees=tuple(addressees.get(row.id, ())),
            recipients=tuple(recipients.get(row.id, ())),
            forms=tuple(forms.get(row.id, ())),
            cutoffs=tuple(cutoffs.get(row.id, ())),
        )


def _words(reader: Reader, table: Table) -> Mapping[Id, list[str]]:
    found = reader.rows(table, select(table.c.regime_id, table.c.words))
    return grouped((owner, words) for owner, words in found)


def _cutoffs(reader: Reader) -> Mapping[Id, list[Cutoff]]:
    c = kept.cutoffs.c
    question = select(c.regime_id, c.kind, c.months_before, c.from_day, c.to_day, c.due_day, c.due_after)
    return grouped(
        (owner, Cutoff(SpanKind(kind), before, first, last, due, after))
        for owner, kind, before, first, last, due, after in reader.rows(kept.cutoffs, question)
    )


def saved_filters(reader: Reader, revisions: Revisions) -> Iterator[SavedFilter]:
    c = kept.filter_choices.c
    found = reader.rows(kept.filter_choices, select(c.saved_filter_id, c.field, c.choice))
    choices = grouped(((owner, field), choice) for owner, field, choice in found)
    for row in reader.rows(kept.saved_filters, select(kept.saved_filters)):
        revisions[Key("saved_filters", row.id)] = row.revision
        plan_ids, unit_ids, statuses, kinds = (tuple(choices.get((row.id, field), ())) for field in LISTS)
        asked = Filter(
            *(row.words, plan_ids, unit_ids, statuses, kinds),
            due_from=day_of(row.due_from),
            due_to=day_of(row.due_to),
            within=row.within,
            overdue=row.overdue,
            year=row.year,
            unreviewed=row.unreviewed,
            helping=row.helping,
            open=row.open,
        )
        yield SavedFilter(row.id, row.name, asked)


def particulars(reader: Reader, revisions: Revisions) -> Iterator[Particulars]:
    c = kept.particular_capacities.c
    found = reader.rows(kept.particular_capacities, select(c.particulars_id, c.words))
    capacities = grouped((owner, words) for owner, words in found)
    for row in reader.rows(kept.particulars, select(kept.particulars)):
        revisions[Key("particulars", row.id)] = row.revision
        signatory = Signatory(tuple(capacities.get(row.id, ())), row.signatory_name)
        yield Particulars(row.id, row.parent_agency, row.agency, row.named, row.symbol, row.location, signatory)


def day_of(written: str | None) -> date | None:
    """Return the day that is kept, None when it is not known."""
    return date.fromisoformat(written) if written else None
