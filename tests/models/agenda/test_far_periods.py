"""A period that nobody can mean: what can be followed of it is, and no year is counted that no plan is for."""

from dataclasses import replace
from datetime import date

import pytest

from tests.models.agenda.offices import NO_DAYS_OFF, OFFICE, office, plan
from tthc_desktop.models.agenda.agenda import agendas
from tthc_desktop.models.agenda.periods import MOST_YEARS, plan_period, years_of
from tthc_desktop.models.plan import Header, Period, Plan


def yearly(period: Period | None, **more: object) -> Plan:
    made = plan((OFFICE.name, "", "Hằng năm"), (OFFICE.name, "", "Thường xuyên"))
    return replace(made, period=period, **more)  # type: ignore[arg-type]


def test_only_some_years_of_an_endless_period_are_followed() -> None:
    endless = yearly(Period(date.min, date.max))
    period = plan_period(endless)
    assert period is not None
    assert period.end.year - period.start.year == MOST_YEARS
    assert len(years_of([endless], date(2025, 6, 30))) < 200
    assert list(agendas(office([endless]), NO_DAYS_OFF, date(2025, 6, 30)))


@pytest.mark.parametrize(
    "period", [Period(date(9998, 1, 1), date.max), Period(date(2025, 12, 31), date(2025, 1, 1))], ids=["far", "turned"]
)
def test_a_period_of_which_nothing_can_be_followed_is_none(period: Period) -> None:
    assert plan_period(yearly(period)) is None


@pytest.mark.parametrize("year", [0, 1, 20255, -1])
def test_a_year_of_the_head_that_is_a_slip_is_no_period(year: int) -> None:
    made = yearly(None, header=Header("", "", "", "", "", 14, 2, year))
    period = plan_period(made)
    assert period is None or period.start.year != year
    assert len(list(agendas(office([made]), NO_DAYS_OFF, date(2025, 6, 30)))) >= 2
