"""What the cells of the register of units show, and what typing into them means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.unit_checks import UnitPairs
from tthc_desktop.models.editing.units import renaming, shortening, with_aliases, with_days, with_kind, with_members
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import clean, fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.resolving import resolved
from tthc_desktop.models.units.telling import history
from tthc_desktop.models.units.validity import is_valid_in, names
from tthc_desktop.ui.units.days import day_or_none, day_shown

KINDS: Mapping[UnitKind, str] = {
    UnitKind.INSIDE: "Thuộc cơ quan",
    UnitKind.OUTSIDE: "Bên ngoài",
    UnitKind.COLLECTIVE: "Gọi chung",
}
EVERY_UNIT = "Mọi đơn vị thuộc cơ quan"
_SIGN = ";"

Units = Mapping[Id, Unit]


def words(unit: Unit, field: str, units: Units) -> str:
    """Return what a cell shows."""
    match field:
        case "aliases":
            return f"{_SIGN} ".join(unit.aliases)
        case "kind":
            return KINDS[unit.kind]
        case "members":
            return _members(unit, units)
        case "valid_from" | "valid_to":
            return day_shown(unit.valid_from if field == "valid_from" else unit.valid_to)
        case "history":
            told = f"{_SIGN} ".join(history(unit, units))
            return told[:1].upper() + told[1:]
        case _:
            return str(getattr(unit, field))


def typed_words(unit: Unit, field: str, units: Units) -> str:
    """Return what a cell holds for typing: of a collective without members nothing, for its words say who it is."""
    return _listed(unit.members, units) if field == "members" else words(unit, field, units)


def edited(units: Units, unit: Unit, field: str, typed: str) -> UnitPairs:
    """Return the change that typing into a cell makes, or say what is wrong with it."""
    match field:
        case "name":
            return renaming(units, unit.id, typed)
        case "short":
            return shortening(units, unit.id, typed)
        case "aliases":
            return with_aliases(units, unit.id, parted(typed))
        case "kind":
            return with_kind(units, unit.id, kind_called(typed))
        case "valid_from":
            return with_days(units, unit.id, day_or_none(typed), unit.valid_to)
        case "valid_to":
            return with_days(units, unit.id, unit.valid_from, day_or_none(typed))
        case _:
            return _with_members(units, unit, typed)


def edited_new(units: Units, unit: Unit, field: str, typed: str) -> Unit:
    """Return a unit that is not in the register yet, and may have no name, with a field filled in."""
    if field == "name":
        return replace(unit, name=typed)
    stand_in = replace(unit, name=unit.id)
    pairs = edited({**units, unit.id: stand_in}, stand_in, field, typed)
    return next((replace(after, name=unit.name) for _, after in pairs if after and after.id == unit.id), unit)


def parted(typed: str) -> tuple[str, ...]:
    """Return the entries of a list, each in one line."""
    return tuple(filter(None, (" ".join(part.split()) for part in clean(typed).split(_SIGN))))


def kind_called(typed: str) -> UnitKind:
    """Return the kind of this name; its first letters are enough."""
    said = " ".join(fold(typed).split())
    found = [kind for kind, name in KINDS.items() if said and fold(name).startswith(said)]
    if len(found) != 1:
        choices = ", ".join(KINDS.values())
        raise UserError(f"“{typed.strip()}” không phải một loại đơn vị.", f"Hãy chọn một trong: {choices}.")
    return found[0]


def fitting(units: Iterable[Unit], typed: str) -> tuple[Unit, ...]:
    """Return the units that have every typed word in one of their names, accents ignored."""
    wanted = fold(typed).split()
    return tuple(unit for unit in units if _has(fold(" ".join(names(unit))), wanted))


def _has(name: str, wanted: Iterable[str]) -> bool:
    return all(word in name for word in wanted)


def _members(unit: Unit, units: Units) -> str:
    if unit.kind is not UnitKind.COLLECTIVE:
        return ""
    if unit.members:
        there = [id_ for id_ in unit.members if id_ in units and is_valid_in(units[id_], None)]
        return _listed(there or unit.members, units)
    meant = {one.id for found in resolved(unit.name, tuple(units.values())) for one in found.units}
    inside = {one.id for one in units.values() if one.kind is UnitKind.INSIDE and is_valid_in(one, None)}
    if meant == inside:
        return EVERY_UNIT
    listed = f"{_SIGN} ".join(one.name for one in units.values() if one.id in meant)
    return f"Theo tên gọi: {listed}" if listed else "Theo tên gọi: chưa có đơn vị nào"


def _listed(members: Iterable[Id], units: Units) -> str:
    return f"{_SIGN} ".join(units[member].name for member in members if member in units)


def _with_members(units: Units, unit: Unit, typed: str) -> UnitPairs:
    if unit.kind is not UnitKind.COLLECTIVE:
        raise UserError(f"{unit.name} không phải tên gọi chung nên không gồm đơn vị nào.", "Hãy đổi loại đơn vị trước.")
    members: list[Id] = []
    for name in parted(typed):
        members.append(_called(units, name, [id_ for id_ in unit.members if id_ not in members]).id)
    return with_members(units, unit.id, members)


def _called(units: Units, name: str, members: Sequence[Id]) -> Unit:
    """Return the unit of this name: a member that has it, else one that is there."""
    said = fold(name)
    found = [unit for unit in units.values() if said in map(fold, names(unit))]
    places = {id_: place for place, id_ in enumerate(members)}
    found.sort(key=lambda unit: (places.get(unit.id, len(places)), unit.valid_to is not None))
    if not found:
        raise UserError(
            f"Danh sách chưa có đơn vị “{name}”.", "Hãy thêm đơn vị đó trước; các tên cách nhau bằng dấu chấm phẩy."
        )
    return found[0]
