"""From clauses to days: ends of spans, what comes back, what hangs on an event."""

from datetime import date

import pytest

from tthc_desktop.models.deadlines.due_days import due_days
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


def _days(words: str, *, strict: bool = False, event: date | None = None) -> list[str]:
    found = due_days(understand(words, 2026), YEAR, {0: event} if event else None, strict=strict)
    return [due.day.isoformat() for due in found]


@pytest.mark.parametrize(("words", "days"), DAYS.items())
def test_days(words: str, days: list[str]) -> None:
    assert _days(words) == days


def test_what_comes_back_each_month() -> None:
    assert _days("trước ngày 31 hằng tháng") == [f"2026-{m:02d}-{d}" for m, d in enumerate(
        (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1)]  # fmt: skip


def test_before_a_day_is_strict_when_the_office_says_so() -> None:
    assert _days("trước ngày 1/3", strict=True) == ["2026-02-28"]
    assert _days("ngày 1/3", strict=True) == ["2026-03-01"]
    assert _days("trước quý II", strict=True) == ["2026-03-31"]


def test_an_event_gives_its_days_once_it_is_known() -> None:
    assert _days("chậm nhất 5 ngày làm việc kể từ ngày ký") == []
    assert _days("chậm nhất 5 ngày làm việc kể từ ngày ký", event=date(2026, 3, 6)) == ["2026-03-13"]
    assert _days("trước 10 ngày so với ngày họp", event=date(2026, 3, 6), strict=True) == ["2026-02-24"]
