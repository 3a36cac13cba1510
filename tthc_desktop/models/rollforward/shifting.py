"""The plan of a later year, made of an earlier one: with the accepted words, without what is dropped."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from tthc_desktop.models.copying import new_paper
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import Place, rewritten
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.rollforward.carrying import without
from tthc_desktop.models.rollforward.proposals import PERIOD, Proposal, later
from tthc_desktop.models.text import Run, Text, text


def roll_forward(plan: Plan, years: int, taken: Iterable[Proposal], dropped: Collection[Id] = ()) -> Plan:
    """Return a new plan: only the taken proposals are other words, and number, date and what was signed are blank."""
    return new_paper(without(with_words(plan, years, taken), dropped))


def with_words(plan: Plan, years: int, taken: Iterable[Proposal]) -> Plan:
    """Return the plan with the words of the taken proposals."""
    by_place: dict[Place, list[Proposal]] = {}
    for proposal in taken:
        by_place.setdefault(proposal.place, []).append(proposal)
    if by_place.pop(PERIOD, None) and plan.period is not None:
        plan = replace(plan, period=later(plan.period, years))
    return rewritten(plan, lambda place, words: spliced(words, by_place.get(place, ())))


def spliced(words: Text, proposals: Iterable[Proposal]) -> Text:
    """Return the words with other ones in some stretches; each letter keeps the emphasis of its place."""
    old = str(words)
    looks = [(run.bold, run.italic) for run in words.runs for _ in run.text]
    runs: list[Run] = []
    place = 0
    for one in sorted(proposals, key=lambda proposal: proposal.start):
        runs += [Run(old[at], *looks[at]) for at in range(place, one.start)]
        end = one.end - 1
        runs += [Run(letter, *looks[min(one.start + at, end)]) for at, letter in enumerate(one.new)]
        place = one.end
    return text([*runs, *(Run(old[at], *looks[at]) for at in range(place, len(old)))]) if runs else words
