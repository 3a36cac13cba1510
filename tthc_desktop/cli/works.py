"""The tasks and targets of a plan as plain data, each once, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tthc_desktop.cli.plans import one_line
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.outline import numbers as item_numbers
from tthc_desktop.models.party import parties, parts
from tthc_desktop.models.plan import Node, Plan, words
from tthc_desktop.models.table import RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.targets.marks import marked_at
from tthc_desktop.models.targets.measure import understand_target
from tthc_desktop.models.task import Task

Work = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a task or target is printed."""

    held: Id
    table: Id | None
    number: str
    group: str


def tasks(plan: Plan) -> list[Work]:
    """Return the tasks; the words of paragraphs that share a task come before its own."""
    shared = _shared(plan)
    return [
        {
            "id": place.held,
            "where": "table" if place.table else "body",
            "table": place.table,
            "number": place.number,
            "group": place.group,
            "content": "\n".join((*shared.get(place.held, ()), str(task.content))),
            "lead": str(task.lead),
            "coordinate": str(task.coordinate),
            "result": str(task.result),
            "deadline": str(task.deadline),
            **_understood(task),
        }
        for place in _places(plan)
        if (task := plan.tasks.get(place.held))
    ]


def _understood(task: Task) -> Work:
    """Return who leads and who helps, one by one, where the words tell."""
    said = parts(str(task.lead))
    return {"leads": list(said.lead), "helpers": [*said.coordinate, *parties(str(task.coordinate))]}


def targets(plan: Plan) -> list[Work]:
    """Return the targets with what their printed values mean."""
    found: list[Work] = []
    for place in _places(plan):
        if target := plan.targets.get(place.held):
            value = understand_target(target)
            found.append(
                {
                    "id": target.id,
                    "number": place.number,
                    "group": place.group,
                    "name": str(target.name),
                    "unit": str(target.unit),
                    "comparator": str(value.comparator),
                    "comparator_printed": value.comparator_printed,
                    "value": figure(value.value),
                    "upper": figure(value.upper),
                    "value_printed": str(target.value),
                    "in_text": target.item_id,
                    "baseline_year": value.baseline_year,
                    "by": value.as_of.isoformat() if value.as_of else None,
                    "basis": str(target.basis),
                    "lead": str(target.lead),
                    "coordinate": str(target.coordinate),
                }
            )
    return found


def figure(value: Decimal | None) -> int | float | None:
    """Return a figure as JSON has it: a whole number without its point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _shared(plan: Plan) -> dict[Id, list[str]]:
    found: dict[Id, list[str]] = {}
    for nodes in nodes_of(plan):
        for item, _ in items(nodes):
            if item.shares_id:
                found.setdefault(item.shares_id, []).append(str(words(plan, item)))
    return found


def _places(plan: Plan) -> Iterator[_Place]:
    """Yield where each task and target is printed first, in reading order; marked targets where their words stand."""
    seen: set[Id] = set()
    marks = marked_at(plan)
    for nodes in nodes_of(plan):
        for owner, place in _in_nodes(plan, nodes, item_numbers(nodes), ()):
            for held in (place.held, *(target.id for target in marks.get(owner, ()))):
                if held and held not in seen:
                    seen.add(held)
                    yield replace(place, held=held)


def _in_nodes(
    plan: Plan, nodes: tuple[Node, ...], bare: dict[Id, str], headings: tuple[str, ...]
) -> Iterator[tuple[Id, _Place]]:
    """Yield each paragraph and row with the task or target that it prints, if any."""
    for node in nodes:
        if isinstance(node, Table):
            yield from _in_table(node)
            continue
        yield node.id, _Place(node.task_id, None, bare[node.id], " / ".join(headings))
        below = (*headings, one_line(words(plan, node))) if node.heading else headings
        yield from _in_nodes(plan, node.children, bare, below)


def _in_table(table: Table) -> Iterator[tuple[Id, _Place]]:
    groups: list[tuple[int, str]] = []
    for row, number in zip(table.rows, row_numbers(table), strict=True):
        groups = [(level, title) for level, title in groups if level < row.level]
        if row.kind is RowKind.GROUP:
            groups.append((row.level, one_line(row.title)))
        place = _Place(row.task_id or row.target_id, table.id, number, " / ".join(title for _, title in groups))
        yield row.id, place
