"""Edits of how the office follows work: what happened for it, when it is due and looked at, the office's own note."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.values import Event, FollowUp
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.progress.forms import FIRST_DAY, LAST_DAY

Pair = tuple[FollowUp | None, FollowUp | None]


def follow_up_of(follow_ups: Iterable[FollowUp], plan_id: Id, work_id: Id) -> FollowUp | None:
    """Return how some work is followed, None when nothing was noted of it."""
    return next((one for one in follow_ups if (one.plan_id, one.work_id) == (plan_id, work_id)), None)


def with_event(before: FollowUp | None, plan_id: Id, work_id: Id, event: Event) -> Pair:
    """Return the pair that notes something that happened; events stand by their days."""
    _check("Ngày xảy ra", event.day)
    bare = _of(before, plan_id, work_id)
    return before, replace(bare, events=tuple(sorted((*bare.events, event), key=lambda one: one.day)))


def without_event(before: FollowUp, event_id: Id) -> Pair:
    """Return the pair that takes an event back; what was said of it stays, told as of work that is gone."""
    return before, _kept(replace(before, events=tuple(one for one in before.events if one.id != event_id)))


def with_note(before: FollowUp | None, plan_id: Id, work_id: Id, note: str) -> Pair:
    """Return the pair that writes the office's note; where nothing is left to know, the value goes."""
    return before, _kept(replace(_of(before, plan_id, work_id), note=note))


def with_review(before: FollowUp | None, plan_id: Id, work_id: Id, rhythm: str) -> Pair:
    """Return the pair that sets how often work is looked at: a value of `SpanKind`, `none`, or empty for the rules."""
    return before, _kept(replace(_of(before, plan_id, work_id), review=rhythm))


def with_due_days(before: FollowUp | None, plan_id: Id, work_id: Id, days: Collection[date]) -> Pair:
    """Return the pair that sets the days on which the clerk says that work is due."""
    for day in set(days).difference(before.due_days if before else ()):
        _check("Hạn", day)
    return before, _kept(replace(_of(before, plan_id, work_id), due_days=tuple(sorted(set(days)))))


def _check(name: str, day: date) -> None:
    """Refuse a day that no plan can mean: days that are counted from it may lie in no calendar."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UserError(
            f"{name} {day:%d/%m}/{day.year:04} khó có thể đúng.",
            f"Hãy ghi một ngày từ năm {FIRST_DAY.year} đến năm {LAST_DAY.year}.",
        )


def _of(before: FollowUp | None, plan_id: Id, work_id: Id) -> FollowUp:
    return before or FollowUp(new_id(), plan_id, work_id)


def _kept(made: FollowUp) -> FollowUp | None:
    """Return the value, None where it says nothing."""
    return None if made == FollowUp(made.id, made.plan_id, made.work_id) else made
