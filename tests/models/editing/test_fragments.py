"""A fragment under review: every part can be made what a person says it is, and no word is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing import fragments
from tthc_desktop.models.editing.fragments import pieces
from tthc_desktop.models.editing.parts import FOR_TABLES, Kind, What, choices
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.fragment import Fragment, measure, part, whole
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import tables_in
from tthc_desktop.models.plan import Basis, Item, Line, Plan, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain

COLUMNS = (
    Column("n", Role.NUMBER, plain("STT")),
    Column("c", Role.CONTENT, plain("Nội dung")),
    Column("l", Role.LEAD, plain("Chủ trì")),
    Column("x", Role.FREE, plain("Khác")),
)
ROWS = (
    Row("g", RowKind.GROUP, title=plain("NHÓM")),
    Row("r", RowKind.TASK, 1, task_id="t", cells=(("x", plain("x")),), continues=("l",)),
)
FRAGMENT = Fragment(
    (
        Item(
            "1",
            Mark.ARABIC,
            plain("Rà soát"),
            children=(
                Item("1a", Mark.DASH, plain("Đơn vị chủ trì: Sở Y tế.")),
                Item("1b", Mark.DASH, plain("Việc khác")),
                Item("1c", Mark.DASH, plain("Chủ trì: Sở Nội vụ")),
            ),
        ),
        Item("2", Mark.ARABIC, task_id="u", lines=(Line(Role.DEADLINE, "Thời hạn"),)),
        Table("table", COLUMNS, ROWS),
    ),
    {"t": Task("t", plain("Họp"), plain("Văn phòng")), "u": Task("u", plain("Báo cáo"), deadline=plain("Quý I"))},
    {},
    (Basis("b", plain("Căn cứ luật;")),),
)


def shown(fragment: Fragment) -> list[str]:
    return [
        " ".join(filter(None, ("." * piece.depth, piece.kind.what, piece.number, str(piece.words), *piece.details)))
        for piece in pieces(fragment)
    ]


def test_the_parts_are_told_in_order() -> None:
    assert shown(FRAGMENT) == [
        "basis Căn cứ luật;",
        "text 1. Rà soát",
        ". text - Đơn vị chủ trì: Sở Y tế.",
        ". text - Việc khác",
        ". text - Chủ trì: Sở Nội vụ",
        "task 2. Báo cáo Thời hạn: Quý I",
        "task table STT · Nội dung · Chủ trì · Khác 2 hàng, 4 cột",
    ]
    assert measure(FRAGMENT) == "1 căn cứ, 5 đoạn, 1 bảng"
    assert measure(Fragment()) == "0 đoạn"


def test_a_paragraph_becomes_a_task_with_the_labelled_lines_below_it() -> None:
    made = fragments.make(FRAGMENT, "1", Kind(What.TASK, Mark.ARABIC))

    assert shown(made)[1:4] == [
        "task 1. Rà soát Đơn vị chủ trì: Sở Y tế",
        ". text - Việc khác",
        ". text - Chủ trì: Sở Nội vụ",
    ]
    assert set(printed(whole(made))) == {*made.tasks}


def test_a_task_becomes_a_paragraph_with_its_lines_below() -> None:
    made = fragments.make(FRAGMENT, "2", Kind(What.TEXT, Mark.LETTER))

    assert shown(made)[5:7] == ["text a) Báo cáo", ". text - Thời hạn: Quý I"]
    assert "u" not in made.tasks


def test_a_paragraph_becomes_a_basis_and_a_basis_a_paragraph() -> None:
    made = fragments.make(FRAGMENT, "1", Kind(What.BASIS))
    assert shown(made)[:3] == ["basis Căn cứ luật;", "basis Rà soát", "text - Đơn vị chủ trì: Sở Y tế."]

    made = fragments.make(FRAGMENT, "b", Kind(What.HEADING, Mark.ROMAN))
    assert shown(made)[0] == "heading I. Căn cứ luật;"
    assert made.bases == ()
    assert fragments.make(FRAGMENT, "b", Kind(What.BASIS)) is FRAGMENT


def test_the_rows_of_a_table_become_of_another_kind() -> None:
    made = fragments.make(FRAGMENT, "table", Kind(What.TARGET_TABLE))
    plan = whole(made)
    table = made.nodes[2]
    assert isinstance(table, Table)
    assert [row.kind for row in table.rows] == [RowKind.GROUP, RowKind.TARGET]
    assert [str(cell(plan, table.rows[1], column)) for column in COLUMNS] == ["", "Họp", "Văn phòng", "x"]
    assert set(made.tasks) == {"u"}

    back = fragments.make(fragments.make(made, "table", Kind(What.PLAIN_TABLE)), "table", Kind(What.TASK_TABLE))
    assert shown(back) == shown(FRAGMENT)
    assert table.rows[1].continues == ("l",)


def test_a_table_without_a_column_of_content_stays_plain() -> None:
    fragment = Fragment((Table("t", COLUMNS[:1], (Row("r", RowKind.PLAIN),)),))

    with pytest.raises(UserError, match="không có cột nội dung"):
        fragments.make(fragment, "t", Kind(What.TASK_TABLE))


def test_levels_and_what_is_left_out() -> None:
    assert shown(fragments.shift(FRAGMENT, "2", 1))[5].startswith(". task")
    assert fragments.shift(FRAGMENT, "1", -1) == FRAGMENT
    assert fragments.shift(FRAGMENT, "b", 1) is FRAGMENT
    left = fragments.without(FRAGMENT, {"1", "b", "table"})
    assert shown(left) == [
        "text - Đơn vị chủ trì: Sở Y tế.",
        "text - Việc khác",
        "text - Chủ trì: Sở Nội vụ",
        "task 1. Báo cáo Thời hạn: Quý I",
    ]
    assert set(left.tasks) == {"u"}


def words_of(fragment: Fragment) -> set[str]:
    """Return all words that are shown, but for the labels of lines that hold nothing."""
    plan = whole(fragment)
    cells = (
        str(cell(plan, row, column))
        for table in tables_in(fragment.nodes)
        for row in table.rows
        for column in table.columns
    )
    details = (detail.partition(":")[2] for piece in pieces(fragment) for detail in piece.details)
    told = (*(str(piece.words) for piece in pieces(fragment)), *details)
    return set(re.findall(r"\w{3,}", " ".join((*told, *cells))))


@given(plans(), st.data())
def test_any_part_can_be_made_anything_offered(plan: Plan, data: st.DataObject) -> None:
    fragment = part(Plan("", body=plan.body, tasks=plan.tasks, targets=plan.targets, bases=plan.bases))
    if not pieces(fragment):
        return
    piece = data.draw(st.sampled_from(pieces(fragment)))
    kind = data.draw(st.sampled_from(choices(piece)))
    try:
        made = fragments.make(fragment, piece.id, kind)
    except UserError:
        assert kind in FOR_TABLES
        return

    assert identities(whole(made))
    assert next(now for now in pieces(made) if now.id == piece.id).kind.what in {kind.what, What.PLAIN_TABLE}
    assert not words_of(fragment) - words_of(made)
