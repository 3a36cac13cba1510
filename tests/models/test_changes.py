"""Changes and their reverse."""

from hypothesis import given

from tests.strategies import plans
from tthc_desktop.models.changes import Change, reverse
from tthc_desktop.models.plan import Plan


@given(plans())
def test_the_reverse_of_a_reverse_is_the_change(plan: Plan) -> None:
    change = Change("Thêm", ((None, plan),))

    assert reverse(change) == Change("Thêm", ((plan, None),))
    assert reverse(reverse(change)) == change
