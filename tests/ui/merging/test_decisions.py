"""What is taken and left: by verdict, by key, of a whole unit, and over a newer comparison."""

from hypothesis import given
from hypothesis import strategies as st

from tests.models.merge.building import said
from tests.ui.merging.sheets import DOING, DONE, LATE, comparison, office, sent, usual
from tthc_desktop.models.merge.values import Compared, Verdict
from tthc_desktop.models.progress.values import Field, Said
from tthc_desktop.ui.merging.comparison import Comparison
from tthc_desktop.ui.merging.decisions import Counts, Decisions


def of_verdict(found: Comparison, verdict: Verdict) -> Compared:
    return next(one for one in found.ordered if one.verdict is verdict)


def two_answers() -> Comparison:
    start, first = sent(office(), "a")
    start, second = sent(start, "a", 2)
    sheets = [said(first, "t0", Field.STATUS, DOING), said(second, "t0", Field.STATUS, DONE)]
    return comparison(start, sheets)


def test_what_is_offered_is_taken_and_the_rest_waits() -> None:
    found = comparison(*usual())
    decisions = Decisions(found.merge)
    assert decisions.counts() == Counts(taken=3, left=2, open=2)
    offered, conflict = of_verdict(found, Verdict.OFFERED), of_verdict(found, Verdict.CONFLICT)
    assert decisions.chosen(offered) == offered.returned[0]
    assert decisions.chosen(conflict) is None
    assert decisions.is_open(conflict)
    assert not decisions.is_open(offered)


def test_steps_go_from_the_office_through_all_answers() -> None:
    found = two_answers()
    decisions, one = Decisions(found.merge), found.ordered[0]
    assert [said.words for said in one.returned] == [DOING, DONE]
    seen = []
    for step in (1, 1, 1, -1, -1, -1):
        decisions.step(one, step)
        chosen = decisions.chosen(one)
        seen.append(chosen.words if chosen else "")
    assert seen == [DOING, DONE, DONE, DOING, "", ""]
    assert not decisions.is_open(one)


def test_what_was_typed_stays_among_the_answers() -> None:
    found = two_answers()
    decisions, one = Decisions(found.merge), found.ordered[0]
    decisions.choose(one, Said(LATE))
    decisions.step(one, -1)
    assert [said.words for said in decisions.answers(one)] == [DOING, DONE, LATE]
    assert decisions.chosen(one) == one.returned[1]


def test_a_whole_unit_is_taken_but_for_what_has_two_answers() -> None:
    found = two_answers()
    decisions = Decisions(found.merge)
    assert decisions.take_all(found.ordered) == 1
    assert decisions.chosen(found.ordered[0]) is None
    found = comparison(*usual())
    decisions = Decisions(found.merge)
    assert decisions.take_all(one for one in found.ordered if one.returned) == 0
    assert decisions.counts() == Counts(taken=4, left=1, open=1)
    decisions.keep_all(found.ordered)
    assert decisions.counts() == Counts(taken=0, left=5, open=0)


def test_choices_last_over_a_newer_comparison() -> None:
    start, sheets = usual()
    found = comparison(start, sheets)
    decisions = Decisions(found.merge)
    offered, conflict = of_verdict(found, Verdict.OFFERED), of_verdict(found, Verdict.CONFLICT)
    decisions.choose(offered, None)
    decisions.choose(conflict, Said("Gõ"))
    newer = comparison(start.typed("t3", "b", Field.RESULT, "Ở cơ quan"), sheets)
    after = decisions.over(newer.merge)
    assert after.choices == decisions.choices
    other = decisions.over(comparison(start.typed("t1", "a", Field.STATUS, DONE), sheets).merge)
    assert conflict.spot not in other.choices, "the office has the answer by now"


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["step", "back", "toggle", "type", "take", "keep"]))))
def test_the_counts_are_those_of_the_choices(acts: list[tuple[int, str]]) -> None:
    found = comparison(*usual())
    decisions = Decisions(found.merge)
    for at, act in acts:
        one = found.ordered[at % len(found.ordered)]
        match act:
            case "step" | "back":
                decisions.step(one, 1 if act == "step" else -1)
            case "toggle":
                decisions.toggle(one)
            case "type":
                decisions.choose(one, Said("gõ"))
            case "take":
                decisions.take_all(found.ordered[: at + 1])
            case _:
                decisions.keep_all(found.ordered[: at + 1])
    taken = sum(decisions.chosen(one) is not None for one in found.ordered)
    asked = sum(map(decisions.is_open, found.ordered))
    assert decisions.counts() == Counts(taken, len(found.ordered) - taken, asked)
    assert Decisions(found.merge, decisions.choices).counts() == decisions.counts()
