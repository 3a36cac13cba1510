"""A time without a year in the plan of one year, and in that of several."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.deadlines.phrases import phrases
from tthc_desktop.models.deadlines.of_period import understand_for
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.plan import Period

TWO_YEARS = Period(date(2025, 12, 15), date(2027, 6, 30))
CHOSEN = {
    "trước ngày 20/12": date(2025, 12, 20),
    "ngày 1/3": date(2026, 3, 1),
    "ngày 1/3/2027": date(2027, 3, 1),
    "ngày 1/3/2031": date(2031, 3, 1),
}


@pytest.mark.parametrize(("words", "day"), CHOSEN.items())
def test_the_first_such_day_within_the_period(words: str, day: date) -> None:
    assert [clause.date for clause in understand_for(words, TWO_YEARS).clauses] == [day]


def test_each_time_of_a_phrase_finds_its_own_year() -> None:
    found = understand_for("trước 20/12 và trước 20/2", TWO_YEARS).clauses
    assert [clause.date for clause in found] == [date(2025, 12, 20), date(2026, 2, 20)]


@given(phrases, st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000))
def test_any_phrase_keeps_its_clauses(words: str, start: date, days: int) -> None:
    found = understand_for(words, Period(start, start + timedelta(days)))
    assert found.words == words
    plainly = understand(words)
    assert len(found.clauses) == len(plainly.clauses)
    assert found.understood == understand(words, start.year).understood
