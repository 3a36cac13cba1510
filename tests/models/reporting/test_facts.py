"""The facts of some days: what counts in them, how it stands, and what was said by their end."""

from datetime import date

import pytest
from hypothesis import given

from tests.models.reporting.offices import NEXT_QUARTER, QUARTER, any_facts, facts_of, told
from tests.models.units.registers import INSPECTORS, OFFICE
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.figures import figure
from tthc_desktop.models.reporting.values import NOBODY, Facts, TargetFact

DONE, DOING = Status.DONE.value, Status.DOING.value


def test_nothing_said_is_overdue_doing_or_to_come() -> None:
    found = facts_of()
    stands = {id_: work.status for id_, work in found.works.items()}
    assert stands == {
        "t1": Status.OVERDUE,
        "t2": Status.NOT_DUE,
        "t3": Status.DOING,
        "t4": Status.OVERDUE,
        "t5": Status.NOT_DUE,
    }
    assert found.works["t1"].due == date(2025, 4, 15)
    assert found.works["t5"].next_due == date(2025, 8, 31)


def test_what_was_finished_ahead_of_its_day_is_not_due_next() -> None:
    first = Stretch(date(2025, 1, 1), date(2025, 3, 14), "2025-Q1")
    assert facts_of(stretch=first).works["t1"].next_due == date(2025, 4, 15)
    ahead, later = (told("t1", OFFICE.id, status=DONE, day=day) for day in ("2025-03-10", "2025-03-20"))
    assert facts_of([ahead], first).works["t1"].next_due is None
    assert facts_of([later], first).works["t1"].next_due == date(2025, 4, 15)


def test_what_bears_a_later_day_is_not_known_yet() -> None:
    late = told("t1", OFFICE.id, status=DONE, day="2025-07-01", number="12/QĐ-SNV", result="Đã ban hành")
    then, later = facts_of([late]), facts_of([late], NEXT_QUARTER)
    assert then.works["t1"].status is Status.OVERDUE
    assert then.works["t1"].units[0].result == ""
    assert later.works["t1"].status is Status.DONE_LATE
    assert later.works["t1"].units[0].product == "số 12/QĐ-SNV ngày 01/7/2025"


def test_work_of_two_leaders_is_done_when_both_are() -> None:
    one = told("t2", OFFICE.id, status=DONE, day="2025-06-01", result="Đã đo ở một nơi")
    other = told("t2", INSPECTORS.id, status=DONE, day="2025-06-10", result="Đã đo ở hai nơi")
    assert facts_of([one]).works["t2"].status is Status.DOING
    assert facts_of([one, other]).works["t2"].status is Status.DONE_ON_TIME
    assert figure(facts_of([one, other]), "work:t2:result") == (
        f"{OFFICE.name}: Đã đo ở một nơi; {INSPECTORS.name}: Đã đo ở hai nơi"
    )


def test_a_span_is_answered_by_what_was_said_of_it() -> None:
    first = told("t4", OFFICE.id, "2025-Q1", status=DONE, day="2025-03-28", result="12 hồ sơ trễ")
    second = told("t4", OFFICE.id, "2025-Q2", status=DOING, result="3 hồ sơ trễ")
    found = facts_of([first, second]).works["t4"]
    assert found.units[0].result == "12 hồ sơ trễ; 3 hồ sơ trễ"
    assert found.status is Status.DOING
    assert facts_of([first, second], Stretch(date(2024, 12, 15), date(2025, 3, 14), "2025-Q1")).works["t4"].units[
        0
    ].result == ("")


def test_tallies_are_by_section_and_unit() -> None:
    found = facts_of([told("t1", OFFICE.id, status=DONE, day="2025-04-10")])
    assert figure(found, "total") == "05"
    assert figure(found, "section:g1:total") == "03"
    assert figure(found, "section:g1:done_on_time") == "01"
    assert figure(found, f"unit:{OFFICE.id}:total") == "03"
    assert figure(found, f"unit:{NOBODY}:total") == "01"
    assert figure(found, "due") == "02"
    assert figure(found, "due_done") == "01"
    assert figure(found, "due_share") == "50%"


@pytest.mark.parametrize(
    "name", ["", "no_such", "work:gone:told", "work:t1:nothing", "unit:gone:total", "section::x", "a:b"]
)
def test_an_unknown_figure_is_none(name: str) -> None:
    assert figure(facts_of(), name) is None


def test_targets_are_counted_by_verdict() -> None:
    said = [
        TargetFact("plan", "c1", "1", "Tỷ lệ", "%", "90", "95%", "Đạt", met=True),
        TargetFact("plan", "c2", "2", "Tỷ lệ", "%", "90", "", "Không phát sinh"),
    ]
    found = facts_of(targets=said)
    assert [figure(found, name) for name in ("targets", "met", "not_met", "not_measured")] == ["02", "01", "0", "01"]
    assert figure(found, "target:c1:measured") == "95%"


@given(any_facts())
def test_every_tally_adds_up(found: Facts) -> None:
    whole = found.tallies[""]
    assert whole.total == len(found.works) == sum(whole.by_status.values())
    for heading in ("g1", "g2"):
        part = found.tallies[f"section:{heading}:"]
        assert part.total == sum(part.by_status.values())
        assert part.due_done <= part.due <= part.total
    assert sum(found.tallies[f"section:{id_}:"].total for id_ in ("g1", "g2")) == whole.total
    assert QUARTER.has(found.stretch.end) or found.stretch == NEXT_QUARTER
