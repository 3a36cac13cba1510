"""Differences inside one part that both plans have."""

from collections.abc import Iterator

from tthc_desktop.models.comparison.differences import Difference
from tthc_desktop.models.comparison.marks import marks_in_common
from tthc_desktop.models.comparison.matching import Match
from tthc_desktop.models.comparison.units import Sort, Unit, Value
from tthc_desktop.models.comparison.wording import reworded, shaped
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import Place
from tthc_desktop.models.plan import Appendix, Basis, Item, Line, Plan, Recipient
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, plain

_FIELDS = {Task: tuple(TASK_FIELDS.values()), Target: tuple(TARGET_FIELDS.values())}


class Held:
    """The tasks and targets of both plans, paired by the parts that print them; each pair is compared once."""

    def __init__(self, old: Plan, new: Plan, match: Match) -> None:
        self._old: dict[Id, Task | Target] = {**old.tasks, **old.targets}
        self._new: dict[Id, Task | Target] = {**new.tasks, **new.targets}
        self._pairs: dict[Id, Id] = {}
        self._told: set[Id] = set()
        pairs = [(match.old[before].held, match.new[name].held) for name, before in match.pairs.items()]
        pairs = [(before, after) for before, after in pairs if before and after]
        taken: set[Id] = set()
        for before, after in (*(pair for pair in pairs if pair[0] == pair[1]), *pairs):
            if after not in self._pairs and before not in taken:
                self._pairs[after] = before
                taken.add(before)
        self._marks: dict[Id, list[Id]] = {}
        for before, after in marks_in_common(old, new, match.root):
            if after not in self._pairs and before not in taken:
                self._pairs[after] = before
                self._marks.setdefault(new.targets[after].item_id, []).append(after)

    def same(self, old: Id, new: Id) -> bool:
        """Tell whether two identities, or none and none, are one task or target before and after."""
        return self._pairs.get(new, "") == old if old and new else old == new

    def marked_in(self, passage: Id) -> Iterator[Difference]:
        """Yield what differs in the targets that the words of a paragraph or row name."""
        for target_id in self._marks.get(passage, ()):
            yield from self.differences(target_id)

    def differences(self, new: Id) -> Iterator[Difference]:
        """Yield what differs in a task or target that was not told of yet."""
        if new in self._told:
            return
        self._told.add(new)
        old = self._pairs[new]
        before, after = self._old[old], self._new[new]
        if type(before) is type(after):
            for name in _FIELDS[type(after)]:
                words = getattr(before, name), getattr(after, name)
                yield from reworded(Place(old, name), Place(new, name), *words)


class Parts:
    """Compares the parts that two plans have in common."""

    def __init__(self, old: Plan, new: Plan, match: Match) -> None:
        self._held = Held(old, new, match)
        self._columns: dict[Id, tuple[Id, Role]] = {}
        for name, before in match.pairs.items():
            value = match.new[name].value
            if isinstance(value, Column):
                self._columns[before[1]] = value.id, value.role
        self._before = {new_id: old_id for old_id, (new_id, _) in self._columns.items()}

    def differences(self, old: Unit, new: Unit) -> Iterator[Difference]:
        """Yield what differs in the part itself, not in those that stand in it."""
        if new.held and self._held.same(old.held, new.held):
            yield from self._held.differences(new.held)
        elif old.held or new.held:
            yield from reworded(Place(old.id, "text"), Place(new.id, "text"), old.words, new.words)
        if new.sort in {Sort.ITEM, Sort.ROW}:
            yield from self._held.marked_in(new.id)
        match old.value, new.value:
            case Item() as before, Item() as after:
                yield from self._item(before, after)
                if old.number == new.number:
                    yield from shaped(Place(old.id, "mark"), Place(new.id, "mark"), _count(before), _count(after))
            case Row() as before, Row() as after:
                yield from self._row(before, after)
            case before, after:
                yield from _alone(before, after)

    def _item(self, old: Item, new: Item) -> Iterator[Difference]:
        if not old.task_id and not new.task_id:
            yield from _fields(old, new, "text")
        yield from _shape(old, new, "heading")
        if not self._held.same(old.shares_id, new.shares_id):
            yield from shaped(Place(old.id, "shares"), Place(new.id, "shares"), old.shares_id, new.shares_id)
        yield from _lines(old, new)

    def _row(self, old: Row, new: Row) -> Iterator[Difference]:
        yield from _shape(old, new, "kind", "level")
        yield from _fields(old, new, "title")
        before, after = dict(old.cells), dict(new.cells)
        for column in (
            *before,
            *(self._before.get(one, "") for one in after if self._before.get(one, "") not in before),
        ):
            if column in self._columns:
                other, role = self._columns[column]
                places = Place(old.id, f"cell {column}"), Place(new.id, f"cell {other}")
                yield from reworded(*places, before.get(column, EMPTY), after.get(other, EMPTY), field=role)
        merged = sorted(self._columns[one][0] for one in old.continues if one in self._columns)
        now = sorted(one for one in new.continues if self._before.get(one, ""))
        yield from shaped(Place(old.id, "continues"), Place(new.id, "continues"), merged, now)


def _alone(old: Value, new: Value) -> Iterator[Difference]:
    match old, new:
        case Table(), Table():
            yield from shaped(Place(old.id, "scheme"), Place(new.id, "scheme"), _scheme(old), _scheme(new))
        case Column(), Column():
            yield from _fields(old, new, "title", "over")
            yield from _shape(old, new, "role", "width")
        case Appendix(), Appendix():
            yield from _fields(old, new, "title", "attached")
            yield from _shape(old, new, "landscape")
        case Basis(), Basis():
            yield from _fields(old, new, "text")
        case Recipient(), Recipient():
            words = plain(old.text), plain(new.text)
            yield from reworded(Place(old.id, "text"), Place(new.id, "text"), *words)
            yield from _shape(old, new, "level")


def _fields(old: Value, new: Value, *names: str) -> Iterator[Difference]:
    for name in names:
        yield from reworded(Place(old.id, name), Place(new.id, name), getattr(old, name), getattr(new, name))


def _shape(old: Value, new: Value, *names: str) -> Iterator[Difference]:
    for name in names:
        yield from shaped(Place(old.id, name), Place(new.id, name), getattr(old, name), getattr(new, name))


def _scheme(table: Table) -> str:
    return " ".join((*table.levels, f"{table.continuous:d}{table.number_in_title:d}"))


def _count(item: Item) -> str:
    return f"{item.mark} {item.starts_at or ''}".strip()


def _lines(old: Item, new: Item) -> Iterator[Difference]:
    looks = "\n".join(map(_look, old.lines)), "\n".join(map(_look, new.lines))
    yield from shaped(Place(old.id, "lines"), Place(new.id, "lines"), *looks)
    for at, (before, after) in enumerate(zip(old.lines, new.lines, strict=False)):
        places = Place(old.id, f"line {at}"), Place(new.id, f"line {at}")
        yield from reworded(*places, before.words, after.words)


def _look(line: Line) -> str:
    return f"{line.mark} {line.label} {line.role} {line.ending}"
