"""Whom a print is read aloud to hears every word once, in order, and knows a heading, a row, a cell when it comes."""

import re
import subprocess
from ctypes import create_string_buffer
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import (
    HEADER,
    column,
    fresh,
    group,
    item,
    make_plan,
    plain_row,
    sentence,
    task_table,
    with_table,
)
from tests.documents.writing.pdf.reading import expected, heading, squeezed
from tests.real_plans import draft_of
from tthc_desktop.documents.reading_order import reading_order
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import draw, lay_out, render
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.read_aloud import Read, misleading
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
    found = read(plan)
    assert said(found) == due(plan)
    assert list(misleading(found)) == []


def test_each_seed_is_read_in_its_order(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        plan = draft_of(path).plan
        found = read(plan)
        assert said(found) == due(plan), path.name
        assert list(misleading(found)) == [], path.name


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


def test_a_chart_is_told_by_its_figures_wherever_pages_end() -> None:
    columns = (column(Role.FREE, "Đơn vị"), column(Role.FREE, "Đúng hạn"), column(Role.FREE, "Quá hạn"))
    rows = tuple(plain_row(columns, (f"Phòng {at}", str(at), "1,5" if at else "")) for at in range(90))
    found = read(make_plan(item(Mark.NONE, "Kết quả"), Table(fresh(), columns, rows, chart="bars")))
    (chart,) = of("Figure", found)
    assert chart.instead.startswith("Biểu đồ cột: ")
    assert "Phòng 0: Đúng hạn 0; Phòng 1: Đúng hạn 1, Quá hạn 1,5; " in chart.instead
    assert "Phòng 89: Đúng hạn 89, Quá hạn 1,5." in chart.instead
    at = found.index(chart)
    assert (found[at + 1].role, found[at + 1].depth) == ("Caption", chart.depth + 1)


def test_a_chart_tells_where_on_the_page_it_is() -> None:
    columns = (column(Role.FREE, "Đơn vị"), column(Role.FREE, "Đúng hạn"))
    rows = tuple(plain_row(columns, (f"Phòng {at}", str(at + 1))) for at in range(3))
    with pikepdf.open(BytesIO(render(make_plan(Table(fresh(), columns, rows, chart="bars"))))) as document:
        (figure,) = (
            one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        )
        left, bottom, right, top = map(float, figure.A.BBox)
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842


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


def test_a_part_and_its_title_are_one_heading() -> None:
    part = item(Mark.PART, "quy định chung", item(Mark.ROMAN, "MỤC TIÊU"))
    headings = [(one.role, one.words) for one in read(make_plan(part)) if one.role.startswith("H")]
    assert headings[1:] == [("H2", "Phần I QUY ĐỊNH CHUNG"), ("H3", "I. MỤC TIÊU./.")]


def test_the_subject_of_a_letter_is_its_title() -> None:
    found = read(make_plan(item(Mark.NONE, "Nội dung"), kind="CÔNG VĂN", addressees=("UBND tỉnh",)))
    assert [one.words for one in of("H1", found)] == ["V/v Kiểm soát thủ tục hành chính năm 2025"]


@pytest.mark.parametrize("length", [12, 300])
def test_lines_of_a_merged_cell_are_told_once_though_they_are_drawn_on_each_page(length: int) -> None:
    columns = tuple(column(Role.FREE, words) for words in ("Việc", "Chủ trì"))
    label = sentence(Random(3), length)
    rows = tuple(plain_row(columns, (f"Việc {at}", label), continues=(1,) if at else ()) for at in range(90))
    plan = make_plan(Table(fresh(), columns, (group("NHÓM"), *rows)))
    data = render(plan)
    found = reading_order(data, "a.pdf")
    (merged,) = [one for one in of("TD", found) if one.rows > 1]
    assert (merged.rows, merged.words) == (90, label)
    assert said(found) == due(plan)
    with pypdfium2.PdfDocument(data) as document:
        drawn = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    assert drawn.count(squeezed(label.split()[-1])) >= 2


def test_pdfium_finds_the_elements_of_each_page() -> None:
    data = render(sample_plan())
    found = reading_order(data, "a.pdf")
    with pypdfium2.PdfDocument(data) as document:
        roles = [_roles(page) for page in document]
    assert all("Document" in shown for shown in roles)
    for number, shown in enumerate(roles, 1):
        assert {one.role for one in found if one.words and one.page == number} <= shown


def _roles(page: pypdfium2.PdfPage) -> set[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    waiting = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(_count(tree))]
    roles = set()
    while waiting:
        element = waiting.pop()
        buffer = create_string_buffer(100)
        length = pdfium.FPDF_StructElement_GetType(element, buffer, 100)
        roles.add(buffer.raw[: length - 2].decode("utf-16-le"))
        count = pdfium.FPDF_StructElement_CountChildren(element)
        waiting += [kid for at in range(count) if (kid := pdfium.FPDF_StructElement_GetChildAtIndex(element, at))]
    pdfium.FPDF_StructTree_Close(tree)
    return roles


def _count(tree: object) -> int:
    count: int = pdfium.FPDF_StructTree_CountChildren(tree)
    return count


@pytest.mark.needs("pdfinfo")
def test_poppler_reads_the_same_words(tmp_path: Path) -> None:
    data = render(sample_plan())
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    shown = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True).stdout
    words = "".join(re.findall(r'^ *"(.*)"$', shown, re.MULTILINE))
    assert squeezed(words) == squeezed("".join(one.words for one in reading_order(data, "a.pdf")))


def test_all_that_is_drawn_belongs_to_an_element_or_is_an_artifact() -> None:
    with pikepdf.open(BytesIO(render(sample_plan(), PrintForm(draft="DỰ THẢO", contents=True)))) as document:
        for page in document.pages:
            inside = False
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                inside = operator in {"BDC", "BMC"} or (inside and operator != "EMC")
                assert inside or operator not in {"Tj", "TJ", "S", "f", "B", "Do"}
