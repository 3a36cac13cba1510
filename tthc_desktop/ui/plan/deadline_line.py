"""How the deadline is understood on whose line in the text the cursor stands."""

from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.deadlines.telling import in_brief
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.plan import Plan, line_value
from tthc_desktop.models.table import Role
from tthc_desktop.ui.plan.paragraph import Place

_LINE = "line "


def understood_at(plan: Plan, at: Place | None) -> str:
    """Return it in one line; empty where the cursor is on no deadline."""
    if at is None or not at.part.startswith(_LINE):
        return ""
    item = next((item for nodes in nodes_of(plan) for item, _ in items(nodes) if item.id == at.owner), None)
    number = int(at.part.removeprefix(_LINE))
    if item is None or number >= len(item.lines) or item.lines[number].role is not Role.DEADLINE:
        return ""
    return in_brief(str(line_value(plan, item, item.lines[number])), plan_period(plan))
