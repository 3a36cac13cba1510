"""The tasks and targets that the rows of our own sheets say, put together from every row that shows them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from tthc_desktop.documents.reading.sheets.book import Sheet
from tthc_desktop.documents.reading.sheets.own.lines import Lines
from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import RowKind
from tthc_desktop.models.task import Target, Task, target_of, task_of
from tthc_desktop.models.text import Text

_MANY = "Ô này và một ô khác của cùng một việc đã được sửa khác nhau; đã lấy chữ của ô kia. Hãy xem lại."


class Said(NamedTuple):
    """What one cell says of a field, what it was exported as (where that is kept), and where it stands."""

    words: Text
    exported: Text
    sheet: Sheet
    cell: str


class Works:
    """Collects what the rows say."""

    def __init__(self) -> None:
        self._said: dict[Id, dict[str, list[Said]]] = {}
        self._kinds: dict[Id, tuple[RowKind, Id]] = {}

    def begin(self, work_id: Id, kind: RowKind, origin_id: Id) -> None:
        """Take note of a task or target, which may say nothing at all."""
        self._said.setdefault(work_id, {})
        self._kinds.setdefault(work_id, (kind, origin_id))

    def say(self, work_id: Id, field: str, said: Said) -> None:
        """Take note of what a cell says of a field."""
        self._said[work_id].setdefault(field, []).append(said)

    def finished(self, lines: Lines) -> tuple[Mapping[Id, Task], Mapping[Id, Target]]:
        """Return all tasks and targets; a changed cell wins over one that stayed as it was exported."""
        tasks: dict[Id, Task] = {}
        targets: dict[Id, Target] = {}
        for work_id, fields in self._said.items():
            kind, origin_id = self._kinds[work_id]
            words = {name: _settle(said, lines) for name, said in fields.items()}
            if kind is RowKind.TASK:
                tasks[work_id] = replace(task_of(work_id, words), origin_id=origin_id)
            else:
                targets[work_id] = replace(target_of(work_id, words), origin_id=origin_id)
        return tasks, targets


def _settle(said: list[Said], lines: Lines) -> Text:
    if len(said) == 1:
        return said[0].words
    changed = [one for one in said if one.words != one.exported]
    for other in changed[1:]:
        if other.words != changed[0].words:
            lines.doubt(other.sheet, other.cell, _MANY)
    return (changed or said)[0].words
