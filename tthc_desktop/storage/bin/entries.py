"""What one entry of the journal took away: its records by what they belonged to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tthc_desktop.models.identity import Id
from tthc_desktop.storage.keys import Key, Record

_OWNERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(("items", "tables"), (("parent_id", "items"), ("appendix_id", "appendices"), ("plan_id", "plans"))),
    **dict.fromkeys(("rows", "columns"), (("table_id", "tables"),)),
    **dict.fromkeys(("bases", "recipients", "appendices", "tasks"), (("plan_id", "plans"),)),
    "targets": (("plan_id", "plans"),),
    **dict.fromkeys(("progress", "sendings", "follow_ups"), (("plan_id", "plans"),)),
}
"""The columns that name what a record stands under; the first that is filled counts."""
_BY_KEY = {
    **dict.fromkeys(
        ("stages", "drawn", "drawn_plans", "marks", "addressees", "capacities", "stamps", "unplaced"), "plans"
    ),
    **{"lines": "items", "levels": "tables", "sheets": "appendices", "cells": "rows", "merges": "rows"},
    **dict.fromkeys(("unit_aliases", "unit_members", "former_names", "unit_successors"), "units"),
    **dict.fromkeys(("progress_files", "progress_said"), "progress"),
    "sending_answers": "sendings",
    **dict.fromkeys(("due_days", "review_days", "events"), "follow_ups"),
    **dict.fromkeys(("regime_bases", "regime_addressees", "regime_recipients", "regime_forms", "cutoffs"), "regimes"),
    "filter_choices": "saved_filters",
    "particular_capacities": "particulars",
}
"""The tables whose key begins with that of the record they belong to."""


@dataclass
class Taken:
    """The records that an entry took away, as they were."""

    entry: int
    at: datetime
    label: str
    records: Mapping[Key, Record]

    @cached_property
    def _printing(self) -> Mapping[Id, Key]:
        """The paragraphs and rows that printed the tasks and targets that went with them."""
        found: dict[Id, Key] = {}
        for key, record in self.records.items():
            for name in ("task_id", "target_id") if key.table in {"items", "rows"} else ():
                if id_ := record.get(name):
                    found.setdefault(str(id_), key)
        return found

    @cached_property
    def below(self) -> Mapping[Key, list[Key]]:
        """What stood directly under each record and went with it."""
        found: defaultdict[Key, list[Key]] = defaultdict(list)
        for key, owner in self.owners.items():
            if owner is not None and owner != key:
                found[owner].append(key)
        return found

    @cached_property
    def owners(self) -> Mapping[Key, Key | None]:
        """The record that each one belonged to, None where that did not go with it."""
        return {key: self._owner(key) for key in self.records}

    def _owner(self, key: Key) -> Key | None:
        if key.table in _BY_KEY:
            return self._there(Key(_BY_KEY[key.table], key.id)) or self._there(Key("columns", str(key.part)))
        if key.table == "plans":
            original = self.records.get(Key("stages", key.id), {}).get("version_of")
            return self._there(Key("plans", str(original))) if original != key.id else None
        record = self.records[key]
        if key.table in {"tasks", "targets"} and (holder := self._holder(key, record)):
            return holder
        for column, table in _OWNERS.get(key.table, ()):
            if record.get(column):
                return self._there(Key(table, str(record[column])))
        return None

    def _holder(self, key: Key, record: Record) -> Key | None:
        """Return the paragraph or row that printed a task or target, or whose words named it, where that went too."""
        named = str(record.get("item_id") or "")
        return self._printing.get(key.id) or self._there(Key("items", named)) or self._there(Key("rows", named))

    def under(self, key: Key) -> Id:
        """Return what a record stood directly under, there still or not."""
        record = self.records[key]
        names = (record.get(column) for column, _ in _OWNERS.get(key.table, ()))
        return str(record.get("item_id") or next(filter(None, names), ""))

    def all_below(self, key: Key) -> Iterator[Key]:
        """Yield everything that went with a record, from the top downwards."""
        waiting = list(reversed(self.below.get(key, ())))
        while waiting:
            yield (child := waiting.pop())
            waiting += reversed(self.below.get(child, ()))

    def _there(self, key: Key) -> Key | None:
        return key if key in self.records else None
