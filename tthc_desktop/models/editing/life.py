"""Steps of a plan's life: a version is kept, the plan is issued and replaced, a new draft is begun, all is deleted."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Kept, Pairs, pairs_of
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.attached import with_own_number
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, is_plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.task import Target
from tthc_desktop.models.version import Issue, Stage

_LOCKED = {
    Stage.KEPT: "Đây là một bản đã lưu nên không sửa được.",
    Stage.ISSUED: "Kế hoạch đã ban hành nên không sửa được.",
    Stage.REPLACED: "Kế hoạch đã được thay thế nên không sửa được.",
}
_NOT_ISSUED = {
    Stage.KEPT: "Không ban hành được một bản đã lưu.",
    Stage.ISSUED: "Kế hoạch này đã ban hành rồi.",
    Stage.REPLACED: "Kế hoạch này đã được thay thế.",
}
_NEW_DRAFT = "Hãy lập một bản dự thảo mới từ bản này rồi sửa ở đó."


def is_locked(plan: Plan) -> bool:
    """Tell whether the words of the plan must stay as they are."""
    return plan.stage is not Stage.DRAFT


def check_unlocked(before: Plan, after: Plan) -> None:
    """Refuse an edit of a locked plan that goes beyond the steps of its life and the marks of an issued one."""
    if is_locked(before):
        same = replace(before, stage=after.stage, issue=after.issue, replaced_by=after.replaced_by)
        if before.stage is Stage.ISSUED:
            same = replace(same, targets=_with_marks_of(after, before))
        if same != after:
            raise UserError(_LOCKED[before.stage], _NEW_DRAFT)


def _with_marks_of(after: Plan, before: Plan) -> Mapping[Id, Target]:
    """Return the targets of `before` with the marks of `after`: marking a target changes no word of the plan."""
    kept = {target.id: target for target in before.targets.values() if not target.item_id}
    return kept | {target.id: target for target in after.targets.values() if target.item_id and target.id not in kept}


def keep_version(plan: Plan, name: str, at: datetime) -> Plan:
    """Return a copy of the plan that stays as the plan is now."""
    if is_locked(plan):
        raise UserError(_LOCKED[plan.stage], "Không cần lưu bản nữa, vì nội dung của nó vẫn nguyên như vậy.")
    return replace(copy_plan(plan), stage=Stage.KEPT, version_of=plan.id, version_name=name, kept_at=at)


def new_draft(plan: Plan) -> Plan:
    """Return a copy to be edited; the number and day of a plan that was issued are left for its own issuing."""
    made = copy_plan(plan)
    if plan.issue is None:
        return made
    return replace(made, header=replace(made.header, number="", day=None, month=None))


def issue_plan(plan: Plan, issue: Issue) -> Plan:
    """Return the plan as issued: head and appendices bear number and day, and its words stay from now on."""
    check_issuable(plan)
    if not issue.number.strip():
        raise UserError("Chưa có số của kế hoạch.", "Hãy ghi số mà văn thư đã cấp rồi ban hành.")
    return replace(numbered(plan, issue), stage=Stage.ISSUED, issue=issue)


def check_issuable(plan: Plan) -> None:
    """Refuse a plan that cannot be issued any more."""
    if is_locked(plan):
        raise UserError(_NOT_ISSUED[plan.stage], "Hãy lập một bản dự thảo mới từ bản này rồi ban hành bản đó.")


def numbered(plan: Plan, issue: Issue) -> Plan:
    """Return the plan with number and day in its head and its appendices, as it will be printed when it is issued."""
    day = issue.date
    header = replace(plan.header, number=issue.number, symbol=issue.symbol, day=day.day, month=day.month, year=day.year)
    return replace(with_own_number(plan, issue), header=header)


def replace_plan(plan: Plan, by: Plan) -> Plan:
    """Return an issued plan as replaced by another one."""
    if plan.stage not in {Stage.ISSUED, Stage.REPLACED}:
        raise UserError("Chỉ kế hoạch đã ban hành mới thay thế được.", "Hãy ban hành kế hoạch này trước.")
    if by.id == plan.id or by.stage is Stage.KEPT:
        raise UserError("Không thay thế kế hoạch bằng bản này được.", "Hãy chọn kế hoạch mới thay cho nó.")
    return replace(plan, stage=Stage.REPLACED, replaced_by=by.id)


def versions(plans: Iterable[Plan], plan_id: Id) -> tuple[Plan, ...]:
    """Return the versions that were kept of a plan, the oldest first."""
    kept = (plan for plan in plans if plan.stage is Stage.KEPT and plan.version_of == plan_id and plan.id != plan_id)
    return tuple(sorted(kept, key=_kept_at))


def _kept_at(plan: Plan) -> datetime:
    at = plan.kept_at or datetime(1, 1, 1, tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def is_version(plan: Plan, plans: Mapping[Id, Plan]) -> bool:
    """Tell whether a plan is listed under another one; a version whose plan is not here stands by itself."""
    original = plans.get(plan.version_of)
    return plan.stage is Stage.KEPT and original is not None and original.stage is not Stage.KEPT


def living(plans: Mapping[Id, Plan]) -> tuple[Plan, ...]:
    """Return the plans themselves, the oldest first, without versions kept of them and papers drawn up from them."""
    return tuple(plan for plan in plans.values() if is_plan(plan) and not is_version(plan, plans))


def papers(plans: Mapping[Id, Plan]) -> tuple[Plan, ...]:
    """Return the plans and what was drawn up from them, the oldest first, without kept versions."""
    return tuple(plan for plan in plans.values() if not is_version(plan, plans))


def deletion(holdings: Holdings, plan_id: Id) -> Pairs:
    """Return the pairs that take a plan away with its versions and what was sent out, reported and noted of these."""
    plans = (holdings.plans[plan_id], *versions(holdings.plans.values(), plan_id))
    ids = {plan.id for plan in plans}
    reported = (each for plan in plans for each in progress_of(holdings, plan.id).values())
    sent = (each for each in holdings.sendings.values() if each.plan_id in ids)
    followed = (each for each in holdings.follow_ups.values() if each.plan_id in ids)
    gone: tuple[Kept, ...] = (*plans, *reported, *sent, *followed)
    return tuple((each, None) for each in gone)


def gone_along(gone: Pairs) -> str:
    """Return what a deletion takes away besides the plan, as the end of a sentence's part; empty when it is nothing."""
    kept = len(pairs_of(Plan, gone)) - 1
    parts = (f"{kept} bản đã lưu" if kept else "", "tiến độ các đơn vị đã báo" if pairs_of(Progress, gone) else "")
    said = " và ".join(part for part in parts if part)
    return f" cùng {said}" if said else ""
