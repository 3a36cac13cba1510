"""How what a plan held at an earlier moment stands beside what it holds now: the same, other, or gone."""

from collections.abc import Iterator
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Row, Table
from tthc_desktop.models.task import Target, Task


class Standing(StrEnum):
    """What has become of a part since then."""

    SAME = "same"
    OTHER = "other"
    GONE = "gone"


class Beside:
    """One plan at an earlier moment beside the same plan now, which may be gone; answers for each of its parts."""

    def __init__(self, then: Plan, now: Plan | None) -> None:
        self.then, self.now = then, now
        self._is_same = then == now
        self._tables = {table.id: table for table, _ in tables(now)} if now else {}
        self._rows = {row.id: row for table in self._tables.values() for row in table.rows}
        self._items = {item.id: item for item in text_tasks(now)} if now else {}

    def plan(self) -> Standing:
        """Tell how the whole plan stands."""
        return self._told(self.now is not None, self._is_same)

    def table(self, table: Table) -> Standing:
        """Tell how a table stands, with the tasks and targets that it prints."""
        same = self._is_same or (
            self._tables.get(table.id) == table and all(self._holds_same(row) for row in table.rows)
        )
        return self._told(table.id in self._tables, same)

    def row(self, row: Row) -> Standing:
        """Tell how a row stands, with its task or target; one that is printed elsewhere now is other."""
        same = self._is_same or (self._rows.get(row.id) == row and self._holds_same(row))
        return self._told(row.id in self._rows or self._is_held(row.task_id or row.target_id), same)

    def item(self, item: Item) -> Standing:
        """Tell how a task of the running text stands, whatever stands below it."""
        now = self._items.get(item.id)
        same = now is not None and (now.task_id, now.lines) == (item.task_id, item.lines)
        same = self._is_same or (same and self._held(self.now, item.task_id) == self._held(self.then, item.task_id))
        return self._told(now is not None or self._is_held(item.task_id), same)

    def _holds_same(self, row: Row) -> bool:
        held = row.task_id or row.target_id
        return not held or self._held(self.now, held) == self._held(self.then, held)

    def _is_held(self, held: Id) -> bool:
        return bool(held) and self._held(self.now, held) is not None

    @staticmethod
    def _held(plan: Plan | None, held: Id) -> Task | Target | None:
        return (plan.tasks.get(held) or plan.targets.get(held)) if plan else None

    @staticmethod
    def _told(is_there: bool, same: bool) -> Standing:
        if not is_there:
            return Standing.GONE
        return Standing.SAME if same else Standing.OTHER


def text_tasks(plan: Plan) -> Iterator[Item]:
    """Yield the paragraphs that print a task, in reading order."""
    return (item for nodes in nodes_of(plan) for item, _ in items(nodes) if item.task_id)
