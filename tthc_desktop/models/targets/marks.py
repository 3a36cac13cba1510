"""Targets that are marked in the running text: where each stands, and whether its paragraph still says its value."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables_in
from tthc_desktop.models.plan import Node, Plan
from tthc_desktop.models.targets.measure import LEFT_OUT
from tthc_desktop.models.targets.passages import passages_of
from tthc_desktop.models.task import Target


@dataclass(frozen=True, slots=True)
class Lost:
    """A marked target whose value its paragraph no longer says; `words` are what stands there now."""

    target: Target
    words: str


def marked(plan: Plan) -> tuple[Target, ...]:
    """Return the targets that are marked in the running text, in the order in which they were marked."""
    return tuple(target for target in plan.targets.values() if target.item_id)


def marked_at(plan: Plan) -> Mapping[Id, tuple[Target, ...]]:
    """Return the marked targets by the paragraph or row that names them."""
    found: defaultdict[Id, list[Target]] = defaultdict(list)
    for target in marked(plan):
        found[target.item_id].append(target)
    return {item_id: tuple(targets) for item_id, targets in found.items()}


def marked_in(targets: Mapping[Id, Target], nodes: tuple[Node, ...]) -> Iterator[Id]:
    """Yield the targets that are marked in these paragraphs and rows."""
    marks = {target.item_id for target in targets.values() if target.item_id}
    if marks:
        here = marks.intersection(_ids(nodes))
        yield from (target.id for target in targets.values() if target.item_id in here)


def _ids(nodes: tuple[Node, ...]) -> Iterator[Id]:
    yield from (item.id for item, _ in items(nodes))
    for table in tables_in(nodes):
        yield from (row.id for row in table.rows)


def printed_marks(plan: Plan) -> Iterator[Id]:
    """Yield the marked targets whose paragraph or row is in the plan."""
    for nodes in nodes_of(plan) if marked(plan) else ():
        yield from marked_in(plan.targets, nodes)


def lost(plan: Plan) -> tuple[Lost, ...]:
    """Return the marked targets whose paragraphs have changed so that their values are gone."""
    found: list[Lost] = []
    for item_id, targets in marked_at(plan).items():
        said = [passage.words for passage in passages_of(plan, item_id)]
        found += (
            Lost(target, said[0] if said else "")
            for target in targets
            if not any(says(words, str(target.value)) for words in said)
        )
    return tuple(found)


def says(words: str, value: str) -> bool:
    """Tell whether words have a value as it was marked, its parts in their order."""
    parts = (r"\s+".join(map(re.escape, part.split())) for part in value.split(LEFT_OUT))
    pattern = ".*?".join(rf"(?<![\w.,]){part}(?!\w)" if part else "" for part in parts)
    return re.search(pattern, words, re.DOTALL) is not None
