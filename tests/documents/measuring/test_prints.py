"""Every rule of the decree is kept by what the program prints, whatever the plan."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pikepdf
import pytest
from hypothesis import settings
from reportlab.pdfgen.canvas import Canvas

from tests.documents.measuring.good_paper import RULES, good, outcome
from tests.documents.writing.pdf.building import item, make_plan, sentence
from tests.random_papers import broken, random_plan, told
from tests.real_plans import draft_of
from tthc_desktop.documents.measuring import checked_print, read_print
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.marks import Circulation, Marks, PaperSize, Secrecy, Urgency
from tthc_desktop.models.measuring import Verdict, check
from tthc_desktop.models.measuring.values import MeasuredPage, MeasuredPaper
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import DRAFT, PrintForm
from tthc_desktop.models.text import plain

IS_THOROUGH = settings.get_current_profile_name() == "thorough"


def real(path: Path) -> Plan:
    return draft_of(path).plan


def test_the_good_paper_has_every_part_and_keeps_every_rule() -> None:
    other = {one.rule for one in check(good(), RULES) if one.verdict is not Verdict.KEPT}
    assert other == {"subject", "stamp_line"}


@pytest.mark.parametrize("seed", range(1000 if IS_THOROUGH else 24))
def test_random_papers_keep_every_rule(seed: int) -> None:
    assert broken(random_plan(seed)) == []


def test_every_seed_keeps_every_rule(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        assert broken(real(path)) == [], path.name


def test_plans_of_other_offices_keep_every_rule_but_for_titles_typed_in_capitals(more_plans: Path) -> None:
    for path in sorted(more_plans.glob("*.txt")):
        plan = real(path)
        faults = broken(plan)
        assert [fault for fault in faults if not fault.startswith("title:")] == [], path.name
        assert bool(faults) == str(plan.title).isupper()


def test_a_letter_keeps_every_rule() -> None:
    plan = make_plan(
        item(Mark.NONE, sentence(Random(1), 300)), kind="CÔNG VĂN", addressees=("Văn phòng Sở", "Các phòng")
    )
    paper = read_print(render(plan), "in.pdf")
    assert told(check(paper, RULES)) == []
    assert outcome(paper, "subject").verdict is Verdict.KEPT


def test_contents_and_fields_break_nothing() -> None:
    assert told(check(read_print(render(random_plan(4), PrintForm(contents=True)), "in.pdf"), RULES)) == []


def test_a_page_of_another_program_without_words_breaks_nothing_but_its_size() -> None:
    found = check(MeasuredPaper((MeasuredPage(612, 792),)), RULES)
    assert [one.rule for one in found if one.verdict is Verdict.BROKEN] == ["paper_size"]
    assert outcome(MeasuredPaper((MeasuredPage(595, 842),)), "country").verdict is Verdict.ABSENT


def test_an_appendix_in_a_file_of_its_own_is_measured() -> None:
    pages = good().pages
    at = next(at for at, page in enumerate(pages) if page.lines[0].words.startswith("Phụ lục"))
    alone = replace(good(), pages=pages[at : at + 1])
    verdicts = {one.rule: one.verdict for one in check(alone, RULES)}
    assert verdicts["appendix_label"] is Verdict.KEPT
    assert verdicts["country"] is verdicts["recipients_label"] is Verdict.ABSENT
    assert Verdict.BROKEN not in verdicts.values()


def test_rules_are_told_with_their_clause() -> None:
    assert outcome(good(), "margin_left").clause == RULES.measures["margin_left"].clause
    assert outcome(good(), "margin_left").asked == "từ 30 đến 35 mm"
    assert outcome(good(), "motto").asked == "chữ in thường, cỡ 13 đến 14, đứng, đậm"


def test_a_title_of_markup_changes_nothing() -> None:
    assert broken(make_plan(item(Mark.ROMAN, "VIỆC", heading=True), title=plain("Về <b>việc</b> & khác"))) == []


def test_a_turned_page_is_measured_as_it_is_seen(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(842, 595))
        document.pages[0].Rotate = 90
        document.save(tmp_path / "xoay.pdf")
    found = checked_print((tmp_path / "xoay.pdf").read_bytes(), "xoay.pdf")
    assert [(round(page.width), round(page.height)) for page in found.paper.pages] == [(595, 842)]
    assert not [one for one in found.results if one.verdict is Verdict.BROKEN]
    assert "ảnh quét" in found.doubt


def test_of_a_file_that_is_no_administrative_paper_only_the_sheets_are_measured(tmp_path: Path) -> None:
    drawn = Canvas(str(tmp_path / "memo.pdf"), pagesize=(595, 842))
    drawn.setFont("Helvetica", 9)
    for place in range(40):
        drawn.drawString(20, 800 - 11 * place, f"Line {place} of a memo that no rule of our papers is about")
    drawn.save()
    found = checked_print((tmp_path / "memo.pdf").read_bytes(), "memo.pdf")
    faults = [one for one in found.results if one.verdict is Verdict.BROKEN]
    assert {one.group for one in faults} == {"Trang giấy"}
    assert [len(one.faults) for one in faults if one.rule == "inside_margins"] == [1]
    assert "không phải văn bản hành chính" in found.doubt


def test_marks_and_large_sheets_break_no_rule() -> None:
    marks = Marks(Secrecy.SECRET, Urgency.EXPRESS, Circulation.INTERNAL, "PL", 300)
    for seed in (12, 13):
        plan = random_plan(seed)
        wide = tuple(replace(one, paper=PaperSize.A3) for one in plan.appendices)
        for form in (PrintForm(), PrintForm(draft=DRAFT)):
            found = checked_print(render(replace(plan, marks=marks, appendices=wide), form), "in.pdf")
            assert [one for one in found.results if one.verdict is Verdict.BROKEN] == []
