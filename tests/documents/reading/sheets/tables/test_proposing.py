"""Which tables a workbook has, what the clerk chooses of them, and workbooks that have none."""

import pytest

from tests.sheet_books import Said, book, sheet
from tests.sheet_layouts import HEAD, ONE, THREE, TWO
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import no_tables, propose
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.reconciling.incoming import Certainty, TableChoice
from tthc_desktop.models.reconciling.remembering import remembered
from tthc_desktop.models.table import Role

TARGETS = ("STT", "Chỉ tiêu", "Đơn vị tính", "Giao chỉ tiêu")
OTHERS: dict[str, list[list[Said]]] = {
    "staff": [
        ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"],
        [1, "Trần Văn An", "1/2/1980", "CV", "Văn phòng"],
    ],
    "budget": [
        ["STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "Giấy in", "ram", 10, 70000, 700000],
    ],
    "procedures": [
        ["STT", "Tên thủ tục", "Lĩnh vực", "Thời hạn giải quyết", "Cơ quan thực hiện", "Phí, lệ phí"],
        [1, "Cấp lý lịch tư pháp", "Tư pháp", "10 ngày", "Sở Tư pháp", "Không"],
    ],
    "figures": [["Tháng", "Tiếp nhận", "Đã giải quyết"], [1, 20, 18], [2, 30, 30]],
    "words": [["Kính gửi: các phòng"], ["Đề nghị các phòng báo cáo trước ngày 15/3"]],
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_no_table_of_tasks_is_said_to_be_none(kind: str) -> None:
    made = book(sheet(OTHERS[kind]), name="khac.xlsx")
    proposed = propose(made)
    assert [(table.found, table.taken) for table in proposed] == [(False, False)]
    trouble = no_tables(made, proposed)
    assert trouble is not None
    assert "khac.xlsx" in trouble.what
    assert "chủ trì" in trouble.what
    assert trouble.advice
    incoming = read_tables(made, proposed)
    assert (incoming.tables, incoming.unplaced) == ((), incoming.lines)


def test_an_empty_workbook() -> None:
    made = book(sheet([]))
    assert no_tables(made, propose(made)) is not None


def test_several_tables_on_one_sheet() -> None:
    rows: list[list[Said]] = [
        ["BIỂU 1"], ["Nhiệm vụ chung"], [*HEAD], [1, *ONE], [2, *TWO], [], ["BIỂU 2"], ["Chỉ tiêu giao"], [*TARGETS],
        [1, "Tỷ lệ hồ sơ đúng hạn", "%", 99], [], ["PHỤ LỤC III"], ["Việc của cấp xã"], [*HEAD], [1, *THREE],
    ]  # fmt: skip
    made = book(sheet(rows))
    incoming = read_tables(made, propose(made))
    assert [(table.title, len(table.rows)) for table in incoming.tables] == [
        ("Nhiệm vụ chung", 2), ("Chỉ tiêu giao", 1), ("Việc của cấp xã", 1),
    ]  # fmt: skip
    assert incoming.unplaced == ()


def test_tables_beside_each_other() -> None:
    rows: list[list[Said]] = [[*HEAD, "", *HEAD], [1, *ONE, "", 1, *THREE], [2, *TWO]]
    made = book(sheet(rows))
    incoming = read_tables(made, propose(made))
    assert [[row.cells[table.columns[1].id].words for row in table.rows] for table in incoming.tables] == [
        [ONE[0], TWO[0]], [THREE[0]],
    ]  # fmt: skip
    assert len({row.key for table in incoming.tables for row in table.rows}) == 3


def test_several_sheets_of_which_one_is_left_out() -> None:
    made = book(sheet([HEAD, (1, *ONE)], name="Quý I"), sheet([HEAD, (1, *TWO)], name="Quý II"))
    first, second = propose(made)
    proposed = propose(made, (), {first.key: TableChoice(taken=False)})
    assert [table.taken for table in proposed] == [False, True]
    incoming = read_tables(made, proposed)
    assert [table.sheet for table in incoming.tables] == [second.sheet]
    assert len(incoming.unplaced) == 2


def test_a_header_that_the_clerk_points_at() -> None:
    rows = [
        ["Danh sách việc"],
        ["Mục", "Phải làm gì", "Ai", "Khi nào xong"],
        ["1", *ONE[:2], ONE[4]],
        ["2", *TWO[:2], TWO[4]],
    ]
    made = book(sheet(rows))
    (table,) = propose(made)
    assert not table.found
    roles = {1: Role.CONTENT}
    (chosen,) = propose(made, (), {table.key: TableChoice(taken=True, header=(1, 2), roles=roles)})
    assert [column.role for column in chosen.columns] == ["number", "content", "lead", "deadline"]
    assert chosen.columns[1].certainty is Certainty.CHOSEN
    assert [row.number for row in read_tables(made, [chosen]).tables[0].rows] == ["1", "2"]


def test_a_header_put_on_any_rows_is_read() -> None:
    made = book(sheet([("DANH MỤC", "", ""), ("", "", ""), ("STT", "Nội dung", "Chủ trì"), ("1", *ONE[:2])]))
    (table,) = propose(made)
    for start in range(4):
        for body in range(start + 1, 5):
            (moved,) = propose(made, (), {table.key: TableChoice(header=(start, body))})
            assert (moved.start, moved.body) == (start, body)
            assert moved.columns
            read_tables(made, [moved])


def test_another_role_and_a_column_left_out() -> None:
    made = book(sheet([HEAD, (1, *ONE)]))
    (table,) = propose(made)
    choice = TableChoice(roles={4: None, 3: Role.LEAD})
    (chosen,) = propose(made, (), {table.key: choice})
    assert [column.role for column in chosen.columns] == ["number", "content", "free", "lead", None, "deadline"]
    (read,) = read_tables(made, [chosen]).tables
    assert [str(column.title) for column in read.columns] == [*HEAD[:4], HEAD[5]]


def test_the_office_remembers_headings() -> None:
    rows = [("Mục", "Phải làm gì", "Ai", "Khi nào xong"), ("A1", *ONE[:2], ONE[4])]
    made = book(sheet(rows))
    roles: dict[int, Role | None] = {0: None, 1: Role.CONTENT, 2: Role.LEAD, 3: Role.DEADLINE}
    (table,) = propose(made)
    chosen = propose(made, (), {table.key: TableChoice(taken=True, header=(0, 1), roles=roles)})
    pairs = remembered(chosen, ())
    assert [(old, new.words, new.role) for old, new in pairs] == [
        (None, "muc", None), (None, "phai lam gi", Role.CONTENT), (None, "ai", Role.LEAD),
        (None, "khi nao xong", Role.DEADLINE),
    ]  # fmt: skip
    known = [new for _, new in pairs]
    (again,) = propose(made, known)
    assert again.found
    assert [column.role for column in again.columns] == list(roles.values())
    assert remembered([again], known) == ()


def test_what_is_remembered_wins_over_the_words() -> None:
    made = book(sheet([HEAD, (1, *ONE)]))
    known = KnownHeading("1", "ket qua", Role.NOTE)
    (table,) = propose(made, [known])
    assert (table.columns[4].role, table.columns[4].certainty) == (Role.NOTE, Certainty.REMEMBERED)


def test_rows_are_told_as_excel_shows_them() -> None:
    made = book(sheet([HEAD, (1, *ONE)], name="Biểu", first=(4, 2)))
    (table,) = propose(made)
    assert (table.key, table.columns[0].letters, table.first_row) == ("Biểu!C5", "C", 4)
    (row,) = read_tables(made, [table]).tables[0].rows
    assert (row.key, row.row) == ("Biểu!6", 6)
    assert row.cells["Biểu!C5:D"].address == "D6"


def test_the_deadline_is_when_the_work_ends() -> None:
    rows: list[tuple[Said, ...]] = [
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian thực hiện", ""), ("", "", "", "Bắt đầu", "Kết thúc"),
        (1, *ONE[:2], "01/02/2026", "30/6/2026"),
    ]  # fmt: skip
    made = book(sheet(rows, merges=[(0, 0, 3, 4), (0, 1, 0, 0), (0, 1, 1, 1), (0, 1, 2, 2)]))
    (table,) = propose(made)
    assert [column.role for column in table.columns] == ["number", "content", "lead", "free", "deadline"]


def test_quarters_marked_with_crosses_are_no_deadline() -> None:
    rows: list[tuple[Said, ...]] = [
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "", ""), ("", "", "", "Quý I", "Quý II", "Quý III"),
        (1, *ONE[:2], "x", "", "x"), (2, *TWO[:2], "", "x", ""),
    ]  # fmt: skip
    made = book(sheet(rows, merges=[(0, 0, 3, 5), (0, 1, 0, 0), (0, 1, 1, 1), (0, 1, 2, 2)]))
    (table,) = propose(made)
    assert [column.role for column in table.columns] == ["number", "content", "lead", "free", "free", "free"]
    assert all(row.doubts == () for row in read_tables(made, [table]).tables[0].rows)


def test_a_group_under_a_merged_lead_stays_a_group() -> None:
    rows: list[tuple[Said, ...]] = [HEAD, ("I", "Việc chung"), (1, *ONE), ("II", "Việc riêng"), (1, *TWO)]
    made = book(sheet(rows, merges=[(2, 4, 2, 2)]))
    found = read_tables(made, propose(made)).tables[0].rows
    assert [row.kind for row in found] == ["group", "task", "group", "task"]


def test_numbers_in_front_of_the_content() -> None:
    rows: list[tuple[Said, ...]] = [
        ("Nội dung công việc", "Chủ trì", "Thời hạn"), ("I. Việc chung",), (f"1. {ONE[0]}", ONE[1], ONE[4]),
        (f"2. {TWO[0]}", TWO[1], TWO[4]), ("II. Việc riêng",), (f"1. {THREE[0]}", THREE[1], THREE[4]),
    ]  # fmt: skip
    made = book(sheet(rows))
    (table,) = read_tables(made, propose(made)).tables
    assert [(row.kind, row.level) for row in table.rows] == [
        ("group", 0), ("task", 1), ("task", 1), ("group", 0), ("task", 1),
    ]  # fmt: skip
    assert table.rows[1].cells[table.columns[0].id].words == f"1. {ONE[0]}"


@pytest.mark.parametrize(
    "row",
    [
        ("Ký kết chương trình phối hợp", "Văn phòng Sở", "Trước ngày 15 tháng 3 năm 2026"),
        ("Xác nhận số liệu báo cáo", "Giám đốc Trung tâm", "Quý II/2026"),
        ("Họp ngày 01 tháng 3 năm 2026", "Văn phòng Sở", "Tháng 3/2026"),
        ("Lập biểu thống kê hồ sơ", "Văn phòng Sở", "Hằng tháng"),
        ("Tổng hợp báo cáo của các phòng", "Văn phòng Sở", "Hằng quý"),
    ],
)
def test_work_that_sounds_like_the_foot_of_a_paper(row: tuple[str, ...]) -> None:
    made = book(sheet([("Nội dung", "Chủ trì", "Thời hạn"), row, (ONE[0], ONE[1], ONE[4])]))
    incoming = read_tables(made, propose(made))
    assert len(incoming.tables[0].rows) == 2
    assert incoming.unplaced == ()


@pytest.mark.parametrize(
    "foot",
    [
        ("", "", "Cần Thơ, ngày 05 tháng 01 năm 2026"), ("NGƯỜI LẬP BIỂU", "", "KT. GIÁM ĐỐC"), ("Nơi nhận:",),
        ("Người lập", "", "THỦ TRƯỞNG ĐƠN VỊ"), ("", "", "(Ký, ghi rõ họ tên)"), ("Ghi chú: chữ nghiêng là việc mới",),
        ("Tổng cộng: ", "12"),
    ],
)  # fmt: skip
def test_what_stands_below_a_table_is_no_work(foot: tuple[str, ...]) -> None:
    rows = [("Nội dung", "Chủ trì", "Thời hạn"), (ONE[0], ONE[1], ONE[4]), foot, (TWO[0], TWO[1], TWO[4]), foot]
    made = book(sheet(rows))
    incoming = read_tables(made, propose(made))
    assert [row.row for row in incoming.tables[0].rows] == [2, 4]
    assert [line.number for line in incoming.unplaced] == [3, 5]
