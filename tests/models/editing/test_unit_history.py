"""Units are renamed, merged, split, ended: nothing that plans say of them is lost, and nothing is half done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.units.registers import CENTRE, DIGITAL, FINANCE, OFFICE, REGISTER, WITH_PROCEDURES
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import unit_history as history
from tthc_desktop.models.editing import units as edits
from tthc_desktop.models.editing.unit_checks import UnitPairs, Units
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Period
from tthc_desktop.models.unit import FormerName, Unit, UnitKind
from tthc_desktop.models.units.resolving import resolved
from tthc_desktop.models.units.validity import names, now_of

UNITS = {unit.id: unit for unit in REGISTER}
DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)
_2024, _2026 = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2024, 2026))
NEW = Unit("new", "Phòng Khoa học và Chuyển đổi số", "KHCĐS")


def _after(pairs: edits.JoinedPairs, units: Units = UNITS) -> dict[Id, Unit]:
    """Return the register once the pairs hold."""
    register = dict(units)
    for before, after in pairs:
        if isinstance(before, Unit):
            assert register.pop(before.id) == before
        if isinstance(after, Unit):
            register[after.id] = after
    return register


def _meant(words: str, units: Units, period: Period) -> Unit | None:
    (found,) = resolved(words, tuple(units.values()), period)
    return found.unit


def test_a_renamed_unit_is_known_by_both_names() -> None:
    units = _after(history.renaming_from(UNITS, "office", " Văn  phòng Tổng hợp", DAY, "VPTH"))
    assert units["office"] == replace(
        OFFICE, name="Văn phòng Tổng hợp", short="VPTH", former=(FormerName("Văn phòng Sở", "VP", EVE),)
    )
    for period in (_2024, _2026):
        for words in ("Văn phòng Sở", "VP", "Văn phòng Tổng hợp", "VPTH"):
            assert _meant(words, units, period) == units["office"]
    again = _after(history.renaming_from(units, "office", "Văn phòng Sở", date(2026, 1, 1)), units)
    assert [one.name for one in again["office"].former] == ["Văn phòng Sở", "Văn phòng Tổng hợp"]
    assert again["office"].short == "VPTH"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        (" Văn phòng  Sở", DAY),
        ("", DAY),
        ("Thanh tra Sở", DAY),
        ("Văn phòng Mới", date(2020, 1, 1)),
        ("Văn phòng Mới", date(2020, 3, 1)),
        ("Văn phòng Mới", date(2022, 6, 1)),
        ("Văn phòng Mới", date(2031, 1, 1)),
        ("Văn phòng Mới", date.min),
    ],
)
def test_a_name_that_cannot_be_is_refused(name: str, day: date) -> None:
    former = (FormerName("Văn phòng Cũ", until=date(2022, 5, 31)),)
    unit = replace(OFFICE, former=former, valid_from=date(2020, 3, 1), valid_to=date(2030, 12, 31))
    with pytest.raises(UserError) as trouble:
        history.renaming_from({**UNITS, "office": unit}, "office", name, day)
    assert trouble.value.advice


def test_merged_units_end_and_work_of_them_is_that_of_the_new_one() -> None:
    units = _after(history.merging(UNITS, ["digital", "finance"], NEW, DAY))
    assert units["new"] == replace(NEW, valid_from=DAY)
    assert units["digital"] == replace(DIGITAL, valid_to=EVE, became=("new",))
    assert units["finance"] == replace(FINANCE, valid_to=EVE, became=("new",))
    assert units["procedures"].members == ("digital", "branch", "new")
    assert _meant("Phòng Chuyển đổi số", units, _2026) == units["digital"]
    assert now_of(units["digital"], units, DAY) == (units["new"],)
    (found,) = resolved(WITH_PROCEDURES.name, tuple(units.values()), _2026)
    assert [unit.id for unit in found.units] == ["branch", "new"]
    (found,) = resolved(WITH_PROCEDURES.name, tuple(units.values()), _2024)
    assert [unit.id for unit in found.units] == ["digital", "branch"]


def test_units_are_merged_into_one_that_there_is() -> None:
    pairs = history.merging(UNITS, ["digital"], OFFICE, DAY)
    units = _after(pairs)
    assert units["office"] == OFFICE
    assert units["digital"].became == ("office",)
    assert {before.id for before, _ in pairs if before} == {"digital", "procedures"}


def test_a_new_unit_may_have_the_name_of_one_that_goes() -> None:
    new = Unit("new", DIGITAL.name)
    units = _after(history.merging(UNITS, ["digital", "finance"], new, DAY))
    assert _meant(new.name, units, _2024) == units["digital"]
    assert _meant(new.name, units, _2026) == units["new"]
    with pytest.raises(UserError, match=DIGITAL.name):
        history.merging(UNITS, ["office", "finance"], new, DAY)


def _merged() -> dict[Id, Unit]:
    return _after(history.merging(UNITS, ["digital", "finance"], NEW, DAY))


@pytest.mark.parametrize(
    "merge",
    [
        lambda: history.merging(UNITS, ["office"], OFFICE, DAY),
        lambda: history.merging(UNITS, ["digital", "office"], OFFICE, DAY),
        lambda: history.merging(UNITS, [], OFFICE, DAY),
        lambda: history.merging(UNITS, ["digital"], NEW, DAY),
        lambda: history.merging(UNITS, ["digital", "digital"], NEW, DAY),
        lambda: history.merging(UNITS, ["digital"], WITH_PROCEDURES, DAY),
        lambda: history.merging(UNITS, ["procedures", "digital"], NEW, DAY),
        lambda: history.merging(UNITS, ["nobody"], OFFICE, DAY),
        lambda: history.merging(_merged(), ["new"], DIGITAL, date(2026, 1, 1)),
        lambda: history.merging(_merged(), ["new"], DIGITAL, date(2025, 6, 1)),
        lambda: history.merging(_merged(), ["digital"], OFFICE, date(2026, 1, 1)),
        lambda: history.merging(_merged(), ["office"], NEW, date(2025, 1, 1)),
        lambda: history.splitting(UNITS, "office", [OFFICE, NEW], DAY),
        lambda: history.splitting(UNITS, "office", [NEW], DAY),
        lambda: history.splitting(UNITS, "office", [NEW, WITH_PROCEDURES], DAY),
        lambda: history.splitting(UNITS, "procedures", [NEW, Unit("more", "Phòng Mới")], DAY),
        lambda: history.splitting(UNITS, "office", [NEW, Unit("more", NEW.name)], DAY),
        lambda: history.splitting(UNITS, "office", [NEW, Unit("more", "Thanh tra Sở")], DAY),
        lambda: history.ending(_merged(), "new", EVE),
        lambda: history.ending(_merged(), "digital", DAY),
        lambda: history.ending(UNITS, "nobody", DAY),
        lambda: edits.with_days(UNITS, "office", DAY, EVE),
    ],
)
def test_what_cannot_become_of_units_is_refused(merge: Callable[[], UnitPairs]) -> None:
    with pytest.raises(UserError) as trouble:
        merge()
    assert trouble.value.what.endswith(".")
    assert trouble.value.advice


def test_a_unit_that_was_to_be_its_own_successor_is_refused() -> None:
    until = date(2030, 1, 1)
    units = {**UNITS, "office": replace(OFFICE, valid_to=until, became=("digital",))}
    with pytest.raises(UserError, match="chính nó"):
        history.merging(units, ["digital"], units["office"], DAY)


def test_a_split_unit_became_its_parts() -> None:
    rest, centre = Unit("rest", OFFICE.name), CENTRE
    units = _after(history.splitting(UNITS, "office", [rest, centre], DAY))
    assert units["office"] == replace(OFFICE, valid_to=EVE, became=("rest", "centre"))
    assert units["rest"] == replace(rest, valid_from=DAY)
    assert now_of(units["office"], units, DAY) == (units["rest"], CENTRE)
    assert _meant("Văn phòng", units, _2024) == units["office"]
    assert _meant("Văn phòng", units, _2026) == units["rest"]


def test_a_unit_ends_and_is_there_again() -> None:
    ended = _after(history.ending(UNITS, "centre", EVE))
    assert ended["centre"] == replace(CENTRE, valid_to=EVE)
    assert now_of(ended["centre"], ended, DAY) == (ended["centre"],)
    assert _after(history.reopening(ended, "centre"), ended) == UNITS
    merged = _after(history.merging(UNITS, ["digital"], OFFICE, DAY))
    assert _after(history.reopening(merged, "digital"), merged)["digital"] == DIGITAL


def test_a_unit_whose_name_is_taken_since_is_not_there_again() -> None:
    units = _after(history.splitting(UNITS, "office", [Unit("rest", OFFICE.name), CENTRE], DAY))
    with pytest.raises(UserError, match=OFFICE.name):
        history.reopening(units, "office")


def test_a_removed_or_joined_unit_is_nobodys_successor() -> None:
    merged = _merged()
    removed = _after(edits.removing(merged, ["new"]), merged)
    assert removed["digital"].became == ()
    joined = _after(edits.joining(merged, "office", "new"), merged)
    assert joined["digital"].became == ("office",)
    back = _after(edits.joining(merged, "digital", "new"), merged)
    assert (back["digital"].valid_to, back["digital"].became) == (None, ())
    assert back["finance"].became == ("digital",)


def test_units_are_merged_and_split_by_names() -> None:
    units = _after(history.merging_into(UNITS, ["digital", "finance"], "phòng KHTC", DAY))
    assert units.keys() == UNITS.keys()
    assert (units["digital"].became, units["finance"]) == (("finance",), FINANCE)
    units = _after(history.merging_into(UNITS, ["digital"], "VP", DAY))
    assert units["digital"].became == ("office",)
    units = _after(history.merging_into(UNITS, ["digital", "finance"], "Phòng Mới", DAY))
    (new,) = (unit for unit in units.values() if unit.id not in UNITS)
    assert (new.name, new.kind, new.valid_from) == ("Phòng Mới", UnitKind.INSIDE, DAY)
    units = _after(history.splitting_into(UNITS, "office", ["Văn phòng", CENTRE.name], DAY))
    rest, centre = (units[id_] for id_ in units["office"].became)
    assert (rest.name, centre) == ("Văn phòng", CENTRE)
    for names_ in ((), ("Văn phòng",), ("", "Phòng Mới"), (CENTRE.name, CENTRE.name)):
        with pytest.raises(UserError):
            history.splitting_into(UNITS, "office", names_, DAY)
    with pytest.raises(UserError):
        history.merging_into(UNITS, ["digital"], "Phòng Chuyển đổi số", DAY)
    with pytest.raises(UserError):
        history.merging_into(UNITS, [], "Phòng Mới", DAY)


# Whatever happens

Act = tuple[int, list[int], int]
_acts = st.lists(
    st.tuples(st.integers(0, 6), st.lists(st.integers(0, 99), min_size=1, max_size=3), st.integers(1, 900))
)


def _acted(units: Units, act: Act, place: int) -> UnitPairs:
    what, which, days = act
    day, chosen = date(2024, 1, 1) + timedelta(days), [[*units][at % len(units)] for at in which]
    new = Unit(f"made{place}", f"Phòng Lập thứ {place}")
    more = Unit(f"more{place}", f"Phòng Tách thứ {place}")
    match what:
        case 0:
            return history.renaming_from(units, chosen[0], f"Phòng Tên mới {place}", day)
        case 1:
            return history.merging(units, chosen, new, day)
        case 2:
            return history.merging(units, chosen[1:], units[chosen[0]], day)
        case 3:
            return history.splitting(units, chosen[0], [new, more], day)
        case 4:
            return history.splitting(units, chosen[0], [new, *(units[id_] for id_ in chosen[1:])], day)
        case 5:
            return history.ending(units, chosen[0], day)
        case _:
            return history.reopening(units, chosen[0])


@given(_acts)
def test_whatever_becomes_of_units_nobody_is_lost(acts: list[Act]) -> None:
    units: dict[Id, Unit] = dict(UNITS)
    for place, act in enumerate(acts):
        try:
            pairs = _acted(units, act, place)
        except UserError:
            continue
        after = _after(pairs, units)
        assert _after(tuple((new, old) for old, new in pairs), after) == units
        assert units.keys() <= after.keys()
        units = after
    for unit in units.values():
        assert unit.id not in _behind(units, unit)
        for day in (date(2023, 1, 1), date(2025, 1, 1), date(2027, 1, 1)):
            assert now_of(unit, units, day)
            if unit.kind is not UnitKind.COLLECTIVE:
                there = resolved(unit.name, tuple(units.values()), Period(day, day))
                assert [one.unit is not None for one in there] == [True]
    for before in REGISTER:
        for name in names(before):
            assert _meant(name, units, Period(date(2023, 1, 1), date(2023, 1, 1))) == units[before.id]


def _behind(units: Units, unit: Unit) -> set[Id]:
    found, waiting = set[Id](), [*unit.became]
    while waiting:
        if (id_ := waiting.pop()) not in found:
            found.add(id_)
            waiting += units[id_].became
    return found
