"""What the cells of the register of units show, and what typing into them means."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.unit_checks import UnitPairs
from tthc_desktop.models.editing.units import renaming, shortening, with_aliases, with_kind, with_members
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import clean, fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.resolving import resolved
from tthc_desktop.models.units.validity import names

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
        case _:
            return str(getattr(unit, field))


def typed_words(unit: Unit, field: str, units: Units) -> str:
    """Return what a cell holds for typing: of a collective without members nothing, for its words say who it is."""
    return f"{_SIGN} ".join(_named(unit.members, units)) if field == "members" else words(unit, field, units)


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
        return f"{_SIGN} ".join(_named(unit.members, units))
    meant = {one.id for found in resolved(unit.name, tuple(units.values())) for one in found.units}
    inside = {one.id for one in units.values() if one.kind is UnitKind.INSIDE}
    if meant == inside:
        return EVERY_UNIT
    listed = f"{_SIGN} ".join(one.name for one in units.values() if one.id in meant)
    return f"Theo tên gọi: {listed}" if listed else "Theo tên gọi: chưa có đơn vị nào"


def _named(members: Iterable[Id], units: Units) -> list[str]:
    return [units[member].name for member in members if member in units]


def _with_members(units: Units, unit: Unit, typed: str) -> UnitPairs:
    if unit.kind is not UnitKind.COLLECTIVE:
        raise UserError(f"{unit.name} không phải tên gọi chung nên không gồm đơn vị nào.", "Hãy đổi loại đơn vị trước.")
    return with_members(units, unit.id, [_called(units, name).id for name in parted(typed)])


def _called(units: Units, name: str) -> Unit:
    said = fold(name)
    found = [unit for unit in units.values() if said in map(fold, names(unit))]
    if not found:
        raise UserError(
            f"Danh sách chưa có đơn vị “{name}”.", "Hãy thêm đơn vị đó trước; các tên cách nhau bằng dấu chấm phẩy."
        )
    return found[0]
