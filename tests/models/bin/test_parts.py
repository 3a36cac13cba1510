"""Parts of plans brought back: whatever is taken out of a plan comes back to where it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.bin.parts import part_back
from tthc_desktop.models.bin.values import Deleted, What
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing import tables as editing
from tthc_desktop.models.editing.paper import remove_appendix, remove_bases, remove_recipients
from tthc_desktop.models.editing.text import remove_nodes
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Appendix, Item, Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import plain

AT = datetime(2026, 3, 2, tzinfo=UTC)


def card(what: What, id_: Id, under: Id = "", words: str = "") -> Deleted:
    return Deleted(id_, 1, AT, "Xóa", what, words, under=under)


def back(what: What, id_: Id, then: Plan, now: Plan, under: Id = "") -> Plan:
    return part_back(card(what, id_, under), then, now, identities(now)).plan


@given(plan=plans(), data=st.data())
def test_text_comes_back_to_where_it_stood(plan: Plan, data: st.DataObject) -> None:
    nodes = [node.id for nodes in nodes_of(plan) for node, _ in items(nodes)]
    nodes += [table.id for table, _ in tables(plan)]
    if nodes:
        node_id = data.draw(st.sampled_from(nodes))
        assert back(What.PARAGRAPH, node_id, plan, remove_nodes(plan, [node_id])) == plan


@given(plan=plans(), data=st.data())
def test_several_parts_come_back_to_where_they_stood_one_after_the_other(plan: Plan, data: st.DataObject) -> None:
    nodes = [node.id for nodes in nodes_of(plan) for node, _ in items(nodes)]
    chosen = data.draw(st.lists(st.sampled_from(nodes), max_size=4, unique=True)) if nodes else []
    steps = []
    now = plan
    for id_ in chosen:
        if id_ in identities(now):
            steps.append((id_, now))
            now = remove_nodes(now, [id_])
    for id_, then in reversed(steps):
        now = back(What.PARAGRAPH, id_, then, now)

    assert now == plan


@given(plan=plans(), data=st.data())
def test_a_row_comes_back_to_where_it_stood(plan: Plan, data: st.DataObject) -> None:
    rows = [(table.id, row.id) for table, _ in tables(plan) for row in table.rows]
    if rows:
        table_id, row_id = data.draw(st.sampled_from(rows))
        now = editing.remove_rows(plan, table_id, [row_id])
        made = back(What.ROW, row_id, plan, now, table_id)
        assert without_merges(made, table_id) == without_merges(plan, table_id)


def without_merges(plan: Plan, table_id: Id) -> Plan:
    """Leave merged cells aside: one that a deletion has divided stays so."""
    table = editing.find_table(plan, table_id)
    return editing.with_table(plan, replace(table, rows=tuple(replace(row, continues=()) for row in table.rows)))


def test_a_column_comes_back_with_the_words_in_it() -> None:
    columns = (Column("a", Role.FREE, plain("Một")), Column("b", Role.FREE, plain("Hai")), Column("c", Role.FREE))
    row = Row("row", RowKind.PLAIN, cells=(("a", plain("1")), ("b", plain("2"))))
    plan = Plan("plan", body=(Table("table", columns, (row,)),))
    now = editing.remove_column(plan, "table", "b")
    now = editing.insert_rows(now, "table", 1, (Row("later", RowKind.PLAIN),))

    table = editing.find_table(back(What.COLUMN, "b", plan, now, "table"), "table")

    assert [column.id for column in table.columns] == ["a", "b", "c"]
    assert dict(table.rows[0].cells)["b"] == plain("2")
    assert table.rows[1] == Row("later", RowKind.PLAIN)


@given(plan=plans(), data=st.data())
def test_bases_recipients_and_appendices_come_back(plan: Plan, data: st.DataObject) -> None:
    removals: list[tuple[What, list[Id], Callable[[Plan, Id], Plan]]] = [
        (What.BASIS, [one.id for one in plan.bases], lambda now, id_: remove_bases(now, [id_])),
        (What.RECIPIENT, [one.id for one in plan.recipients], lambda now, id_: remove_recipients(now, [id_])),
        (What.APPENDIX, [one.id for one in plan.appendices], remove_appendix),
    ]
    for what, ids, remove in removals:
        if ids:
            id_ = data.draw(st.sampled_from(ids))
            assert back(what, id_, plan, remove(plan, id_)) == plan


def item(name: str, *children: Item) -> Item:
    return Item(name, Mark.ARABIC, plain(name), children=children)


def test_text_whose_section_is_gone_comes_to_the_nearest_place_and_says_so() -> None:
    plan = Plan("plan", body=(item("A"), item("B", item("B1"), item("B2")), item("C")))
    without = remove_nodes(plan, ["B1"])
    now = remove_nodes(without, ["B"])

    put = part_back(card(What.PARAGRAPH, "B1"), plan, now, identities(now))

    assert [node.id for node in put.plan.body] == ["A", "B1", "C"]
    assert "gần nhất" in put.note


def test_text_of_an_appendix_that_is_gone_comes_to_the_end_of_the_text() -> None:
    plan = Plan("plan", body=(item("A"),), appendices=(Appendix("appendix", nodes=(item("B"), item("C"))),))
    now = remove_appendix(remove_nodes(plan, ["B"]), "appendix")

    put = part_back(card(What.PARAGRAPH, "B"), plan, now, identities(now))

    assert [node.id for node in put.plan.body] == ["A", "B"]
    assert put.note


def test_what_stands_elsewhere_by_now_is_not_brought_back_twice() -> None:
    plan = Plan("plan", body=(item("A", item("A1"), item("A2")),))
    now = Plan("plan", body=(item("A2"),))

    made = back(What.HEADING, "A", plan, now)

    assert made.body == (item("A", item("A1")), item("A2")) or made.body == (item("A2"), item("A", item("A1")))


def test_a_row_whose_table_is_gone_says_so() -> None:
    plan = Plan("plan", body=(Table("table", (Column("a", Role.FREE),), (Row("row", RowKind.PLAIN),)),))

    with pytest.raises(UserError, match="bảng ấy trở lại trước"):
        back(What.ROW, "row", plan, Plan("plan"), "table")
