"""The days off that deadlines of an office are counted with: public holidays, and its own days beside them."""

from collections.abc import Iterable
from datetime import date

from tthc_desktop.models.agenda.periods import years_of
from tthc_desktop.models.days_off import DaysOff, days_off
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.public_holidays import public_holidays


def days_off_of(holdings: Holdings, on: date, plans: Iterable[Plan] | None = None) -> DaysOff:
    """Return the days off of all years that some plans of an office are for, all of its plans when none are named."""
    years = years_of(holdings.plans.values() if plans is None else plans, on)
    return days_off(public_holidays(years), holdings.exchanged_days.values())
