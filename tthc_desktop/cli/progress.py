"""`progress`: what units have done, written and shown without a window, and what happened for their work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli import reported
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.finding import find_unit, find_work
from tthc_desktop.cli.plans import day_of, find_plan, one_line, opened, short, title_of
from tthc_desktop.cli.tellings import history
from tthc_desktop.cli.views import entry
from tthc_desktop.documents.reading.evidence import read_evidence
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.occurrences import occurrences
from tthc_desktop.models.agenda.periodic import periodic
from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.agenda.values import Event, FollowUp
from tthc_desktop.models.changes import Change, Pair
from tthc_desktop.models.editing.following import follow_up_of, with_event, with_note
from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.editing.progress import Place, by_place, said_here, with_files
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Evidence, Field, Progress
from tthc_desktop.models.rules import rules_of
from tthc_desktop.models.spans import key_of, title
from tthc_desktop.models.text import clean
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import content_of
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.models.units.works import Work
from tthc_desktop.office_days import days_off_of

if TYPE_CHECKING:
    from tthc_desktop.office import Office

_EVENT = "event:"


def run(wishes: Wishes) -> Answer:
    """Do what is asked of progress."""
    return {"set": _set, "show": _show, "event": _event}[wishes.action](wishes)


@dataclass(frozen=True, slots=True)
class _Aim:
    """Whose progress is meant: a plan's work and a unit, which the register may still lack."""

    plan: Plan
    work: Work
    unit: Unit
    is_new: bool
    period: str

    @property
    def place(self) -> Place:
        return Place(self.plan.id, self.work.held.id, self.unit.id, self.period)

    @property
    def words(self) -> str:
        span = title(self.period) or self.period
        return f"“{short(content_of(self.work))}” – {self.unit.name}{f', {span}' if span else ''}"


def _set(wishes: Wishes) -> Answer:
    """Write the given fields, files and note in one change."""
    fields = {field: typed for field, typed in _typed(wishes).items() if typed is not None}
    if not fields and not wishes.files and wishes.note is None:
        raise UserError("Chưa có gì để ghi.", "Hãy thêm --status, --percent, --result, --number, --day, --file …")
    with opened(wishes.office) as office:
        aim = _aim(office, wishes)
        before = by_place(office.progress_of(aim.plan.id).values()).get(aim.place)
        after = _said(before, aim.place, fields)
        after = with_files(after, aim.place, _kept(office, wishes.files))
        pairs = _pairs(office, aim, before, after, wishes.note)
        if pairs:
            office.change(Change(f"Ghi tiến độ {aim.words}", pairs))
        holdings = office.holdings
    found = {
        "plan": aim.plan.id,
        "work": aim.work.held.id,
        "unit": aim.unit.id,
        "unit_name": aim.unit.name,
        "period": aim.period,
        "changed": bool(pairs),
        "progress": reported.said_of(holdings, after) if after else None,
    }
    return Answer(found, f"{'Đã ghi' if pairs else 'Không có gì mới ở'} tiến độ {aim.words}.")


def _typed(wishes: Wishes) -> Mapping[Field, str | None]:
    return {
        Field.STATUS: wishes.status,
        Field.PERCENT: wishes.percent,
        Field.RESULT: wishes.result,
        Field.NUMBER: wishes.product_number,
        Field.DAY: wishes.product_day,
        Field.TROUBLE: wishes.trouble,
        Field.PROPOSAL: wishes.proposal,
    }


def _aim(office: "Office", wishes: Wishes) -> _Aim:
    plan = _living(office, find_plan(office, wishes.plan))
    work = find_work(office, plan, wishes.work)
    new = proposed_units([plan], tuple(office.units.values()))
    unit = find_unit((*office.units.values(), *new), wishes.unit, plan)
    is_new = unit.id not in office.units
    return _Aim(plan, work, unit, is_new, _period(office, plan, work, wishes.period))


def _living(office: "Office", plan: Plan) -> Plan:
    if is_version(plan, office.plans) or plan.drawn is not None:
        raise UserError(
            f"“{title_of(plan)}” mang mã này không phải kế hoạch đang thực hiện.", "Hãy ghi cho chính kế hoạch."
        )
    return plan


def _period(office: "Office", plan: Plan, work: Work, typed: str) -> str:
    """Return the key under which progress is kept; work that is due once has no periods."""
    wanted, held = typed.strip(), work.held
    if not wanted or held.id not in periodic(plan, office.follow_ups.values()):
        if wanted and not key_of(wanted) and not wanted.startswith(_EVENT):
            raise _no_period(typed, ())
        return ""
    if key := key_of(wanted):
        return key
    follow_up = follow_up_of(office.follow_ups.values(), plan.id, held.id)
    events = tuple(f"{_EVENT}{event.id}" for event in follow_up.events) if follow_up else ()
    found = [key for key in events if key.startswith(wanted if wanted.startswith(_EVENT) else f"{_EVENT}{wanted}")]
    if len(found) != 1:
        raise _no_period(typed, events)
    return found[0]


def _no_period(typed: str, events: Sequence[str]) -> UserError:
    known = f" hoặc một sự việc đã ghi: {', '.join(events)}" if events else ""
    return UserError(f"Không hiểu kỳ “{typed}”.", f"Hãy ghi như 2025-07, 2025-Q2, 2025-H1, “Quý II/2025”{known}.")


def _said(before: Progress | None, place: Place, fields: Mapping[Field, str]) -> Progress | None:
    after = before
    for field, typed in fields.items():
        after = said_here(after, place, field, typed)[1]
    return after


def _kept(office: "Office", paths: Sequence[Path]) -> tuple[Evidence, ...]:
    """Keep files inside the office's own; all are read before any is kept."""
    data = [(clean(path.name), read_evidence(path)) for path in paths]
    return tuple(Evidence(name, office.keep_file(each)) for name, each in data)


def _pairs(
    office: "Office", aim: _Aim, before: Progress | None, after: Progress | None, note: str | None
) -> tuple[Pair, ...]:
    pairs: list[Pair] = [(before, after)] if before != after else []
    if note is not None:
        known = follow_up_of(office.follow_ups.values(), aim.plan.id, aim.work.held.id)
        noted = with_note(known, aim.plan.id, aim.work.held.id, clean(note).strip())
        pairs += [noted] if noted[0] != noted[1] else []
    return ((None, aim.unit), *pairs) if pairs and aim.is_new else tuple(pairs)


def _show(wishes: Wishes) -> Answer:
    """Show what was said of a plan, or of one of its works with its history."""
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        work = find_work(office, plan, wishes.work) if wishes.work else None
        said = [one for one in office.progress_of(plan.id).values() if _is_of(one, work)]
        followed = [one for one in office.follow_ups.values() if one.plan_id == plan.id and _is_of(one, work)]
        ids = [*(one.id for one in said), *(one.id for one in followed)]
        entries = office.history(*ids, work.held.id) if work else ()
        holdings = office.holdings
    found = {
        "plan": plan.id,
        "work": work.held.id if work else None,
        "progress": [reported.said_of(holdings, one) for one in said],
        "followed": [_followed(one) for one in followed],
        "history": [entry(one) for one in entries],
    }
    lines = [*(reported.line_of(holdings, plan, one) for one in said), *_follow_lines(followed)]
    lines = lines or ["Chưa có tiến độ nào được ghi."]
    return Answer(found, "\n".join([*lines, *([history(entries)] if entries else [])]))


def _is_of(one: Progress | FollowUp, work: Work | None) -> bool:
    return work is None or one.work_id == work.held.id


def _followed(one: FollowUp) -> dict[str, object]:
    return {
        "work": one.work_id,
        "review": one.review,
        "note": one.note,
        "due_days": [day.isoformat() for day in one.due_days],
        "review_days": [day.isoformat() for day in one.review_days],
        "events": [
            {"id": event.id, "period": f"{_EVENT}{event.id}", "day": event.day.isoformat(), "words": event.words}
            for event in one.events
        ],
    }


def _follow_lines(followed: Sequence[FollowUp]) -> Iterator[str]:
    for one in followed:
        if one.note:
            yield f"  Ghi chú: {one_line(one.note)}"
        for event in one.events:
            yield f"  Ngày {event.day:%d/%m/%Y}: {one_line(event.words) or 'có sự việc'} ({_EVENT}{event.id})"


def _event(wishes: Wishes) -> Answer:
    """Note that something has happened on which work rests; days that follow from it are worked out."""
    day, words = day_of(wishes.product_day or ""), clean(wishes.words).strip()
    with opened(wishes.office) as office:
        plan = _living(office, find_plan(office, wishes.plan))
        work = find_work(office, plan, wishes.work)
        event = Event(new_id(), day, words)
        known = follow_up_of(office.follow_ups.values(), plan.id, work.held.id)
        pair = with_event(known, plan.id, work.held.id, event)
        office.change(Change(f"Ghi sự việc của “{short(content_of(work))}”", (pair,)))
        due = _due(office, plan, work, event.id)
    key = f"{_EVENT}{event.id}"
    told = f"; hạn {due:%d/%m/%Y}" if due else "; thời hạn của việc không cho biết ngày phải xong"
    shown = f"Đã ghi sự việc ngày {day:%d/%m/%Y} của “{short(content_of(work))}”{told}."
    found = {"plan": plan.id, "work": work.held.id, "event": event.id, "period": key}
    return Answer({**found, "due": due.isoformat() if due else None}, shown)


def _due(office: "Office", plan: Plan, work: Work, event_id: Id) -> date | None:
    holdings, period = office.holdings, plan_period(plan)
    follow_up = follow_up_of(holdings.follow_ups.values(), plan.id, work.held.id)
    if period is None:
        return None
    days = days_off_of(holdings, period.end)
    found = occurrences(work.held, period, follow_up, rules_of(holdings), days)
    return next((one.due for one in found if one.period == f"{_EVENT}{event_id}"), None)
