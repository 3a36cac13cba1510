"""Every word of a plan is on its paper, whatever the plan."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import fresh, item, make_plan, respelled, sentence, task_table, with_table
from tests.documents.writing.pdf.reading import first_difference, missing_words
from tests.strategies import plans
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Line, Plan
from tthc_desktop.models.table import Role
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain


@given(plans().map(lambda plan: respelled(plan, lambda words: words.replace("😀", "ỗ"))))
def test_random_plans_print_every_word(plan: Plan) -> None:
    assert missing_words(plan, render(plan)) == []


@given(plans())
def test_a_random_plan_prints_or_names_the_character(plan: Plan) -> None:
    try:
        render(plan)
    except UserError as error:
        assert "U+1F600" in error.what  # noqa: PT017


@given(st.integers(0, 10**6), st.integers(0, 60))
def test_tables_and_text_keep_their_order(seed: int, rows: int) -> None:
    random = Random(seed)
    table, tasks = task_table(random, rows)
    plan = with_table(table, tasks, landscape=bool(seed % 2))
    paragraphs = [item(Mark.ARABIC, sentence(random, random.randint(1, 120))) for _ in range(random.randint(0, 12))]
    plan = replace(plan, body=(item(Mark.ROMAN, "NỘI DUNG", *paragraphs, table, heading=True),))
    assert first_difference(plan, render(plan)) == ""


def test_task_in_the_text_prints_its_labelled_lines_below_its_children() -> None:
    task = Task(
        fresh(), plain("Rà soát hồ sơ"), plain("Văn phòng"), plain("Phòng A;\nPhòng B"), deadline=plain("Quý I")
    )
    lines = (
        Line(Role.LEAD, "Đơn vị chủ trì"),
        Line(Role.COORDINATE, "Đơn vị phối hợp", Mark.PLUS, ";"),
        Line(Role.RESULT, "Sản phẩm"),
        Line(Role.DEADLINE, "Thời gian"),
    )
    child = item(Mark.PAREN_ROMAN, "Lập danh mục.")
    body = item(Mark.ROMAN, "VIỆC", Item(fresh(), Mark.ARABIC, children=(child,), task_id=task.id, lines=lines))
    plan = make_plan(body, tasks={task.id: task})
    data = render(plan)
    assert first_difference(plan, data) == ""


@pytest.mark.parametrize(
    "words", ["Nghị định (KH&CN) <b>đậm</b> &amp; \\ ) ( 100%", "a\tb\u00a0c\u00add", "Ti\u1ebfng Vi\u1ec7t"]
)
def test_signs_of_markup_are_only_words(words: str) -> None:
    plan = make_plan(item(Mark.ARABIC, words))
    assert first_difference(plan, render(plan)) == ""


def test_decomposed_letters_are_printed_composed() -> None:
    plan = make_plan(Item(fresh(), Mark.NONE, plain("x")), header=replace(make_plan().header, agency="Sở Tư pháp"))
    data = render(replace(plan, header=replace(plan.header, agency="So\u031b\u0309 Tu\u031b pha\u0301p")))
    assert data == render(plan)
