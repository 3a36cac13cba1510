"""Every place of a plan that holds words, listed and rewritten by one walk, so that both know the same places."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from tthc_desktop.models.addressing import addressee_part
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Item, Line, Node, Plan, Recipient
from tthc_desktop.models.table import TASK_FIELDS, Row, Table
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import Text, plain

V = TypeVar("V")
_TASK = tuple(TASK_FIELDS.values())
_TARGET = ("name", "unit", "value", "basis", "lead", "coordinate")
_MARKED = ("basis", "lead", "coordinate")
"""What a target has of its own that is marked in the running text: the rest are words of its paragraph."""
_HEADER = ("parent_agency", "agency", "place")


@dataclass(frozen=True, slots=True)
class Place:
    """Where words are kept: who holds them, nobody for the plan's own, and which part of it.

    The parts are the fields' names; besides `line 0` and `label 0` of an item, `cell ID` of a row, `capacity 0` and
    `addressee 0`.
    """

    owner: Id
    part: str


Turn = Callable[[Place, Text], Text]


def words_by_place(plan: Plan) -> Iterator[tuple[Place, Text]]:
    """Yield every place with the words that stand there; empty ones are left out."""
    found: list[tuple[Place, Text]] = []

    def note(place: Place, words: Text) -> Text:
        if words:
            found.append((place, words))
        return words

    rewritten(plan, note)
    yield from found


def rewritten(plan: Plan, turn: Turn) -> Plan:
    """Return the plan with the words of every place put through `turn`; what stays the same is shared."""
    walk = _Walk(turn)
    made = walk.fields(plan, "", ("title", "attached"))
    header = walk.strings(plan.header, _HEADER)
    capacity = tuple(
        walk.string(Place("", f"capacity {at}"), words) for at, words in enumerate(plan.signatory.capacity)
    )
    addressees = tuple(walk.string(Place("", addressee_part(at)), words) for at, words in enumerate(plan.addressees))
    parts: dict[str, object] = {
        "header": header,
        "signatory": plan.signatory
        if capacity == plan.signatory.capacity
        else replace(plan.signatory, capacity=capacity),
        "addressees": plan.addressees if addressees == plan.addressees else addressees,
        "bases": _kept(plan.bases, (walk.fields(basis, basis.id, ("text",)) for basis in plan.bases)),
        "body": walk.nodes(plan.body),
        "appendices": _kept(plan.appendices, map(walk.appendix, plan.appendices)),
        "recipients": _kept(plan.recipients, map(walk.recipient, plan.recipients)),
        "tasks": _kept_by_id(plan.tasks, (walk.fields(task, task.id, _TASK) for task in plan.tasks.values())),
        "targets": _kept_by_id(plan.targets, map(walk.target, plan.targets.values())),
    }
    changed = {name: part for name, part in parts.items() if part is not getattr(plan, name)}
    return replace(made, **changed) if changed else made  # type: ignore[arg-type]


def _kept(old: tuple[V, ...], new: Iterable[V]) -> tuple[V, ...]:
    made = tuple(new)
    return old if all(was is now for was, now in zip(old, made, strict=True)) else made


def _kept_by_id(old: Mapping[Id, V], new: Iterable[V]) -> Mapping[Id, V]:
    made = dict(zip(old, new, strict=True))
    return old if all(old[id_] is member for id_, member in made.items()) else made


class _Walk:
    """Goes through a plan and rebuilds what other words stand in."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn

    def fields(self, holder: V, owner: Id, names: tuple[str, ...]) -> V:
        """Return the holder with the words of some fields turned."""
        made = {name: self._turn(Place(owner, name), getattr(holder, name)) for name in names}
        changed = {name: words for name, words in made.items() if words is not getattr(holder, name)}
        return replace(holder, **changed) if changed else holder  # type: ignore[type-var]

    def target(self, target: Target) -> Target:
        return self.fields(target, target.id, _MARKED if target.item_id else _TARGET)

    def strings(self, holder: V, names: tuple[str, ...]) -> V:
        made = {name: self.string(Place("", name), getattr(holder, name)) for name in names}
        changed = {name: words for name, words in made.items() if words != getattr(holder, name)}
        return replace(holder, **changed) if changed else holder  # type: ignore[type-var]

    def string(self, place: Place, words: str) -> str:
        """Turn words that have no emphasis."""
        given = plain(words)
        turned = self._turn(place, given)
        return words if turned is given else str(turned)

    def nodes(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return _kept(nodes, (self._item(node) if isinstance(node, Item) else self._table(node) for node in nodes))

    def appendix(self, appendix: Appendix) -> Appendix:
        made = self.fields(appendix, appendix.id, ("title", "attached"))
        nodes = self.nodes(appendix.nodes)
        return made if nodes is appendix.nodes else replace(made, nodes=nodes)

    def recipient(self, recipient: Recipient) -> Recipient:
        words = self.string(Place(recipient.id, "text"), recipient.text)
        return recipient if words == recipient.text else replace(recipient, text=words)

    def _item(self, item: Item) -> Item:
        made = item if item.task_id else self.fields(item, item.id, ("text",))
        children = self.nodes(item.children)
        lines = _kept(item.lines, (self._line(item, at, line) for at, line in enumerate(item.lines)))
        if children is item.children and lines is item.lines:
            return made
        return replace(made, children=children, lines=lines)

    def _line(self, item: Item, at: int, line: Line) -> Line:
        label = self.string(Place(item.id, f"label {at}"), line.label)
        in_task = bool(item.task_id) and line.role in TASK_FIELDS
        words = line.words if in_task else self._turn(Place(item.id, f"line {at}"), line.words)
        return line if label == line.label and words is line.words else replace(line, label=label, words=words)

    def _table(self, table: Table) -> Table:
        columns = _kept(table.columns, (self.fields(one, one.id, ("title", "over")) for one in table.columns))
        rows = _kept(table.rows, map(self._row, table.rows))
        unchanged = columns is table.columns and rows is table.rows
        return table if unchanged else replace(table, columns=columns, rows=rows)

    def _row(self, row: Row) -> Row:
        title = self._turn(Place(row.id, "title"), row.title)
        cells = tuple((column, self._turn(Place(row.id, f"cell {column}"), words)) for column, words in row.cells)
        same = all(now is was for (_, now), (_, was) in zip(cells, row.cells, strict=True))
        return row if title is row.title and same else replace(row, title=title, cells=cells)
