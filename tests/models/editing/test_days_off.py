"""The office's own calendar and rules changed: checked, tidied, nothing said twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff, ExchangedDay
from tthc_desktop.models.editing.days_off import adding, altering, day_typed, removing, ruling
from tthc_desktop.models.rules import THE_RULES, Rules

DAYS = DaysOff({date(2026, 5, 1): "Ngày Quốc tế Lao động"})
BRIDGE = ExchangedDay("a", date(2026, 5, 4), note="nghỉ bù")
WORKED = ExchangedDay("b", date(2026, 5, 9), off=False)
KNOWN = {each.id: each for each in (BRIDGE, WORKED)}


def test_a_day_is_added_with_its_words_tidied() -> None:
    new = ExchangedDay("c", date(2026, 6, 1), note="  hoán  đổi\n")
    assert adding(KNOWN, DAYS, new) == ((None, ExchangedDay("c", date(2026, 6, 1), note="hoán đổi")),)


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (ExchangedDay("c", date(2026, 5, 4)), "đã có trong lịch"),
        (ExchangedDay("c", date(2026, 5, 1)), "vốn là ngày nghỉ (Ngày Quốc tế Lao động)"),
        (ExchangedDay("c", date(2026, 5, 3)), "vốn là ngày nghỉ (Chủ nhật)"),
        (ExchangedDay("c", date(2026, 5, 6), off=False), "vốn là ngày làm việc"),
    ],
)
def test_what_holds_anyway_is_not_added(new: ExchangedDay, told: str) -> None:
    with pytest.raises(UserError, match="ngày") as raised:
        adding(KNOWN, DAYS, new)
    assert told in raised.value.what
    assert raised.value.advice


def test_a_day_is_altered_against_all_others() -> None:
    assert altering(KNOWN, DAYS, BRIDGE) == ()
    other = ExchangedDay("a", date(2026, 5, 5), note="nghỉ bù")
    assert altering(KNOWN, DAYS, other) == ((BRIDGE, other),)
    reworded = ExchangedDay("a", BRIDGE.day, note="khác")
    assert altering(KNOWN, DAYS, reworded) == ((BRIDGE, reworded),)
    with pytest.raises(UserError):
        altering(KNOWN, DAYS, ExchangedDay("a", WORKED.day, off=False))
    with pytest.raises(UserError):
        altering(KNOWN, DAYS, ExchangedDay("a", BRIDGE.day, off=False))


def test_days_are_removed_once() -> None:
    assert removing(KNOWN, ["a", "b", "a"]) == ((BRIDGE, None), (WORKED, None))


def test_rules_that_hold_already_are_no_change() -> None:
    strict = Rules(strict=True)
    assert ruling({}, Rules()) == ()
    assert ruling({}, strict) == ((None, strict),)
    assert ruling({THE_RULES: strict}, strict) == ()
    assert ruling({THE_RULES: strict}, Rules()) == ((strict, Rules()),)


@given(st.dates(date(1000, 1, 1)), st.sampled_from("/.-"))
def test_any_day_can_be_typed(day: date, sign: str) -> None:
    assert day_typed(f" {day.day}{sign}{day.month:02}{sign}{day.year} ", 2026) == day
    if (day.day, day.month) != (29, 2):
        assert day_typed(f"{day.day:02}{sign}{day.month}", 2026) == date(2026, day.month, day.day)


@pytest.mark.parametrize("words", ["", "31/2/2026", "1/13/2026", "mai", "1/1/26", "0/1/2026", "1/1/0000", "²/1/2026"])
def test_what_is_no_day_is_told(words: str) -> None:
    with pytest.raises(UserError, match="không phải là một ngày"):
        day_typed(words, 2026)
