"""The difference of values as differences of records; branches that are the same object are not looked into."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tthc_desktop.models.changes import Pairs
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.keys import Difference, Key, Record
from tthc_desktop.storage.ranks import place, spread
from tthc_desktop.storage.records import Branch, Family, Place, families, key_of, records

Ranks = dict[Key, int]
ReadRanks = Callable[[Iterable[Key]], Ranks]
"""Returns the ranks that these records have in the file."""
Members = Mapping[Id, Branch]


@dataclass(slots=True)
class _Order:
    """The members of a family that are not what they were, or stand in another order."""

    before: Members = field(default_factory=dict)
    after: Members = field(default_factory=dict)

    def window(self) -> tuple[list[Key], list[Key]]:
        """Return the members before and after without those at both ends that stay, but for one neighbour each."""
        before, after = list(self.before), list(self.after)
        first = _common(before, after)
        last = _common(before[first:][::-1], after[first:][::-1])
        start = max(first - 1, 0)
        return (
            [key_of(self.before[id_]) for id_ in before[start : len(before) - max(last - 1, 0)]],
            [key_of(self.after[id_]) for id_ in after[start : len(after) - max(last - 1, 0)]],
        )


@dataclass(slots=True)
class _Walk:
    """What a walk over old and new values has found."""

    old: dict[Key, Record] = field(default_factory=dict)
    new: dict[Key, Record] = field(default_factory=dict)
    orders: dict[tuple[str, Id], _Order] = field(default_factory=dict)

    def compare(self, old: Branch | None, new: Branch | None, under: Place) -> None:
        """Take up what differs between a value and its next state."""
        if old is new:
            return
        if old and new and type(old) is not type(new):
            raise ValueError(f"an identity has become another kind of thing: {key_of(new)}")
        _take(self.old, old, under)
        _take(self.new, new, under)
        for family, other in _families(old, new, under):
            self._compare_members(family, other)

    def _compare_members(self, old: Family, new: Family) -> None:
        if old.members is new.members:
            return
        before, after = _by_id(old), _by_id(new)
        for member_id, member in after.items():
            known = before.get(member_id)
            if known is not member:
                self.compare(known, member, new.place)
        for member_id, member in before.items():
            if member_id not in after:
                self.compare(member, None, new.place)
        if list(before) != list(after):
            order = self.orders.setdefault((new.name, new.place.owner), _Order())
            order.before, order.after = order.before or before, order.after or after


def differences(pairs: Pairs, read_ranks: ReadRanks) -> list[Difference]:
    """Return what must be written so that the file holds the new plans in place of the old ones."""
    walk = _Walk()
    for old, new in pairs:
        walk.compare(old, new, Place("", ""))
    known, given = _ranks(list(walk.orders.values()), read_ranks)
    return list(_differences(walk, known, given))


def _ranks(orders: Iterable[_Order], read_ranks: ReadRanks) -> tuple[Ranks, Ranks]:
    """Return the ranks that members of changed families have, and those that they get."""
    windows = [(order, *order.window()) for order in orders]
    known = read_ranks(key for _, before, _ in windows for key in before)
    given: Ranks = {}
    for order, before, after in windows:
        placed = place(after, {key: known[key] for key in before})
        if placed is None:
            everyone = [key_of(member) for member in order.after.values()]
            known.update(read_ranks(key_of(member) for member in order.before.values()))
            placed = spread(everyone)
        given.update(placed)
    return known, given


def _differences(walk: _Walk, known: Ranks, given: Ranks) -> Iterator[Difference]:
    for key in dict.fromkeys((*walk.old, *walk.new, *given)):
        before, after = walk.old.get(key), walk.new.get(key)
        if before is not None and after is None:
            yield Difference(key, _ranked(before, key, known), None)
        elif before is None and after is not None:
            yield Difference(key, None, _ranked(after, key, given))
        else:
            yield from _changed(key, before or {}, after or {}, known, given)


def _changed(key: Key, before: Record, after: Record, known: Ranks, given: Ranks) -> Iterator[Difference]:
    names = [name for name, value in after.items() if before[name] != value]
    old: Record = {name: before[name] for name in names}
    new: Record = {name: after[name] for name in names}
    if key in given and given[key] != known[key]:
        old["rank"], new["rank"] = known[key], given[key]
    if new:
        yield Difference(key, old, new)


def _ranked(record: Record, key: Key, ranks: Mapping[Key, int]) -> Record:
    return {**record, "rank": ranks[key]} if key in ranks else record


def _take(found: dict[Key, Record], branch: Branch | None, place: Place) -> None:
    if branch is None:
        return
    for key, record in records(branch, place):
        if key in found:
            raise ValueError(f"two records have the same identity: {key}")
        found[key] = record


def _families(old: Branch | None, new: Branch | None, place: Place) -> Iterator[tuple[Family, Family]]:
    old_families = families(old, place) if old else ()
    new_families = families(new, place) if new else ()
    for index, family in enumerate(old_families or new_families):
        empty = Family(family.name, family.place, ())
        yield (
            old_families[index] if old_families else empty,
            new_families[index] if new_families else empty,
        )


def _common(some: Sequence[Id], others: Sequence[Id]) -> int:
    """Return how many members both begin with."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


def _by_id(family: Family) -> Mapping[Id, Branch]:
    members = family.members
    if isinstance(members, Mapping):
        if any(member_id != member.id for member_id, member in members.items()):
            raise ValueError(f"a member of {family.name} is kept under another identity than its own")
        return members
    found = {member.id: member for member in members}
    if len(found) != len(members):
        raise ValueError(f"two of the {family.name} under {family.place.owner} have the same identity")
    return found
