"""What the clerk takes of a corrected paper, put into the plan: one new plan, so one change and one undo."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from tthc_desktop.models.comparison import What
from tthc_desktop.models.comparison.units import Name, Sort, Value
from tthc_desktop.models.correcting.looks import PLACING, look_of, with_look, with_look_of_paper
from tthc_desktop.models.correcting.merged_cells import sound_rows
from tthc_desktop.models.correcting.parts import Parts, parts_of, plan_of
from tthc_desktop.models.correcting.values import Correction, Key, Proposal
from tthc_desktop.models.editing.life import check_unlocked
from tthc_desktop.models.editing.tables import without_column
from tthc_desktop.models.editing.targets import with_marks_settled
from tthc_desktop.models.editing.tasks import forget_unprinted
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.sharing import share
from tthc_desktop.models.table import TASK_FIELDS, Row
from tthc_desktop.models.text import EMPTY


def accepted(found: Correction, chosen: Collection[Key]) -> Plan:
    """Return the plan with the chosen proposals and those they need; the very same plan when none is chosen.

    What is in the plan keeps its identity, so that progress and sent sheets go on belonging to it. A plan whose words
    must stay as they are is refused.
    """
    keys = with_needed(found, chosen)
    taken = [one for one in found.proposals if one.key in keys]
    if not taken:
        return found.current
    parts = parts_of(found.current)
    taking = _Taking(found, parts)
    taking.arrive([name for one in taken if one.what is not What.REMOVED for name in one.names])
    for one in taken:
        if not one.names:
            taking.reword(one)
    gone = [name for one in taken if one.what is What.REMOVED for name in one.names]
    taking.settle_marks(gone)
    for name in gone:
        taking.remove(name)
    sound_rows(parts, found)
    made = forget_unprinted(found.current, plan_of(parts))
    check_unlocked(found.current, made)
    return share(found.current, made)


def with_needed(found: Correction, chosen: Collection[Key]) -> frozenset[Key]:
    """Return the chosen proposals with those without which they cannot be taken."""
    by_key = {one.key: one for one in found.proposals}
    keys = {key for key in chosen if key in by_key}
    waiting = list(keys)
    while waiting:
        while waiting:
            needed = [key for key in by_key[waiting.pop()].needs if key in by_key and key not in keys]
            keys.update(needed)
            waiting += needed
        waiting = [key for key in _untying(found, by_key.values(), keys) if key not in keys]
        keys.update(waiting)
    return frozenset(keys)


def _untying(found: Correction, proposals: Iterable[Proposal], keys: Collection[Key]) -> Iterator[Key]:
    """Yield the moves without which a moved part would come to stand in itself."""
    before = found.now
    moves = {name: one.key for one in proposals if one.what is What.MOVED for name in one.names}
    taken = [name for name, key in moves.items() if key in keys]
    if not taken:
        return
    parents = {**before.parents, **{name: found.after.parents[name] for name in taken}}
    for name in taken:
        seen: list[Name] = []
        here: Name | None = name
        while here is not None and here not in seen:
            seen.append(here)
            parent = parents.get(here) or found.after.parents.get(here)
            here = (before.holder(parent) or found.after.holder(parent)) if parent else None
        if here is not None:
            yield from (moves[one] for one in seen if one in moves)


class _Taking:
    """The parts of the plan while proposals are put into them."""

    def __init__(self, found: Correction, parts: Parts) -> None:
        self._found, self._parts, self._after = found, parts, found.after
        self._order = {name: at for at, name in enumerate(found.after.values)}
        self._touched: list[Id] = []

    # Coming and moving

    def arrive(self, names: Collection[Name]) -> None:
        """Put parts where the corrected paper has them: those that were elsewhere, and new ones."""
        coming = sorted(dict.fromkeys(names), key=self._order.__getitem__)
        for name in coming:
            if name in self._parts.values:
                self._parts.members[self._parts.parents[name]].remove(name)
        for name in coming:
            self._value(name)
        for name in coming:
            self._place(name)
        for name in coming:
            if name[0] is Sort.COLUMN:
                self._fill(name)

    def _value(self, name: Name) -> None:
        new = self._after.values[name]
        old = self._parts.values.get(name)
        if old is None:
            self._parts.values[name] = self._new(name)
            return
        is_elsewhere = self._parts.parents[name] != self._after.parents[name]
        if isinstance(old, Row) and isinstance(new, Row) and is_elsewhere:
            self._parts.values[name] = replace(old, level=new.level, cells=new.cells, continues=())
            return
        for part in PLACING & look_of(new).keys():
            self._parts.values[name] = with_look(self._parts.values[name], part, new)

    def _new(self, name: Name) -> Value:
        value = self._after.values[name]
        if isinstance(value, Item):
            self._touched.append(value.id)
            self._take_work(value.task_id)
            shares = value.shares_id if value.shares_id in self._parts.tasks else ""
            return replace(value, shares_id=shares)
        if isinstance(value, Row):
            self._take_work(value.task_id)
            self._take_work(value.target_id)
        return value

    def _take_work(self, held: Id) -> None:
        if held and held not in self._parts.tasks and held not in self._parts.targets:
            self._parts.put_work(self._after.work(held))

    def _place(self, name: Name) -> None:
        parent, behind = self._after.parents[name], name
        while not self._parts.stands(parent):
            holder = self._after.holder(parent)
            if holder is None or parent[0] != "nodes":
                return
            parent, behind = self._after.parents[holder], holder
        siblings = self._parts.members.setdefault(parent, [])
        known = self._after.members[parent]
        before = known[: known.index(behind)]
        here = {sibling: at for at, sibling in enumerate(siblings)}
        at = next((here[sibling] + 1 for sibling in reversed(before) if sibling in here), 0)
        siblings.insert(at, name)
        self._parts.parents[name] = parent

    def _fill(self, name: Name) -> None:
        """Give the rows that stand under a new column the words that the paper has there."""
        table = self._parts.parents[name][1]
        for row in self._parts.members.get(("rows", table), ()):
            new, old = self._after.values.get(row), self._parts.values[row]
            if isinstance(new, Row) and isinstance(old, Row) and dict(new.cells).get(name[1]):
                self._parts.values[row] = with_look(old, f"cell {name[1]}", new)

    # Words and looks

    def reword(self, one: Proposal) -> None:
        """Take the words or the look of one place."""
        owner, part = one.place.owner, one.place.part
        if not owner:
            self._parts.paper = with_look_of_paper(self._parts.paper, part, self._after.paper)
        elif owner in self._parts.tasks or owner in self._parts.targets:
            new = getattr(self._after.work(owner), part)
            self._parts.put_work(replace(self._parts.work(owner), **{part: new}))
        elif part == "lines" and owner in self._after.turned:
            self._turn(owner)
        else:
            self._reword_part(owner, part)

    def _turn(self, item_id: Id) -> None:
        """Make a task of a paragraph below which the paper has labelled lines."""
        name = Sort.ITEM, item_id
        item, new = self._parts.values[name], self._after.values[name]
        task = self._after.tasks[self._after.turned[item_id]]
        assert isinstance(item, Item)
        assert isinstance(new, Item)
        lines = tuple(replace(line, words=EMPTY) if line.role in TASK_FIELDS else line for line in new.lines)
        self._parts.put_work(replace(task, content=item.text))
        self._parts.values[name] = replace(item, text=EMPTY, task_id=task.id, lines=lines)

    def _reword_part(self, owner: Id, part: str) -> None:
        for sort in Sort:
            name = sort, owner
            if name in self._parts.values and name in self._after.values:
                new, old = self._after.values[name], self._parts.values[name]
                if part in {**look_of(old), **look_of(new)}:
                    self._parts.values[name] = with_look(old, part, new)
                    self._touched.append(owner)

    # Going

    def settle_marks(self, gone: Collection[Name]) -> None:
        """Let targets that are marked in changed paragraphs stay with the words that name them."""
        items = [name[1] for name in gone if name[0] is Sort.ITEM]
        if any(target.item_id for target in self._parts.targets.values()):
            plan = with_marks_settled(plan_of(self._parts), (*self._touched, *items), items)
            self._parts.targets = dict(plan.targets)

    def remove(self, name: Name) -> None:
        """Take a part out; what stands below it and goes on in the paper moves up, the rest goes too."""
        if name not in self._parts.values:
            return
        parent = self._parts.parents[name]
        siblings = self._parts.members[parent]
        if name[0] is Sort.COLUMN and not self._may_lose(name, siblings):
            return
        below = [one for one in self._parts.members.get(("nodes", name[1]), ()) if name[0] is Sort.ITEM]
        stays = [one for one in below if one in self._after.values]
        at = siblings.index(name)
        siblings[at : at + 1] = stays
        for one in stays:
            self._parts.parents[one] = parent
        for one in below:
            if one not in stays:
                self._forget(one)
        del self._parts.values[name]

    def _forget(self, name: Name) -> None:
        for one in list(self._parts.below(name)):
            self._parts.values.pop(one, None)
        self._parts.values.pop(name, None)

    def _may_lose(self, name: Name, siblings: Collection[Name]) -> bool:
        """Take a column's cells out, unless it is the last column."""
        if len(siblings) < 2:
            return False
        for row in self._parts.members.get(("rows", self._parts.parents[name][1]), ()):
            value = self._parts.values[row]
            if isinstance(value, Row):
                self._parts.values[row] = without_column(value, name[1])
        return True
