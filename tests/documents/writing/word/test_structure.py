"""A plan as a Word file: styles, sections, page numbers, head and foot, properties."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from tests.documents.writing.pdf.building import item, make_plan, task_table, with_table
from tests.documents.writing.word.opening import W, paragraphs, part, val, words
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.exchange import from_json
from tthc_desktop.documents.own_papers import CARRIED_NAMESPACE, PLAN_PROPERTY
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.marks import Marks, PaperSize
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.text import Run, plain, text


@pytest.fixture(scope="module")
def sample() -> bytes:
    return render(sample_plan())


def test_equal_plans_give_equal_files() -> None:
    plan = sample_plan()
    assert render(plan) == render(from_json(_json(plan)))


def _json(plan: Plan) -> str:
    from tthc_desktop.documents.exchange import to_json  # noqa: PLC0415 - only this test needs it

    return to_json(plan)


def test_the_styles_have_the_measures_of_the_decree(sample: bytes) -> None:
    styles = {val(style.find(f"{W}name")): style for style in part(sample, "word/styles.xml").iter(f"{W}style")}
    body = styles["Lời văn"]
    spacing, indent = body.find(f"{W}pPr/{W}spacing"), body.find(f"{W}pPr/{W}ind")
    assert (val(spacing, "before"), val(spacing, "line"), val(spacing, "lineRule")) == ("120", "252", "auto")
    assert val(indent, "firstLine") == "720"
    assert val(body.find(f"{W}pPr/{W}jc")) == "both"
    for name, letters in (("Lời văn", "body"), ("Quốc hiệu", "country"), ("Nơi nhận", "recipient")):
        assert val(styles[name].find(f"{W}rPr/{W}sz")) == str(round(rules().letters[letters].size * 2))
    normal = styles["Normal"].find(f"{W}rPr")
    assert normal is not None
    assert val(normal.find(f"{W}rFonts"), "ascii") == "Times New Roman"
    assert val(normal.find(f"{W}lang")) == "vi-VN"


def test_headings_are_seen_in_the_outline_of_word(sample: bytes) -> None:
    levels = {
        val(style, "styleId"): val(style.find(f"{W}pPr/{W}outlineLvl"))
        for style in part(sample, "word/styles.xml").iter(f"{W}style")
    }
    assert [levels[f"MucCap{level}"] for level in (1, 2, 3, 9)] == ["0", "1", "2", "8"]
    document = part(sample)
    first = paragraphs(document, "MucCap1")[0]
    assert first.find(f"{W}pPr/{W}numPr") is not None, "its number counts by itself"
    assert words(first).isupper()


def test_a_deep_heading_stands_below_those_above_it() -> None:
    plan = make_plan(
        item(Mark.ROMAN, "MỘT", item(Mark.ARABIC, "Hai", item(Mark.LETTER, "Ba", heading=True), heading=True))
    )
    document = part(render(plan))
    assert [words(paragraphs(document, f"MucCap{level}")[0]) for level in (1, 2, 3)] == ["MỘT", "Hai", "Ba./."]


def test_each_appendix_is_a_section_with_its_own_sheet_and_page_numbers() -> None:
    appendices = (
        Appendix("a" * 16, plain("Đứng"), nodes=(item(Mark.NONE, "Lời."),)),
        Appendix("b" * 16, plain("Ngang"), landscape=True, nodes=(item(Mark.NONE, "Lời."),)),
        Appendix("c" * 16, plain("Rộng"), landscape=True, nodes=(item(Mark.NONE, "Lời."),), paper=PaperSize.A3),
    )
    sections = list(part(render(make_plan(item(Mark.NONE, "Lời."), appendices=appendices))).iter(f"{W}sectPr"))
    sizes = [section.find(f"{W}pgSz") for section in sections]
    assert [(val(size, "w"), val(size, "h"), val(size, "orient")) for size in sizes] == [
        ("11906", "16838", ""),
        ("11906", "16838", ""),
        ("16838", "11906", "landscape"),
        ("23811", "16838", "landscape"),
    ]
    for section in sections:
        assert val(section.find(f"{W}pgNumType"), "start") == "1"
        assert section.find(f"{W}titlePg") is not None, "the first page has no number"
        margin = section.find(f"{W}pgMar")
        sides = [val(margin, side) for side in ("top", "right", "bottom", "left", "header")]
        assert sides == ["1134", "850", "1134", "1701", "567"]


def test_the_page_number_is_a_field_in_the_middle_above(sample: bytes) -> None:
    numbered, bare = part(sample, "word/header1.xml"), part(sample, "word/header2.xml")
    assert "PAGE" in "".join(one.text or "" for one in numbered.iter(f"{W}instrText"))
    assert not list(bare.iter(f"{W}instrText"))
    assert paragraphs(numbered, "SoTrang")


def test_head_and_foot_are_tables_without_rules(sample: bytes) -> None:
    tables = list(part(sample).iter(f"{W}tbl"))
    framed = [table for table in tables if val(table.find(f"{W}tblPr/{W}tblStyle")) == "Khung"]
    head, foot = framed
    assert "Độc lập - Tự do - Hạnh phúc" in words(head)
    assert words(foot).startswith("Nơi nhận:")
    assert all(table.find(f"{W}tblPr/{W}tblBorders") is None for table in framed)
    lines = [one for one in paragraphs(head, "DuongKe") if one.find(f"{W}pPr/{W}pBdr/{W}top") is not None]
    assert len(lines) == 2, "one below the agency, one below the motto"


def test_the_rule_below_the_motto_is_as_long_as_the_motto(sample: bytes) -> None:
    right = part(sample).findall(f".//{W}tbl")[0].findall(f".//{W}tc")[1]
    indent = paragraphs(right, "DuongKe")[0].find(f"{W}pPr/{W}ind")
    width = int(val(right.find(f"{W}tcPr/{W}tcW"), "w"))
    assert width - int(val(indent, "left")) - int(val(indent, "right")) == pytest.approx(56.1 / 25.4 * 1440, abs=30)


def test_bold_and_italic_words_and_breaks_stay() -> None:
    said = text([Run("thường "), Run("đậm", bold=True), Run(" nghiêng\ndòng hai", italic=True)])
    plan = make_plan(replace(item(Mark.NONE, ""), text=said), item(Mark.NONE, "Hết."))
    paragraph = next(one for one in paragraphs(part(render(plan)), "LoiVan") if "thường" in words(one))
    looks = [
        (words(run), run.find(f"{W}rPr/{W}b") is not None, run.find(f"{W}rPr/{W}i") is not None)
        for run in paragraph.iter(f"{W}r")
    ]
    assert looks == [("thường ", False, False), ("đậm", True, False), (" nghiêng\ndòng hai", False, True)]


def test_the_file_says_what_it_is(sample: bytes) -> None:
    plan = sample_plan()
    properties = docx.Document(BytesIO(sample)).core_properties
    assert properties.title.startswith("KẾ HOẠCH")
    assert (properties.author, properties.language) == (plan.header.agency, "vi-VN")
    with ZipFile(BytesIO(sample)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        settings = archive.read("word/settings.xml").decode()
    assert 'w:name="compatibilityMode"' in settings
    assert "<w:hideSpellingErrors/>" in settings


def test_the_plan_is_carried_along() -> None:
    plan = sample_plan()
    data = render(plan)
    carried = part(data, "customXml/item1.xml")
    assert carried.tag == f"{{{CARRIED_NAMESPACE}}}plan"
    assert from_json(carried.text or "") == plan
    with ZipFile(BytesIO(data)) as archive:
        custom = archive.read("docProps/custom.xml").decode()
    assert f'name="{PLAN_PROPERTY}"' in custom
    assert f">{plan.id}<" in custom


def test_signs_of_markup_and_controls_do_no_harm() -> None:
    plan = make_plan(item(Mark.NONE, "KH&CN <b> \x0c\x01 ]]> “&amp;” " + "dài" * 3000))
    found = words(paragraphs(part(render(plan)), "LoiVan")[-1])
    assert "KH&CN <b>" in found
    assert "]]> “&amp;”" in found


def test_nothing_at_all_is_a_file_too() -> None:
    assert docx.Document(BytesIO(render(Plan("0" * 16)))).tables


def test_a_foot_stays_with_the_last_words() -> None:
    document = part(render(make_plan(item(Mark.NONE, "Lời cuối."))))
    last = next(one for one in paragraphs(document, "LoiVan") if "Lời cuối" in words(one))
    assert last.find(f"{W}pPr/{W}keepNext") is not None
    foot = list(document.iter(f"{W}tbl"))[-1]
    assert foot.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


def test_two_tables_are_parted_by_a_paragraph() -> None:
    from random import Random  # noqa: PLC0415 - only here

    one, tasks = task_table(Random(1), 3)
    other, more = task_table(Random(2), 3)
    body = part(render(replace(with_table(one, tasks), body=(one, other), tasks=tasks | more, appendices=())))[0]
    tags = [element.tag.removeprefix(W) for element in body]
    assert "tbltbl" not in "".join(tags)


def test_the_last_recipient_names_who_drafted_how_many_copies() -> None:
    marked = replace(sample_plan(), marks=Marks(drafter="PL", copies=300))
    last = [words(one) for one in paragraphs(part(render(marked)), "NoiNhan")][-1]
    assert last.endswith(", PL.(300).")
