"""Series of cells as a spreadsheet continues them."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.numbering import roman
from tthc_desktop.models.series.continuing import continued

DAYS = st.dates(date(1950, 1, 1), date(2900, 1, 1))


@pytest.mark.parametrize(
    ("seeds", "following"),
    [
        ("Tháng 1/2026", "Tháng 2/2026|Tháng 3/2026"),
        ("Tháng 11/2026", "Tháng 12/2026|Tháng 1/2027|Tháng 2/2027"),
        ("Tháng 08/2026", "Tháng 09/2026|Tháng 10/2026"),
        ("Tháng 01/2026", "Tháng 02/2026|Tháng 03/2026"),
        ("tháng 12 năm 2026", "tháng 1 năm 2027"),
        ("Xong trong tháng 6/2026.", "Xong trong tháng 7/2026."),
        ("Tháng 11", "Tháng 12|Tháng 1"),
        ("Tháng 11/2026|Tháng 2/2027", "Tháng 5/2027|Tháng 8/2027|Tháng 11/2027|Tháng 2/2028"),
        ("Tháng 11|Tháng 1", "Tháng 3|Tháng 5"),
        ("Quý I/2026", "Quý II/2026|Quý III/2026|Quý IV/2026|Quý I/2027"),
        ("Quý IV", "Quý I|Quý II"),
        ("quí 3 năm 2026", "quí 4 năm 2026|quí 1 năm 2027"),
        ("Quý II/2026|Quý IV/2026", "Quý II/2027|Quý IV/2027"),
        ("Quý IV/2026|Quý III/2026|Quý II/2026", "Quý I/2026|Quý IV/2025"),
        ("31/12/2026", "01/01/2027|02/01/2027"),
        ("28/2/2028", "29/2/2028|1/3/2028"),
        ("05-3-2026", "06-3-2026"),
        ("01/3/2026|08/3/2026", "15/3/2026|22/3/2026|29/3/2026|05/4/2026"),
        ("15/10/2026|15/11/2026", "15/12/2026|15/01/2027"),
        ("15/01/2026|15/04/2026", "15/07/2026"),
        ("20/11/2026|20/11/2027", "20/11/2028"),
        ("30/12/2026|30/01/2027", "28/02/2027|30/03/2027"),
        ("31/01/2026|28/02/2026", "31/03/2026|30/04/2026"),
        ("Trước 15/3/2026|Trước 15/4/2026", "Trước 15/5/2026"),
        ("ngày 05 tháng 12 năm 2026|ngày 05 tháng 01 năm 2027", "ngày 05 tháng 02 năm 2027|ngày 05 tháng 3 năm 2027"),
        ("1|2", "3|4"),
        ("10|8", "6|4|2|0|-2"),
        ("1.000|2.500", "4.000|5.500"),
        ("1,5|2", "2,5|3,0"),
        ("60%|70%", "80%|90%"),
        ("Việc 1|Việc 2", "Việc 3|Việc 4"),
        ("Năm 2026|Năm 2027", "Năm 2028"),
        ("008|009", "010|011"),
        ("2.8|2.9", "2.10|2.11"),
        ("Tổ 2, phường 5|Tổ 4, phường 5", "Tổ 6, phường 5"),
    ],
)
def test_what_goes_on(seeds: str, following: str) -> None:
    wanted = following.split("|")
    assert continued(seeds.split("|"), len(wanted)) == wanted


@pytest.mark.parametrize(
    "seeds",
    [
        "",
        "7",
        "Việc 1",
        "Văn phòng",
        "Văn phòng|Văn phòng",
        "Tháng 6/2026|Tháng 6/2026",
        "Trước 15/3/2026",
        "Tháng 13/2026",
        "31/02/2026",
        "Tháng 1 - 3/2026",
        "Từ tháng 2 đến tháng 4/2026",
        "Quý I, II/2026",
        "Quý I và quý II",
        "6 tháng đầu năm 2026",
        "1|2|4",
        "1|Tháng 2",
        "Việc 2|Việc 1",
        "Tổ 1 phường 1|Tổ 2 phường 2",
        "15/3|16/3",
        "Tháng 1/2026|Tháng 2",
        "Tháng 1|Tháng 2|Tháng 4",
        "Tháng 1/2026|Quý II/2026",
        "31/12/2998|31/12/2999",
    ],
)
def test_what_shows_no_series(seeds: str) -> None:
    assert continued(seeds.split("|"), 3) is None


def test_one_number_counts_when_it_is_forced_to() -> None:
    assert continued(["Việc 1"], 2, forced=True) == ["Việc 2", "Việc 3"]
    assert continued(["Trước 15/3/2026"], 1, forced=True) == ["Trước 16/3/2026"]
    assert continued(["Văn phòng"], 1, forced=True) is None
    assert continued([], 1, forced=True) is None


@given(DAYS, st.integers(-400, 400).filter(bool), st.integers(1, 30))
def test_dates_go_on_by_days(first: date, step: int, count: int) -> None:
    days = [first + timedelta(step * place) for place in range(count + 2)]
    said = [day.strftime("%d/%m/%Y") for day in days]
    by_months = days[0].day == days[1].day or all((day + timedelta(1)).day == 1 for day in days[:2])
    if not by_months:
        assert continued(said[:2], count) == said[2:]


@given(st.integers(2000 * 12, 2100 * 12), st.integers(1, 40), st.booleans())
def test_months_go_on_over_the_years_and_back(first: int, count: int, backwards: bool) -> None:
    said = [f"Tháng {month % 12 + 1}/{month // 12}" for month in range(first, first + count + 1)]
    if backwards:
        said.reverse()
    assert continued(said[:1], count, backwards=backwards) == said[1:]


@given(st.integers(2000 * 4, 2100 * 4), st.integers(-7, 7).filter(bool), st.integers(1, 9), st.booleans())
def test_quarters_keep_their_figures(first: int, step: int, count: int, in_roman: bool) -> None:
    places = [first + step * place for place in range(count + 2)]
    said = [f"Quý {roman(at % 4 + 1) if in_roman else at % 4 + 1}/{at // 4}" for at in places]
    assert continued(said[:2], count) == said[2:]


@given(st.lists(st.integers(0, 9999), min_size=2, max_size=4), st.text("ab %,", max_size=4), st.integers(1, 9))
def test_numbers_go_on_by_an_even_step_or_not_at_all(values: list[int], around: str, count: int) -> None:
    said = [f"{around} {value} {around}" for value in values]
    steps = {after - before for before, after in pairwise(values)}
    made = continued(said, count)
    if len(steps) > 1 or steps == {0}:
        assert made is None
    elif made is not None:
        found = [int(re.findall(r"-?\d+", words)[0]) for words in made]
        assert found == [values[-1] + max(steps) * place for place in range(1, count + 1)]
        assert all(re.sub(r"-?\d+", "#", words) == f"{around} # {around}" for words in made)
    else:
        assert values[-1] + max(steps) * count < 0


@given(st.lists(st.text(), max_size=3), st.integers(0, 5), st.booleans(), st.booleans())
def test_any_words_are_answered(seeds: list[str], count: int, backwards: bool, forced: bool) -> None:
    made = continued(seeds, count, backwards=backwards, forced=forced)
    assert made is None or len(made) == count
