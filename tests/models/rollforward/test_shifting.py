"""The plan of a later year: only what was accepted is different, and the way back gives the old words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.models.test_copying import printed
from tests.strategies import plans
from tests.ui.papers import little_plan
from tthc_desktop.models.copying import identities, new_paper
from tthc_desktop.models.editing.tasks import printed as printed_works
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.places import rewritten, words_by_place
from tthc_desktop.models.plan import Header, Item, Plan, cell
from tthc_desktop.models.rollforward import Doubt, proposals, roll_forward, works
from tthc_desktop.models.rollforward.carrying import without
from tthc_desktop.models.rollforward.proposals import PERIOD
from tthc_desktop.models.rollforward.shifting import with_words
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Run, Text, plain, spliced, text, without_figures


@given(plans(), st.integers(-3, 10))
def test_there_and_back_gives_the_words_again(drawn: Plan, years: int) -> None:
    # A figure in which a year is replaced becomes ordinary words, and stays so.
    plan = rewritten(drawn, lambda _, words: without_figures(words))
    taken = [one for one in proposals(plan, years) if one.doubt is not Doubt.LEAP and one.doubt is not Doubt.OWN]
    there = with_words(plan, years, taken)

    again = [replace(one, old=one.new, new=one.old) for one in taken]
    back = with_words(there, -years, again)

    assert back == plan


@given(plans(), st.data())
def test_nothing_but_the_accepted_places_changes(plan: Plan, data: st.DataObject) -> None:
    offered = proposals(plan, 1)
    taken = [one for one in offered if data.draw(st.booleans())]

    after = with_words(plan, 1, taken)

    before, now = dict(words_by_place(plan)), dict(words_by_place(after))
    changed = {place for place in before if before[place] != now[place]}
    assert changed == {one.place for one in taken if one.place != PERIOD and one.old != one.new}
    assert (after.period == plan.period) is not any(one.place == PERIOD for one in taken)
    assert rewritten(after, before.get) == replace(plan, period=after.period)


@given(plans())
def test_the_result_is_a_paper_of_its_own(plan: Plan) -> None:
    made = roll_forward(plan, 1, ())

    assert identities(made).isdisjoint(identities(plan))
    assert made.origin_id == plan.id
    assert [task.origin_id for task in made.tasks.values()] == list(plan.tasks)
    assert (made.stamps, made.source, made.unplaced) == ((), "", ())
    head = replace(plan.header, number="", day=None, month=None, year=None)
    assert made.header == head
    assert printed(replace(made, source=plan.source)) == printed(plan)


@given(plans(), st.data())
def test_what_is_dropped_is_printed_nowhere_and_all_else_is(plan: Plan, data: st.DataObject) -> None:
    all_works = works(plan)
    gone = {work.id for work in all_works if data.draw(st.booleans())}

    after = without(plan, gone)

    left = {work.id for work in works(after)}
    assert not left & gone
    below = {
        inner.task_id
        for nodes in (plan.body, *(appendix.nodes for appendix in plan.appendices))
        for item, above in items(nodes)
        if item.task_id in gone or item.shares_id in gone or any({a.task_id, a.shares_id} & gone for a in above)
        for inner, _ in items((item,))
    }
    assert {work.id for work in all_works} - left - gone <= below | _in_tables(plan, gone)
    assert set(printed_works(after)) == after.tasks.keys() | after.targets.keys()
    assert without(plan, ()) is plan


def _in_tables(plan: Plan, gone: set[str]) -> set[str]:
    """Return the works of tables that stand below a paragraph that goes."""
    found: set[str] = set()
    for nodes in (plan.body, *(appendix.nodes for appendix in plan.appendices)):
        for item, above in items(nodes):
            if any({one.task_id, one.shares_id} & gone for one in (*above, item)):
                part = Plan("", body=(item,))
                found |= set(printed_works(part))
    return found


def test_the_works_stand_under_their_groups() -> None:
    found = works(little_plan())
    assert [(work.id, work.printed_at, work.group, work.target) for work in found] == [
        ("body", "i2", "s2", False),
        ("t1", "w1", "g", False),
        ("t2", "w2", "g", False),
        ("t3", "w3", "g", False),
        ("g1", "x1", "g", True),
    ]


def test_a_group_goes_with_its_last_row_and_a_heading_with_its_last_paragraph() -> None:
    plan = little_plan()
    after = without(plan, {"t1", "t2", "t3", "g1", "body"})
    ((table, _),) = tables(after)
    assert table.rows == ()
    assert [item.id for item, _ in items(after.body)] == ["s1", "i1"]
    kept = without(plan, {"t1", "t2", "t3"})
    ((table, _),) = tables(kept)
    assert [row.id for row in table.rows] == ["g", "x1"]


def test_a_group_beside_rows_of_its_level_goes_alone() -> None:
    rows = (
        Row("g1", RowKind.GROUP, 0),
        Row("r1", RowKind.TASK, 1, task_id="a"),
        Row("r2", RowKind.TASK, 0, task_id="b"),
        Row("g2", RowKind.GROUP, 0),
        Row("g3", RowKind.GROUP, 1),
        Row("r3", RowKind.TASK, 2, task_id="c"),
    )
    plan = Plan("p", body=(Table("t", rows=rows),), tasks={name: Task(name) for name in "abc"})
    (table,) = without(plan, {"a", "c"}).body
    assert isinstance(table, Table)
    assert [row.id for row in table.rows] == ["r2"]


def test_merged_cells_keep_their_words_when_the_first_row_goes() -> None:
    plan = little_plan()
    ((table, _),) = tables(without(plan, {"t1"}))
    row = next(row for row in table.rows if row.id == "w2")
    assert row.continues == ()
    after = without(plan, {"t1"})
    column = next(column for column in table.columns if column.id == "c4")
    assert cell(after, row, column) == plain("Các phòng")


def test_each_letter_keeps_the_emphasis_of_its_place() -> None:
    words = text((Run("Quý II/20"), Run("25", bold=True), Run(" xong")))
    plan = Plan("p", title=words)
    (one,) = proposals(plan, 1)
    assert spliced(words, [(one.start, one.end, one.new)]) == text(
        (Run("Quý II/20"), Run("26", bold=True), Run(" xong"))
    )
    assert spliced(words, ()) is words
    assert spliced(Text(), ()) == Text()


def test_a_new_paper_has_no_number_yet() -> None:
    made = new_paper(little_plan())
    assert made.header == Header("UBND TỈNH SÔNG NGÂN", "SỞ NỘI VỤ", "", "KH-SNV", "Sông Ngân")
    assert made.unplaced == ()
    assert isinstance(made.body[0], Item)
