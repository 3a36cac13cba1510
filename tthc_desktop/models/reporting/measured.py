"""What targets came to by the end of some days, in the words of a report."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.forms import day_in
from tthc_desktop.models.progress.values import Field, Progress
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.spelling import spelling_of
from tthc_desktop.models.reporting.values import TargetFact
from tthc_desktop.models.spans import covers, span_of
from tthc_desktop.models.targets.measure import understand_target
from tthc_desktop.models.targets.measuring import Result, Verdict
from tthc_desktop.models.targets.over_time import Past, Point
from tthc_desktop.models.targets.showing import shown_value
from tthc_desktop.models.targets.together import together
from tthc_desktop.models.task import Target
from tthc_desktop.models.units.assigning import content_of
from tthc_desktop.models.units.works import flat, works

_MET: Mapping[Verdict, bool] = {Verdict.MET: True, Verdict.NOT_MET: False}


def target_facts(plan: Plan, past: Past, stretch: Stretch) -> Iterator[TargetFact]:
    """Yield the targets of a plan with what was measured of each; `past` knows what was said of them.

    Figures of the span itself stand before those of the last shorter span in it, and these before those of a longer
    one around it. What was counted to a later day than the last of the stretch is not known yet.
    """
    spelling = spelling_of(plan)
    for work in works(plan):
        if isinstance(target := work.held, Target):
            measure = understand_target(target)
            said = [one for one in past.said.get(target.id, ()) if _is_known(one, stretch.end)]
            result = together(measure, _chosen(said, stretch)).result
            before = past.year_before(plan, target, stretch.span) if stretch.span else None
            yield TargetFact(
                plan.id,
                target.id,
                work.number,
                spelling.sentence(flat(content_of(work))),
                flat(str(target.unit)),
                flat(str(target.value)),
                _shown(target, result),
                str(result.verdict),
                _MET.get(result.verdict),
                _before(before),
            )


def _is_known(said: Progress, end: date) -> bool:
    day = day_in(said.words(Field.AS_OF))
    return day is None or day <= end


def _chosen(said: Collection[Progress], stretch: Stretch) -> Iterable[Progress]:
    keys = list(dict.fromkeys(one.period for one in said))
    inside = [key for key in keys if _is_inside(key, stretch)]
    around = [key for key in keys if stretch.span and covers(key, stretch.span)]
    found = [stretch.span] if stretch.span in keys else [max(inside, key=_end)] if inside else []
    found = found or ([min(around, key=_length)] if around else []) or ([""] if "" in keys else [])
    return [one for one in said if one.period in found]


def _is_inside(key: str, stretch: Stretch) -> bool:
    if stretch.span:
        return covers(stretch.span, key)
    span = span_of(key)
    return span is not None and stretch.start <= span.start and span.end <= stretch.end


def _end(key: str) -> tuple[date, int]:
    span = span_of(key)
    return (span.end, (span.end - span.start).days) if span else (date.min, 0)


def _length(key: str) -> int:
    span = span_of(key)
    return (span.end - span.start).days if span else 0


def _shown(target: Target, result: Result) -> str:
    return shown_value(understand_target(target), result.value)


def _before(point: Point | None) -> str:
    return (_shown(point.target, point.result) or str(point.result.verdict)) if point else ""
