"""A report brought up to date: figures follow the facts, and whatever the clerk did stays done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.models.reporting.offices import CONTENTS, NEXT_QUARTER, TODAY, any_facts, facts_of, told, yearly_plan
from tests.models.units.registers import OFFICE
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.life import issue_plan, keep_version, new_draft
from tthc_desktop.models.editing.tables import insert_column, insert_rows, remove_column, remove_rows, set_cell
from tthc_desktop.models.editing.text import insert_nodes, remove_nodes, set_words
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.places import Place, words_by_place
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.composing import report
from tthc_desktop.models.reporting.figures import figure
from tthc_desktop.models.reporting.linked import figure_name
from tthc_desktop.models.reporting.making import named_id
from tthc_desktop.models.reporting.refreshing import refreshed
from tthc_desktop.models.reporting.values import Facts
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Run, Text, plain, text
from tthc_desktop.models.version import Issue

AT = datetime(2025, 6, 18, 3, tzinfo=UTC)
DONE = told("t1", OFFICE.id, status=Status.DONE.value, day="2025-04-10", result="Đã ban hành quy chế")
ISSUE = Issue("12", "BC-SNV", date(2025, 6, 18))


def drawn_up(found: Facts) -> Plan:
    return report([yearly_plan()], found, None, TODAY)


def named(paper: Plan, name: str) -> Id:
    return named_id(paper.id, name)


def item(paper: Plan, name: str) -> Item:
    [found] = (each for nodes in nodes_of(paper) for each, _ in items(nodes) if each.id == named(paper, name))
    return found


def table(paper: Plan, name: str) -> Table:
    [found] = (each for each, _ in tables(paper) if each.id == named(paper, name))
    return found


def ids(paper: Plan) -> set[Id]:
    return {each.id for nodes in nodes_of(paper) for each, _ in items(nodes)} | {
        row.id for each, _ in tables(paper) for row in each.rows
    }


def printed(paper: Plan) -> Iterator[tuple[Id, str]]:
    for nodes in nodes_of(paper):
        yield from ((each.id, str(each.text)) for each, _ in items(nodes))


@given(any_facts())
def test_equal_facts_change_nothing(found: Facts) -> None:
    made = drawn_up(found)
    assert refreshed(made, found) is made


@given(any_facts(), any_facts())
def test_a_report_that_nobody_edited_says_what_a_new_one_would(before: Facts, after: Facts) -> None:
    made = refreshed(drawn_up(before), after)
    new = replace(report([yearly_plan()], after, None, TODAY))
    said = {each for _, each in printed(made)}
    assert {each for _, each in printed(new) if not each.startswith("Trên đây")} <= said
    for _, words in words_by_place(made):
        for run in words.runs:
            if run.figure and (now := figure(after, figure_name(run.figure))):
                assert run.text == now
    rows = {row.id for each, _ in tables(made) for row in each.rows}
    assert len(rows) == sum(len(each.rows) for each, _ in tables(new))


@given(st.data(), any_facts(), any_facts())
def test_edits_survive_and_a_second_refresh_changes_nothing(data: st.DataObject, before: Facts, after: Facts) -> None:
    made = drawn_up(before)
    clerks = made
    for _ in range(3):
        clerks = data.draw(edited(clerks))
    if clerks.stage is not made.stage:
        return
    now = refreshed(clerks, after)
    assert refreshed(now, after) is now
    own = ids(clerks) - ids(made)
    assert own <= ids(now)
    assert not (ids(made) - ids(clerks)) & ids(now), "what was deleted came back"
    then = dict(words_by_place(clerks))
    kept = dict(words_by_place(now))
    for place, words in then.items():
        if place.owner in own and not any(run.figure for run in words.runs):
            assert kept[place] == words
    assert clerks.header == now.header
    assert clerks.bases == now.bases
    assert clerks.recipients == now.recipients


def test_a_sentence_of_the_clerks_stays_but_its_figures_follow() -> None:
    made = drawn_up(facts_of())
    name = "overall.total"
    own = text((*item(made, name).text.runs, Run(" Kết quả này thấp hơn quý trước.")))
    now = refreshed(set_words(made, named(made, name), own), facts_of([DONE]))
    said = str(item(now, name).text)
    assert said.endswith("Kết quả này thấp hơn quý trước.")
    assert "01 nhiệm vụ quá hạn, chưa hoàn thành" in said
    assert "đã hoàn thành" not in said, "the clerk's sentence is not written anew"
    untouched = refreshed(made, facts_of([DONE]))
    assert "01 nhiệm vụ đã hoàn thành" in str(item(untouched, name).text)


def test_a_rewritten_result_stays() -> None:
    made = drawn_up(facts_of([DONE]))
    name = "work:t1"
    runs = [
        replace(run, text="xong sớm 5 ngày") if figure_name(run.figure) == "work:t1:told" else run
        for run in item(made, name).text.runs
    ]
    later = facts_of([told("t1", OFFICE.id, status=Status.DONE.value, day="2025-04-20", result="Đã ký")])
    now = refreshed(set_words(made, named(made, name), text(runs)), later)
    assert str(item(now, name).text) == f"{CONTENTS[0]}: xong sớm 5 ngày."
    assert "chậm" in str(item(refreshed(made, later), name).text)


def test_what_is_said_no_more_goes_unless_it_was_edited() -> None:
    made = drawn_up(facts_of())
    late = named(made, "late:t1")
    assert late in ids(made)
    assert late not in ids(refreshed(made, facts_of([DONE])))
    own = set_words(made, late, plain("Quy chế tiếp dân chậm vì chờ ý kiến của tỉnh."))
    assert late in ids(refreshed(own, facts_of([DONE])))
    emptied = set_words(made, late, Text())
    assert not item(refreshed(emptied, facts_of()), "late:t1").text


def test_deleted_parts_stay_deleted_and_new_ones_come() -> None:
    made = drawn_up(facts_of([DONE]))
    bare = remove_nodes(made, [named(made, "outlook"), named(made, "work:t1")])
    now = refreshed(bare, facts_of(stretch=NEXT_QUARTER))
    assert not {named(made, "outlook"), named(made, "work:t1"), named(made, "next.words")} & ids(now)
    assert named(made, "late:t1") in ids(now)


def test_rows_and_columns_of_the_clerk_stay() -> None:
    made = drawn_up(facts_of())
    tasks = table(made, "tasks")
    own = insert_column(made, tasks.id, 3, Column("own", Role.FREE, plain("Điểm")))
    own = insert_rows(own, tasks.id, 1, [Row("mine", RowKind.PLAIN, 1, cells=(("own", plain("10")),))])
    own = remove_rows(own, tasks.id, [named(made, "tasks/t2")])
    own = remove_column(own, tasks.id, named(made, "tasks|deadline"))
    own = set_cell(own, tasks.id, named(made, "tasks/t1"), "own", plain("7"))
    own = set_cell(own, tasks.id, named(made, "tasks/t1"), named(made, "tasks|who"), plain("Phòng khác"))
    now = refreshed(own, facts_of([DONE]))
    after = table(now, "tasks")
    assert [column.id for column in after.columns] == [column.id for column in table(own, "tasks").columns]
    rows = {row.id: dict(row.cells) for row in after.rows}
    assert str(rows["mine"]["own"]) == "10"
    assert named(made, "tasks/t2") not in rows
    first = rows[named(made, "tasks/t1")]
    assert str(first["own"]) == "7"
    assert str(first[named(made, "tasks|who")]) == "Phòng khác"
    assert str(first[named(made, "tasks|status")]) == Status.DONE_ON_TIME.value
    assert str(first[named(made, "tasks|outcome")]) == "Đã ban hành quy chế"


def test_a_cell_that_the_clerk_emptied_stays_empty() -> None:
    made = drawn_up(facts_of([DONE]))
    cell = named(made, "tasks/t1"), named(made, "tasks|outcome")
    emptied = set_cell(made, named(made, "tasks"), *cell, Text())
    now = refreshed(emptied, facts_of([DONE]))
    assert not dict(next(row for row in table(now, "tasks").rows if row.id == cell[0]).cells)[cell[1]]


def test_a_paragraph_that_was_moved_is_renewed_where_it_is() -> None:
    made = drawn_up(facts_of())
    moved = item(made, "overall.total")
    away = insert_nodes(remove_nodes(made, [moved.id]), made.id, 0, (moved,))
    now = refreshed(away, facts_of([DONE]))
    assert now.body[0].id == moved.id
    assert "01 nhiệm vụ đã hoàn thành" in str(item(now, "overall.total").text)


def test_what_was_issued_or_kept_is_frozen() -> None:
    made = drawn_up(facts_of())
    for locked in (issue_plan(made, ISSUE), keep_version(made, "trình", AT)):
        with pytest.raises(UserError, match="giữ nguyên"):
            refreshed(locked, facts_of([DONE]))
    with pytest.raises(UserError, match="không phải báo cáo"):
        refreshed(yearly_plan(), facts_of())


def test_a_new_draft_of_an_issued_report_follows_without_doubling() -> None:
    made = drawn_up(facts_of())
    draft = new_draft(issue_plan(made, ISSUE))
    now = refreshed(draft, facts_of([DONE]))
    assert ids(now) == ids(draft)
    assert any("01 nhiệm vụ quá hạn" in said for _, said in printed(now))


def test_a_place_outside_the_text_may_hold_a_figure() -> None:
    made = drawn_up(facts_of())
    titled = replace(made, title=text((Run("Kết quả "), Run("05", figure="overdue"))))
    now = refreshed(titled, facts_of([DONE]))
    assert dict(words_by_place(now))[Place("", "title")] == text((Run("Kết quả "), Run("01", figure="overdue")))
