"""A plan set on pages: the layout before only saves work, every page can be drawn alone, every place has its owner."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.documents.writing.pdf.building import fresh, group, item, make_plan, plain_row, task_table, with_table
from tests.documents.writing.pdf.reading import page_texts
from tests.documents.writing.pdf.test_rendering import sample
from tests.documents.writing.pdf.test_table import THREE
from tests.edits import edited
from tests.strategies import plans
from tthc_desktop.documents.writing.pdf import Layout, draw, lay_out, owner_at, render
from tthc_desktop.documents.writing.pdf.flow import FOOT, HEAD
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import tables, tasks
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan, Recipient
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.text import plain


def whole(layout: Layout) -> bytes:
    return draw(layout, range(len(layout.pages)))


def outcome(plan: Plan, before: Layout | None) -> tuple[Layout | None, object]:
    """Return the layout and what a clerk gets of it: the file and the places, or the trouble."""
    try:
        layout = lay_out(plan, before)
        return layout, (whole(layout), layout.places)
    except UserError as error:
        return before, (error.what, error.advice)


@given(plans(), st.data())
def test_a_layout_from_the_one_before_is_that_from_nothing(plan: Plan, data: st.DataObject) -> None:
    before, _ = outcome(plan, None)
    for _ in range(3):
        plan = data.draw(edited(plan))
        before, found = outcome(plan, before)
        assert found == outcome(plan, None)[1]


@given(st.integers(0, 10**6))
@settings(max_examples=10)
def test_a_table_after_edits_is_that_from_nothing(seed: int) -> None:
    random = Random(seed)
    table, held = task_table(random, 40, every=random.choice((0, 8)))
    plan = with_table(_with_merges(random, table), held)
    layout = lay_out(plan)
    for _ in range(4):
        plan = _edited(random, plan, table)
        layout = lay_out(plan, layout)
        assert whole(layout) == render(plan)


def _with_merges(random: Random, table: Table) -> Table:
    columns = [column.id for column in table.columns]
    rows = (replace(row, continues=tuple(id_ for id_ in columns if random.random() < 0.2)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _edited(random: Random, plan: Plan, table: Table) -> Plan:
    now = tables.find_table(plan, table.id)
    row = random.choice(now.rows)
    words = plain(" ".join(random.choices(("thêm", "chữ", "nghiêng", "Ủy ban"), k=random.randint(0, 60))))
    match random.randrange(5):
        case 0:
            return tables.insert_rows(plan, table.id, random.randrange(len(now.rows)), (group(str(words)),))
        case 1:
            return tables.remove_rows(plan, table.id, (row.id,))
        case 2:
            return tables.move_rows(plan, table.id, (row.id,), random.randrange(len(now.rows)))
        case 3:
            continues = tuple(column.id for column in now.columns if random.random() < 0.3)
            rows = (replace(one, continues=continues) if one is row else one for one in now.rows)
            appendix = replace(plan.appendices[0], nodes=(replace(now, rows=tuple(rows)),))
            return replace(plan, appendices=(appendix,))
        case _:
            task = random.choice(list(plan.tasks))
            return tasks.set_task(plan, task, random.choice((Role.CONTENT, Role.LEAD, Role.DEADLINE)), words)


def test_only_the_row_that_was_typed_in_is_set_again() -> None:
    table, held = task_table(Random(5), 60)
    plan = with_table(table, held)
    before = lay_out(plan)
    first = next(iter(held.values()))
    after = lay_out(tasks.set_task(plan, first.id, Role.CONTENT, plain(f"{first.content} nữa")), before)
    was, now = (layout.kept.tables[table.id].body.rows for layout in (before, after))
    assert [place for place, (old, new) in enumerate(zip(was, now, strict=True)) if old is not new] == [2]


def test_an_unchanged_table_is_taken_as_it_is() -> None:
    table, held = task_table(Random(5), 60)
    plan = with_table(table, held)
    before = lay_out(plan)
    after = lay_out(replace(plan, title=plain("Tên khác")), before)
    assert after.kept.tables[table.id] is before.kept.tables[table.id]


def test_a_layout_keeps_nothing_that_only_older_ones_had() -> None:
    plan = make_plan(item(Mark.NONE, "Câu cũ"))
    layout = lay_out(plan)
    for words in ("Câu mới", "Câu sau"):
        plan = replace(plan, body=(item(Mark.NONE, words),))
        layout = lay_out(plan, layout)
        assert len(layout.kept.set_lines) == 3, "two bases and one paragraph"


def test_columns_keep_still_while_words_are_typed() -> None:
    table, held = task_table(Random(8), 200)
    plan = with_table(table, held)
    layout = lay_out(plan)
    edges = {tuple(layout.kept.tables[table.id].edges)}
    for task in list(held.values())[:40]:
        plan = tasks.set_task(plan, task.id, Role.CONTENT, plain(f"{task.content} thêm"))
        layout = lay_out(plan, layout)
        edges.add(tuple(layout.kept.tables[table.id].edges))
    assert len(edges) <= 4


def test_pages_drawn_alone_say_what_they_say_in_the_file() -> None:
    layout = lay_out(sample())
    texts = page_texts(whole(layout))
    for at, text in enumerate(texts):
        assert page_texts(draw(layout, [at])) == [text]
    assert page_texts(draw(layout, [2, 0])) == [texts[2], texts[0]]


def test_sizes_are_those_of_the_file() -> None:
    layout = lay_out(sample())
    pages = PdfReader(BytesIO(whole(layout))).pages
    assert layout.sizes == [pytest.approx((page.mediabox.width, page.mediabox.height)) for page in pages]


def test_drawing_ends_before_the_page_that_nobody_wants() -> None:
    layout = lay_out(sample())
    asked = iter((False, False, True))
    assert draw(layout, range(9), lambda: next(asked)) == b""
    assert next(asked, None) is None


def test_each_row_owns_its_height() -> None:
    table = Table(fresh(), THREE, tuple(plain_row(THREE, ["", f"Việc {n}", "Sở"]) for n in range(90)))
    layout = lay_out(with_table(table, landscape=False))
    rows = [(layout.places[row.id], row.id) for row in table.rows]
    for ((page, top), id_), ((next_page, below), _) in pairwise(rows):
        bottom = below if page == next_page else top + 5
        assert {owner_at(layout, page, 200, y) for y in (top, (top + bottom) / 2, bottom - 0.1)} == {id_}
    page, top = layout.places[table.id]
    assert owner_at(layout, page, 200, top + 1) == table.id, "the heading"
    second_page = next(place for (place, _), _ in rows if place > page)
    last_before = [id_ for (place, _), id_ in rows if place == page][-1]
    assert owner_at(layout, second_page, 200, 60) == last_before, "a repeated heading belongs to the row before"


def test_the_two_halves_of_the_foot() -> None:
    recipients = tuple(Recipient(fresh(), f"Cơ quan số {n}") for n in range(4))
    plan = make_plan(item(Mark.NONE, "Câu."), recipients=recipients)
    layout = lay_out(plan)
    page, foot = layout.places[FOOT]
    tops = [layout.places[recipient.id][1] for recipient in recipients]
    assert tops == sorted(tops)
    assert foot < tops[0]
    for recipient, top in zip(recipients, tops, strict=True):
        assert owner_at(layout, page, 100, top + 3) == recipient.id
        assert owner_at(layout, page, 450, top + 3) == FOOT
    assert owner_at(layout, page, 100, foot + 2) == FOOT, "the words Nơi nhận"
    assert owner_at(layout, 0, 300, 100) == HEAD
    assert owner_at(layout, 0, 300, 5) == HEAD, "above everything"


def test_what_goes_on_from_the_page_before_keeps_its_owner() -> None:
    long = item(Mark.NONE, "chữ " * 2000)
    layout = lay_out(make_plan(long))
    assert len(layout.pages) > 2
    assert owner_at(layout, 1, 200, 400) == long.id
    assert owner_at(layout, 2, 200, 70) == long.id


def test_an_appendix_owns_its_heading() -> None:
    appendix = Appendix(fresh(), plain("Danh mục"), nodes=(item(Mark.NONE, "Câu."),))
    layout = lay_out(make_plan(appendices=(appendix,)))
    assert owner_at(layout, 1, 300, 70) == appendix.id
