"""Times of the office, kept in UTC, as a clerk reads them."""

from datetime import datetime


def moment(at: datetime) -> str:
    """Return a time as the clock and the calendar on the wall show it: 14:05 26/11/2026."""
    return f"{at.astimezone():%H:%M %d/%m/%Y}"


def day(at: datetime) -> str:
    """Return the day of a time on the wall's calendar."""
    return f"{at.astimezone():%d/%m/%Y}"
