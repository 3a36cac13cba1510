"""The days in which a plan is carried out: its period, from the day on which it was signed."""

from dataclasses import replace
from datetime import date

import pytest

from tthc_desktop.models.agenda.periods import carried_out
from tthc_desktop.models.plan import Header, Period, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue

YEAR = Period(date(2030, 1, 1), date(2030, 12, 31))


def plan(head: Header) -> Plan:
    return Plan("p", title=plain("Kiểm soát thủ tục hành chính năm 2030"), header=head)


@pytest.mark.parametrize(
    ("head", "start"),
    [
        (Header(), date(2030, 1, 1)),
        (Header(day=14, month=2, year=2030), date(2030, 2, 14)),
        (Header(month=8, year=2030), date(2030, 8, 1)),
        (Header(day=20, month=12, year=2029), date(2030, 1, 1)),
        (Header(day=31, month=2, year=2030), date(2030, 1, 1)),
        (Header(day=5, month=1, year=2031), date(2030, 1, 1)),
    ],
)
def test_it_begins_with_the_day_of_the_plan(head: Header, start: date) -> None:
    assert carried_out(plan(head)) == Period(start, YEAR.end)


def test_the_day_of_issue_goes_before_that_of_the_draft() -> None:
    issued = replace(plan(Header(month=1, year=2030)), issue=Issue("9", "KH-SNV", date(2030, 3, 3)))
    assert carried_out(issued) == Period(date(2030, 3, 3), YEAR.end)


def test_without_a_period_there_are_no_days() -> None:
    assert carried_out(Plan("p")) is None
