"""What holds of every unit of the register: names mean it alone in their time, days and successors make sense."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import clean, fold
from tthc_desktop.models.unit import FormerName, Unit, UnitKind
from tthc_desktop.models.units.spelling import key
from tthc_desktop.models.units.validity import Called, names_in_time

Units = Mapping[Id, Unit]
MOST_LETTERS = 300
"""What is longer is no name: it stands in every letter to the unit, and fills pages there."""
UnitPairs = tuple[tuple[Unit | None, Unit | None], ...]


def unit_of(units: Units, unit_id: Id) -> Unit:
    """Return a unit of the register."""
    if unit_id not in units:
        raise _unknown()
    return units[unit_id]


def changed(units: Units, unit: Unit) -> UnitPairs:
    """Return the change of one unit, tidied and checked; none where it stays what it is."""
    made = tidied(unit)
    check(units, made)
    return () if made == units[made.id] else ((units[made.id], made),)


def tidied(unit: Unit) -> Unit:
    """Return the unit with its names in one line, each once."""
    name, short, *aliases = map(_in_line, (unit.name, unit.short, *unit.aliases))
    others = {fold(alias): alias for alias in reversed(aliases) if key(alias)}
    kept = {words: alias for words, alias in others.items() if words not in {fold(name), fold(short)}}
    former = (FormerName(_in_line(one.name), _in_line(one.short), one.until) for one in unit.former)
    return replace(unit, name=name, short=short, aliases=tuple(reversed(kept.values())), former=tuple(former))


def _in_line(words: str) -> str:
    return " ".join(clean(words).split())


def check(units: Units, unit: Unit) -> None:
    """Refuse a unit without a name, with a name that another one has then, or with days or members that cannot be."""
    if not key(unit.name):
        raise UserError("Đơn vị chưa có tên.", "Hãy ghi tên đơn vị như trong kế hoạch, ví dụ Văn phòng Sở.")
    for name in (unit.name, unit.short, *unit.aliases):
        _check_length(name)
    _check_days(unit)
    _check_names(units, unit)
    _check_members(units, unit)
    _check_successors({**units, unit.id: unit}, unit)


def _check_length(name: str) -> None:
    if (letters := len(name)) > MOST_LETTERS:
        raise UserError(
            f"“{name[:40].rstrip()}…” dài {letters} chữ cái nên không phải tên một đơn vị.",
            f"Hãy ghi tên không quá {MOST_LETTERS} chữ cái.",
        )


def _check_days(unit: Unit) -> None:
    start, *changes = (unit.valid_from or date.min, *(one.until for one in unit.former))
    end = unit.valid_to or date.max
    if start > end:
        raise UserError(
            f"{unit.name} không thể hoạt động đến {day_words(end)} vì từ {day_words(start)} mới có.",
            "Hãy ghi ngày kết thúc sau ngày bắt đầu.",
        )
    if changes and (changes != sorted(set(changes)) or changes[0] < start or changes[-1] >= end):
        raise UserError(
            f"Các tên cũ của {unit.name} không nằm trong thời gian đơn vị hoạt động.",
            "Hãy xem lại ngày bắt đầu, ngày kết thúc và các ngày đổi tên của đơn vị.",
        )


def _check_names(units: Units, unit: Unit) -> None:
    used: dict[str, list[tuple[Called, Unit]]] = {}
    for other in units.values():
        if other.id != unit.id:
            for called in names_in_time(other):
                used.setdefault(key(called.name), []).append((called, other))
    for mine in names_in_time(unit):
        for called, other in used.get(key(mine.name), ()):
            if mine.start <= called.end and called.start <= mine.end:
                raise _taken(mine.name, called, other)


def _taken(name: str, called: Called, other: Unit) -> UserError:
    if called.end < date.max:
        until = day_words(called.end)
        return UserError(
            f"Tên “{name}” là tên của {other.name} đến hết {until}.",
            "Hãy cho đơn vị này bắt đầu sau ngày đó, hoặc chọn tên khác.",
        )
    return UserError(
        f"Tên “{name}” đã là một tên của {other.name}.",
        "Hãy dùng đơn vị đã có, gộp hai đơn vị làm một, hoặc chọn tên khác.",
    )


def _check_members(units: Units, unit: Unit) -> None:
    if unit.members and unit.kind is not UnitKind.COLLECTIVE:
        raise UserError(f"{unit.name} không phải tên chung của nhiều đơn vị.", "Hãy đổi loại đơn vị trước.")
    if any(units[member].kind is UnitKind.COLLECTIVE for member in unit.members if member in units):
        raise UserError(
            f"{unit.name} chỉ gồm được các đơn vị cụ thể.", "Hãy chọn từng đơn vị thay cho tên chung của nhiều đơn vị."
        )
    if not set(unit.members) <= set(units):
        raise _unknown()


def _check_successors(units: Units, unit: Unit) -> None:
    if not set(unit.became) <= set(units):
        raise _unknown()
    if UnitKind.COLLECTIVE in {units[id_].kind for id_ in unit.became}:
        raise UserError(f"{unit.name} không thể nhập vào tên chung của nhiều đơn vị.", "Hãy chọn một đơn vị cụ thể.")
    if unit.id in set(_after(units, unit.became)):
        raise UserError(
            f"{unit.name} sẽ nhập vào chính nó qua các lần sáp nhập trước.",
            "Hãy cho đơn vị cũ hoạt động lại trước, hoặc chọn đơn vị khác.",
        )


def _after(units: Units, became: Iterable[Id]) -> Iterator[Id]:
    """Yield all units that come after, through each other."""
    waiting, seen = [*became], set[Id]()
    while waiting:
        if (id_ := waiting.pop()) not in seen:
            seen.add(id_)
            yield id_
            waiting += units[id_].became if id_ in units else ()


def pointing_elsewhere(units: Units, instead: Mapping[Id, Id], passed_over: Id = "") -> UnitPairs:
    """Return the units that name others as members or successors, with another or none in the place of each of these.

    A collective never loses its last member.
    """

    def others(ids: tuple[Id, ...]) -> tuple[Id, ...]:
        return tuple(filter(None, dict.fromkeys(instead.get(id_, id_) for id_ in ids)))

    pairs = tuple(
        (unit, replace(unit, members=others(unit.members), became=others(unit.became)))
        for unit in units.values()
        if unit.id not in {passed_over, *instead} and not set(instead).isdisjoint((*unit.members, *unit.became))
    )
    if emptied := next((after for before, after in pairs if before.members and not after.members), None):
        raise UserError(
            f"{emptied.name} sẽ không còn gồm đơn vị nào.", "Hãy chọn đơn vị khác cho tên chung này, hoặc xóa nó trước."
        )
    return pairs


def day_words(day: date) -> str:
    """Return a day as it is said in a sentence."""
    return f"ngày {day:%d/%m/%Y}"


def _unknown() -> UserError:
    return UserError("Không tìm thấy đơn vị này trong danh sách đơn vị.", "Có thể vừa bị xóa; hãy xem lại danh sách.")
