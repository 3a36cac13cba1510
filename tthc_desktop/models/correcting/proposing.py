"""What a corrected paper changes in a plan, as proposals in the order in which the corrected paper is read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tthc_desktop.models.comparison.units import Name
from tthc_desktop.models.correcting.parts import Parts, parts_of
from tthc_desktop.models.correcting.recognising import recognised
from tthc_desktop.models.correcting.rewording import Rewording
from tthc_desktop.models.correcting.standing import Standing
from tthc_desktop.models.correcting.values import Correction, Proposal
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan

Placed = tuple[float, Proposal]


def correction(
    current: Plan, corrected: Plan, base: Plan | None = None, known: Mapping[Id, Id] | None = None
) -> Correction:
    """Hold a corrected paper against the plan as it is.

    `base` is the plan as it was when the paper was written: only what differs from it is proposed, and what the
    office has changed at the same spot since is a conflict. `known` says of parts of the corrected plan which of ours
    they are; the others are known by their words and by what stands in them.
    """
    now = parts_of(current)
    before = now if base is None else parts_of(base)
    found = recognised(before, corrected, known or {}, now)
    after = found.parts
    standing = Standing(before, after, now)
    rewording = Rewording(before, after, now, standing, found.doubts)
    order = _order(before, after)
    placed: list[Placed] = [(order.get(one.names[0], 0.0), one) for one in standing.proposals()]
    placed += [(order.get(name, 0.0) if name else -1.0, one) for name, one in rewording.proposals()]
    placed.sort(key=lambda pair: pair[0])
    return Correction(current, after.paper, tuple(one for _, one in placed), before, after)


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


def without(found: Correction, noise: Correction) -> Correction:
    """Return a correction without what the unchanged paper, read in the same way, would propose as well.

    A reader cannot tell everything that a writer wrote; what it misreads is no change of anybody's.
    """
    known = frozenset(map(_signature, noise.proposals))
    kept = tuple(one for one in found.proposals if _signature(one) not in known)
    gone = {one.key for one in found.proposals} - {one.key for one in kept}
    return replace(found, proposals=tuple(_independent(kept, gone)))


def _signature(one: Proposal) -> tuple[object, ...]:
    owner = "" if one.what == "added" else one.place.owner
    return one.what, owner, one.place.part, str(one.before), str(one.corrected)


def _independent(kept: tuple[Proposal, ...], gone: set[str]) -> Iterator[Proposal]:
    for one in kept:
        yield replace(one, needs=tuple(key for key in one.needs if key not in gone)) if one.needs else one
