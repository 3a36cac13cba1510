"""What was exported comes back as it was, and what was changed in it since."""

from hypothesis import given

from tests.documents.own_plans import exported, read_back, same, tables_to_come
from tests.strategies import plans
from tthc_desktop.documents.reading.sheets.own.plans import own_plans
from tthc_desktop.models.plan import Plan


@given(plans())
def test_any_plan_comes_back_cell_for_cell(plan: Plan) -> None:
    if tables_to_come(plan):
        assert same(plan, read_back(plan))
    else:
        assert own_plans(exported(plan)) == ()
