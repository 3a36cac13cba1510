"""Each rule is seen to be broken where a print is spoilt: one thing of a good paper is other than it should be."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from tests.documents.measuring.good_paper import RULES, good, outcome
from tests.random_papers import random_paper
from tthc_desktop.documents.measuring import read_print
from tthc_desktop.documents.writing.pdf import layout, render
from tthc_desktop.documents.writing.pdf.table.flow import TableFlow
from tthc_desktop.models.measuring import CHECKS, Verdict
from tthc_desktop.models.measuring.values import Line, MeasuredPage, Ruled

MM = 72 / 25.4
Pages = tuple[MeasuredPage, ...]
Spoil = Callable[[Pages], Pages]


def made(words: str, left: float, right: float, base: float, size: float, bold: float = 0.0) -> Line:
    return Line(words, left, right, base, size, bold, 0.0, "LiberationSerif")


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


def every(change: Callable[[Line], Line], page: int | None = None) -> Spoil:
    def spoil(pages: Pages) -> Pages:
        return tuple(
            replace(one, lines=tuple(map(change, one.lines))) if page in {None, at} else one
            for at, one in enumerate(pages, 1)
        )

    return spoil


def moved(x: float = 0.0, y: float = 0.0) -> Callable[[Line], Line]:
    return lambda one: one._replace(left=one.left + x, right=one.right + x, base=one.base + y)


def bar(start: str, share: float | None) -> Spoil:
    """Let the rule below a line of page 1 be so long, or be gone."""

    def spoil(pages: Pages) -> Pages:
        above = [one for one in pages[0].lines if one.words.startswith(start)][-1]
        bars = []
        for found in pages[0].level:
            if 0 < found.at - above.base < 16 and found.start < above.right and found.end > above.left:
                if share is None:
                    continue
                half = share * (above.right - above.left) / 2
                bars.append(Ruled(found.at, above.middle - half, above.middle + half))
            else:
                bars.append(found)
        return (replace(pages[0], level=tuple(bars)), *pages[1:])

    return spoil


def agency(pages: Pages) -> list[str]:
    """Return the lines of the agencies."""
    number = next(one for one in pages[0].lines if one.words.startswith("Số:"))
    return [one.words for one in pages[0].lines if one.base < number.base - 2 and one.right < 300]


def last_title(pages: Pages) -> str:
    rule = max(one.at for one in pages[0].level)
    return max((one for one in pages[0].lines if one.base < rule), key=lambda one: one.base).words


def title_rule(share: float | None) -> Spoil:
    return lambda pages: bar(last_title(pages), share)(pages)


def with_number_on_first(pages: Pages) -> Pages:
    number = made("1", 300, 306, 40, 14)
    return (replace(pages[0], lines=(number, *pages[0].lines)), *pages[1:])


def without_numbers(pages: Pages) -> Pages:
    return tuple(
        replace(page, lines=tuple(one for one in page.lines if not one.words.isdecimal() or one.base > 80))
        for page in pages
    )


def number_changed(**changes: Any) -> Spoil:  # noqa: ANN401 - the fields of a line
    def spoil(pages: Pages) -> Pages:
        found = next(one for one in pages[1].lines if one.words == "2")
        lines = tuple(one._replace(**changes) if one is found else one for one in pages[1].lines)
        return (pages[0], replace(pages[1], lines=lines), *pages[2:])

    return spoil


def main_page(pages: Pages, words: str) -> int:
    return next(at for at, page in enumerate(pages) if any(one.words.startswith(words) for one in page.lines))


def heading_at_the_foot(pages: Pages) -> Pages:
    lowest = max(pages[0].lines, key=lambda one: one.base)
    heading = made("II. NHIỆM VỤ", 121, 221, lowest.base + 16, 14, bold=1.0)
    return (replace(pages[0], lines=(*pages[0].lines, heading)), *pages[1:])


def _continued(pages: Pages) -> int:
    """Return the place of a page whose table goes on, with the same heading, on the next one."""
    for at, (page, following) in enumerate(pairwise(pages)):
        if (
            page.upright
            and following.upright
            and following.lines[0].words.isdecimal()
            and page.width == following.width
        ):
            return at
    raise AssertionError("no table over two pages")


def heading_not_repeated(pages: Pages) -> Pages:
    at = _continued(pages) + 1
    top = min(post.start for post in pages[at].upright)
    end = min(rule.at for rule in pages[at].level if rule.at > top + 3)
    lines = tuple(one for one in pages[at].lines if not top < one.base < end)
    return (*pages[:at], replace(pages[at], lines=lines), *pages[at + 1 :])


def group_at_the_foot(pages: Pages) -> Pages:
    """Let the last row before a page ends be bold, as only group rows are."""
    at = _continued(pages)
    page = pages[at]
    end = max(post.end for post in page.upright)
    start = max(rule.at for rule in page.level if rule.at < end - 3)
    lines = tuple(one._replace(bold=1.0) if one.base > start else one for one in page.lines)
    return (*pages[:at], replace(page, lines=lines), *pages[at + 1 :])


def in_the_corner(pages: Pages) -> Pages:
    at = main_page(pages, "Phụ lục")
    page = pages[at]
    words = made("Mật", page.width - 80, page.width - 50, RULES.length("stamp_line_top") + 8, 10)
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


SPOILT: dict[str, Spoil] = {
    "paper_size": lambda pages: tuple(replace(page, width=612, height=792) for page in pages),
    "margin_left": every(moved(-20)),
    "margin_right": every(moved(10)),
    "inside_margins": every(moved(0, -40), 2),
    "first_line_indent": lambda pages: tuple(
        replace(
            page,
            lines=tuple(one._replace(left=one.left + 20) if 115 < one.left < 125 else one for one in page.lines),
        )
        for page in pages
    ),
    "paragraph_gap": paragraphs_close,
    "line_spacing": lambda pages: tuple(
        replace(page, lines=tuple(one._replace(base=one.base * 1.6) for one in page.lines)) for page in pages
    ),
    "heading_at_foot": heading_at_the_foot,
    "motto_rule": bar("Độc lập", 0.5),
    "agency_rule": lambda pages: bar(agency(pages)[-1], 0.9)(pages),
    "title_place": lambda pages: shifted(pages, "KẾ HOẠCH", 50),
    "title_rule": title_rule(None),
    "appendix_place": lambda pages: shifted(pages, "Phụ lục I", 20),
    "country": lambda pages: line(pages, "CỘNG HÒA", size=14.0),
    "motto": lambda pages: line(pages, "Độc lập", bold=0.0),
    "parent_agency": lambda pages: line(pages, agency(pages)[0], words="Ủy ban"),
    "agency": lambda pages: line(pages, agency(pages)[-1], size=11.0),
    "number": lambda pages: line(pages, "Số:", italic=1.0),
    "date": lambda pages: line(pages, "Lai Châu", italic=0.0),
    "kind": lambda pages: line(pages, "KẾ HOẠCH", size=16.0),
    "title": lambda pages: line(pages, last_title(pages), size=12.0),
    "body": lambda pages: line(pages, "Căn cứ", size=12.0),
    "basis": every(lambda one: one._replace(italic=0.0) if one.words.startswith("Căn cứ") else one),
    "heading": every(lambda one: one._replace(bold=0.0) if one.words.startswith("I. ") else one),
    "ink": lambda pages: line(pages, "KẾ HOẠCH", is_black=False),
    "justified": every(lambda one: one._replace(right=one.right - 12) if one.right > 545 and one.left < 90 else one),
    "margin_top": every(moved(0, 30)),
    "margin_bottom": every(moved(0, 40)),
    "orientation": lambda pages: (replace(pages[0], width=842, height=595), *pages[1:]),
    "head_places": lambda pages: shifted(pages, "Số:", 40),
    "capacity": every(
        lambda one: one._replace(size=12.0) if one.words.endswith(("GIÁM ĐỐC", "CHỦ TỊCH", "PHÒNG")) else one
    ),
    "signer": every(lambda one: one._replace(size=12.0) if one.words.endswith("Mẫu") else one),
    "recipients_label": lambda pages: line(pages, "Nơi nhận", italic=0.0),
    "recipient": lambda pages: line(pages, "- Lưu", size=13.0),
    "appendix_label": lambda pages: line(pages, "Phụ lục I", size=13.0),
    "appendix_title": every(
        lambda one: one._replace(words=one.words.lower()) if one.bold and one.words.isupper() else one
    ),
    "appendix_attached": lambda pages: line(pages, "(Kèm theo", italic=0.0),
    "page_number": number_changed(size=11.0),
    "page_number_first": with_number_on_first,
    "page_number_place": number_changed(left=500.0, right=506.0),
    "page_number_count": without_numbers,
    "recipients_place": lambda pages: shifted(pages, "Nơi nhận", 40),
    "recipient_lines": lambda pages: line(pages, "- Lưu", words="Lưu: VT, VP"),
    "signature_axis": signer_aside,
    "signature_room": signature_squeezed,
    "stamp_room": in_the_corner,
    "table_heading": heading_not_repeated,
    "group_row": group_at_the_foot,
}


def spoilt(rule: str, change: Spoil) -> Verdict:
    paper = good()
    return outcome(replace(paper, pages=change(tuple(paper.pages))), rule).verdict


def test_every_rule_can_be_spoilt() -> None:
    elsewhere = {"font", "subject", "stamp_line"}
    assert {one.rule for one in CHECKS} - elsewhere == SPOILT.keys()


@pytest.mark.parametrize("rule", SPOILT)
def test_a_spoilt_print_is_found(rule: str) -> None:
    assert spoilt(rule, SPOILT[rule]) is Verdict.BROKEN


def test_another_font_is_found_and_named() -> None:
    lines = tuple(one._replace(font="Arial") for one in good().pages[0].lines)
    pages = (replace(good().pages[0], lines=lines), *good().pages[1:])
    found = outcome(replace(good(), pages=pages, fonts=(("LiberationSerif", 900), ("Arial", 800))), "font")
    assert [fault.found for fault in found.faults] == ["phông Arial"]


def test_a_stamp_line_of_other_letters_is_found() -> None:
    at = next(at for at, page in enumerate(good().pages) if page.lines[0].words.startswith("Phụ lục"))
    for size, verdict in ((10.0, Verdict.KEPT), (12.0, Verdict.BROKEN)):
        page = good().pages[at]
        right = page.width - 43
        stamp = made("Số: 15/KH-STP; 14/02/2025; 09:25:08; +07:00", right - 200, right, 40, size)
        pages = (*good().pages[:at], replace(page, lines=(stamp, *page.lines)), *good().pages[at + 1 :])
        assert outcome(replace(good(), pages=pages), "stamp_line").verdict is verdict


def test_a_wrong_number_is_told_with_the_right_one() -> None:
    (fault,) = outcome(
        replace(good(), pages=number_changed(words="7")(tuple(good().pages))), "page_number_count"
    ).faults
    assert (fault.page, fault.found) == (1, "số trang 7, đúng ra là 2")


# Prints really drawn with other measures, other letters, or without what a page has to repeat.


def drawn(seed: int, rule: str) -> Verdict:
    return outcome(read_print(render(random_paper(seed)), "in.pdf"), rule).verdict


@pytest.mark.parametrize(
    ("measure", "value", "rule"),
    [
        ("margin_left", 20.0, "margin_left"),
        ("margin_right", 28.0, "margin_right"),
        ("margin_top", 35.0, "margin_top"),
        ("margin_bottom", 10.0, "inside_margins"),
        ("first_line_indent", 20.0, "first_line_indent"),
        ("paragraph_gap", 0.0, "paragraph_gap"),
        ("short_rule", 0.9, "title_rule"),
        ("short_rule", 0.9, "agency_rule"),
        ("signature_height", 15.0, "signature_room"),
        ("line_spacing", 2.0, "line_spacing"),
    ],
)
def test_a_print_with_other_measures_is_found(
    measure: str, value: float, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = replace(RULES, measures={**RULES.measures, measure: replace(RULES.measures[measure], value=value)})
    _print_by(monkeypatch, others)
    assert drawn(3, rule) is Verdict.BROKEN


@pytest.mark.parametrize(
    ("part", "changes", "rule"),
    [
        ("country", {"size": 14.0}, "country"),
        ("motto", {"bold": False}, "motto"),
        ("agency", {"bold": False}, "agency"),
        ("date", {"italic": False}, "date"),
        ("kind", {"size": 16.0}, "kind"),
        ("body", {"size": 12.0}, "body"),
        ("recipients_label", {"italic": False}, "recipients_label"),
        ("recipient", {"size": 13.0}, "recipient"),
        ("signer", {"bold": False}, "signer"),
        ("page_number", {"size": 11.0}, "page_number"),
    ],
)
def test_a_print_with_other_letters_is_found(
    part: str, changes: dict[str, Any], rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = replace(RULES, letters={**RULES.letters, part: replace(RULES.letters[part], **changes)})
    _print_by(monkeypatch, others)
    assert drawn(3, rule) is Verdict.BROKEN


def test_a_print_without_repeated_headings_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    plain_draw = TableFlow.draw

    def draw(self: TableFlow, pen: Any, y: float, first: int, last: int) -> None:  # noqa: ANN401 - any pen
        kept = self._heading
        if first:
            monkeypatch.setattr(self, "_heading", _Nothing(kept.height))
        plain_draw(self, pen, y, first, last)
        self._heading = kept

    seed = next(seed for seed in range(50) if drawn(seed, "table_heading") is Verdict.KEPT)
    monkeypatch.setattr(TableFlow, "draw", draw)
    assert drawn(seed, "table_heading") is Verdict.BROKEN


class _Nothing:
    """A heading that is not drawn."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, *_: object) -> None:
        """Draw nothing."""

    def rules(self, _y: float) -> list[Any]:
        return []


def _print_by(monkeypatch: pytest.MonkeyPatch, others: Any) -> None:  # noqa: ANN401 - rules of another decree
    for name in ("rules", "rules_of"):
        if hasattr(layout, name):
            monkeypatch.setattr(layout, name, lambda *_: others)
