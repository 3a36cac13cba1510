"""What a filter lets through, and that every figure tells how many lines a click on it shows."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Sifted, Standing, fits, is_open, scope, sift, stand
from tthc_desktop.models.agenda.standing import FINISHED
from tthc_desktop.models.agenda.values import Occurrence, OccurrenceKind
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.spans import SpanKind, span_with
from tthc_desktop.models.units.assigning import HELPS, LEADS

ON = date(2025, 6, 16)
_UNITS = {"": "", "u1": "Văn phòng Sở", "u2": "Phòng Tổ chức"}
_CONTENTS = ("Rà soát thủ tục", "Đánh giá tác động", "Tập huấn")
_DAYS = st.none() | st.dates(ON - timedelta(400), ON + timedelta(400)) | st.dates(ON, ON + timedelta(8))


@st.composite
def agenda_lines(draw: st.DrawFn) -> AgendaLine:
    kind, due = draw(st.sampled_from(OccurrenceKind)), draw(_DAYS)
    period = span_with(SpanKind.QUARTER, due).key if due else ""
    status = draw(st.none() | st.sampled_from(Status))
    plan, work, unit = (draw(st.sampled_from(ids)) for ids in (("p1", "p2"), ("t1", "t2"), tuple(_UNITS)))
    said = {Field.STATUS: Said(status.value)} if status else {}
    return AgendaLine(
        *(plan, work, unit, _UNITS[unit], draw(st.sampled_from((LEADS, HELPS))), "1"),
        draw(st.sampled_from(_CONTENTS)),
        "",
        Occurrence(work, kind, period, due=due),
        Progress("x", plan, work, unit, said, period) if status else None,
        ongoing=draw(st.booleans()),
    )


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


FILTERS = st.builds(
    Filter,
    words=st.sampled_from(("", "ra soat", "VAN PHONG", "đánh giá phòng", "không có")),
    plan_ids=_some(("p1", "p2")),
    unit_ids=_some(tuple(_UNITS)),
    statuses=_some(tuple(status.value for status in Status)),
    kinds=_some(tuple(kind.value for kind in OccurrenceKind)),
    due_from=st.none() | st.dates(ON - timedelta(60), ON + timedelta(60)),
    due_to=st.none() | st.dates(ON - timedelta(60), ON + timedelta(60)),
    within=st.none() | st.sampled_from((0, 1, 3, 7)),
    overdue=st.booleans(),
    year=st.none() | st.sampled_from((2024, 2025, 2026)),
    unreviewed=st.booleans(),
    helping=st.booleans(),
    open=st.booleans(),
)
LINES = st.lists(agenda_lines(), max_size=25)


@given(LINES, FILTERS)
def test_what_fits_is_found_in_order(lines: list[AgendaLine], asked: Filter) -> None:
    every = stand(lines, ON)
    found = sift(every, asked, ON).found
    assert list(found) == [one for one in every if fits(one, asked, ON)]
    days = [one.line.occurrence.due or date.max for one in found]
    assert days == sorted(days)


@given(LINES, FILTERS)
def test_each_figure_is_what_a_click_on_it_shows(lines: list[AgendaLine], asked: Filter) -> None:
    every, around = stand(lines, ON), scope(asked)
    sifted = sift(every, asked, ON)

    def many(**fields: object) -> int:
        return len(sift(every, replace(around, **fields), ON).found)  # type: ignore[arg-type]

    urgent = sifted.urgent
    assert urgent.overdue == many(overdue=True)
    assert [urgent.today, urgent.in_one, urgent.in_three, urgent.in_seven] == [many(within=n) for n in (0, 1, 3, 7)]
    assert urgent.unreviewed == many(unreviewed=True)
    for unit_id, tally in sifted.by_unit.items():
        assert tally.total == many(unit_ids=(unit_id,))
        assert tally.soon == many(unit_ids=(unit_id,), within=7)
        assert tally.overdue == many(unit_ids=(unit_id,), overdue=True)
        assert tally.finished == many(unit_ids=(unit_id,), statuses=tuple(FINISHED))
    assert {plan_id: tally.total for plan_id, tally in sifted.by_plan.items()} == {
        plan_id: count for plan_id in ("p1", "p2") if (count := many(plan_ids=(plan_id,)))
    }


@given(LINES, FILTERS)
def test_each_day_counts_what_a_click_on_it_lists(lines: list[AgendaLine], asked: Filter) -> None:
    every = stand(lines, ON)
    for day, counted in sift(every, asked, ON).by_day.items():
        found = sift(every, replace(asked, due_from=day, due_to=day), ON).found
        assert counted.lines == len(found) > 0
        assert counted.overdue == sum(one.status is Status.OVERDUE or one.unreviewed for one in found)
        assert counted.finished == sum(one.status in FINISHED for one in found)


@given(LINES)
def test_months_count_what_is_due_in_them_and_no_reviews(lines: list[AgendaLine]) -> None:
    due = [line.occurrence for line in lines if line.leads and line.occurrence.kind is not OccurrenceKind.REVIEW]
    expected = Counter(f"{occurrence.due:%Y-%m}" for occurrence in due if occurrence.due)
    by_month = sift(stand(lines, ON), Filter(), ON).by_month
    assert {month: tally.total for month, tally in by_month.items()} == expected
    assert list(by_month) == sorted(by_month)


def line(kind: OccurrenceKind, due: date | None, said: Status | None = None) -> Standing:
    progress = Progress("x", "p", "t", "u", {Field.STATUS: Said(said.value)}, "2025-Q1") if said else None
    made = AgendaLine(
        "p", "t", "u", "Phòng", LEADS, "1", "Việc", "", Occurrence("t", kind, "2025-Q1", due=due), progress
    )
    (standing,) = stand([made], ON)
    return standing


def test_a_review_that_was_answered_is_over_with_its_day() -> None:
    past, day, review = ON - timedelta(1), ON, OccurrenceKind.REVIEW
    assert is_open(line(review, past), ON), "nobody has looked at it"
    assert not is_open(line(review, past, Status.DOING), ON)
    assert is_open(line(review, day, Status.DOING), ON)
    assert is_open(line(review, None, Status.DOING), ON)
    assert is_open(line(OccurrenceKind.DUE, past, Status.DOING), ON)
    assert not is_open(line(OccurrenceKind.DUE, past, Status.NONE_AROSE), ON)


def test_an_empty_agenda_has_no_figures() -> None:
    assert sift((), Filter(), ON) == Sifted([])
