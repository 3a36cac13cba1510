"""A fragment under review: what each of its parts is, and how a person makes it something else."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import blocks, paper, structure, text
from tthc_desktop.models.editing.sequence import flattened
from tthc_desktop.models.editing.tasks import forget_unprinted
from tthc_desktop.models.fragment import Fragment, part, whole
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.outline import numbers
from tthc_desktop.models.plan import Basis, Item, Line, Node, Plan, cell, line_value, words
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task, target_of, task_of
from tthc_desktop.models.text import EMPTY, Text, plain
from tthc_desktop.models.vocabulary import label_role


class What(StrEnum):
    """What a part of a fragment is."""

    BASIS = "basis"
    HEADING = "heading"
    TEXT = "text"
    TASK = "task"
    TASK_TABLE = "task table"
    TARGET_TABLE = "target table"
    PLAIN_TABLE = "plain table"


class Kind(NamedTuple):
    """What a part is and, of a paragraph, how it is numbered."""

    what: What
    mark: Mark = Mark.NONE


class Piece(NamedTuple):
    """One part in reading order: what a line of the review shows."""

    id: Id
    kind: Kind
    depth: int
    number: str
    words: Text
    details: tuple[str, ...] = ()


ROWS_OF = {What.TASK_TABLE: RowKind.TASK, What.TARGET_TABLE: RowKind.TARGET, What.PLAIN_TABLE: RowKind.PLAIN}
FOR_ITEMS = (
    Kind(What.HEADING, Mark.ROMAN),
    Kind(What.HEADING, Mark.ARABIC),
    Kind(What.TEXT, Mark.ARABIC),
    Kind(What.TEXT, Mark.DECIMAL),
    Kind(What.TEXT, Mark.LETTER),
    Kind(What.TEXT, Mark.PAREN_ROMAN),
    Kind(What.TEXT, Mark.DASH),
    Kind(What.TEXT, Mark.PLUS),
    Kind(What.TEXT, Mark.NONE),
    Kind(What.BASIS),
)
"""What a paragraph can be made; beside these it can be a task under the mark it has."""
FOR_TABLES = tuple(Kind(what) for what in ROWS_OF)


def choices(piece: Piece) -> tuple[Kind, ...]:
    """Return what a part can be made, what it is now among them."""
    if piece.kind.what in ROWS_OF:
        return FOR_TABLES
    mark = Mark.NONE if piece.kind.what is What.BASIS else piece.kind.mark
    kinds = (*FOR_ITEMS[:-1], Kind(What.TASK, mark), FOR_ITEMS[-1])
    return kinds if piece.kind in kinds else (piece.kind, *kinds)


def pieces(fragment: Fragment) -> tuple[Piece, ...]:
    """Return the parts in reading order, the bases first."""
    plan = whole(fragment)
    numbered = numbers(plan.body)
    bases = (Piece(basis.id, Kind(What.BASIS), 0, "", basis.text) for basis in plan.bases)
    nodes = (_piece(plan, node, depth, numbered) for depth, node in flattened(plan.body))
    return (*bases, *nodes)


def _piece(plan: Plan, node: Node, depth: int, numbered: Mapping[Id, str]) -> Piece:
    if isinstance(node, Table):
        rows = {row.kind for row in node.rows}
        what = next((what for what, kind in ROWS_OF.items() if kind in rows), What.PLAIN_TABLE)
        titles = (str(column.title) for column in node.columns)
        said = plain(" · ".join(" ".join(title.split()) for title in titles if title))
        return Piece(node.id, Kind(what), depth, "", said, (f"{len(node.rows)} hàng, {len(node.columns)} cột",))
    what = What.TASK if node.task_id else What.HEADING if node.heading else What.TEXT
    details = tuple(_line(plan, node, line) for line in node.lines)
    mark = printed(node.mark, numbered[node.id])
    return Piece(node.id, Kind(what, node.mark), depth, mark, words(plan, node), details)


def _line(plan: Plan, item: Item, line: Line) -> str:
    return f"{line.label}: {' '.join(str(line_value(plan, item, line)).split())}"


def shift(fragment: Fragment, part_id: Id, step: int) -> Fragment:
    """Move a part with all below it one level in or out."""
    if all(basis.id != part_id for basis in fragment.bases):
        move = structure.demote if step > 0 else structure.promote
        return part(move(whole(fragment), (part_id,)))
    return fragment


def without(fragment: Fragment, ids: Collection[Id]) -> Fragment:
    """Leave parts out; what stands below one that goes stays."""
    plan = whole(fragment)
    bases = [basis.id for basis in plan.bases if basis.id in ids]
    nodes = [node.id for _, node in flattened(plan.body) if node.id in ids]
    return part(structure.cut_out(paper.remove_bases(plan, bases), nodes))


def make(fragment: Fragment, part_id: Id, kind: Kind) -> Fragment:
    """Make a part something else; no word is lost."""
    plan = whole(fragment)
    basis = next((one for one in plan.bases if one.id == part_id), None)
    if basis is not None:
        return fragment if kind.what is What.BASIS else make(_as_item(fragment, basis), part_id, kind)
    node = text.find_node(plan, part_id)
    if isinstance(node, Table):
        return _as_table(fragment, node, ROWS_OF[kind.what])
    if kind.what is What.BASIS:
        made = blocks.to_text(plan, part_id)
        own = text.find_item(made, part_id).text
        return part(paper.insert_bases(structure.cut_out(made, (part_id,)), len(made.bases), (Basis(part_id, own),)))
    made = _as_task(plan, node) if kind.what is What.TASK else blocks.to_text(plan, part_id)
    made = text.set_mark(made, part_id, kind.mark, node.starts_at if node.mark is kind.mark else 0)
    return part(text.set_heading(made, part_id, heading=kind.what is What.HEADING))


def _as_item(fragment: Fragment, basis: Basis) -> Fragment:
    bases = tuple(one for one in fragment.bases if one.id != basis.id)
    return replace(fragment, bases=bases, nodes=(Item(basis.id, text=basis.text), *fragment.nodes))


def _as_task(plan: Plan, item: Item) -> Plan:
    """Make a task of an item; paragraphs right below that name a field of tasks become its labelled lines."""
    if item.task_id:
        return plan
    lines: dict[str, tuple[Line, Text]] = {}
    kept: list[Node] = []
    for child in item.children:
        found = _labelled(child)
        if found is None or TASK_FIELDS[found[0].role] in lines:
            kept.append(child)
        else:
            lines[TASK_FIELDS[found[0].role]] = found
    task = task_of(new_id(), {"content": item.text, **{name: value for name, (_, value) in lines.items()}})
    own = tuple(line for line, _ in lines.values())
    made = replace(item, text=EMPTY, task_id=task.id, lines=own, children=tuple(kept))
    return text.replace_in_plan(replace(plan, tasks={**plan.tasks, task.id: task}), item.id, lambda _: (made,))


def _labelled(node: Node) -> tuple[Line, Text] | None:
    if not isinstance(node, Item) or node.children or node.task_id:
        return None
    label, colon, value = str(node.text).partition(":")
    role = label_role(label) if colon else None
    if role is None:
        return None
    bare = value.strip()
    ending = bare[-1:] if bare[-1:] in {".", ";"} else ""
    return Line(role, label.strip(), node.mark, ending), plain(bare.removesuffix(ending))


def _as_table(fragment: Fragment, table: Table, kind: RowKind) -> Fragment:
    """Make the rows of a table, but for its groups, rows of one kind, by the columns it has."""
    if kind is not RowKind.PLAIN and all(column.role is not Role.CONTENT for column in table.columns):
        raise UserError(
            "Bảng này không có cột nội dung nên không làm bảng nhiệm vụ hoặc chỉ tiêu được.",
            "Hãy dán như bảng thường, rồi đổi tên cột trong bảng.",
        )
    plan = whole(fragment)
    tasks: dict[Id, Task] = {}
    targets: dict[Id, Target] = {}
    rows = tuple(_row(plan, row, table.columns, kind, (tasks, targets)) for row in table.rows)
    known = replace(plan, tasks={**plan.tasks, **tasks}, targets={**plan.targets, **targets})
    made = text.replace_in_plan(known, table.id, lambda _: (replace(table, rows=rows),))
    return part(forget_unprinted(plan, made))


def _row(
    plan: Plan,
    row: Row,
    columns: tuple[Column, ...],
    kind: RowKind,
    known: tuple[dict[Id, Task], dict[Id, Target]],
) -> Row:
    if row.kind in {RowKind.GROUP, kind}:
        return row
    cells = {column.id: words_of for column in columns if (words_of := cell(plan, row, column))}
    made = Row(row.id, kind, row.level, continues=row.continues)
    if kind is not RowKind.PLAIN:
        names = TASK_FIELDS if kind is RowKind.TASK else TARGET_FIELDS
        fields = dict(_fields(columns, cells, names))
        if kind is RowKind.TASK:
            task = task_of(new_id(), fields)
            known[0][task.id], made = task, replace(made, task_id=task.id)
        else:
            target = target_of(new_id(), fields)
            known[1][target.id], made = target, replace(made, target_id=target.id)
    return replace(made, cells=tuple(cells.items()))


def _fields(
    columns: tuple[Column, ...], cells: dict[Id, Text], names: Mapping[Role, str]
) -> Iterator[tuple[str, Text]]:
    """Take the cells that are fields out of those that stay the row's own."""
    for column in columns:
        if column.role in names and column.id in cells:
            yield names[column.role], cells.pop(column.id)
