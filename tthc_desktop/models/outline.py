"""Walks over the text of a plan and the numbers of its items."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Counter, Mark, number, ordinal, roman
from tthc_desktop.models.plan import Appendix, Item, Node, Plan
from tthc_desktop.models.table import Table


def nodes_of(plan: Plan) -> Iterator[tuple[Node, ...]]:
    """Yield the text of the plan's body, then that of each appendix."""
    yield plan.body
    yield from (appendix.nodes for appendix in plan.appendices)


def items(nodes: tuple[Node, ...], above: tuple[Item, ...] = ()) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Yield every item in reading order with the items above it, the outermost first."""
    for node in nodes:
        if isinstance(node, Item):
            yield node, above
            yield from items(node.children, (*above, node))


def tables(plan: Plan) -> Iterator[tuple[Table, Appendix | None]]:
    """Yield every table in reading order with the appendix it stands in, None for the running text."""
    yield from ((table, None) for table in tables_in(plan.body))
    for appendix in plan.appendices:
        yield from ((table, appendix) for table in tables_in(appendix.nodes))


def tables_in(nodes: tuple[Node, ...]) -> Iterator[Table]:
    """Yield the tables of a part of the text, in reading order."""
    for node in nodes:
        if isinstance(node, Table):
            yield node
        else:
            yield from tables_in(node.children)


def numbers(nodes: tuple[Node, ...]) -> dict[Id, str]:
    """Return the bare number of each item: I, 1, 1.1, a, i; empty for dashes and plain paragraphs."""
    found: dict[Id, str] = {}
    _number(nodes, "", found)
    return found


def _number(nodes: tuple[Node, ...], above: str, found: dict[Id, str]) -> None:
    counter = Counter()
    for node in nodes:
        if isinstance(node, Item):
            bare = number(node.mark, counter.next(node.mark, node.starts_at), above)
            found[node.id] = bare
            _number(node.children, _decimal_parent(node.mark, bare, above), found)


def _decimal_parent(mark: Mark, bare: str, above: str) -> str:
    """Return the number that 1.1 below this item begins with."""
    if mark in {Mark.ARABIC, Mark.DECIMAL}:
        return bare
    if mark is Mark.ROMAN:
        return str(ordinal(mark, bare))
    return above


def appendix_label(plan: Plan, appendix: Appendix) -> str:
    """Return `Phụ lục`, with a Roman number when there are two or more (Decree 30/2020, Appendix I, III.1.b)."""
    if len(plan.appendices) < 2:
        return "Phụ lục"
    place = next(place for place, other in enumerate(plan.appendices, 1) if other.id == appendix.id)
    return f"Phụ lục {roman(place)}"


def replace_node(nodes: tuple[Node, ...], node_id: Id, make: Callable[[Node], tuple[Node, ...]]) -> tuple[Node, ...]:
    """Return the nodes with one of them, at any depth, put through `make`; branches without it are the same objects."""
    for place, node in enumerate(nodes):
        if node.id == node_id:
            return (*nodes[:place], *make(node), *nodes[place + 1 :])
        if isinstance(node, Item):
            below = replace_node(node.children, node_id, make)
            if below is not node.children:
                return (*nodes[:place], replace(node, children=below), *nodes[place + 1 :])
    return nodes


def find(nodes: tuple[Node, ...], node_id: Id) -> Node | None:
    """Return the item or table with this identity."""
    for node in nodes:
        if node.id == node_id:
            return node
        if isinstance(node, Item) and (found := find(node.children, node_id)):
            return found
    return None
