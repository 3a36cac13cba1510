"""Tables over pages: headings, groups, merges, tall rows, widths."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import (
    TASK_COLUMNS,
    column,
    fresh,
    group,
    make_plan,
    plain_row,
    sentence,
    task_table,
)
from tests.documents.writing.pdf.recording import Recorder, drawn_pages
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.writing.pdf.pages import pages
from tthc_desktop.documents.writing.pdf.table import Frame, SetTable, TableFlow, set_table
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, Row, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Run, plain, text

WIDTH, HEIGHT = 467.0, 300.0
THREE = (column(Role.NUMBER, "STT"), column(Role.CONTENT, "Nội dung"), column(Role.FREE, "Đơn vị"))


def flow_of(table: Table, tasks: dict[str, Task] | None = None, width: float = WIDTH) -> TableFlow:
    return TableFlow(set_of(table, tasks, width), 6.0)


def set_of(table: Table, tasks: dict[str, Task] | None = None, width: float = WIDTH) -> SetTable:
    plan: Plan = make_plan(table, tasks=tasks or {})
    return set_table(plan, table, rules(), Frame(width, HEIGHT, "Bảng thử"))


def draw(table: Table, tasks: dict[str, Task] | None = None) -> list[Recorder]:
    return drawn_pages([flow_of(table, tasks)], HEIGHT)


def table_of(columns: Sequence[Column], *rows: Row, **changes: object) -> Table:
    return replace(Table(fresh(), tuple(columns), rows), **changes)  # type: ignore[arg-type]


def rows_of(*cells: Sequence[str], continues: tuple[int, ...] = ()) -> list[Row]:
    return [plain_row(THREE, ["", *words], continues=continues if at else ()) for at, words in enumerate(cells)]


def test_heading_of_two_levels_is_repeated_on_every_page() -> None:
    table, tasks = task_table(Random(1), 40)
    found = draw(table, tasks)
    assert len(found) > 3
    heading = "STT Nội dung công việc Đơn vị thực hiện Chủ trì Phối hợp Sản phẩm Thời hạn"
    for page in found:
        assert " ".join(page.texts()).startswith(heading)
        over, lead, coordinate = (page.drawn[at] for at in (2, 3, 4))
        assert over.y < lead.y == coordinate.y
        assert lead.x < (over.x + over.right) / 2 < coordinate.right


@given(st.integers(0, 10**6), st.integers(1, 60))
@settings(max_examples=30)
def test_a_group_is_never_left_at_the_foot_of_a_page(seed: int, count: int) -> None:
    table, tasks = task_table(Random(seed), count, every=1 + seed % 4)
    for page in draw(table, tasks):
        last = page.texts()[-1]
        assert not last.startswith(("LĨNH VỰC", "Nhóm việc"))


def test_group_title_runs_over_the_other_columns() -> None:
    title = "Một đề mục nhóm dài hơn cột nội dung mà vẫn là một dòng"
    (page,) = draw(table_of(THREE, group(title), *rows_of(["x", "y"]), levels=(Mark.ROMAN, Mark.ARABIC)))
    number, shown = page.drawn[3:5]
    assert (number.words, number.bold, shown.words, shown.bold) == ("I", True, title, True)


def test_group_number_can_stand_in_the_title() -> None:
    (page,) = draw(table_of(THREE, group("Nhóm"), levels=(Mark.ROMAN,), number_in_title=True))
    assert page.texts()[3:] == ["I. Nhóm"]
    verticals = [segment for segment in page.segments if segment[0] == segment[2] and segment[3] - segment[1] > 1]
    inner = [segment for segment in verticals if 1 < segment[0] < WIDTH - 1]
    assert all(segment[1] == 0 for segment in inner), "no column edge below the heading"


def test_group_keeps_words_in_its_other_cells() -> None:
    row = replace(group("Nhóm"), cells=((THREE[2].id, plain("Sở")),))
    (page,) = draw(table_of(THREE, row))
    assert page.texts()[3:] == ["1", "Nhóm", "Sở"]


@pytest.mark.parametrize("columns", [THREE[:1], THREE[1:], (THREE[1], THREE[0])])
def test_group_without_a_number_column_in_front_prints_its_number_before_the_title(columns: tuple[Column, ...]) -> None:
    (page,) = draw(table_of(columns, group("Nhóm"), levels=(Mark.ROMAN,)))
    assert page.texts()[-1] == "I. Nhóm"


def test_merged_cell_is_drawn_once_between_its_edges() -> None:
    (page,) = draw(table_of(THREE, *rows_of(["a", "Sở"], ["b", ""], ["c", "Sở"], continues=(2,))))
    assert page.texts().count("Sở") == 1
    (label,) = (drawn for drawn in page.drawn if drawn.words == "Sở")
    (middle,) = (drawn for drawn in page.drawn if drawn.words == "b")
    assert label.y == pytest.approx(middle.y)
    level = sorted({segment for segment in page.segments if segment[1] == segment[3]}, key=lambda segment: segment[1])
    assert sum(segment[2] < WIDTH - 1 for segment in level if segment[0] == 0 and segment[1] > 20) >= 2


def test_merge_over_pages_shows_its_label_on_each() -> None:
    found = draw(
        table_of(THREE, *rows_of(*[[f"Việc {at}", "Phòng Một" if at == 0 else ""] for at in range(60)], continues=(2,)))
    )
    assert len(found) > 2
    assert all(page.texts().count("Phòng Một") == 1 for page in found)


def test_label_longer_than_its_rows_and_pages_loses_no_word() -> None:
    words = [f"từ{at}" for at in range(900)]
    cells = [["a", " ".join(words)], *[["b", ""]] * 4]
    found = draw(table_of(THREE, *rows_of(*cells, continues=(2,))))
    assert len(found) > 2
    shown = [word for page in found for line in page.texts() for word in line.split() if word.startswith("từ")]
    assert shown == words


def test_cell_that_continues_with_other_words_is_not_hidden() -> None:
    (page,) = draw(table_of(THREE, *rows_of(["a", "Sở"], ["b", "Phòng"], continues=(2,))))
    assert {"Sở", "Phòng"} <= set(page.texts())


def test_number_column_merges_and_keeps_typed_numbers() -> None:
    rows = rows_of(["a", ""], ["b", ""], ["c", ""], continues=(0,))
    rows[2] = replace(rows[2], cells=(*rows[2].cells, (THREE[0].id, plain("9a"))))
    (page,) = draw(table_of(THREE, *rows))
    assert page.texts()[3:] == ["1", "a", "b", "9a", "c"]


def test_row_taller_than_a_page_is_cut_between_lines() -> None:
    words = [f"từ{at}" for at in range(2000)]
    found = draw(table_of(THREE, *rows_of([" ".join(words), "Sở"], ["sau", "x"])))
    shown = [word for page in found for line in page.texts() for word in line.split() if word.startswith("từ")]
    assert shown == words
    for page in found:
        assert max(drawn.y for drawn in page.drawn) < HEIGHT
        assert sum(drawn.words.startswith("từ") for drawn in page.drawn) != 1


def test_cut_row_keeps_its_padding_at_both_edges() -> None:
    found = draw(table_of(THREE, *rows_of([sentence(Random(1), 2000), "Sở"])))
    for page in found:
        bottom = max(y for _, y, _, _ in page.segments)
        top = min(y for x0, y, x1, _ in page.segments if x1 - x0 > WIDTH - 1 and y > 1)
        lines = [drawn.y for drawn in page.drawn if not drawn.bold]
        assert bottom - max(lines) > 5
        assert min(lines) - top > 12
        assert bottom <= HEIGHT + 0.1


def test_ordinary_words_are_never_cut_and_columns_fill_the_width() -> None:
    table, tasks = task_table(Random(9), 30)
    found = set_of(table, tasks)
    assert found.edges[-1] == pytest.approx(WIDTH)
    for row in found.body.rows:
        for cell, lines in row.cells:
            words = "".join(piece.words for piece in cell.words).split()
            assert [word for line in lines for piece in line.pieces for word in piece.words.split()] == words


def test_given_shares_are_kept_where_words_allow() -> None:
    shares = (1.0, 6.0, 3.0)
    columns = [replace(column, width=share) for column, share in zip(THREE, shares, strict=True)]
    edges = set_of(table_of(columns, *rows_of(["a", "b"]))).edges
    widths = [right - left for left, right in pairwise(edges)]
    assert [width / WIDTH for width in widths] == pytest.approx([0.1, 0.6, 0.3], abs=0.01)
    narrow = [replace(column, width=share) for column, share in zip(THREE, (1.0, 500.0, 500.0), strict=True)]
    assert set_of(table_of(narrow, *rows_of(["a", "b"]))).edges[1] > 20


def test_letters_shrink_only_when_many_columns_need_it() -> None:
    many = [column(Role.FREE, f"Cột {at}") for at in range(30)]
    assert set_of(table_of(THREE)).look.size == 12
    assert set_of(table_of(many[:9]), width=700.0).look.size == 11
    assert 6 <= set_of(table_of(many)).look.size < 11


def test_deadlines_and_numbers_are_centred_and_contents_are_not() -> None:
    row = plain_row(TASK_COLUMNS, ["", "a", "b", "c", "d", "e"])
    (page,) = draw(table_of(TASK_COLUMNS, row))
    found = set_of(table_of(TASK_COLUMNS, row))
    edges = found.edges
    first, second, *_, last = page.drawn[-6:]
    assert (first.x + first.right) / 2 == pytest.approx((edges[0] + edges[1]) / 2)
    assert (last.x + last.right) / 2 == pytest.approx((edges[-2] + edges[-1]) / 2)
    assert second.x == pytest.approx(edges[1] + found.look.side)


def test_runs_and_line_breaks_inside_a_cell() -> None:
    words = text([Run("thường "), Run("đậm", bold=True), Run("\nhai")])
    row = replace(rows_of(["", ""])[0], cells=((THREE[1].id, words),))
    (page,) = draw(table_of(THREE, row))
    assert [(drawn.words, drawn.bold) for drawn in page.drawn[4:]] == [("thường đậm", True), ("hai", False)]


@pytest.mark.parametrize(
    ("table", "texts"),
    [
        (Table(fresh()), []),
        (Table(fresh(), THREE), ["STT", "Nội dung", "Đơn vị"]),
        (Table(fresh(), (), (group("Nhóm"),)), ["1. Nhóm"]),
        (Table(fresh(), tuple(replace(column, title=plain("")) for column in THREE), (group("Nhóm"),)), ["1", "Nhóm"]),
    ],
)
def test_tables_with_nothing_in_them(table: Table, texts: list[str]) -> None:
    (page,) = draw(table)
    assert page.texts() == texts


def test_heading_taller_than_a_page_is_told_with_its_place() -> None:
    with pytest.raises(UserError, match="Bảng thử có phần cao hơn một trang"):
        draw(table_of([column(Role.CONTENT, "x" * 9000), *THREE]))


def test_forty_columns_cut_words_and_lose_none() -> None:
    many = [column(Role.FREE, f"Cột{at}") for at in range(40)]
    found = draw(table_of(many, plain_row(many, ["Nghiệpvụ"] * 40)))
    shown = "".join(text for page in found for text in page.texts())
    assert all(f"Cột{at}" in shown for at in range(40))
    assert shown.count("Nghiệpvụ") == 40
    assert max(drawn.right for page in found for drawn in page.drawn) <= WIDTH


def test_columns_narrower_than_a_letter_are_told() -> None:
    with pytest.raises(UserError, match="Bảng thử có 80 cột, nhiều hơn"):
        draw(table_of([column(Role.FREE, f"Cột{at}") for at in range(80)]))


@given(st.integers(0, 10**6))
@settings(max_examples=25)
def test_no_words_overlap_or_leave_the_page(seed: int) -> None:
    table = wild_table(Random(seed))
    for page in draw(table):
        found = sorted((drawn for drawn in page.drawn if drawn.words), key=lambda drawn: drawn.y)
        assert all(drawn.y <= HEIGHT and drawn.x >= 0 and drawn.right <= WIDTH + 0.5 for drawn in found)
        for at, upper in enumerate(found):
            for lower in takewhile(lambda lower, upper=upper: lower.y - upper.y < 5.5, found[at + 1 :]):  # type: ignore[misc]
                assert min(upper.right, lower.right) - max(upper.x, lower.x) < 0.5


def wild_table(random: Random) -> Table:
    """Return a table of groups, merges that overlap, empty cells and a few very tall ones."""
    roles = [Role.NUMBER, *(random.choice(list(Role)) for _ in range(random.randint(0, 6)))]
    overs = ("", "Nhóm A", "Nhóm B")
    columns = [column(role, sentence(random, random.randint(1, 5)), random.choice(overs)) for role in roles]
    rows: list[Row] = []
    for _ in range(random.randint(0, 30)):
        length = random.choice((3, 3, 10, 60, 300 if random.random() < 0.1 else 5))
        words = ["" if random.random() < 0.4 else sentence(random, random.randint(1, length)) for _ in columns]
        merged = [at for at in range(len(columns)) if random.random() < 0.4]
        level = random.randint(0, 2)
        title = sentence(random, random.randint(1, 30))
        rows.append(group(title, level) if random.random() < 0.2 else plain_row(columns, words, level, merged))
    levels = (Mark.ROMAN, Mark.ARABIC, Mark.LETTER)
    return table_of(columns, *rows, levels=levels, number_in_title=random.random() < 0.5)


def test_each_row_and_the_table_have_a_place() -> None:
    table, tasks = task_table(Random(4), 30)
    flow = flow_of(table, tasks)
    placed = [
        start.id
        for page in pages([flow], HEIGHT)
        for part in page
        for at in range(part.first, part.last)
        for start in flow.starts(at)
    ]
    assert placed == [table.id, *(row.id for row in table.rows)]
