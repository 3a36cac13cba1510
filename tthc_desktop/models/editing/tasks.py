"""Edits of tasks and targets, which are one value wherever they are printed."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from tthc_desktop.models.editing.members import unknown
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.sharing import share
from tthc_desktop.models.table import Role
from tthc_desktop.models.targets.marks import printed_marks
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text


def set_task(plan: Plan, task_id: Id, role: Role, words: Text) -> Plan:
    """Change one field of a task."""
    if task_id not in plan.tasks:
        raise unknown("nhiệm vụ này")
    task = task_with(plan.tasks[task_id], role, words)
    return plan if task == plan.tasks[task_id] else replace(plan, tasks={**plan.tasks, task_id: task})


def set_target(plan: Plan, target_id: Id, role: Role, words: Text) -> Plan:
    """Change one field of a target."""
    if target_id not in plan.targets:
        raise unknown("chỉ tiêu này")
    target = target_with(plan.targets[target_id], role, words)
    return plan if target == plan.targets[target_id] else replace(plan, targets={**plan.targets, target_id: target})


def task_with(task: Task, role: Role, words: Text) -> Task:
    """Return the task with other words in the field of that role."""
    match role:
        case Role.CONTENT:
            return replace(task, content=words)
        case Role.LEAD:
            return replace(task, lead=words)
        case Role.COORDINATE:
            return replace(task, coordinate=words)
        case Role.RESULT:
            return replace(task, result=words)
        case Role.DEADLINE:
            return replace(task, deadline=words)
        case _:
            raise ValueError(f"a task has no {role}")


def target_with(target: Target, role: Role, words: Text) -> Target:
    """Return the target with other words in the field of that role."""
    match role:
        case Role.CONTENT:
            return replace(target, name=words)
        case Role.UNIT:
            return replace(target, unit=words)
        case Role.VALUE:
            return replace(target, value=words)
        case Role.BASIS:
            return replace(target, basis=words)
        case Role.LEAD:
            return replace(target, lead=words)
        case Role.COORDINATE:
            return replace(target, coordinate=words)
        case _:
            raise ValueError(f"a target has no {role}")


def with_printed(plan: Plan, tasks: Collection[Task], targets: Collection[Target]) -> Plan:
    """Return the plan with new tasks and targets, which text or tables are about to print."""
    if tasks:
        plan = replace(plan, tasks={**plan.tasks, **{task.id: task for task in tasks}})
    if targets:
        plan = replace(plan, targets={**plan.targets, **{target.id: target for target in targets}})
    return plan


def forget_unprinted(before: Plan, after: Plan) -> Plan:
    """Return `after` without the tasks and targets that only `before` prints."""
    gone = frozenset(printed(before)) - frozenset(printed(after))
    if not gone:
        return after
    made = replace(
        after,
        tasks={task_id: task for task_id, task in after.tasks.items() if task_id not in gone},
        targets={target_id: target for target_id, target in after.targets.items() if target_id not in gone},
        body=without_shares(after.body, gone),
        appendices=tuple(
            replace(appendix, nodes=without_shares(appendix.nodes, gone)) for appendix in after.appendices
        ),
    )
    return share(after, made)


def printed(plan: Plan) -> Iterator[Id]:
    """Yield the identity of every task and target that the text or a table prints, marked targets as well."""
    for nodes in nodes_of(plan):
        yield from (item.task_id for item, _ in items(nodes) if item.task_id)
    for table, _ in tables(plan):
        for row in table.rows:
            yield from (id_ for id_ in (row.task_id, row.target_id) if id_)
    yield from printed_marks(plan)


def without_shares(nodes: tuple[Node, ...], gone: Collection[Id]) -> tuple[Node, ...]:
    """Return the nodes in which no item says that it shares one of these tasks."""
    return tuple(_without_share(node, gone) if isinstance(node, Item) else node for node in nodes)


def _without_share(item: Item, gone: Collection[Id]) -> Item:
    shares_id = "" if item.shares_id in gone else item.shares_id
    return replace(item, children=without_shares(item.children, gone), shares_id=shares_id)
