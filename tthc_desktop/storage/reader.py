"""Questions to the tables about some kept values of a kind, or about all of them."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, TypeVarTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import EMPTY, Run, Text, from_markup
from tthc_desktop.storage import tables as kept
from tthc_desktop.storage.writing import chunks

H = TypeVar("H", bound=Hashable)
V = TypeVar("V")
Ts = TypeVarTuple("Ts")
_OWNERS = frozenset(
    {
        *("appendix_id", "item_id", "table_id", "row_id", "unit_id", "progress_id", "sending_id"),
        *("follow_up_id", "regime_id", "saved_filter_id", "particulars_id"),
    }
)


class Texts(dict[str, Text]):
    """Texts by their markup, each made once: the names of units and deadlines stand in every row."""

    def __missing__(self, markup: str) -> Text:
        is_plain = "<" not in markup and "&" not in markup
        self[markup] = Text((Run(markup),)) if is_plain else from_markup(markup)
        return self[markup]


@dataclass(frozen=True, slots=True)
class Reader:
    """Asks for the records of some plans or other kept values, or of all."""

    connection: Connection
    ids: Sequence[Id] | None
    by_plan: bool = False
    """Whether the identities are those of plans, and what is kept beside them is asked for."""
    texts: Texts = field(default_factory=lambda: Texts({"": EMPTY}))

    def rows(self, table: Table, question: Select[*Ts]) -> Sequence[Row[*Ts]]:
        """Return the answers for their records in `table`, in the order of siblings."""
        order = next((table.c[name] for name in ("rank", "place") if name in table.c), None)
        asked = question.order_by(order)
        if self.ids is None:
            return self.connection.execute(asked).all()
        return [
            row
            for some in chunks(self.ids)
            for row in self.connection.execute(asked.where(self._within(table, some))).all()
        ]

    def _within(self, table: Table, ids: Collection[Id]) -> ColumnElement[bool]:
        """Return the condition that a record belongs to these values, through its owners where it has no plan."""
        if table in kept.KEPT and not self.by_plan:
            return table.c.id.in_(ids)
        if "plan_id" in table.c:
            return table.c.plan_id.in_(ids)
        column = next(column for name, column in table.c.items() if name in _OWNERS)
        (foreign,) = column.foreign_keys
        owner = foreign.column.table
        return column.in_(select(owner.c.id).where(self._within(owner, ids)))


def grouped(pairs: Iterable[tuple[H, V]]) -> Mapping[H, list[V]]:
    """Return the values by the identity that comes with each."""
    groups: defaultdict[H, list[V]] = defaultdict(list)
    for owner, value in pairs:
        groups[owner].append(value)
    return groups
