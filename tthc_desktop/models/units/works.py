"""The tasks and targets of a plan where they are printed first, each with its number and the headings above it.

A target that is marked in the running text comes where its paragraph or row stands, after the task printed there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import appendix_label, numbers, tables
from tthc_desktop.models.plan import Appendix, Item, Node, Plan, words
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.targets.marks import marked_at
from tthc_desktop.models.task import Target, Task


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above work: a title in the text, an appendix or a group of a table."""

    id: Id
    number: str
    content: str


@dataclass(frozen=True, slots=True)
class Work:
    """A task or target with its printed number and the headings above it, the outermost first."""

    held: Task | Target
    number: str
    above: tuple[Heading, ...] = ()


def works(plan: Plan) -> Iterator[Work]:
    """Yield every task and target once, in the plan's order."""
    seen: set[Id] = set()
    walk = _Walk(plan, marked_at(plan), sum(1 for _ in tables(plan)) > 1)
    for work in chain(_in_nodes(walk, plan.body, ()), *(_in_appendix(walk, appendix) for appendix in plan.appendices)):
        if work.held.id not in seen:
            seen.add(work.held.id)
            yield work


class _Walk(NamedTuple):
    """A plan with its marked targets by where they stand; `several` tells that it has more than one table."""

    plan: Plan
    marks: Mapping[Id, tuple[Target, ...]]
    several: bool


def _in_appendix(walk: _Walk, appendix: Appendix) -> Iterator[Work]:
    label, title = appendix_label(walk.plan, appendix), flat(str(appendix.title))
    heading = Heading(appendix.id, label if title else "", title or label)
    return _in_nodes(walk, appendix.nodes, (heading,) if walk.several else ())


def _in_nodes(walk: _Walk, nodes: tuple[Node, ...], above: tuple[Heading, ...]) -> Iterator[Work]:
    """Yield the work below these nodes; a table that is the only one needs no headings of the text."""
    plan, numbered = walk.plan, numbers(nodes)
    stack: list[tuple[Node, tuple[Heading, ...]]] = [(node, above) for node in reversed(nodes)]
    while stack:
        node, over = stack.pop()
        if isinstance(node, Table):
            yield from _in_table(walk, node, over if walk.several else ())
            continue
        if node.task_id:
            yield Work(plan.tasks[node.task_id], numbered[node.id], over)
        for target in walk.marks.get(node.id, ()):
            yield Work(target, numbered[node.id], over)
        below = (*over, *_heading(plan, node, numbered[node.id]))
        stack += [(child, below) for child in reversed(node.children)]


def _heading(plan: Plan, item: Item, number: str) -> tuple[Heading, ...]:
    content = flat(str(words(plan, item)))
    return (Heading(item.id, number, content),) if content and (number or item.heading) else ()


def _in_table(walk: _Walk, table: Table, above: tuple[Heading, ...]) -> Iterator[Work]:
    groups: list[tuple[int, Heading]] = []
    for row, number in zip(table.rows, row_numbers(table), strict=True):
        while groups and groups[-1][0] >= row.level:
            groups.pop()
        if row.kind is RowKind.GROUP:
            groups.append((row.level, Heading(row.id, number, flat(str(row.title)))))
        over = (*above, *(heading for _, heading in groups))
        if held := _held(walk.plan, row):
            yield Work(held, number, over)
        for target in walk.marks.get(row.id, ()):
            yield Work(target, number, over)


def _held(plan: Plan, row: Row) -> Task | Target | None:
    if row.kind is RowKind.TASK:
        return plan.tasks[row.task_id]
    return plan.targets[row.target_id] if row.kind is RowKind.TARGET else None


def flat(printed: str) -> str:
    """Return words in one line."""
    return " ".join(printed.split())
