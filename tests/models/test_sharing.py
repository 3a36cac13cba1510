"""Plans that were read again share what memory holds."""

import copy
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.models.editing.branches import unshared
from tests.strategies import plans
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sharing import share
from tthc_desktop.models.text import plain


@given(plans())
def test_an_equal_plan_is_the_old_one(plan: Plan) -> None:
    assert share(plan, copy.deepcopy(plan)) is plan


@given(plans(), st.data())
def test_a_similar_plan_shares_what_is_equal_in_its_place(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))

    shared = share(plan, copy.deepcopy(after))

    assert shared == after
    assert not unshared(plan, shared, moved=False)


@given(plans())
def test_a_plan_that_is_new_is_itself(plan: Plan) -> None:
    assert share(None, plan) is plan


def test_something_of_another_kind_is_itself() -> None:
    plan = Plan("1")
    other = replace(plan, title=plain("khác"))

    assert share((plan,), (other, plan))[1] is plan
