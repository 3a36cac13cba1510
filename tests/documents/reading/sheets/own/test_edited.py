"""What a person did to an exported sheet in Excel is what comes back; all else stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from tests.documents.own_plans import exported, tables_of
from tests.documents.writing.pdf.building import TASK_COLUMNS, fresh, group, make_plan, plain_row, with_table
from tthc_desktop.documents.own_sheets.marks import FORMAT
from tthc_desktop.documents.reading.sheets.book import Book, Seen, Sheet
from tthc_desktop.documents.reading.sheets.own.plans import OwnPlan, own_plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Run, Text, plain, text

FIRST = 6
"""The first row of the table: the hidden one, three of the title, two of the heading stand above."""
Lines = list[list[Seen]]


def little() -> Plan:
    """Return a plan with a table: a group, four tasks, two of which share the cell of who leads."""
    tasks = [
        Task(
            fresh(),
            plain(f"Việc {at}"),
            plain("Văn phòng"),
            plain("Các phòng"),
            plain("Báo cáo"),
            plain(f"Quý {at}/2025"),
        )
        for at in range(1, 5)
    ]
    tasks[0] = replace(tasks[0], content=text([Run("Việc "), Run("một", bold=True)]))
    lead = TASK_COLUMNS[2].id
    rows = [Row(fresh(), RowKind.TASK, 1, task_id=task.id) for task in tasks]
    rows[2] = replace(rows[2], continues=(lead,))
    table = Table(fresh(), TASK_COLUMNS, (group("CÔNG TÁC CHUNG"), *rows), (Mark.ROMAN, Mark.ARABIC))
    return with_table(table, {task.id: task for task in tasks})


def edited(plan: Plan, edit: Callable[[Lines], object]) -> OwnPlan:
    """Return what comes back after an edit of the first sheet's lines."""
    (own,) = own_plans(changed(exported(plan), edit))
    return own


def changed(book: Book, edit: Callable[[Lines], object], at: int = 0) -> Book:
    """Return a book with the lines of one sheet edited."""
    sheet = book.sheets[at]
    lines = [list(line) for line in sheet.rows]
    edit(lines)
    made = replace(sheet, rows=tuple(map(tuple, lines)))
    return replace(book, sheets=(*book.sheets[:at], made, *book.sheets[at + 1 :]))


def write(lines: Lines, row: int, column: int, words: str) -> None:
    """Type words into a cell."""
    lines[row][column] = replace(lines[row][column], words=words)


def table_of(plan: Plan) -> Table:
    (table,) = (node for node in plan.appendices[0].nodes if isinstance(node, Table))
    return table


def test_a_changed_cell_changes_its_task_alone() -> None:
    plan = little()
    row = table_of(plan).rows[2]
    own = edited(plan, lambda lines: write(lines, FIRST + 2, 1, "Việc đã sửa"))
    assert own.draft.plan.tasks[row.task_id] == replace(plan.tasks[row.task_id], content=plain("Việc đã sửa"))
    assert {**own.draft.plan.tasks, row.task_id: plan.tasks[row.task_id]} == plan.tasks
    assert tables_of(own) == [table_of(plan)]


def test_bold_words_stay_bold_until_they_are_changed() -> None:
    plan = little()
    row = table_of(plan).rows[1]
    own = edited(plan, lambda lines: write(lines, FIRST + 1, 2, "Thanh tra"))
    assert own.draft.plan.tasks[row.task_id].content == plan.tasks[row.task_id].content
    own = edited(plan, lambda lines: write(lines, FIRST + 1, 1, "Việc hai"))
    assert own.draft.plan.tasks[row.task_id].content == plain("Việc hai")


def test_a_cell_emptied_is_empty() -> None:
    plan = little()
    own = edited(plan, lambda lines: write(lines, FIRST + 1, 4, ""))
    assert own.draft.plan.tasks[table_of(plan).rows[1].task_id].result == Text()


def test_the_cells_of_a_merge_change_together() -> None:
    plan = little()
    own = edited(plan, lambda lines: write(lines, FIRST + 2, 2, "Thanh tra"))
    leads = [str(own.draft.plan.tasks[row.task_id].lead) for row in table_of(plan).rows[1:]]
    assert leads == ["Văn phòng", "Thanh tra", "Thanh tra", "Văn phòng"]


def test_rows_may_be_sorted_and_deleted() -> None:
    plan = little()
    rows = table_of(plan).rows

    def edit(lines: Lines) -> None:
        lines[FIRST + 1], lines[FIRST + 4] = lines[FIRST + 4], lines[FIRST + 1]
        del lines[FIRST + 3]

    own = edited(plan, edit)
    found = tables_of(own)[0].rows
    assert [row.id for row in found] == [rows[0].id, rows[4].id, rows[2].id, rows[1].id]
    assert own.gone_rows == {rows[3].id}
    assert own.draft.plan.tasks == {row.task_id: plan.tasks[row.task_id] for row in found if row.task_id}


def test_a_part_of_a_merge_keeps_its_words_when_the_row_above_goes() -> None:
    plan = little()
    rows = table_of(plan).rows
    own = edited(plan, lambda lines: lines.pop(FIRST + 2))
    assert str(own.draft.plan.tasks[rows[3].task_id].lead) == "Văn phòng"
    assert next(row for row in tables_of(own)[0].rows if row.id == rows[3].id).continues == ()


def test_new_rows_are_tasks_and_groups_beside_the_old_ones() -> None:
    plan = little()

    def edit(lines: Lines) -> None:
        width = len(lines[0])
        new = [Seen("", words) for words in ["9", "Việc thêm", "Phòng Một", "", "", "Năm 2025", "", ""][:width]]
        across = [Seen("", "VI"), Seen("", "NHÓM MỚI"), *(Seen("", "NHÓM MỚI", fills=True) for _ in range(4))]
        lines += [new, [*across, *(Seen("") for _ in range(width - len(across)))]]

    own = edited(plan, edit)
    task, heading = tables_of(own)[0].rows[-2:]
    assert own.new_rows == {task.id, heading.id}
    assert (task.kind, task.level) == (RowKind.TASK, 1)
    assert str(own.draft.plan.tasks[task.task_id].content) == "Việc thêm"
    assert str(own.draft.plan.tasks[task.task_id].deadline) == "Năm 2025"
    assert (heading.kind, heading.level, str(heading.title)) == (RowKind.GROUP, 0, "NHÓM MỚI")


def test_a_copied_row_is_a_new_one() -> None:
    plan = little()
    own = edited(plan, lambda lines: lines.insert(FIRST + 2, [*lines[FIRST + 1]]))
    rows = tables_of(own)[0].rows
    assert own.new_rows == {rows[2].id}
    assert rows[1].id == table_of(plan).rows[1].id
    copied = own.draft.plan.tasks[rows[2].task_id]
    assert replace(copied, id=rows[1].task_id, content=plain("Việc một")) == replace(
        plan.tasks[rows[1].task_id], content=plain("Việc một")
    )


def test_a_group_is_renamed_with_or_without_its_number() -> None:
    for number_in_title in (False, True):
        plan = little()
        table = replace(table_of(plan), number_in_title=number_in_title)
        plan = with_table(table, dict(plan.tasks))
        words = "I. Việc mới" if number_in_title else "Việc mới"
        own = edited(plan, partial(write, row=FIRST, column=1 - number_in_title, words=words))
        assert tables_of(own)[0].rows[0] == replace(table.rows[0], title=plain("Việc mới"))


def test_a_number_typed_over_is_told_and_not_taken() -> None:
    plan = little()
    own = edited(plan, lambda lines: write(lines, FIRST + 1, 0, "7"))
    assert tables_of(own) == [table_of(plan)]
    (problem,) = own.problems
    assert (problem.cell, "7" in problem.text) == ("A8", True)
    assert own.draft.problems[0].line


def test_headings_and_titles_may_be_reworded() -> None:
    plan = little()

    def edit(lines: Lines) -> None:
        write(lines, 2, 0, "DANH MỤC MỚI")
        write(lines, 4, 1, "Nội dung mới")
        write(lines, 5, 3, "Cùng làm")
        write(lines, 4, 2, "Ai làm")

    own = edited(plan, edit)
    columns = tables_of(own)[0].columns
    assert str(own.draft.plan.appendices[0].title) == "DANH MỤC MỚI"
    assert [str(column.title) for column in columns[1:4]] == ["Nội dung mới", "Chủ trì", "Cùng làm"]
    assert [str(column.over) for column in columns[1:4]] == ["", "Ai làm", "Ai làm"]
    assert own.draft.plan.appendices[0].attached == plan.appendices[0].attached


def test_columns_may_be_moved_added_and_deleted() -> None:
    plan = little()

    def edit(lines: Lines) -> None:
        for at, line in enumerate(lines):
            del line[4]
            line[1], line[2] = line[2], line[1]
            line.insert(3, Seen("", {4: "Ghi chú", FIRST + 1: "xem lại"}.get(at, "")))

    own = edited(plan, edit)
    (table,) = tables_of(own)
    ids = [column.id for column in TASK_COLUMNS]
    assert [column.id for column in table.columns if column.id in ids] == [ids[0], ids[2], ids[1], ids[3], ids[5]]
    assert own.gone_columns == {ids[4]}
    new = next(column for column in table.columns if column.id not in ids)
    assert str(new.title) == "Ghi chú"
    assert table.rows[1].cells == ((new.id, plain("xem lại")),)
    assert any("Sản phẩm" in problem.text for problem in own.problems)


def test_a_sheet_without_marks_is_told_and_its_lines_find_no_place() -> None:
    book = exported(little())
    stranger = Sheet("Ghi chép", ((Seen("A1", "Một dòng"),),))
    (own,) = own_plans(replace(book, sheets=(*book.sheets, stranger)))
    assert [line.text for line in own.draft.unplaced] == ["Một dòng"]
    assert own.problems[0].sheet == "Ghi chép"


def test_a_copied_sheet_gets_identities_of_its_own() -> None:
    plan = little()
    book = exported(plan)
    (own,) = own_plans(replace(book, sheets=(*book.sheets, replace(book.sheets[0], name="Bản sao"))))
    first, second = tables_of(own)
    assert first == table_of(plan)
    assert not {row.id for row in first.rows} & {row.id for row in second.rows}
    assert not {column.id for column in first.columns} & {column.id for column in second.columns}
    assert own.new_rows == {row.id for row in second.rows}
    assert not own.gone_columns
    assert len(own.draft.plan.tasks) == 2 * len(plan.tasks)


def test_a_date_typed_over_is_told_and_its_words_stay() -> None:
    plan = little()
    plan = replace(plan, tasks={id_: replace(task, deadline=plain("Quý II/2025")) for id_, task in plan.tasks.items()})

    def edit(lines: Lines) -> None:
        assert lines[FIRST + 1][6].day == date(2025, 6, 30)
        lines[FIRST + 1][6] = replace(lines[FIRST + 1][6], words="01/07/2025", day=date(2025, 7, 1))

    own = edited(plan, edit)
    assert [problem.cell for problem in own.problems] == ["G8"]
    assert own.draft.plan.tasks == plan.tasks


def test_a_newer_programs_workbook_is_refused() -> None:
    book = exported(little())
    hidden = len(book.sheets) - 1
    newer = changed(book, lambda lines: write(lines, 0, 1, str(FORMAT + 1)), hidden)
    with pytest.raises(UserError, match="bản mới hơn"):
        own_plans(newer)


def test_a_damaged_hidden_sheet_loses_no_row() -> None:
    plan = little()
    book = exported(plan)
    hidden = len(book.sheets) - 1

    def edit(lines: Lines) -> None:
        for at, line in enumerate(lines):
            if line[0].words.startswith('<["row"'):
                write(lines, at, 0, line[0].words[:-5])

    (own,) = own_plans(changed(book, edit, hidden))
    assert len(tables_of(own)[0].rows) == len(table_of(plan).rows)
    assert {str(task.deadline) for task in own.draft.plan.tasks.values()} >= {
        str(task.deadline) for task in plan.tasks.values()
    }


def test_any_other_book_is_none_of_ours() -> None:
    assert own_plans(Book("x.xlsx", ())) == ()
    assert own_plans(Book("x.xlsx", (Sheet("Trang 1", ((Seen("A1", "STT"),),)),))) == ()
    assert own_plans(exported(make_plan())) == ()


def test_a_table_that_nobody_has_filled_in_stays() -> None:
    table = Table(fresh(), TASK_COLUMNS, (plain_row(TASK_COLUMNS, ()), plain_row(TASK_COLUMNS, ())))
    plan = with_table(table)
    assert tables_of(edited(plan, len)) == [table]
