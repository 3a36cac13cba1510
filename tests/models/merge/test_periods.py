"""What a sheet of a period says is kept under that period, where its work has periods."""

from dataclasses import replace
from datetime import date

import pytest

from tests.models.merge.building import NOW, Place, S, only, place, said, share, taken
from tthc_desktop.models.merge.accepting import accepted
from tthc_desktop.models.merge.known import Known
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Verdict
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.values import Evidence, Field, Progress, Said
from tthc_desktop.models.sending.going_out import Round, outgoing
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain

OFFICE = place(3)
Q1, Q2 = "2025-Q1", "2025-Q2"


def office(**deadlines: str) -> Place:
    """Return an office whose tasks have these deadlines, and a target."""
    one = OFFICE.plans["p"]
    tasks = {id_: replace(task, deadline=plain(deadlines.get(id_, "30/6/2025"))) for id_, task in one.tasks.items()}
    period = Period(date(2025, 1, 1), date(2025, 12, 31))
    made: Plan = replace(one, tasks=tasks, period=period, targets={"g": Target("g", plain("Tỷ lệ trực tuyến"))})
    return replace(OFFICE, plans={"p": made})


def of_period(sheet: ReturnedSheet, period: str) -> ReturnedSheet:
    """Return the sheet as one that went out for a period."""
    assert sheet.sent
    return replace(sheet, sent=replace(sheet.sent, period=period), period=period)


def received(start: Place, *sheets: ReturnedSheet) -> Place:
    known = start.known()
    change = accepted(merge(sheets, known), {}, known)
    return taken(start, change) if change else start


@pytest.mark.parametrize(
    ("deadline", "period"),
    [
        ("30/6/2025", ""),
        ("Quý II/2025", ""),
        ("Hằng quý", Q2),
        ("Hằng tháng", Q2),
        ("Thường xuyên", Q2),
        ("Khi có đề nghị", Q2),
        ("Theo kế hoạch của UBND tỉnh", Q2),
        ("Tháng 3 và tháng 9/2025", Q2),
        ("", Q2),
    ],
)
def test_work_that_is_due_once_has_no_period_and_all_other_work_that_of_its_sheet(deadline: str, period: str) -> None:
    start, sheet = office(t0=deadline).sent()
    after = received(start, said(of_period(sheet, Q2), "t0", S, "Hoàn thành"))
    assert [one.period for one in after.progress.values()] == [period]


def test_a_sheet_without_a_period_speaks_of_the_whole_plan() -> None:
    start, sheet = office(t0="Hằng quý").sent()
    after = received(start, said(sheet, "t0", S, "Hoàn thành"))
    assert [one.period for one in after.progress.values()] == [""]


def test_quarters_are_compared_each_with_its_own() -> None:
    start, first = office(t0="Hằng quý").sent("a", 1)
    start = received(start, said(of_period(first, Q1), "t0", S, "Hoàn thành"))
    start, second = start.sent("a", 2)
    asked = replace(second, rows=tuple(replace(row, cells={**row.cells}) for row in second.rows))
    assert asked.sent
    rows = {id_: replace(row, said={}) for id_, row in asked.sent.rows.items()}
    asked = replace(asked, sent=replace(asked.sent, rows=rows))
    answer = said(of_period(asked, Q2), "t0", S, "Đang thực hiện")
    merged = merge([answer], start.known())
    assert (only(merged).verdict, only(merged).current, only(merged).spot.period) == (Verdict.OFFERED, None, Q2)
    after = received(start, answer)
    assert {one.period: one.words(S) for one in after.progress.values()} == {Q1: "Hoàn thành", Q2: "Đang thực hiện"}
    assert received(after, answer) == after


def test_figures_of_targets_are_taken_and_those_beside_tasks_are_told() -> None:
    start, sheet = office().sent()
    assert sheet.sent
    row = replace(sheet.rows[0], work_id="g", row=90, locked={"content": "Tỷ lệ trực tuyến"})
    sheet = replace(
        sheet,
        rows=(*sheet.rows, row),
        sent=replace(sheet.sent, rows={**sheet.sent.rows, "g": sheet.sent.rows["t0"]}),
    )
    for work in ("g", "t1"):
        sheet = said_measure(sheet, work)
    known = start.known()
    known = replace(known, share=lambda plan, _unit: with_target_row(known, plan))
    merged = merge([of_period(sheet, Q2)], known)
    assert [(one.spot.work_id, one.spot.field, one.spot.period) for one in merged.compared] == [
        ("g", Field.NUMERATOR, Q2)
    ]
    assert ["chỉ ghi cho chỉ tiêu" in problem.text for problem in merged.problems] == [True]


def said_measure(sheet: ReturnedSheet, work: str) -> ReturnedSheet:
    """Return the sheet with a figure in the row of a work."""
    cell = replace(sheet.rows[0].cells[S], address="P9", seen="12", words="12")
    rows = (
        replace(row, cells={**row.cells, Field.NUMERATOR: cell}) if row.work_id == work else row for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))


def with_target_row(known: Known, plan: Plan) -> WorkShare:
    """Return the unit's share with the target below its tasks."""
    usual = share(plan, known.units["a"])
    row = replace(usual.rows[1], work_id="g", words={"content": "Tỷ lệ trực tuyến"}, is_target=True)
    return replace(usual, rows=(*usual.rows, row))


def test_progress_with_files_stays_when_its_last_word_goes() -> None:
    start = office()
    kept = Progress("x", "p", "t0", "a", {S: Said("Hoàn thành")}, files=(Evidence("a.pdf", "0" * 64),))
    start, sheet = replace(start, progress={"x": kept}).sent()
    after = received(start, said(sheet, "t0", S, ""))
    assert after.progress == {"x": replace(kept, said={})}


def test_a_sheet_goes_out_with_what_was_said_of_its_period() -> None:
    start = office(t0="Hằng quý")
    words = {("t0", Q1): "một", ("t0", Q2): "hai", ("t0", ""): "cả", ("t1", ""): "chung", ("t1", Q2): "lạc"}
    told = [
        Progress(f"{work}{period}", "p", work, "a", {Field.RESULT: Said(said_)}, period)
        for (work, period), said_ in words.items()
    ]
    own = share(start.plans["p"], start.units["a"])
    for period, expected in ((Q2, "hai"), ("2025-Q3", ""), ("", "cả")):
        made = outgoing(own, told, Round(1, NOW, None, period, {"t0"}), "a.xlsx")
        assert (made.sent.period, made.sending.period) == (period, period)
        assert made.sent.rows["t0"].said.get(Field.RESULT, "") == expected
        assert made.sent.rows["t1"].said == {Field.RESULT: "chung"}
