"""What targets came to in the words of a report: of the span itself, and of nothing that is not known yet."""

from datetime import date

import pytest

from tests.models.reporting.offices import QUARTER
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.measured import target_facts
from tthc_desktop.models.reporting.values import TargetFact
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.targets.over_time import Past
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain


def plan_of(year: int, id_: str, origin: str = "") -> Plan:
    target = Target(f"c{id_}", plain("Tỷ lệ đúng hạn"), plain("%"), plain("Tối thiểu 95"), origin_id=origin)
    table = Table(f"x{id_}", (Column("c", Role.CONTENT),), (Row(f"r{id_}", RowKind.TARGET, target_id=target.id),))
    period = Period(date(year, 1, 1), date(year, 12, 31))
    return Plan(id_, period=period, body=(table,), targets={target.id: target})


NOW, BEFORE = plan_of(2025, "now", "cbefore"), plan_of(2024, "before")


def said(period: str, work: str = "cnow", **words: str) -> Progress:
    told = {Field(name): Said(value) for name, value in words.items()}
    return Progress(f"{work}-{period}", "now", work, "", told, period)


def found(*progress: Progress, stretch: Stretch = QUARTER) -> TargetFact:
    past = Past([BEFORE, NOW], {id_: [one for one in progress if one.work_id == id_] for id_ in ("cnow", "cbefore")})
    [fact] = target_facts(NOW, past, stretch)
    return fact


def test_figures_of_the_span_are_compared_with_what_is_demanded() -> None:
    fact = found(said("2025-Q2", numerator="39", denominator="40"))
    assert (fact.measured, fact.verdict, fact.met) == ("97,5%", "Đạt", True)
    assert found(said("2025-Q2", numerator="1", denominator="2")).met is False


def test_no_cases_are_neither_met_nor_missed() -> None:
    fact = found(said("2025-Q2", numerator="0", denominator="0"))
    assert (fact.measured, fact.verdict, fact.met) == ("", "Không phát sinh", None)
    assert found(said("2025-Q2", status=Status.NONE_AROSE.value)).verdict == "Không phát sinh"
    assert found().verdict == "Chưa đủ số liệu"


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("2025-Q2", "2025-05", "2025"), "2025-Q2"),
        (("2025-04", "2025-05", "2025"), "2025-05"),
        (("2025", "2025-H1", "2025-Q1"), "2025-H1"),
        (("", "2025-Q1"), ""),
    ],
)
def test_the_span_itself_stands_before_others(keys: tuple[str, ...], chosen: str) -> None:
    values = {key: str(90 + at) for at, key in enumerate(keys)}
    fact = found(*(said(key, value=value) for key, value in values.items()))
    assert fact.measured == f"{values[chosen]}%"


def test_a_stretch_without_a_name_takes_the_last_span_in_it() -> None:
    stretch = Stretch(date(2025, 3, 15), date(2025, 5, 31))
    assert found(said("2025-04", value="96"), said("2025-06", value="97"), stretch=stretch).measured == "96%"


def test_what_was_counted_later_is_not_known_yet() -> None:
    assert found(said("2025-Q2", value="96", as_of="2025-06-30")).measured == ""
    assert found(said("2025-Q2", value="96", as_of="2025-06-14")).measured == "96%"


def test_last_year_stands_beside_it() -> None:
    assert found(said("2024-Q2", "cbefore", value="91"), said("2025-Q2", value="96")).last_year == "91%"
    assert found(said("2025-Q2", value="96")).last_year == ""
