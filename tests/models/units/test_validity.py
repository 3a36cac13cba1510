"""Units in time: their names, whether there are such units, and who does their work since."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period
from tthc_desktop.models.unit import FormerName, Unit
from tthc_desktop.models.units.validity import is_valid, is_valid_in, name_in, name_on, names, names_in_time, now_of

RENAMED = Unit(
    "room",
    "Phòng Chuyển đổi số",
    "CĐS",
    aliases=("Phòng số",),
    former=(
        FormerName("Phòng Tin học", until=date(2018, 12, 31)),
        FormerName("Phòng Công nghệ", "PCN", until=date(2025, 2, 28)),
    ),
    valid_from=date(2010, 1, 1),
)
YEAR_2025 = Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2000, 1, 1), "Phòng Tin học"),
        (date(2018, 12, 31), "Phòng Tin học"),
        (date(2019, 1, 1), "Phòng Công nghệ"),
        (date(2025, 2, 28), "Phòng Công nghệ"),
        (date(2025, 3, 1), "Phòng Chuyển đổi số"),
        (date.max, "Phòng Chuyển đổi số"),
    ],
)
def test_a_unit_has_the_name_of_the_day(day: date, name: str) -> None:
    assert name_on(RENAMED, day) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "Phòng Công nghệ"),
        (date(2025, 6, 1), "Phòng Chuyển đổi số"),
        (date(2030, 1, 1), "Phòng Chuyển đổi số"),
        (date(2012, 1, 1), "Phòng Công nghệ"),
    ],
)
def test_a_plan_calls_a_unit_as_in_its_own_time(day: date | None, name: str) -> None:
    assert name_in(RENAMED, YEAR_2025, day) == name
    assert name_in(RENAMED, None, day) == (name_on(RENAMED, day) if day else RENAMED.name)


def test_an_old_plan_keeps_the_old_name_for_good() -> None:
    assert name_in(RENAMED, Period(date(2024, 1, 1), date(2024, 12, 31)), date(2026, 7, 1)) == "Phòng Công nghệ"


def test_each_name_has_its_days() -> None:
    assert [*names_in_time(RENAMED)] == [
        ("Phòng Chuyển đổi số", date(2025, 3, 1), date.max),
        ("CĐS", date(2025, 3, 1), date.max),
        ("Phòng số", date(2010, 1, 1), date.max),
        ("Phòng Tin học", date(2010, 1, 1), date(2018, 12, 31)),
        ("Phòng Công nghệ", date(2019, 1, 1), date(2025, 2, 28)),
        ("PCN", date(2019, 1, 1), date(2025, 2, 28)),
    ]
    assert next(names(RENAMED)) == RENAMED.name
    odd = Unit("odd", "Phòng B", former=(FormerName("Phòng A"),))
    assert [called.name for called in names_in_time(odd)] == ["Phòng B", "Phòng A"]


@given(st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_a_unit_is_there_from_its_first_to_its_last_day(day: date, start: date | None, end: date | None) -> None:
    unit = Unit("u", "Phòng A", valid_from=start, valid_to=end)
    assert is_valid(unit, day) == ((start or date.min) <= day <= (end or date.max))
    assert is_valid_in(unit, Period(day, day)) == is_valid(unit, day)
    assert is_valid_in(unit, None) == (end is None)


def test_work_goes_through_all_that_a_unit_became() -> None:
    a = Unit("a", "Phòng A", valid_to=date(2024, 12, 31), became=("b",))
    b = Unit("b", "Phòng B", valid_to=date(2025, 6, 30), became=("c", "d", "unknown"))
    c, d = Unit("c", "Phòng C"), Unit("d", "Phòng D", valid_to=date(2025, 9, 30))
    units = {unit.id: unit for unit in (a, b, c, d)}
    assert now_of(a, units, date(2024, 12, 31)) == (a,)
    assert now_of(a, units, date(2025, 1, 1)) == (b,)
    assert now_of(a, units, date(2025, 7, 1)) == (c, d)
    assert now_of(a, units, date(2025, 10, 1)) == (c,)
    assert now_of(d, units, date(2026, 1, 1)) == (d,)


_graphs = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(
        st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31)), st.lists(st.sampled_from("abcdefg"), max_size=3)
    ),
    min_size=1,
)


@given(_graphs, st.dates(date(2024, 12, 1), date(2026, 1, 31)))
def test_work_is_never_lost_whatever_became_of_units(graph: dict[Id, tuple[date | None, list[Id]]], day: date) -> None:
    units = {id_: Unit(id_, id_, valid_to=end, became=tuple(became)) for id_, (end, became) in graph.items()}
    for unit in units.values():
        found = now_of(unit, units, day)
        assert found
        assert len({one.id for one in found}) == len(found)
        assert set(found) <= set(units.values())
        there = [is_valid(one, day) for one in found]
        assert all(there) or not any(there)
        if is_valid(unit, day):
            assert found == (unit,)
        still = replace(unit, valid_to=day + timedelta(1))
        assert now_of(still, units, day) == (still,)
