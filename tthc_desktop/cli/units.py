"""`units`: the register of units, and what becomes of them from a day on."""

from collections.abc import Callable, Iterator, Mapping

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.finding import find_unit
from tthc_desktop.cli.plans import day_of, opened
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.unit_checks import UnitPairs, Units
from tthc_desktop.models.editing.unit_history import (
    ending,
    merging_into,
    renaming_from,
    reopening,
    splitting_into,
)
from tthc_desktop.models.editing.units import adding
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.telling import days_words, history

View = dict[str, object]
_KINDS = {UnitKind.INSIDE: "", UnitKind.OUTSIDE: " (ngoài cơ quan)", UnitKind.COLLECTIVE: " (gồm nhiều đơn vị)"}


def run(wishes: Wishes) -> Answer:
    """List the register, or do what is asked with it in one change."""
    with opened(wishes.office) as office:
        if wishes.action in {"", "list"}:
            return _list(office.units)
        label, pairs = _WAYS[wishes.action](office.units, wishes)
        if pairs:
            office.change(Change(label, pairs))
    touched = [unit.id for before, after in pairs if (unit := after or before)]
    return Answer({"changed": label, "units": touched}, f"{label}: xong; lệnh undo lấy lại được.")


def _list(units: Units) -> Answer:
    found = {"units": [_view(unit) for unit in units.values()]}
    return Answer(
        found, "\n".join(_line(unit, units) for unit in units.values()) or "Chưa có đơn vị nào trong danh sách."
    )


def _view(unit: Unit) -> View:
    return {
        "id": unit.id,
        "name": unit.name,
        "short": unit.short,
        "aliases": list(unit.aliases),
        "kind": unit.kind.value,
        "members": list(unit.members),
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
        "former": [{"name": one.name, "short": one.short, "until": one.until.isoformat()} for one in unit.former],
        "became": list(unit.became),
    }


def _line(unit: Unit, units: Units) -> str:
    said = "; ".join(_said(unit, units))
    return f"{unit.id}  {unit.name}{f' – {said}' if said else ''}{_KINDS[unit.kind]}"


def _said(unit: Unit, units: Units) -> Iterator[str]:
    if others := "; ".join(filter(None, (unit.short, *unit.aliases))):
        yield f"còn gọi: {others}"
    if days := days_words(unit):
        yield days
    yield from history(unit, units)
    if members := "; ".join(units[id_].name for id_ in unit.members if id_ in units):
        yield f"gồm: {members}"


def _add(units: Units, wishes: Wishes) -> tuple[str, UnitPairs]:
    start = day_of(wishes.day) if wishes.day else None
    unit = Unit(new_id(), wishes.name, wishes.short, kind=_kind(wishes.kind), valid_from=start)
    return f"Thêm đơn vị {wishes.name}", adding(units, [unit])


def _kind(typed: str) -> UnitKind:
    try:
        return UnitKind(typed or UnitKind.INSIDE)
    except ValueError:
        kinds = ", ".join(UnitKind)
        raise UserError(f"“{typed}” không phải một loại đơn vị.", f"Hãy ghi một trong: {kinds}.") from None


def _rename(units: Units, wishes: Wishes) -> tuple[str, UnitPairs]:
    unit = find_unit(tuple(units.values()), wishes.unit)
    pairs = renaming_from(units, unit.id, wishes.name, day_of(wishes.day), wishes.short or None)
    return f"Đổi tên {unit.name} thành {wishes.name}", pairs


def _merge(units: Units, wishes: Wishes) -> tuple[str, UnitPairs]:
    gone = [find_unit(tuple(units.values()), wanted) for wanted in wishes.units]
    pairs = merging_into(units, [unit.id for unit in gone], wishes.into, day_of(wishes.day))
    return f"Sáp nhập {'; '.join(unit.name for unit in gone)} vào {wishes.into}", pairs


def _split(units: Units, wishes: Wishes) -> tuple[str, UnitPairs]:
    unit = find_unit(tuple(units.values()), wishes.unit)
    return f"Chia tách {unit.name}", splitting_into(units, unit.id, wishes.units, day_of(wishes.day))


def _end(units: Units, wishes: Wishes) -> tuple[str, UnitPairs]:
    unit = find_unit(tuple(units.values()), wishes.unit)
    return f"Ngừng hoạt động {unit.name}", ending(units, unit.id, day_of(wishes.day))


def _reopen(units: Units, wishes: Wishes) -> tuple[str, UnitPairs]:
    unit = find_unit(tuple(units.values()), wishes.unit)
    return f"Cho {unit.name} hoạt động lại", reopening(units, unit.id)


_WAYS: Mapping[str, Callable[[Units, Wishes], tuple[str, UnitPairs]]] = {
    "add": _add,
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "end": _end,
    "reopen": _reopen,
}
