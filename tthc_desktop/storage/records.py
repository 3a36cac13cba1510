"""What each value is in the file: its records, and the families of its children."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tthc_desktop.models.changes import Kept
from tthc_desktop.models.holdings import FIELDS
from tthc_desktop.models.identity import Id
from tthc_desktop.models.marks import PaperSize
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient
from tthc_desktop.models.table import Column, Row, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text
from tthc_desktop.storage.kept_records import markup, plan_records
from tthc_desktop.storage.keys import Key, Record
from tthc_desktop.storage.register_records import register_records

Branch = Kept | Basis | Recipient | Appendix | Item | Table | Column | Row | Task | Target


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
            record = _texts(branch, place, "name", "unit", "value", "basis", "lead", "coordinate")
            yield key_of(branch), {**record, "item_id": branch.item_id}
        case Item():
            yield from _item(branch, place)
        case Table():
            yield from _table(branch, place)
        case Plan():
            yield from plan_records(branch)
        case Basis() | Recipient() | Appendix() | Column():
            yield key_of(branch), _small(branch, place)
            yield from _sheet(branch)
        case _:
            yield from register_records(branch)


def _sheet(branch: Branch) -> Iterator[tuple[Key, Record]]:
    if isinstance(branch, Appendix) and branch.paper is not PaperSize.A4:
        yield Key("sheets", branch.id), {"paper": branch.paper.value}


def _item(item: Item, place: Place) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("items", item.id),
        {
            **_under(place),
            "mark": item.mark.value,
            "words": markup(item.text),
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
                "words": markup(line.words),
            },
        )


def _table(table: Table, place: Place) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("tables", table.id),
        {
            **_under(place),
            "continuous": table.continuous,
            "number_in_title": table.number_in_title,
            "chart": table.chart,
        },
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
            "title": markup(row.title),
            "task_id": row.task_id or None,
            "target_id": row.target_id or None,
        },
    )
    for at, (column_id, words) in enumerate(row.cells):
        yield Key("cells", row.id, column_id), {"place": at, "words": markup(words)}
    for at, column_id in enumerate(row.continues):
        yield Key("merges", row.id, column_id), {"place": at}


def _texts(branch: Task | Target, place: Place, *names: str) -> Record:
    record: Record = {"plan_id": place.plan, "origin_id": branch.origin_id}
    for name in names:
        words: Text = getattr(branch, name)
        record[name] = markup(words)
    return record


def _small(branch: Basis | Recipient | Appendix | Column, place: Place) -> Record:
    match branch:
        case Basis():
            return {"plan_id": place.plan, "words": markup(branch.text)}
        case Recipient():
            return {"plan_id": place.plan, "words": branch.text, "level": branch.level}
        case Appendix():
            return {
                "plan_id": place.plan,
                "title": markup(branch.title),
                "attached": markup(branch.attached),
                "landscape": branch.landscape,
            }
        case Column():
            return {
                "table_id": place.owner,
                "role": branch.role.value,
                "title": markup(branch.title),
                "over_title": markup(branch.over),
                "width": branch.width,
            }


_TABLES: dict[type[Branch], str] = {
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
_TABLES.update(FIELDS.items())
