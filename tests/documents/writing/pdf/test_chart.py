"""The chart below a table on paper."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from tests.documents.writing.pdf.building import column, fresh, item, make_plan, plain_row
from tests.documents.writing.pdf.reading import page_texts
from tthc_desktop.documents.writing.pdf import draw, lay_out, owner_at, render
from tthc_desktop.documents.writing.pdf.blocks import Align
from tthc_desktop.documents.writing.pdf.table.grid import grid
from tthc_desktop.models.editing.tables import set_cell
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.text import plain

COLUMNS = (
    column(Role.NUMBER, "STT"),
    column(Role.FREE, "Đơn vị"),
    column(Role.FREE, "Hoàn thành đúng hạn", "Kết quả"),
    column(Role.FREE, "Quá hạn", "Kết quả"),
)
TITLE = "Biểu đồ: kết quả, theo đơn vị"


def table(count: int, chart: str = "bars") -> Table:
    rows = (plain_row(COLUMNS, ["", f"Phòng số {place}", str(place % 7), "2"]) for place in range(count))
    return Table(fresh(), COLUMNS, tuple(rows), chart=chart)


def report(*tables: Table) -> Plan:
    return make_plan(item(Mark.NONE, "Kết quả:"), *tables, kind="BÁO CÁO")


def test_the_chart_stands_below_its_table_with_its_title_and_the_end_sign_behind() -> None:
    (text,) = page_texts(render(report(table(4))))
    lines = [line.strip() for line in text.splitlines()]
    assert lines[lines.index(TITLE) + 1] == "./."
    assert text.count("Hoàn thành đúng hạn") == 2, "in the table's head and above the chart"
    assert text.count("Phòng số 2") == 2


def test_a_table_without_a_chart_prints_as_before() -> None:
    plain_one = table(4, "")
    assert TITLE not in page_texts(render(report(plain_one)))[0]


def test_a_chart_that_does_not_fit_goes_whole_to_the_next_page() -> None:
    texts = page_texts(render(report(table(22))))
    assert TITLE not in texts[0]
    assert texts[1].count("Phòng số") == 22
    assert TITLE in texts[1]


def test_sixty_units_take_two_pages_of_chart() -> None:
    texts = page_texts(render(report(table(60))))
    assert sum(text.count("Phòng số") for text in texts) == 120
    assert [text.count("Phòng số") for text in texts[-2:]] == [30, 0]
    assert [TITLE in text for text in texts] == [*[False] * (len(texts) - 2), True, False]


def test_bars_have_their_colours_and_all_fonts_are_ours() -> None:
    data = render(report(table(4)))
    assert b"Helvetica" not in data
    with pdfplumber.open(BytesIO(data)) as file:
        colours = {rect["non_stroking_color"] for rect in file.pages[0].rects if rect["fill"]}
    assert (0.118, 0.42, 0.231) in colours or (0.118, 0.42, 0.227) in colours


def test_an_edit_elsewhere_draws_no_chart_again() -> None:
    plan = report(table(4))
    before = lay_out(plan)
    after = lay_out(replace(plan, title=plain("Tên khác")), before)
    assert next(iter(after.kept.charts.values())) is next(iter(before.kept.charts.values()))


def test_a_figure_that_is_typed_moves_its_bar() -> None:
    shown = table(4)
    plan = report(shown)
    before = lay_out(plan)
    edited = set_cell(plan, shown.id, shown.rows[0].id, COLUMNS[2].id, plain("55"))
    after = lay_out(edited, before)
    assert draw(after, range(len(after.pages))) == render(edited)
    assert "57" in page_texts(render(edited))[0]


def test_who_points_at_the_chart_means_the_table() -> None:
    shown = table(4)
    layout = lay_out(report(shown))
    with pdfplumber.open(BytesIO(render(report(shown)))) as file:
        top = file.pages[0].search(TITLE)[0]["top"]
    assert owner_at(layout, 0, 200, top - 30) == shown.id


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_a_table_without_rows_says_that_there_is_nothing_to_draw(kind: str) -> None:
    assert "Chưa có số liệu để vẽ biểu đồ." in page_texts(render(report(table(0, kind))))[0]


def test_lone_figures_stand_in_the_middle_of_their_column() -> None:
    shown = table(4)
    (cells, *_) = grid(report(shown), shown).rows
    assert [cell.align for cell in cells] == [Align.CENTRE, Align.LEFT, Align.CENTRE, Align.CENTRE]
