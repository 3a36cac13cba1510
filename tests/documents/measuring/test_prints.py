"""Every rule of the decree is kept by what the program prints, and seen to be broken where a print is spoilt."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.documents.writing.pdf.building import item, make_plan, sentence
from tests.random_papers import broken, random_paper
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.measuring import measured
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.measuring import Bar, MeasuredPage, Outcome, SetLine, Verdict, check
from tthc_desktop.models.measuring.rulings import rulings
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.text import plain

RULES = rules()
MM = 72 / 25.4
Pages = tuple[MeasuredPage, ...]


@cache
def good() -> Pages:
    """Return a paper that has every part: long text, tables over pages, two appendices."""
    for seed in range(500):
        plan = random_paper(seed)
        if len(plan.appendices) == 2 and plan.header.parent_agency and plan.header.day and plan.header.number:
            pages = measured(render(plan), "in.pdf")
            verdicts = {one.rule: one.verdict for one in check(pages, RULES)}
            if verdicts["table.group"] is verdicts["table.heading"] is Verdict.KEPT and "text.gap" in verdicts:
                return pages
    raise AssertionError("no seed has it all")


def outcome(pages: Pages, rule: str) -> Outcome:
    return next(one for one in check(pages, RULES) if one.rule == rule)


def test_the_good_paper_has_every_part_and_keeps_every_rule() -> None:
    absent = [one.rule for one in check(good(), RULES) if one.verdict is not Verdict.KEPT]
    assert absent == ["letters.subject"]


@pytest.mark.parametrize("seed", range(40))
def test_random_papers_keep_every_rule(seed: int) -> None:
    assert broken(random_paper(seed)) == []


def test_every_seed_keeps_every_rule(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        assert broken(read_text(path.read_text(encoding="utf-8")).plan) == [], path.name


def test_plans_of_other_offices_keep_every_rule(more_plans: Path) -> None:
    for path in sorted(more_plans.glob("*.txt")):
        assert broken(read_text(path.read_text(encoding="utf-8")).plan) == [], path.name


def test_a_letter_keeps_every_rule() -> None:
    plan = make_plan(
        item(Mark.NONE, sentence(Random(1), 300)), kind="CÔNG VĂN", addressees=("Văn phòng Sở", "Các phòng")
    )
    pages = measured(render(plan), "in.pdf")
    assert [one for one in check(pages, RULES) if one.verdict is Verdict.BROKEN] == []
    assert outcome(pages, "letters.subject").verdict is Verdict.KEPT


def test_contents_and_fields_break_nothing() -> None:
    pages = measured(render(random_paper(3), PrintForm(contents=True)), "in.pdf")
    assert [one for one in check(pages, RULES) if one.verdict is Verdict.BROKEN] == []


# Spoilt prints: one thing of the good paper is other than it should be.


def line(pages: Pages, start: str, **changes: Any) -> Pages:  # noqa: ANN401 - the fields of a line
    """Return the pages with the first line that begins so changed."""
    for at, page in enumerate(pages):
        for place, found in enumerate(page.lines):
            if found.words.startswith(start):
                lines = (*page.lines[:place], found._replace(**changes), *page.lines[place + 1 :])
                return (*pages[:at], replace(page, lines=lines), *pages[at + 1 :])
    raise AssertionError(start)


def shifted(pages: Pages, start: str, by: float) -> Pages:
    found = next(one for page in pages for one in page.lines if one.words.startswith(start))
    return line(pages, start, left=found.left + by, right=found.right + by)


def every(change: Callable[[SetLine], SetLine], page: int | None = None) -> Callable[[Pages], Pages]:
    def spoil(pages: Pages) -> Pages:
        return tuple(
            replace(one, lines=tuple(map(change, one.lines))) if page in {None, one.number} else one for one in pages
        )

    return spoil


def moved(x: float = 0.0, y: float = 0.0) -> Callable[[SetLine], SetLine]:
    return lambda one: one._replace(left=one.left + x, right=one.right + x, base=one.base + y)


def bar(start: str, share: float | None) -> Callable[[Pages], Pages]:
    """Let the rule below a line of page 1 be so long, or be gone."""

    def spoil(pages: Pages) -> Pages:
        above = [one for one in pages[0].lines if one.words.startswith(start)][-1]
        bars = []
        for found in pages[0].bars:
            if 0 < found.y - above.base < 16 and found.left < above.right and found.right > above.left:
                if share is None:
                    continue
                half = share * above.width / 2
                bars.append(Bar(found.y, above.middle - half, above.middle + half))
            else:
                bars.append(found)
        return (replace(pages[0], bars=tuple(bars)), *pages[1:])

    return spoil


def agency(pages: Pages) -> list[str]:
    """Return the lines of the agencies."""
    number = next(one for one in pages[0].lines if one.words.startswith("Số:"))
    return [one.words for one in pages[0].lines if one.base < number.base - 2 and one.right < 300]


def last_title(pages: Pages) -> str:
    rule = max(one.y for one in pages[0].bars)
    return max((one for one in pages[0].lines if one.base < rule), key=lambda one: one.base).words


def title_rule(share: float | None) -> Callable[[Pages], Pages]:
    return lambda pages: bar(last_title(pages), share)(pages)


def with_number_on_first(pages: Pages) -> Pages:
    number = SetLine("1", 300, 306, 40, 14)
    return (replace(pages[0], lines=(number, *pages[0].lines)), *pages[1:])


def without_numbers(pages: Pages) -> Pages:
    return tuple(
        replace(page, lines=tuple(one for one in page.lines if not one.words.isdecimal() or one.base > 80))
        for page in pages
    )


def number_changed(**changes: Any) -> Callable[[Pages], Pages]:  # noqa: ANN401 - the fields of a line
    def spoil(pages: Pages) -> Pages:
        found = next(one for one in pages[1].lines if one.words == "2")
        lines = tuple(one._replace(**changes) if one is found else one for one in pages[1].lines)
        return (pages[0], replace(pages[1], lines=lines), *pages[2:])

    return spoil


def main_page(pages: Pages, words: str) -> int:
    return next(at for at, page in enumerate(pages) if any(one.words.startswith(words) for one in page.lines))


def heading_at_the_foot(pages: Pages) -> Pages:
    lowest = max(pages[0].lines, key=lambda one: one.base)
    heading = SetLine("II. NHIỆM VỤ", lowest.left, lowest.left + 100, lowest.base + 12, 14, bold=True)
    return (replace(pages[0], lines=(*pages[0].lines, heading)), *pages[1:])


def _continued(pages: Pages) -> int:
    """Return the place of a page whose table goes on, with the same heading, on the next one."""
    for at, (page, following) in enumerate(pairwise(pages)):
        if page.posts and following.posts and following.lines[0].words.isdecimal() and page.width == following.width:
            return at
    raise AssertionError("no table over two pages")


def heading_not_repeated(pages: Pages) -> Pages:
    at = _continued(pages) + 1
    top = min(post.top for post in pages[at].posts)
    lines = tuple(
        one._replace(words=f"khác {one.words}") if top < one.base < top + 40 else one for one in pages[at].lines
    )
    return (*pages[:at], replace(pages[at], lines=lines), *pages[at + 1 :])


def group_at_the_foot(pages: Pages) -> Pages:
    """Let the last row before a page ends be one wide cell."""
    at = _continued(pages)
    page = pages[at]
    end = max(post.bottom for post in page.posts)
    heights = sorted(one.y for one in page.bars if one.y < end - 3)
    edges = min(post.x for post in page.posts), max(post.x for post in page.posts)
    posts = tuple(
        post if post.x in edges else post._replace(bottom=min(post.bottom, heights[-1])) for post in page.posts
    )
    return (*pages[:at], replace(page, posts=posts), *pages[at + 1 :])


def in_the_corner(pages: Pages) -> Pages:
    at = main_page(pages, "Phụ lục")
    page = pages[at]
    words = SetLine("Mật", page.width - 80, page.width - 50, 2 + RULES.length("stamp_line_top") + 8, 10)
    return (*pages[:at], replace(page, lines=(words, *page.lines)), *pages[at + 1 :])


def signature_squeezed(pages: Pages) -> Pages:
    names = ("Lò Văn Mẫu", "Nguyễn Hoàng Thị Phương Mẫu")
    page = next(one for one in pages if any(each.words in names for each in one.lines))
    lines = tuple(one._replace(base=one.base - 40) if one.words in names else one for one in page.lines)
    return tuple(replace(page, lines=lines) if one is page else one for one in pages)


def signer_aside(pages: Pages) -> Pages:
    for name in ("Lò Văn Mẫu", "Nguyễn Hoàng Thị Phương Mẫu"):
        if any(one.words == name for page in pages for one in page.lines):
            return shifted(pages, name, -30)
    raise AssertionError


def paragraphs_close(pages: Pages) -> Pages:
    """Draw every paragraph of the text up to the one above."""
    found = []
    for page in pages:
        up, lines, above = 0.0, [], None
        for one in page.lines:
            if above is not None and one.base - above > 1.3 * one.size:
                up += 6
            above = one.base
            lines.append(one._replace(base=one.base - up))
        found.append(replace(page, lines=tuple(lines)))
    return tuple(found)


SPOILT: dict[str, Callable[[Pages], Pages]] = {
    "page.paper": lambda pages: tuple(replace(page, width=612, height=792) for page in pages),
    "page.font": every(lambda one: one._replace(font="Arial")),
    "margin.left": every(moved(-20)),
    "margin.right": every(moved(10)),
    "margin.outside": every(moved(0, -40), 2),
    "text.indent": lambda pages: tuple(
        replace(
            page,
            lines=tuple(one._replace(left=one.left + 20) if 115 < one.left < 125 else one for one in page.lines),
        )
        for page in pages
    ),
    "text.gap": paragraphs_close,
    "text.spacing": lambda pages: tuple(
        replace(page, lines=tuple(one._replace(base=one.base * 1.6) for one in page.lines)) for page in pages
    ),
    "text.heading": heading_at_the_foot,
    "place.country": lambda pages: shifted(pages, "CỘNG HÒA", -250),
    "place.motto": lambda pages: shifted(pages, "Độc lập", 20),
    "rule.motto": bar("Độc lập", 0.5),
    "place.agency": lambda pages: shifted(pages, agency(pages)[0], 15),
    "rule.agency": lambda pages: bar(agency(pages)[-1], 0.9)(pages),
    "place.number": lambda pages: shifted(pages, "Số:", 25),
    "place.date": lambda pages: line(pages, "Lai Châu", base=pages[0].lines[0].base + 60),
    "place.kind": lambda pages: shifted(pages, "KẾ HOẠCH", 50),
    "rule.title": title_rule(None),
    "place.appendix": lambda pages: shifted(pages, "Phụ lục I", 12),
    "letters.country": lambda pages: line(pages, "CỘNG HÒA", size=14.0),
    "letters.motto": lambda pages: line(pages, "Độc lập", bold=False),
    "letters.parent_agency": lambda pages: line(pages, agency(pages)[0], words="Ủy ban"),
    "letters.agency": lambda pages: line(pages, agency(pages)[-1], size=11.0),
    "letters.number": lambda pages: line(pages, "Số:", italic=True),
    "letters.date": lambda pages: line(pages, "Lai Châu", italic=False),
    "letters.kind": lambda pages: line(pages, "KẾ HOẠCH", size=16.0),
    "letters.title": lambda pages: line(pages, last_title(pages), size=12.0),
    "letters.body": lambda pages: line(pages, "Căn cứ", size=12.0),
    "letters.capacity": every(
        lambda one: one._replace(size=12.0) if one.words.endswith(("GIÁM ĐỐC", "CHỦ TỊCH", "PHÒNG")) else one
    ),
    "letters.signer": every(lambda one: one._replace(size=12.0) if one.words.endswith("Mẫu") else one),
    "letters.recipients_label": lambda pages: line(pages, "Nơi nhận", italic=False),
    "letters.recipient": lambda pages: line(pages, "- Lưu", size=13.0),
    "letters.appendix_label": lambda pages: line(pages, "Phụ lục I", size=13.0),
    "letters.appendix_title": every(
        lambda one: one._replace(words=one.words.lower()) if one.bold and one.words.isupper() else one
    ),
    "letters.appendix_attached": lambda pages: line(pages, "(Kèm theo", italic=False),
    "letters.page_number": number_changed(size=11.0),
    "number.first": with_number_on_first,
    "number.place": number_changed(left=500.0, right=506.0),
    "number.count": without_numbers,
    "place.recipients": lambda pages: shifted(pages, "Nơi nhận", 40),
    "text.recipients": lambda pages: line(pages, "- Lưu", words="- Văn phòng."),
    "place.signer": signer_aside,
    "room.signature": signature_squeezed,
    "room.stamp": in_the_corner,
    "table.heading": heading_not_repeated,
    "table.group": group_at_the_foot,
}


def test_every_rule_can_be_spoilt() -> None:
    assert {ruling.key for ruling in rulings(RULES)} - {"letters.subject"} == SPOILT.keys()


@pytest.mark.parametrize("rule", SPOILT)
def test_a_spoilt_print_is_found(rule: str) -> None:
    found = outcome(SPOILT[rule](good()), rule)
    assert found.verdict is Verdict.BROKEN
    assert all(spot.page >= 1 and spot.found for spot in found.spots)


def test_a_wrong_number_is_told_with_the_right_one() -> None:
    (spot,) = outcome(number_changed(words="7")(good()), "number.count").spots
    assert (spot.page, spot.found) == (2, "số 7, đúng ra 2")


@pytest.mark.parametrize(
    ("measure", "value", "rule"),
    [("margin_left", 20.0, "margin.left"), ("first_line_indent", 20.0, "text.indent"),
     ("paragraph_gap", 0.0, "text.gap"), ("short_rule", 0.9, "rule.title"),
     ("signature_height", 15.0, "room.signature"),
     ("line_spacing", 2.0, "text.spacing")],
)  # fmt: skip
def test_a_print_with_other_measures_is_found(
    measure: str, value: float, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = {**RULES.measures, measure: replace(RULES.measures[measure], value=value)}
    from tthc_desktop.documents.writing.pdf import layout  # noqa: PLC0415 - the module, whose rules are exchanged

    monkeypatch.setattr(layout, "rules", lambda: replace(RULES, measures=others))
    pages = measured(render(random_paper(3)), "in.pdf")
    assert outcome(pages, rule).verdict is Verdict.BROKEN


def test_a_paper_of_another_program_is_measured_without_a_fall() -> None:
    empty = (MeasuredPage(1, 595, 842),)
    assert {one.verdict for one in check(empty, RULES)} <= {Verdict.ABSENT, Verdict.KEPT}


def test_a_bare_appendix_file_is_measured() -> None:
    pages = good()
    at = main_page(pages, "Phụ lục")
    alone = tuple(replace(page, number=place) for place, page in enumerate(pages[at : at + 1], 1))
    verdicts = {one.rule: one.verdict for one in check(alone, RULES)}
    assert verdicts["letters.appendix_label"] is Verdict.KEPT
    assert verdicts["place.country"] is Verdict.ABSENT
    assert Verdict.BROKEN not in verdicts.values()


def test_rules_are_told_with_their_clause() -> None:
    by_key = {one.rule: one for one in check(good(), RULES)}
    assert by_key["margin.left"].clause == RULES.measures["margin_left"].clause
    assert by_key["letters.motto"].asked == "cỡ 13 đến 14, đứng, đậm"


def test_a_title_of_markup_changes_nothing() -> None:
    assert broken(make_plan(item(Mark.ROMAN, "VIỆC", heading=True), title=plain("Về <b>việc</b> & khác"))) == []
