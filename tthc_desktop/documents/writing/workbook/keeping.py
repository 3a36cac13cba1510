"""What the hidden sheet has to keep of a row, so that what is read back is what was written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tthc_desktop.documents.own_sheets.groups import title_place
from tthc_desktop.documents.own_sheets.records import TITLE_KEY, KeptRow
from tthc_desktop.documents.own_sheets.words import is_whole
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, Text

_FIELDS = {RowKind.TASK: TASK_FIELDS, RowKind.TARGET: TARGET_FIELDS}


class Keeper:
    """Makes the records of the rows of one table. Tasks in `shared` are shown by other rows too."""

    def __init__(self, plan: Plan, table: Table, shared: frozenset[Id]) -> None:
        self._plan = plan
        self._table = table
        self._shared = shared
        self._places = {column.id: at for at, column in enumerate(table.columns)}
        self._roles = [column.role for column in table.columns]
        self._unshown = {
            kind: [name for role, name in names.items() if role not in self._roles] for kind, names in _FIELDS.items()
        }
        self._double = len(set(self._roles)) < len(self._roles)

    def kept(self, row: Row, number: str, shown: Sequence[Text], below: Iterable[int], day: str) -> KeptRow:
        """Return the record of a row.

        `shown` are the words of its columns, unless it is a group, `below` those whose cell goes on from the row above.
        """
        held = self._plan.tasks.get(row.task_id) or self._plan.targets.get(row.target_id)
        hidden = tuple(sorted(below))
        return KeptRow(
            row.id,
            self._table.id,
            row.kind,
            row.level,
            number,
            row.task_id,
            row.target_id,
            held.origin_id if held else "",
            tuple(self._places[id_] for id_ in row.continues if id_ in self._places),
            tuple(self._places[id_] for id_, _ in row.cells if id_ in self._places),
            hidden,
            {str(key): words for key, words in self._exact(row, held, shown, hidden)},
            day,
        )

    def _exact(
        self, row: Row, held: Task | Target | None, cells: Sequence[Text], hidden: tuple[int, ...]
    ) -> Iterator[tuple[object, Text]]:
        if row.kind is RowKind.GROUP:
            yield from self._exact_of_group(row)
            return
        own = {self._places[id_] for id_, _ in row.cells if id_ in self._places}
        everything = bool(own) or self._double or row.task_id in self._shared or row.target_id in self._shared
        for at, (words, role) in enumerate(zip(cells, self._roles, strict=True)):
            if role is Role.NUMBER and not (at in own and cell(self._plan, row, self._table.columns[at])):
                words = EMPTY  # noqa: PLW2901 - it is counted
            if at in hidden or (words and (everything or not is_whole(words))):
                yield at, words
        for name in self._fields_not_shown(row.kind, own):
            if held and (words := getattr(held, name)):
                yield name, words

    def _fields_not_shown(self, kind: RowKind, own: set[int]) -> Sequence[str]:
        """Return the fields of a work that no column shows, because there is none or it has words of its own."""
        if not own:
            return self._unshown.get(kind, ())
        shown = {role for at, role in enumerate(self._roles) if at not in own}
        return [name for role, name in _FIELDS.get(kind, {}).items() if role not in shown]

    def _exact_of_group(self, row: Row) -> Iterator[tuple[object, Text]]:
        left = title_place(self._table)
        places = {at for id_, words in row.cells if words and (at := self._places.get(id_)) is not None}
        if left in places or not is_whole(row.title):
            yield TITLE_KEY, row.title
        for id_, words in row.cells:
            if id_ in self._places and (self._places[id_] == left or not is_whole(words)):
                yield self._places[id_], words


def shared_works(tables: Iterable[Table]) -> frozenset[Id]:
    """Return the tasks and targets that more than one row shows."""
    shown = Counter(id_ for table in tables for row in table.rows for id_ in (row.task_id, row.target_id) if id_)
    return frozenset(id_ for id_, times in shown.items() if times > 1)
