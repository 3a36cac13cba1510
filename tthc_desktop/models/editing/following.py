"""Edits of how the office follows work: what happened for it, and the office's own note."""

from collections.abc import Iterable
from dataclasses import replace

from tthc_desktop.models.agenda.values import Event, FollowUp
from tthc_desktop.models.identity import Id, new_id

Pair = tuple[FollowUp | None, FollowUp | None]


def follow_up_of(follow_ups: Iterable[FollowUp], plan_id: Id, work_id: Id) -> FollowUp | None:
    """Return how some work is followed, None when nothing was noted of it."""
    return next((one for one in follow_ups if (one.plan_id, one.work_id) == (plan_id, work_id)), None)


def with_event(before: FollowUp | None, plan_id: Id, work_id: Id, event: Event) -> Pair:
    """Return the pair that notes something that happened; events stand by their days."""
    bare = before or FollowUp(new_id(), plan_id, work_id)
    return before, replace(bare, events=tuple(sorted((*bare.events, event), key=lambda one: one.day)))


def with_note(before: FollowUp | None, plan_id: Id, work_id: Id, note: str) -> Pair:
    """Return the pair that writes the office's note; where nothing is left to know, the value goes."""
    made = replace(before or FollowUp(new_id(), plan_id, work_id), note=note)
    is_bare = made == FollowUp(made.id, plan_id, work_id)
    return before, None if is_bare else made
