"""What a corrected paper changes in a plan, as proposals in the order in which the corrected paper is read."""

from collections.abc import Mapping

from tthc_desktop.models.comparison.units import Name
from tthc_desktop.models.correcting.misreading import undo_misreadings
from tthc_desktop.models.correcting.parts import Parts, parts_of, plan_of
from tthc_desktop.models.correcting.recognising import recognised
from tthc_desktop.models.correcting.rewording import Rewording
from tthc_desktop.models.correcting.standing import Standing
from tthc_desktop.models.correcting.values import AsRead, Correction, Proposal
from tthc_desktop.models.plan import Plan

Placed = tuple[float, Proposal]


def correction(
    current: Plan, corrected: AsRead, base: Plan | None = None, unchanged: AsRead | None = None
) -> Correction:
    """Hold a corrected paper against the plan as it is.

    `base` is the plan as it was when the paper was written: only what differs from it is proposed, and what the
    office has changed at the same spot since is a conflict; without it the paper is held against the plan as it is.
    `unchanged` is the paper of that plan as it was written, read in the same way: what is misread there too is no
    change.
    """
    now = parts_of(current)
    plan = now if base is None else parts_of(base)
    before = recognised(plan, unchanged, now).parts if unchanged else plan
    found = recognised(before, corrected, now)
    after = found.parts
    if unchanged:
        undo_misreadings(before, after, plan)
    after.paper = plan_of(after)
    standing = Standing(before, after, now, plan)
    rewording = Rewording(before, after, now, standing, found.doubts)
    order = _order(before, after)
    placed: list[Placed] = [(order.get(one.names[0], 0.0), one) for one in standing.proposals()]
    placed += [(order.get(name, 0.0) if name else -1.0, one) for name, one in rewording.proposals()]
    placed.sort(key=lambda pair: pair[0])
    return Correction(current, after.paper, tuple(one for _, one in placed), now, after)


def _order(before: Parts, after: Parts) -> Mapping[Name, float]:
    """Return where each part is told: those that are gone behind what they followed."""
    order = {name: float(at) for at, name in enumerate(after.values)}
    behind = -0.5
    for name in before.values:
        if name in order:
            behind = order[name] + 0.5
        else:
            order[name] = behind
    return order
