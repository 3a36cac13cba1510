"""Text and tables as they are, with what is newly drawn up put in its place and the clerk's own left alone."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from tthc_desktop.models.editing.merging import sound
from tthc_desktop.models.identity import Id, Identified
from tthc_desktop.models.plan import Item, Node
from tthc_desktop.models.reporting.linked import is_all_linked
from tthc_desktop.models.reporting.phrases import KNOWN
from tthc_desktop.models.table import Row, Table
from tthc_desktop.models.text import Text

M = TypeVar("M", bound=Identified)
Nodes = tuple[Node, ...]


class Renewal:
    """What is drawn up now, beside what was drawn up before (`made`) and what stands in the document (`present`)."""

    def __init__(self, present: Collection[Id], made: Collection[Id]) -> None:
        self._present = present
        self._made = made
        self._fresh: dict[Id, Node] = {}
        self._below: dict[Id, Nodes] = {}

    def learn(self, under: Id, nodes: Nodes) -> None:
        """Hear what is drawn up now under the document, an appendix or an item."""
        self._below[under] = nodes
        for node in nodes:
            self._fresh[node.id] = node
            if isinstance(node, Item):
                self.learn(node.id, node.children)

    def under(self, owner: Id, nodes: Nodes) -> Nodes:
        """Return the nodes under an owner as they are to be; the same tuple when nothing changes."""
        left = [self._renewed(node) for node in nodes if not self._is_gone(node)]
        made = tuple(_with_new(left, self._below.get(owner, ()), self._is_new))
        return nodes if len(made) == len(nodes) and all(map(_is, made, nodes)) else made

    def _is_new(self, id_: Id) -> bool:
        return id_ not in self._present and id_ not in self._made

    def _is_gone(self, node: Node) -> bool:
        """Tell whether nothing is to be said of a part any more, and nobody has edited it or added to it."""
        if node.id not in self._made or node.id in self._fresh:
            return False
        if isinstance(node, Table):
            return all(column.id in self._made for column in node.columns) and all(
                row.id in self._made and _is_unedited(row) for row in node.rows
            )
        return not node.lines and _was_made(node) and all(map(self._is_gone, node.children))

    def _renewed(self, node: Node) -> Node:
        fresh = self._fresh.get(node.id)
        if isinstance(node, Table):
            return self._table(node, fresh) if isinstance(fresh, Table) else node
        children = self.under(node.id, node.children)
        words = node.text
        if isinstance(fresh, Item) and _was_made(node) and str(words) != str(fresh.text):
            words = fresh.text
        if children is node.children and words is node.text:
            return node
        return replace(node, text=words, children=children)

    def _table(self, table: Table, fresh: Table) -> Table:
        columns = tuple(_with_new(table.columns, fresh.columns, self._is_new))
        shown = {column.id for column in columns}
        now = {row.id: row for row in fresh.rows}
        rows = [_row(row, now.get(row.id), shown) for row in table.rows if not self._is_row_gone(row, now)]
        here = {row.id for row in table.rows}
        rows = [*_with_new(rows, fresh.rows, lambda id_: id_ not in here and id_ not in self._made)]
        made = sound(table.rows, tuple(rows))
        return table if (columns, made) == (table.columns, table.rows) else replace(table, columns=columns, rows=made)

    def _is_row_gone(self, row: Row, now: Collection[Id]) -> bool:
        return row.id in self._made and row.id not in now and _is_unedited(row)


def _with_new(current: Sequence[M], fresh: Iterable[M], is_new: Callable[[Id], bool]) -> Iterator[M]:
    """Yield the current members with each new one behind the member that it follows in what is drawn up."""
    behind: dict[Id, list[M]] = {}
    here = {member.id for member in current}
    last = ""
    for member in fresh:
        if member.id in here:
            last = member.id
        elif is_new(member.id):
            behind.setdefault(last, []).append(member)
    yield from behind.get("", ())
    for member in current:
        yield member
        yield from behind.get(member.id, ())


def _is(one: Node, other: Node) -> bool:
    return one is other


def _was_made(item: Item) -> bool:
    return not item.task_id and KNOWN.made(item.text)


def _is_unedited(row: Row) -> bool:
    return _is_linked(row.title, empty=True) and all(_is_linked(words) for _, words in row.cells)


def _is_linked(words: Text, *, empty: bool = False) -> bool:
    return is_all_linked(words) if words else empty


def _row(row: Row, fresh: Row | None, shown: Collection[Id]) -> Row:
    """Return a row with the words of now in the cells that nobody edited."""
    if fresh is None or fresh.kind is not row.kind:
        return row
    now = dict(fresh.cells)
    cells = dict(row.cells)
    for column_id in {*cells, *now} & {*shown}:
        if column_id in cells and not _is_linked(cells[column_id]):
            continue
        words = now.get(column_id)
        if words is None:
            cells.pop(column_id, None)
        elif str(cells.get(column_id, "")) != str(words):
            cells[column_id] = words
    title = fresh.title if _is_linked(row.title) and str(row.title) != str(fresh.title) else row.title
    ordered = tuple(
        (column_id, cells[column_id]) for column_id in dict.fromkeys((*dict(row.cells), *now)) if column_id in cells
    )
    return row if (ordered, title) == (row.cells, row.title) else replace(row, cells=ordered, title=title)
