"""What no clerk means to write: printed whole within the margins, or one sentence that tells the place."""

from dataclasses import replace
from io import BytesIO
from random import Random

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.documents.writing.pdf.building import (
    HEADER,
    TASK_COLUMNS,
    column,
    fresh,
    item,
    make_plan,
    plain_row,
    sentence,
    with_table,
)
from tthc_desktop.documents.writing.pdf import lay_out, render
from tthc_desktop.documents.writing.pdf.blocks import Align, Style, draw_line
from tthc_desktop.documents.writing.pdf.lines import lines, plain_words
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan, Recipient, Signatory
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.text import plain

LONG = "nghiêng" * 715
SIDE, BLANK = 15 / 25.4 * 72, 4.0
"""The least side margin; and the blank that ends most lines, which may stand in it, both in points."""


def of_columns(count: int, words: str, rows: int = 3) -> Table:
    columns = tuple(column(Role.FREE, f"Chỉ tiêu {place}") for place in range(count))
    return Table(fresh(), columns, tuple(plain_row(columns, [words] * count) for _ in range(rows)))


def letters(data: bytes) -> str:
    """Return all letters of a file, of which none stands outside the paper's side margins."""
    found = ""
    for page in pypdfium2.PdfDocument(data):
        words = page.get_textpage()
        width = page.get_width()
        for place in range(words.count_rects()):
            left, _, right, _ = words.get_rect(place)
            assert SIDE <= left <= right <= width - SIDE + BLANK
        found += "".join(words.get_text_range().split())
    return found


def in_cell(words: str) -> Plan:
    return with_table(Table(fresh(), TASK_COLUMNS, (plain_row(TASK_COLUMNS, ["", words, "Văn phòng"]),)))


@pytest.mark.parametrize(
    "plan",
    [
        make_plan(item(Mark.ARABIC, f"Rà soát {LONG} rồi công bố.")),
        in_cell(f"Rà soát {LONG} rồi công bố."),
        make_plan(item(Mark.NONE, "x"), recipients=(Recipient(fresh(), LONG),)),
        make_plan(item(Mark.NONE, "x"), addressees=(LONG,)),
    ],
    ids=["text", "cell", "recipient", "addressee"],
)
def test_a_word_of_five_thousand_letters_is_cut_into_lines(plan: Plan) -> None:
    found = letters(render(plan))
    assert found.count("nghi") >= 650
    assert len(found) >= len(LONG)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"title": plain(LONG)}, "Phần đầu văn bản"),
        ({"header": replace(HEADER, agency=LONG)}, "Phần đầu văn bản"),
        ({"header": replace(HEADER, symbol=LONG)}, "Phần đầu văn bản"),
        ({"signatory": Signatory((LONG,), "Lò Văn Mẫu")}, "Phần chữ ký"),
        ({"appendices": (Appendix(fresh(), nodes=(Table(fresh(), (column(Role.FREE, LONG),)),)),)}, "Bảng trong"),
    ],
)
def test_a_word_higher_than_a_page_where_no_page_parts_is_told(changes: dict[str, object], place: str) -> None:
    plan = replace(make_plan(item(Mark.NONE, "x")), **changes)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=f"{place}.* cao hơn một trang") as caught:
        render(plan)
    assert caught.value.advice


@pytest.mark.parametrize("words", ["1.234,5", "Sở Khoa học và Công nghệ"])
def test_forty_columns_stay_within_the_page(words: str) -> None:
    found = letters(render(with_table(of_columns(40, words))))
    assert found.count("Chỉtiêu") + found.count("Chỉ") >= 40
    assert found.count("".join(words.split())) >= 120


def test_more_columns_than_a_page_holds_are_told() -> None:
    with pytest.raises(UserError, match="Bảng trong Phụ lục có 120 cột"):
        render(with_table(of_columns(120, "5")))


@pytest.mark.parametrize("table", [of_columns(5, "", 0), of_columns(5, "", 3), Table("t")])
def test_an_empty_table_prints_its_heading(table: Table) -> None:
    found = letters(render(with_table(table)))
    assert found.count("Chỉtiêu") == len(table.columns)


def test_a_cell_of_twenty_thousand_words_goes_over_pages() -> None:
    words = sentence(Random(5), 20_000)
    data = render(in_cell(words))
    assert len(PdfReader(BytesIO(data)).pages) > 20
    found = letters(data)
    assert found.count("quyđịnh") + found.count("định") >= words.count("định")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("xong 👍🏽", r"ký tự “👍” \(U\+1F44D\) không có trong phông chữ"),
        ("中文", r"ký tự “中” \(U\+4E2D\) không có trong phông chữ"),
        ("a שלום b", r"ký tự “ש” \(U\+05E9\) viết từ phải sang trái"),
        ("a سلام b", r"ký tự “س” \(U\+0633\) viết từ phải sang trái"),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_place(words: str, told: str) -> None:
    with pytest.raises(UserError, match=f"Phần nội dung, đoạn thứ 2: {told}"):
        render(make_plan(item(Mark.NONE, "x"), item(Mark.NONE, words)))


def test_marks_of_direction_and_of_pictures_leave_no_trace() -> None:
    assert "Đạt☑rồi" in letters(render(make_plan(item(Mark.NONE, "Đạt ☑\ufe0f \u202arồi\u202c"))))


def test_two_thousand_appendices_have_a_page_each() -> None:
    nodes = (item(Mark.NONE, "Nội dung"),)
    appendices = tuple(Appendix(fresh(), plain(f"Danh mục {place}"), nodes=nodes) for place in range(2000))
    layout = lay_out(make_plan(item(Mark.NONE, "x"), appendices=appendices))
    assert len(layout.pages) == 2001
    assert layout.places[appendices[-1].id][0] == 2000


class _Drawn:
    """A pen that keeps how far blanks are stretched."""

    stretch = 0.0

    def words(self, *given: float) -> None:
        self.stretch = given[4] if len(given) > 4 else 0.0


@pytest.mark.parametrize(("width", "stretched"), [(8.5, True), (60.0, False)])
def test_few_words_above_a_cut_one_are_not_torn_apart(width: float, stretched: bool) -> None:
    first = lines(plain_words("Rà soát các việc"), 100)[0]._replace(ends=False)
    pen = _Drawn()
    draw_line(pen, first, Style(1.0, 1.2, align=Align.JUSTIFIED), (0.0, width), 0.0)  # type: ignore[arg-type]
    assert (pen.stretch > 0) is stretched
