"""Which work is reported on span by span, and which once for its whole plan."""

from collections.abc import Iterable

from tthc_desktop.models.agenda.occurrences import occurrences
from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rules import Rules

_RULES, _NO_DAYS_OFF = Rules(), DaysOff()


def periodic(plan: Plan, follow_ups: Iterable[FollowUp] = ()) -> frozenset[Id]:
    """Return the work of a plan that is reported on for each span: targets, and tasks that are not just due once."""
    followed = {one.work_id: one for one in follow_ups if one.plan_id == plan.id}
    period = plan_period(plan)
    if period is None:
        return frozenset(plan.targets)
    once = {
        task.id
        for task in plan.tasks.values()
        # The keys of occurrences never come from the rules and the days off.
        if any(not one.period for one in occurrences(task, period, followed.get(task.id), _RULES, _NO_DAYS_OFF))
    }
    return frozenset((*plan.targets, *(plan.tasks.keys() - once)))
