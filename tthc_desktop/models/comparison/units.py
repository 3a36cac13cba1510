"""A plan as a row of the parts that are compared: each with its words, what it stands under and who it may be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import appendix_label, numbers
from tthc_desktop.models.plan import Appendix, Basis, Item, Node, Plan, Recipient, words
from tthc_desktop.models.table import Column, Row, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.text import Text, fold, join, plain


class Sort(StrEnum):
    """What a unit is."""

    BASIS = "basis"
    ITEM = "item"
    TABLE = "table"
    COLUMN = "column"
    ROW = "row"
    APPENDIX = "appendix"
    RECIPIENT = "recipient"


Name = tuple[Sort, Id]
Parent = tuple[str, Id]
"""A list that units stand in: which kind of list, and whose; nobody's is the plan's own."""
Value = Basis | Item | Table | Column | Row | Appendix | Recipient
BODY: Parent = ("nodes", "")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a plan. `held` is the task or target that it prints, `key` its words as they are matched."""

    sort: Sort
    value: Value
    parent: Parent
    words: Text
    key: str
    number: str = ""
    held: Id = ""

    @property
    def id(self) -> Id:
        """The identity of the part itself."""
        return self.value.id

    @property
    def name(self) -> Name:
        """The identity among all units."""
        return self.sort, self.value.id


def units(plan: Plan) -> Iterator[Unit]:
    """Yield the parts of a plan in reading order."""
    for basis in plan.bases:
        yield _unit(Sort.BASIS, basis, ("bases", ""), basis.text)
    yield from _nodes(plan, plan.body, BODY, _printed_numbers(plan.body))
    for appendix in plan.appendices:
        yield _unit(Sort.APPENDIX, appendix, ("appendices", ""), appendix.title, appendix_label(plan, appendix))
        yield from _nodes(plan, appendix.nodes, ("nodes", appendix.id), _printed_numbers(appendix.nodes))
    for recipient in plan.recipients:
        yield _unit(Sort.RECIPIENT, recipient, ("recipients", ""), plain(recipient.text))


def _unit(sort: Sort, value: Value, parent: Parent, text: Text, number: str = "", held: Id = "") -> Unit:
    return Unit(sort, value, parent, text, fold(str(text)), number, held)


def _printed_numbers(nodes: tuple[Node, ...]) -> Mapping[Id, str]:
    return numbers(nodes)


def _nodes(plan: Plan, nodes: tuple[Node, ...], parent: Parent, numbered: Mapping[Id, str]) -> Iterator[Unit]:
    for node in nodes:
        if isinstance(node, Table):
            yield from _table(plan, node, parent)
        else:
            number = printed(node.mark, numbered[node.id])
            yield _unit(Sort.ITEM, node, parent, words(plan, node), number, node.task_id)
            yield from _nodes(plan, node.children, ("nodes", node.id), numbered)


def _table(plan: Plan, table: Table, parent: Parent) -> Iterator[Unit]:
    titles = join((column.title for column in table.columns), " · ")
    yield _unit(Sort.TABLE, table, parent, titles)
    for column in table.columns:
        yield _unit(Sort.COLUMN, column, ("columns", table.id), join((column.over, column.title), " "))
    for row, number in zip(table.rows, row_numbers(table), strict=True):
        yield _unit(Sort.ROW, row, ("rows", table.id), _row_words(plan, row), number, row.task_id or row.target_id)


def _row_words(plan: Plan, row: Row) -> Text:
    match row.kind:
        case RowKind.TASK:
            return plan.tasks[row.task_id].content
        case RowKind.TARGET:
            return plan.targets[row.target_id].name
        case RowKind.GROUP:
            return row.title
        case _:
            return join((cell for _, cell in row.cells), " ")
