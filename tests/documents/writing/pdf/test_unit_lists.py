"""Lists of units in cells: parted between names where that takes no more lines."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import TASK_COLUMNS, fresh, make_plan, plain_row
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.writing.pdf.lines import HARD_BLANK, Line, lines, natural_width, plain_words
from tthc_desktop.documents.writing.pdf.table import Frame, set_table
from tthc_desktop.documents.writing.pdf.unit_lists import unit_lines
from tthc_desktop.models.table import Role, Table

UNITS = ("Văn phòng Sở", "Sở Tư pháp", "Phòng Kế hoạch - Tài chính", "UBND các xã", "Công an tỉnh", "Thanh tra")
LIST = "Văn phòng; Sở Tư pháp; Công an tỉnh; Sở Nội vụ"


def words_of(broken: list[Line]) -> list[str]:
    return ["".join(piece.words for piece in line.pieces).strip() for line in broken]


def test_lines_end_between_names() -> None:
    words = plain_words(LIST)
    width = natural_width(plain_words("Văn phòng; Sở Tư pháp; Công"))
    assert words_of(lines(words, width)) == ["Văn phòng; Sở Tư pháp; Công", "an tỉnh; Sở Nội vụ"]
    assert words_of(unit_lines(words, width)) == ["Văn phòng; Sở Tư pháp;", "Công an tỉnh; Sở Nội vụ"]


@given(
    st.lists(st.sampled_from(UNITS), min_size=1, max_size=9),
    st.sampled_from((", ", "; ", ";\n", ", rồi ")),
    st.floats(4, 25),
)
def test_no_list_takes_more_lines_or_loses_a_word(units: list[str], between: str, width: float) -> None:
    words = plain_words(between.join(units))
    found, filled = unit_lines(words, width), lines(words, width)
    assert len(found) == len(filled)
    assert [line.ends for line in found] == [line.ends for line in filled]
    assert " ".join(words_of(found)).replace(HARD_BLANK, " ").split() == between.join(units).split()
    assert all(line.width <= width + 1e-9 for line in found)


def test_cells_of_units_are_set_so_and_others_are_not() -> None:
    row = plain_row(TASK_COLUMNS, ["", LIST * 3, LIST * 3, LIST * 3, LIST * 3])
    table = Table(fresh(), TASK_COLUMNS, (row,))
    body = set_table(make_plan(), table, rules(), Frame(500.0, 700.0, "Bảng")).body
    for cell, found in body.rows[0].cells[1:5]:
        width = (body.edges[cell.right] - body.edges[cell.left] - 2 * body.look.side) / body.look.size
        if cell.left in (2, 3):
            assert found == unit_lines(cell.words, width)
        else:
            assert found == lines(cell.words, width)


def test_a_column_that_becomes_one_of_units_is_set_anew() -> None:
    free = tuple(replace(each, role=Role.FREE) if each.role is Role.LEAD else each for each in TASK_COLUMNS)
    before = Table("t", free, (plain_row(free, ["", "x", LIST * 3]),))
    after = replace(before, columns=TASK_COLUMNS)
    plan, frame = make_plan(), Frame(500.0, 700.0, "Bảng")
    kept = set_table(plan, after, rules(), frame, set_table(plan, before, rules(), frame))
    assert kept.body.rows == set_table(plan, after, rules(), frame).body.rows
