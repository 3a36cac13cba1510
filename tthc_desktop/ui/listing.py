"""The plans of an office in one line each for the start page, without Qt."""

from collections.abc import Iterator, Mapping

from tthc_desktop.models.drawn import FORM_NAMES
from tthc_desktop.models.editing.life import is_version, versions
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan, is_plan
from tthc_desktop.models.reporting.letters import LETTER
from tthc_desktop.models.reporting.words import upper_first
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.life.stages import stage_words
from tthc_desktop.ui.plan.names import title

Line = tuple[Id, str, str, int]
"""Who the plan is, its title, how much it holds, and 1 when it is a version of the plan above."""


def listing(plans: Mapping[Id, Plan]) -> Iterator[Line]:
    """Yield the plans, the newest first, each with the versions that were kept of it."""
    for plan in reversed(tuple(plans.values())):
        if not is_version(plan, plans):
            yield plan.id, _named(plan), _about(plan), 0
            for kept in reversed(versions(plans.values(), plan.id)):
                yield kept.id, stage_words(kept), _holds(kept), 1


def _named(plan: Plan) -> str:
    words = title(plan)
    return f"V/v {words}" if plan.kind == LETTER else words


def _about(plan: Plan) -> str:
    stage = stage_words(plan) if plan.stage is not Stage.DRAFT else "Dự thảo"
    form = upper_first(FORM_NAMES[plan.drawn.form]) if plan.drawn else ""
    whom = f"gửi {'; '.join(plan.addressees)}" if plan.drawn and plan.addressees else ""
    parts = (form, stage, whom, plan.header.agency, _holds(plan), f"từ tệp {plan.source}" if plan.source else "")
    return " · ".join(part for part in parts if part)


def _holds(plan: Plan) -> str:
    count = sum(1 for _ in tables(plan))
    parts = (
        f"{len(plan.tasks)} nhiệm vụ" if is_plan(plan) else "",
        f"{len(plan.targets)} chỉ tiêu" if plan.targets else "",
        f"{count} bảng" if count else "",
    )
    return " · ".join(part for part in parts if part)
