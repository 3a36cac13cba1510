"""Spans of the calendar have keys that come back from their titles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.spans import SpanKind, covers, key_of, span_of, span_with, title

_MONTHS = [kind for kind in SpanKind if kind not in {SpanKind.DAY, SpanKind.WEEK}]


@given(st.sampled_from(SpanKind), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_span_has_a_title_and_a_key(kind: SpanKind, day: date) -> None:
    span = span_with(kind, day)
    assert span_of(span.key) == span
    assert title(span.key)
    assert span.start <= day or kind is SpanKind.NINE_MONTHS
    assert key_of(f" {span.key} ") == span.key
    if kind in _MONTHS:
        assert key_of(title(span.key)) == span.key
        assert covers(span.key, span_with(SpanKind.DAY, span.end).key)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("quý 2 năm 2025", "2025-Q2"),
        ("Quý IV/2025", "2025-Q4"),
        ("tháng 12/2025", "2025-12"),
        ("6 tháng cuối năm 2025", "2025-H2"),
        ("9 tháng đầu năm 2025", "2025-9M"),
        ("năm 2025", "2025"),
        ("8 tháng đầu năm 2025", ""),
        ("giai đoạn 2025-2026", ""),
        ("hôm nay", ""),
        ("", ""),
    ],
)
def test_a_key_is_found_in_the_words_of_people(words: str, key: str) -> None:
    assert key_of(words) == key
