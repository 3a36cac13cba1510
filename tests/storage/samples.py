"""Plans for tests of the storage."""

from collections.abc import Iterator
from dataclasses import replace

from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office

ROLES = (Role.NUMBER, Role.CONTENT, Role.LEAD, Role.DEADLINE)


def sample_plan(rows: int = 3) -> Plan:
    """Return a plan with a text of two items and a table of tasks."""
    tasks = {task.id: task for task in _tasks(rows)}
    columns = tuple(Column(new_id(), role, plain(role)) for role in ROLES)
    table = Table(new_id(), columns, tuple(Row(new_id(), RowKind.TASK, task_id=id_) for id_ in tasks))
    point = Item(new_id(), Mark.ARABIC, plain("Bảo đảm đúng tiến độ"))
    return Plan(
        new_id(),
        title=plain("Kiểm soát thủ tục hành chính năm 2025"),
        bases=(Basis(new_id(), plain("Căn cứ Nghị định số 63/2010/NĐ-CP")),),
        body=(Item(new_id(), Mark.ROMAN, plain("YÊU CẦU"), heading=True, children=(point,)),),
        appendices=(Appendix(new_id(), plain("DANH MỤC NHIỆM VỤ"), nodes=(table,)),),
        recipients=(Recipient(new_id(), "Như trên"), Recipient(new_id(), "Lưu: VT")),
        tasks=tasks,
    )


def _tasks(count: int) -> Iterator[Task]:
    for number in range(count):
        content = f"Rà soát, công bố, công khai danh mục thủ tục hành chính thuộc lĩnh vực số {number}"
        yield Task(
            new_id(),
            content=plain(content),
            lead=plain(f"Sở {number % 20}"),
            coordinate=plain("Văn phòng Ủy ban nhân dân tỉnh; các sở, ban, ngành"),
            result=plain(f"Quyết định công bố số {number}"),
            deadline=plain(f"Quý {number % 4 + 1}"),
        )


def with_lead(plan: Plan, task_id: Id, words: str) -> Plan:
    """Return the plan with another lead of one task."""
    task = replace(plan.tasks[task_id], lead=plain(words))
    return replace(plan, tasks={**plan.tasks, task_id: task})


def add(office: Office, plan: Plan) -> Plan:
    """Put the plan into the office."""
    office.change(Change("Thêm kế hoạch", ((None, plan),)))
    return plan


def rename(office: Office, plan_id: Id, title: str) -> Plan:
    """Give a plan another title."""
    before = office.plans[plan_id]
    after = replace(before, title=plain(title))
    office.change(Change(f"Đổi tên thành {title}", ((before, after),)))
    return after
