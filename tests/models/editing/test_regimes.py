"""The office's own regimes changed: taken over, written, given days; what cannot be changes nothing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import regimes
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.regimes import (
    Detail,
    adding,
    altering,
    detail_words,
    entries,
    removing,
    with_cutoff,
    with_detail,
)
from tthc_desktop.models.reporting.cutoff_words import KIND_NAMES, Part, cutoff_words
from tthc_desktop.models.reporting.regimes import Cutoff, Regime, cutoff_of
from tthc_desktop.models.spans import SpanKind

QUARTER = Cutoff(SpanKind.QUARTER, 1, 15, 14, 25)
REGIME = Regime("r", "Chế độ của tỉnh", date(2026, 1, 1), cutoffs=(QUARTER,))
OWN = {"r": REGIME}


def test_a_known_regime_becomes_the_offices_own_once() -> None:
    assert adding({}, REGIME) == ((None, REGIME),)
    assert adding(OWN, REGIME) == ()


def test_a_regime_is_altered_and_taken_out() -> None:
    assert altering(OWN, REGIME) == ()
    other = replace(REGIME, name="Khác")
    assert altering(OWN, other) == ((REGIME, other),)
    assert removing(OWN, ["r", "r", "x"]) == ((REGIME, None),)


@pytest.mark.parametrize(
    ("detail", "typed", "kept"),
    [
        (Detail.NAME, "  Chế độ\nmới ", "Chế độ mới"),
        (Detail.START, "1/7/2026", date(2026, 7, 1)),
        (Detail.START, "1/7", date(2026, 7, 1)),
        (Detail.END, "31/12/2026", date(2026, 12, 31)),
        (Detail.END, " ", None),
        (Detail.BASES, "Căn cứ A;\n\n  Căn cứ  B;", ("Căn cứ A;", "Căn cứ B;")),
        (Detail.ADDRESSEES, "- Sở Tư pháp\n– UBND tỉnh", ("Sở Tư pháp", "UBND tỉnh")),
        (Detail.RECIPIENTS, "+ Như trên;\r\n* Lưu: VT.", ("Như trên;", "Lưu: VT.")),
        (Detail.FORMS, "", ()),
    ],
)
def test_details_are_kept_as_typed_and_tidied(detail: Detail, typed: str, kept: object) -> None:
    assert getattr(with_detail(REGIME, detail, typed), detail.value) == kept


@given(regimes())
def test_a_detail_typed_as_it_is_told_stays(regime: Regime) -> None:
    for detail in Detail:
        once = with_detail(regime, detail, detail_words(regime, detail))
        assert with_detail(once, detail, detail_words(once, detail)) == once
    assert with_detail(regime, Detail.END, detail_words(regime, Detail.END)) == regime


@given(st.text())
def test_entries_are_whole_lines(typed: str) -> None:
    found = entries(typed)
    assert all(words and "\n" not in words and words == words.strip() for words in found)


@pytest.mark.parametrize(
    ("detail", "typed", "told"),
    [
        (Detail.NAME, " ", "chưa có tên"),
        (Detail.END, "31/12/2025", "hết hiệu lực ngày 31/12/2025, trước khi có hiệu lực ngày 01/01/2026"),
        (Detail.START, "", "không phải là một ngày"),
        (Detail.START, "31/02/2025", "không phải là một ngày"),
        (Detail.START, "1/1/20255", "không phải là một ngày"),
        (Detail.START, "1/1/0001", "không thể là ngày hiệu lực"),
        (Detail.END, "31/12/9999", "không thể là ngày hiệu lực"),
    ],
)
def test_what_cannot_be_is_told(detail: Detail, typed: str, told: str) -> None:
    with pytest.raises(UserError) as raised:
        altering(OWN, with_detail(REGIME, detail, typed))
    assert told in raised.value.what
    assert raised.value.advice


def test_days_are_set_part_by_part() -> None:
    made = REGIME
    typed = {Part.MONTHS: "1", Part.FROM_DAY: "20", Part.TO_DAY: "19", Part.DUE: "sau 3 ngày làm việc"}
    for part, words in typed.items():
        made = with_cutoff(made, SpanKind.MONTH, part, words)
    assert made.cutoffs == (Cutoff(SpanKind.MONTH, 1, 20, 19, None, 3), QUARTER)


def test_a_due_day_takes_the_place_of_working_days() -> None:
    counted = with_cutoff(REGIME, SpanKind.QUARTER, Part.DUE, "5 ngày làm việc")
    assert cutoff_of(counted, SpanKind.QUARTER) == replace(QUARTER, due_day=None, due_after=5)
    assert with_cutoff(counted, SpanKind.QUARTER, Part.DUE, "25") == REGIME


def test_the_days_of_the_span_itself_are_none_that_are_set() -> None:
    made = REGIME
    for part, words in {Part.TO_DAY: "31", Part.FROM_DAY: "1", Part.MONTHS: "0", Part.DUE: ""}.items():
        made = with_cutoff(made, SpanKind.QUARTER, part, words)
    assert made.cutoffs == ()
    assert with_cutoff(made, SpanKind.YEAR, Part.TO_DAY, "cuối tháng") is made


def test_a_month_cannot_end_before_it_begins() -> None:
    begun = with_cutoff(REGIME, SpanKind.MONTH, Part.FROM_DAY, "15")
    with pytest.raises(UserError, match="không thể bắt đầu ngày 15 rồi chốt ngày 14"):
        with_cutoff(begun, SpanKind.MONTH, Part.TO_DAY, "14")
    before = with_cutoff(begun, SpanKind.MONTH, Part.MONTHS, "1")
    assert cutoff_of(with_cutoff(before, SpanKind.MONTH, Part.TO_DAY, "14"), SpanKind.MONTH)


@pytest.mark.parametrize("part", [Part.FROM_DAY, Part.TO_DAY, Part.DUE])
@pytest.mark.parametrize("typed", ["0", "40"])
def test_no_month_has_such_a_day(part: Part, typed: str) -> None:
    with pytest.raises(UserError, match="không dùng làm"):
        with_cutoff(REGIME, SpanKind.QUARTER, part, typed)


@given(regimes(), st.sampled_from(list(KIND_NAMES)), st.sampled_from(Part))
def test_what_stands_there_typed_again_changes_nothing(regime: Regime, kind: SpanKind, part: Part) -> None:
    kept = cutoff_of(regime, kind) or Cutoff(kind, 1, 15, 14, 25)
    regime = replace(regime, cutoffs=(replace(kept, due_after=None) if kept.due_day else replace(kept, due_after=2),))
    assert with_cutoff(regime, kind, part, cutoff_words(regime.cutoffs[0], part)) is regime
