"""The reader against the corpus: papers in many shapes, each with what a person counts and reads on it.

A file's expectations name only what can be read in one way; what is not named is not compared.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.counts import count
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.task import Target, Task

PLANS = Path(__file__).parents[2] / "data" / "plans"
NAMES = sorted(path.stem for path in PLANS.glob("*.json"))
TASK_NAMES = ("content", "lead", "coordinate", "result", "deadline")
TARGET_NAMES = ("name", "unit", "value", "basis")


def _expected(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    return expected


def papers(check: str) -> pytest.MarkDecorator:
    """Run a test on every paper; where the paper says that a check is beyond the reader yet, it must still fail."""
    beyond = pytest.mark.xfail(strict=True, reason="beyond the reader yet")
    return pytest.mark.parametrize(
        "name",
        [pytest.param(name, marks=beyond if check in _expected(name).get("beyond", ()) else ()) for name in NAMES],
    )


@papers("counts")
def test_counts(name: str) -> None:
    """The figures are those of the paper."""
    expected = _expected(name)["counts"]
    assert _only(asdict(count(_draft(name).plan)), expected) == expected


@papers("header")
def test_header(name: str) -> None:
    """Number, place, date and agencies come from the head of the paper."""
    expected = _expected(name).get("header", {})
    assert _only(asdict(_draft(name).plan.header), expected) == expected


@papers("signatory")
def test_signatory(name: str) -> None:
    """The lines above the signature and the name below it are told apart."""
    expected = _expected(name).get("signatory", {})
    signatory = _draft(name).plan.signatory
    found = {"capacity": [_flat(line) for line in signatory.capacity], "name": _flat(signatory.name)}
    assert _only(found, expected) == expected


@papers("tasks")
def test_tasks(name: str) -> None:
    """Each task has its words in the right fields."""
    expected = _expected(name).get("tasks")
    if expected is None:
        pytest.skip("the paper can be read in more than one way")
    for where in ("body", "table"):
        wanted = [
            {key: _shown(value) for key, value in task.items() if key in TASK_NAMES}
            for task in expected
            if task["where"] == where
        ]
        _compare(_fields(_tasks(_draft(name).plan, where), TASK_NAMES), wanted)


@papers("targets")
def test_targets(name: str) -> None:
    """Each target has its words in the right fields."""
    expected = _expected(name).get("targets")
    if expected is None:
        pytest.skip("the paper can be read in more than one way")
    wanted = [{key: _shown(value) for key, value in target.items()} for target in expected]
    _compare(_fields(_targets(_draft(name).plan), TARGET_NAMES), wanted)


@papers("titles_of_roman")
def test_roman_titles(name: str) -> None:
    """The sections have their titles whole, without marks and numbers."""
    expected = _expected(name).get("titles_of_roman")
    if expected is None:
        pytest.skip("the paper can be read in more than one way")
    plan = _draft(name).plan
    assert [_shown(str(item.text)) for item, _ in items(plan.body) if item.mark is Mark.ROMAN] == expected


@papers("unplaced")
def test_unplaced(name: str) -> None:
    """Every line finds its place."""
    expected = _expected(name).get("unplaced")
    unplaced = _draft(name).unplaced
    assert expected is None or len(unplaced) == expected, unplaced


@cache
def _draft(name: str) -> Draft:
    """Read the paper with its line ends and its byte order mark, as it came."""
    return read_text((PLANS / f"{name}.txt").read_bytes().decode("utf-8"), f"{name}.txt")


def _tasks(plan: Plan, where: str) -> Iterator[Task]:
    if where == "body":
        return (plan.tasks[item.task_id] for item, _ in items(plan.body) if item.task_id)
    return (plan.tasks[row.task_id] for table, _ in tables(plan) for row in table.rows if row.task_id)


def _targets(plan: Plan) -> Iterator[Target]:
    return (plan.targets[row.target_id] for table, _ in tables(plan) for row in table.rows if row.target_id)


def _fields(values: Iterator[Task] | Iterator[Target], names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{name: _shown(str(getattr(value, name))) for name in names} for value in values]


def _compare(found: list[dict[str, str]], wanted: list[dict[str, str]]) -> None:
    """Compare value by value, so that one difference does not hide behind a long list."""
    assert len(found) == len(wanted)
    for place, (value, expected) in enumerate(zip(found, wanted, strict=True), 1):
        assert (place, _only(value, expected)) == (place, expected)


def _only(values: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in names}


def _shown(words: str) -> str:
    """Return the words without a final dot and with single blanks; list items stay on their lines."""
    return "\n".join(_flat(line) for line in words.split("\n")).removesuffix(".")


def _flat(words: str) -> str:
    return " ".join(words.split())
