"""Edits of the running text, in the plan's body and in appendices alike: items, their lines, their places.

A place among the text's nodes is named by what they stand under: the plan itself, an appendix or an item.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.members import inserted, moved, unknown
from tthc_desktop.models.editing.tasks import forget_unprinted, set_task, with_printed
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import find, items, nodes_of, replace_node
from tthc_desktop.models.plan import Item, Line, Node, Plan
from tthc_desktop.models.table import TASK_FIELDS, Role
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text

_NODE = "đoạn văn hoặc bảng này"
Nodes = tuple[Node, ...]


def find_node(plan: Plan, node_id: Id) -> Node:
    """Return the item or table with this identity, from the body or an appendix, or say that there is none."""
    for nodes in nodes_of(plan):
        if found := find(nodes, node_id):
            return found
    raise unknown(_NODE)


def find_item(plan: Plan, item_id: Id) -> Item:
    item = find_node(plan, item_id)
    if not isinstance(item, Item):
        raise unknown("đoạn văn này")
    return item


def replace_in_plan(plan: Plan, node_id: Id, make: Callable[[Node], Nodes]) -> Plan:
    """Return the plan with one item or table, wherever it stands, put through `make`."""
    body = replace_node(plan.body, node_id, make)
    if body is not plan.body:
        return replace(plan, body=body)
    for place, appendix in enumerate(plan.appendices):
        nodes = replace_node(appendix.nodes, node_id, make)
        if nodes is not appendix.nodes:
            others = plan.appendices[:place], plan.appendices[place + 1 :]
            return replace(plan, appendices=(*others[0], replace(appendix, nodes=nodes), *others[1]))
    raise unknown(_NODE)


def set_words(plan: Plan, item_id: Id, words: Text) -> Plan:
    """Change what the item's paragraph prints: its own text, or the content of the task that it prints."""
    item = find_item(plan, item_id)
    if item.task_id:
        return set_task(plan, item.task_id, Role.CONTENT, words)
    return _set(plan, item, replace(item, text=words))


def set_line(plan: Plan, item_id: Id, number: int, words: Text) -> Plan:
    """Change what stands after the label of one of the item's lines: a field of its task, or the line's own words."""
    item = find_item(plan, item_id)
    if not 0 <= number < len(item.lines):
        raise unknown("dòng này của nhiệm vụ")
    line = item.lines[number]
    if item.task_id and line.role in TASK_FIELDS:
        return set_task(plan, item.task_id, line.role, words)
    return set_lines(plan, item_id, (*item.lines[:number], replace(line, words=words), *item.lines[number + 1 :]))


def set_lines(plan: Plan, item_id: Id, lines: tuple[Line, ...]) -> Plan:
    """Change which labelled lines the item prints under its task."""
    item = find_item(plan, item_id)
    return _set(plan, item, replace(item, lines=lines))


def set_mark(plan: Plan, item_id: Id, mark: Mark, starts_at: int = 0) -> Plan:
    """Change how the item is numbered; `starts_at` above 0 begins a new count there."""
    if starts_at < 0:
        raise UserError("Số thứ tự bắt đầu không được âm.", "Hãy nhập số từ 1 trở lên, hoặc để đánh số tiếp tục.")
    item = find_item(plan, item_id)
    return _set(plan, item, replace(item, mark=mark, starts_at=starts_at))


def set_heading(plan: Plan, item_id: Id, *, heading: bool) -> Plan:
    item = find_item(plan, item_id)
    return _set(plan, item, replace(item, heading=heading))


def _set(plan: Plan, old: Item, new: Item) -> Plan:
    return plan if new == old else replace_in_plan(plan, old.id, lambda _: (new,))


def insert_nodes(
    plan: Plan, under: Id, place: int, nodes: Nodes, *, tasks: Collection[Task] = (), targets: Collection[Target] = ()
) -> Plan:
    """Put items and tables in, with the new tasks and targets that they print."""
    siblings = inserted(nodes_under(plan, under), place, nodes)
    return with_nodes(with_printed(plan, tasks, targets), under, siblings) if nodes else plan


def remove_nodes(plan: Plan, node_ids: Collection[Id]) -> Plan:
    """Take items and tables out with all that stands below them."""
    return forget_unprinted(plan, _taken_out(plan, _outermost(plan, node_ids)))


def move_nodes(plan: Plan, node_ids: Collection[Id], under: Id, place: int) -> Plan:
    """Move items and tables, in their order, before the one that stands at `place` now."""
    nodes = _outermost(plan, node_ids)
    if any(isinstance(node, Item) and (node.id == under or find(node.children, under)) for node in nodes):
        raise UserError("Không chuyển được một mục vào bên trong chính nó.", "Hãy chọn vị trí khác.")
    siblings = nodes_under(plan, under)
    ids = {node.id for node in nodes}
    if ids <= {node.id for node in siblings}:
        made = moved(siblings, ids, place, _NODE)
        return plan if made is siblings else with_nodes(plan, under, made)
    inserted(siblings, place, nodes)
    before = sum(node.id not in ids for node in siblings[:place])
    rest = _taken_out(plan, nodes)
    return with_nodes(rest, under, inserted(nodes_under(rest, under), before, nodes))


def nodes_under(plan: Plan, under: Id) -> Nodes:
    """Return the nodes directly under the plan, an appendix or an item."""
    if under == plan.id:
        return plan.body
    for appendix in plan.appendices:
        if appendix.id == under:
            return appendix.nodes
    return find_item(plan, under).children


def place_of_node(plan: Plan, node_id: Id) -> tuple[Id, int]:
    """Return what an item or table stands directly under, and its place there from 0."""
    roots = ((plan.id, plan.body), *((appendix.id, appendix.nodes) for appendix in plan.appendices))
    for under, nodes in roots:
        families = ((under, nodes), *((item.id, item.children) for item, _ in items(nodes)))
        for owner, members in families:
            for place, node in enumerate(members):
                if node.id == node_id:
                    return owner, place
    raise unknown(_NODE)


def with_nodes(plan: Plan, under: Id, nodes: Nodes) -> Plan:
    """Return the plan with other nodes directly under itself, an appendix or an item."""
    if under == plan.id:
        return replace(plan, body=nodes)
    if any(appendix.id == under for appendix in plan.appendices):
        appendices = (replace(one, nodes=nodes) if one.id == under else one for one in plan.appendices)
        return replace(plan, appendices=tuple(appendices))
    above = replace(find_item(plan, under), children=nodes)
    return replace_in_plan(plan, under, lambda _: (above,))


def _outermost(plan: Plan, node_ids: Collection[Id]) -> Nodes:
    """Return the chosen nodes in reading order, without those that stand below another chosen one."""
    wanted = frozenset(node_ids)
    found: list[Node] = []
    for nodes in nodes_of(plan):
        _choose(nodes, wanted, found)
    inside = {item.id for node in found if isinstance(node, Item) for item, _ in items(node.children)}
    if not wanted <= inside | {node.id for node in found}:
        raise unknown(_NODE)
    return tuple(found)


def _choose(nodes: Nodes, wanted: frozenset[Id], found: list[Node]) -> None:
    for node in nodes:
        if node.id in wanted:
            found.append(node)
        elif isinstance(node, Item):
            _choose(node.children, wanted, found)


def _taken_out(plan: Plan, nodes: Nodes) -> Plan:
    for node in nodes:
        plan = replace_in_plan(plan, node.id, lambda _: ())
    return plan
