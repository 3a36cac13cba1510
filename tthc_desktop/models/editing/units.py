"""Edits of the register of units: each returns the pairs of values before and after that a change is made of."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.unit_checks import (
    UnitPairs,
    Units,
    changed,
    check,
    pointing_elsewhere,
    tidied,
    unit_of,
)
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.validity import names

Joined = Unit | Progress | Sending
JoinedPairs = tuple[tuple[Joined | None, Joined | None], ...]


def adding(units: Units, new: Collection[Unit]) -> UnitPairs:
    """Take units into the register, where none of their names is used yet."""
    known = dict(units)
    for unit in map(tidied, new):
        check(known, unit)
        known[unit.id] = unit
    return tuple((None, known[unit.id]) for unit in new)


def renaming(units: Units, unit_id: Id, name: str) -> UnitPairs:
    """Give a unit another name; plans that use the old one still mean it."""
    unit = unit_of(units, unit_id)
    return changed(units, replace(unit, name=name, aliases=(*unit.aliases, unit.name)))


def shortening(units: Units, unit_id: Id, short: str) -> UnitPairs:
    """Give a unit another short name."""
    return changed(units, replace(unit_of(units, unit_id), short=short))


def with_aliases(units: Units, unit_id: Id, aliases: Iterable[str]) -> UnitPairs:
    """Set the other spellings that plans use for a unit."""
    return changed(units, replace(unit_of(units, unit_id), aliases=tuple(aliases)))


def with_days(units: Units, unit_id: Id, start: date | None, end: date | None) -> UnitPairs:
    """Set the first and the last day of a unit; without a last day it goes on, and became nothing else."""
    unit = unit_of(units, unit_id)
    became = unit.became if end else ()
    return changed(units, replace(unit, valid_from=start, valid_to=end, became=became))


def with_kind(units: Units, unit_id: Id, kind: UnitKind) -> UnitPairs:
    """Set what a unit is; only a collective has members, and none is a member of another."""
    unit = unit_of(units, unit_id)
    if kind is UnitKind.COLLECTIVE:
        return (*changed(units, replace(unit, kind=kind)), *pointing_elsewhere(units, {unit_id: ""}))
    return changed(units, replace(unit, kind=kind, members=()))


def with_members(units: Units, unit_id: Id, members: Iterable[Id]) -> UnitPairs:
    """Set which units a collective stands for; with none it stands for those that its words mean."""
    return changed(units, replace(unit_of(units, unit_id), members=tuple(dict.fromkeys(members))))


def removing(units: Units, gone: Collection[Id]) -> UnitPairs:
    """Take units out of the register, of the collectives that they belong to and of what others became."""
    removed = tuple((unit_of(units, unit_id), None) for unit_id in dict.fromkeys(gone))
    return (*removed, *pointing_elsewhere(units, dict.fromkeys(gone, "")))


def joining(
    units: Units, kept_id: Id, gone_id: Id, progress: Iterable[Progress] = (), sendings: Iterable[Sending] = ()
) -> JoinedPairs:
    """Make two units one that has the names of both, and address to it what the other has said and was sent."""
    kept, gone = unit_of(units, kept_id), unit_of(units, gone_id)
    if kept_id == gone_id:
        raise UserError("Không gộp được một đơn vị với chính nó.", "Hãy chọn hai đơn vị khác nhau.")
    if UnitKind.COLLECTIVE in {kept.kind, gone.kind} and kept.kind is not gone.kind:
        raise UserError(
            f"{kept.name} và {gone.name} không gộp được vì một bên là tên chung của nhiều đơn vị.",
            "Hãy đổi loại của một trong hai trước khi gộp.",
        )
    members = tuple(dict.fromkeys((*kept.members, *gone.members))) if kept.members and gone.members else ()
    made = tidied(replace(_in_time(kept, gone), aliases=(*kept.aliases, *names(gone)), members=members))
    elsewhere = pointing_elsewhere(units, {gone_id: kept_id}, passed_over=kept_id)
    check({**_without(units, gone_id), **{after.id: after for _, after in elsewhere if after}}, made)
    return (
        (kept, made),
        (gone, None),
        *elsewhere,
        *_readdressed(tuple(progress), kept, gone),
        *((sent, replace(sent, unit_id=kept_id)) for sent in sendings if sent.unit_id == gone_id),
    )


def _in_time(kept: Unit, gone: Unit) -> Unit:
    """Return a unit that is there whenever one of the two was, and became what the later one became."""
    starts, ends = {kept.valid_from, gone.valid_from}, {kept.valid_to, gone.valid_to}
    start = None if None in starts else min(filter(None, starts))
    end = None if None in ends else max(filter(None, ends))
    later = kept if end == kept.valid_to else gone
    became = tuple(id_ for id_ in later.became if end and id_ not in {kept.id, gone.id})
    return replace(kept, valid_from=start, valid_to=end, became=became)


def _without(units: Units, unit_id: Id) -> dict[Id, Unit]:
    return {id_: unit for id_, unit in units.items() if id_ != unit_id}


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
