"""The day that commands look from: the one that the user calls today."""

from datetime import date, datetime

from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import day_of


def day_on(wishes: Wishes) -> date:
    """Return the day that the user wants to look from; today when none was given."""
    return day_of(wishes.on) if wishes.on else datetime.now().astimezone().date()
