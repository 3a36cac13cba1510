"""What a fragment holds, as lines that a person can write down from the paper."""

from collections.abc import Iterator

from tthc_desktop.documents.reading.clipboard import Pasted
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import numbers
from tthc_desktop.models.plan import Item, Node, Plan, cell, line_value, words
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.text import to_markup


def told(pasted: Pasted) -> list[str]:
    """Return bases, outline with its tables, and doubts."""
    return [*outline_of(pasted.fragment), *(f"! {problem.text}" for problem in pasted.problems)]


def outline_of(fragment: Fragment, starts: dict[str, str] | None = None) -> list[str]:
    """Return bases and outline; `starts` renumbers the outermost items, which may begin anywhere."""
    plan = Plan("", body=fragment.nodes, tasks=fragment.tasks, targets=fragment.targets)
    numbered = {**numbers(plan.body), **(starts or {})}
    bases = [f"basis {to_markup(basis.text)}" for basis in fragment.bases]
    return [*bases, *_below(plan, plan.body, numbered, "")]


def _below(plan: Plan, nodes: tuple[Node, ...], numbered: dict[str, str], indent: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Table):
            yield from (f"{indent}{line}" for line in _table(plan, node))
            continue
        heading, task = "# " if node.heading else "", "[task] " if node.task_id else ""
        mark = f"{printed(node.mark, numbered[node.id])} ".lstrip()
        yield f"{indent}{mark}{heading}{task}{to_markup(words(plan, node))}"
        yield from _below(plan, node.children, numbered, f"{indent}  ")
        yield from _lines(plan, node, f"{indent}  ")


def _lines(plan: Plan, item: Item, indent: str) -> Iterator[str]:
    for line in item.lines:
        yield f"{indent}| {line.role}: {to_markup(line_value(plan, item, line))}"


def _table(plan: Plan, table: Table) -> Iterator[str]:
    yield "table " + " | ".join(f"{column.role} {_title(column)}".strip() for column in table.columns)
    for row, number in zip(table.rows, row_numbers(table), strict=True):
        yield f"  {row.kind} {number}".rstrip() + f": {_row(plan, table, row)}"


def _title(column: Column) -> str:
    over, title = to_markup(column.over), to_markup(column.title)
    return f"{over} / {title}" if over else title


def _row(plan: Plan, table: Table, row: Row) -> str:
    if row.kind is RowKind.GROUP:
        return to_markup(row.title)
    return " | ".join(filter(None, (_cell(plan, row, column) for column in table.columns)))


def _cell(plan: Plan, row: Row, column: Column) -> str:
    held = to_markup(cell(plan, row, column)).replace("\n", "⏎")
    merged = " ^" if column.id in row.continues else ""
    role = "" if column.role is Role.FREE else f"{column.role} "
    return f"{role}{held}{merged}" if held else ""
