"""`send`: each unit's work of a plan as a workbook that it fills in and sends back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.finding import find_unit
from tthc_desktop.cli.plans import day_of, one_line, opened, source_plan, span_key, title_of
from tthc_desktop.documents.writing.unit_sheets import free_names, remove_sheets, write_sheets
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.periodic import periodic
from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sending.going_out import Outgoing, Round, outgoing, sending_change
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.spans import title
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import HELPS, share_of, shares, unassigned
from tthc_desktop.models.units.proposing import proposed_units

if TYPE_CHECKING:
    from tthc_desktop.office import Office

View = Mapping[str, object]


def send(wishes: Wishes) -> Answer:
    """Write the units' workbooks, then remember in one change that they went out, with units that were unknown."""
    due, period = day_of(wishes.due) if wishes.due else None, span_key(wishes.period)
    with opened(wishes.office) as office:
        plan = _living(office, source_plan(office, wishes.plan))
        new = proposed_units([plan], tuple(office.units.values()))
        units = (*office.units.values(), *new)
        round_ = Round(
            office.revision(plan.id), datetime.now(UTC), due, period, periodic(plan, office.follow_ups.values())
        )
        sheets = _outgoing(office, _shares(plan, units, wishes.unit), wishes, round_)
        written = write_sheets(wishes.out, sheets)
        try:
            office.change(sending_change(new, sheets))
        except UserError:
            remove_sheets(written)
            raise
    left = unassigned(plan, units)
    found = {
        "plan": plan.id,
        "due": due.isoformat() if due else None,
        "period": period,
        "sheets": [_view(sheet, wishes) for sheet in sheets],
        "unassigned": [_work(plan, work_id) for work_id in left],
        "new_units": [{"id": unit.id, "name": unit.name} for unit in new],
    }
    return Answer(found, _telling(plan, sheets, new, len(left)))


def _living(office: "Office", plan: Plan) -> Plan:
    if is_version(plan, office.plans):
        raise UserError(
            f"“{title_of(plan)}” mang mã này là một bản đã lưu, không gửi đi được.", "Hãy gửi từ chính kế hoạch."
        )
    return plan


def _shares(plan: Plan, units: Collection[Unit], wanted: str) -> tuple[WorkShare, ...]:
    day = datetime.now(UTC).astimezone().date()
    everyone = shares(plan, units, day)
    if not wanted:
        if not everyone:
            raise UserError(
                f"“{title_of(plan)}” chưa giao việc cho đơn vị nào.",
                "Hãy ghi đơn vị chủ trì, phối hợp của từng nhiệm vụ rồi gửi lại.",
            )
        return everyone
    unit = find_unit(units, wanted, plan)
    share = share_of(plan, unit, units, day)
    if not any(row.work_id for row in share.rows):
        busy = "; ".join(one.name for one in everyone)
        raise UserError(
            f"“{title_of(plan)}” không giao việc nào cho “{unit.name}”.", f"Các đơn vị có việc: {busy or 'chưa có'}."
        )
    return (share,)


def _outgoing(office: "Office", found: Sequence[WorkShare], wishes: Wishes, round_: Round) -> tuple[Outgoing, ...]:
    progress = [said for plan_id in {one.plan_id for one in found} for said in office.progress_of(plan_id).values()]
    names = free_names(wishes.out, found, round_.period)
    return tuple(outgoing(share, progress, round_, name) for share, name in zip(found, names, strict=True))


def _view(sheet: Outgoing, wishes: Wishes) -> View:
    parts = [row.words.get("part", "") for row in sheet.share.rows if row.work_id]
    helps = sum(part == HELPS for part in parts)
    return {
        "unit": sheet.share.name,
        "unit_id": sheet.share.unit.id,
        "file": str(wishes.out / sheet.sending.file),
        "rows": len(parts),
        "lead": len(parts) - helps,
        "coordinate": helps,
    }


def _work(plan: Plan, work_id: str) -> View:
    task, target = plan.tasks.get(work_id), plan.targets.get(work_id)
    held = task or target
    content = task.content if task else target.name if target else ""
    return {
        "id": work_id,
        "content": one_line(content),
        "lead": one_line(held.lead) if held else "",
        "coordinate": one_line(held.coordinate) if held else "",
    }


def _telling(plan: Plan, sheets: Sequence[Outgoing], new: Sequence[Unit], left: int) -> str:
    span = title(sheets[0].sending.period)
    lines = [f"Đã ghi {len(sheets)} bảng việc của “{title_of(plan)}”{f', {span}' if span else ''}:"]
    lines += [f"  {sheet.share.name}: {len(sheet.sent.rows)} việc – {sheet.sending.file}" for sheet in sheets]
    if new:
        lines.append(f"Đã thêm {len(new)} đơn vị vào danh sách: {'; '.join(unit.name for unit in new)}.")
    if left:
        lines.append(f"Còn {left} việc chưa rõ của đơn vị nào; lệnh send … --json kể từng việc.")
    return "\n".join(lines)
