"""What the stages of a plan's life are called in the window."""

from datetime import datetime

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.plan.names import short, title

STAGES = {
    Stage.DRAFT: "Dự thảo",
    Stage.KEPT: "Bản đã lưu",
    Stage.ISSUED: "Đã ban hành",
    Stage.REPLACED: "Đã được thay thế",
}


def stage_words(plan: Plan) -> str:
    """Return how far a plan has come: Đã ban hành số 12/KH-SNV ngày 05/01/2030."""
    words = STAGES[plan.stage]
    if plan.stage is Stage.KEPT:
        return (
            f"{words} “{plan.version_name}”, {moment(plan.kept_at)}"
            if plan.version_name
            else f"{words} {moment(plan.kept_at)}"
        )
    if plan.issue is not None:
        issue = plan.issue
        return f"{words} số {issue.number}/{issue.symbol} ngày {issue.date:%d/%m/%Y}"
    return words


def moment(at: datetime | None) -> str:
    """Return a moment in the machine's own time."""
    return f"{at.astimezone():%d/%m/%Y %H:%M}" if at else ""


def full_name(plan: Plan) -> str:
    """Return a plan's title with its stage, for a list to choose from."""
    return f"{short(title(plan), 70)} · {stage_words(plan)}"
