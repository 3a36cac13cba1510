"""From clauses to days: ends of spans, what comes back, what hangs on an event."""

from datetime import date

import pytest

from tthc_desktop.models.days_off import DaysOff, ExchangedDay
from tthc_desktop.models.deadlines.due_days import day_after, due_days
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.plan import Period

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
DAYS = {
    "trước ngày 10/3": ["2026-03-10"],
    "tháng 2": ["2026-02-28"],
    "quý II": ["2026-06-30"],
    "đầu quý II": ["2026-04-30"],
    "trước quý II": ["2026-03-31"],
    "cả năm": ["2026-12-31"],
    "6 tháng đầu năm": ["2026-06-30"],
    "từ ngày 5/6/2026": [],
    "thường xuyên": [],
    "khi có yêu cầu": [],
    "hằng quý": ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
    "ngày 15 của tháng cuối quý": ["2026-03-15", "2026-06-15", "2026-09-15", "2026-12-15"],
    "ngày 10 tháng đầu quý sau": ["2026-01-10", "2026-04-10", "2026-07-10", "2026-10-10"],
    "02 lần/năm": ["2026-06-30", "2026-12-31"],
    "trước ngày 15/12 hằng năm": ["2026-12-15"],
    "tháng 6 và tháng 12 hằng năm": ["2026-06-30", "2026-12-31"],
    "trước 30/6 và 31/12": ["2026-06-30", "2026-12-31"],
}


KEYS = {
    "hằng quý, năm": ["2026-Q1", "2026-Q2", "2026-Q3", "2026", "2026-Q4"],
    "ngày 10 tháng đầu quý sau": ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"],
    "02 lần/năm": ["2026-H1", "2026-H2"],
    "4 lần/năm": ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
    "3 lần/năm": ["2026-04-30", "2026-08-31", "2026-12-31"],
    "tháng 6 và tháng 12 hằng năm": ["2026-06", "2026-12"],
    "quý II, quý IV hằng năm": ["2026-Q2", "2026-Q4"],
    "trước ngày 15/12 hằng năm": ["2026"],
    "trước ngày 15/3 hằng năm; trước ngày 15/12 hằng năm": ["2026-03-15", "2026-12-15"],
    "trước 30/6 và 31/12": ["2026-06-30", "2026-12-31"],
    "trước 30/6": [""],
    "Phòng Một gửi trước 30/6 và Phòng Hai gửi trước 30/6": [""],
    "trước 30/6 và hằng quý": ["2026-Q1", "2026-Q2", "2026-06-30", "2026-Q3", "2026-Q4"],
}


def _days(words: str, *, strict: bool = False) -> list[str]:
    return [due.day.isoformat() for due in due_days(understand(words, 2026), YEAR, strict=strict)]


@pytest.mark.parametrize(("words", "days"), DAYS.items())
def test_days(words: str, days: list[str]) -> None:
    assert _days(words) == days


@pytest.mark.parametrize(("words", "keys"), KEYS.items())
@pytest.mark.parametrize("strict", [False, True])
def test_each_day_has_its_key_whatever_the_rules(words: str, keys: list[str], strict: bool) -> None:
    found = [due.period for due in due_days(understand(words, 2026), YEAR, strict=strict)]
    assert sorted(found) == sorted(keys)


def test_work_named_twice_for_one_day_is_due_once() -> None:
    (due,) = due_days(understand("Phòng Một gửi trước 30/6 và Phòng Hai gửi trước 30/6", 2026), YEAR)
    assert (due.clause, due.also) == (0, (1,))


def test_a_year_has_as_many_days_as_times() -> None:
    for times in range(1, 366):
        assert len(_days(f"{times} lần/năm")) == times
    assert len(_days("999 lần/năm")) == 365


def test_what_comes_back_each_month() -> None:
    assert _days("trước ngày 31 hằng tháng") == [f"2026-{m:02d}-{d}" for m, d in enumerate(
        (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1)]  # fmt: skip


def test_before_a_day_is_strict_when_the_office_says_so() -> None:
    assert _days("trước ngày 1/3", strict=True) == ["2026-02-28"]
    assert _days("ngày 1/3", strict=True) == ["2026-03-01"]
    assert _days("trước quý II", strict=True) == ["2026-03-31"]
    assert _days("trước ngày 1 hằng tháng", strict=True)[:2] == ["2026-01-31", "2026-02-28"]


def test_working_days_after_an_event_leave_out_days_off() -> None:
    (clause,) = understand("chậm nhất 5 ngày làm việc kể từ ngày ký").clauses
    friday = date(2026, 3, 6)
    exchanged = {day.day: day for day in (ExchangedDay("a", date(2026, 3, 14), off=False),)}
    assert day_after(friday, clause, DaysOff()) == date(2026, 3, 13)
    assert day_after(friday, clause, DaysOff({date(2026, 3, 10): "lễ"})) == date(2026, 3, 16)
    assert day_after(friday, clause, DaysOff({date(2026, 3, 10): "lễ"}, exchanged)) == date(2026, 3, 14)


def test_plain_days_count_all_days() -> None:
    (clause,) = understand("trước 10 ngày so với ngày họp").clauses
    assert day_after(date(2026, 3, 6), clause, DaysOff()) == date(2026, 2, 24)


def test_what_does_not_count_from_an_event_has_no_day() -> None:
    (clause,) = understand("khi có yêu cầu").clauses
    assert day_after(date(2026, 3, 6), clause, DaysOff()) is None
