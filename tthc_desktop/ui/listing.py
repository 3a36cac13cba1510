"""A plan in one line for the start page, without Qt."""

from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.plan.names import title


def listed(plan: Plan) -> tuple[str, str, str]:
    """Return who the plan is, its title and how much it holds."""
    count = sum(1 for _ in tables(plan))
    parts = (
        plan.header.agency,
        f"{len(plan.tasks)} nhiệm vụ",
        f"{len(plan.targets)} chỉ tiêu" if plan.targets else "",
        f"{count} bảng" if count else "",
        f"từ tệp {plan.source}" if plan.source else "",
    )
    return plan.id, title(plan), " · ".join(part for part in parts if part)
