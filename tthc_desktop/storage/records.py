"""What each value is in the file: its records, the families of its children, and the difference of two records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient
from tthc_desktop.models.table import Column, Row, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text, to_markup

Value = str | int | float | bool | None
Record = dict[str, Value]
"""The columns of one record without its key and its rank."""
Branch = Plan | Basis | Recipient | Appendix | Item | Table | Column | Row | Task | Target


class Key(NamedTuple):
    """A table and the primary key in it; records without an identity are known by their owner and a part."""

    table: str
    id: Id
    part: str | int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A record before and after; None where it does not exist. A record that stays holds only what changes."""

    key: Key
    before: Record | None
    after: Record | None

    def reversed(self) -> "Difference":
        """Return what takes the difference back."""
        return Difference(self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Place:
    """The record under which a value is kept; `appendix` and `item` are None for the running text's own nodes."""

    owner: Id
    plan: Id
    appendix: Id | None = None
    item: Id | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """The children of one kind under one owner, in their order; text and tables are one kind."""

    name: str
    place: Place
    members: tuple[Branch, ...] | Mapping[Id, Branch]


def key_of(branch: Branch) -> Key:
    """Return where the value's own record is kept."""
    return Key(_TABLES[type(branch)], branch.id)


def families(branch: Branch, place: Place) -> tuple[Family, ...]:
    """Return the children of a value."""
    match branch:
        case Plan():
            return _plan_families(branch)
        case Item():
            return (Family("nodes", Place(branch.id, place.plan, item=branch.id), branch.children),)
        case Appendix():
            return (Family("nodes", Place(branch.id, place.plan, appendix=branch.id), branch.nodes),)
        case Table():
            own = Place(branch.id, place.plan)
            return Family("columns", own, branch.columns), Family("rows", own, branch.rows)
        case _:
            return ()


def _plan_families(plan: Plan) -> tuple[Family, ...]:
    own = Place(plan.id, plan.id)
    return (
        Family("bases", own, plan.bases),
        Family("recipients", own, plan.recipients),
        Family("tasks", own, plan.tasks),
        Family("targets", own, plan.targets),
        Family("nodes", own, plan.body),
        Family("appendices", own, plan.appendices),
    )


def records(branch: Branch, place: Place) -> Iterator[tuple[Key, Record]]:
    """Yield the records of a value without its children's."""
    match branch:
        case Row():
            yield from _row(branch, place)
        case Task():
            yield key_of(branch), _texts(branch, place, "content", "lead", "coordinate", "result", "deadline")
        case Target():
            yield key_of(branch), _texts(branch, place, "name", "unit", "value", "basis", "lead", "coordinate")
        case Item():
            yield from _item(branch, place)
        case Table():
            yield from _table(branch, place)
        case Plan():
            yield from _plan(branch)
        case _:
            yield key_of(branch), _small(branch, place)


def _plan(plan: Plan) -> Iterator[tuple[Key, Record]]:
    head, period = plan.header, plan.period
    yield (
        Key("plans", plan.id),
        {
            "kind": plan.kind,
            "title": _markup(plan.title),
            "attached": _markup(plan.attached),
            "parent_agency": head.parent_agency,
            "agency": head.agency,
            "number": head.number,
            "symbol": head.symbol,
            "location": head.place,
            "day": head.day,
            "month": head.month,
            "year": head.year,
            "period_start": period.start.isoformat() if period else None,
            "period_end": period.end.isoformat() if period else None,
            "signatory_name": plan.signatory.name,
            "source": plan.source,
            "origin_id": plan.origin_id,
        },
    )
    for at, words in enumerate(plan.signatory.capacity):
        yield Key("capacities", plan.id, at), {"words": words}
    for at, stamp in enumerate(plan.stamps):
        yield (
            Key("stamps", plan.id, at),
            {"number": stamp.number, "symbol": stamp.symbol, "at": stamp.at.isoformat()},
        )
    for at, line in enumerate(plan.unplaced):
        yield Key("unplaced", plan.id, at), {"number": line.number, "words": line.text}


def _item(item: Item, place: Place) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("items", item.id),
        {
            **_under(place),
            "mark": item.mark.value,
            "words": _markup(item.text),
            "heading": item.heading,
            "task_id": item.task_id or None,
            "shares_id": item.shares_id or None,
            "starts_at": item.starts_at,
            "origin_id": item.origin_id,
        },
    )
    for at, line in enumerate(item.lines):
        yield (
            Key("lines", item.id, at),
            {
                "role": line.role.value,
                "label": line.label,
                "mark": line.mark.value,
                "ending": line.ending,
                "words": _markup(line.words),
            },
        )


def _table(table: Table, place: Place) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("tables", table.id),
        {**_under(place), "continuous": table.continuous, "number_in_title": table.number_in_title},
    )
    for at, mark in enumerate(table.levels):
        yield Key("levels", table.id, at), {"mark": mark.value}


def _under(place: Place) -> Record:
    return {"plan_id": place.plan, "appendix_id": place.appendix, "parent_id": place.item}


def _row(row: Row, place: Place) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("rows", row.id),
        {
            "table_id": place.owner,
            "kind": row.kind.value,
            "level": row.level,
            "title": _markup(row.title),
            "task_id": row.task_id or None,
            "target_id": row.target_id or None,
        },
    )
    for at, (column_id, words) in enumerate(row.cells):
        yield Key("cells", row.id, column_id), {"place": at, "words": _markup(words)}
    for at, column_id in enumerate(row.continues):
        yield Key("merges", row.id, column_id), {"place": at}


def _texts(branch: Task | Target, place: Place, *names: str) -> Record:
    record: Record = {"plan_id": place.plan, "origin_id": branch.origin_id}
    for name in names:
        words: Text = getattr(branch, name)
        record[name] = _markup(words)
    return record


def _small(branch: Basis | Recipient | Appendix | Column, place: Place) -> Record:
    match branch:
        case Basis():
            return {"plan_id": place.plan, "words": _markup(branch.text)}
        case Recipient():
            return {"plan_id": place.plan, "words": branch.text, "level": branch.level}
        case Appendix():
            return {
                "plan_id": place.plan,
                "title": _markup(branch.title),
                "attached": _markup(branch.attached),
                "landscape": branch.landscape,
            }
        case Column():
            return {
                "table_id": place.owner,
                "role": branch.role.value,
                "title": _markup(branch.title),
                "over_title": _markup(branch.over),
                "width": branch.width,
            }


def _markup(words: Text) -> str:
    """Return what is kept of a text; most have one run and nothing to escape, and then it is that run's words."""
    if len(words.runs) == 1:
        (run,) = words.runs
        if not run.bold and not run.italic and _ESCAPED.isdisjoint(run.text):
            return run.text
    return to_markup(words)


_ESCAPED = frozenset("&<>")
_TABLES: dict[type[Branch], str] = {
    Plan: "plans",
    Basis: "bases",
    Recipient: "recipients",
    Appendix: "appendices",
    Item: "items",
    Table: "tables",
    Column: "columns",
    Row: "rows",
    Task: "tasks",
    Target: "targets",
}
