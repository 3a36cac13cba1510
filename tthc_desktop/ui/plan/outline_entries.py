"""The outline of a plan as a tree of entries: parts, numbered items, tables and appendices."""

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import UNNUMBERED, Mark, printed
from tthc_desktop.models.outline import appendix_label, numbers, tables_in
from tthc_desktop.models.plan import Appendix, Item, Node, Plan, words
from tthc_desktop.models.table import Table
from tthc_desktop.ui.plan.names import short, table_name
from tthc_desktop.ui.plan.paragraph import BASES, HEADER, SIGNATURE


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline. `owner` is the identity of what it stands for."""

    owner: Id
    text: str
    whole: str = ""
    children: tuple["Entry", ...] = ()
    movable: bool = False
    """Whether it may be dragged to another place."""


def entries(plan: Plan) -> tuple[Entry, ...]:
    """Return the outline from the head of the paper to its appendices."""
    bases = Entry(BASES, f"Căn cứ ({len(plan.bases)})")
    end = Entry(SIGNATURE, f"Nơi nhận ({len(plan.recipients)}) và chữ ký")
    appendices = (_appendix(plan, appendix) for appendix in plan.appendices)
    return (Entry(HEADER, "Đầu văn bản"), bases, *_below(plan, plan.body, numbers(plan.body)), end, *appendices)


def _below(plan: Plan, nodes: tuple[Node, ...], numbered: dict[Id, str]) -> tuple[Entry, ...]:
    marks = _marks(nodes)
    return tuple(
        _entry(plan, node, numbered)
        for node in nodes
        if isinstance(node, Table) or node.mark in marks or _stands_out(node)
    )


def _marks(nodes: tuple[Node, ...]) -> set[Mark]:
    """Return the marks of the numbered neighbours that are shown: all of one series, or none of it."""
    shown = {node.mark for node in nodes if isinstance(node, Item) and _stands_out(node)}
    return shown - set(UNNUMBERED)


def _entry(plan: Plan, node: Node, numbered: dict[Id, str]) -> Entry:
    if isinstance(node, Table):
        return Entry(node.id, f"{table_name(plan, node)} ({len(node.rows)} hàng)", movable=True)
    whole = f"{printed(node.mark, numbered[node.id])} {words(plan, node)}".strip()
    return Entry(node.id, short(whole), whole, _below(plan, node.children, numbered), movable=True)


def _stands_out(item: Item) -> bool:
    """Tell whether an item is a line of the outline: a heading, a task, or a number that has something below it."""
    numbered_parent = item.mark not in UNNUMBERED and bool(item.children)
    task = bool(item.task_id or item.shares_id)
    return item.heading or task or numbered_parent or any(tables_in(item.children))


def _appendix(plan: Plan, appendix: Appendix) -> Entry:
    found = list(tables_in(appendix.nodes))
    rows = sum(len(table.rows) for table in found)
    text = f"{appendix_label(plan, appendix)} ({rows} hàng)"
    below = _below(plan, appendix.nodes, numbers(appendix.nodes))
    only_table = len(below) == 1 and len(found) == 1 and below[0].owner == found[0].id
    return Entry(appendix.id, text, str(appendix.title), () if only_table else below)


def walk(tree: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield every entry from the top."""
    for entry in tree:
        yield entry
        yield from walk(entry.children)
