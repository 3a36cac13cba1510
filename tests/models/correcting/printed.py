"""What a plan shows on paper, without identities: the measure of whether two plans are one."""

from collections.abc import Iterator

from tthc_desktop.models.outline import numbers
from tthc_desktop.models.plan import Item, Node, Plan, cell, line_value, words
from tthc_desktop.models.table import Role, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.text import Text

Shown = list[object]


def shown(plan: Plan) -> Shown:
    """Return everything that the paper shows, in its order."""
    header, signatory = plan.header, plan.signatory
    return [
        ("head", header, flat(plan.kind), look(plan.title), look(plan.attached)),
        ("addressees", [flat(one) for one in plan.addressees if flat(one)]),
        *(("basis", look(one.text)) for one in plan.bases),
        *_nodes(plan, plan.body, 0),
        *(
            part
            for appendix in plan.appendices
            for part in (
                ("appendix", look(appendix.title), look(appendix.attached), appendix.landscape),
                *_nodes(plan, appendix.nodes, 0),
            )
        ),
        ("foot", [flat(one) for one in signatory.capacity if flat(one)], flat(signatory.name)),
        *(("recipient", flat(one.text), one.level) for one in plan.recipients),
    ]


def flat(said: str) -> str:
    return " ".join(said.split())


def look(said: Text) -> list[tuple[str, bool, bool]]:
    """Return the letters with their emphasis, white space left out."""
    return [(letter, run.bold, run.italic) for run in said.runs for letter in run.text if not letter.isspace()]


def _nodes(plan: Plan, nodes: tuple[Node, ...], depth: int) -> Iterator[object]:
    counted = numbers(nodes)
    for node in nodes:
        if isinstance(node, Item):
            yield depth, node.mark, counted[node.id], node.heading, look(words(plan, node))
            yield from _nodes(plan, node.children, depth + 1)
            yield from ((line.role, flat(line.label), look(line_value(plan, node, line))) for line in node.lines)
        else:
            yield from _table(plan, node, depth)


def _table(plan: Plan, table: Table, depth: int) -> Iterator[object]:
    yield "table", depth, [(look(column.title), look(column.over)) for column in table.columns]
    for row, number in zip(table.rows, row_numbers(table), strict=True):
        title = look(row.title) if row.kind is RowKind.GROUP else None
        cells = [
            look(cell(plan, row, column)) if column.role is not Role.NUMBER or column.id in dict(row.cells) else number
            for column in table.columns
            if row.kind is not RowKind.GROUP or column.id in dict(row.cells)
        ]
        yield row.kind is RowKind.GROUP, row.level, title, cells
