"""Every place of a plan that holds words, in reading order; computed numbers are no words."""

from collections.abc import Iterable, Iterator

from tthc_desktop.models.addressing import ADDRESSEES, addressee_part
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Header, Item, Line, Node, Plan, words
from tthc_desktop.models.searching.cells import cells
from tthc_desktop.models.searching.spots import Holds, Place, Spot, Value, string
from tthc_desktop.models.table import TASK_FIELDS, Column, Table
from tthc_desktop.models.text import EMPTY, Text, plain

FIELDS = ("parent_agency", "agency", "number", "symbol", "place")
"""The parts of the header that are words; the date is three numbers."""


def spots(plan: Plan, holds: Holds = bool) -> Iterator[Spot]:
    """Yield every place with wanted words once: a task that is printed twice is read where it stands first."""
    seen: set[Value] = set()
    for spot in printed(plan, holds):
        new = tuple(value for value in spot.values if value not in seen)
        if new:
            seen.update(new)
            yield spot if len(new) == len(spot.values) else spot._replace(values=new)


def printed(plan: Plan, holds: Holds = bool) -> Iterator[Spot]:
    """Yield every place with wanted words as often as it is printed."""
    yield from _wanted(_head(plan), holds)
    yield from _nodes(plan, plan.body, holds)
    yield from _wanted(_foot(plan), holds)
    for appendix in plan.appendices:
        yield from _wanted(_titles(appendix), holds)
        yield from _nodes(plan, appendix.nodes, holds)


def _wanted(found: Iterable[Spot], holds: Holds) -> Iterator[Spot]:
    return (spot for spot in found if spot.words.runs and holds(string(spot.words)))


def _head(plan: Plan) -> Iterator[Spot]:
    head = plan.header
    yield from (_own("", part, plain(getattr(head, part))) for part in FIELDS)
    yield _own("", "date", plain(date_words(head)))._replace(fixed=True)
    yield _own("", "kind", plain(plan.kind))
    yield _own("", "title", plan.title)
    yield _own("", "attached", plan.attached)
    for place, addressee in enumerate(plan.addressees):
        yield _own(ADDRESSEES, addressee_part(place), plain(addressee))
    yield from (_own(basis.id, "text", basis.text) for basis in plan.bases)


def date_words(head: Header) -> str:
    """Return the date as the paper has it (Decree 30/2020, Appendix I, II.4.b), … for what is not known."""
    if head.day is None and head.month is None and head.year is None:
        return ""
    day = "…" if head.day is None else f"{head.day:02d}"
    month = "…" if head.month is None else f"{head.month:02d}" if head.month < 3 else str(head.month)
    return f"ngày {day} tháng {month} năm {'…' if head.year is None else head.year}"


def _foot(plan: Plan) -> Iterator[Spot]:
    yield from (_own(recipient.id, "text", plain(recipient.text)) for recipient in plan.recipients)
    yield _own("", "capacity", plain("\n".join(plan.signatory.capacity)))
    yield _own("", "signatory", plain(plan.signatory.name))


def _titles(appendix: Appendix) -> Iterator[Spot]:
    yield _own(appendix.id, "title", appendix.title)
    yield _own(appendix.id, "attached", appendix.attached)


def _own(owner: Id, part: str, text: Text) -> Spot:
    return Spot(Place(owner, part), (Value(owner, part),), text)


def _nodes(plan: Plan, nodes: tuple[Node, ...], holds: Holds) -> Iterator[Spot]:
    for node in nodes:
        if isinstance(node, Table):
            yield from _wanted(_heading(node), holds)
            yield from cells(plan, node, holds)
            continue
        value = Value(node.task_id, "content") if node.task_id else Value(node.id, "text")
        yield from _wanted((Spot(Place(node.id), (value,), words(plan, node)),), holds)
        yield from _nodes(plan, node.children, holds)
        for number, line in enumerate(node.lines):
            label = _own(node.id, f"label {number}", plain(line.label))
            yield from _wanted((label, _line(plan, node, number, line)), holds)


def _line(plan: Plan, item: Item, number: int, line: Line) -> Spot:
    place, name = Place(item.id, f"line {number}"), TASK_FIELDS.get(line.role)
    if name and item.task_id:
        return Spot(place, (Value(item.task_id, name),), getattr(plan.tasks[item.task_id], name))
    return Spot(place, (Value(item.id, place.part),), line.words)


def _heading(table: Table) -> Iterator[Spot]:
    """Yield the titles of the columns; neighbours under one wider title have it once."""
    for number, column in enumerate(table.columns):
        before = table.columns[number - 1].over if number else EMPTY
        if column.over and column.over != before:
            under = _under(table.columns[number:], column.over)
            yield Spot(Place(column.id, "over", table.id, column.id), under, column.over)
        yield Spot(Place(column.id, "title", table.id, column.id), (Value(column.id, "title"),), column.title)


def _under(columns: Iterable[Column], over: Text) -> tuple[Value, ...]:
    found = []
    for column in columns:
        if column.over != over:
            break
        found.append(Value(column.id, "over"))
    return tuple(found)
