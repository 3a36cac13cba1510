"""The plan of a later year, made of an earlier one: with the accepted words, without what is dropped."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from tthc_desktop.models.copying import new_paper
from tthc_desktop.models.editing.targets import following
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import Place, rewritten
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rollforward.carrying import without
from tthc_desktop.models.rollforward.proposals import PERIOD, Proposal, later
from tthc_desktop.models.text import Splice, spliced


def roll_forward(plan: Plan, years: int, taken: Iterable[Proposal], dropped: Collection[Id] = ()) -> Plan:
    """Return a new plan: only the taken proposals are other words, and number, date and what was signed are blank."""
    return new_paper(without(with_words(plan, years, taken), dropped))


def with_words(plan: Plan, years: int, taken: Iterable[Proposal]) -> Plan:
    """Return the plan with the words of the taken proposals."""
    by_place: dict[Place, list[Splice]] = {}
    for proposal in taken:
        by_place.setdefault(proposal.place, []).append((proposal.start, proposal.end, proposal.new))
    if by_place.pop(PERIOD, None) and plan.period is not None:
        plan = replace(plan, period=later(plan.period, years))
    return following(plan, rewritten(plan, lambda place, words: spliced(words, by_place.get(place, ()))))
