"""A copied plan is the same paper under identities of its own."""

from dataclasses import replace

from hypothesis import given

from tests.strategies import plans
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.counts import count
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Plan, cell, line_value, words
from tthc_desktop.models.version import Stage


@given(plans())
def test_a_copy_has_identities_of_its_own_and_knows_its_origin(plan: Plan) -> None:
    copy = copy_plan(plan)

    assert identities(copy).isdisjoint(identities(plan))
    assert len(identities(copy)) == len(identities(plan))
    assert all(task_id == task.id for task_id, task in copy.tasks.items())
    assert all(target_id == target.id for target_id, target in copy.targets.items())
    assert copy.origin_id == plan.id
    assert (copy.stage, copy.version_of, copy.version_name, copy.kept_at) == (Stage.DRAFT, "", "", None)
    assert (copy.issue, copy.replaced_by) == (None, "")
    assert [task.origin_id for task in copy.tasks.values()] == list(plan.tasks)
    assert [target.origin_id for target in copy.targets.values()] == list(plan.targets)
    assert [item.origin_id for item, _ in items(copy.body)] == [item.id for item, _ in items(plan.body)]


@given(plans())
def test_a_copy_says_the_same(plan: Plan) -> None:
    copy = copy_plan(plan)

    assert printed(copy) == printed(plan)
    assert count(copy) == count(plan)
    for name in ("header", "period", "stamps", "unplaced"):
        assert getattr(copy, name) == getattr(plan, name)


def test_an_empty_plan_is_copied() -> None:
    plan = Plan("p")
    copy = copy_plan(plan)

    assert replace(copy, id="p", origin_id="") == plan


def printed(plan: Plan) -> list[object]:
    """Return all words of a plan without identities."""
    found: list[object] = [plan.kind, plan.title, plan.attached, plan.signatory, plan.source]
    found += [basis.text for basis in plan.bases]
    found += [(recipient.text, recipient.level) for recipient in plan.recipients]
    for nodes in (plan.body, *(appendix.nodes for appendix in plan.appendices)):
        for item, above in items(nodes):
            found += [len(above), item.mark, item.heading, item.starts_at, words(plan, item), bool(item.shares_id)]
            found += [(line.label, line_value(plan, item, line)) for line in item.lines]
    for table, _ in tables(plan):
        found += [(column.role, column.title, column.over, column.width) for column in table.columns]
        for row in table.rows:
            found += [row.kind, row.level, row.title, len(row.continues)]
            found += [cell(plan, row, column) for column in table.columns]
    return found
