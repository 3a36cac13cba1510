"""What is taken becomes one change, and what was decided is not asked again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.models.merge.building import NOW, Place, S, nothing_new, only, place, said, taken
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import reverse
from tthc_desktop.models.merge.accepting import accepted
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Choices, Spot, Verdict
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.models.sending.values import Sending

T0 = Spot("p", "t0", "a", S)


def received(office: Place, *sheets: ReturnedSheet, choices: Choices | None = None) -> Place:
    """Return the office after the sheets were received."""
    known = office.known()
    change = accepted(merge(sheets, known), choices or {}, known)
    return taken(office, change) if change else office


def test_one_change_takes_all_that_is_offered() -> None:
    office, first = place().sent("a")
    office, second = office.sent("b")
    first = said(said(first, "t0", S, "x"), "t0", Field.PERCENT, "60")
    known = office.known()
    change = accepted(merge([first, said(second, "t0", S, "y")], known), {}, known)
    assert change
    assert change.label == "Nhận 3 giá trị của 2 đơn vị"
    after = taken(office, change)
    assert (after.words("t0", "a", S), after.words("t0", "b", S)) == ("x", "y")
    assert after.words("t0", "a", Field.PERCENT) == "60"
    (one,) = [each for each in after.progress.values() if each.unit_id == "a"]
    assert one.said[S] == Said("x", Origin("a-1.xlsx", "Phần việc", "I9", NOW))
    assert {each.returned_at for each in after.sendings.values()} == {NOW}
    assert taken(after, reverse(change)) == office


def test_a_sheet_without_anything_new_has_come_back_all_the_same_and_once() -> None:
    office, sheet = place().sent()
    known = office.known()
    change = accepted(merge([sheet], known), {}, known)
    assert change
    assert change.label == "Ghi nhận bảng gửi lại của 1 đơn vị"
    after = taken(office, change)
    assert after.sendings["s-p-a-1"].returned_at == NOW
    later = replace(after.known(), received_at=NOW + timedelta(days=1))
    assert accepted(merge([sheet], later), {}, later) is None


def test_an_emptied_cell_leaves_nothing() -> None:
    office = place().typed("t0", "a", S, "x").typed("t1", "a", S, "y").typed("t1", "a", Field.RESULT, "z")
    office, sheet = office.sent()
    after = received(office, said(said(sheet, "t0", S, ""), "t1", S, ""))
    assert [dict(one.said) for one in after.progress.values()] == [{Field.RESULT: Said("z")}]


def test_conflicts_wait_until_they_are_decided() -> None:
    office, sheet = place().sent()
    office, sheet = office.typed("t0", "a", S, "z"), said(sheet, "t0", S, "x")
    waiting = received(office, sheet)
    assert waiting.words("t0", "a", S) == "z"
    assert only(merge([sheet], waiting.known())).verdict is Verdict.CONFLICT
    kept = received(waiting, sheet, choices={T0: None})
    assert kept.words("t0", "a", S) == "z"
    assert nothing_new(merge([sheet], kept.known()))
    chosen = received(waiting, sheet, choices={T0: Said("x")})
    assert chosen.words("t0", "a", S) == "x"
    assert nothing_new(merge([sheet], chosen.known()))


def test_what_was_taken_and_then_changed_here_is_not_asked_again() -> None:
    office, sheet = place().sent()
    sheet = said(sheet, "t0", S, "x")
    office = received(office, sheet).typed("t0", "a", S, "of the office")
    assert nothing_new(merge([sheet], office.known()))
    assert only(merge([said(sheet, "t0", S, "a new answer")], office.known())).verdict is Verdict.CONFLICT


def test_a_unit_that_answers_otherwise_than_before_is_told_from_an_office_that_changed_it() -> None:
    office, sheet = place().sent()
    before = received(office, said(sheet, "t0", S, "x"))
    again = said(sheet, "t0", S, "y")
    assert "bảng nhận trước" in only(merge([again], before.known())).doubt
    assert "cơ quan" in only(merge([again], office.typed("t0", "a", S, "z").known())).doubt


def test_what_was_offered_and_declined_is_not_offered_again() -> None:
    office, sheet = place().sent()
    sheet = said(sheet, "t0", S, "x")
    assert nothing_new(merge([sheet], received(office, sheet, choices={T0: None}).known()))


def test_an_answer_of_an_older_round_is_not_asked_again_after_a_newer_one() -> None:
    office, first = place().sent(number=1)
    first = said(first, "t0", S, "x")
    office, second = received(office, first).sent(number=2)
    second = said(second, "t0", S, "y")
    office = received(office, second)
    assert office.words("t0", "a", S) == "y"
    for sheets in ([first], [second], [first, second], [second, first]):
        assert nothing_new(merge(sheets, office.known()))
    office, third = office.sent(number=3)
    back = said(third, "t0", S, "x")
    assert only(merge([first, back], office.known())).verdict is Verdict.OFFERED


def test_a_value_changed_since_the_comparison_is_not_written_over() -> None:
    office, sheet = place().sent()
    merged = merge([said(sheet, "t0", S, "x")], office.known())
    with pytest.raises(UserError, match="đã được sửa"):
        accepted(merged, {}, office.typed("t0", "a", S, "z").known())


def test_values_of_other_kinds_stay_as_they_are() -> None:
    office = place().typed("t2", "b", S, "b")
    office, sheet = office.sent()
    after = received(office, said(sheet, "t0", S, "x"))
    assert after.progress["t2-b"] is office.progress["t2-b"]
    assert all(isinstance(one, Progress) for one in after.progress.values())
    assert all(isinstance(one, Sending) for one in after.sendings.values())
