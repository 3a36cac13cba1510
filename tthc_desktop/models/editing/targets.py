"""Edits of targets in the running text: marked, unmarked, following their paragraphs, whose words never change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.members import unknown
from tthc_desktop.models.editing.progress import Place, said_here
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Progress
from tthc_desktop.models.targets.in_text import Proposed, proposed_in
from tthc_desktop.models.targets.marks import marked, marked_at, says
from tthc_desktop.models.targets.passages import passages_of
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain


def mark_targets(plan: Plan, taken: Iterable[Proposed], ids: Iterable[Id]) -> Plan:
    """Mark proposed targets under new identities; each is then assigned, sent and measured like those of tables."""
    made = {
        id_: Target(
            id_,
            name=plain(one.name),
            unit=plain(one.unit),
            value=plain(one.value),
            lead=one.lead,
            coordinate=one.coordinate,
            item_id=one.item_id,
        )
        for one, id_ in zip(taken, ids, strict=False)
    }
    return replace(plan, targets={**plan.targets, **made}) if made else plan


def unmark_targets(plan: Plan, target_ids: Collection[Id]) -> Plan:
    """Take marks away; a target that a table prints is taken out with its row instead."""
    for target_id in target_ids:
        target = plan.targets.get(target_id)
        if target is None:
            raise unknown("chỉ tiêu này")
        if not target.item_id:
            raise UserError(
                "Chỉ tiêu này là một hàng của bảng nên không bỏ đánh dấu được.", "Hãy xóa hàng đó trong bảng."
            )
    left = {id_: target for id_, target in plan.targets.items() if id_ not in target_ids}
    return replace(plan, targets=left) if target_ids else plan


def remark_target(plan: Plan, target_id: Id, as_proposed: Proposed) -> Plan:
    """Let a marked target say what its paragraph says now; who has it and what was measured stay."""
    target = plan.targets.get(target_id)
    if target is None:
        raise unknown("chỉ tiêu này")
    return replace(plan, targets={**plan.targets, target_id: _as_proposed(target, as_proposed)})


def _as_proposed(target: Target, one: Proposed) -> Target:
    return replace(target, name=plain(one.name), unit=plain(one.unit), value=plain(one.value), item_id=one.item_id)


def measured_here(
    before: Progress | None, place: Place, typed: Mapping[Field, str]
) -> tuple[Progress | None, Progress | None]:
    """Return the pair that typing several figures of a target makes; words that are no figure are told."""
    now = before
    for field, words in typed.items():
        now = said_here(now, place, field, words)[1] or (replace(before, said={}) if before else None)
    return before, now if now and (now.said or now.files) else None


def following(before: Plan, after: Plan) -> Plan:
    """Return `after` with marked targets that say what their paragraphs say now, where they said so in `before`.

    For words that are changed on purpose throughout a plan, such as its years. A target that the clerk has worded
    otherwise stays as it is.
    """
    made: dict[Id, Target] = {}
    for item_id, targets in marked_at(after).items():
        was, now = _proposed_at(before, item_id), _proposed_at(after, item_id)
        if len(was) == len(now) and was != now:
            for target in targets:
                for old, new in zip(was, now, strict=True):
                    if _same(target, old):
                        made[target.id] = _as_proposed(target, new)
                        break
    return replace(after, targets={**after.targets, **made}) if made else after


def _proposed_at(plan: Plan, item_id: Id) -> tuple[Proposed, ...]:
    return tuple(one for passage in passages_of(plan, item_id) for one in proposed_in(passage))


def with_marks_settled(plan: Plan, item_ids: Sequence[Id], gone: Collection[Id] = ()) -> Plan:
    """Return the plan in which the marks of some paragraphs stand where their words are now, none in those that go."""
    marks = [target for target in marked(plan) if target.item_id in item_ids]
    if not marks:
        return plan
    said = {item_id: _said_at(plan, item_id) for item_id in item_ids if item_id not in gone}
    waiting = [one for item_id in said for one in _proposed_at(plan, item_id)]
    places: dict[Id, Id] = {}
    for alike in (_same, _same_value, _same_name):
        for target in marks:
            fit = [one for one in waiting if target.id not in places and alike(target, one)]
            if fit:
                one = next((one for one in fit if one.item_id == target.item_id), fit[0])
                waiting.remove(one)
                places[target.id] = one.item_id
    for target in marks:
        value = str(target.value)
        there = [item_id for item_id, words in said.items() if value and any(says(each, value) for each in words)]
        if target.id not in places and there:
            places[target.id] = target.item_id if target.item_id in there else there[0]
    made = {id_: replace(plan.targets[id_], item_id=item_id) for id_, item_id in places.items()}
    return replace(plan, targets={**plan.targets, **made})


def _same(target: Target, one: Proposed) -> bool:
    return (target.name, target.value) == (plain(one.name), plain(one.value))


def _same_value(target: Target, one: Proposed) -> bool:
    return target.value == plain(one.value)


def _same_name(target: Target, one: Proposed) -> bool:
    return target.name == plain(one.name)


def _said_at(plan: Plan, item_id: Id) -> tuple[str, ...]:
    return tuple(passage.words for passage in passages_of(plan, item_id))
