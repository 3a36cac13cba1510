"""Other offices write otherwise: their phrases are understood too, and what they cite is never a deadline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.deadlines.other_offices import AS_CLAUSES, CITATIONS, ON_DAYS
from tthc_desktop.models.deadlines.due_days import due_days
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.plan import Period

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(("words", "days"), ON_DAYS.items())
def test_days(words: str, days: list[str]) -> None:
    found = understand(words, 2026)
    assert found.understood
    assert [f"{due.day:%d/%m}" for due in due_days(found, YEAR)] == days


@pytest.mark.parametrize(("words", "clauses"), AS_CLAUSES.items())
def test_clauses(words: str, clauses: list[dict[str, object]]) -> None:
    found = understand(words, 2026)
    assert found.understood
    assert [
        {name: getattr(clause, name) for name in wanted} for clause, wanted in zip(found.clauses, clauses, strict=True)
    ] == clauses


@pytest.mark.parametrize("words", CITATIONS)
def test_a_cited_document_is_no_deadline(words: str) -> None:
    assert due_days(understand(words, 2026), YEAR) == ()


@given(st.sampled_from(CITATIONS), st.sampled_from(CITATIONS), st.sampled_from((", ", "; ", " và ", "\n")))
def test_several_cited_documents_are_none_either(one: str, other: str, between: str) -> None:
    assert due_days(understand(one + between + other, 2026), YEAR) == ()


@given(st.sampled_from(CITATIONS), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_deadline_beside_a_cited_document_is_one(cited: str, day: date) -> None:
    found = due_days(understand(f"{cited}; hoàn thành trước ngày {day:%d/%m/%Y}", 2026), YEAR)
    assert [due.day for due in found] == [day]
