"""What holds for every comparison."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.strategies import plans
from tthc_desktop.models.comparison import Difference, What, compare
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.plan import Plan

MIRROR = {What.ADDED: What.REMOVED, What.REMOVED: What.ADDED}
OF_ORDER = {What.MOVED, What.RENUMBERED}


@given(plans())
def test_a_plan_has_no_differences_to_itself(plan: Plan) -> None:
    assert compare(plan, plan) == ()


@given(plans())
def test_a_copy_has_none_either_way(plan: Plan) -> None:
    copy = copy_plan(plan)

    assert compare(plan, copy) == ()
    assert compare(copy, plan) == ()


@given(plans())
def test_copies_of_one_plan_know_each_other(plan: Plan) -> None:
    first, second = copy_plan(plan), copy_plan(plan)

    assert compare(first, second) == ()
    assert compare(copy_plan(first), second, (first,)) == ()


@given(plans(), st.data())
def test_every_edit_is_told(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))

    assert bool(compare(plan, after)) is (after != plan)


@given(plans(), st.data())
def test_undoing_is_the_mirror_image(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(data.draw(edited(plan))))

    there, back = compare(plan, after), compare(after, plan)

    assert Counter(mirrored(one) for one in there if one.what not in OF_ORDER) == Counter(
        one for one in back if one.what not in OF_ORDER
    )
    assert moves(there) == moves(back)


def mirrored(one: Difference) -> Difference:
    """Return what the way back has to tell; which of two neighbours moved may be told either way."""
    return Difference(MIRROR.get(one.what, one.what), one.after, one.before, one.new, one.old, one.below)


def moves(found: tuple[Difference, ...]) -> int:
    return sum(one.what is What.MOVED for one in found)


@given(plans(), plans())
def test_strangers_are_compared_too(plan: Plan, other: Plan) -> None:
    found = compare(plan, replace(other, origin_id=""))

    for one in found:
        assert (one.before is None) is (one.what is What.ADDED)
        assert (one.after is None) is (one.what is What.REMOVED)
