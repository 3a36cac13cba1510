"""A unit is merged while its plan runs: the plan still names it, whom it became has its work, undo brings all back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.models.units.registers import plan_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.agenda import agenda
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import days_off
from tthc_desktop.models.editing.unit_checks import UnitPairs, Units
from tthc_desktop.models.editing.unit_history import ending, merging_into, renaming_from, reopening, splitting_into
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.known import known_of
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.lines import progress_lines
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.sending.going_out import Round, outgoing
from tthc_desktop.models.sending.mailing import mailing
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office

ROOM, STAFF, OFFICE = Unit("r", "Phòng Tin học"), Unit("s", "Phòng Tổ chức"), Unit("o", "Văn phòng Sở")
BEFORE, AFTER, LATER = date(2025, 5, 1), date(2025, 9, 1), date(2026, 3, 1)
SAID = Progress("p", "plan", "t1", "r", {Field.PERCENT: Said("40")})


def _plan(year: int = 2025) -> Plan:
    plan = plan_of(("Phòng Tin học", "Văn phòng Sở"), ("Các phòng thuộc Sở", ""), ("Văn phòng Sở", "Phòng Tổ chức"))
    return replace(plan, period=Period(date(year, 1, 1), date(year, 12, 31)))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with a plan of a year, three units and a word of one of them."""
    opened = Office.open(tmp_path / "van-phong.tthc")
    opened.change(Change("Kế hoạch", ((None, _plan()),)))
    opened.change(Change("Đơn vị", tuple((None, unit) for unit in (ROOM, STAFF, OFFICE))))
    opened.change(Change("Tiến độ", ((None, SAID),)))
    return opened


def _merge(office: Office) -> Id:
    pairs = merging_into(office.units, ["r", "s"], "Phòng Tổng hợp", date(2025, 7, 1))
    office.change(Change("Sáp nhập", pairs))
    return next(id_ for id_ in office.units if id_ not in {"r", "s", "o"})


def _addressees(office: Office, day: date) -> list[str]:
    return [one.share.name for one in mailing(office.plans["plan"], office.holdings, day).addressees]


def test_work_of_merged_units_goes_to_the_new_one_and_the_plan_keeps_their_names(office: Office) -> None:
    _merge(office)
    assert _addressees(office, BEFORE) == ["Phòng Tin học", "Phòng Tổ chức", "Văn phòng Sở"]
    assert _addressees(office, AFTER) == ["Văn phòng Sở", "Phòng Tổng hợp"]
    share = mailing(office.plans["plan"], office.holdings, AFTER).addressees[1].share
    assert {row.words["lead"] for row in share.rows if row.work_id == "t1"} == {"Phòng Tin học"}
    new = mailing(office.plans["plan"], office.holdings, AFTER).new_units
    assert [unit.name for unit in new] == ["Các phòng thuộc Sở"]


def test_what_a_unit_has_said_stays_under_its_name(office: Office) -> None:
    new = _merge(office)
    lines = progress_lines(office.plans["plan"], tuple(office.units.values()), [SAID], AFTER)
    of_work = [line.unit for line in lines if line.work_id == "t1"]
    assert of_work == ["Phòng Tổng hợp", "Phòng Tin học", "Văn phòng Sở"]
    found = [*agenda(office.plans["plan"], office.holdings, days_off({}, ()), AFTER)]
    assert new in {line.unit_id for line in found if line.work_id == "t1" and line.leads}
    assert not {"s"} & {line.unit_id for line in found}


def test_a_sheet_that_was_sent_before_still_belongs_to_who_got_it(office: Office) -> None:
    shares = {one.unit.id: one.share for one in mailing(office.plans["plan"], office.holdings, BEFORE).addressees}
    sent = outgoing(shares["r"], (), Round(1, datetime(2025, 5, 1, tzinfo=UTC)), "r.xlsx")
    new = _merge(office)
    known = known_of(office.holdings, datetime(2025, 9, 1, tzinfo=UTC))
    plan = office.plans["plan"]
    assert sent.sent.unit_name == "Phòng Tin học"
    for unit_id in ("r", new):
        works = {row.work_id for row in known.share(plan, office.units[unit_id]).rows}
        assert {"t1", "t2"} <= works


def test_a_plan_of_last_year_calls_a_renamed_unit_by_its_old_name(office: Office) -> None:
    office.change(Change("Đổi tên", renaming_from(office.units, "r", "Phòng Chuyển đổi số", date(2026, 1, 1))))
    assert _addressees(office, LATER) == ["Phòng Tin học", "Phòng Tổ chức", "Văn phòng Sở"]
    office.change(Change("Sửa", ((office.plans["plan"], _plan(2026)),)))
    assert "Phòng Chuyển đổi số" in _addressees(office, LATER)


def test_history_of_units_is_kept_in_the_file(office: Office, tmp_path: Path) -> None:
    _merge(office)
    office.change(Change("Đổi tên", renaming_from(office.units, "o", "Văn phòng Tổng hợp", AFTER, "VPTH")))
    units = dict(office.units)
    office.close()
    with Office.open(tmp_path / "van-phong.tthc") as again:
        assert dict(again.units) == units
        assert again.undo().label == "Đổi tên"
        assert again.undo().label == "Sáp nhập"
        assert dict(again.units) == {unit.id: unit for unit in (ROOM, STAFF, OFFICE)}


Act = tuple[int, int, int, int]
_acts = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9), st.integers(0, 9), st.integers(1, 700)), max_size=6)


def _pairs(units: Units, act: Act, place: int) -> UnitPairs:
    what, one, other, days = act
    day, (first, second) = date(2024, 1, 1) + timedelta(days), ([*units][at % len(units)] for at in (one, other))
    match what:
        case 0:
            return renaming_from(units, first, f"Phòng Tên {place}", day)
        case 1:
            return merging_into(units, [first, second], f"Phòng Mới {place}", day)
        case 2:
            return splitting_into(units, first, [f"Phòng A{place}", f"Phòng B{place}"], day)
        case 3:
            return ending(units, first, day)
        case _:
            return reopening(units, first)


@given(_acts)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_all_restores_the_register_whatever_was_done(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Act]
) -> None:
    with Office.open(tmp_path_factory.mktemp("office") / "o.tthc") as office:
        office.change(Change("Đơn vị", tuple((None, unit) for unit in (ROOM, STAFF, OFFICE))))
        states = [dict(office.units)]
        for place, act in enumerate(acts):
            units = office.units
            try:
                pairs = _pairs(units, act, place)
            except UserError:
                assert dict(office.units) == states[-1]
                continue
            if pairs:
                office.change(Change("Đổi", pairs))
                states.append(dict(office.units))
        for state in reversed(states[:-1]):
            office.undo()
            assert dict(office.units) == state
