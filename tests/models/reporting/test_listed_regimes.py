"""All regimes of an office in order, and what becomes of a report when one is written in its own words."""

from dataclasses import replace
from datetime import date

from tests.models.agenda.offices import NO_DAYS_OFF, office
from tests.models.reporting.offices import yearly_plan
from tthc_desktop.models.changes import Change, reverse
from tthc_desktop.models.editing.regimes import Detail, adding, altering, removing, with_cutoff, with_detail
from tthc_desktop.models.holdings import changed
from tthc_desktop.models.reporting.cutoff_words import Part
from tthc_desktop.models.reporting.gathering import terms
from tthc_desktop.models.reporting.listed_regimes import listed_regimes
from tthc_desktop.models.reporting.regimes import Cutoff, Regime
from tthc_desktop.models.spans import SpanKind

OLD = Regime("old", "Cũ", date(2019, 1, 1), date(2024, 12, 31))
NOW = Regime("now", "Chung", date(2025, 1, 1), cutoffs=(Cutoff(SpanKind.QUARTER, 1, 15, 14, 25),))
TODAY = date(2025, 5, 1)


def test_one_in_the_offices_words_stands_once() -> None:
    own = replace(NOW, name="Của Sở")
    new = Regime("new", "Riêng", date(2022, 1, 1), date(2022, 12, 31))
    listed = listed_regimes({"now": own, "new": new}, (NOW, OLD), TODAY)
    assert [(each.regime, each.own, each.known, each.holds) for each in listed] == [
        (OLD, False, True, False),
        (new, True, False, False),
        (own, True, True, True),
    ]


def test_the_one_in_force_is_of_the_day() -> None:
    assert [each.id for each in listed_regimes({}, (NOW, OLD), date(2020, 1, 1)) if each.holds] == ["old"]
    assert not any(each.holds for each in listed_regimes({}, (NOW, OLD), date(2018, 1, 1)))


def test_a_report_follows_the_words_and_days_that_were_written() -> None:
    holdings = changed(office([yearly_plan()]), adding({}, NOW))
    made = with_detail(NOW, Detail.ADDRESSEES, "Sở Tư pháp")
    made = with_cutoff(made, SpanKind.QUARTER, Part.TO_DAY, "20")
    change = Change("Sửa", altering(holdings.regimes, made))
    written = changed(holdings, change.pairs)

    regime, days = terms(written, [NOW], "2025-Q2", NO_DAYS_OFF)
    assert (regime, days.end) == (made, date(2025, 6, 20))
    assert terms(changed(written, reverse(change).pairs), [NOW], "2025-Q2", NO_DAYS_OFF)[0] == NOW
    assert terms(changed(written, removing(written.regimes, ["now"])), [NOW], "2025-Q2", NO_DAYS_OFF)[0] is NOW
