"""From values to JSON: each dataclass is an object with all its fields, in their order."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import Text, to_markup

FORMAT = "tthc-desktop/plan"
VERSION = 1
NODES = {"item": Item, "table": Table}
"""What a node's `type` says it is."""
_TYPES = {kind: name for name, kind in NODES.items()}

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def to_json(plan: Plan) -> str:
    """Return the whole plan as JSON; equal plans give the same text."""
    paper = {"format": FORMAT, "version": VERSION, "plan": _json(plan)}
    return json.dumps(paper, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _json(value: object) -> Json:
    match value:
        case Text():
            return to_markup(value)
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Mapping():
            return [_json(member) for member in value.values()]
        case tuple():
            return [_json(member) for member in value]
        case None | str() | int() | float():
            return value
        case _:
            return _object(value)


def _object(value: object) -> Json:
    assert is_dataclass(value)
    own = {field.name: _json(getattr(value, field.name)) for field in fields(value)}
    name = _TYPES.get(type(value))
    return {"type": name, **own} if name else own
