"""What came, went and moved in a corrected paper, held against where things stand in the plan now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tthc_desktop.models.comparison import What
from tthc_desktop.models.comparison.order import moved
from tthc_desktop.models.comparison.units import Name, Sort, Unit
from tthc_desktop.models.correcting.looks import alike, look_of, look_of_held
from tthc_desktop.models.correcting.parts import Parts, held_by, units_of
from tthc_desktop.models.correcting.values import Key, Proposal
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import Place

_COUNTED = frozenset({Sort.ITEM, Sort.TABLE, Sort.ROW})
_RESTORES = "Cơ quan đã bỏ phần này sau khi gửi; nhận thì phần này trở lại như trong tệp."
_UNKNOWN = "Không rõ phần này là phần nào của kế hoạch; hãy xem nó có trùng với phần đang có không."
_CHANGED = "Cơ quan đã sửa phần này sau khi gửi; nhận thì phần này bị bỏ."
_MOVED_TOO = "Cơ quan cũng đã chuyển phần này đi chỗ khác sau khi gửi."


class Standing:
    """Finds the parts that are fresh in the corrected paper, gone from it, or stand elsewhere in it."""

    def __init__(self, before: Parts, after: Parts, now: Parts, plan: Parts) -> None:
        """`plan` is the plan of which the paper was written; `before` is how that paper is read unchanged."""
        self._before, self._after, self._now, self._plan = before, after, now, plan
        self.common = frozenset(before.values.keys() & after.values.keys() & now.values.keys())
        """The parts that can be reworded: the plan, the paper as written and the corrected one have them."""
        self.moved = frozenset(self._elsewhere())
        self._fresh = _groups(after, after.values.keys() - now.values.keys())
        gone = (before.values.keys() - after.values.keys()) & now.values.keys()
        self._gone = _groups(before, gone)
        self._coming = {name: _key(What.ADDED, top) for top, names in self._fresh.items() for name in names}
        self._moving: dict[Name, Key] = {}

    def proposals(self) -> Iterator[Proposal]:
        """Yield what comes, goes and moves; not in order."""
        words = units_of(self._after.paper), units_of(self._now.paper)
        yield from self._moves(words[1])
        yield from self._comings(words[0])
        yield from self._goings(words[1])

    # What comes

    def _comings(self, words: Mapping[Name, Unit]) -> Iterator[Proposal]:
        for top, names in self._fresh.items():
            is_back = any(name in self._before.values for name in names)
            if top in self._before.values and not any(map(self._is_touched, names)):
                continue
            doubt = self._why_back(names) if is_back else ""
            yield Proposal(
                _key(What.ADDED, top), What.ADDED, _place(top), corrected=words[top].words,
                conflict=is_back, below=_count(names), doubt=doubt, names=tuple(names),
            )  # fmt: skip

    def _why_back(self, names: Iterable[Name]) -> str:
        return _RESTORES if any(name in self._plan.values for name in names) else _UNKNOWN

    def _is_touched(self, name: Name) -> bool:
        """Tell whether the paper's reader changed a part that the office has taken out."""
        if name not in self._before.values or name in self.moved:
            return True
        old, new = self._before, self._after
        if old.parents[name] != new.parents[name] or _differ(look_of(old.values[name]), look_of(new.values[name])):
            return True
        held = held_by(new.values[name])
        return bool(held) and _held_differs(old, new, held)

    # What goes

    def _goings(self, words: Mapping[Name, Unit]) -> Iterator[Proposal]:
        for top, names in self._gone.items():
            changed = any(map(self._office_changed, names)) or any(
                below not in self._before.values for name in names for below in self._now.below(name)
            )
            said = words[top].words
            yield Proposal(
                _key(What.REMOVED, top), What.REMOVED, _place(top), before=said, current=said,
                conflict=changed, below=_count(names), doubt=_CHANGED if changed else "", names=tuple(names),
                needs=tuple(self._moves_out(names)),
            )  # fmt: skip

    def _office_changed(self, name: Name) -> bool:
        old, now = self._before, self._now
        if old.values[name] is now.values[name]:
            return False
        held = held_by(now.values[name])
        return _differ(look_of(old.values[name]), look_of(now.values[name])) or (
            bool(held) and _held_differs(old, now, held)
        )

    def _moves_out(self, names: Iterable[Name]) -> Iterator[Key]:
        """Yield the moves of what stands in tables and appendices that go: it has to be elsewhere before."""
        for name in names:
            if name[0] in {Sort.TABLE, Sort.APPENDIX}:
                for below in self._now.below(name):
                    if below in self._moving:
                        yield self._moving[below]

    # What moves

    def _elsewhere(self) -> Iterator[Name]:
        before, after, now = self._before, self._after, self._now
        for parent, names in after.members.items():
            stayed = [name for name in names if name in self.common and before.parents[name] == parent]
            for name in names:
                if name in self.common and before.parents[name] != parent and now.parents[name] != parent:
                    yield name
            at = {name: place for place, name in enumerate(before.members.get(parent, ()))}
            here = {name: place for place, name in enumerate(now.members.get(parent, ()))}
            stayed = [name for name in stayed if name in here]
            if moved([here[name] for name in stayed]):
                yield from (stayed[index] for index in moved([at[name] for name in stayed]))

    def _moves(self, words: Mapping[Name, Unit]) -> Iterator[Proposal]:
        for names in self._runs():
            first = names[0]
            key = _key(What.MOVED, first)
            self._moving |= dict.fromkeys(names, key)
            holder = self._after.holder(self._after.parents[first])
            needs = (self._coming[holder],) if holder in self._coming else ()
            clash = any(self._plan.parents.get(name) != self._now.parents[name] for name in names)
            said = words[first].words
            yield Proposal(
                key, What.MOVED, _place(first), said, said, said, conflict=clash, below=len(names) - 1,
                needs=needs, doubt=_MOVED_TOO if clash else "", names=names,
            )  # fmt: skip

    def _runs(self) -> Iterator[tuple[Name, ...]]:
        """Yield what moved together: neighbours before and after."""
        next_before = {one: other for names in self._before.members.values() for one, other in pairwise(names)}
        for names in self._after.members.values():
            run: list[Name] = []
            for name in names:
                if run and name in self.moved and next_before.get(run[-1]) == name:
                    run.append(name)
                    continue
                if run:
                    yield tuple(run)
                run = [name] if name in self.moved else []
            if run:
                yield tuple(run)


def _groups(parts: Parts, names: Iterable[Name]) -> dict[Name, list[Name]]:
    """Return the outermost of some parts, each with those that stand in it with no other part between."""
    chosen = set(names)
    top: dict[Name, Name] = {}
    found: defaultdict[Name, list[Name]] = defaultdict(list)
    for name in parts.values:
        if name in chosen:
            holder = parts.holder(parts.parents[name])
            top[name] = top.get(holder, name) if holder else name
            found[top[name]].append(name)
    return dict(found)


def _key(what: What, name: Name) -> Key:
    return f"{what}:{name[0]}:{name[1]}"


def _place(name: Name) -> Place:
    return Place(name[1], name[0])


def _count(names: Iterable[Name]) -> int:
    return max(sum(name[0] in _COUNTED for name in names) - 1, 0)


def _differ(old: Mapping[str, object], new: Mapping[str, object]) -> bool:
    return old.keys() != new.keys() or any(not alike(old[part], new[part]) for part in old)


def _held_differs(one: Parts, other: Parts, held: Id) -> bool:
    first = one.tasks.get(held) or one.targets.get(held)
    second = other.tasks.get(held) or other.targets.get(held)
    if first is None or second is None:
        return first is not second
    return _differ(look_of_held(first), look_of_held(second))
