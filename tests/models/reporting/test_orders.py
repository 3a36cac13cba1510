"""Documents that are ordered: of which plans, for which units, and what is told before."""

from dataclasses import replace
from datetime import date

import pytest

from tests.models.agenda.offices import NO_DAYS_OFF, office
from tests.models.reporting.offices import TODAY, UNITS, yearly_plan
from tests.models.units.registers import INSPECTORS, JUSTICE, OFFICE
from tthc_desktop.errors import UserError
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.reporting.orders import EACH, Ground, Order, drawn_up, foretold, terms_of

NEW = replace(yearly_plan(), id="new", period=Period(date(2026, 1, 1), date(2026, 12, 31)))
NEXT_YEAR = date(2026, 2, 10)


def ground(*plans: Plan) -> Ground:
    holdings = office(plans or [yearly_plan()])
    return Ground(replace(holdings, units={unit.id: unit for unit in UNITS}), (), NO_DAYS_OFF)


def for_whom(ground_: Ground, order: Order) -> list[str]:
    return [made.drawn.unit_id for made in drawn_up(ground_, order) if made.drawn]


def test_a_letter_goes_to_each_that_is_late_or_to_all_together() -> None:
    each = Order(Form.REMINDER, TODAY, unit_id=EACH, answer_by=date(2025, 6, 24))
    assert for_whom(ground(), each) == [OFFICE.id]
    assert for_whom(ground(), replace(each, unit_id="")) == [""]
    assert foretold(ground(), each) == f"1 đơn vị có việc quá hạn: {OFFICE.name}."
    with pytest.raises(UserError, match="không có nhiệm vụ nào quá hạn"):
        drawn_up(ground(), replace(each, on=date(2025, 1, 10)))


def test_units_are_urged_about_last_year_but_the_table_is_of_plans_carried_out() -> None:
    both = ground(yearly_plan(), NEW)
    [letter] = drawn_up(both, Order(Form.REMINDER, NEXT_YEAR))
    [table] = drawn_up(both, Order(Form.FOLLOW_UP, NEXT_YEAR))
    assert letter.drawn is not None
    assert letter.drawn.plan_ids == ("plan", "new")
    assert table.drawn is not None
    assert table.drawn.plan_ids == ("new",)


def test_papers_that_give_work_are_for_those_who_have_any() -> None:
    order = Order(Form.ASSIGNMENT, TODAY, unit_id=EACH)
    assert for_whom(ground(), order) == [OFFICE.id, INSPECTORS.id]
    assert for_whom(ground(), replace(order, unit_id=INSPECTORS.id)) == [INSPECTORS.id]
    with pytest.raises(UserError, match=f"cho “{JUSTICE.name}”") as told:
        drawn_up(ground(), replace(order, unit_id=JUSTICE.id))
    assert OFFICE.name in told.value.advice
    with pytest.raises(UserError, match="chưa giao việc cho đơn vị nào"):
        drawn_up(replace(ground(), holdings=replace(office([yearly_plan()]), units={})), order)


def test_the_days_of_a_report_are_those_of_its_span_or_ones_own() -> None:
    own = Order(Form.REPORT, TODAY, start=date(2025, 4, 2), end=date(2025, 6, 1))
    assert terms_of(ground(), own) == (None, (date(2025, 4, 2), date(2025, 6, 1), None))
    assert terms_of(ground(), replace(own, key="2025-Q1"))[1][:2] == (date(2025, 1, 1), date(2025, 3, 31))
    with pytest.raises(UserError, match="ngày đầu sau ngày cuối"):
        terms_of(ground(), replace(own, end=date(2025, 4, 1)))
    with pytest.raises(UserError, match="Không hiểu kỳ báo cáo"):
        terms_of(ground(), Order(Form.REPORT, TODAY))
