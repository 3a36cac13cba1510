"""A target beside last year, over time, and line by line."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.editing.life import keep_version
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.targets.lines import period_for, periods_of, target_lines
from tthc_desktop.models.targets.measuring import Verdict
from tthc_desktop.models.targets.over_time import Past, year_before
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit

_COLUMNS = (Column("n", Role.NUMBER), Column("c", Role.CONTENT), Column("u", Role.UNIT), Column("v", Role.VALUE))


def plan_of(year: int, targets: Iterable[Target], name: str = "") -> Plan:
    kept = {target.id: target for target in targets}
    group = Row(f"g{year}", RowKind.GROUP, title=plain("NHÓM MỘT"))
    rows = (group, *(Row(f"r{id_}", RowKind.TARGET, 1, target_id=id_) for id_ in kept))
    return Plan(
        name or f"p{year}",
        period=Period(date(year, 1, 1), date(year, 12, 31)),
        body=(Table(f"t{year}", _COLUMNS, rows),),
        targets=kept,
    )


def target(id_: str, name: str, origin: str = "", value: str = "95") -> Target:
    return Target(id_, plain(name), plain("%"), plain(value), origin_id=origin)


def said(work: str, period: str, b: int, a: int, unit: str = "") -> Progress:
    words = {Field.NUMERATOR: Said(str(b)), Field.DENOMINATOR: Said(str(a))}
    return Progress(f"{work}{period}{unit}", "", work, unit, words, period)


def past(plans: Iterable[Plan], progress: Iterable[Progress] = ()) -> Past:
    by_work: dict[str, list[Progress]] = {}
    for one in progress:
        by_work.setdefault(one.work_id, []).append(one)
    return Past(plans, by_work)


P2024 = plan_of(2024, [target("a24", "Hồ sơ đúng hạn", value="90"), target("b24", "Phí nộp trực tuyến")])
P2025 = plan_of(2025, [target("a25", "Hồ sơ giải quyết đúng hạn", "a24"), target("b25", "phí nộp  trực tuyến")])
P2026 = plan_of(2026, [target("a26", "Hồ sơ giải quyết đúng hạn", "a25"), target("b26", "Phí nộp trực tuyến")])
PLANS = (P2024, P2025, P2026)


@pytest.mark.parametrize(
    ("key", "earlier"),
    [
        ("2026-Q2", "2025-Q2"),
        ("2026", "2025"),
        ("2026-9M", "2025-9M"),
        ("2026-07", "2025-07"),
        ("2028-02-29", ""),
        ("2026-W2026-03-30", ""),
        ("event:x", ""),
        ("", ""),
    ],
)
def test_the_span_of_a_year_before(key: str, earlier: str) -> None:
    assert year_before(key) == earlier


def test_a_target_is_known_again_by_its_origin_and_by_its_words() -> None:
    known = past(PLANS)

    assert known.before(P2026, P2026.targets["a26"]) == (P2025, P2025.targets["a25"])
    assert known.before(P2026, P2026.targets["b26"]) == (P2025, P2025.targets["b25"])
    assert known.before(P2025, P2025.targets["a25"]) == (P2024, P2024.targets["a24"])
    assert known.before(P2024, P2024.targets["a24"]) is None


def test_a_draft_made_of_the_same_year_leads_on_to_the_year_before() -> None:
    again = replace(copy_plan(P2026), id="again")
    (first, _) = again.targets.values()

    assert past((*PLANS, again)).before(again, first) == (P2025, P2025.targets["a25"])


def test_kept_versions_and_drawn_papers_are_no_plans_before() -> None:
    kept = keep_version(P2025, "bản", datetime(2026, 1, 1, tzinfo=UTC))
    drawn = Drawn(Form.REPORT, ("p2025",), date(2025, 1, 1), date(2025, 12, 31))
    report = plan_of(2025, [target("x", "Phí nộp trực tuyến")], "report")

    known = past((kept, replace(report, drawn=drawn), P2026))
    assert known.before(P2026, P2026.targets["b26"]) is None


def test_two_targets_of_the_same_words_are_not_taken_for_one() -> None:
    double = plan_of(2025, [target("x", "Phí nộp trực tuyến"), target("y", "Phí nộp trực tuyến")])

    assert past((double, P2026)).before(P2026, P2026.targets["b26"]) is None


def test_last_year_is_the_same_span() -> None:
    known = past(PLANS, [said("a25", "2025-Q2", 19, 20), said("a25", "2025", 9, 10)])
    point = known.year_before(P2026, P2026.targets["a26"], "2026-Q2")

    assert point is not None
    assert (point.key, point.result.value, point.result.verdict) == ("2025-Q2", Decimal(95), Verdict.MET)
    assert known.year_before(P2026, P2026.targets["a26"], "2026-Q1") is None


def test_a_plan_of_two_years_is_its_own_year_before() -> None:
    both = replace(P2025, period=Period(date(2025, 1, 1), date(2026, 12, 31)))
    point = past((both,), [said("a25", "2025-Q1", 1, 1)]).year_before(both, both.targets["a25"], "2026-Q1")

    assert point is not None
    assert point.result.value == 100


def test_a_series_goes_through_the_years() -> None:
    figures = [said("a24", "2024-Q4", 1, 2), said("a25", "2025-Q1", 3, 4), said("a26", "2026-Q1", 4, 4)]
    figures += [said("a26", "2026-03", 4, 4), said("a26", "event:x", 4, 4)]
    points = past(PLANS, figures).series(P2026, P2026.targets["a26"], SpanKind.QUARTER)

    assert [point.key for point in points] == ["2024-Q4", "2025-Q1", "2026-Q1"]
    assert [str(point.result.value) for point in points] == ["50", "75", "100"]
    assert [str(point.target.value) for point in points] == ["90", "95", "95"]


def test_lines_are_headings_targets_and_units() -> None:
    figures = [said("a26", "2026-Q1", 18, 20, "u1"), said("a26", "2026-Q1", 20, 20, "u2"), said("b26", "2026-Q2", 1, 1)]
    lines = target_lines(P2026, "2026-Q1", (Unit("u1", "Phòng Một"),), past(PLANS, figures))

    assert [(line.name, line.unit_id, line.level, line.demanded) for line in lines] == [
        ("NHÓM MỘT", "", 0, ""),
        ("Hồ sơ giải quyết đúng hạn", "", 1, "95"),
        ("Phòng Một", "u1", 2, ""),
        ("đơn vị đã xóa", "u2", 2, ""),
        ("Phí nộp trực tuyến", "", 1, "95"),
    ]
    assert [line.result.verdict.name for line in lines[1:]] == ["MET", "NOT_MET", "MET", "UNKNOWN"]
    assert lines[1].said is None


def test_the_spans_of_a_plan_are_those_of_its_period_and_of_its_figures() -> None:
    keys = periods_of(P2026, [said("a26", "event:x", 1, 1), said("elsewhere", "2019", 1, 1)])

    assert keys[:4] == ("2026-01", "2026-02", "2026-03", "2026-Q1")
    assert keys[-3:] == ("2026-Q4", "2026-H2", "2026")
    assert "2019" not in keys
    four_months = replace(P2026, period=Period(date(2026, 9, 1), date(2026, 12, 31)))
    assert periods_of(four_months) == ("2026-09", "2026-10", "2026-11", "2026-12", "2026-Q4")


def test_the_page_begins_with_the_newest_figures_else_with_today() -> None:
    assert (
        period_for(P2026, [said("a26", "2026-Q1", 1, 1), said("a26", "2026-Q2", 1, 1)], date(2026, 11, 1)) == "2026-Q2"
    )
    assert period_for(P2026, [], date(2026, 5, 1)) == "2026-Q2"
    assert period_for(P2026, [], date(2030, 5, 1)) == "2026-Q4"
    assert period_for(Plan("p"), [], date(2030, 5, 1)) == "2030-Q2"
