"""An earlier state of a plan woven together with what has come in since: nothing that is there now gets lost."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.tasks import printed, without_shares
from tthc_desktop.models.identity import Id, Identified
from tthc_desktop.models.outline import nodes_of
from tthc_desktop.models.plan import Appendix, Item, Node, Plan
from tthc_desktop.models.sharing import share
from tthc_desktop.models.table import Row, Table

M = TypeVar("M", bound=Identified)


def woven(then: Plan, now: Plan) -> Plan:
    """Return the plan as it was then, with the parts that it has now and did not have then at their places.

    What both have is as it was then. Whether it is issued, replaced or a kept version stays as it is now.
    """
    weaver = _Weaver({node.id: node for node in every_node(now)}, identities(then))
    made = replace(
        then,
        bases=put_together(then.bases, now.bases, weaver.known),
        recipients=put_together(then.recipients, now.recipients, weaver.known),
        body=weaver.nodes(then.body, now.body),
        appendices=weaver.appendices(then.appendices, now.appendices),
        stage=now.stage,
        issue=now.issue,
        replaced_by=now.replaced_by,
    )
    return share(now, with_works(made, then, now))


def with_works(plan: Plan, then: Plan, now: Plan) -> Plan:
    """Return the plan with the tasks and targets that it prints: as they were then, those of today's parts as now."""
    every = replace(plan, tasks={**now.tasks, **then.tasks}, targets={**now.targets, **then.targets})
    kept = {*printed(every), *then.tasks, *then.targets}
    gone = (every.tasks.keys() | every.targets.keys()) - kept
    return replace(
        every,
        tasks={id_: task for id_, task in every.tasks.items() if id_ in kept},
        targets={id_: target for id_, target in every.targets.items() if id_ in kept},
        body=without_shares(every.body, gone),
        appendices=tuple(replace(one, nodes=without_shares(one.nodes, gone)) for one in every.appendices),
    )


def put_together(then: Iterable[M], now: Iterable[M], known: Collection[Id]) -> tuple[M, ...]:
    """Return the members of then, each with those of now behind it that follow it there and are not known."""
    old = tuple(then)
    places = {member.id: place for place, member in enumerate(old)}
    behind: defaultdict[int, list[M]] = defaultdict(list)
    last = -1
    for member in now:
        if member.id in known:
            last = places.get(member.id, last)
        else:
            behind[last].append(member)
    return (*behind[-1], *(one for place, member in enumerate(old) for one in (member, *behind[place])))


def woven_table(then: Table, now: Table, known: Collection[Id]) -> Table:
    """Return the table as it was then, with the columns and rows that it has now and that are not known."""
    columns = {column.id for column in then.columns}
    new = {column.id for column in now.columns} - columns
    rows = {row.id: row for row in now.rows}
    old = [woven_row(row, rows.get(row.id), new) for row in then.rows]
    return replace(
        then,
        columns=put_together(then.columns, now.columns, columns),
        rows=put_together(old, now.rows, known),
    )


def woven_row(then: Row, now: Row | None, new: Collection[Id]) -> Row:
    """Return the row as it was then, with what it has now in columns that are new."""
    if now is None or not new:
        return then
    return replace(
        then,
        cells=(*then.cells, *(cell for cell in now.cells if cell[0] in new)),
        continues=(*then.continues, *(column for column in now.continues if column in new)),
    )


@dataclass(frozen=True, slots=True)
class _Weaver:
    """What the plan has now, and the identities that it had then, each of which stands where it stood then."""

    today: Mapping[Id, Node]
    known: frozenset[Id]

    def nodes(self, then: Iterable[Node], now: Iterable[Node]) -> tuple[Node, ...]:
        """Weave what stands under the same owner."""
        return put_together([self._node(node) for node in then], [self._new(node) for node in now], self.known)

    def appendices(self, then: Iterable[Appendix], now: Iterable[Appendix]) -> tuple[Appendix, ...]:
        today = {one.id: one.nodes for one in now}
        old = [replace(one, nodes=self.nodes(one.nodes, today.get(one.id, ()))) for one in then]
        new = [replace(one, nodes=self.nodes((), one.nodes)) for one in now]
        return put_together(old, new, self.known)

    def _node(self, then: Node) -> Node:
        """Return a node of then with what is new in it, wherever it stands now."""
        now = self.today.get(then.id)
        if isinstance(then, Table):
            return woven_table(then, now, self.known) if isinstance(now, Table) else then
        below = now.children if isinstance(now, Item) else ()
        return replace(then, children=self.nodes(then.children, below))

    def _new(self, now: Node) -> Node:
        """Return a node of now without what the plan had elsewhere then."""
        if now.id in self.known:
            return now
        if isinstance(now, Table):
            return replace(now, rows=tuple(row for row in now.rows if row.id not in self.known))
        return replace(now, children=self.nodes((), now.children))


def every_node(plan: Plan) -> Iterator[Node]:
    """Yield every item and table of a plan, in reading order."""
    for nodes in nodes_of(plan):
        yield from _every(nodes)


def _every(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Item):
            yield from _every(node.children)
