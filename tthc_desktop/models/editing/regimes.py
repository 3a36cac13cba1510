"""Edits of the office's own regimes of reporting: each returns the pairs of values that a change is made of."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.days_off import day_typed
from tthc_desktop.models.identity import Id
from tthc_desktop.models.reporting.cutoff_words import KIND_NAMES, Part, day_of_month, due_typed, months_typed
from tthc_desktop.models.reporting.regimes import Cutoff, Regime, cutoff_of
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.models.text import clean

Regimes = Mapping[Id, Regime]
RegimePairs = tuple[tuple[Regime | None, Regime | None], ...]
FIRST_DAY, LAST_DAY = date(1945, 9, 2), date(2199, 12, 31)
"""A regime of reporting begins and ends within these days."""
_BULLET = re.compile(r"^\s*[-–—+•*]\s*")


class Detail(StrEnum):
    """What is written of a regime; the values are its fields."""

    NAME = "name"
    START = "start"
    END = "end"
    BASES = "bases"
    ADDRESSEES = "addressees"
    RECIPIENTS = "recipients"
    FORMS = "forms"


def adding(own: Regimes, new: Regime) -> RegimePairs:
    """Keep a regime as the office's own, be it new or one that comes with the program; nothing when it is kept."""
    if new.id in own:
        return ()
    _check(new)
    return ((None, new),)


def altering(own: Regimes, made: Regime) -> RegimePairs:
    """Give a regime of the office other words or days; nothing when they are the same."""
    old = own[made.id]
    if made == old:
        return ()
    _check(made)
    return ((old, made),)


def removing(own: Regimes, gone: Collection[Id]) -> RegimePairs:
    """Take regimes of the office out; one that comes with the program holds again as it came."""
    return tuple((own[one], None) for one in dict.fromkeys(gone) if one in own)


def with_detail(regime: Regime, detail: Detail, typed: str) -> Regime:
    """Return a regime with one of its fields as it was typed: one entry on each line, or a day."""
    match detail:
        case Detail.NAME:
            return replace(regime, name=" ".join(clean(typed).split()))
        case Detail.START:
            return replace(regime, start=day_typed(typed, regime.start.year))
        case Detail.END:
            end = day_typed(typed, (regime.end or regime.start).year) if typed.strip() else None
            return replace(regime, end=end)
        case _:
            return replace(regime, **{detail.value: entries(typed)})  # type: ignore[arg-type]


def entries(typed: str) -> tuple[str, ...]:
    """Return what is typed one on a line, without the dashes of a copied list."""
    lines = (" ".join(_BULLET.sub("", line).split()) for line in clean(typed).split("\n"))
    return tuple(filter(None, lines))


def detail_words(regime: Regime, detail: Detail) -> str:
    """Return a field of a regime as it is typed."""
    found = getattr(regime, detail.value)
    if found is None or isinstance(found, date):
        return f"{found:%d/%m/%Y}" if found else ""
    return found if isinstance(found, str) else "\n".join(found)


def with_cutoff(regime: Regime, kind: SpanKind, part: Part, typed: str) -> Regime:
    """Return a regime with a part of the days of one kind of span as it was typed.

    Days that are those of the span itself, without a due day, are none that the regime sets.
    """
    old = cutoff_of(regime, kind)
    made = _typed_into(old or Cutoff(kind), part, typed)
    if made == (old or Cutoff(kind)):
        return regime
    _check_order(made)
    kept = {each.kind: each for each in regime.cutoffs} | {kind: made}
    if made == Cutoff(kind):
        del kept[kind]
    order = list(SpanKind)
    return replace(regime, cutoffs=tuple(sorted(kept.values(), key=lambda each: order.index(each.kind))))


def _typed_into(cutoff: Cutoff, part: Part, typed: str) -> Cutoff:
    match part:
        case Part.FROM_DAY:
            return replace(cutoff, from_day=day_of_month(typed, part))
        case Part.MONTHS:
            return replace(cutoff, months_before=months_typed(typed))
        case Part.TO_DAY:
            return replace(cutoff, to_day=day_of_month(typed, part))
        case Part.DUE:
            day, after = due_typed(typed)
            return replace(cutoff, due_day=day, due_after=after)


def _check_order(cutoff: Cutoff) -> None:
    """Refuse data that end in the month in which they begin, before they do."""
    if cutoff.kind is SpanKind.MONTH and not cutoff.months_before and cutoff.from_day > cutoff.to_day:
        raise UserError(
            f"Số liệu của kỳ {KIND_NAMES[cutoff.kind].lower()} không thể bắt đầu ngày {cutoff.from_day} "
            f"rồi chốt ngày {cutoff.to_day} cùng tháng.",
            "Hãy ghi trước rằng số liệu bắt đầu từ 1 tháng trước kỳ, hoặc ghi ngày khác.",
        )


def _check(regime: Regime) -> None:
    if not regime.name:
        raise UserError("Chế độ báo cáo chưa có tên.", "Hãy ghi tên, ví dụ “Chế độ báo cáo của tỉnh từ năm 2026”.")
    for day in filter(None, (regime.start, regime.end)):
        if not FIRST_DAY <= day <= LAST_DAY:
            raise UserError(
                f"Ngày {day.day}/{day.month}/{day.year} không thể là ngày hiệu lực của một chế độ báo cáo.",
                f"Hãy ghi ngày từ {short_date(FIRST_DAY)} đến {short_date(LAST_DAY)}.",
            )
    if regime.end is not None and regime.end < regime.start:
        raise UserError(
            f"Chế độ báo cáo không thể hết hiệu lực ngày {short_date(regime.end)}, trước khi có hiệu lực "
            f"ngày {short_date(regime.start)}.",
            "Hãy ghi lại một trong hai ngày, hoặc để trống ngày kết thúc.",
        )
