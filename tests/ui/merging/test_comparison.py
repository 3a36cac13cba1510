"""What is put in order for the review, and unknown rows that become values of a task."""

from dataclasses import replace
from datetime import date

from tests.models.merge.building import NOW, row_of, said
from tests.ui.merging.sheets import DOING, DONE, LATE, comparison, known, office, printed_plan, sent, usual
from tthc_desktop.models.merge.values import Compared, Merge, Spot, UnknownRow, Verdict
from tthc_desktop.models.plan import Period
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said
from tthc_desktop.models.sending.returned import Cell, SheetProblem
from tthc_desktop.models.text import plain
from tthc_desktop.ui.merging.assigning import name_of, spots_of, with_rows
from tthc_desktop.ui.merging.comparison import Kind, count_kinds, lines_of, spot_at
from tthc_desktop.ui.merging.decisions import Counts, Decisions
from tthc_desktop.ui.merging.foot import happened, outcome
from tthc_desktop.ui.merging.giving import works_for
from tthc_desktop.ui.merging.spots_model import SHOWN, SpotsModel
from tthc_desktop.ui.merging.works import Work, works_of


def row(words: str, content: str = "Việc", field: Field = Field.STATUS) -> UnknownRow:
    cell = Cell("I90", words, words)
    return UnknownRow("a.xlsx", "Phần việc", 90, "a", "Hàng lạ.", {"content": content}, {field: cell})


def given(unknown: UnknownRow, work_id: str = "t0", *compared: Compared, progress: Progress | None = None) -> Compared:
    """Return what becomes of a spot when the row is given to a task."""
    bare = comparison(office(), [])
    merge = Merge(compared=compared, unknown_rows=(unknown,))
    start = replace(bare, merge=merge, progress={work_id: (progress,)} if progress else {})
    found = with_rows(start, {name_of(unknown): ("p", work_id)})
    (spot,) = spots_of(unknown, "p", work_id, start)
    (one,) = (one for one in found.merge.compared if one.spot == spot)
    return one


def test_values_stand_in_the_order_of_the_plan_with_the_units_of_one_field_together() -> None:
    found = comparison(*usual())
    assert [(one.spot.work_id, one.spot.field.value, one.spot.unit_id) for one in found.ordered] == [
        ("t0", "status", "a"),
        ("t0", "status", "b"),
        ("t0", "percent", "a"),
        ("t1", "status", "a"),
        ("t2", "percent", "a"),
    ]
    lines = lines_of(found, Kind.ALL)
    assert [line.number for line in lines if isinstance(line, Work)] == ["1", "2", "3"]
    assert [type(line) for line in lines_of(found, Kind.CONFLICT)] == [Work, Compared]
    assert lines_of(found, Kind.OFFERED, "c") == []
    assert found.unchanged + len(found.ordered) == len(found.merge.compared)


def test_the_counts_are_those_of_the_lines() -> None:
    found = comparison(*usual())
    for unit_id in ("", "a", "b", "c"):
        counts = count_kinds(found, unit_id)
        for kind in (Kind.ALL, Kind.OFFERED, Kind.CONFLICT, Kind.REVIEW):
            assert counts[kind] == sum(isinstance(line, Compared) for line in lines_of(found, kind, unit_id))
    assert count_kinds(found, "b")[Kind.UNKNOWN] == 0
    assert count_kinds(found, "a")[Kind.TROUBLE] == 1


def test_a_trouble_leads_to_its_value_alone() -> None:
    found = comparison(*usual())
    (problem,) = found.merge.problems
    assert spot_at(found, problem) == Spot("p", "t2", "a", Field.PERCENT)
    assert spot_at(found, SheetProblem(problem.file, problem.sheet, "", "Thiếu cột.")) is None


def test_a_row_that_is_given_brings_a_value_to_look_at() -> None:
    one = given(row(DONE))
    assert (one.verdict, one.sent, one.current) == (Verdict.REVIEW, None, None)
    assert one.returned == (Said(DONE, Origin("a.xlsx", "Phần việc", "I90", NOW)),)
    assert "người nhận bảng chỉ ra" in one.doubt


def test_a_row_that_says_what_the_office_has_brings_nothing() -> None:
    progress = Progress("x", "p", "t0", "a", {Field.STATUS: Said(DONE)})
    assert given(row(DONE), progress=progress).verdict is Verdict.SAME
    assert given(row(LATE), progress=progress).current == Said(DONE)


def test_a_row_beside_another_answer_is_a_conflict() -> None:
    spot = Spot("p", "t0", "a", Field.STATUS)
    other = Compared(spot, Verdict.OFFERED, "", (Said(DOING),), None)
    both = given(row(DONE), "t0", other)
    assert both.verdict is Verdict.CONFLICT
    assert [said.words for said in both.returned] == [DOING, DONE]
    assert given(row(DOING), "t0", other) == other


def test_cells_without_words_bring_nothing() -> None:
    unknown = replace(row(""), cells={Field.STATUS: Cell("I90", "", "")})
    assert list(spots_of(unknown, "p", "t0", comparison(*usual()))) == []
    start = replace(comparison(office(), []), merge=Merge(unknown_rows=(unknown,)))
    assert with_rows(start, {name_of(unknown): ("p", "t0")}).merge.compared == ()


def test_the_works_most_alike_are_offered_first() -> None:
    found = comparison(*usual())
    alike = next(work for work in found.works.values() if work.id == "t2")
    offered = list(works_for(row(DONE, content=f"{alike.content} mới"), found))
    assert offered[0] == alike
    assert {work.id for work in offered} == {"t0", "t1", "t2", "t3"}


def test_works_of_two_plans_say_whose_they_are() -> None:
    one = printed_plan(2)
    other = replace(one, id="q", appendices=(), tasks={})
    assert all(work.is_one_plan for work in works_of([one]).values())
    assert not any(work.is_one_plan for work in works_of([one, other]).values())


def test_a_work_that_is_gone_is_named_so() -> None:
    found = comparison(*usual())
    gone = replace(found.ordered[0], spot=Spot("p", "mất", "a", Field.STATUS))
    assert found.work(gone).words() == "Nhiệm vụ không còn trong kế hoạch"
    assert found.unit("lạ") == "Đơn vị không rõ"


def test_the_foot_says_what_will_happen_and_what_did() -> None:
    assert outcome(Counts(41, 3, 0), 0) == "Nhận 41 giá trị, để lại 3."
    assert outcome(Counts(1200, 3, 2), 65_000) == (
        "Nhận 1.200 giá trị, để lại 3; còn 2 chỗ chưa chọn. 65.000 giá trị không đổi."
    )
    assert outcome(Counts(), 7) == "0 thay đổi: các bảng gửi lại không có gì mới. 7 giá trị không đổi."
    found = comparison(*usual())
    assert happened(found, {}) == (
        "Đã nhận 3 giá trị của 2 đơn vị, để lại 2. 2 chỗ chưa chọn sẽ được hỏi lại khi nhận lại các bảng này."
    )
    assert happened(found, dict.fromkeys(one.spot for one in found.ordered)) == (
        "0 thay đổi: đã ghi nhận bảng gửi về; 5 giá trị để lại."
    )


def test_a_cell_that_one_file_can_read_needs_no_typing() -> None:
    start, first = sent(office(), "a")
    start, second = sent(start, "a", 2)
    first = said(first, "t0", Field.PERCENT, "", seen="nửa", trouble="“nửa” không phải phần trăm.")
    found = comparison(start, [first, said(second, "t0", Field.PERCENT, "50")])
    (one,) = found.ordered
    assert [answer.words for answer in one.returned] == ["50"]
    assert known(start).units["a"].name == "Phòng A"


def test_quarters_of_one_work_stand_apart_and_say_which_they_are() -> None:
    start = office()
    tasks = {**start.plans["p"].tasks, "t0": replace(start.plans["p"].tasks["t0"], deadline=plain("Hằng quý"))}
    period = Period(date(2025, 1, 1), date(2025, 12, 31))
    start = replace(start, plans={"p": replace(start.plans["p"], tasks=tasks, period=period)})
    sheets = []
    for number in (1, 2):
        start, sheet = sent(start, "a", number)
        assert sheet.sent
        asked = replace(sheet.sent, period=f"2025-Q{number}")
        lone = replace(row_of(sheet, "t3"), work_id="", row=90, locked={"content": "Việc lạ"})
        lone = replace(lone, cells={Field.RESULT: Cell("K90", "Xong", "Xong")})
        sheet = replace(said(sheet, "t0", Field.STATUS, DONE), sent=asked, period=asked.period)
        sheets.append(replace(sheet, rows=(*sheet.rows, lone)))
    found = comparison(start, sheets)
    assert [one.spot.period for one in found.ordered] == ["2025-Q1", "2025-Q2"]
    model = SpotsModel()
    model.show_lines(lines_of(found, Kind.ALL), Decisions(found.merge), found.unit)
    cells = [model.index(row, 0).data(SHOWN) for row in range(model.rowCount())]
    assert [cell.below for cell in cells[1:]] == ["Phòng A · Quý I/2025", "Phòng A · Quý II/2025"]
    unknown = found.merge.unknown_rows[-1]
    given_ = with_rows(found, {name_of(unknown): ("p", "t0")})
    (spot,) = spots_of(unknown, "p", "t0", found)
    assert spot.period == unknown.period
    assert spot in {one.spot for one in given_.ordered}
    (once,) = spots_of(unknown, "p", "t1", found)
    assert once.period == ""
