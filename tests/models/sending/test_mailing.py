"""Who gets a sheet: every unit with work, what it was sent before, and the work that reaches nobody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.sending.mailing import mailing, place_of_work
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit

PLAN = little_plan()
ROOM = Unit("u1", "Phòng Cải cách")
NOON = datetime(2030, 6, 1, 5, tzinfo=UTC)


def test_units_of_the_register_come_first_and_new_ones_are_marked() -> None:
    found = mailing(PLAN, Holdings(units={"u1": ROOM}))
    assert [(one.unit.name, one.leads, one.helps, one.is_new) for one in found.addressees] == [
        ("Phòng Cải cách", 3, 0, False),
        ("Văn phòng", 1, 3, True),
    ]
    assert {"Văn phòng"} <= {unit.name for unit in found.new_units}
    assert ROOM not in found.new_units


def test_helpers_are_counted_apart() -> None:
    other = Unit("u9", "Phòng Tổ chức")
    found = mailing(PLAN, Holdings(units={"u1": ROOM, "u9": other}))
    assert [(one.leads, one.helps) for one in found.addressees if one.unit == other] == [(0, 3)]


def test_the_last_sheet_counts_and_those_of_other_plans_do_not() -> None:
    first = Sending("s1", "p1", "u1", NOON, returned_at=NOON + timedelta(days=3))
    last = Sending("s2", "p1", "u1", NOON + timedelta(days=7))
    other = Sending("s3", "p2", "u1", NOON + timedelta(days=90))
    found = mailing(PLAN, Holdings(units={"u1": ROOM}, sendings={one.id: one for one in (last, first, other)}))
    room, office = found.addressees
    assert (room.sent_at, room.returned_at) == (last.at, first.returned_at)
    assert (office.sent_at, office.returned_at) == (None, None)


def test_work_of_nobody_is_told_with_its_number() -> None:
    found = mailing(PLAN, Holdings())
    assert [(one.work_id, one.number, one.content) for one in found.unowned] == [("g1", "4", "Hồ sơ nộp trực tuyến")]


@pytest.mark.parametrize(("work", "place"), [("body", "i2"), ("t2", "w2"), ("g1", "x1"), ("không có", "")])
def test_work_is_found_where_it_is_printed(work: str, place: str) -> None:
    assert place_of_work(PLAN, work) == place


def test_a_plan_without_work_reaches_nobody() -> None:
    bare = replace(PLAN, body=(), appendices=(), tasks={}, targets={})
    found = mailing(bare, Holdings(units={"u1": ROOM}))
    assert (found.addressees, found.new_units, found.unowned) == ((), (), ())
