"""Where records are kept, and the difference of two records."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.models.changes import Kept, Name
from tthc_desktop.models.holdings import FIELDS
from tthc_desktop.models.identity import Id

Value = str | int | float | bool | None
Record = dict[str, Value]
"""The columns of one record without its key and its rank."""


class Key(NamedTuple):
    """A table and the primary key in it; records without an identity are known by their owner and a part."""

    table: str
    id: Id
    part: str | int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A record before and after; None where it does not exist. A record that stays holds only what changes."""

    key: Key
    before: Record | None
    after: Record | None

    def reversed(self) -> "Difference":
        """Return what takes the difference back."""
        return Difference(self.key, self.after, self.before)


def key_to(name: Name) -> Key:
    """Return where the record of a kept value is."""
    return Key(FIELDS[name.kind], name.id)


def name_at(key: Key) -> Name:
    """Return the kept value whose record is there."""
    return Name(_KINDS[key.table], key.id)


_KINDS: Mapping[str, type[Kept]] = {table: kind for kind, table in FIELDS.items()}
