"""Edits of the office's own calendar and rules: each returns the pairs of values that a change is made of."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff, ExchangedDay
from tthc_desktop.models.identity import Id
from tthc_desktop.models.rules import THE_RULES, Rules
from tthc_desktop.models.text import clean

Exchanged = Mapping[Id, ExchangedDay]
DayPairs = tuple[tuple[ExchangedDay | None, ExchangedDay | None], ...]
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")


def adding(known: Exchanged, days: DaysOff, new: ExchangedDay) -> DayPairs:
    """Take a day into the office's calendar; trouble when it is there or says what holds anyway."""
    tidy = _tidied(new)
    _check(known, days, tidy)
    return ((None, tidy),)


def altering(known: Exchanged, days: DaysOff, day: ExchangedDay) -> DayPairs:
    """Make a day of the office's calendar another, or other words of it; nothing when it is the same."""
    tidy, old = _tidied(day), known[day.id]
    if tidy == old:
        return ()
    if (tidy.day, tidy.off) != (old.day, old.off):
        _check({one.id: one for one in known.values() if one.id != day.id}, days, tidy)
    return ((old, tidy),)


def removing(known: Exchanged, gone: Collection[Id]) -> DayPairs:
    """Take days out of the office's calendar."""
    return tuple((known[one], None) for one in dict.fromkeys(gone))


def ruling(rules: Mapping[Id, Rules], new: Rules) -> tuple[tuple[Rules | None, Rules], ...]:
    """Set the office's rules; nothing when they hold already."""
    old = rules.get(THE_RULES)
    return () if new == (old or Rules()) else ((old, new),)


def day_typed(words: str, year: int) -> date:
    """Return the day that is typed as 26/4/2026, or without its year; trouble when it is none."""
    found = _DAY.fullmatch(words.strip())
    try:
        if found:
            return date(int(found[3] or year), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise UserError(f"“{words.strip()}” không phải là một ngày.", "Hãy gõ ngày như 26/4/2026.")


def _tidied(day: ExchangedDay) -> ExchangedDay:
    return replace(day, note=" ".join(clean(day.note).split()))


def _check(known: Exchanged, days: DaysOff, new: ExchangedDay) -> None:
    shown = f"{new.day:%d/%m/%Y}"
    if any(one.day == new.day for one in known.values()):
        raise UserError(f"Ngày {shown} đã có trong lịch của cơ quan.", "Hãy sửa hàng của ngày đó.")
    why = DaysOff(days.public).why_off(new.day)
    if new.off and why:
        raise UserError(f"Ngày {shown} vốn là ngày nghỉ ({why}).", "Chỉ cần ghi ngày nghỉ thêm hoặc ngày làm việc bù.")
    if not new.off and not why:
        raise UserError(
            f"Ngày {shown} vốn là ngày làm việc.", "Chỉ ghi ngày làm việc bù vào thứ Bảy, Chủ nhật hoặc ngày lễ."
        )
