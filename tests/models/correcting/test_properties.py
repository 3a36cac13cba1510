"""What holds for every corrected paper."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.models.correcting.printed import shown
from tests.strategies import plans
from tthc_desktop.documents.exchange import from_json, to_json
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.correcting import AsRead, accepted, correction
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Stage


def draft(plan: Plan) -> Plan:
    """Return a plan that may be edited and was copied from nothing."""
    return replace(plan, stage=Stage.DRAFT, version_of="", version_name="", kept_at=None, issue=None, replaced_by="")


def as_read(plan: Plan) -> AsRead:
    """Return the plan as a reader makes it: under identities of its own, knowing which part was which of ours."""
    made = copy_plan(plan)
    return AsRead(made, dict(zip(_names(made), _names(plan), strict=True)))


def _names(plan: Plan) -> list[Id]:
    found = [basis.id for basis in plan.bases] + [one.id for one in plan.recipients]
    found += [appendix.id for appendix in plan.appendices]
    found += [item.id for nodes in nodes_of(plan) for item, _ in items(nodes)]
    for table, _ in tables(plan):
        found += [table.id, *(one.id for one in table.columns), *(one.id for one in table.rows)]
    return found


def changed(draw: st.DataObject, plan: Plan, most: int = 3) -> Plan:
    for _ in range(draw.draw(st.integers(1, most))):
        plan = draw.draw(edited(plan))
    return plan


@given(plans(), st.data())
def test_nothing_is_proposed_of_an_unchanged_paper_and_all_or_nothing_of_a_changed_one_is_taken(
    plan: Plan, data: st.DataObject
) -> None:
    plan = draft(plan)
    assert correction(plan, as_read(plan)).proposals == ()

    read = as_read(changed(data, plan))
    found = correction(plan, read)
    made = accepted(found, [one.key for one in found.proposals])

    assert shown(made) == shown(read.plan)
    assert from_json(to_json(made)) == made
    assert accepted(found, ()) is plan


@given(plans(), st.data())
def test_any_choice_gives_a_sound_plan_with_its_identities(plan: Plan, data: st.DataObject) -> None:
    plan = draft(plan)
    now, paper = changed(data, plan), changed(data, plan)
    read = as_read(paper)

    found = correction(now, read, data.draw(st.sampled_from((None, plan))))
    keys = [one.key for one in found.proposals]
    assert len(keys) == len(set(keys))
    made = accepted(found, data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else ())

    assert from_json(to_json(made)) == made
    assert made.id == now.id
    again = correction(made, read)
    assert accepted(again, ()) is made
