"""The cells of a table that hold words, row by row; merged ones that say the same are one place."""

from collections.abc import Iterator

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.spots import Holds, Place, Spot, Value, string
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, Text

Fields = tuple[tuple[Id, str], ...]
"""The columns of a table with the name of the field that tasks or targets print there, empty for none."""


def cells(plan: Plan, table: Table, holds: Holds) -> Iterator[Spot]:
    """Yield the cells whose words are wanted, the titles of groups among them."""
    reader = _Reader(plan, table)
    for place, row in enumerate(table.rows):
        for column, words in reader.cells(row):
            if not words.runs or not holds(string(words)):
                continue
            merged = column in row.continues and place
            if merged and reader.words_at(reader.head(place, column), column) == words:
                continue
            values = (reader.value(row, column), *reader.below(place, column, words))
            yield Spot(Place(row.id, "cell", table.id, column), values, words)


class _Reader:
    """Reads the cells of one table; what is merged is looked at only where words are wanted."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self._plan, self._table = plan, table
        self._of_task = tuple((column.id, TASK_FIELDS.get(column.role, "")) for column in table.columns)
        self._of_target = tuple((column.id, TARGET_FIELDS.get(column.role, "")) for column in table.columns)
        self._heads: dict[Id, tuple[int, int]] = {}

    def cells(self, row: Row) -> Iterator[tuple[Id, Text]]:
        """Yield what the row prints, column by column."""
        if row.kind is RowKind.TASK and not row.cells:
            task = self._plan.tasks[row.task_id]
            for column, name in self._of_task:
                if name:
                    yield column, getattr(task, name)
            return
        own = dict(row.cells)
        holder, fields = self._holder(row)
        for column, name in fields:
            if column in own:
                yield column, own[column]
            elif name:
                yield column, getattr(holder, name)

    def _holder(self, row: Row) -> tuple[Task | Target | Row, Fields]:
        match row.kind:
            case RowKind.TASK:
                return self._plan.tasks[row.task_id], self._of_task
            case RowKind.TARGET:
                return self._plan.targets[row.target_id], self._of_target
            case RowKind.GROUP:
                return row, self._of_group()
            case _:
                return row, tuple((column.id, "") for column in self._table.columns)

    def _of_group(self) -> Fields:
        """Return where a group's title stands: in the column of the contents, in tables without one in the first."""
        columns = self._table.columns
        at = next((column.id for column in columns if column.role is Role.CONTENT), columns[0].id if columns else "")
        return tuple((column.id, "title" if column.id == at else "") for column in columns)

    def value(self, row: Row, column: Id) -> Value:
        """Return what holds the words of a cell."""
        if any(column == own for own, _ in row.cells):
            return Value(row.id, f"cell {column}")
        holder, fields = self._holder(row)
        return Value(holder.id, dict(fields)[column])

    def words_at(self, place: int, column: Id) -> Text:
        """Return the words of a cell."""
        return next((words for other, words in self.cells(self._table.rows[place]) if other == column), EMPTY)

    def head(self, place: int, column: Id) -> int:
        """Return the row whose cell a merged one is a part of; rows are asked for from the top."""
        head, known = self._heads.get(column, (0, 0))
        rows = self._table.rows
        for now in range(known, place + 1):
            head = head if now and column in rows[now].continues else now
        self._heads[column] = (head, place)
        return head

    def below(self, place: int, column: Id, words: Text) -> Iterator[Value]:
        """Yield the values of the cells that are one with this one and say the same."""
        rows = self._table.rows
        if place and column in rows[place].continues:
            return
        for below in range(place + 1, len(rows)):
            if column not in rows[below].continues:
                return
            if self.words_at(below, column) == words:
                yield self.value(rows[below], column)
