"""What a part says and how it looks, by the parts of a `Place`: read, told and written again one by one."""

from collections.abc import Mapping
from dataclasses import replace

from tthc_desktop.models.comparison.units import Value
from tthc_desktop.models.correcting.wording import same
from tthc_desktop.models.plan import Appendix, Basis, Item, Line, Plan, Recipient
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Row, RowKind
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, Text, plain

Look = Mapping[str, object]
HEADER = ("parent_agency", "agency", "number", "symbol", "place")
PLACING = frozenset({"mark", "level"})
"""What goes along where a part is moved."""


def look_of(value: Value) -> Look:
    """Return what a paper can change of a part itself."""
    match value:
        case Item():
            return _of_item(value)
        case Row():
            cells = {f"cell {column}": words for column, words in value.cells}
            title = {"title": value.title} if value.kind is RowKind.GROUP else {}
            return {"level": value.level, **title, **cells, "continues": frozenset(value.continues)}
        case Column():
            return {"title": value.title, "over": value.over}
        case Appendix():
            return {"title": value.title, "attached": value.attached, "landscape": value.landscape}
        case Basis():
            return {"text": value.text}
        case Recipient():
            return {"text": plain(value.text), "level": value.level}
        case _:
            return {}


def _of_item(item: Item) -> Look:
    words = {} if item.task_id else {"text": item.text}
    own = {
        f"line {at}": line.words
        for at, line in enumerate(item.lines)
        if not (item.task_id and line.role in TASK_FIELDS)
    }
    shape = tuple((line.role, line.label, line.mark, line.ending) for line in item.lines)
    return {**words, "heading": item.heading, "mark": (item.mark, item.starts_at), "lines": shape, **own}


def look_of_held(held: Task | Target) -> Look:
    """Return the fields of a task or target."""
    fields = TASK_FIELDS if isinstance(held, Task) else TARGET_FIELDS
    return {name: getattr(held, name) for name in fields.values()}


def look_of_paper(plan: Plan) -> Look:
    """Return what a paper says of the plan as a whole."""
    header = {name: plain(getattr(plan.header, name)) for name in HEADER}
    return {
        **header,
        "date": (plan.header.day, plan.header.month, plan.header.year),
        "kind": plain(plan.kind),
        "title": plan.title,
        "attached": plan.attached,
        "addressees": plain("\n".join(plan.addressees)),
        "capacity": plain("\n".join(plan.signatory.capacity)),
        "signatory": plain(plan.signatory.name),
    }


def alike(one: object, other: object) -> bool:
    """Tell whether two looks are one."""
    return same(one, other) if isinstance(one, Text) and isinstance(other, Text) else one == other


def with_look(value: Value, part: str, source: Value) -> Value:
    """Return a part with one thing as the source has it."""
    kind, _, at = part.partition(" ")
    match value, source:
        case Item(), Item() as new if kind == "mark":
            return replace(value, mark=new.mark, starts_at=new.starts_at)
        case Item(), Item() as new if kind == "line":
            return replace(value, lines=_with_line(value.lines, int(at), new.lines))
        case Row(), Row() as new if kind == "cell":
            return _with_cell(value, at, dict(new.cells).get(at, EMPTY))
        case _:
            return replace(value, **{part: getattr(source, part)})


def _with_line(lines: tuple[Line, ...], at: int, new: tuple[Line, ...]) -> tuple[Line, ...]:
    if at >= min(len(lines), len(new)):
        return lines
    return (*lines[:at], replace(lines[at], words=new[at].words), *lines[at + 1 :])


def _with_cell(row: Row, column_id: str, words: Text) -> Row:
    return replace(row, cells=tuple({**dict(row.cells), column_id: words}.items()))


def with_look_of_paper(plan: Plan, part: str, source: Plan) -> Plan:
    """Return the plan with one thing of the whole as the source has it."""
    if part in HEADER:
        return replace(plan, header=replace(plan.header, **{part: getattr(source.header, part)}))
    if part == "date":
        day = source.header
        return replace(plan, header=replace(plan.header, day=day.day, month=day.month, year=day.year))
    if part == "capacity":
        return replace(plan, signatory=replace(plan.signatory, capacity=source.signatory.capacity))
    if part == "signatory":
        return replace(plan, signatory=replace(plan.signatory, name=source.signatory.name))
    return replace(plan, **{part: getattr(source, part)})
