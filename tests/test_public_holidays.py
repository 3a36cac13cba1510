"""The public holidays of Vietnam by the library that is kept for it."""

import subprocess
import sys
from datetime import date

from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.public_holidays import public_holidays

FIXED = {(1, 1): "Tết Dương lịch", (4, 30): "Ngày Chiến thắng", (5, 1): "Ngày Quốc tế Lao động", (9, 2): "Quốc khánh"}
TET = {2024: date(2024, 2, 10), 2025: date(2025, 1, 29), 2026: date(2026, 2, 17), 2027: date(2027, 2, 6)}
HUNG_KINGS = {2024: date(2024, 4, 18), 2025: date(2025, 4, 7), 2026: date(2026, 4, 26), 2027: date(2027, 4, 16)}


def test_fixed_days_have_their_names_in_every_year() -> None:
    for year in range(2010, 2060):
        found = public_holidays([year])
        assert {(month, day): found[date(year, month, day)] for month, day in FIXED} == FIXED
        assert {day.year for day in found} == {year}


def test_days_of_the_moon_are_among_them() -> None:
    found = public_holidays(TET)
    assert {day.year: day for day, name in found.items() if name == "Tết Nguyên Đán"} == TET
    assert {day.year: day for day, name in found.items() if name == "Ngày Giỗ Tổ Hùng Vương"} == HUNG_KINGS
    assert [f"{day:%d/%m}" for day in found if day.year == 2026 and "Tết" in found[day]] == [
        *("01/01", "16/02", "17/02", "18/02", "19/02", "20/02")
    ]


def test_a_day_stands_in_for_one_on_a_weekend() -> None:
    assert public_holidays([2022])[date(2022, 1, 3)] == "Tết Dương lịch (nghỉ bù)"


def test_years_come_in_any_order_and_once() -> None:
    found = list(public_holidays([2026, 2025, 2026]))
    assert found == sorted(set(found))
    assert public_holidays([]) == {}


def test_working_days_leave_out_tet() -> None:
    days = DaysOff(public_holidays([2026]))
    assert days.working_day(date(2026, 2, 13), 1) == date(2026, 2, 23)
    assert days.why_off(date(2026, 2, 18)) == "Mùng hai Tết Nguyên Đán"


def test_the_library_is_loaded_when_it_is_asked_only() -> None:
    code = "import sys, tthc_desktop.public_holidays; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
