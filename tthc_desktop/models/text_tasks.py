"""The tasks in the running text of a plan, as a table: where each stands, then what it says."""

from collections.abc import Iterator

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, nodes_of, numbers
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import plain

_COLUMNS = (
    (Role.NUMBER, "STT"),
    (Role.FREE, "Mục"),
    (Role.CONTENT, "Nội dung công việc"),
    (Role.LEAD, "Đơn vị chủ trì"),
    (Role.COORDINATE, "Đơn vị phối hợp"),
    (Role.RESULT, "Kết quả, sản phẩm"),
    (Role.DEADLINE, "Thời hạn"),
)


def text_tasks(plan: Plan) -> Table | None:
    """Return the tasks that paragraphs print, each in a row with its paragraph's identity; None without any."""
    columns = tuple(Column(f"{role}-{plan.id}", role, plain(title)) for role, title in _COLUMNS)
    rows = tuple(
        Row(item.id, RowKind.TASK, task_id=item.task_id, cells=((columns[1].id, plain(place)),))
        for item, place in _printing(plan)
    )
    return Table(f"text-{plan.id}", columns, rows) if rows else None


def _printing(plan: Plan) -> Iterator[tuple[Item, str]]:
    """Yield each paragraph that prints a task with its number, such as II.1.a."""
    for nodes in nodes_of(plan):
        bare = numbers(nodes)
        for item, above in items(nodes):
            if item.task_id:
                yield item, _place([*above, item], bare)


def _place(path: list[Item], bare: dict[str, str]) -> str:
    parts: list[str] = []
    for item in path:
        if item.mark is Mark.DECIMAL and parts:
            parts.pop()
        if bare[item.id]:
            parts.append(bare[item.id])
    return ".".join(parts)
