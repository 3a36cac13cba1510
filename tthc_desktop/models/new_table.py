"""New tables: the columns that real plans have for tasks, for targets and for other things, with a few empty rows."""

from typing import NamedTuple

from tthc_desktop.models.editing.row_kinds import gathered, new_row
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.table import Column, Role, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, plain

TITLES = {
    Role.NUMBER: "STT",
    Role.CONTENT: "Nội dung công việc",
    Role.LEAD: "Đơn vị chủ trì",
    Role.COORDINATE: "Đơn vị phối hợp",
    Role.RESULT: "Kết quả, sản phẩm",
    Role.DEADLINE: "Thời gian hoàn thành",
    Role.UNIT: "Đơn vị tính",
    Role.VALUE: "Chỉ tiêu giao",
    Role.BASIS: "Căn cứ thực hiện",
    Role.NOTE: "Ghi chú",
    Role.FREE: "Cột mới",
}
"""What a new column of each role is called."""

_SHARES = "Phân công thực hiện"
_COLUMNS = {
    RowKind.TASK: (Role.NUMBER, Role.CONTENT, Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE),
    RowKind.TARGET: (Role.NUMBER, Role.CONTENT, Role.UNIT, Role.VALUE, Role.LEAD, Role.COORDINATE, Role.BASIS),
    RowKind.PLAIN: (Role.NUMBER, Role.CONTENT, Role.NOTE),
}
_CONTENT = {RowKind.TARGET: "Tên chỉ tiêu", RowKind.PLAIN: "Nội dung"}
ROWS = 3


class NewTable(NamedTuple):
    """A table with the tasks or targets that its rows print."""

    table: Table
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]


def new_table(kind: RowKind, rows: int = ROWS) -> NewTable:
    """Return a new table for tasks, for targets or, with PLAIN, for anything else."""
    made = gathered([new_row(kind, 0) for _ in range(rows)])
    columns = tuple(new_column(role, _CONTENT.get(kind, "")) for role in _COLUMNS[kind])
    return NewTable(Table(new_id(), columns, made.rows), made.tasks, made.targets)


def new_column(role: Role, content: str = "") -> Column:
    """Return a new column with its usual heading."""
    title = content if role is Role.CONTENT and content else TITLES[role]
    over = plain(_SHARES) if role in {Role.LEAD, Role.COORDINATE} else EMPTY
    return Column(new_id(), role, plain(title), over)
