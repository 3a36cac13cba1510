"""What becomes of units from a day on: renamed, merged, split, ended, there again.

Each returns the pairs of values before and after that a change is made of. A unit that is no more stays in the
register, for the plans of its time name it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.unit_checks import (
    UnitPairs,
    Units,
    changed,
    check,
    day_words,
    tidied,
    unit_of,
)
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.unit import FormerName, Unit, UnitKind
from tthc_desktop.models.units.spelling import key
from tthc_desktop.models.units.validity import is_future, is_gone, is_valid

_DAY = timedelta(1)


def renaming_from(units: Units, unit_id: Id, name: str, day: date, short: str | None = None) -> UnitPairs:
    """Give a unit another name from a day on; without a short name it keeps the one that it has."""
    unit = unit_of(units, unit_id)
    _check_there(unit, _eve(day))
    _check_there(unit, day)
    made = tidied(replace(unit, name=name, short=unit.short if short is None else short))
    if made.name == unit.name:
        raise UserError(f"{unit.name} đã mang tên này.", "Hãy ghi tên mới của đơn vị.")
    if unit.former and day <= unit.former[-1].until + _DAY:
        raise UserError(
            f"{unit.name} đã đổi tên vào {day_words(unit.former[-1].until + _DAY)}.",
            "Hãy ghi ngày đổi tên sau ngày đó.",
        )
    former = FormerName(unit.name, unit.short, _eve(day))
    return changed(units, replace(made, former=(*unit.former, former)))


def merging(units: Units, gone_ids: Collection[Id], into: Unit, day: date) -> UnitPairs:
    """Let units be part of another from a day on: of one that there is, or of a new one that begins on it."""
    gone = [unit_of(units, id_) for id_ in dict.fromkeys(gone_ids)]
    if into.id in {unit.id for unit in gone}:
        raise UserError(f"Không sáp nhập được {into.name} vào chính nó.", "Hãy chọn một đơn vị khác để nhận.")
    if len(gone) < (1 if into.id in units else 2):
        raise UserError("Chưa đủ đơn vị để sáp nhập.", "Hãy chọn từ hai đơn vị trở lên.")
    return _succeeded(units, gone, [into], day)


def splitting(units: Units, unit_id: Id, parts: Sequence[Unit], day: date) -> UnitPairs:
    """Let a unit be several others from a day on, each of which there is already or begins on it."""
    unit = unit_of(units, unit_id)
    if unit_id in {part.id for part in parts}:
        raise UserError(
            f"Không chia {unit.name} thành chính nó được.", "Hãy ghi phần còn lại như một đơn vị mới, tên cũ vẫn được."
        )
    if len({part.id for part in parts}) < 2:
        raise UserError(f"{unit.name} phải được chia thành ít nhất hai đơn vị.", "Hãy ghi tên từng đơn vị mới.")
    return _succeeded(units, [unit], parts, day)


def ending(units: Units, unit_id: Id, last: date) -> UnitPairs:
    """Let a unit be no more after a day, without another in its place."""
    unit = unit_of(units, unit_id)
    _check_there(unit, last)
    return changed(units, replace(unit, valid_to=last))


def reopening(units: Units, unit_id: Id) -> UnitPairs:
    """Let a unit that ended go on as if it never had."""
    return changed(units, replace(unit_of(units, unit_id), valid_to=None, became=()))


def _succeeded(units: Units, gone: Sequence[Unit], heirs: Sequence[Unit], day: date) -> UnitPairs:
    """Return the change by which some units end before a day and became others, in every collective as well."""
    for unit in (*gone, *(heir for heir in heirs if heir.id in units)):
        if unit.kind is UnitKind.COLLECTIVE:
            raise UserError(
                f"{unit.name} là tên chung của nhiều đơn vị nên không sáp nhập, chia tách được.",
                "Hãy chọn các đơn vị cụ thể.",
            )
    for unit in gone:
        _check_there(unit, _eve(day))
        _check_there(unit, day)
    pairs = [(units.get(heir.id), _beginning(units, heir, day)) for heir in heirs]
    became = tuple(heir.id for heir in heirs)
    pairs += [(unit, replace(unit, valid_to=_eve(day), became=became)) for unit in gone]
    pairs += _with_heirs(units, {unit.id for unit in gone}, became)
    after = {**units, **{made.id: made for _, made in pairs}}
    for _, made in pairs:
        check(after, made)
    return tuple((before, made) for before, made in pairs if before != made)


def _beginning(units: Units, heir: Unit, day: date) -> Unit:
    if heir.id not in units:
        return tidied(replace(heir, valid_from=day))
    _check_there(units[heir.id], day)
    return units[heir.id]


def _with_heirs(units: Units, gone: Collection[Id], became: Iterable[Id]) -> list[tuple[Unit | None, Unit]]:
    """Return the collectives with the heirs of their members beside these, who stay for the plans of their time."""
    return [
        (unit, replace(unit, members=tuple(dict.fromkeys((*unit.members, *became)))))
        for unit in units.values()
        if not set(gone).isdisjoint(unit.members)
    ]


def _eve(day: date) -> date:
    return max(day, date.min + _DAY) - _DAY


def _check_there(unit: Unit, day: date) -> None:
    if is_gone(unit, day):
        assert unit.valid_to is not None
        raise UserError(
            f"{unit.name} chỉ hoạt động đến hết {day_words(unit.valid_to)}.",
            "Hãy ghi ngày sớm hơn, hoặc cho đơn vị hoạt động lại trước.",
        )
    if is_future(unit, day):
        assert unit.valid_from is not None
        raise UserError(f"{unit.name} từ {day_words(unit.valid_from)} mới có.", "Hãy ghi ngày sau ngày đó.")


def merging_into(units: Units, chosen: Collection[Id], name: str, day: date) -> UnitPairs:
    """Merge units into the one with this name: one of them, another that is there then, or a new one."""
    kept = _named(map(units.__getitem__, filter(units.__contains__, chosen)), name)
    if kept is not None:
        return merging(units, [id_ for id_ in chosen if id_ != kept.id] or [kept.id], kept, day)
    kinds = [units[id_].kind for id_ in chosen if id_ in units]
    return merging(units, chosen, _there_or_new(units, chosen, name, day, kinds[0] if kinds else UnitKind.INSIDE), day)


def splitting_into(units: Units, unit_id: Id, names: Iterable[str], day: date) -> UnitPairs:
    """Split a unit into those with these names, which are there then or begin on the day."""
    unit = unit_of(units, unit_id)
    return splitting(units, unit_id, [_there_or_new(units, [unit_id], name, day, unit.kind) for name in names], day)


def _there_or_new(units: Units, gone: Collection[Id], name: str, day: date, kind: UnitKind) -> Unit:
    others = (unit for unit in units.values() if unit.id not in gone and is_valid(unit, day))
    return _named(others, name) or Unit(new_id(), name, kind=kind)


def _named(units: Iterable[Unit], name: str) -> Unit | None:
    """Return the unit that now has this name, short name or spelling."""
    said = key(name)
    return next((unit for unit in units if said and said in map(key, (unit.name, unit.short, *unit.aliases))), None)
