"""A target over the years: which it was in the plan before, what it came to then, and its values one after another."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.spans import SpanKind, span_of
from tthc_desktop.models.targets.measure import understand_target
from tthc_desktop.models.targets.measuring import Result, Verdict
from tthc_desktop.models.targets.together import Whole, together
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import fold
from tthc_desktop.models.units.assigning import content_of
from tthc_desktop.models.units.works import works
from tthc_desktop.models.version import Stage

Spot = tuple[Plan, Target]


@dataclass(frozen=True, slots=True)
class Point:
    """What a target came to in one span, with the target as that plan has it."""

    key: str
    end: date
    target: Target
    result: Result


@dataclass(slots=True)
class Past:
    """The plans of an office by their targets, for finding a target again; kept versions and drawn papers are none."""

    plans: Iterable[Plan]
    said: Mapping[Id, Collection[Progress]]
    """What was said of each target, by its identity."""
    _years: dict[Id, date] = field(default_factory=dict)
    _of: dict[Id, Plan] = field(default_factory=dict)
    _named: dict[Id, Mapping[tuple[str, str], Target]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.plans = tuple(plan for plan in self.plans if plan.stage is not Stage.KEPT and plan.drawn is None)
        for plan in self.plans:
            if period := plan_period(plan):
                self._years[plan.id] = period.start
                self._of |= dict.fromkeys(plan.targets, plan)

    def before(self, plan: Plan, target: Target) -> Spot | None:
        """Return the same target in the nearest earlier plan: what it is a copy of, else the one of the same words."""
        begins = self._years.get(plan.id)
        if begins is None:
            return None
        earlier = [one for one in self.plans if self._years.get(one.id, begins).year < begins.year]
        return self._origin(target, {one.id for one in earlier}) or self._alike(plan, target, earlier)

    def _origin(self, target: Target, earlier: Collection[Id]) -> Spot | None:
        seen = {target.id}
        origin = target.origin_id
        while origin not in seen and (plan := self._of.get(origin)):
            seen.add(origin)
            if plan.id in earlier:
                return plan, plan.targets[origin]
            origin = plan.targets[origin].origin_id
        return None

    def _alike(self, plan: Plan, target: Target, earlier: Iterable[Plan]) -> Spot | None:
        wanted = next((name for name, one in self._names(plan).items() if one.id == target.id), None)
        for one in sorted(earlier, key=lambda one: self._years[one.id], reverse=True):
            if wanted and (found := self._names(one).get(wanted)):
                return one, found
        return None

    def _names(self, plan: Plan) -> Mapping[tuple[str, str], Target]:
        """Return the targets of a plan by their words; those that are called alike are none."""
        if plan.id not in self._named:
            found: dict[tuple[str, str], list[Target]] = {}
            for work in works(plan):
                if isinstance(work.held, Target) and (words := _key(content_of(work))):
                    found.setdefault((words, _key(str(work.held.unit))), []).append(work.held)
            self._named[plan.id] = {name: same[0] for name, same in found.items() if len(same) == 1}
        return self._named[plan.id]

    def result(self, target: Target, key: str) -> Whole:
        """Return what a target came to in a span."""
        said = (one for one in self.said.get(target.id, ()) if one.period == key)
        return together(understand_target(target), said)

    def year_before(self, plan: Plan, target: Target, key: str) -> Point | None:
        """Return what the target came to in the same span a year earlier, in this plan or the one before."""
        earlier = year_before(key)
        before = self.before(plan, target)
        for one in (target, before[1] if before else None):
            span = span_of(earlier)
            if one is not None and span is not None:
                result = self.result(one, earlier).result
                if _says_something(result):
                    return Point(earlier, span.end, one, result)
        return None

    def series(self, plan: Plan, target: Target, kind: SpanKind) -> tuple[Point, ...]:
        """Return what the target came to in each span of a kind, the earlier plans included, in their order."""
        points = {point.key: point for spot in self._back(plan, target) for point in self._points(spot[1], kind)}
        return tuple(points[key] for key in sorted(points, key=lambda key: points[key].end))

    def _back(self, plan: Plan, target: Target) -> list[Spot]:
        """Return the target in all plans up to this one, the oldest first."""
        found: list[Spot] = []
        spot: Spot | None = (plan, target)
        while spot is not None and all(spot[0].id != one.id for one, _ in found):
            found.append(spot)
            spot = self.before(*spot)
        return found[::-1]

    def _points(self, target: Target, kind: SpanKind) -> Iterator[Point]:
        for key in dict.fromkeys(one.period for one in self.said.get(target.id, ())):
            span = span_of(key)
            if span is not None and span.kind is kind:
                result = self.result(target, key).result
                if _says_something(result):
                    yield Point(key, span.end, target, result)


def past_of(holdings: Holdings) -> Past:
    """Return the plans that an office has, with what was said of their targets."""
    said: dict[Id, list[Progress]] = {}
    for plan in holdings.plans.values():
        for one in progress_of(holdings, plan.id).values() if plan.targets else ():
            if one.work_id in plan.targets:
                said.setdefault(one.work_id, []).append(one)
    return Past(holdings.plans.values(), said)


def year_before(key: str) -> str:
    """Return the key of the same span a year earlier; empty where the calendar has none, as for a week."""
    span = span_of(key)
    if span is None or span.kind is SpanKind.WEEK:
        return ""
    earlier = f"{span.start.year - 1:04}{key[4:]}"
    return earlier if span_of(earlier) else ""


def _says_something(result: Result) -> bool:
    return result.value is not None or result.verdict is not Verdict.UNKNOWN


def _key(words: str) -> str:
    return " ".join(fold(words).split())
