"""The regimes that come with the program: whole, one after the other, with the days of the decree."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tthc_desktop.documents.legal_stock import stock
from tthc_desktop.documents.reporting_regimes import clauses, known_regimes
from tthc_desktop.models.citing import citations
from tthc_desktop.models.legal import same
from tthc_desktop.models.reporting.regimes import Window, cutoff_of, regime_on, window
from tthc_desktop.models.spans import SpanKind, span_of


def test_one_regime_follows_the_other_without_a_gap() -> None:
    for before, after in pairwise(known_regimes()):
        assert before.end is not None
        assert after.start == before.end + timedelta(1)
    assert known_regimes()[-1].end is None


@pytest.mark.parametrize(
    ("key", "start", "end", "due"),
    [
        ("2025-01", date(2024, 12, 15), date(2025, 1, 14), date(2025, 1, 25)),
        ("2025-Q1", date(2024, 12, 15), date(2025, 3, 14), date(2025, 3, 25)),
        ("2025-Q2", date(2025, 3, 15), date(2025, 6, 14), date(2025, 6, 25)),
        ("2025-Q3", date(2025, 6, 15), date(2025, 9, 14), date(2025, 9, 25)),
        ("2025-Q4", date(2025, 9, 15), date(2025, 12, 14), date(2025, 12, 25)),
        ("2025-H1", date(2024, 12, 15), date(2025, 6, 14), date(2025, 6, 25)),
        ("2025-H2", date(2025, 6, 15), date(2025, 12, 14), date(2025, 12, 25)),
        ("2025-9M", date(2024, 12, 15), date(2025, 9, 14), None),
        ("2025", date(2024, 12, 15), date(2025, 12, 14), date(2025, 12, 25)),
    ],
)
def test_the_days_are_those_of_the_decree(key: str, start: date, end: date, due: date | None) -> None:
    span = span_of(key)
    assert span
    for regime in known_regimes():
        assert window(cutoff_of(regime, span.kind), span) == Window(start, end, due)


def test_a_week_has_its_own_days() -> None:
    week = span_of("2025-W2025-03-31")
    assert week
    cutoff = cutoff_of(known_regimes()[0], week.kind)
    assert cutoff is None
    assert window(cutoff, week) == Window(date(2025, 3, 31), date(2025, 4, 6), None)


def test_the_ministry_changed_with_2026() -> None:
    before, after = (regime_on(known_regimes(), day) for day in (date(2026, 1, 9), date(2026, 1, 10)))
    assert before
    assert after
    assert any("VPCP" in form for form in before.forms)
    assert not any("VPCP" in word for word in (*after.bases, *after.forms, *after.addressees))
    assert regime_on(known_regimes(), date(2019, 3, 11)) is None


def test_every_basis_is_a_known_document() -> None:
    for words in {basis for regime in known_regimes() for basis in regime.bases}:
        [cited] = citations(words)
        assert any(same(cited.document, known) and cited.document.date == known.date for known in stock().documents)


def test_clauses_are_told_by_regime_and_kind() -> None:
    for regime in known_regimes():
        assert "Điều 12, khoản 2" in clauses()[regime.id, SpanKind.QUARTER]
        assert (regime.id, SpanKind.NINE_MONTHS) not in clauses()
