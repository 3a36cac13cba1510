"""The paper and each appendix as a file of its own."""

from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfReader

from tests.documents.writing.pdf.building import fresh, make_plan, task_table
from tests.documents.writing.pdf.reading import page_texts
from tests.documents.writing.pdf.test_signing_places import assert_free, two_appendices
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.documents.writing.pdf.separate import PrintedFile, separate_files, whole_file
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.signature_places import ORGANISATION, PERSON
from tthc_desktop.models.text import plain


@pytest.fixture(scope="module")
def plan() -> Plan:
    return two_appendices()


@pytest.fixture(scope="module")
def files(plan: Plan) -> tuple[PrintedFile, ...]:
    return separate_files(plan)


def test_every_page_of_the_whole_print_is_in_one_file_and_counted_from_1(
    plan: Plan, files: tuple[PrintedFile, ...]
) -> None:
    texts = [page_texts(file.data) for file in files]
    assert [page for file in texts for page in file] == page_texts(render(plan))
    assert [len(file) for file in texts] == [file.pages for file in files]
    assert [file.appendix_id for file in files] == ["", *(appendix.id for appendix in plan.appendices)]
    for pages in texts:
        assert all(page.split()[0] == str(number) for number, page in enumerate(pages[1:], 2))
    assert texts[2][0].startswith("Phụ lục II")


def test_each_file_has_its_own_fields_at_places_of_its_own_pages(files: tuple[PrintedFile, ...]) -> None:
    assert [[place.name for place in file.places] for file in files] == [
        [PERSON, ORGANISATION],
        ["Phụ lục I"],
        ["Phụ lục II"],
    ]
    assert [place.page for file in files[1:] for place in file.places] == [0, 0]
    for file in files:
        fields = PdfReader(BytesIO(file.data)).get_fields()
        assert set(fields or {}) == {place.name for place in file.places}
        assert_free(file.places, file.data)


def test_names_and_titles_tell_the_files_apart(plan: Plan, files: tuple[PrintedFile, ...]) -> None:
    title = "Kế hoạch Kiểm soát thủ tục hành chính năm 2025"
    assert [file.name for file in files] == [f"{title}.pdf", f"{title} - Phụ lục I.pdf", f"{title} - Phụ lục II.pdf"]
    named = separate_files(plan, stem="ra")
    assert [file.name for file in named] == ["ra.pdf", "ra - Phụ lục I.pdf", "ra - Phụ lục II.pdf"]
    told = [PdfReader(BytesIO(file.data)).metadata for file in files]
    assert [one.title if one else None for one in told] == [
        "KẾ HOẠCH Kiểm soát thủ tục hành chính năm 2025",
        "Phụ lục I Danh mục công việc",
        "Phụ lục II Chỉ tiêu",
    ]


def test_same_plan_gives_the_same_files(plan: Plan, files: tuple[PrintedFile, ...]) -> None:
    assert separate_files(plan) == files


def test_a_plan_without_appendices_is_one_file() -> None:
    made = make_plan()
    (only,) = separate_files(made)
    assert only.data == render(made)


def test_one_file_has_the_places_of_the_paper_alone(plan: Plan) -> None:
    file = whole_file(plan)
    assert file.data == render(plan)
    assert [place.name for place in file.places] == [PERSON, ORGANISATION]


def test_an_appendix_of_several_pages_is_signed_on_its_first() -> None:
    table, tasks = task_table(Random(3), 80)
    made = make_plan(appendices=(Appendix(fresh(), plain("Việc"), nodes=(table,), landscape=True),), tasks=tasks)
    _, appendix = separate_files(replace(made, header=replace(made.header, symbol="KH-SNNMT")))
    assert appendix.pages > 2
    assert [(place.name, place.page) for place in appendix.places] == [("Phụ lục", 0)]
    assert_free(appendix.places, appendix.data)
