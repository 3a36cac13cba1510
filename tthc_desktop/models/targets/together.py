"""What several have measured of one target for one period, put together where figures can be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import MEASURES, Field, Progress, Status
from tthc_desktop.models.targets.measure import Measure
from tthc_desktop.models.targets.measuring import NOTHING, Figures, Result, Verdict, measured

_DIGITS = 60


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit has said, and what that comes to."""

    unit_id: Id
    said: Progress
    result: Result


@dataclass(frozen=True, slots=True)
class Whole:
    """What a target comes to: the office's own figures where it has any (`own`), else those of the units.

    The value is None where units gave values that cannot be added; the verdict then is that of all of them.
    """

    result: Result = NOTHING
    own: Progress | None = None
    parts: tuple[Part, ...] = ()


def together(measure: Measure, said: Iterable[Progress]) -> Whole:
    """Return what a target comes to, of all that was said of it for one period."""
    measuring = [one for one in said if _measures(one)]
    own = next((one for one in measuring if not one.unit_id), None)
    parts = tuple(Part(one.unit_id, one, measured(measure, one)) for one in measuring if one.unit_id)
    return Whole(measured(measure, own) if own else _of_parts(measure, parts), own, parts)


def _measures(said: Progress) -> bool:
    figures = any(said.words(field) for field in MEASURES if field is not Field.AS_OF)
    return figures or said.words(Field.STATUS) == Status.NONE_AROSE


def _of_parts(measure: Measure, parts: Sequence[Part]) -> Result:
    counted = [part.result.figures for part in parts if not _is_idle(part.result.figures)]
    if len(parts) <= 1:
        return parts[0].result if parts else NOTHING
    if counted and all(each.numerator is not None and each.denominator is not None for each in counted):
        return measured(measure, _sum(counted))
    return Result(_of_all([part.result.verdict for part in parts]))


def _is_idle(figures: Figures) -> bool:
    """Tell whether there were no cases, whatever way it was said."""
    return (figures.none_arose or figures.denominator == 0) and not figures.numerator and figures.value is None


def _sum(counted: Sequence[Figures]) -> Figures:
    days = [each.as_of for each in counted if each.as_of]
    with localcontext(prec=_DIGITS):
        now = sum((each.numerator for each in counted if each.numerator is not None), Decimal(0))
        whole = sum((each.denominator for each in counted if each.denominator is not None), Decimal(0))
    return Figures(now, whole, None, max(days, default=None))


def _of_all(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict of values that each have to reach the figure; units without cases are no hindrance."""
    left = [verdict for verdict in verdicts if verdict is not Verdict.NO_CASES]
    if not left:
        return Verdict.NO_CASES
    if Verdict.NOT_MET in left:
        return Verdict.NOT_MET
    return Verdict.MET if all(verdict is Verdict.MET for verdict in left) else Verdict.UNKNOWN
