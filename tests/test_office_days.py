"""The days off of an office are those of its plans' years, its own among them."""

from datetime import date

from tests.ui.papers import little_plan
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.office_days import days_off_of

ON = date(2026, 11, 26)
TET_OF_2030, NEW_YEAR_OF_2027 = date(2030, 2, 3), date(2027, 1, 1)


def test_the_years_of_all_plans_or_of_one_are_known() -> None:
    plan = little_plan()
    holdings = Holdings(plans={plan.id: plan})
    assert TET_OF_2030 in days_off_of(holdings, ON).public
    assert TET_OF_2030 not in days_off_of(holdings, ON, ()).public
    assert TET_OF_2030 in days_off_of(Holdings(), ON, (plan,)).public


def test_a_day_that_the_office_works_is_none() -> None:
    worked = ExchangedDay("e1", NEW_YEAR_OF_2027, off=False)
    holdings = Holdings(exchanged_days={worked.id: worked})
    assert days_off_of(Holdings(), ON).why_off(NEW_YEAR_OF_2027)
    assert not days_off_of(holdings, ON).why_off(NEW_YEAR_OF_2027)
