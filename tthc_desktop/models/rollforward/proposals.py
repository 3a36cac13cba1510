"""What becomes of each year and date when a plan is made anew some years later: proposed, with what to look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from tthc_desktop.models.mentions import Kind, Mention, loses_leap_day, mentions, names_year, shifted
from tthc_desktop.models.period import period_of
from tthc_desktop.models.places import Place, words_by_place
from tthc_desktop.models.plan import Header, Period, Plan
from tthc_desktop.models.rollforward.citations import Citation, blanked, citations

PERIOD = Place("", "period")
_COMPARED = re.compile(r"(?:so với|so sánh với|cùng kỳ)[^,;.]{0,30}$", re.IGNORECASE)
_TITLES = frozenset({"title", "over"})


class Doubt(StrEnum):
    """Why a proposal is to be looked at; empty where nothing is doubtful."""

    NONE = ""
    OWN = "own"
    """The plan's own number and date, which the new plan does not have yet."""
    COMPARISON = "comparison"
    EARLIER = "earlier"
    BARE = "bare"
    PHASE = "phase"
    FAR = "far"
    LEAP = "leap"
    CITED_TITLE = "cited_title"
    CITATION = "citation"


LEFT = frozenset({Doubt.PHASE, Doubt.FAR, Doubt.LEAP, Doubt.CITED_TITLE, Doubt.CITATION})
"""What stays as it is unless the user takes it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Other words for a stretch of the words at one place; `taken` is what is proposed to begin with."""

    place: Place
    start: int
    end: int
    old: str
    new: str
    kind: Kind
    doubt: Doubt = Doubt.NONE
    taken: bool = True


def years_of(plan: Plan) -> tuple[int, int] | None:
    """Return the first and the last year that the plan is for, as its period, title or date tells."""
    period = plan.period or period_of(str(plan.title))
    if period is not None:
        return period.start.year, period.end.year
    return (plan.header.year, plan.header.year) if plan.header.year else None


def proposals(plan: Plan, years: int) -> tuple[Proposal, ...]:
    """Return a proposal for every year and date in the plan, in reading order."""
    proposer = _Proposer(years, years_of(plan), plan.header)
    found = [one for place, words in words_by_place(plan) for one in proposer.in_words(place, str(words))]
    return (*_of_period(plan, years), *found)


def _of_period(plan: Plan, years: int) -> Iterator[Proposal]:
    if plan.period is not None:
        old, new = period_words(plan.period), period_words(later(plan.period, years))
        yield Proposal(PERIOD, 0, len(old), old, new, Kind.SPAN)


def period_words(period: Period) -> str:
    return f"{period.start:%d/%m/%Y} – {period.end:%d/%m/%Y}"


def later(period: Period, years: int) -> Period:
    """Return the same span some years later; the last day of a month stays the last day."""
    return Period(_later(period.start, years), _later(period.end, years))


def _later(day: date, years: int) -> date:
    following = day + timedelta(days=1)
    if following.day == 1:
        return following.replace(year=following.year + years) - timedelta(days=1)
    return day.replace(year=day.year + years)


class _Proposer:
    """Proposes for one plan and one shift."""

    def __init__(self, years: int, span: tuple[int, int] | None, header: Header) -> None:
        self._years = years
        self._span = span
        symbol, number = re.escape(header.symbol), re.escape(header.number.lstrip("0"))
        self._symbol = header.symbol
        self._own = re.compile(rf"(?<!\d)(?:0*{number}|…|\s)\s?/{symbol}(?![\w-])") if symbol else None

    def in_words(self, place: Place, words: str) -> Iterator[Proposal]:
        """Yield what is proposed for the words of one place."""
        if place.part != "attached" and not names_year(words) and not (self._symbol and self._symbol in words):
            return
        cited = citations(words)
        own = tuple(one for one in cited if self._is_own(place, words[one.start : one.core_end]))
        for one in own:
            core = words[one.start : one.core_end]
            new = blanked(core, self._years)
            yield Proposal(place, one.start, one.core_end, core, new, Kind.DATE, Doubt.OWN)
        for mention in mentions(words):
            if not any(mention.start < one.core_end and one.start < mention.end for one in own):
                others = tuple(one for one in cited if one not in own)
                doubt = _cited(mention, others) or self._doubt(words, mention)
                new = shifted(mention.words, self._years)
                made = Proposal(place, mention.start, mention.end, mention.words, new, mention.kind, doubt)
                yield replace(made, taken=_is_taken(made))

    def _is_own(self, place: Place, core: str) -> bool:
        """Tell whether what is cited is the plan itself."""
        return place.part == "attached" or (self._own is not None and self._own.search(core) is not None)

    def _doubt(self, words: str, mention: Mention) -> Doubt:
        first, last = self._span or (min(mention.years), max(mention.years))
        named = mention.years
        if loses_leap_day(mention.words, self._years):
            return Doubt.LEAP
        if _COMPARED.search(words[: mention.start]):
            return Doubt.COMPARISON
        if mention.kind is Kind.SPAN and max(named) - min(named) > max(last - first, 1):
            return Doubt.PHASE
        if max(named) > last + 1 or min(named) < first - 1:
            return Doubt.FAR
        if mention.kind is Kind.BARE:
            return Doubt.BARE
        return Doubt.EARLIER if max(named) < first else Doubt.NONE


def _is_taken(proposal: Proposal) -> bool:
    if proposal.doubt is Doubt.BARE:
        return proposal.place.part in _TITLES
    return proposal.doubt not in LEFT


def _cited(mention: Mention, cited: tuple[Citation, ...]) -> Doubt:
    for citation in cited:
        if citation.start <= mention.start < citation.core_end:
            return Doubt.CITATION
        if citation.core_end <= mention.start < citation.end:
            return Doubt.CITED_TITLE
    return Doubt.NONE
