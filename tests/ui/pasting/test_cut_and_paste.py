"""Cut and paste inside an office is a move: identities stay, unless what they belong to is still there."""

from collections.abc import Sequence

from hypothesis import assume, given, reject
from hypothesis import strategies as st

from tests.strategies import plans
from tests.ui.papers import little_plan
from tthc_desktop.documents.exchange.checks import check
from tthc_desktop.documents.reading.clipboard import read_exact
from tthc_desktop.documents.writing.clipboard import Chosen, exact
from tthc_desktop.errors import UserError
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.arriving import arrive
from tthc_desktop.models.editing.pasting import destination, paste
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.fragment import Fragment, whole
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.ui.plan.acts.removing import delete_span
from tthc_desktop.ui.plan.acts.spans import Span
from tthc_desktop.ui.plan.paragraph import Kind
from tthc_desktop.ui.plan.paragraphs import paragraphs


def span_of(plan: Plan, run: Sequence[Node]) -> Span:
    """Return the selection over nodes with all that stands below them."""
    wanted = {*(node.id for node in run), *(item.id for item, _ in items(tuple(run)))}
    wanted |= {node.id for item, _ in items(tuple(run)) for node in item.children}
    return Span(tuple(p for p in paragraphs(plan) if p.place.owner in wanted))


def copy(plan: Plan, span: Span) -> str:
    parts = (Chosen(p.place.owner, "table" if p.kind is Kind.TABLE else p.place.part) for p in span.paragraphs)
    return exact(plan, tuple(parts))


def cut(plan: Plan, span: Span) -> tuple[str, Plan]:
    made = delete_span(plan, span)
    assert made is not None
    return copy(plan, span), made.plan


def put(plan: Plan, clip: str, owner: Id, *others: Plan) -> Plan:
    """Paste at a paragraph, as the window does."""
    read = read_exact(clip)
    made, fragment, where = arrive(plan, read.fragment, destination(plan, owner, read.fragment), read.came_from, others)
    return paste(made, fragment, where)


def runs(plan: Plan) -> list[tuple[Node, ...]]:
    """Return all neighbours that begin with a paragraph which leaves an empty one when it is cut."""
    families = [*nodes_of(plan), *(item.children for nodes in nodes_of(plan) for item, _ in items(nodes))]
    spans = [
        family[start:end]
        for family in families
        for start in range(len(family))
        for end in range(start + 1, len(family) + 1)
    ]
    return [run for run in spans if isinstance(run[0], Item) and not run[0].task_id and (run[0].children or run[1:])]


@st.composite
def cuts(draw: st.DrawFn) -> tuple[Plan, str, Plan, Id]:
    """Draw a plan, what is cut from it, what is left, and the paragraph where the cursor stands then.

    Nothing that stays shares a task that goes: that it did is forgotten with the task. No target is marked in words
    that are not there: such a mark stays with the empty paragraph that is left.
    """
    plan = draw(plans())
    found = runs(plan)
    assume(found)
    span = span_of(plan, draw(st.sampled_from(found)))
    wordless = {item.id for nodes in nodes_of(plan) for item, _ in items(nodes) if not item.text}
    assume(wordless.isdisjoint(target.item_id for target in plan.targets.values()))
    try:
        clip, left = cut(plan, span)
    except UserError:
        reject()
    gone = frozenset(plan.tasks) - frozenset(printed(left))
    shared = {item.shares_id for nodes in nodes_of(plan) for item, _ in items(nodes) if item.id not in span.owners}
    assume(shared.isdisjoint(gone))
    return plan, clip, left, span.owners[0]


def identities_in(fragment: Fragment) -> frozenset[Id]:
    return identities(whole(fragment)) - {""}


@given(cuts())
def test_cut_and_pasted_at_its_place_a_plan_is_as_before(drawn: tuple[Plan, str, Plan, Id]) -> None:
    plan, clip, left, here = drawn

    assert put(left, clip, here) == plan


@given(cuts(), st.data())
def test_what_is_pasted_elsewhere_keeps_its_identities(drawn: tuple[Plan, str, Plan, Id], data: st.DataObject) -> None:
    plan, clip, left, _ = drawn
    owner = data.draw(st.sampled_from(sorted(identities(left))))

    after = put(left, clip, owner)

    check(after)
    assert identities_in(read_exact(clip).fragment) <= identities(after)
    assert after.tasks == plan.tasks
    assert after.targets == plan.targets


@given(cuts(), st.data())
def test_the_second_paste_is_a_copy(drawn: tuple[Plan, str, Plan, Id], data: st.DataObject) -> None:
    plan, clip, left, here = drawn
    owner = data.draw(st.sampled_from(sorted(identities(plan))))

    after = put(put(left, clip, here), clip, owner)

    check(after)
    new = {item.id: item for nodes in nodes_of(after) for item, _ in items(nodes) if item.id not in identities(plan)}
    assert len(new) >= 1
    assert all(item.origin_id in identities(plan) for item in new.values())
    assert all(after.tasks[id_].origin_id in plan.tasks for id_ in after.tasks.keys() - plan.tasks.keys())
    assert plan.tasks.items() <= after.tasks.items()


@given(cuts(), st.data())
def test_after_the_cut_is_undone_a_paste_is_a_copy(drawn: tuple[Plan, str, Plan, Id], data: st.DataObject) -> None:
    plan, clip, _, _ = drawn
    owner = data.draw(st.sampled_from(sorted(identities(plan))))

    after = put(plan, clip, owner)

    check(after)
    assert len(identities(plan) - identities(after)) <= 1, "but for an empty paragraph that gives up its place"
    assert plan.tasks.items() <= after.tasks.items()


@given(cuts(), plans())
def test_another_plan_gets_a_copy(drawn: tuple[Plan, str, Plan, Id], other: Plan) -> None:
    plan, clip, left, _ = drawn

    after = put(other, clip, "", left)

    check(after)
    assert identities(after).isdisjoint(identities(plan) - {""})


@given(cuts())
def test_what_another_plan_has_is_not_taken_from_it(drawn: tuple[Plan, str, Plan, Id]) -> None:
    plan, clip, left, here = drawn
    other = Plan("other", body=plan.body, appendices=plan.appendices, tasks=plan.tasks, targets=plan.targets)

    after = put(left, clip, here, other)

    check(after)
    assert (identities(after) - identities(left)).isdisjoint(identities(other))


def test_a_task_is_the_same_in_text_and_table_after_it_has_moved() -> None:
    plan = little_plan()
    section = plan.body[1]
    clip, left = cut(plan, span_of(plan, (section,)))
    assert "body" not in left.tasks

    after = put(left, clip, "s1")

    assert after.tasks == plan.tasks
    assert {"s2", "i2"} <= identities(after)
