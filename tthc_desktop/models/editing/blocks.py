"""Tasks in the running text: a paragraph that becomes a task with labelled lines, and one that is a task no longer."""

from dataclasses import replace

from tthc_desktop.models.editing.habits import usual_lines
from tthc_desktop.models.editing.structure import add_sibling
from tthc_desktop.models.editing.tasks import forget_unprinted, with_printed
from tthc_desktop.models.editing.text import find_item, replace_in_plan
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Item, Line, Plan, line_value, words
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import EMPTY, Text, join, plain


def to_task(plan: Plan, item_id: Id, task_id: Id) -> Plan:
    """Make a paragraph a task, with the labelled lines that tasks in this plan usually have."""
    item = find_item(plan, item_id)
    if item.task_id:
        return plan
    made = replace(item, text=EMPTY, heading=False, task_id=task_id, lines=item.lines or usual_lines(plan))
    known = with_printed(plan, (Task(task_id, content=item.text),), ())
    return replace_in_plan(known, item_id, lambda _: (made,))


def to_text(plan: Plan, item_id: Id) -> Plan:
    """Make a task an ordinary paragraph; labelled lines that hold words become paragraphs below it."""
    item = find_item(plan, item_id)
    if not item.task_id:
        return plan
    below = (_as_item(line, line_value(plan, item, line)) for line in item.lines if line_value(plan, item, line))
    made = replace(item, text=words(plan, item), task_id="", lines=(), children=(*item.children, *below))
    return forget_unprinted(plan, replace_in_plan(plan, item_id, lambda _: (made,)))


def _as_item(line: Line, value: Text) -> Item:
    return Item(new_id(), line.mark, join((plain(f"{line.label}: "), value)))


def add_task(plan: Plan, behind: Id, new: Item, task_id: Id) -> Plan:
    """Put a new task behind an item or table, numbered as `new` says, with the plan's usual lines."""
    block = replace(new, task_id=task_id, lines=new.lines or usual_lines(plan))
    return add_sibling(with_printed(plan, (Task(task_id),), ()), behind, block)
