"""Each piece of work stands in the agenda once for each unit and each day; nothing is forgotten."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.models.agenda.offices import (
    CENTRE,
    INSPECTORS,
    JUSTICE,
    NO_DAYS_OFF,
    OFFICE,
    YEAR,
    lines,
    office,
    plan,
    said,
)
from tests.work import work
from tthc_desktop.models.agenda.agenda import agenda, agendas, followed
from tthc_desktop.models.agenda.statuses import by_task, line_status, next_due, next_review, task_status
from tthc_desktop.models.agenda.values import Event, FollowUp, OccurrenceKind
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.editing.life import keep_version
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Stage

OFFICE_NAME, INSPECTION = OFFICE.name, INSPECTORS.name
MONTHLY = "Hằng tháng"


def test_work_stands_there_for_each_unit_and_each_day() -> None:
    one = plan((OFFICE_NAME, INSPECTION, "30/6/2025"), (INSPECTION, "", MONTHLY))
    found = lines(one)
    assert [(line.work_id, line.unit, line.part, line.leads) for line in found[:2]] == [
        ("t1", OFFICE_NAME, "Chủ trì", True),
        ("t1", INSPECTION, "Phối hợp", False),
    ]
    assert [line.occurrence.due for line in found[:2]] == [date(2025, 6, 30)] * 2
    assert (found[0].number, found[0].content, found[0].deadline) == ("1", "Việc 1", "30/6/2025")
    assert [line.occurrence.period for line in found[2:]] == [f"2025-{month:02}" for month in range(1, 13)]


def test_work_of_nobody_and_work_without_a_plan_period_are_there_too() -> None:
    one = plan(("Tổ giúp việc chưa ai biết", "", "Thường xuyên"), id_="p", period=None, title=plain("không có năm"))
    (line,) = lines(replace(one, issue=None, stage=Stage.DRAFT))
    assert (line.unit_id, line.unit, line.leads) == ("", "", True)
    assert (line.occurrence.kind, line.occurrence.period, line.occurrence.due) == (OccurrenceKind.REVIEW, "", None)
    assert line_status(line, date(2030, 1, 1)) is Status.DOING


def test_a_body_outside_that_only_helps_has_no_line_until_it_speaks() -> None:
    one = plan((OFFICE_NAME, JUSTICE.name, "30/6/2025"), (JUSTICE.name, "", "30/6/2025"))
    assert [(line.work_id, line.unit_id) for line in lines(one)] == [("t1", OFFICE.id), ("t2", JUSTICE.id)]
    spoken = lines(one, said("t1", JUSTICE.id, Status.DONE))
    assert [(line.work_id, line.unit_id) for line in spoken][:2] == [("t1", OFFICE.id), ("t1", JUSTICE.id)]


def test_what_a_unit_without_a_part_has_said_is_not_lost() -> None:
    one = plan((OFFICE_NAME, "", "30/6/2025"))
    found = lines(one, said("t1", CENTRE.id, Status.DONE), said("t1", "gone", Status.DOING))
    assert [(line.unit, line.part) for line in found] == [
        (OFFICE_NAME, "Chủ trì"), (CENTRE.name, "Phối hợp"), ("đơn vị đã xóa", ""),
    ]  # fmt: skip


def test_who_led_the_work_before_does_not_keep_it_late() -> None:
    one = plan((OFFICE_NAME, "", "Trước ngày 25 hằng tháng"))
    spoken = (said("t1", unit.id, Status.DONE, period="2025-Q1") for unit in (OFFICE, CENTRE))
    late = {line.unit_id for line in lines(one, *spoken) if line.leads}
    assert late == {OFFICE.id}


def test_each_period_has_its_own_answer() -> None:
    one = plan((OFFICE_NAME, "", MONTHLY))
    found = lines(
        one,
        said("t1", OFFICE.id, Status.DONE, date(2025, 1, 30), period="2025-01"),
        said("t1", OFFICE.id, Status.NONE_AROSE, period="2025-Q2"),
    )
    told = [line_status(line, date(2025, 7, 31)) for line in found]
    assert told == [
        Status.DONE_ON_TIME, Status.OVERDUE, Status.OVERDUE, *[Status.NONE_AROSE] * 3, *[Status.NOT_DUE] * 6,
    ]  # fmt: skip
    assert task_status(found, date(2025, 7, 31)) is Status.OVERDUE
    assert next_due(found, date(2025, 7, 31)) == date(2025, 2, 28)


def test_an_event_brings_its_own_line() -> None:
    one = plan((OFFICE_NAME, "", "Trong 05 ngày kể từ ngày Quyết định công bố được ban hành"))
    event = FollowUp("f", "plan", "t1", events=(Event("e", date(2025, 5, 10), "QĐ 12"),))
    found = [line for line in lines(one, follow_ups=[event]) if line.occurrence.kind is OccurrenceKind.EVENT]
    assert [(line.occurrence.period, line.occurrence.due) for line in found] == [("event:e", date(2025, 5, 15))]
    done = lines(one, said("t1", OFFICE.id, Status.DONE, date(2025, 5, 16), period="event:e"), follow_ups=[event])
    assert [line_status(line, date(2025, 6, 1)) for line in done if line.occurrence.period == "event:e"] == [
        Status.DONE_LATE
    ]


def with_target(one: Plan) -> Plan:
    """Return the plan with a target of the office in its table."""
    (table,) = (node for node in one.body if isinstance(node, Table))
    target = Target("g", plain("Tỷ lệ hồ sơ trực tuyến"), plain("%"), plain("≥ 80"), lead=plain(OFFICE_NAME))
    row = Row("row-g", RowKind.TARGET, level=1, target_id="g")
    return replace(one, body=(replace(table, rows=(*table.rows, row)),), targets={"g": target})


def test_what_the_office_measures_itself_answers_for_its_units() -> None:
    one = with_target(plan((OFFICE_NAME, "", "30/6/2025")))
    found = [line for line in lines(one, said("g", "", Status.DONE, period="2025-Q1")) if line.is_target]
    assert {line.unit_id for line in found} == {OFFICE.id}
    assert [line.progress is not None for line in found] == [True, False, False, False]


def test_only_plans_that_are_carried_out_are_followed() -> None:
    issued = plan((OFFICE_NAME, "", "30/6/2025"), id_="issued")
    draft = replace(copy_plan(issued), id="next", origin_id="other")
    again = copy_plan(issued)
    kept = keep_version(draft, "trình", datetime(2025, 1, 1, tzinfo=UTC))
    old = replace(plan((OFFICE_NAME, "", ""), id_="old"), stage=Stage.REPLACED, replaced_by="issued")
    drawn = replace(draft, id="report", drawn=Drawn(Form.REPORT, ("issued",), YEAR.start, YEAR.end))
    everything = (issued, draft, again, kept, old, drawn)
    assert [one.id for one in followed({one.id: one for one in everything})] == ["issued", "next"]
    shown = list(agendas(office(everything), NO_DAYS_OFF))
    assert [(line.plan_id, line.is_draft) for line in shown] == [("issued", False), ("next", True)]
    assert list(agenda(drawn, office(everything), NO_DAYS_OFF)) == []


def test_a_new_form_of_an_issued_plan_is_followed_once_that_is_replaced() -> None:
    issued = plan((OFFICE_NAME, "", "30/6/2025"), id_="issued")
    again = copy_plan(issued)
    replaced = replace(issued, stage=Stage.REPLACED)
    assert followed({"issued": replaced, again.id: again}) == (again,)


def test_a_task_is_as_late_as_the_worst_of_its_leaders() -> None:
    one = plan((f"{OFFICE_NAME}; {INSPECTION}", CENTRE.name, "30/6/2025"))
    on = date(2025, 7, 10)
    done = said("t1", OFFICE.id, Status.DONE, date(2025, 6, 20))
    late = said("t1", INSPECTORS.id, Status.DONE, date(2025, 7, 2))
    assert task_status(lines(one), date(2025, 6, 1)) is Status.NOT_DUE
    assert task_status(lines(one, done), date(2025, 6, 21)) is Status.DOING
    assert task_status(lines(one, done), on) is Status.OVERDUE
    assert task_status(lines(one, done, late), on) is Status.DONE_LATE
    assert next_due(lines(one, done, late), on) == date(2025, 6, 30)
    helper = said("t1", CENTRE.id, Status.DOING)
    assert task_status(lines(one, done, late, helper), on) is Status.DONE_LATE


def test_work_without_an_end_has_a_next_review_and_no_due_day() -> None:
    found = lines(plan((OFFICE_NAME, "", "Thường xuyên")))
    assert next_due(found, date(2025, 4, 1)) is None
    assert next_review(found, date(2025, 4, 1)) == date(2025, 6, 30)
    assert task_status(found, date(2025, 4, 1)) is Status.DOING


def test_work_of_a_unit_that_is_gone_is_that_of_the_one_it_became() -> None:
    one = plan((OFFICE_NAME, "", "30/6/2025"), (OFFICE_NAME, "", "30/9/2025"))
    kept = office([one], [said("t1", OFFICE.id, Status.DONE, date(2025, 6, 20))])
    old = replace(OFFICE, valid_to=date(2025, 7, 31), became=(CENTRE.id,))
    kept = replace(kept, units={**kept.units, OFFICE.id: old})
    before = list(agenda(one, kept, NO_DAYS_OFF, date(2025, 7, 1)))
    after = list(agenda(one, kept, NO_DAYS_OFF, date(2025, 8, 1)))
    assert [line.unit_id for line in before] == [OFFICE.id, OFFICE.id]
    assert [line.unit_id for line in after] == [CENTRE.id, CENTRE.id]
    assert [line_status(line, date(2025, 8, 1)) for line in after] == [Status.DONE_ON_TIME, Status.NOT_DUE]


def test_the_agenda_takes_work_by_the_number_of_tasks() -> None:
    def steps(count: int) -> int:
        one = plan(*(((OFFICE_NAME, INSPECTION, f"{at % 28 + 1}/6/2025")) for at in range(count)))
        kept = office([one], (said(f"t{at}", OFFICE.id, Status.DONE) for at in range(1, count + 1)))
        assert len(by_task(agenda(one, kept, NO_DAYS_OFF))) == count
        return work(lambda: by_task(agenda(one, kept, NO_DAYS_OFF)))

    assert steps(1_000) < 12 * steps(100)
