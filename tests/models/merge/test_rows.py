"""Which work a row is about, however the unit left it."""

from dataclasses import replace

from tests.models.merge.building import Place, S, nothing_new, only, place, row_of, said, verdicts, with_rows
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Verdict
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.returned import ReturnedRow, ReturnedSheet
from tthc_desktop.models.text import plain


def nameless(row: ReturnedRow) -> ReturnedRow:
    return replace(row, work_id="")


def reworded(row: ReturnedRow, **words: str) -> ReturnedRow:
    return replace(row, locked={**row.locked, **words})


def changed_plan(office: Place, work: str, content: str) -> Place:
    plan = office.plans["p"]
    tasks = {**plan.tasks, work: replace(plan.tasks[work], content=plain(content))}
    return replace(office, plans={"p": replace(plan, tasks=tasks)})


def without(office: Place, work: str) -> Place:
    plan = office.plans["p"]
    tasks = {id_: task for id_, task in plan.tasks.items() if id_ != work}
    return replace(office, plans={"p": replace(plan, tasks=tasks)})


def answered(office: Place, **answers: str) -> tuple[Place, ReturnedSheet]:
    office, sheet = office.sent()
    for work, words in answers.items():
        sheet = said(sheet, work, S, words)
    return office, sheet


def test_rows_without_identity_are_found_by_content_for_review() -> None:
    office, sheet = answered(place(5), t0="x", t3="y")
    bare = with_rows(sheet, *(nameless(row) for row in reversed(sheet.rows)))
    merged = merge([bare], office.known())
    assert {spot.work_id for spot in verdicts(merged)[Verdict.REVIEW]} == {"t0", "t3"}
    assert all(one.sent == "" and "nội dung" in one.doubt for one in merged.compared)
    assert not merged.unknown_rows
    assert not merged.problems


def test_a_reworded_row_without_identity_is_found_by_likeness() -> None:
    office, sheet = answered(place(5), t2="x")
    row = row_of(sheet, "t2")
    row = nameless(reworded(row, content=row.locked["content"] + " (đã sửa)"))
    merged = merge([with_rows(sheet, *(each for each in sheet.rows if each.work_id != "t2"), row)], office.known())
    assert only(merged).spot.work_id == "t2"
    assert only(merged).verdict is Verdict.REVIEW


def test_rows_that_the_unit_added_are_told_with_their_words() -> None:
    office, sheet = answered(place())
    added = ReturnedRow(
        "", 20, {"content": "Tổ chức hội nghị riêng của phòng"}, row_of(said(sheet, "t0", S, "x"), "t0").cells
    )
    blank = ReturnedRow("", 21, {"content": "  "}, {})
    heading = ReturnedRow("", 22, {"number": "I", "content": "Nhiệm vụ chung"}, {})
    merged = merge([replace(sheet, rows=(*sheet.rows, added, blank, heading))], office.known())
    (one,) = merged.unknown_rows
    assert (one.row, one.unit_id, one.cells[S].words) == (20, "a", "x")
    assert "tự thêm" in one.reason
    assert nothing_new(merged)


def test_copied_rows_say_nothing_or_are_told() -> None:
    office, sheet = answered(place(), t0="x")
    row = row_of(sheet, "t0")
    other = row_of(said(sheet, "t0", S, "khác"), "t0")
    merged = merge([with_rows(sheet, *sheet.rows, row, row_of(place().sent()[1], "t0"), other)], office.known())
    assert only(merged).returned[0].words == "x"
    (one,) = merged.unknown_rows
    assert one.cells[S].words == "khác"
    assert "chép lại" in one.reason


def test_the_copy_that_was_reworded_is_not_the_row_even_when_it_stands_first() -> None:
    office, sheet = answered(place(), t0="x")
    row = row_of(sheet, "t0")
    copy = reworded(row, content="Một việc hoàn toàn khác hẳn của phòng")
    merged = merge([with_rows(sheet, copy, *sheet.rows)], office.known())
    assert only(merged).returned[0].origin
    assert {one.row for one in merged.unknown_rows} == {8}
    assert not merged.problems


def test_a_copy_without_identity_is_a_copy() -> None:
    office, sheet = answered(place(), t0="x")
    other = nameless(row_of(said(sheet, "t0", S, "khác"), "t0"))
    merged = merge([with_rows(sheet, *sheet.rows, nameless(row_of(sheet, "t0")), other)], office.known())
    assert only(merged).verdict is Verdict.OFFERED
    assert ["chép lại" in one.reason for one in merged.unknown_rows] == [True]


def test_identities_that_were_not_sorted_with_their_rows_are_not_believed() -> None:
    office, sheet = answered(place(6), t1="x", t4="y")
    ids = [row.work_id for row in sheet.rows]
    turned = with_rows(sheet, *(replace(row, work_id=id_) for row, id_ in zip(reversed(sheet.rows), ids, strict=True)))
    merged = merge([turned], office.known())
    assert {(one.spot.work_id, one.returned[0].words) for one in merged.compared} == {("t1", "x"), ("t4", "y")}
    assert set(verdicts(merged)) == {Verdict.REVIEW}
    assert "không khớp" in merged.compared[0].doubt


def test_identities_of_others_are_found_out_even_when_the_office_reworded_the_work_since() -> None:
    office, sheet = answered(place(6), t1="x")
    first, second, *others = sheet.rows
    turned = with_rows(sheet, replace(first, work_id=second.work_id), replace(second, work_id=first.work_id), *others)
    merged = merge([turned], changed_plan(office, "t1", "Lời mới của cơ quan cho việc này").known())
    assert (only(merged).spot.work_id, only(merged).verdict) == ("t1", Verdict.REVIEW)
    assert not merged.unknown_rows


def test_a_copied_row_of_other_words_is_not_believed_because_its_first_copy_was_recognised() -> None:
    office, sheet = answered(place(6), t1="x")
    row = row_of(sheet, "t1")
    strayed = reworded(replace(row, work_id="t3"), content=f"{row.locked['content']} thêm")
    others = [row for row in sheet.rows if row.work_id not in {"t1", "t3"}]
    copy = replace(strayed, cells=row_of(said(sheet, "t1", S, "khác"), "t1").cells)
    merged = merge([with_rows(sheet, strayed, copy, *others)], office.known())
    assert set(verdicts(merged)) <= {Verdict.REVIEW, Verdict.SAME}
    assert {one.spot.work_id for one in merged.compared if one.returned[0].words == "x"} == {"t1"}


def test_swapped_identities_of_works_of_one_content_are_found_out_by_their_deadlines() -> None:
    office, sheet = answered(changed_plan(place(6), "t1", str(place().plans["p"].tasks["t0"].content)), t0="x", t1="y")
    first, second, *others = sheet.rows
    turned = with_rows(sheet, replace(first, work_id="t1"), replace(second, work_id="t0"), *others)
    merged = merge([turned], office.known())
    assert {(one.spot.work_id, one.returned[0].words) for one in merged.compared} == {("t0", "x"), ("t1", "y")}
    assert set(verdicts(merged)) == {Verdict.REVIEW}


def test_a_row_that_could_be_either_of_two_works_is_reviewed_whatever_its_identity_says() -> None:
    office, sheet = answered(changed_plan(place(6), "t1", str(place().plans["p"].tasks["t0"].content)), t1="y")
    row = reworded(row_of(sheet, "t1"), deadline="Tháng 13")
    merged = merge([with_rows(sheet, row, *(each for each in sheet.rows if each.work_id != "t1"))], office.known())
    assert (only(merged).spot.work_id, only(merged).verdict) == ("t1", Verdict.REVIEW)


def test_work_that_left_the_plan_keeps_its_answers_in_sight() -> None:
    office, sheet = answered(place(), t0="x")
    merged = merge([sheet], without(without(office, "t0"), "t1").known())
    (one,) = merged.unknown_rows
    assert (one.cells[S].words, one.words["content"]) == ("x", row_of(sheet, "t0").locked["content"])
    assert "không còn trong kế hoạch" in one.reason
    assert not merged.problems


def test_locked_words_that_the_unit_changed_are_told_and_not_taken() -> None:
    office, sheet = answered(place(), t0="x")
    row = row_of(sheet, "t0")
    merged = merge([with_rows(sheet, reworded(row, deadline="Tháng 13"), *sheet.rows[1:])], office.known())
    assert only(merged).verdict is Verdict.OFFERED
    (problem,) = merged.problems
    assert problem.cell == "8:8"
    assert all(words in problem.text for words in ("đã sửa ô khóa", "“Thời hạn”", "Tháng 13", "giữ nội dung"))


def test_a_row_that_became_another_work_is_doubted() -> None:
    office, sheet = answered(place(), t0="x")
    row = reworded(row_of(sheet, "t0"), content="Hội thao ngành mùa xuân")
    merged = merge([with_rows(sheet, row, *sheet.rows[1:])], office.known())
    assert only(merged).verdict is Verdict.REVIEW
    assert len(merged.problems) == 1


def test_words_that_the_office_changed_since_are_no_problem() -> None:
    office, sheet = answered(place(), t0="x")
    merged = merge([sheet], changed_plan(office, "t0", "Nội dung mới của cơ quan").known())
    assert only(merged).verdict is Verdict.OFFERED
    assert not merged.problems


def test_white_space_in_locked_words_is_no_change() -> None:
    office, sheet = answered(place(), t0="x")
    row = row_of(sheet, "t0")
    row = reworded(row, content=f" {row.locked['content'].replace(' ', chr(10), 1)}  ")
    assert not merge([with_rows(sheet, row, *sheet.rows[1:])], office.known()).problems


def test_rows_that_the_unit_deleted_keep_their_values_and_are_told() -> None:
    office = place(5).typed("t0", "a", Field.RESULT, "xong")
    office, sheet = office.sent()
    merged = merge([with_rows(sheet, *sheet.rows[1:4])], office.known())
    assert nothing_new(merged)
    (problem,) = merged.problems
    assert "thiếu 2 hàng" in problem.text


def test_a_row_that_several_files_of_a_unit_added_is_told_once() -> None:
    office, sheet = place().sent()
    added = with_rows(sheet, *sheet.rows, ReturnedRow("", 20, {"content": "Hội nghị riêng của phòng"}, {}))
    assert len(merge([added, replace(added, file="again.xlsx")], office.known()).unknown_rows) == 1
