"""Days off and working days: weekends, public holidays, and the days that an office exchanges."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from tthc_desktop.models.identity import Id

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class ExchangedDay:
    """A day that the office's own calendar has otherwise: off though others work, or worked though others rest."""

    id: Id
    day: date
    off: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Which days are off; `public` are public holidays by day with their Vietnamese names."""

    public: Mapping[date, str] = field(default_factory=dict)
    exchanged: Mapping[date, ExchangedDay] = field(default_factory=dict)

    def why_off(self, day: date) -> str:
        """Return why nobody works on a day, in Vietnamese; empty for a working day."""
        if own := self.exchanged.get(day):
            return (own.note or "ngày nghỉ của cơ quan") if own.off else ""
        if day in self.public:
            return self.public[day]
        return WEEKDAYS[day.weekday()] if day.weekday() >= 5 else ""

    def working_day(self, start: date, days: int) -> date:
        """Return the day that many working days after a day, or before it when `days` is negative."""
        step, left, day = (1 if days > 0 else -1), abs(days), start
        while left:
            day += timedelta(step)
            left -= not self.why_off(day)
        return day


def days_off(public: Mapping[date, str], exchanged: Iterable[ExchangedDay]) -> DaysOff:
    """Return the calendar of an office; of two exchanges of one day the later stands."""
    return DaysOff(public, {own.day: own for own in exchanged})
