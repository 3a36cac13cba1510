"""Every doubtful cell is told by sheet and address with what to do; the words stay as they were seen."""

from collections.abc import Sequence
from datetime import date

import pytest

from tests.sheet_books import Said, book, sheet
from tthc_desktop.documents.reading.sheets.book import Kind, Seen
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import propose
from tthc_desktop.models.reconciling.incoming import Doubt, IncomingTable, Matter
from tthc_desktop.models.sending.returned import SheetProblem

HEAD = ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Kết quả", "Thời hạn")
GOOD = (1, "Rà soát quy định", "Phòng Pháp chế", "Văn phòng Sở", "Báo cáo", "Quý I/2026")
TARGETS = ("STT", "Chỉ tiêu", "Đơn vị tính", "Giao chỉ tiêu")


def _table(
    *rows: Sequence[Said], head: Sequence[Said] = HEAD, merges: Sequence[tuple[int, int, int, int]] = ()
) -> IncomingTable:
    made = book(sheet([head, *rows], name="Biểu 2", merges=merges))
    return read_tables(made, propose(made)).tables[0]


def _doubts(table: IncomingTable) -> list[Doubt]:
    return [doubt for row in table.rows for doubt in row.doubts]


def _row(**cells: Said) -> list[Said]:
    names = ("number", "content", "lead", "coordinate", "result", "deadline")
    usual: tuple[Said, ...] = (2, "Tập huấn", *GOOD[2:])
    return [cells.get(name, said) for name, said in zip(names, usual, strict=True)]


def test_a_good_table_has_no_doubts() -> None:
    table = _table(GOOD, _row())
    assert _doubts(table) == []
    assert all(row.good for row in table.rows)


@pytest.mark.parametrize(
    ("cells", "address", "matter", "suggestion", "grave"),
    [
        ({"lead": ""}, "C3", Matter.MISSING, "", False),
        ({"deadline": ""}, "F3", Matter.MISSING, "", False),
        ({"content": ""}, "B3", Matter.MISSING, "", True),
        ({"deadline": "31/02/2026"}, "F3", Matter.DATE, "28/02/2026", True),
        ({"deadline": "trước ngày 31-04-2026"}, "F3", Matter.DATE, "trước ngày 30-04-2026", True),
        ({"deadline": "02/15/2026"}, "F3", Matter.DATE, "15/02/2026", True),
        ({"deadline": "15/13/2026"}, "F3", Matter.DATE, "", True),
        ({"deadline": "trước 2026-02-30"}, "F3", Matter.DATE, "", True),
        ({"deadline": 46000}, "F3", Matter.DATE, "09/12/2025", True),
        ({"deadline": "Trước 15/3/26"}, "F3", Matter.DATE, "Trước 15/3/2026", False),
        ({"deadline": Seen("", "2/15/26", Kind.DATE, day=date(2026, 2, 15))}, "F3", Matter.DATE, "15/02/2026", False),
        ({"result": Seen("", "#N/A", Kind.ERROR)}, "E3", Matter.ERROR, "", True),
        ({"result": "########"}, "E3", Matter.ERROR, "", True),
        ({"lead": Seen("", "", Kind.FORMULA)}, "C3", Matter.FORMULA, "", True),
        ({"lead": Seen("", "Phòng Nội vụ", legacy="Phßng Néi vô")}, "C3", Matter.LEGACY, "Phòng Nội vụ", False),
        ({"content": "Rà soát " + "x" * 247}, "B3", Matter.CUT, "", False),
        ({"number": 5}, "A3", Matter.NUMBER, "2", False),
        ({"lead": "Quý II/2026", "deadline": ""}, "C3", Matter.SHIFTED, "Văn phòng Sở", True),
        ({"deadline": "Phòng Tài chính"}, "F3", Matter.SHIFTED, "", True),
    ],
)  # fmt: skip
def test_doubtful_cells(cells: dict[str, Said], address: str, matter: Matter, suggestion: str, grave: bool) -> None:
    table = _table(GOOD, _row(**cells), (3, *GOOD[1:]) if matter is Matter.DUPLICATE else (3, "Kiểm tra", *GOOD[2:]))
    found = [doubt for doubt in _doubts(table) if doubt.address == address]
    assert [(doubt.sheet, doubt.row, doubt.matter) for doubt in found] == [("Biểu 2", 3, matter)]
    assert (found[0].suggestion, found[0].grave) == (suggestion, grave)
    assert found[0].text
    assert table.rows[1].good is not grave


def test_a_real_date_is_written_the_vietnamese_way() -> None:
    table = _table(
        _row(deadline=date(2026, 2, 15)), _row(deadline=Seen("", "Tháng 3/2026", Kind.DATE, day=date(2026, 3, 1)))
    )
    words = [row.cells[table.columns[5].id].words for row in table.rows]
    assert words == ["15/02/2026", "Tháng 3/2026"]
    assert not [doubt for doubt in _doubts(table) if doubt.matter is Matter.DATE]


def test_a_row_that_stands_there_twice() -> None:
    table = _table(GOOD, _row(), (3, *GOOD[1:]))
    assert [(doubt.row, doubt.matter) for doubt in _doubts(table)] == [(4, Matter.DUPLICATE)]
    assert [row.good for row in table.rows] == [True, True, False]


def test_the_same_work_in_two_groups_is_no_duplicate() -> None:
    table = _table(("I", "Cấp tỉnh"), GOOD, ("II", "Cấp xã"), GOOD)
    assert _doubts(table) == []


def test_lost_zeros_come_back_in_order() -> None:
    numbers: list[Said] = [1, *(float(f"1.{place}") for place in range(1, 22))]
    rows = [[number, f"Việc thứ {place} của phòng", *GOOD[2:]] for place, number in enumerate(numbers)]
    rows[0] = [1, "Công tác chung"]
    table = _table(*rows)
    assert [row.number for row in table.rows] == ["1", *(f"1.{place}" for place in range(1, 22))]
    assert [(doubt.address, doubt.suggestion) for doubt in _doubts(table)] == [("A12", "1.10"), ("A22", "1.20")]


def test_numbers_that_became_dates() -> None:
    rows: list[list[Said]] = [[1, "Công tác chung"], [1.1, "Việc đầu", *GOOD[2:]]]
    rows += [[date(2026, place, 1), f"Việc tháng {place}", *GOOD[2:]] for place in (2, 3)]
    rows += [[date(2026, 1, 4), "Việc viết kiểu Mỹ", *GOOD[2:]]]
    table = _table(*rows)
    assert [row.number for row in table.rows] == ["1", "1.1", "1.2", "1.3", "1.4"]
    assert [doubt.address for doubt in _doubts(table)] == ["A4", "A5", "A6"]
    assert all(doubt.matter is Matter.NUMBER for doubt in _doubts(table))


@pytest.mark.parametrize(
    ("value", "words", "suggestion"),
    [
        (60, "60", ""),
        ("Tối thiểu 50", "Tối thiểu 50", ""),
        (Seen("", "60%", Kind.PERCENT, number=0.6), "60%", ""),
        (0.6, "0.6", "60"),
        ("0,95", "0,95", "95"),
    ],
)
def test_values_stay_as_seen(value: Said, words: str, suggestion: str) -> None:
    table = _table((1, "Tỷ lệ hồ sơ đúng hạn", "%", value), (2, "Số lớp", "lớp", 0.5), head=TARGETS)
    assert [row.cells[table.columns[3].id].words for row in table.rows] == [words, "0.5"]
    assert [doubt.suggestion for doubt in _doubts(table)] == ([suggestion] if suggestion else [])


def test_an_overflowing_row_is_put_right() -> None:
    table = _table(GOOD, (2, "Tập huấn", "", "Phòng Pháp chế", "Các đơn vị", "Báo cáo", "Quý III/2026"))
    said = {column.role: table.rows[1].cells[column.id].words for column in table.columns[1:]}
    assert said == {
        "content": "Tập huấn", "lead": "Phòng Pháp chế", "coordinate": "Các đơn vị", "result": "Báo cáo",
        "deadline": "Quý III/2026",
    }  # fmt: skip
    assert [doubt.matter for doubt in _doubts(table)] == [Matter.SHIFTED]


def test_a_cell_merged_over_lead_and_helper() -> None:
    table = _table(GOOD, (2, "Tập huấn", "Văn phòng Sở", "", "Báo cáo", "Quý II"), merges=[(2, 2, 2, 3)])
    assert [(doubt.address, doubt.matter) for doubt in _doubts(table)] == [("C3", Matter.MERGED)]


def test_what_the_reader_of_the_file_said_is_passed_on() -> None:
    made = book(sheet([HEAD, GOOD]), problems=(SheetProblem("a.xlsx", "Bảng1", "B7", "Ô bị cắt."),))
    doubts = read_tables(made, propose(made)).doubts
    assert [(one.sheet, one.address, one.text) for one in doubts] == [("Bảng1", "B7", "Ô bị cắt.")]
