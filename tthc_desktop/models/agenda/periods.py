"""The span of days that a plan is followed for."""

from collections.abc import Iterable
from datetime import MAXYEAR, date

from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.period import period_of
from tthc_desktop.models.plan import Period, Plan

FIRST_YEAR, LAST_YEAR, MOST_YEARS = 1900, 2199, 50
"""What lies outside is a slip: nobody is to count through thousands of years for it."""


def plan_period(plan: Plan) -> Period | None:
    """Return the plan's period; else that of its title, or the year of its head, its issue or its deadlines.

    Of a period that cannot be meant only what can be followed; None where that is nothing.
    """
    found = plan.period or period_of(str(plan.title))
    if found:
        return _followed(found)
    year = plan.header.year or (plan.issue.date.year if plan.issue else None)
    years = [year] if year else _years_of_deadlines(plan)
    years = [year for year in years if FIRST_YEAR <= year <= LAST_YEAR]
    return _followed(Period(date(min(years), 1, 1), date(max(years), 12, 31))) if years else None


def _followed(period: Period) -> Period | None:
    start = max(period.start, date(FIRST_YEAR, 1, 1))
    end = min(period.end, date(min(start.year + MOST_YEARS, LAST_YEAR), 12, 31))
    if start > end:
        return None
    return period if (start, end) == (period.start, period.end) else Period(start, end)


def carried_out(plan: Plan) -> Period | None:
    """Return the part of the plan's period in which it is carried out: what comes up again begins with its day.

    A plan of a year that is signed in February has no January that anybody could be late with.
    """
    period, signed = plan_period(plan), _signed(plan)
    if period is None or signed is None or not period.start < signed <= period.end:
        return period
    return Period(signed, period.end)


def _signed(plan: Plan) -> date | None:
    """Return the day of the plan's head or issue; the first of the month where the day is blank."""
    if plan.issue:
        return plan.issue.date
    head = plan.header
    try:
        return date(head.year, head.month, head.day or 1) if head.year and head.month else None
    except (ValueError, OverflowError):
        return None


def years_of(plans: Iterable[Plan], on: date) -> range:
    """Return the years whose days off matter to plans, with one before and after: days are counted over New Year."""
    periods = [period for period in map(plan_period, plans) if period]
    first = min((period.start.year for period in periods), default=on.year)
    last = max((period.end.year for period in periods), default=on.year)
    return range(max(min(first, on.year) - 1, 1), min(max(last, on.year) + 2, MAXYEAR + 1))


def _years_of_deadlines(plan: Plan) -> list[int]:
    words = {str(task.deadline) for task in plan.tasks.values()}
    clauses = [clause for each in words for clause in understand(each).clauses if not clause.trouble]
    days = [day for clause in clauses for day in (clause.date, clause.start, clause.end) if day]
    return [*(day.year for day in days), *(clause.year for clause in clauses if clause.year)]
