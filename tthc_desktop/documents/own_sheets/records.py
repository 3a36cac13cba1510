"""What the hidden sheet keeps of plans, tables and rows: what their visible cells cannot say, as JSON in cells."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import Column, Role, RowKind, Table
from tthc_desktop.models.text import Text, from_markup, to_markup

TITLE_KEY = "title"
_PIECE = 30_000
_DEEPEST = 100
_encode = json.JSONEncoder(separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The plan that sheets were made from, by identity and name."""

    id: Id
    kind: str
    title: Text


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table without its rows, and what stands above it. `of` says what it is: appendix, body or text (tasks)."""

    plan_id: Id
    of: str
    appendix_id: Id
    label: str
    title: Text
    attached: Text
    landscape: bool
    table: Table


@dataclass(frozen=True, slots=True)
class KeptRow:
    """What the visible cells of a row leave open; columns are named by their place in the exported table.

    `cells` are the columns whose words belong to the row itself, `below` those whose cell goes on from the row above.
    `exact` holds words that a cell does not show exactly, by column or, where no column shows them, by field.
    """

    id: Id
    table_id: Id
    kind: RowKind
    level: int = 0
    number: str = ""
    task_id: Id = ""
    target_id: Id = ""
    origin_id: Id = ""
    continues: tuple[int, ...] = ()
    cells: tuple[int, ...] = ()
    below: tuple[int, ...] = ()
    exact: Mapping[str, Text] = field(default_factory=dict)
    day: str = ""
    """The date beside the words of the deadline, as 2025-03-31."""


Record = KeptPlan | KeptTable | KeptRow


def encoded(record: Record) -> list[str]:
    """Return the cells of a record: JSON in pieces that fit, its sort and identity first.

    The brackets keep blanks at the ends of pieces, which readers take away.
    """
    # An underscore could begin what spreadsheets take for an escape.
    words = _encode(_parts(record)).replace("_", "\\u005f")
    return [f"<{words[at : at + _PIECE]}>" for at in range(0, len(words), _PIECE)]


def _parts(record: Record) -> list[object]:
    match record:
        case KeptPlan():
            return ["plan", record.id, record.kind, to_markup(record.title)]
        case KeptTable():
            return ["table", record.table.id, *_table(record)]
        case KeptRow():
            return ["row", record.id, *_row(record)]


def decoded(cells: Sequence[str]) -> Record | None:
    """Return the record that `encoded` wrote, None when the cells are none or were tampered with."""
    try:
        sort, owner, *found = json.loads("".join(piece[1:-1] for piece in cells))
        match sort:
            case "plan":
                return KeptPlan(str(owner), str(found[0]), from_markup(str(found[1])))
            case "table":
                return _kept_table(str(owner), found)
            case "row":
                return _kept_row(str(owner), found)
            case _:
                return None
    except (ValueError, TypeError, IndexError, KeyError):
        return None


def _table(kept: KeptTable) -> list[object]:
    table = kept.table
    columns = [[at.id, at.role.value, to_markup(at.title), to_markup(at.over), at.width] for at in table.columns]
    chart = [table.chart] if table.chart else []
    scheme = [[mark.value for mark in table.levels], table.continuous, table.number_in_title, *chart]
    place = [kept.plan_id, kept.of, kept.appendix_id, kept.label, to_markup(kept.title), to_markup(kept.attached)]
    return [*place, kept.landscape, columns, scheme]


def _kept_table(table_id: Id, found: Sequence[object]) -> KeptTable:
    plan_id, of, appendix_id, label, title, attached, landscape, columns, scheme = found
    levels, continuous, number_in_title, *chart = _list(scheme)
    marks = tuple(Mark(str(mark)) for mark in _list(levels))
    own = tuple(_column(_list(column)) for column in _list(columns))
    table = Table(table_id, own, (), marks, bool(continuous), bool(number_in_title), str(chart[0]) if chart else "")
    words = [from_markup(str(title)), from_markup(str(attached))]
    return KeptTable(str(plan_id), str(of), str(appendix_id), str(label), words[0], words[1], bool(landscape), table)


def _column(found: Sequence[object]) -> Column:
    id_, role, title, over, width = map(str, found)
    return Column(id_, Role(role), from_markup(title), from_markup(over), float(width))


def _row(kept: KeptRow) -> list[object]:
    exact = {key: to_markup(words) for key, words in kept.exact.items()}
    whole = [kept.table_id, kept.kind.value, kept.level, kept.number, kept.task_id, kept.target_id, kept.origin_id]
    return [*whole, kept.continues, kept.cells, kept.below, exact, kept.day]


def _kept_row(row_id: Id, found: Sequence[object]) -> KeptRow:
    table_id, kind, level, number, task_id, target_id, origin_id = map(str, found[:7])
    continues, cells, below, exact, day = found[7:]
    if not isinstance(exact, dict):
        raise TypeError
    own = {str(key): from_markup(str(words)) for key, words in exact.items()}
    works = task_id, target_id, origin_id
    if not 0 <= int(level) <= _DEEPEST or (kind, bool(task_id)) == ("task", False):
        raise ValueError
    if (kind, bool(target_id)) == ("target", False):
        raise ValueError
    places = _places(continues), _places(cells), _places(below)
    return KeptRow(row_id, table_id, RowKind(kind), int(level), number, *works, *places, own, str(day))


def _places(found: object) -> tuple[int, ...]:
    return tuple(int(str(place)) for place in _list(found))


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise TypeError
    return found
