"""Each unit gets its share of a plan, and nothing is forgotten."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.units.registers import (
    BRANCH,
    CENTRE,
    DIGITAL,
    FINANCE,
    INSIDE,
    INSPECTORS,
    JUSTICE,
    OFFICE,
    POST,
    REGISTER,
    ROOMS,
    Cells,
    plan_of,
    table_of,
)
from tests.work import work
from tthc_desktop.models.plan import Appendix, Period, Plan
from tthc_desktop.models.sending.workshare import ShareRow
from tthc_desktop.models.table import Row, RowKind
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import FormerName, Unit
from tthc_desktop.models.units.assigning import share_of, shares, unassigned

BOTH, LEADS, HELPS = "Chủ trì, phối hợp", "Chủ trì", "Phối hợp"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Văn phòng Sở", "Thanh tra"), {OFFICE: LEADS, INSPECTORS: HELPS}),
        (("Văn phòng Sở", "Các phòng thuộc Sở"), {**dict.fromkeys(ROOMS, HELPS), OFFICE: LEADS}),
        (("Các phòng thuộc Sở", "Văn phòng Sở"), {**dict.fromkeys(ROOMS, LEADS), OFFICE: BOTH}),
        (("Các phòng khác", "Văn phòng Sở"), {**dict.fromkeys(ROOMS, LEADS), OFFICE: HELPS}),
        (("Các phòng", "Các phòng, đơn vị"), {**dict.fromkeys(INSIDE, HELPS), **dict.fromkeys(ROOMS, LEADS)}),
        (("Văn phòng Sở", "VP"), {OFFICE: BOTH}),
        (
            ("Phòng Chuyển đổi số chủ trì, phối hợp với Thanh tra Sở; Phòng KHTC", "Bưu điện tỉnh"),
            {DIGITAL: LEADS, INSPECTORS: HELPS, FINANCE: HELPS, POST: HELPS},
        ),
        (("Chủ trì: Văn phòng Sở; phối hợp: Thanh tra Sở", ""), {OFFICE: LEADS, INSPECTORS: HELPS}),
        (
            ("Văn phòng Sở chủ trì tổng hợp, báo cáo; các phòng chuyên môn rà soát hồ sơ", ""),
            {OFFICE: LEADS, DIGITAL: LEADS, FINANCE: LEADS},
        ),
        (("Văn phòng Sở (chủ trì), Thanh tra Sở (phối hợp)", ""), {OFFICE: LEADS, INSPECTORS: HELPS}),
        (("Văn phòng Sở chủ trì; phòng Chuyển đổi số phối hợp", ""), {OFFICE: LEADS, DIGITAL: HELPS}),
        (("", "phối hợp với Văn phòng Sở"), {OFFICE: HELPS}),
        (("Thanh tra tỉnh", "UBND các xã"), {}),
    ],
)
def test_lead_and_helpers_have_their_parts(cells: Cells, expected: dict[Unit, str]) -> None:
    plan = plan_of(cells)
    found = {unit: _parts(share_of(plan, unit, REGISTER).rows) for unit in REGISTER}
    assert {unit: parts["t1"] for unit, parts in found.items() if parts} == expected
    assert unassigned(plan, REGISTER) == (() if expected else ("t1",))


def _parts(rows: Sequence[ShareRow]) -> dict[str, str]:
    return {row.work_id: row.words["part"] for row in rows if row.work_id}


def test_rows_hold_the_words_of_the_plan() -> None:
    heading, row = share_of(plan_of(("Văn phòng Sở", "Thanh tra")), OFFICE, REGISTER).rows
    assert heading == ShareRow("", 0, {"number": "I", "content": "Công tác chung"})
    assert row == ShareRow(
        "t1",
        1,
        {
            "number": "1",
            "content": "Việc 1",
            "part": LEADS,
            "lead": "Văn phòng Sở",
            "coordinate": "Thanh tra",
            "result": "Báo cáo 1",
            "deadline": "Quý I",
        },
    )


def test_a_target_tells_its_figure_and_without_a_name_has_that_of_its_group() -> None:
    target = Target("g", unit=plain("%"), value=plain("Tối thiểu 50"), lead=plain("Văn phòng"))
    plan = plan_of()
    table = table_of([])
    table = replace(table, rows=(*table.rows, Row("r", RowKind.TARGET, level=1, target_id="g")))
    _, row = share_of(replace(plan, body=(table,), targets={"g": target}), OFFICE, REGISTER).rows
    assert (row.words["content"], row.words["deadline"]) == ("Công tác chung", "")
    assert row.words["result"] == "Đơn vị tính: %; chỉ tiêu giao: Tối thiểu 50"


def test_a_heading_stands_only_above_rows_and_once() -> None:
    plan = plan_of(("Văn phòng Sở", ""), ("Thanh tra Sở", ""), ("Văn phòng Sở", ""))
    appendices = tuple(
        Appendix(f"a{id_}", plain(f"BẢNG {id_}"), nodes=(table_of(ids, id_),))
        for id_, ids in {"x": ["t1"], "y": ["t2"], "z": ["t3", "t1"]}.items()
    )
    share = share_of(replace(plan, body=(), appendices=appendices), OFFICE, REGISTER)
    told = [(row.work_id or row.words["content"], row.level) for row in share.rows]
    assert told == [("BẢNG x", 0), ("Công tác chung", 1), ("t1", 2), ("BẢNG z", 0), ("Công tác chung", 1), ("t3", 2)]


def test_shares_go_to_units_inside_and_to_others_that_lead() -> None:
    plan = plan_of(("Sở Tư pháp", "Văn phòng Sở; Bưu điện tỉnh"), ("Văn phòng Sở", "Bưu điện tỉnh"))
    assert [share.unit for share in shares(plan, REGISTER)] == [OFFICE, JUSTICE]
    assert {share.plan_title for share in shares(plan, REGISTER)} == {"kiểm soát thủ tục"}


_cell = st.lists(
    st.sampled_from((*(unit.name for unit in REGISTER), "Các phòng thuộc Sở", "các đơn vị còn lại", "Thanh tra tỉnh")),
    max_size=3,
    unique=True,
)
_cells = st.lists(st.tuples(_cell, _cell), max_size=5)


@given(_cells, st.permutations(REGISTER))
def test_each_task_is_in_the_share_of_each_of_its_units_and_nowhere_else(
    cells: list[tuple[list[str], list[str]]], register: list[Unit]
) -> None:
    plan = plan_of(*(("; ".join(lead), ";\n".join(helpers)) for lead, helpers in cells))
    had: set[str] = set()
    for unit in register:
        share = share_of(plan, unit, register)
        parts = _parts(share.rows)
        assert share.rows == share_of(plan, unit, REGISTER).rows
        assert list(parts) == sorted(parts, key=lambda id_: int(id_[1:]))
        had |= parts.keys()
        for place, (lead, helpers) in enumerate(cells, 1):
            part = parts.get(f"t{place}", "")
            assert (unit.name not in lead or LEADS in part) or unit.name.startswith("Các")
            assert (unit.name not in helpers or part in {HELPS, BOTH}) or unit.name.startswith("Các")
            if not {unit.name, *_COVERING} & {*lead, *helpers}:
                assert not part
    assert set(unassigned(plan, register)) == plan.tasks.keys() - had


_COVERING = ("Các phòng thuộc Sở", "các đơn vị còn lại", "Các phòng, đơn vị có thủ tục hành chính")


def test_sharing_out_takes_work_by_the_number_of_tasks() -> None:
    rooms = [Unit(f"u{place}", f"Phòng Nghiệp vụ số {place}") for place in range(40)]
    small, large = (
        plan_of(*((f"Phòng Nghiệp vụ số {place % 40}", f"Các phòng có việc {place}") for place in range(size)))
        for size in (100, 1000)
    )
    for plan in (small, large):
        assert sum(len(_parts(share.rows)) for share in shares(plan, rooms)) == len(plan.tasks) * len(rooms)
    few, many = (work(lambda plan=plan: shares(plan, rooms)) for plan in (small, large))  # type: ignore[misc]
    assert many < 12 * few
    assert {CENTRE, BRANCH}.isdisjoint(share.unit for share in shares(small, rooms))


# Units in time

ENDED = replace(DIGITAL, valid_to=date(2025, 6, 30), became=("joint", "centre"))
JOINED = Unit("joint", "Phòng Khoa học số", valid_from=date(2025, 7, 1))
LATER = Unit("later", "Phòng Đổi mới", valid_from=date(2025, 10, 1))
IN_TIME = (OFFICE, ENDED, JOINED, LATER, CENTRE)
BEFORE, AFTER = date(2025, 6, 30), date(2025, 8, 1)


def _of_2025(*cells: Cells) -> Plan:
    return replace(plan_of(*cells), period=Period(date(2025, 1, 1), date(2025, 12, 31)))


@pytest.mark.parametrize(
    ("day", "cells", "expected"),
    [
        (None, ("Phòng Chuyển đổi số", ""), {ENDED: LEADS}),
        (BEFORE, ("Phòng Chuyển đổi số", "Văn phòng"), {OFFICE: HELPS, ENDED: LEADS}),
        (AFTER, ("Phòng Chuyển đổi số", "Văn phòng"), {OFFICE: HELPS, JOINED: LEADS, CENTRE: LEADS}),
        (AFTER, ("Phòng Chuyển đổi số", CENTRE.name), {JOINED: LEADS, CENTRE: LEADS}),
        (AFTER, (CENTRE.name, "Phòng Chuyển đổi số"), {JOINED: HELPS, CENTRE: LEADS}),
        (BEFORE, ("Các phòng thuộc Sở", ""), {OFFICE: LEADS, ENDED: LEADS}),
        (date(2025, 9, 1), ("Các phòng thuộc Sở", ""), {OFFICE: LEADS, JOINED: LEADS, CENTRE: LEADS}),
        (date(2026, 1, 1), ("Các phòng thuộc Sở", ""), {OFFICE: LEADS, JOINED: LEADS, CENTRE: LEADS, LATER: LEADS}),
        (BEFORE, ("Phòng Đổi mới", ""), {LATER: LEADS}),
    ],
)
def test_work_of_a_unit_that_is_gone_is_of_those_that_it_became(
    day: date | None, cells: Cells, expected: dict[Unit, str]
) -> None:
    plan = _of_2025(cells)
    found = {share.unit: _parts(share.rows)["t1"] for share in shares(plan, IN_TIME, day)}
    assert found == expected
    assert {unit: _parts(share_of(plan, unit, IN_TIME, day).rows)["t1"] for unit in expected} == expected


def test_a_share_calls_its_unit_as_the_plan_does() -> None:
    room = Unit("room", "Phòng Số hóa", former=(FormerName("Phòng Tin học", until=date(2025, 12, 31)),))
    plan = _of_2025(("Phòng Tin học", ""))
    assert share_of(plan, room, [room], date(2026, 3, 1)).name == "Phòng Tin học"
    next_year = replace(plan, period=Period(date(2026, 1, 1), date(2026, 12, 31)))
    assert share_of(next_year, room, [room], date(2026, 3, 1)).name == "Phòng Số hóa"
    assert share_of(replace(plan, period=None), room, [room]).name == "Phòng Số hóa"


def test_a_plan_without_a_period_means_the_units_of_the_day() -> None:
    plan = plan_of(("Các phòng thuộc Sở", ""))
    assert [share.unit for share in shares(plan, IN_TIME, BEFORE)] == [OFFICE, ENDED]
    assert [share.unit for share in shares(plan, IN_TIME, AFTER)] == [OFFICE, JOINED]
