"""What a document is drawn up from: terms, plans, facts out of all that an office keeps."""

from dataclasses import replace
from datetime import date

import pytest

from tests.models.agenda.offices import NO_DAYS_OFF, office
from tests.models.reporting.offices import QUARTER, TODAY, told, yearly_plan
from tests.models.units.registers import OFFICE
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Period
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.composing import report
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.gathering import gathered, gathered_again, plans_of, terms, whole_stretch
from tthc_desktop.models.reporting.refreshing import refreshed
from tthc_desktop.models.reporting.regimes import Cutoff, Regime
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.models.version import Stage

KNOWN = Regime("known", "Chung", date(2019, 1, 1), cutoffs=(Cutoff(SpanKind.QUARTER, 1, 15, 14, 25),))
DONE = told("t1", OFFICE.id, status=Status.DONE.value, day="2025-04-10")
NEXT = replace(yearly_plan(), id="next", period=Period(date(2026, 1, 1), date(2026, 12, 31)))


def test_the_offices_own_terms_stand_before_those_of_all() -> None:
    own = Regime("own", "Của Sở", date(2025, 1, 1), cutoffs=(Cutoff(SpanKind.QUARTER, 0, 1, 20),))
    holdings = replace(office([yearly_plan()]), regimes={"own": own})
    assert terms(holdings, [KNOWN], "2025-Q2", NO_DAYS_OFF) == (own, (date(2025, 4, 1), date(2025, 6, 20), None))
    assert terms(office([]), [KNOWN], "2025-Q2", NO_DAYS_OFF)[1].end == date(2025, 6, 14)
    assert terms(office([]), [], "2025-Q2", NO_DAYS_OFF) == (None, (date(2025, 4, 1), date(2025, 6, 30), None))
    with pytest.raises(UserError, match="Không hiểu kỳ báo cáo"):
        terms(office([]), [KNOWN], "event:1", NO_DAYS_OFF)


def test_the_plans_are_those_of_the_days() -> None:
    holdings = office([yearly_plan(), NEXT])
    assert [plan.id for plan in plans_of(holdings, QUARTER)] == ["plan"]
    assert [plan.id for plan in plans_of(holdings, QUARTER, ["next"])] == ["next"]
    assert [plan.id for plan in plans_of(holdings, Stretch(date(2025, 12, 15), date(2026, 3, 14)))] == ["plan", "next"]
    with pytest.raises(UserError, match="từ ngày 01/01/2020 đến ngày 31/01/2020"):
        plans_of(holdings, Stretch(date(2020, 1, 1), date(2020, 1, 31)))
    with pytest.raises(UserError, match="vào ngày 01/01/2020"):
        plans_of(holdings, Stretch(date(2020, 1, 1), date(2020, 1, 1)))


def test_what_is_drawn_up_and_what_was_replaced_is_no_source() -> None:
    plan = yearly_plan()
    made = report([plan], gathered(office([plan]), [plan], QUARTER, NO_DAYS_OFF), None, TODAY)
    gone = replace(NEXT, period=plan.period, stage=Stage.REPLACED)
    assert plans_of(office([plan, made, gone]), QUARTER) == (plan,)
    with pytest.raises(UserError, match="không còn trong dữ liệu"):
        plans_of(office([plan, made]), QUARTER, [made.id])
    with pytest.raises(UserError, match="không còn"):
        plans_of(office([plan]), QUARTER, ["gone"])


def test_the_whole_stretch_begins_with_the_plans() -> None:
    assert whole_stretch([yearly_plan(), NEXT], TODAY) == Stretch(date(2025, 1, 1), TODAY)
    assert whole_stretch([NEXT], TODAY) == Stretch(TODAY, TODAY)


def test_a_report_is_drawn_up_again_from_the_same_days() -> None:
    plan = yearly_plan()
    made = report([plan], gathered(office([plan]), [plan], QUARTER, NO_DAYS_OFF), None, TODAY)
    same = gathered_again(office([plan, made]), made, NO_DAYS_OFF)
    assert refreshed(made, same) is made
    later = gathered_again(office([plan, made], [DONE]), made, NO_DAYS_OFF)
    assert later.stretch == QUARTER
    assert later.works["t1"].status is Status.DONE_ON_TIME
    with pytest.raises(UserError, match="không còn"):
        gathered_again(office([made]), made, NO_DAYS_OFF)
    with pytest.raises(UserError, match="không lập từ kế hoạch"):
        gathered_again(office([plan]), plan, NO_DAYS_OFF)
