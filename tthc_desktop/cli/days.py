"""Days as commands need them: the day that the user calls today, and the days off of the office."""

from datetime import date, datetime

from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import day_of
from tthc_desktop.models.agenda.periods import years_of
from tthc_desktop.models.days_off import DaysOff, days_off
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.public_holidays import public_holidays


def day_on(wishes: Wishes) -> date:
    """Return the day that the user wants to look from; today when none was given."""
    return day_of(wishes.on) if wishes.on else datetime.now().astimezone().date()


def days_off_of(holdings: Holdings, on: date) -> DaysOff:
    """Return the days off of all years that the office's plans are for."""
    return days_off(public_holidays(years_of(holdings.plans.values(), on)), holdings.exchanged_days.values())
