"""Which part of the newer plan is which part of the older: by identity, by origin, by words, by what stands in it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tthc_desktop.models.comparison.similarity import alike, equal
from tthc_desktop.models.comparison.units import Name, Parent, Sort, Unit, units
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column

_HOLDERS = {"nodes": (Sort.ITEM, Sort.APPENDIX), "rows": (Sort.TABLE,), "columns": (Sort.TABLE,)}
_LONGEST_GAP, _LONGEST_WORDS, _ALIKE = 40, 400, 0.5
Key = Callable[[Unit], object]


@dataclass(slots=True)
class Match:
    """The parts of two plans and the pairs among them, kept both ways."""

    old: dict[Name, Unit]
    new: dict[Name, Unit]
    pairs: dict[Name, Name] = field(default_factory=dict)
    """For a name in the newer plan the one in the older."""
    back: dict[Name, Name] = field(default_factory=dict)
    root: Callable[[Id], Id] = str
    """What a paragraph, task or target was first copied from."""

    def pair(self, old: Name, new: Name) -> None:
        """Note that two parts are one and the same, unless one of them has a partner."""
        if old not in self.back and new not in self.pairs and old[0] is new[0]:
            self.pairs[new], self.back[old] = old, new

    def lone(self) -> tuple[list[Unit], list[Unit]]:
        """Return the parts that have no partner yet."""
        old = [unit for name, unit in self.old.items() if name not in self.back]
        return old, [unit for name, unit in self.new.items() if name not in self.pairs]

    def same_parent(self, old: Parent, new: Parent) -> bool:
        """Tell whether two lists are one and the same, before and after."""
        if old[0] != new[0] or bool(old[1]) is not bool(new[1]):
            return False
        return not new[1] or any(self.pairs.get((sort, new[1])) == (sort, old[1]) for sort in _HOLDERS[new[0]])


def matched(old: Plan, new: Plan, known: Iterable[Plan] = (), sure: Mapping[Id, Id] | None = None) -> Match:
    """Return the pairs of two plans; `known` are other plans, through which a copy of a copy is traced.

    `sure` says of parts of the newer plan which of the older one they are, whatever their words.
    """
    match = Match({unit.name: unit for unit in units(old)}, {unit.name: unit for unit in units(new)})
    for name in match.new if sure else ():
        before = name[0], (sure or {}).get(name[1], "")
        if before in match.old:
            match.pair(before, name)
    root = _Roots((*known, old, new))
    match.root = root.of
    _by(match, lambda unit: unit.name)
    _by(match, lambda unit: unit.held and (unit.sort, unit.held))
    _by(match, lambda unit: unit.sort is Sort.ITEM and root.of(unit.id))
    _by(match, lambda unit: unit.held and (unit.sort, root.of(unit.held)))
    _by(match, lambda unit: unit.key and (unit.sort, unit.key, _parent_key(match, unit)))
    _by(match, lambda unit: unit.key and unit.sort is not Sort.COLUMN and (unit.sort, unit.key))
    _by_likeness(match)
    for _ in range(3):
        _by_contents(match)
    for _ in range(2):
        _in_gaps(match)
        _columns(match)
    return match


class _Roots:
    """Follows copies back to the first of them."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self._origins: dict[Id, Id] = {}
        for plan in plans:
            self._origins |= {task.id: task.origin_id for task in plan.tasks.values()}
            self._origins |= {target.id: target.origin_id for target in plan.targets.values()}
            self._origins |= {item.id: item.origin_id for nodes in nodes_of(plan) for item, _ in items(nodes)}

    def of(self, id_: Id) -> Id:
        seen = {id_}
        while (origin := self._origins.get(id_, "")) and origin not in seen:
            id_ = origin
            seen.add(origin)
        return id_


def _by(match: Match, key: Key) -> None:
    """Pair the parts that have the same key, in their order; a part without a key is left."""
    old, new = match.lone()
    for first, second in equal([key(unit) for unit in old], [key(unit) for unit in new]):
        match.pair(old[first].name, new[second].name)


def _parent_key(match: Match, unit: Unit) -> tuple[str, str]:
    """Return what two lists have in common when they are one: the words of what they belong to."""
    kind, holder = unit.parent
    both = match.old if match.old.get(unit.name) is unit else match.new
    above = next((both[sort, holder] for sort in _HOLDERS.get(kind, ()) if (sort, holder) in both), None)
    return kind, above.key if above else ""


def _by_likeness(match: Match) -> None:
    old, new = match.lone()
    for sort in (Sort.ITEM, Sort.ROW, Sort.BASIS, Sort.RECIPIENT, Sort.APPENDIX):
        before = [unit for unit in old if unit.sort is sort]
        after = [unit for unit in new if unit.sort is sort]
        for first, second in alike([unit.key for unit in before], [unit.key for unit in after]):
            match.pair(before[first].name, after[second].name)


def _by_contents(match: Match) -> None:
    """Pair what holds the same parts: a table by its rows, a heading by what stands below it."""
    votes: Counter[tuple[Name, Name]] = Counter()
    for name, before in match.pairs.items():
        old_parent, new_parent = match.old[before].parent, match.new[name].parent
        if old_parent[0] == new_parent[0]:
            for sort in _HOLDERS.get(new_parent[0], ()):
                votes[(sort, old_parent[1]), (sort, new_parent[1])] += 1
    for (old, new), _ in votes.most_common():
        if old in match.old and new in match.new:
            match.pair(old, new)


def _columns(match: Match) -> None:
    """Pair the columns of one and the same table by what they hold, else by their headings."""
    by: tuple[Callable[[Column], Hashable], ...] = (lambda column: column.role, lambda column: column.title)
    for key in by:
        old, new = match.lone()
        waiting: dict[Hashable, Unit] = {}
        for unit in old:
            if isinstance(unit.value, Column):
                waiting.setdefault((unit.parent[1], key(unit.value)), unit)
        for unit in new:
            before = match.pairs.get((Sort.TABLE, unit.parent[1]))
            if isinstance(unit.value, Column) and before is not None:
                other = waiting.pop((before[1], key(unit.value)), None)
                if other is not None:
                    match.pair(other.name, unit.name)


def _in_gaps(match: Match) -> None:
    """Pair, in their order, the few that stand between the same neighbours and look alike, or have no words."""
    for before, after in _gaps(match):
        for old, new in zip(before, after, strict=False):
            if old.sort is new.sort and _look_alike(old.key, new.key):
                match.pair(old.name, new.name)


def _look_alike(old: str, new: str) -> bool:
    if not old or not new:
        return not old and not new
    return SequenceMatcher(None, old[:_LONGEST_WORDS], new[:_LONGEST_WORDS], autojunk=False).ratio() >= _ALIKE


def _gaps(match: Match) -> list[tuple[list[Unit], list[Unit]]]:
    """Return the runs of lone parts that follow the same partner under the same parent."""
    runs = _runs(match.old, match.back)
    found = []
    for (parent, last), after in _runs(match.new, match.pairs).items():
        partner = match.pairs[last] if last else None
        above = _old_parent(match, parent)
        before = runs.get((above, partner), []) if above else []
        if before and max(len(before), len(after)) <= _LONGEST_GAP:
            found.append((before, after))
    return found


def _old_parent(match: Match, parent: Parent) -> Parent | None:
    kind, holder = parent
    if not holder:
        return parent
    pairs = (match.pairs.get((sort, holder)) for sort in _HOLDERS[kind])
    return next(((kind, pair[1]) for pair in pairs if pair), None)


def _runs(every: dict[Name, Unit], partners: dict[Name, Name]) -> dict[tuple[Parent, Name | None], list[Unit]]:
    last: dict[Parent, Name | None] = {}
    found: defaultdict[tuple[Parent, Name | None], list[Unit]] = defaultdict(list)
    for name, unit in every.items():
        if name in partners:
            last[unit.parent] = name
        else:
            found[unit.parent, last.get(unit.parent)].append(unit)
    return found
