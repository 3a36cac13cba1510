"""Values out of parsed JSON, each checked against the type that its dataclass declares."""

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import get_args, get_origin, get_type_hints

from tthc_desktop.documents.exchange.place import Place, wrong
from tthc_desktop.documents.exchange.writing import NODES, Json
from tthc_desktop.documents.limits import DEEPEST_JSON
from tthc_desktop.models.plan import Node, Plan
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text, clean, from_markup

_LONGEST_ID = 64
_NAMES = ("version_of", "replaced_by")
"""Fields that name another plan."""
_LARGEST = 1_000_000_000
_SHOWN = 40


def plan_of(found: Json) -> Plan:
    """Return the plan that parsed JSON describes."""
    plan = _dataclass(Plan, found, Place())
    assert isinstance(plan, Plan)
    return plan


def _value(kind: object, found: Json, place: Place) -> object:
    if kind == Node:
        return _node(found, place)
    if isinstance(kind, type) and is_dataclass(kind) and kind is not Text:
        return _dataclass(kind, found, place)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(kind, found, place)
    if isinstance(kind, type) and kind in _SCALARS:
        return _SCALARS[kind](found, place)
    return _container(kind, found, place)


def _container(kind: object, found: Json, place: Place) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is types.UnionType:
        return None if found is None else _value(inner[0], found, place)
    if origin is Mapping:
        return _by_id(inner[1], found, place)
    if inner[-1] is Ellipsis:
        return tuple(_value(inner[0], member, place.member(at)) for at, member in enumerate(_list(found, place)))
    members = _list(found, place)
    if len(members) != len(inner):
        raise wrong(place, f"phải có đúng {len(inner)} phần")
    return tuple(
        _value(kind, member, place.member(at)) for at, (kind, member) in enumerate(zip(inner, members, strict=True))
    )


def _list(found: Json, place: Place) -> list[Json]:
    if not isinstance(found, list):
        raise wrong(place, f"phải là một danh sách, không phải {_shown(found)}")
    if place.depth >= DEEPEST_JSON:
        raise wrong(place, "lồng nhau quá nhiều tầng")
    return found


def _by_id(kind: object, found: Json, place: Place) -> Mapping[str, object]:
    members: dict[str, object] = {}
    for at, member in enumerate(_list(found, place)):
        value = _value(kind, member, place.member(at))
        assert isinstance(value, Task | Target)
        if members.setdefault(value.id, value) is not value:
            raise wrong(place.member(at).key("id"), "trùng với một mục ở trên")
    return members


def _node(found: Json, place: Place) -> object:
    name = found.get("type") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(name, str) or name not in NODES:
        raise wrong(place.key("type"), f"phải là {_choice(NODES)}")
    return _dataclass(NODES[name], {key: value for key, value in found.items() if key != "type"}, place)


def _dataclass(kind: type, found: Json, place: Place) -> object:
    if not isinstance(found, dict):
        raise wrong(place, f"phải là một đối tượng, không phải {_shown(found)}")
    known = _fields(kind)
    for name in found:
        if name not in known:
            raise wrong(place.key(name[:_SHOWN]), "khóa này không có trong định dạng")
    for name, (field, _) in known.items():
        if name not in found and field.default is MISSING and field.default_factory is MISSING:
            raise wrong(place, f"thiếu khóa “{name}”")
    return kind(**{name: _field(name, known[name][1], value, place.key(name)) for name, value in found.items()})


@cache
def _fields(kind: type) -> Mapping[str, tuple[Field[object], object]]:
    types_of_fields = get_type_hints(kind)
    return {field.name: (field, types_of_fields[field.name]) for field in fields(kind)}


def _field(name: str, kind: object, found: Json, place: Place) -> object:
    value = _value(kind, found, place)
    if name == "id" and not value:
        raise wrong(place, "không được để trống")
    if isinstance(value, str) and (name.endswith("id") or name in _NAMES) and len(value) > _LONGEST_ID:
        raise wrong(place, f"dài hơn {_LONGEST_ID} ký tự")
    return value


def _enum(kind: type[Enum], found: Json, place: Place) -> Enum:
    for member in kind:
        if member.value == found:
            return member
    raise wrong(place, f"phải là {_choice(str(member.value) for member in kind)}, không phải {_shown(found)}")


def _text(found: Json, place: Place) -> str:
    if not isinstance(found, str):
        raise wrong(place, f"phải là chữ, không phải {_shown(found)}")
    return clean(found)


def _marked_up(found: Json, place: Place) -> Text:
    return from_markup(_text(found, place))


def _whole(found: Json, place: Place) -> int:
    if type(found) is not int or not 0 <= found <= _LARGEST:
        raise wrong(place, f"phải là số nguyên từ 0 đến {_LARGEST}, không phải {_shown(found)}")
    return found


def _measure(found: Json, place: Place) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not 0 <= found <= _LARGEST:
        raise wrong(place, f"phải là số từ 0 đến {_LARGEST}, không phải {_shown(found)}")
    return float(found)


def _truth(found: Json, place: Place) -> bool:
    if not isinstance(found, bool):
        raise wrong(place, f"phải là true hoặc false, không phải {_shown(found)}")
    return found


def _day(found: Json, place: Place) -> date:
    try:
        return date.fromisoformat(_text(found, place))
    except ValueError:
        raise wrong(place, f"phải là ngày dạng 2026-01-31, không phải {_shown(found)}") from None


def _moment(found: Json, place: Place) -> datetime:
    try:
        return datetime.fromisoformat(_text(found, place))
    except ValueError:
        raise wrong(place, f"phải là thời điểm dạng 2026-01-31T08:30:00+07:00, không phải {_shown(found)}") from None


_SCALARS: Mapping[type, Callable[[Json, Place], object]] = {
    str: _text,
    Text: _marked_up,
    int: _whole,
    float: _measure,
    bool: _truth,
    date: _day,
    datetime: _moment,
}


def _choice(values: Iterable[str]) -> str:
    return " hoặc ".join(f"“{value}”" for value in values)


def _shown(found: Json) -> str:
    """Return a JSON value as an error shows it."""
    match found:
        case dict():
            return "một đối tượng"
        case list():
            return "một danh sách"
        case None:
            return "null"
        case bool():
            return str(found).lower()
        case _:
            words = str(found)
            return f"“{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"
