"""A new plan with the parts that such plans usually have."""

from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient, Signatory
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Text, plain

_ROWS = 8
_COLUMNS = (
    (Role.NUMBER, "STT"),
    (Role.CONTENT, "Nội dung nhiệm vụ"),
    (Role.LEAD, "Đơn vị chủ trì"),
    (Role.COORDINATE, "Đơn vị phối hợp"),
    (Role.RESULT, "Kết quả, sản phẩm"),
    (Role.DEADLINE, "Thời hạn"),
)


def skeleton() -> Plan:
    """Return a plan without words of its own: purpose, work, carrying out, and an appendix of empty tasks."""
    tasks = [Task(new_id()) for _ in range(_ROWS)]
    rows = tuple(Row(new_id(), RowKind.TASK, task_id=task.id) for task in tasks)
    columns = tuple(Column(new_id(), role, plain(title)) for role, title in _COLUMNS)
    table = Table(new_id(), columns, rows)
    return Plan(
        new_id(),
        bases=(Basis(new_id(), Text()),),
        body=_body(),
        appendices=(Appendix(new_id(), landscape=True, nodes=(table,)),),
        signatory=Signatory(),
        recipients=(Recipient(new_id(), "Lưu: VT"),),
        tasks=_by_id(tasks),
    )


def _body() -> tuple[Item, ...]:
    purpose = (_heading(Mark.ARABIC, "Mục đích", _empty()), _heading(Mark.ARABIC, "Yêu cầu", _empty()))
    return (
        _heading(Mark.ROMAN, "MỤC ĐÍCH, YÊU CẦU", *purpose),
        _heading(Mark.ROMAN, "NỘI DUNG", _empty(Mark.ARABIC), _empty(Mark.ARABIC)),
        _heading(Mark.ROMAN, "TỔ CHỨC THỰC HIỆN", _empty(Mark.ARABIC), _empty(Mark.ARABIC)),
    )


def _heading(mark: Mark, words: str, *children: Item) -> Item:
    return Item(new_id(), mark, plain(words), heading=True, children=children)


def _empty(mark: Mark = Mark.LETTER) -> Item:
    return Item(new_id(), mark)


def _by_id(tasks: list[Task]) -> dict[Id, Task]:
    return {task.id: task for task in tasks}
