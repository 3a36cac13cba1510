"""Sent, returned and current held against each other."""

from dataclasses import replace

import pytest

from tests.models.merge.building import S, nothing_new, only, place, said, verdicts, with_rows
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Spot, Verdict
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.returned import SheetProblem


@pytest.mark.parametrize(
    ("sent", "returned", "current", "verdict"),
    [
        ("", "Hoàn thành", "", Verdict.OFFERED),
        ("x", "y", "x", Verdict.OFFERED),
        ("x", "", "x", Verdict.OFFERED),
        ("x", "y", "y", Verdict.SAME),
        ("x", "x", "y", Verdict.SAME),
        ("", "", "y", Verdict.SAME),
        ("x", "y", "z", Verdict.CONFLICT),
        ("x", "y", "", Verdict.CONFLICT),
        ("x", "", "z", Verdict.CONFLICT),
        ("", "y", "z", Verdict.CONFLICT),
        ("hai  dấu cách ", "hai dấu cách", "hai  dấu cách ", Verdict.SAME),
        ("hai  dấu cách ", "hai dấu cách", "khác", Verdict.SAME),
    ],
)
def test_three_ways(sent: str, returned: str, current: str, verdict: Verdict) -> None:
    office = place()
    office = office.typed("t0", "a", S, sent) if sent else office
    office, sheet = office.sent()
    office = office.typed("t0", "a", S, current)
    merged = merge([said(sheet, "t0", S, returned)], office.known())
    (one,) = [each for each in merged.compared if each.spot.work_id == "t0"]
    assert (one.verdict, one.sent) == (verdict, sent)
    assert (one.current.words if one.current else "") == current
    if verdict is not Verdict.SAME:
        assert [each.words for each in one.returned] == [returned]
        assert one.returned[0].origin
        assert one.returned[0].origin.cell == "I9"
        assert merged.files[0].changed == 1
    else:
        assert nothing_new(merged)
    assert not merged.problems
    assert not merged.unknown_rows


def test_empty_cells_everywhere_are_nothing_to_tell() -> None:
    office, sheet = place().sent()
    merged = merge([sheet], office.known())
    assert merged.compared == ()
    assert merged.sending_ids == ("s-p-a-1",)
    assert nothing_new(merged)


def test_two_files_of_a_unit_that_differ_are_a_conflict_and_equal_ones_are_one() -> None:
    office, sheet = place().sent()
    one = said(said(sheet, "t0", S, "x"), "t1", S, "same")
    other = replace(said(said(sheet, "t0", S, "y"), "t1", S, "same"), file="b.xlsx")
    for files in ([one, other], [other, one]):
        merged = merge(files, office.known())
        found = verdicts(merged)
        assert found[Verdict.CONFLICT] == [Spot("p", "t0", "a", S)]
        assert found[Verdict.OFFERED] == [Spot("p", "t1", "a", S)]
        conflict = next(each for each in merged.compared if each.verdict is Verdict.CONFLICT)
        assert {each.words for each in conflict.returned} == {"x", "y"}
        assert conflict.doubt
        assert sum(each.changed for each in merged.files) == 3


def test_one_file_given_twice_counts_once() -> None:
    office, sheet = place().sent()
    sheet = said(sheet, "t0", S, "x")
    merged = merge([sheet, sheet, replace(sheet, file="copy.xlsx")], office.known())
    assert [each.changed for each in merged.files] == [1, 0, 0]
    assert only(merged).verdict is Verdict.OFFERED


def test_what_two_units_say_stays_apart() -> None:
    office, first = place().sent("a")
    office, second = office.sent("b")
    merged = merge([said(first, "t0", S, "x"), said(second, "t0", S, "y")], office.known())
    assert verdicts(merged) == {Verdict.OFFERED: [Spot("p", "t0", "a", S), Spot("p", "t0", "b", S)]}


def test_what_the_office_sent_back_in_a_later_round_is_not_new_again() -> None:
    office, first = place().sent(number=1)
    office = office.typed("t0", "a", S, "x")  # taken from the first round
    office, second = office.sent(number=2)
    office = office.typed("t0", "a", S, "office")
    assert nothing_new(merge([second, said(first, "t0", S, "x")], office.known()))


def test_going_back_to_what_an_earlier_round_had_is_new() -> None:
    office = place().typed("t0", "a", S, "old")
    office, first = office.sent(number=1)
    office = office.typed("t0", "a", S, "new")
    office, second = office.sent(number=2)
    assert only(merge([first, said(second, "t0", S, "old")], office.known())).verdict is Verdict.OFFERED


def test_a_late_sheet_of_an_older_round_gives_what_only_it_knows() -> None:
    office, first = place().sent(number=1)
    office, second = office.sent(number=2)
    office = office.typed("t1", "a", S, "y")
    late = said(said(first, "t0", S, "x"), "t1", S, "late")
    found = verdicts(merge([said(second, "t1", S, "y"), late], office.known()))
    assert found[Verdict.OFFERED] == [Spot("p", "t0", "a", S)]
    assert found[Verdict.CONFLICT] == [Spot("p", "t1", "a", S)]


def test_a_cell_without_a_form_is_told_and_its_suggestion_reviewed() -> None:
    office, sheet = place().sent()
    doubtful = said(sheet, "t0", Field.PERCENT, "60", seen="0,6", trouble="Không rõ bao nhiêu.")
    doubtful = said(doubtful, "t1", Field.PERCENT, "", seen="nhiều", trouble="Không phải phần trăm.")
    merged = merge([doubtful], office.known())
    one = only(merged)
    assert (one.verdict, one.doubt, one.returned[0].words) == (Verdict.REVIEW, "Không rõ bao nhiêu.", "60")
    assert [(each.cell, each.text) for each in merged.problems] == [
        ("J9", "Không rõ bao nhiêu."),
        ("J10", "Không phải phần trăm."),
    ]
    told = replace(doubtful, problems=(SheetProblem("a-1.xlsx", "Phần việc", "J9", "Đã nói."),))
    assert [each.text for each in merge([told], office.known()).problems] == ["Đã nói.", "Không phải phần trăm."]


def test_a_cell_that_cannot_be_read_does_not_empty_what_the_office_has() -> None:
    office = place().typed("t0", "a", Field.DAY, "2026-01-02")
    office, sheet = office.sent()
    sheet = said(sheet, "t0", Field.DAY, "", seen="hôm kia", trouble="Không phải ngày.")
    assert nothing_new(merge([sheet], office.known()))


def test_order_of_files_and_rows_is_of_no_matter() -> None:
    office, first = place(6).sent(number=1)
    office, second = office.sent(number=2)
    first, second = said(first, "t0", S, "x"), said(said(second, "t0", S, "z"), "t4", S, "y")
    straight = merge([first, second], office.known())
    turned = merge([with_rows(second, *reversed(second.rows)), with_rows(first, *reversed(first.rows))], office.known())
    assert {(one.spot, one.verdict, tuple(each.words for each in one.returned)) for one in straight.compared} == {
        (one.spot, one.verdict, tuple(each.words for each in one.returned)) for one in turned.compared
    }
