"""Prints are PDF/A-2b, as pikepdf's validator reads them, and lead from headings to pages."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from pikepdf.pdfa import validate_written
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.documents.writing.pdf.building import item, make_plan, task_table, with_table
from tests.real_plans import draft_of
from tests.strategies import plans
from tthc_desktop.documents.reading_order import reading_order
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.documents.writing.pdf.paper import Paper
from tthc_desktop.documents.writing.pdf.separate import separate_files
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.text import plain

BARE = PrintForm(fields=False)
"""Without signature fields, of which the validator knows nothing."""


def wrong(data: bytes) -> list[str]:
    return [str(finding) for finding in validate_written(BytesIO(data), "2b").findings]


@pytest.mark.parametrize("form", [BARE, replace(BARE, contents=True)])
def test_the_sample_is_fit_for_an_archive(form: PrintForm) -> None:
    assert wrong(render(sample_plan(), form)) == []


def test_each_seed_is_fit_for_an_archive(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        plan = draft_of(path).plan
        assert wrong(render(plan, BARE)) == [], path.name


@given(plans())
@settings(max_examples=15)
def test_any_plan_is_fit_for_an_archive(plan: Plan) -> None:
    try:
        data = render(plan, BARE)
    except UserError:
        return
    assert wrong(data) == []


def test_signature_fields_are_all_that_the_validator_does_not_know() -> None:
    assert all("AcroForm" in finding or "Widget" in finding for finding in wrong(render(sample_plan())))


def test_a_spoilt_file_is_found() -> None:
    with pikepdf.open(BytesIO(render(sample_plan(), BARE))) as document:
        del document.Root.OutputIntents
        out = BytesIO()
        document.save(out)
    assert wrong(out.getvalue())


def test_the_file_tells_what_it_is_in_vietnamese() -> None:
    with pikepdf.open(BytesIO(render(sample_plan()))) as document:
        assert "Kiểm soát thủ tục hành chính" in str(document.docinfo["/Title"])
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == str(document.docinfo["/Title"])
            assert metadata["dc:creator"] == [str(document.docinfo["/Author"])]
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert not {"/CreationDate", "/ModDate"} & document.docinfo.keys(), "no hour that would not be true"


def test_the_file_is_found_by_its_number_and_day() -> None:
    numbered = make_plan(item(Mark.NONE, "Nội dung"))
    with pikepdf.open(BytesIO(render(numbered))) as document:
        assert str(document.docinfo["/Subject"]) == "Kế hoạch số 07/KH-SKHCN, Lai Châu, ngày 05 tháng 3 năm 2025"
    header = replace(numbered.header, number="", day=None)
    with pikepdf.open(BytesIO(render(replace(numbered, header=header)))) as document:
        assert "/Subject" not in document.docinfo


def test_a_title_of_markup_stays_a_title() -> None:
    plan = make_plan(item(Mark.NONE, "Nội dung"), title=plain('Về "A" & <B> ]]>'))
    assert wrong(render(plan, BARE)) == []


def test_the_same_plan_gives_the_same_bytes() -> None:
    for form in (PrintForm(), PrintForm(contents=True)):
        assert render(sample_plan(), form) == render(sample_plan(), form)


def outline(data: bytes) -> list[tuple[int, str, int]]:
    found: list[tuple[int, str, int]] = []
    with pikepdf.open(BytesIO(data)) as document, document.open_outline() as tree:
        pages = {page.obj.objgen: at for at, page in enumerate(document.pages)}
        destinations: Any = document.Root.get("/Dests", {})

        def walk(entries: list[pikepdf.OutlineItem], depth: int) -> None:
            for entry in entries:
                goal: Any = entry.destination
                place = destinations[goal] if isinstance(goal, pikepdf.Name | str) else goal
                found.append((depth, entry.title, pages[place[0].objgen]))
                walk(entry.children, depth + 1)

        walk(tree.root, 0)
    return found


def test_bookmarks_are_the_headings_with_their_pages() -> None:
    found = outline(render(sample_plan()))
    titles = [title for depth, title, _ in found if depth == 0]
    assert titles[0].startswith("KẾ HOẠCH")
    assert [title.split()[2] for title in titles[1:]] == ["I", "II"]
    assert any(depth == 1 and title.startswith("I. ") for depth, title, _ in found)
    assert [page for *_, page in found] == sorted(page for *_, page in found)


def test_separate_files_have_bookmarks_of_their_own() -> None:
    main, first, _ = separate_files(sample_plan(), replace(BARE, contents=True))
    assert outline(first.data)[0][1].startswith("Phụ lục I")
    assert not any("Phụ lục" in title for _, title, _ in outline(main.data))
    assert wrong(first.data) == []


def links(data: bytes) -> list[list[tuple[int, float]]]:
    """Return where the links of each page lead; those of the lines of one entry are one."""
    with pikepdf.open(BytesIO(data)) as document:
        pages = {page.obj.objgen: at for at, page in enumerate(document.pages)}
        return [
            list(
                dict.fromkeys(
                    (pages[note.Dest[0].objgen], float(note.Dest[3]))
                    for note in page.obj.get("/Annots", [])
                    if note.Subtype == "/Link"
                )
            )
            for page in document.pages
        ]


def test_the_table_of_contents_leads_to_the_headings() -> None:
    data = render(sample_plan(), PrintForm(contents=True))
    *others, last = links(data)
    assert not any(others)
    assert [page for page, _ in last] == [page for *_, page in outline(data)][1:-1]


def test_appendices_tell_their_pages_in_the_table_of_contents() -> None:
    table, tasks = task_table(Random(1), 60)
    plan = replace(with_table(table, tasks), body=(item(Mark.ROMAN, "NỘI DUNG:", heading=True),))
    data = render(plan, PrintForm(contents=True))
    with pikepdf.open(BytesIO(data)) as document:
        count = len(document.pages) - 2
    found = [one.words for one in reading_order(data, "a.pdf") if one.role == "Link"]
    assert found == ["I. NỘI DUNG 1", f"Phụ lục Danh mục công việc {count} trang"]


def test_a_long_table_of_contents_takes_several_pages() -> None:
    table, tasks = task_table(Random(1), 3)
    plan = with_table(table, tasks)
    sections = tuple(item(Mark.ROMAN, f"PHẦN VIỆC THỨ {number}", heading=True) for number in range(120))
    found = links(render(replace(plan, body=sections), PrintForm(contents=True)))
    assert sum(map(bool, found)) > 1
    assert sum(map(len, found)) == 121


def test_contents_change_no_other_page() -> None:
    with_it, without = (render(sample_plan(), replace(BARE, contents=it)) for it in (True, False))
    with pikepdf.open(BytesIO(with_it)) as one, pikepdf.open(BytesIO(without)) as other:
        assert len(one.pages) == len(other.pages) + 1
        for mine, its in zip(one.pages, other.pages, strict=False):
            assert mine.Contents.read_bytes() == its.Contents.read_bytes()


def test_a_page_with_a_picture_is_fit_too() -> None:
    paper = Paper("Chữ ký", "")
    for picture in (True, False):
        paper.open_page((200.0, 100.0), 0.0, 0.0)
        if picture:
            paper.drawImage(ImageReader(Image.new("RGBA", (40, 40), (200, 0, 0, 128))), 10, 10, 50, 50, mask="auto")
        paper.close_page()
    data = paper.finished()
    assert wrong(data) == []
    with pikepdf.open(BytesIO(data)) as document:
        assert [page.obj.StructParents for page in document.pages] == [0, 1]
        assert ["/XObject" in page.obj.Resources for page in document.pages] == [True, False]
