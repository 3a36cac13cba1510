"""What units have said, plan by plan: ten years of it are read only for the plans that are looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Progress

Members = Mapping[Id, Progress]
Pairs = Iterable[tuple[Progress | None, Progress | None]]


class _Cell:
    """What was said of one plan, read when it is first asked for, by whichever thread asks."""

    __slots__ = ("_load", "_lock", "_members")

    def __init__(self, load: Callable[[], Members]) -> None:
        self._load, self._lock = load, Lock()
        self._members: Members | None = None

    @property
    def members(self) -> Members:
        with self._lock:
            if self._members is None:
                self._members = self._load()
            return self._members

    def passing(self) -> Members:
        """Return what was said without holding on to it."""
        return self._members if self._members is not None else self._load()

    @property
    def is_read(self) -> bool:
        return self._members is not None


class Shelf(Mapping[Id, Progress]):
    """Progress by identity, in the order of plans' identities and within each in the order of making.

    It is a value: it never changes, and what it has not read yet is what the file holds. So whoever writes progress of
    a plan must have asked `of_plan` before, for shelves of earlier moments share what was read.
    """

    def __init__(self, plan_ids: Iterable[Id], load: Callable[[Id], Members]) -> None:
        self._cells = {id_: _Cell(lambda id_=id_: load(id_)) for id_ in sorted(plan_ids)}  # type: ignore[misc]

    def of_plan(self, plan_id: Id) -> Members:
        """Return what was said of one plan."""
        cell = self._cells.get(plan_id)
        return cell.members if cell else {}

    def passing(self, plan_id: Id) -> Members:
        """Return what was said of one plan; when it is not read yet nothing of it is kept here."""
        cell = self._cells.get(plan_id)
        return cell.passing() if cell else {}

    def known(self, id_: Id) -> Progress | None:
        """Return a value of a plan that was read already."""
        read = (cell.members for cell in self._cells.values() if cell.is_read)
        return next((members[id_] for members in read if id_ in members), None)

    def __getitem__(self, id_: Id) -> Progress:
        if found := self.known(id_):
            return found
        for cell in self._cells.values():
            if id_ in cell.members:
                return cell.members[id_]
        raise KeyError(id_)

    def __iter__(self) -> Iterator[Id]:
        for cell in self._cells.values():
            yield from cell.members

    def __len__(self) -> int:
        return sum(len(cell.members) for cell in self._cells.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]

    def changed(self, pairs: Pairs) -> "Shelf":
        """Return the shelf with the second value of each pair in place of the first."""
        touched: dict[Id, dict[Id, Progress]] = {}
        for before, after in pairs:
            if before and (after is None or after.plan_id != before.plan_id):
                self._touched(touched, before.plan_id).pop(before.id, None)
            if after:
                self._touched(touched, after.plan_id)[after.id] = after
        return self._with(touched)

    def arranged(self, order: Sequence[Id]) -> "Shelf":
        """Return the shelf with these values, all of some plans, in this order."""
        places = {id_: place for place, id_ in enumerate(order)}
        touched: dict[Id, dict[Id, Progress]] = {}
        for plan_id, cell in self._cells.items():
            if cell.is_read and not places.keys().isdisjoint(cell.members):
                members = sorted(cell.members.items(), key=lambda member: places[member[0]])
                touched[plan_id] = dict(members)
        return self._with(touched)

    def _touched(self, touched: dict[Id, dict[Id, Progress]], plan_id: Id) -> dict[Id, Progress]:
        if plan_id not in touched:
            touched[plan_id] = dict(self.of_plan(plan_id))
        return touched[plan_id]

    def _with(self, touched: Mapping[Id, Members]) -> "Shelf":
        made = Shelf((), lambda _: {})
        cells = {**self._cells, **{plan_id: _read(members) for plan_id, members in touched.items()}}
        made._cells = dict(sorted(cells.items()))
        return made


def _read(members: Members) -> _Cell:
    cell = _Cell(lambda: members)
    assert cell.members is members
    return cell


def of_plan(progress: Members, plan_id: Id) -> Members:
    """Return what was said of one plan, out of everything that was said."""
    if isinstance(progress, Shelf):
        return progress.of_plan(plan_id)
    return {id_: one for id_, one in progress.items() if one.plan_id == plan_id}
