"""Progress line by line: in the plan's order, each work once for every unit, and nothing that was said is left out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.papers import little_plan
from tthc_desktop.models.progress.lines import GONE, progress_lines
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.unit import Unit

PLAN = little_plan()
UNITS = (Unit("u1", "Phòng Cải cách"), Unit("u2", "Văn phòng"), Unit("u3", "Phòng Tài chính"))


def said(work: str, unit: str, plan: str = "p1") -> Progress:
    return Progress(f"{plan}-{work}-{unit}", plan, work, unit, {Field.RESULT: Said("Đã làm")})


def test_headings_stand_above_their_work_once() -> None:
    lines = progress_lines(PLAN, UNITS, ())
    assert [line.content for line in lines if not line.work_id] == ["NHIỆM VỤ", "NHÓM CHUNG"]
    group = next(at for at, line in enumerate(lines) if line.content == "NHÓM CHUNG")
    assert lines[group + 1].work_id == "t1"


def test_who_leads_stands_before_who_helps() -> None:
    lines = [line for line in progress_lines(PLAN, UNITS[::-1], ()) if line.work_id == "t1"]
    assert [(line.unit, line.part) for line in lines] == [
        ("Phòng Cải cách", "Chủ trì"),
        ("Phòng Tài chính", "Phối hợp"),
        ("Văn phòng", "Phối hợp"),
    ]


def test_work_of_nobody_has_a_line_without_a_unit() -> None:
    lines = progress_lines(PLAN, (), ())
    assert [line.unit_id for line in lines if line.work_id] == [""] * 5


def test_words_about_other_plans_are_not_shown() -> None:
    assert progress_lines(PLAN, UNITS, (said("t1", "u9", "p2"),)) == progress_lines(PLAN, UNITS, ())


def test_work_that_is_gone_stands_at_the_end() -> None:
    last = progress_lines(PLAN, UNITS, (said("mất", "u1"), said("t1", "đã xóa")))
    assert [line.content for line in last[-2:]] == [GONE, "(đã bỏ khỏi kế hoạch)"]
    assert ("t1", "đơn vị đã xóa") in {(line.work_id, line.unit) for line in last}


@given(
    st.sets(st.tuples(st.sampled_from(["t1", "t2", "t3", "body", "g1", "mất"]), st.sampled_from("u1 u2 u8".split())))
)
def test_every_value_has_just_one_line(places: set[tuple[str, str]]) -> None:
    lines = progress_lines(PLAN, UNITS, tuple(said(*place) for place in places))
    shown = [(line.work_id, line.unit_id) for line in lines if line.work_id]
    assert len(shown) == len(set(shown))
    assert places <= set(shown)
    assert {work for work, _ in shown} >= {*PLAN.tasks, *PLAN.targets}


def test_a_plan_without_work_has_no_lines() -> None:
    bare = replace(PLAN, body=(), appendices=(), tasks={}, targets={})
    assert progress_lines(bare, UNITS, ()) == ()
