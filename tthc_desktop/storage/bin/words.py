"""The words that records hold, and what a deleted record is called by."""

from collections.abc import Iterator, Mapping

from tthc_desktop.models.bin.values import What
from tthc_desktop.models.text import from_markup
from tthc_desktop.storage.bin.entries import Taken
from tthc_desktop.storage.keys import Key, Record, Value

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "plans": ("title", "kind", "number", "symbol", "agency"),
    "items": ("words",),
    "lines": ("words",),
    "tasks": ("content", "lead", "coordinate", "result", "deadline"),
    "targets": ("name", "value", "unit", "basis", "lead", "coordinate"),
    "rows": ("title",),
    "cells": ("words",),
    "columns": ("title", "over_title"),
    "appendices": ("title", "attached"),
    "bases": ("words",),
    "recipients": ("words",),
    "units": ("name", "short"),
    "unit_aliases": ("words",),
    "legal_documents": ("kind", "number", "title", "issuer"),
    "progress_said": ("words",),
    "sendings": ("file",),
    "known_headings": ("words",),
    "follow_ups": ("note",),
    "events": ("words",),
    "exchanged_days": ("day", "note"),
    "regimes": ("name",),
    "saved_filters": ("name", "words"),
    "particulars": ("agency", "parent_agency", "location", "symbol", "signatory_name"),
}
_NAMED_BELOW = {
    "items": ("tasks", "lines"),
    "rows": ("tasks", "targets", "cells"),
    "tables": ("columns", "rows"),
    "progress": ("progress_said",),
    "follow_ups": ("events",),
}
"""What a record is called by that has no words of its own."""
_SHOWN = 6
"""How many cells or headings name a row or a table."""
_KINDS = {
    **{"tables": What.TABLE, "columns": What.COLUMN, "appendices": What.APPENDIX, "bases": What.BASIS},
    **{"recipients": What.RECIPIENT, "targets": What.MARK, "units": What.UNIT, "legal_documents": What.DOCUMENT},
    **{"sendings": What.SENDING, "progress": What.PROGRESS, "known_headings": What.KNOWN_HEADING},
    **{"follow_ups": What.FOLLOW_UP, "exchanged_days": What.DAY, "rules": What.RULES, "regimes": What.REGIME},
    **{"saved_filters": What.FILTER, "particulars": What.PARTICULARS},
}
_ROWS = {"group": What.GROUP, "task": What.TASK, "target": What.TARGET, "plain": What.ROW}


def plain_words(value: Value) -> str:
    """Return the words of a text as it is kept, without its emphasis."""
    words = str(value or "")
    return str(from_markup(words)) if "<" in words or "&" in words else words


def words_in(key: Key, record: Record) -> Iterator[str]:
    """Yield the words that a record holds."""
    for column in _COLUMNS.get(key.table, ()):
        if words := plain_words(record.get(column)).strip():
            yield words


def what_of(taken: Taken, key: Key) -> What:
    """Return what kind of thing a record was."""
    record = taken.records[key]
    match key.table:
        case "plans":
            stage = taken.records.get(Key("stages", key.id), {}).get("stage")
            drawn = Key("drawn", key.id) in taken.records
            return What.VERSION if stage == "kept" else What.PAPER if drawn else What.PLAN
        case "items":
            return What.TASK if record.get("task_id") else What.HEADING if record.get("heading") else What.PARAGRAPH
        case "rows":
            return _ROWS[str(record["kind"])]
        case _:
            return _KINDS[key.table]


def called(taken: Taken, key: Key) -> str:
    """Return what a deleted thing is called: its own words, else those of what is directly below it."""
    own = list(words_in(key, taken.records[key]))
    match key.table:
        case "plans":
            return own[0] if own else ""
        case "legal_documents":
            return " ".join(own[:3])
        case "exchanged_days":
            year, month, day = str(taken.records[key]["day"]).split("-")
            return " ".join((f"{day}/{month}/{year}", *own[1:]))
        case _ if own:
            return own[0]
    return _called_below(taken, key)


def _called_below(taken: Taken, key: Key) -> str:
    below = taken.below.get(key, ())
    for table in _NAMED_BELOW.get(key.table, ()):
        found = [words for one in below if one.table == table and (words := called(taken, one))]
        if found:
            return found[0] if table in {"tasks", "targets"} else " · ".join(found[:_SHOWN])
    return ""
