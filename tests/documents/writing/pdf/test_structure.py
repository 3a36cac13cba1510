"""Whom a print is read aloud to hears every word once, in order, and knows a heading, a row, a cell when it comes."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from random import Random
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import HEADER, fresh, item, make_plan, sentence, task_table, with_table
from tests.documents.writing.pdf.reading import expected, heading, squeezed
from tthc_desktop.documents.reading_order import Read, reading_order
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import draw, lay_out, render
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import plain


def read(plan: Plan, form: PrintForm | None = None) -> tuple[Read, ...]:
    return reading_order(render(plan, form or PrintForm()), "in.pdf")


@cache
def sample() -> tuple[Read, ...]:
    return read(sample_plan())


def said(found: tuple[Read, ...]) -> str:
    """Return all words but the headings of tables, which are read level by level."""
    return squeezed("".join(one.words for one in found if one.role != "TH"))


def due(plan: Plan) -> str:
    words = squeezed("".join(expected(plan)))
    for table, _ in tables(plan):
        words = words.replace(squeezed(heading(table.columns)), "", 1)
    return words


def of(role: str, found: tuple[Read, ...]) -> list[Read]:
    return [one for one in found if one.role == role]


def test_the_paper_is_read_in_its_order_and_nothing_twice() -> None:
    assert said(sample()) == due(sample_plan())


@given(st.integers(0, 10**6), st.integers(0, 50))
@settings(max_examples=15)
def test_any_plan_is_read_in_its_order(seed: int, rows: int) -> None:
    random = Random(seed)
    table, tasks = task_table(random, rows)
    plan = with_table(table, tasks, landscape=bool(seed % 2))
    paragraphs = [item(Mark.ARABIC, sentence(random, random.randint(1, 150))) for _ in range(random.randint(0, 9))]
    plan = replace(plan, body=(item(Mark.ROMAN, "NỘI DUNG", *paragraphs, table, heading=True),))
    assert said(read(plan)) == due(plan)


def test_words_at_the_ends_of_lines_and_pages_stay_apart() -> None:
    words = " ".join(f"chữ{number}" for number in range(3000))
    (found,) = [one for one in read(make_plan(item(Mark.NONE, words))) if "chữ0" in one.words]
    assert found.words.removesuffix("./.") == words


def test_headings_stand_one_below_the_other() -> None:
    levels = [int(one.role[1]) for one in sample() if one.role.startswith("H")]
    assert levels.count(1) == 1 + len(sample_plan().appendices)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    long = sentence(Random(1), 1500)
    found = read(make_plan(item(Mark.NONE, long)))
    assert next(one.words for one in found if one.words.startswith(long[:40])).count(" ") > 1000


def test_each_row_has_its_cells_and_the_heading_is_read_once() -> None:
    table, tasks = task_table(Random(3), 60)
    found = read(with_table(table, tasks))
    columns = len(table.columns)
    heads = of("TH", found)
    assert sum(one.columns * one.rows for one in heads) == columns * max(one.rows for one in heads)
    (start,) = [at for at, one in enumerate(found) if one.role == "Table"]
    rows: list[list[Read]] = []
    for one in found[start + 1 :]:
        if one.role == "TR":
            rows.append([])
        elif one.role == "TD":
            rows[-1].append(one)
    body = [row for row in rows if row]
    assert len(body) == len(table.rows)
    covered = [0] * len(body)
    for at, row in enumerate(body):
        for one in row:
            for reached in range(at, at + one.rows):
                covered[reached] += one.columns
    assert covered == [columns] * len(body)


def test_an_empty_cell_is_a_cell_too() -> None:
    columns = tuple(Column(fresh(), Role.FREE, plain(words)) for words in ("A", "B", "C"))
    row = Row(fresh(), RowKind.PLAIN, cells=((columns[1].id, plain("giữa")),))
    found = read(with_table(Table(fresh(), columns, (row,))))
    assert [one.words for one in of("TD", found)] == ["", "giữa", ""]


def test_page_numbers_and_rules_are_passed_over() -> None:
    plan = make_plan(item(Mark.NONE, sentence(Random(2), 2500)))
    data = render(plan)
    with pikepdf.open(BytesIO(data)) as document:
        assert len(document.pages) > 3
        content = document.pages[1].Contents.read_bytes()
    assert content.count(b"/Artifact BMC") == 1
    assert not any(one.words == "2" for one in reading_order(data, "a.pdf"))


def test_marks_open_and_close_in_pairs_on_every_page() -> None:
    with pikepdf.open(BytesIO(render(sample_plan(), PrintForm(contents=True)))) as document:
        for page in document.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                depth += str(instruction.operator) in {"BDC", "BMC"}
                depth -= str(instruction.operator) == "EMC"
                assert 0 <= depth <= 1
            assert depth == 0


def test_the_tree_leads_back_from_every_piece_of_content() -> None:
    with pikepdf.open(BytesIO(render(sample_plan()))) as document:
        root = document.Root.StructTreeRoot
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "vi-VN"
        numbers = root.ParentTree.Nums
        for at, page in enumerate(document.pages):
            assert page.obj.StructParents == at
            assert int(numbers[2 * at]) == at
            for number, element in enumerate(numbers[2 * at + 1]):
                assert number in _contents(element, page.obj)


def _contents(element: Any, page: Any) -> set[int]:  # noqa: ANN401 - untyped
    kids = element["/K"]
    found = set()
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found |= {int(kid)} if element["/Pg"].objgen == page.objgen else set()
        elif "/MCID" in kid and kid["/Pg"].objgen == page.objgen:
            found.add(int(kid["/MCID"]))
    return found


def test_a_chart_is_told_by_words() -> None:
    charts = [one for one in sample() if one.role == "Figure"]
    assert all(one.instead.startswith("Biểu đồ: ") for one in charts)


@pytest.mark.parametrize("pages", [[0], [1, 2], [3]])
def test_some_pages_alone_are_a_whole_tree(pages: list[int]) -> None:
    layout = lay_out(sample_plan())
    found = reading_order(draw(layout, pages), "a.pdf")
    assert {one.page for one in found if one.words} == set(range(1, len(pages) + 1))


def test_a_file_of_others_without_a_tree_is_told() -> None:
    blank = pikepdf.new()
    blank.add_blank_page()
    out = BytesIO()
    blank.save(out)
    assert reading_order(out.getvalue(), "a.pdf") == ()


def test_an_agency_of_markup_is_no_markup() -> None:
    plan = make_plan(item(Mark.NONE, "Một & hai < ba"), header=replace(HEADER, agency="SỞ A & <B>"))
    assert "Một & hai < ba" in " ".join(one.words for one in read(plan))
