"""A plan goes out as JSON and comes back equal; what is damaged is refused with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.strategies import plans
from tthc_desktop.documents.exchange import FORMAT, from_json, to_json
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.counts import count
from tthc_desktop.models.plan import Plan

Damage = Callable[[dict[str, Any]], object]


@given(plans())
def test_a_plan_comes_back_equal_and_goes_out_the_same(plan: Plan) -> None:
    words = to_json(plan)

    back = from_json(words)

    assert back == plan
    assert to_json(back) == words


def test_the_order_of_tasks_and_targets_is_kept() -> None:
    plan = sample_plan()

    back = from_json(to_json(plan))

    assert list(back.tasks) == list(plan.tasks)
    assert list(back.targets) == list(plan.targets)


def test_what_has_a_default_may_be_left_out() -> None:
    plan = from_json(json.dumps({"format": FORMAT, "version": 1, "plan": {"id": "p1"}}))

    assert plan == Plan("p1")


def test_a_byte_order_mark_does_no_harm() -> None:
    plan = sample_plan()

    assert from_json("\ufeff" + to_json(plan)) == plan


@pytest.mark.parametrize(
    "words",
    [
        "",
        "kế hoạch",
        "[]",
        "null",
        '{"format": "khác"}',
        '{"format": "' + FORMAT + '"',
        '{"format": "' + FORMAT + '", "version": 1, "plan": {"id": "a", "id": "b"}}',
        '{"format": "' + FORMAT + '", "version": 1, "plan": {"id": NaN}}',
        '{"format": "' + FORMAT + '", "version": ' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_what_is_no_export_is_refused(words: str) -> None:
    with pytest.raises(UserError):
        from_json(words)


@pytest.mark.parametrize("cut", [10, 100, 1000, -2, -10])
def test_a_cut_file_is_refused(cut: int) -> None:
    with pytest.raises(UserError, match="dòng"):
        from_json(to_json(sample_plan())[:cut])


def test_a_newer_version_is_refused_kindly() -> None:
    paper = exported()
    paper["version"] = 2

    with pytest.raises(UserError, match="mới hơn"):
        from_json(json.dumps(paper))


@pytest.mark.parametrize("version", [0, -1, "1", 1.0, True, None])
def test_a_strange_version_is_refused(version: object) -> None:
    paper = exported()
    paper["version"] = version

    with pytest.raises(UserError, match="version"):
        from_json(json.dumps(paper))


def first_task(plan: dict[str, Any]) -> dict[str, Any]:
    task: dict[str, Any] = plan["tasks"][0]
    return task


def first_table(plan: dict[str, Any]) -> dict[str, Any]:
    table: dict[str, Any] = plan["appendices"][0]["nodes"][0]
    return table


DAMAGES: dict[str, tuple[Damage, str]] = {
    "a plan without id": (lambda plan: plan.pop("id"), "plan"),
    "an empty id": (lambda plan: plan.update(id=""), "plan.id"),
    "a long id": (lambda plan: plan.update(id="x" * 65), "plan.id"),
    "an unknown key": (lambda plan: plan.update(colour="red"), "plan.colour"),
    "a number for words": (lambda plan: plan.update(title=5), "plan.title"),
    "null for words": (lambda plan: plan.update(kind=None), "plan.kind"),
    "words for a list": (lambda plan: plan.update(body="I."), "plan.body"),
    "a list for an object": (lambda plan: plan.update(header=[]), "plan.header"),
    "words for a number": (lambda plan: plan["header"].update(day="5"), "plan.header.day"),
    "a broken number": (lambda plan: plan["header"].update(day=1.5), "plan.header.day"),
    "true for a number": (lambda plan: plan["header"].update(year=True), "plan.header.year"),
    "a number below zero": (lambda plan: plan["header"].update(month=-1), "plan.header.month"),
    "a huge number": (lambda plan: plan["header"].update(year=10**30), "plan.header.year"),
    "no date": (lambda plan: plan["period"].update(end="31/12/2026"), "plan.period.end"),
    "half a period": (lambda plan: plan["period"].pop("end"), "plan.period"),
    "no moment": (
        lambda plan: plan.update(stamps=[{"number": "1", "symbol": "KH", "at": "hôm qua"}]),
        "plan.stamps[0].at",
    ),
    "a node of no kind": (lambda plan: plan["body"][0].pop("type"), "plan.body[0].type"),
    "a node of another kind": (lambda plan: plan["body"][0].update(type="image"), "plan.body[0].type"),
    "an unknown mark": (lambda plan: plan["body"][0].update(mark="star"), "plan.body[0].mark"),
    "words for a truth": (lambda plan: plan["body"][0].update(heading="yes"), "plan.body[0].heading"),
    "two equal items": (
        lambda plan: plan["body"][1].update(id=plan["body"][0]["children"][0]["id"]),
        "plan.body[1].id",
    ),
    "two equal bases": (lambda plan: plan["bases"][1].update(id=plan["bases"][0]["id"]), "plan.bases[1].id"),
    "two equal tasks": (lambda plan: plan["tasks"].append(plan["tasks"][0]), "plan.tasks[17].id"),
    "a task that is gone": (lambda plan: plan["tasks"].pop(0), "task_id"),
    "a shared task that never was": (lambda plan: plan["body"][0].update(shares_id="x"), "plan.body[0].shares_id"),
    "a task without id": (lambda plan: first_task(plan).pop("id"), "plan.tasks[0]"),
    "a target that is gone": (lambda plan: plan["targets"].pop(0), "target_id"),
    "a task row without a task": (
        lambda plan: plan["appendices"][1]["nodes"][0]["rows"][1].update(task_id=""),
        "plan.appendices[1].nodes[0].rows[1].task_id",
    ),
    "a row far too deep": (
        lambda plan: first_table(plan)["rows"][0].update(level=999_999),
        "plan.appendices[0].nodes[0].rows[0].level",
    ),
    "a cell under no column": (
        lambda plan: first_table(plan)["rows"][0].update(cells=[["x", "chữ"]]),
        "plan.appendices[0].nodes[0].rows[0].cells[0]",
    ),
    "half a cell": (
        lambda plan: first_table(plan)["rows"][0].update(cells=[["x"]]),
        "plan.appendices[0].nodes[0].rows[0].cells[0]",
    ),
    "a merge under no column": (
        lambda plan: first_table(plan)["rows"][0].update(continues=["x"]),
        "plan.appendices[0].nodes[0].rows[0].continues[0]",
    ),
    "a column merged twice": (
        lambda plan: first_table(plan)["rows"][1].update(continues=[first_table(plan)["columns"][1]["id"]] * 2),
        "plan.appendices[0].nodes[0].rows[1].continues[1]",
    ),
    "a stage that is none": (lambda plan: plan.update(stage="sent"), "plan.stage"),
    "an issued plan without its number": (lambda plan: plan.update(stage="issued"), "plan.issue"),
    "an issue without its day": (lambda plan: plan.update(issue={"number": "1", "symbol": "KH"}), "plan.issue"),
    "no hash of a PDF": (
        lambda plan: plan.update(issue={"number": "1", "symbol": "KH", "date": "2026-01-31", "pdf": "ke-hoach.pdf"}),
        "plan.issue.pdf",
    ),
    "a version kept in the year 1": (lambda plan: plan.update(kept_at="0001-01-01T00:00:00"), "plan.kept_at"),
    "a long name of the newer plan": (lambda plan: plan.update(replaced_by="x" * 65), "plan.replaced_by"),
    "an endless width": (
        lambda plan: first_table(plan)["columns"][0].update(width=10**400),
        "plan.appendices[0].nodes[0].columns[0].width",
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_refused_with_its_place(name: str) -> None:
    damage, place = DAMAGES[name]
    paper = exported()
    damage(paper["plan"])

    with pytest.raises(UserError) as refused:
        from_json(json.dumps(paper))

    assert place in refused.value.what


def test_an_endless_number_is_refused() -> None:
    words = to_json(sample_plan()).replace('"width": 5.0', '"width": 1e999', 1)

    with pytest.raises(UserError, match="width"):
        from_json(words)


def test_an_outline_far_too_deep_is_refused() -> None:
    paper = exported()
    item: dict[str, Any] = {"type": "item", "id": "deepest"}
    for depth in range(200):
        item = {"type": "item", "id": f"item-{depth}", "children": [item]}
    paper["plan"]["body"] = [item]

    with pytest.raises(UserError, match="quá nhiều tầng"):
        from_json(json.dumps(paper))


def test_half_a_letter_and_control_characters_are_cleaned_away() -> None:
    paper = exported()
    paper["plan"]["title"] = "Kế hoạch\ud83d\u0000 năm"

    assert str(from_json(json.dumps(paper)).title) == "Kế hoạch năm"


def exported() -> dict[str, Any]:
    paper: dict[str, Any] = json.loads(to_json(sample_plan()))
    return paper


def test_the_documented_example_is_understood() -> None:
    words = (Path(__file__).parents[2] / "docs" / "plan-json.md").read_text(encoding="utf-8")
    example = words.split("```json\n")[1].split("```")[0]

    plan = from_json(example)

    assert count(plan).body_tasks == count(plan).table_tasks == 1
    assert from_json(to_json(plan)) == plan


def test_an_unknown_kind_of_chart_is_refused_with_its_place() -> None:
    paper = {"id": "p1", "body": [{"type": "table", "id": "x1", "chart": "pie"}]}
    with pytest.raises(UserError, match=r"plan\.body\[0\]\.chart.*“bars” hoặc “lines”"):
        from_json(json.dumps({"format": FORMAT, "version": 1, "plan": paper}))
