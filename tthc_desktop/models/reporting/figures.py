"""The figures of a report by name: `figure(facts, name)` is what stands in the text as long as it is linked.

Names are those of `_OF_TALLY`, of everything or behind `plan:ID:`, `section:ID:` and `unit:ID:`; `work:ID:` and
`target:ID:` with what is told of one; and those of the whole in `_OF_ALL`.
"""

from collections.abc import Callable, Mapping

from tthc_desktop.models.agenda.standing import DONE
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.telling import STATUS_WORDS, is_late, joined, told, who_says, why_late
from tthc_desktop.models.reporting.values import Facts, Tally, TargetFact, WorkFact
from tthc_desktop.models.reporting.words import (
    count_words,
    share_words,
    short_date,
    short_words,
    span_words,
    upper_first,
)

_NOTHING = Tally()
_OF_TALLY: Mapping[str, Callable[[Tally], str]] = {
    "total": lambda tally: count_words(tally.total),
    "done": lambda tally: count_words(tally.count(*DONE)),
    "done_on_time": lambda tally: count_words(tally.count(Status.DONE_ON_TIME)),
    "done_late": lambda tally: count_words(tally.count(Status.DONE_LATE)),
    "doing": lambda tally: count_words(tally.count(Status.DOING)),
    "not_started": lambda tally: count_words(tally.count(Status.NOT_STARTED)),
    "not_due": lambda tally: count_words(tally.count(Status.NOT_DUE)),
    "overdue": lambda tally: count_words(tally.count(Status.OVERDUE)),
    "none_arose": lambda tally: count_words(tally.count(Status.NONE_AROSE)),
    "done_plain": lambda tally: count_words(tally.count(Status.DONE)),
    "waiting": lambda tally: count_words(tally.count(Status.NOT_DUE, Status.NOT_STARTED)),
    "due": lambda tally: count_words(tally.due),
    "due_done": lambda tally: count_words(tally.due_done),
    "due_share": lambda tally: share_words(tally.due_done, tally.due),
    "done_share": lambda tally: share_words(tally.count(*DONE), tally.total - tally.count(Status.NONE_AROSE)),
}
_OF_WORK: Mapping[str, Callable[[WorkFact, Facts], str]] = {
    "content": lambda work, _: short_words(work.content),
    "whole": lambda work, _: work.content,
    "number": lambda work, _: work.number,
    "who": lambda work, _: work.who or "chưa rõ đơn vị",
    "deadline": lambda work, _: work.deadline or (short_date(work.due) if work.due else ""),
    "due": lambda work, _: short_date(work.due) if work.due else "",
    "next_due": lambda work, _: short_date(work.next_due) if work.next_due else "",
    "status": lambda work, _: str(work.status),
    "status_words": lambda work, _: STATUS_WORDS[work.status],
    "told": lambda work, _: told(work),
    "result": lambda work, _: joined(work, "result"),
    "product": lambda work, _: joined(work, "product"),
    "outcome": lambda work, _: ". ".join(filter(None, (joined(work, "result"), upper_first(joined(work, "product"))))),
    "trouble_who": lambda work, _: who_says(work, "trouble"),
    "proposal_who": lambda work, _: who_says(work, "proposal"),
    "trouble": lambda work, _: joined(work, "trouble"),
    "proposal": lambda work, _: joined(work, "proposal"),
    "late": why_late,
}
_OF_TARGET: Mapping[str, Callable[[TargetFact], str]] = {
    "name": lambda target: target.name,
    "unit": lambda target: target.unit,
    "value": lambda target: target.value,
    "measured": lambda target: target.measured,
    "verdict": lambda target: target.verdict,
    "last_year": lambda target: target.last_year,
}
_OF_ALL: Mapping[str, Callable[[Facts], str]] = {
    "start": lambda facts: short_date(facts.stretch.start),
    "end": lambda facts: short_date(facts.stretch.end),
    "span": lambda facts: span_words(facts.stretch.span, facts.stretch.start, facts.stretch.end),
    "late": lambda facts: count_words(sum(is_late(work, facts.stretch.start) for work in facts.works.values())),
    "next": lambda facts: count_words(sum(work.next_due is not None for work in facts.works.values())),
    "targets": lambda facts: count_words(len(facts.targets)),
    "measured": lambda facts: count_words(sum(bool(target.measured) for target in facts.targets.values())),
    "met": lambda facts: count_words(sum(target.met is True for target in facts.targets.values())),
    "not_met": lambda facts: count_words(sum(target.met is False for target in facts.targets.values())),
    "not_measured": lambda facts: count_words(sum(target.met is None for target in facts.targets.values())),
}


def figure(facts: Facts, name: str) -> str | None:
    """Return the words of a figure; None for a name that the facts know nothing of, such as that of deleted work."""
    of, colon, rest = name.partition(":")
    if not colon:
        return _OF_TALLY[name](_tally(facts, "")) if name in _OF_TALLY else _of_all(facts, name)
    id_, _, said = rest.rpartition(":")
    match of:
        case "work" if (work := facts.works.get(id_)) and said in _OF_WORK:
            return _OF_WORK[said](work, facts)
        case "target" if (target := facts.targets.get(id_)) and said in _OF_TARGET:
            return _OF_TARGET[said](target)
        case "section" if said == "title":
            return facts.titles.get(id_)
        case "unit" if said == "name":
            return facts.units.get(id_)
    tally = facts.tallies.get(f"{of}:{id_}:")
    return _OF_TALLY[said](tally) if tally is not None and said in _OF_TALLY else None


def _tally(facts: Facts, name: str) -> Tally:
    return facts.tallies.get(name, _NOTHING)


def _of_all(facts: Facts, name: str) -> str | None:
    return _OF_ALL[name](facts) if name in _OF_ALL else None
