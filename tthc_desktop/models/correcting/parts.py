"""A plan taken apart into its parts, each known by its name, and put together again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tthc_desktop.models.comparison.units import BODY, Name, Parent, Sort, Unit, Value, units
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Basis, Item, Node, Plan, Recipient
from tthc_desktop.models.table import Column, Row, Table
from tthc_desktop.models.task import Target, Task

BASES: Parent = ("bases", "")
APPENDICES: Parent = ("appendices", "")
RECIPIENTS: Parent = ("recipients", "")


@dataclass(slots=True)
class Parts:
    """The parts of a plan by name: what each is by itself, which list it stands in and what stands in each list.

    What a value holds of other parts (children, rows, columns, nodes) is not looked at: `members` says it.
    """

    paper: Plan
    """The plan for what belongs to it as a whole."""
    values: dict[Name, Value] = field(default_factory=dict)
    parents: dict[Name, Parent] = field(default_factory=dict)
    members: dict[Parent, list[Name]] = field(default_factory=dict)
    tasks: dict[Id, Task] = field(default_factory=dict)
    targets: dict[Id, Target] = field(default_factory=dict)
    turned: dict[Id, Id] = field(default_factory=dict)
    """Paragraphs that a paper has turned into tasks, with the task: labelled lines were written below them."""

    def work(self, held: Id) -> Task | Target:
        """Return a task or target."""
        return self.tasks[held] if held in self.tasks else self.targets[held]

    def put_work(self, held: Task | Target) -> None:
        """Put a task or target in, in the place of the one with its identity."""
        if isinstance(held, Task):
            self.tasks[held.id] = held
        else:
            self.targets[held.id] = held

    def put(self, name: Name, value: Value, parent: Parent) -> None:
        """Put a part behind those that stand in a list."""
        self.values[name], self.parents[name] = value, parent
        self.members.setdefault(parent, []).append(name)

    def holder(self, parent: Parent) -> Name | None:
        """Return the part that a list belongs to; None for the lists of the plan itself."""
        kind, owner = parent
        if not owner:
            return None
        if kind != "nodes":
            return Sort.TABLE, owner
        return next((name for sort in (Sort.ITEM, Sort.APPENDIX) if (name := (sort, owner)) in self.values), None)

    def stands(self, parent: Parent) -> bool:
        """Tell whether there is such a list."""
        return not parent[1] or self.holder(parent) in self.values

    def above(self, name: Name) -> Iterator[Name]:
        """Yield the parts that a part stands in, the nearest first."""
        seen = {name}
        holder = self.holder(self.parents[name])
        while holder is not None and holder not in seen:
            yield holder
            seen.add(holder)
            holder = self.holder(self.parents[holder])

    def lists_of(self, name: Name) -> tuple[Parent, ...]:
        """Return the lists that belong to a part."""
        match name[0]:
            case Sort.ITEM | Sort.APPENDIX:
                return (("nodes", name[1]),)
            case Sort.TABLE:
                return (("columns", name[1]), ("rows", name[1]))
            case _:
                return ()

    def below(self, name: Name) -> Iterator[Name]:
        """Yield what stands in a part, at any depth, in reading order."""
        for parent in self.lists_of(name):
            for member in self.members.get(parent, ()):
                yield member
                yield from self.below(member)


def parts_of(plan: Plan) -> Parts:
    """Take a plan apart."""
    parts = Parts(plan, tasks=dict(plan.tasks), targets=dict(plan.targets))
    for unit in units(plan):
        parts.put(unit.name, unit.value, unit.parent)
    return parts


def held_by(value: Value) -> Id:
    """Return the task or target that a part prints, nothing when it prints none."""
    match value:
        case Item():
            return value.task_id
        case Row():
            return value.task_id or value.target_id
        case _:
            return ""


def units_of(plan: Plan) -> Mapping[Name, Unit]:
    """Return the parts with their words and numbers."""
    return {unit.name: unit for unit in units(plan)}


def plan_of(parts: Parts) -> Plan:
    """Put the parts together."""
    return replace(
        parts.paper,
        bases=tuple(value for value in _values(parts, BASES) if isinstance(value, Basis)),
        body=_nodes(parts, BODY),
        appendices=tuple(
            replace(value, nodes=_nodes(parts, ("nodes", value.id)))
            for value in _values(parts, APPENDICES)
            if isinstance(value, Appendix)
        ),
        recipients=tuple(value for value in _values(parts, RECIPIENTS) if isinstance(value, Recipient)),
        tasks=dict(parts.tasks),
        targets=dict(parts.targets),
    )


def _values(parts: Parts, parent: Parent) -> Iterator[Value]:
    return (parts.values[name] for name in parts.members.get(parent, ()))


def _nodes(parts: Parts, parent: Parent) -> tuple[Node, ...]:
    return tuple(_node(parts, value) for value in _values(parts, parent) if isinstance(value, Item | Table))


def _node(parts: Parts, value: Item | Table) -> Node:
    if isinstance(value, Item):
        return replace(value, children=_nodes(parts, ("nodes", value.id)))
    columns = (one for one in _values(parts, ("columns", value.id)) if isinstance(one, Column))
    rows = (one for one in _values(parts, ("rows", value.id)) if isinstance(one, Row))
    return replace(value, columns=tuple(columns), rows=tuple(rows))
