"""The measures of Decree 30/2020, read back from the finished pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple

import pdfplumber
import pytest

from tests.documents.writing.pdf.building import (
    HEADER,
    fresh,
    item,
    make_plan,
    sentence,
    task_table,
)
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.text import plain

MM = 72 / 25.4
RULES = rules()


class Line(NamedTuple):
    """A line read from a page, measured in points from its upper left corner."""

    text: str
    size: float
    font: str
    left: float
    right: float
    base: float


class Page(NamedTuple):
    """A page with its lines from top to bottom and its rules as (left, right, y)."""

    width: float
    height: float
    lines: list[Line]
    rules: list[tuple[float, float, float]]

    def find(self, start: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(start))


def read(data: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    with pdfplumber.open(BytesIO(data)) as file:
        return [_page(page) for page in file.pages]


def _page(page: Any) -> Page:  # noqa: ANN401
    level = [(line["x0"], line["x1"], line["top"]) for line in page.lines if abs(line["top"] - line["bottom"]) < 0.1]
    return Page(float(page.width), float(page.height), list(_lines(page)), level)


def _lines(page: Any) -> Iterator[Line]:  # noqa: ANN401
    """Yield runs of letters of one look on one baseline; a gap of three ems parts two of them."""
    held: list[Any] = []
    for char in page.chars:
        last = held[-1] if held else None
        if last is not None and not _follows(last, char):
            yield _line(page, held)
            held = []
        held.append(char)
    if held:
        yield _line(page, held)


def _follows(last: Any, char: Any) -> bool:  # noqa: ANN401
    level = abs(char["matrix"][5] - last["matrix"][5]) < 0.1
    near = abs(char["x0"] - last["x1"]) < 3 * char["size"]
    return bool(level and near and char["fontname"] == last["fontname"])


def _line(page: Any, chars: list[Any]) -> Line:  # noqa: ANN401
    seen = [char for char in chars if char["text"].strip()] or chars
    text = "".join(char["text"] for char in chars).replace("\u00a0", " ").strip()
    font = chars[0]["fontname"].partition("+")[2].removeprefix("LiberationSerif").strip("-") or "Regular"
    base = page.height - chars[0]["matrix"][5]
    return Line(text, round(chars[0]["size"], 2), font, seen[0]["x0"], seen[-1]["x1"], base)


@pytest.fixture(scope="module")
def plan() -> Plan:
    random = Random(3)
    items = [item(Mark.ARABIC, sentence(random, 60)) for _ in range(14)]
    table, tasks = task_table(random, 30)
    appendices = (
        Appendix(fresh(), plain("Danh mục"), plain("(Kèm theo Kế hoạch số /KH-SKHCN)"), True, (table,)),
        Appendix(fresh(), plain("Chỉ tiêu"), plain("(Kèm theo Kế hoạch số /KH-SKHCN)"), False, (items[0],)),
    )
    body = item(Mark.ROMAN, "NỘI DUNG", *items, heading=True)
    return make_plan(body, appendices=appendices, tasks=tasks)


@pytest.fixture(scope="module")
def pages(plan: Plan) -> list[Page]:
    return read(render(plan))


def test_paper_is_a4_and_words_keep_inside_the_margins(pages: list[Page]) -> None:
    for page in pages:
        assert sorted((round(page.width / MM), round(page.height / MM))) == [210, 297]
        for line in page.lines:
            if not line.text.isdecimal():
                assert line.left >= 30 * MM - 0.1
                assert line.right <= page.width - 15 * MM + 0.1
                assert line.base - 0.6 * line.size > 20 * MM
            assert line.base + 0.2 * line.size < page.height - 20 * MM + 0.1


@pytest.mark.parametrize(
    ("start", "size", "font"),
    [
        ("UBND TỈNH LAI CHÂU", 12, "Regular"),
        ("SỞ KHOA HỌC", 12, "Bold"),
        ("CỘNG HÒA", 12, "Bold"),
        ("Độc lập - Tự do", 13, "Bold"),
        ("Số: 07/KH-SKHCN", 13, "Regular"),
        ("Lai Châu, ngày 05 tháng 3 năm 2025", 13, "Italic"),
        ("KẾ HOẠCH", 14, "Bold"),
        ("Kiểm soát thủ tục", 14, "Bold"),
        ("Căn cứ", 14, "Italic"),
        ("Sở Khoa học và Công nghệ ban", 14, "Regular"),
        ("I. NỘI DUNG", 14, "Bold"),
        ("1.", 14, "Regular"),
    ],
)
def test_letters_of_the_first_page(pages: list[Page], start: str, size: float, font: str) -> None:
    line = pages[0].find(start)
    assert (line.size, line.font) == (size, font)


def test_head_stands_in_two_columns_on_common_lines(pages: list[Page]) -> None:
    page = pages[0]
    agency, nation = page.find("SỞ KHOA"), page.find("CỘNG HÒA")
    assert agency.right < nation.left
    assert page.find("UBND").base == pytest.approx(nation.base)
    assert page.find("Số:").base == pytest.approx(page.find("Lai Châu").base)
    for upper, lower in (("SỞ KHOA", "Số:"), ("CỘNG HÒA", "Độc lập"), ("CỘNG HÒA", "Lai Châu")):
        assert _middle(page.find(upper)) == pytest.approx(_middle(page.find(lower)), abs=0.5)


def test_rules_of_the_head(pages: list[Page]) -> None:
    page = pages[0]
    motto = page.find("Độc lập")
    assert _share(page, motto) == pytest.approx(1.0, abs=0.01)
    for start in ("SỞ KHOA", "Kiểm soát"):
        assert 1 / 3 <= _share(page, page.find(start)) <= 1 / 2


def test_paragraphs_are_justified_indented_and_apart(pages: list[Page]) -> None:
    page = pages[1]
    starts = [line for line in page.lines if re.match(r"\d+\. ", line.text)]
    inner = [line for line in page.lines if line.left < 30 * MM + 1]
    assert {round((line.left - 30 * MM) / MM, 1) for line in starts} == {12.7}
    assert sum(abs(line.right - (page.width - 15 * MM)) < 0.6 for line in inner) > 10
    by_base = sorted(page.lines[1:], key=lambda line: line.base)
    steps = {round(b.base - a.base, 1): b for a, b in pairwise(by_base)}
    line_step, paragraph_step = min(steps), max(steps)
    assert 14 * 1.15 <= line_step <= 14 * 1.15 * 1.5
    assert paragraph_step - line_step >= 5.9


def test_page_numbers_stand_in_the_top_margin_from_the_second_page_of_each_part(pages: list[Page]) -> None:
    numbers = [[line for line in page.lines if line.base < 20 * MM] for page in pages]
    texts = [[line.text for line in found] for found in numbers]
    assert texts[:2] == [[], ["2"]]
    starts = [at for at, found in enumerate(texts) if not found]
    assert len(starts) == 3
    assert texts[starts[1] : starts[2]] == [[], *[[str(at)] for at in range(2, starts[2] - starts[1] + 1)]]
    for page, found in zip(pages, numbers, strict=True):
        for line in found:
            assert (line.size, line.font) == (14, "Regular")
            assert _middle(line) == pytest.approx((30 * MM + page.width - 15 * MM) / 2, abs=0.5)


def test_foot_leaves_room_for_signature_and_seal(pages: list[Page]) -> None:
    page = next(page for page in pages if any(line.text == "Lò Văn Mẫu" for line in page.lines))
    label, first, last = page.find("Nơi nhận:"), page.find("KT. GIÁM ĐỐC"), page.find("PHÓ GIÁM ĐỐC")
    name = page.find("Lò Văn Mẫu")
    assert (label.size, label.font) == (12, "BoldItalic")
    assert label.left == pytest.approx(30 * MM, abs=0.5)
    assert abs(label.base - first.base) < 4
    assert {(line.size, line.font) for line in (first, last, name)} == {(14, "Bold")}
    assert [page.find(start).text for start in ("- UBND", "- Lưu")] == ["- UBND tỉnh (b/c);", "- Lưu: VT, VP."]
    assert {page.find(start).size for start in ("- UBND", "- Lưu")} == {11}
    assert (name.base - 0.9 * 14) - (last.base + 0.22 * 14) >= RULES.length("signature_height")
    assert page.width - 15 * MM - (30 * MM + RULES.length("foot_left_width")) >= RULES.length("signature_width")
    assert _middle(name) == pytest.approx(_middle(first), abs=0.5)
    free = [line for line in page.lines if last.base + 1 < line.base < name.base - 1 and line.right > 110 * MM]
    assert free == []


def test_appendices_begin_with_label_title_and_rule(plan: Plan, pages: list[Page]) -> None:
    firsts = [page for page in pages if any(line.text.startswith("Phụ lục ") for line in page.lines)]
    assert [page.width > page.height for page in firsts] == [True, False]
    for page, label, title in zip(firsts, ("Phụ lục I", "Phụ lục II"), ("DANH MỤC", "CHỈ TIÊU"), strict=True):
        first, second, third = page.lines[:3]
        assert (first.text, first.size, first.font) == (label, 14, "Bold")
        assert (second.text, second.size, second.font) == (title, 14, "Bold")
        assert (third.size, third.font) == (14, "Italic")
        assert third.text.startswith("(Kèm theo Kế hoạch số      ")
        width, top, height = (RULES.length(f"stamp_line_{name}") for name in ("width", "top", "height"))
        edge = page.width - 15 * MM - width
        corner = [line for line in page.lines if line.right > edge and line.base - line.size < top + height]
        assert corner == []
    assert len(firsts) == len(plan.appendices)


def test_fonts_are_embedded_and_nothing_else_is_named(plan: Plan) -> None:
    data = render(plan)
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") == 4


@pytest.mark.parametrize(
    "agency",
    [
        "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ - Đo lường chất lượng sản phẩm",
        "Ban Quản lý Khu công nghệ cao",
        "X" * 150,
    ],
)
def test_long_agencies_never_touch_the_nation(plan: Plan, agency: str) -> None:
    place = "Thị trấn Tên Rất Dài Của Một Huyện Miền Núi"
    header = replace(HEADER, agency=agency, parent_agency=agency, place=place, symbol="KH-TTUDTBKHCNĐLCLSP")
    page = read(render(replace(plan, header=header)))[0]
    right = min(page.find(start).left for start in ("CỘNG", "Độc"))
    title = page.find("KẾ HOẠCH")
    left = [line for line in page.lines if line.base < title.base and line.left < 60 * MM]
    assert max(line.right for line in left) < right
    assert page.find("Số:").right < page.find("Thị trấn").left


def test_rules_name_their_clause_and_keep_its_range() -> None:
    for measure in RULES.measures.values():
        assert measure.least is None or measure.least <= measure.value
        assert measure.most is None or measure.value <= measure.most
        assert measure.clause.startswith("Phụ lục I, Phần I, Mục ") or measure.note
    for letters in RULES.letters.values():
        assert letters.least <= letters.size <= letters.most
        assert letters.clause.startswith("Phụ lục I, Phần I, Mục ")


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _share(page: Page, line: Line) -> float:
    """Return how long the rule below a line is, compared with the line; it is centred below it."""
    below = [rule for rule in page.rules if 0 < rule[2] - line.base < 12 and line.left - 1 < rule[0] < line.right]
    left, right, _ = below[0]
    assert (left + right) / 2 == pytest.approx(_middle(line), abs=0.6)
    return (right - left) / (line.right - line.left)
