"""A part of a plan that stands nowhere yet: what the clipboard brings, on its way into a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, tables_in
from tthc_desktop.models.plan import Basis, Node, Plan
from tthc_desktop.models.task import Target, Task


@dataclass(frozen=True, slots=True)
class Fragment:
    """Paragraphs and tables with the tasks and targets that they print, and the bases that stood before them."""

    nodes: tuple[Node, ...] = ()
    tasks: Mapping[Id, Task] = field(default_factory=dict)
    targets: Mapping[Id, Target] = field(default_factory=dict)
    bases: tuple[Basis, ...] = ()


def whole(fragment: Fragment) -> Plan:
    """Return the fragment as a plan that has nothing else, so that every edit of plans can be made in it."""
    return Plan("", body=fragment.nodes, tasks=fragment.tasks, targets=fragment.targets, bases=fragment.bases)


def part(plan: Plan) -> Fragment:
    """Return what a plan made by `whole` holds now."""
    return Fragment(plan.body, plan.tasks, plan.targets, plan.bases)


def measure(fragment: Fragment) -> str:
    """Return how much a fragment holds, for the middle of a sentence: 2 căn cứ, 12 đoạn, 1 bảng."""
    paragraphs = sum(1 for _ in items(fragment.nodes))
    tables = sum(1 for _ in tables_in(fragment.nodes))
    counted = ((len(fragment.bases), "căn cứ"), (paragraphs, "đoạn"), (tables, "bảng"))
    return ", ".join(f"{number} {what}" for number, what in counted if number) or "0 đoạn"
