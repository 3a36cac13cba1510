"""The real plans hold what a person counted in them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.real_plans import draft_of
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.counts import count
from tthc_desktop.models.text import Text

COUNTS = {
    "000": "3 14 17 0 0 0 0 0 0 0 0 0 1 4",
    "001": "4 4 0 0 0 6 1 29 7 22 0 0 1 4",
    "002": "5 8 9 0 0 0 1 23 7 16 0 0 7 5",
    "003": "4 11 0 7 14 18 0 0 0 0 9 0 1 5",
    "004": "4 11 9 0 0 4 2 46 16 20 10 10 1 5",
}
MORE_COUNTS = {
    "617": {"roman": 4, "arabic": 15, "rows": 15, "group_rows": 4, "table_tasks": 11, "bases": 1, "recipients": 5},
    "144": {"roman": 7, "rows": 21, "group_rows": 2, "table_targets": 19, "bases": 7},
    "2623": {"roman": 4, "arabic": 18, "body_tasks": 9, "bases": 3, "recipients": 16},
}


def read(folder: Path, beginning: str) -> Draft:
    return draft_of(next(folder.glob(f"{beginning}*.txt")))


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_counts(seeds: Path, name: str) -> None:
    draft = read(seeds, name)
    assert " ".join(str(figure) for figure in asdict(count(draft.plan)).values()) == COUNTS[name]
    assert draft.unplaced == ()


@pytest.mark.parametrize("name", sorted(MORE_COUNTS))
def test_counts_of_other_offices(more_plans: Path, name: str) -> None:
    counts = asdict(count(read(more_plans, name).plan))
    assert {key: counts[key] for key in MORE_COUNTS[name]} == MORE_COUNTS[name]


def test_fields_of_all_tasks(seeds: Path) -> None:
    tasks = [task for name in COUNTS for task in read(seeds, name).plan.tasks.values()]
    deadlines = distinct(task.deadline for task in tasks)
    results = distinct(task.result for task in tasks)
    assert (sum(deadlines.values()), len(deadlines)) == (77, 31)
    assert (sum(results.values()), len(results)) == (36, 32)
    assert deadlines.most_common(1)[0][1] == 36
    assert sum(not task.lead for task in tasks) == 1
    assert sum(not task.coordinate for task in tasks) == 19


def distinct(values: Iterable[Text]) -> Counter[str]:
    return Counter(str(value) for value in values if value)


def test_targets(seeds: Path) -> None:
    targets = list(read(seeds, "004").plan.targets.values())
    assert [str(target.value).split()[-1] for target in targets] == "60 60 90 100 100 50 100 95 99 100".split()
    assert {str(target.unit) for target in targets} == {"%"}
    assert sum(not target.name for target in targets) == 1


def test_head_from_the_stamp(seeds: Path) -> None:
    plan = read(seeds, "004").plan
    header = plan.header
    assert (header.number, header.symbol, header.day, header.month, header.year) == ("15", "KH-STP", 14, 2, 2025)
    assert [stamp.at.isoformat()[11:] for stamp in plan.stamps] == ["09:25:08+07:00", "09:25:19+07:00"]


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("000", "2025-01-01", "2025-12-31"), ("001", "2025-09-01", "2025-12-31"), ("003", "2025-01-01", "2026-12-31")],
)
def test_period(seeds: Path, name: str, start: str, end: str) -> None:
    period = read(seeds, name).plan.period
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


def test_wrong_numbers_are_told(seeds: Path) -> None:
    first, *_ = read(seeds, "000").problems
    assert first.line == 67
    assert "e)" in first.text
    assert "đ)" in first.text


def test_missing_parts_are_told(seeds: Path) -> None:
    assert any("phụ lục" in problem.text for problem in read(seeds, "000").problems)
    assert any("người ký" in problem.text for problem in read(seeds, "002").problems)
    assert read(seeds, "004").problems == ()


def test_shifted_row_is_told(seeds: Path) -> None:
    assert any("2.5" in problem.place for problem in read(seeds, "001").problems)
