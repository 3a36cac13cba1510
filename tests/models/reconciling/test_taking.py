"""Incoming tables against a plan: what is new, changed, gone; what is taken; nothing else moves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheet_books import Said, book, sheet
from tests.strategies import plans
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import propose
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.tables import find_table, set_cell
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.incoming import Incoming, RowChoice
from tthc_desktop.models.reconciling.mending import mended
from tthc_desktop.models.reconciling.of_plan import incoming_of
from tthc_desktop.models.reconciling.pairing import Side, paired
from tthc_desktop.models.reconciling.taking import left_over, taken
from tthc_desktop.models.reconciling.values import Fate, Reconciliation, RowChange, Taking
from tthc_desktop.models.table import Role, Table, column_of, numbers
from tthc_desktop.models.text import Run, text
from tthc_desktop.models.version import Stage

HEAD: list[Said] = ["STT", "Nội dung", "Chủ trì", "Thời hạn"]
ROWS: list[list[Said]] = [
    ["I", "Công tác chỉ đạo"],
    [1, "Ban hành kế hoạch năm", "Văn phòng Sở", "Quý I/2026"],
    [2, "Phân công đầu mối các phòng", "Văn phòng Sở", "Tháng 3/2026"],
    ["II", "Công tác rà soát"],
    [1, "Rà soát lĩnh vực hộ tịch", "Phòng Hộ tịch", "Quý II/2026"],
    [2, "Rà soát lĩnh vực công chứng", "Phòng Bổ trợ", "Quý III/2026"],
]


def _incoming(rows: list[list[Said]], head: list[Said] | None = None) -> Incoming:
    made = book(sheet([head or HEAD, *rows]))
    return read_tables(made, propose(made))


def _plan() -> Plan:
    return taken(None, reconcile(None, _incoming(ROWS)))


def _edited(at: int, column: int, words: str) -> list[list[Said]]:
    return [
        [words if (row, place) == (at, column) else said for place, said in enumerate(cells)]
        for row, cells in enumerate(ROWS)
    ]


def _table(plan: Plan) -> Table:
    return next(table for table, _ in tables(plan))


def _fates(found: Reconciliation) -> list[Fate]:
    return [change.fate for match in found.tables for change in match.rows]


def _only(found: Reconciliation, fate: Fate) -> RowChange:
    (change,) = [change for match in found.tables for change in match.rows if change.fate is fate]
    return change


def _said(plan: Plan) -> list[list[str]]:
    table = _table(plan)
    return [
        [number, *(str(cell(plan, row, column)) for column in table.columns[1:])]
        for number, row in zip(numbers(table), table.rows, strict=True)
    ]


def test_a_new_plan_has_an_appendix_for_each_table() -> None:
    plan = _plan()
    assert len(plan.appendices) == 1
    assert [row[:2] for row in _said(plan)] == [[str(row[0]), row[1]] for row in ROWS]
    assert len(plan.tasks) == 4
    assert plan.unplaced == ()


def test_the_same_again_changes_nothing() -> None:
    plan = _plan()
    found = reconcile(plan, _incoming(ROWS))
    assert set(_fates(found)) == {Fate.SAME}
    assert taken(plan, found) is plan


def test_a_changed_cell() -> None:
    plan = _plan()
    found = reconcile(plan, _incoming(_edited(4, 3, "Tháng 5/2026")))
    change = _only(found, Fate.CHANGED)
    assert [(one.title, one.now, one.incoming, one.address) for one in change.cells] == [
        ("Thời hạn", "Quý II/2026", "Tháng 5/2026", "D6")
    ]
    made = taken(plan, found)
    assert _said(made)[4][3] == "Tháng 5/2026"
    assert [row for at, row in enumerate(_said(made)) if at != 4] == [
        row for at, row in enumerate(_said(plan)) if at != 4
    ]
    assert taken(plan, found, Taking(rows={change.key: False})) is plan
    assert taken(plan, found, Taking(cells={(change.key, change.cells[0].column_id): False})) is plan


def test_a_blank_cell_takes_no_words_away_unless_chosen() -> None:
    plan = _plan()
    found = reconcile(plan, _incoming(_edited(1, 2, "")))
    change = _only(found, Fate.CHANGED)
    assert change.doubt
    assert taken(plan, found) is plan
    made = taken(plan, found, Taking(rows={change.key: True}, cells={(change.key, change.cells[0].column_id): True}))
    assert _said(made)[1][2] == ""


def test_a_new_row_stands_behind_the_one_before_it_in_the_file() -> None:
    plan = _plan()
    rows: list[list[Said]] = [*ROWS[:2], [2, "Họp giao ban hằng tháng", "Văn phòng Sở", "Hằng tháng"], *ROWS[2:]]
    found = reconcile(plan, _incoming(rows))
    assert _only(found, Fate.NEW).taken
    made = taken(plan, found)
    assert [row[0] for row in _said(made)] == ["I", "1", "2", "3", "II", "1", "2"]
    assert _said(made)[2][1] == "Họp giao ban hằng tháng"
    again = reconcile(made, _incoming(rows))
    assert taken(made, again) is made


def test_a_row_that_is_gone_stays_unless_chosen() -> None:
    plan = _plan()
    found = reconcile(plan, _incoming([*ROWS[:2], *ROWS[3:]]))
    change = _only(found, Fate.GONE)
    assert change.words == "Phân công đầu mối các phòng"
    assert taken(plan, found) is plan
    made = taken(plan, found, Taking(rows={change.key: True}))
    assert len(_table(made).rows) == 5
    assert len(made.tasks) == 3


def test_reworded_rows_are_paired_with_a_doubt() -> None:
    plan = _plan()
    found = reconcile(plan, _incoming(_edited(4, 1, "Rà soát thủ tục lĩnh vực hộ tịch")))
    change = _only(found, Fate.CHANGED)
    assert "gần giống" in change.doubt
    assert not change.taken
    assert taken(plan, found) is plan
    assert _said(taken(plan, found, Taking(rows={change.key: True})))[4][1] == "Rà soát thủ tục lĩnh vực hộ tịch"


def test_rows_in_another_order_are_the_same_rows() -> None:
    plan = _plan()
    found = reconcile(plan, _incoming([ROWS[3], ROWS[5], ROWS[4], *ROWS[:3]]))
    assert set(_fates(found)) == {Fate.SAME}


def test_emphasis_stays_where_the_words_do() -> None:
    plan = _plan()
    table = _table(plan)
    column = column_of(table, Role.LEAD)
    assert column is not None
    bold = text([Run("Văn phòng "), Run("Sở", bold=True)])
    plan = set_cell(plan, table.id, table.rows[1].id, column.id, bold)
    made = taken(plan, reconcile(plan, _incoming(_edited(1, 3, "Quý II/2026"))))
    assert cell(made, _table(made).rows[1], column) == bold


def test_a_column_that_the_plan_lacks_comes_only_when_chosen() -> None:
    plan = _plan()
    rows: list[list[Said]] = [
        [*row[:3], f"Báo cáo {at}", *row[3:]] if len(row) > 2 else row for at, row in enumerate(ROWS)
    ]
    found = reconcile(plan, _incoming(rows, [*HEAD[:3], "Kết quả", HEAD[3]]))
    assert [str(column.title) for column in found.tables[0].lacking] == ["Kết quả"]
    assert taken(plan, found) is plan
    made = taken(plan, found, Taking(columns=frozenset({found.tables[0].lacking[0].id})))
    assert [column.role for column in _table(made).columns] == ["number", "content", "lead", "result", "deadline"]
    assert sorted(str(task.result) for task in made.tasks.values()) == [
        "Báo cáo 1",
        "Báo cáo 2",
        "Báo cáo 4",
        "Báo cáo 5",
    ]


def test_rows_to_mend_wait_and_are_taken_once_they_are_mended() -> None:
    rows = _edited(4, 3, "31/02/2026")
    incoming = _incoming(rows)
    found = reconcile(None, incoming)
    assert [change.key for change in left_over(found)] == ["Bảng1!6"]
    plan = taken(None, found)
    assert len(plan.tasks) == 3
    assert [line.number for line in plan.unplaced] == [6]
    column = incoming.tables[0].columns[3].id
    better = mended(incoming, {"Bảng1!6": RowChoice({column: "28/02/2026"})})
    assert better.tables[0].rows[4].good
    made = taken(plan, reconcile(plan, better))
    assert [row[3] for row in _said(made)][4] == "28/02/2026"
    as_it_is = taken(None, found, Taking(rows={"Bảng1!6": True}))
    assert len(as_it_is.tasks) == 4


def test_another_table_can_be_chosen() -> None:
    plan = _plan()
    incoming = _incoming(ROWS)
    found = reconcile(plan, incoming, {incoming.tables[0].key: ""})
    assert set(_fates(found)) == {Fate.NEW}
    assert len(taken(plan, found).appendices) == 2


def test_a_table_of_other_things_becomes_an_appendix() -> None:
    plan = _plan()
    head: list[Said] = ["STT", "Chỉ tiêu", "Đơn vị tính", "Giao chỉ tiêu"]
    found = reconcile(plan, _incoming([[1, "Tỷ lệ số hóa", "%", 60]], head))
    assert found.tables[0].table_id == ""
    assert len(taken(plan, found).targets) == 1


@pytest.mark.parametrize("stage", [Stage.ISSUED, Stage.KEPT, Stage.REPLACED])
def test_a_locked_plan_is_refused(stage: Stage) -> None:
    plan = replace(_plan(), stage=stage)
    found = reconcile(plan, _incoming(_edited(1, 3, "Quý IV/2026")))
    with pytest.raises(UserError, match="không sửa được"):
        taken(plan, found)


def test_rows_of_our_own_file_are_known_whatever_they_say() -> None:
    plan = _plan()
    table = _table(plan)
    content = column_of(table, Role.CONTENT)
    assert content is not None
    edited = set_cell(plan, table.id, table.rows[1].id, content.id, text([Run("Việc hoàn toàn khác")]))
    found = reconcile(plan, incoming_of(edited))
    change = _only(found, Fate.CHANGED)
    assert (change.row_id, change.doubt, change.taken) == (table.rows[1].id, "", True)
    made = taken(plan, found)
    assert made.tasks == edited.tasks
    assert _said(made) == _said(edited)


@given(plans())
def test_the_plans_own_rows_are_all_the_same(plan: Plan) -> None:
    found = reconcile(plan, incoming_of(plan))
    assert set(_fates(found)) <= {Fate.SAME}
    assert taken(plan, found) is plan


_words = st.sampled_from(
    ("", "Rà soát", "Tổ chức tập huấn cho cán bộ", "Văn phòng Sở", "Quý II/2026", "Hằng năm", "Báo cáo")
)
_rows = st.lists(st.tuples(st.sampled_from(("I", "1", "2", "1.1", "a", "", "-")), _words, _words, _words), max_size=12)


@given(_rows, _rows)
def test_taking_twice_changes_nothing(first: list[tuple[str, ...]], second: list[tuple[str, ...]]) -> None:
    plan = taken(None, reconcile(None, _incoming([list(row) for row in first])))
    incoming = _incoming([list(row) for row in second])
    choice = Taking(rows={row.key: True for table in incoming.tables for row in table.rows})
    once = taken(plan, reconcile(plan, incoming), choice)
    assert taken(once, reconcile(once, incoming), choice) is once
    for table, _ in tables(once):
        find_table(once, table.id)
        numbers(table)
        assert {row.task_id for row in table.rows if row.task_id} <= set(once.tasks)


def test_rows_without_content_are_known_again_in_the_table_that_they_made() -> None:
    plan = taken(None, reconcile(None, _incoming([["I", "", "", ""]])))
    incoming = _incoming([["I", "", "", "Rà soát"]])
    choice = Taking(rows={row.key: True for row in incoming.tables[0].rows})
    once = taken(plan, reconcile(plan, incoming), choice)
    assert once is not plan
    assert taken(once, reconcile(once, incoming), choice) is once


def test_a_row_that_was_left_does_not_take_the_place_of_one_that_was_taken() -> None:
    left, own = Side("left", True, "", ("",), doubtful=True), Side("own", True, "", ("",), ("I",))
    assert paired([Side("own in the plan", True, "", ("",))], [left, own]).found == {"own": "own in the plan"}


def _with_contents_of(incoming: Incoming, others: list[int]) -> Incoming:
    """Give each row the cells of another one, as a sort that leaves the hidden column behind does."""
    table = incoming.tables[0]
    rows = tuple(replace(row, cells=table.rows[other].cells) for row, other in zip(table.rows, others, strict=True))
    return replace(incoming, tables=(replace(table, rows=rows),))


@given(st.permutations(range(len(ROWS))))
def test_rows_sorted_without_their_identities_change_nothing(others: list[int]) -> None:
    plan = _plan()
    found = reconcile(plan, _with_contents_of(incoming_of(plan), others))
    assert set(_fates(found)) == {Fate.SAME}
    assert taken(plan, found) is plan


def test_a_row_may_be_given_the_words_of_another_that_keeps_them() -> None:
    plan = _plan()
    incoming = _with_contents_of(incoming_of(plan), [0, 1, 1, 3, 4, 5])
    found = reconcile(plan, incoming)
    assert _fates(found) == [Fate.SAME, Fate.SAME, Fate.CHANGED, Fate.SAME, Fate.SAME, Fate.SAME]
