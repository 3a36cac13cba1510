"""The parts of a plan under review: what each of them is, and how a person makes it something else; no word is lost."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from tthc_desktop.models.editing import blocks, paper, structure, text
from tthc_desktop.models.editing.appendix_kinds import as_appendix, dissolved
from tthc_desktop.models.editing.sequence import flattened
from tthc_desktop.models.editing.table_kinds import with_rows_of
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.outline import appendix_label, numbers
from tthc_desktop.models.plan import Basis, Item, Line, Node, Plan, line_value, words
from tthc_desktop.models.table import TASK_FIELDS, RowKind, Table
from tthc_desktop.models.task import task_of
from tthc_desktop.models.text import EMPTY, Text, plain
from tthc_desktop.models.vocabulary import label_role


class What(StrEnum):
    """What a part is."""

    BASIS = "basis"
    HEADING = "heading"
    TEXT = "text"
    TASK = "task"
    TASK_TABLE = "task table"
    TARGET_TABLE = "target table"
    PLAIN_TABLE = "plain table"
    APPENDIX = "appendix"


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
FOR_APPENDICES = (Kind(What.APPENDIX), Kind(What.HEADING, Mark.ROMAN), Kind(What.TEXT, Mark.NONE))


def choices(piece: Piece) -> tuple[Kind, ...]:
    """Return what a part of any plan or fragment can be made, what it is now among them."""
    if piece.kind.what in ROWS_OF:
        return FOR_TABLES
    if piece.kind.what is What.APPENDIX:
        return FOR_APPENDICES
    mark = Mark.NONE if piece.kind.what is What.BASIS else piece.kind.mark
    kinds = (*FOR_ITEMS[:-1], Kind(What.TASK, mark), FOR_ITEMS[-1])
    return kinds if piece.kind in kinds else (piece.kind, *kinds)


def choices_in_paper(piece: Piece) -> tuple[Kind, ...]:
    """Return what a part of a whole paper can be made: an appendix may begin at a paragraph as well."""
    found = choices(piece)
    return (*found, Kind(What.APPENDIX)) if piece.kind.what in {What.HEADING, What.TEXT, What.TASK} else found


def pieces(plan: Plan) -> tuple[Piece, ...]:
    """Return the parts in reading order, the bases first, each appendix before what it holds."""
    bases = (Piece(basis.id, Kind(What.BASIS), 0, "", basis.text) for basis in plan.bases)
    return (*bases, *_pieces(plan, plan.body), *_appendices(plan))


def _appendices(plan: Plan) -> Iterator[Piece]:
    for appendix in plan.appendices:
        details = (str(appendix.attached),) if appendix.attached else ()
        yield Piece(appendix.id, Kind(What.APPENDIX), 0, appendix_label(plan, appendix), appendix.title, details)
        yield from _pieces(plan, appendix.nodes)


def _pieces(plan: Plan, nodes: tuple[Node, ...]) -> Iterator[Piece]:
    numbered = numbers(nodes)
    return (_piece(plan, node, depth, numbered) for depth, node in flattened(nodes))


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


def make(plan: Plan, part_id: Id, kind: Kind) -> Plan:
    """Make a part something else; no word is lost."""
    basis = next((one for one in plan.bases if one.id == part_id), None)
    if basis is not None:
        return plan if kind.what is What.BASIS else make(_as_item(plan, basis), part_id, kind)
    appendix = next((one for one in plan.appendices if one.id == part_id), None)
    if appendix is not None:
        return plan if kind.what is What.APPENDIX else make(dissolved(plan, appendix), part_id, kind)
    node = text.find_node(plan, part_id)
    if isinstance(node, Table):
        return with_rows_of(plan, node, ROWS_OF[kind.what])
    if kind.what in {What.BASIS, What.APPENDIX}:
        made = blocks.to_text(plan, part_id)
        return as_appendix(made, part_id) if kind.what is What.APPENDIX else _as_basis(made, part_id)
    made = _as_task(plan, node) if kind.what is What.TASK else blocks.to_text(plan, part_id)
    made = text.set_mark(made, part_id, kind.mark, node.starts_at if node.mark is kind.mark else 0)
    return text.set_heading(made, part_id, heading=kind.what is What.HEADING)


def _as_basis(plan: Plan, part_id: Id) -> Plan:
    own = text.find_item(plan, part_id).text
    return paper.insert_bases(structure.cut_out(plan, (part_id,)), len(plan.bases), (Basis(part_id, own),))


def _as_item(plan: Plan, basis: Basis) -> Plan:
    bases = tuple(one for one in plan.bases if one.id != basis.id)
    return replace(plan, bases=bases, body=(Item(basis.id, text=basis.text), *plan.body))


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
