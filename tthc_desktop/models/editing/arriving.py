"""What comes back into the plan that it was cut from: it is the same as before, unless it is still there.

An identity is kept when nothing in the office has it; everything else is a copy with an identity of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from tthc_desktop.models.copying import Copier, copy_fragment, identities
from tthc_desktop.models.editing.pasting import Destination
from tthc_desktop.models.editing.tasks import printed, without_shares
from tthc_desktop.models.editing.text import replace_in_plan
from tthc_desktop.models.fragment import Fragment, part, whole
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.places import rewritten
from tthc_desktop.models.plan import Basis, Item, Node, Plan
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import without_figures

V = TypeVar("V", Task, Target)


class Arrival(NamedTuple):
    """A fragment ready to go into a plan, the plan ready for it, and where it goes."""

    plan: Plan
    fragment: Fragment
    where: Destination


def arrive(plan: Plan, fragment: Fragment, where: Destination, came_from: Id, others: Iterable[Plan]) -> Arrival:
    """Prepare a fragment that this program copied from the plan named; `others` are all other plans of the office."""
    if came_from != plan.id:
        return Arrival(plan, _unlinked(copy_fragment(_alone(fragment))), where)
    left = _left_empty(plan, fragment, where.replaces)
    made, place = _renamed(plan, left), _going(where, left)
    own = identities(whole(fragment))
    taken = own & identities(made)
    for other in others:
        taken |= own & identities(other)
    return Arrival(made, _Moving(made, fragment, taken).fragment(), place)


def _alone(fragment: Fragment) -> Fragment:
    """Return the fragment without the tasks that it only refers to."""
    wanted = frozenset(printed(whole(fragment)))
    tasks = {id_: task for id_, task in fragment.tasks.items() if id_ in wanted}
    return replace(fragment, tasks=tasks, nodes=without_shares(fragment.nodes, fragment.tasks.keys() - wanted))


def _unlinked(fragment: Fragment) -> Fragment:
    """Return the fragment with the figures of another report as ordinary words."""
    return part(rewritten(whole(fragment), lambda _, words: without_figures(words)))


def _left_empty(plan: Plan, fragment: Fragment, replaced: Id) -> Mapping[Id, Id]:
    """Return new identities for the empty paragraphs that a cut left: the old ones go with the words."""
    filled = {item.id for item, _ in items(fragment.nodes) if item.id == replaced or not _is_empty(item)}
    filled |= {basis.id for basis in fragment.bases if basis.text}
    empty = {item.id for nodes in nodes_of(plan) for item, _ in items(nodes) if _is_empty(item)}
    empty |= {basis.id for basis in plan.bases if not basis.text}
    return {old: new_id() for old in filled & empty}


def _is_empty(item: Item) -> bool:
    return not (item.text or item.task_id or item.lines)


def _renamed(plan: Plan, names: Mapping[Id, Id]) -> Plan:
    bases = {basis.id for basis in plan.bases}

    def rename(node: Node) -> tuple[Node, ...]:
        return (replace(node, id=names[node.id]),)

    for old in names.keys() - bases:
        plan = replace_in_plan(plan, old, rename)
    return replace(plan, bases=tuple(_basis(basis, names) for basis in plan.bases)) if names.keys() & bases else plan


def _basis(basis: Basis, names: Mapping[Id, Id]) -> Basis:
    return replace(basis, id=names[basis.id]) if basis.id in names else basis


def _going(where: Destination, names: Mapping[Id, Id]) -> Destination:
    under, owner, replaces = (names.get(id_, id_) for id_ in (where.under, where.owner, where.replaces))
    return replace(where, under=under, owner=owner, replaces=replaces)


@dataclass(slots=True)
class _Moving:
    """A fragment on its way back: what prints a task that is still in the plan prints that one again."""

    plan: Plan
    old: Fragment
    taken: frozenset[Id]
    copies: dict[Id, Id] = field(default_factory=dict)

    def fragment(self) -> Fragment:
        copier = Copier(self._name, self._task, self._target)
        nodes = copier.nodes(self.old.nodes)
        for target in self.old.targets.values():
            if target.item_id in copier.names:
                self._target(target.id, copier.names[target.item_id] == target.item_id)
        known = {target.id: copier.marked(target) for target in self._known(self.old.targets)}
        wanted = frozenset(printed(Plan("", body=nodes, targets=known)))
        tasks = {task.id: task for task in self._known(self.old.tasks) if task.id in wanted}
        targets = {id_: target for id_, target in known.items() if id_ in wanted}
        gone = ({*self.old.tasks} | {*self.copies.values()}) - wanted - self.plan.tasks.keys()
        bases = tuple(replace(basis, id=self._name(basis.id)) for basis in self.old.bases)
        return Fragment(without_shares(nodes, gone), tasks, targets, bases)

    def _name(self, old: Id) -> Id:
        return new_id() if old in self.taken else old

    def _task(self, old: Id, kept: bool) -> Id:
        return self._found(old, stays=kept and old in self.plan.tasks)

    def _target(self, old: Id, kept: bool) -> Id:
        return self._found(old, stays=kept and old in self.plan.targets)

    def _found(self, old: Id, *, stays: bool) -> Id:
        return old if stays or old not in self.taken else self.copies.setdefault(old, new_id())

    def _known(self, members: Mapping[Id, V]) -> Iterable[V]:
        """Yield the tasks or targets that come with the fragment: those that are gone, and copies of the others."""
        for old, member in members.items():
            if old not in self.taken:
                yield member
            elif old in self.copies:
                yield replace(member, id=self.copies[old], origin_id=old)
