"""Edits of the register of units: each returns the pairs of values before and after that a change is made of."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.text import clean, fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.spelling import key
from tthc_desktop.models.units.validity import names

Units = Mapping[Id, Unit]
UnitPairs = tuple[tuple[Unit | None, Unit | None], ...]
Joined = Unit | Progress | Sending
JoinedPairs = tuple[tuple[Joined | None, Joined | None], ...]


def adding(units: Units, new: Collection[Unit]) -> UnitPairs:
    """Take units into the register, where none of their names is used yet."""
    known = dict(units)
    for unit in map(_tidied, new):
        _check(known, unit)
        known[unit.id] = unit
    return tuple((None, known[unit.id]) for unit in new)


def renaming(units: Units, unit_id: Id, name: str) -> UnitPairs:
    """Give a unit another name; plans that use the old one still mean it."""
    unit = _unit(units, unit_id)
    return _changed(units, replace(unit, name=name, aliases=(*unit.aliases, unit.name)))


def shortening(units: Units, unit_id: Id, short: str) -> UnitPairs:
    """Give a unit another short name."""
    return _changed(units, replace(_unit(units, unit_id), short=short))


def with_aliases(units: Units, unit_id: Id, aliases: Iterable[str]) -> UnitPairs:
    """Set the other spellings that plans use for a unit."""
    return _changed(units, replace(_unit(units, unit_id), aliases=tuple(aliases)))


def with_kind(units: Units, unit_id: Id, kind: UnitKind) -> UnitPairs:
    """Set what a unit is; only a collective has members, and none is a member of another."""
    unit = _unit(units, unit_id)
    if kind is UnitKind.COLLECTIVE:
        return (*_changed(units, replace(unit, kind=kind)), *_without_members(units, {unit_id: ""}))
    return _changed(units, replace(unit, kind=kind, members=()))


def with_members(units: Units, unit_id: Id, members: Iterable[Id]) -> UnitPairs:
    """Set which units a collective stands for; with none it stands for those that its words mean."""
    return _changed(units, replace(_unit(units, unit_id), members=tuple(dict.fromkeys(members))))


def removing(units: Units, gone: Collection[Id]) -> UnitPairs:
    """Take units out of the register and of the collectives that they belong to."""
    removed = tuple((_unit(units, unit_id), None) for unit_id in dict.fromkeys(gone))
    return (*removed, *_without_members(units, dict.fromkeys(gone, "")))


def joining(
    units: Units, kept_id: Id, gone_id: Id, progress: Iterable[Progress] = (), sendings: Iterable[Sending] = ()
) -> JoinedPairs:
    """Make two units one that has the names of both, and address to it what the other has said and was sent."""
    kept, gone = _unit(units, kept_id), _unit(units, gone_id)
    if kept_id == gone_id:
        raise UserError("Không gộp được một đơn vị với chính nó.", "Hãy chọn hai đơn vị khác nhau.")
    if UnitKind.COLLECTIVE in {kept.kind, gone.kind} and kept.kind is not gone.kind:
        raise UserError(
            f"{kept.name} và {gone.name} không gộp được vì một bên là tên chung của nhiều đơn vị.",
            "Hãy đổi loại của một trong hai trước khi gộp.",
        )
    members = tuple(dict.fromkeys((*kept.members, *gone.members))) if kept.members and gone.members else ()
    made = _tidied(replace(kept, aliases=(*kept.aliases, *names(gone)), members=members))
    return (
        (kept, made),
        (gone, None),
        *_without_members(units, {gone_id: kept_id}),
        *_readdressed(tuple(progress), kept, gone),
        *((sent, replace(sent, unit_id=kept_id)) for sent in sendings if sent.unit_id == gone_id),
    )


def _readdressed(
    progress: Collection[Progress], kept: Unit, gone: Unit
) -> Iterator[tuple[Progress | None, Progress | None]]:
    """Yield what becomes of the progress of a unit that is joined; what both have said must agree."""
    own = {(one.plan_id, one.work_id): one for one in progress if one.unit_id == kept.id}
    for one in progress:
        if one.unit_id != gone.id:
            continue
        beside = own.get((one.plan_id, one.work_id))
        if beside is None:
            yield one, replace(one, unit_id=kept.id)
            continue
        if any(beside.words(said) and beside.words(said) != one.words(said) for said in one.said if one.words(said)):
            raise UserError(
                f"{kept.name} và {gone.name} đã báo cáo khác nhau về cùng một nhiệm vụ.",
                "Hãy sửa cho hai báo cáo giống nhau, hoặc xóa một báo cáo, rồi gộp lại.",
            )
        said = {**one.said, **{field: words for field, words in beside.said.items() if words.words}}
        yield one, None
        if said != beside.said:
            yield beside, replace(beside, said=said)


def _changed(units: Units, unit: Unit) -> UnitPairs:
    made = _tidied(unit)
    _check(units, made)
    return () if made == units[made.id] else ((units[made.id], made),)


def _tidied(unit: Unit) -> Unit:
    """Return the unit with its names in one line, each once."""
    name, short, *aliases = (" ".join(clean(words).split()) for words in (unit.name, unit.short, *unit.aliases))
    others = {fold(alias): alias for alias in reversed(aliases) if key(alias)}
    kept = {words: alias for words, alias in others.items() if words not in {fold(name), fold(short)}}
    return replace(unit, name=name, short=short, aliases=tuple(reversed(kept.values())))


def _check(units: Units, unit: Unit) -> None:
    """Refuse a unit without a name, with a name that another one has, or with members that cannot be."""
    if not key(unit.name):
        raise UserError("Đơn vị chưa có tên.", "Hãy ghi tên đơn vị như trong kế hoạch, ví dụ Văn phòng Sở.")
    used = {key(name): other for other in units.values() if other.id != unit.id for name in names(other)}
    for name in names(unit):
        if other := used.get(key(name)):
            raise UserError(
                f"Tên “{name}” đã là một tên của {other.name}.",
                "Hãy dùng đơn vị đã có, gộp hai đơn vị làm một, hoặc chọn tên khác.",
            )
    if unit.members and unit.kind is not UnitKind.COLLECTIVE:
        raise UserError(f"{unit.name} không phải tên chung của nhiều đơn vị.", "Hãy đổi loại đơn vị trước.")
    if any(units[member].kind is UnitKind.COLLECTIVE for member in unit.members if member in units):
        raise UserError(
            f"{unit.name} chỉ gồm được các đơn vị cụ thể.", "Hãy chọn từng đơn vị thay cho tên chung của nhiều đơn vị."
        )
    if not set(unit.members) <= set(units):
        raise _unknown()


def _without_members(units: Units, instead: Mapping[Id, Id]) -> UnitPairs:
    """Return the collectives that have some members, with another unit or none in the place of each of these."""
    found = (
        (unit, replace(unit, members=tuple(filter(None, dict.fromkeys(instead.get(id_, id_) for id_ in unit.members)))))
        for unit in units.values()
        if unit.id not in instead and not set(instead).isdisjoint(unit.members)
    )
    changed = tuple(found)
    if emptied := next((after for _, after in changed if not after.members), None):
        raise UserError(
            f"{emptied.name} sẽ không còn gồm đơn vị nào.", "Hãy chọn đơn vị khác cho tên chung này, hoặc xóa nó trước."
        )
    return changed


def _unit(units: Units, unit_id: Id) -> Unit:
    if unit_id not in units:
        raise _unknown()
    return units[unit_id]


def _unknown() -> UserError:
    return UserError("Không tìm thấy đơn vị này trong danh sách đơn vị.", "Có thể vừa bị xóa; hãy xem lại danh sách.")
