"""What was measured of a target held against what it demands: the value, and whether it is met."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum

from tthc_desktop.models.progress.figures import plain_figure, shown_figure
from tthc_desktop.models.progress.forms import day_in
from tthc_desktop.models.progress.values import Field, Progress, Status
from tthc_desktop.models.targets.measure import Measure
from tthc_desktop.models.targets.showing import rounded, shown_value
from tthc_desktop.models.targets.value import Comparator
from tthc_desktop.models.text import fold

_DIGITS = 60
"""Figures have 15 digits before the comma and six after it, so that a quotient that ends is never rounded."""
_STRICTLY = re.compile(r"(?:bang|dung|=)$")
_SPREAD = re.compile(r"ngày|giờ|phút|điểm|(?<!hợp )đồng|triệu|tỷ\b|tỉ\b|/")
"""Units in which b/a is an average: days for each file, points for each answer."""


class Verdict(StrEnum):
    """What a measured target comes to, in the words that the window and reports have."""

    MET = "Đạt"
    NOT_MET = "Chưa đạt"
    NO_CASES = "Không phát sinh"
    UNKNOWN = "Chưa đủ số liệu"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted: b and a of the rate b/a, or the value itself, and to which day; `none_arose` was said in words.

    Of a cut or a growth b is the figure of now, a that of the baseline.
    """

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    as_of: date | None = None
    none_arose: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """The exact value that figures come to, and the verdict; `doubt` says in Vietnamese what does not fit together."""

    verdict: Verdict = Verdict.UNKNOWN
    value: Decimal | None = None
    figures: Figures = Figures()
    doubt: str = ""


NOTHING = Result()
"""What comes of no figures."""


def figures_of(said: Progress | None) -> Figures:
    """Return the figures that were said of a target."""
    if said is None:
        return Figures()
    numerator, denominator, value = (
        _figure(said, field) for field in (Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE)
    )
    none_arose = said.words(Field.STATUS) == Status.NONE_AROSE
    return Figures(numerator, denominator, value, day_in(said.words(Field.AS_OF)), none_arose)


def _figure(said: Progress, field: Field) -> Decimal | None:
    words = said.words(field)
    return Decimal(words) if words else None


def measured(measure: Measure, said: Figures | Progress | None) -> Result:
    """Return what the figures come to: b/a where both are known, else the value that was given."""
    figures = said if isinstance(said, Figures) else figures_of(said)
    if figures.denominator == 0:
        return _without_cases(figures)
    value = _computed(measure, figures)
    if value is None:
        value = figures.value
    if value is None:
        return Result(Verdict.NO_CASES if figures.none_arose else Verdict.UNKNOWN, None, figures)
    return Result(_verdict(measure, value), value, figures, _doubt(measure, figures, value))


def _without_cases(figures: Figures) -> Result:
    """Return that there were no cases: a rate of nothing is neither 0 % nor 100 %."""
    if figures.numerator:
        number = shown_figure(plain_figure(figures.numerator))
        return Result(Verdict.UNKNOWN, None, figures, f"Tổng số (a) là 0 nhưng số đạt (b) là {number}.")
    return Result(Verdict.NO_CASES, None, figures)


def _computed(measure: Measure, figures: Figures) -> Decimal | None:
    now, whole = figures.numerator, figures.denominator
    if now is None:
        return None
    with localcontext(prec=_DIGITS):
        if whole is None:
            return None if measure.in_hundred or measure.is_change else now
        if measure.is_change:
            change = whole - now if measure.comparator is Comparator.REDUCE_BY else now - whole
            return change * 100 / whole if measure.in_hundred else change
        if measure.in_hundred:
            return now * 100 / whole
        return now / whole if _SPREAD.search(measure.unit.casefold()) else now


def _verdict(measure: Measure, value: Decimal) -> Verdict:
    """Compare a value with the demanded one; a bare figure is reached by what is greater, too."""
    demanded = measure.value
    if demanded is None:
        return Verdict.UNKNOWN
    match measure.comparator:
        case Comparator.UNKNOWN:
            return Verdict.UNKNOWN
        case Comparator.EQUAL if _STRICTLY.search(fold(measure.comparator_printed).strip()):
            met = value == demanded
        case Comparator.AT_MOST:
            met = value <= demanded
        case Comparator.MORE:
            met = value > demanded
        case Comparator.LESS:
            met = value < demanded
        case Comparator.BETWEEN:
            met = demanded <= value <= (measure.upper if measure.upper is not None else value)
        case _:
            met = value >= demanded
    return Verdict.MET if met else Verdict.NOT_MET


def _doubt(measure: Measure, figures: Figures, value: Decimal) -> str:
    given, now, whole = figures.value, figures.numerator, figures.denominator
    if given is not None and now is not None and rounded(given, 1) != rounded(value, 1):
        return f"Giá trị ghi là {shown_value(measure, given)} nhưng tính từ b và a ra {shown_value(measure, value)}."
    if measure.is_rate and not measure.is_change and now is not None and whole is not None and now > whole:
        return "Số đạt (b) lớn hơn tổng số (a)."
    return ""
