"""A corrected paper under the identities of the plan it was written from, in the plan's own terms.

What a paper cannot tell (widths, kinds of charts, periods …) stays as the plan has it; a paragraph or row that both
have keeps its kind, so that only words, looks and places can differ. A task is one value wherever it is printed.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tthc_desktop.models.comparison.matching import Match, matched
from tthc_desktop.models.comparison.units import Name, Parent, Sort, Unit, Value, units
from tthc_desktop.models.correcting.adopting import (
    Readings,
    adopted_appendix,
    adopted_column,
    adopted_item,
    adopted_paper,
    adopted_row,
    moved_row,
)
from tthc_desktop.models.correcting.levels import steady_levels
from tthc_desktop.models.correcting.parts import Parts, held_by, plan_of
from tthc_desktop.models.correcting.values import AsRead
from tthc_desktop.models.correcting.wording import adopted, adopted_line
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Basis, Item, Plan, Recipient
from tthc_desktop.models.table import Column, Row, RowKind, Table
from tthc_desktop.models.text import fold

_TWICE = "Tệp ghi việc này hai cách ở hai chỗ; lấy cách ghi đầu tiên."


@dataclass(slots=True)
class Recognised:
    """The corrected paper's parts under our identities, and what is doubtful of some words, by task and field."""

    parts: Parts
    doubts: dict[tuple[Id, str], str] = field(default_factory=dict)


def recognised(before: Parts, read: AsRead, current: Parts) -> Recognised:
    """Return the corrected plan as one made from `before`; what the office has added by itself is known again too."""
    corrected = with_bases(before, read)
    plan = plan_of(before)
    match = _paired(matched(plan, corrected, sure=_sure(plan, replace(read, plan=corrected))))
    after = Parts(adopted_paper(before.paper, corrected), tasks=dict(before.tasks), targets=dict(before.targets))
    making = _Making(plan, before, corrected, match, after, _named(match, before, current))
    for unit in match.new.values():
        making.take(unit)
    doubts = making.settle_readings()
    making.take_new_works()
    steady_levels(before, after)
    return Recognised(after, doubts)


def _sure(plan: Plan, read: AsRead) -> Mapping[Id, Id]:
    """Return which part is which of ours for sure: an identity beside the words of another part says nothing.

    A paragraph cut in two leaves its identity in both; it is the one that still says the same, else the first.
    """
    ours, known = {unit.name: unit.key for unit in units(plan)}, read.known
    claims = [
        (unit.id, (unit.sort, known[unit.id]), unit.key)
        for unit in units(read.plan)
        if (unit.sort, known.get(unit.id, "")) in ours
    ]
    said = Counter((name, key) for _, name, key in claims)
    lost = Counter((name[0], key) for name, key in ours.items() if key and not said[name, key])
    found: dict[Name, Id] = {}
    for exact in (True, False):
        for id_, name, key in claims:
            is_same = ours[name] == key
            strange = not is_same and bool(lost[name[0], key])
            if is_same is exact and not strange:
                found.setdefault(name, id_)
    return {id_: name[1] for name, id_ in found.items()}


def _paired(match: Match) -> Match:
    """Leave out pairs of which one is a group of rows and the other is none: those are two different things."""
    for name, before in list(match.pairs.items()):
        old, new = match.old[before].value, match.new[name].value
        if isinstance(old, Row) and isinstance(new, Row) and (old.kind is RowKind.GROUP) != (new.kind is RowKind.GROUP):
            del match.pairs[name], match.back[before]
    return match


def _named(match: Match, before: Parts, current: Parts) -> Mapping[Name, Name]:
    """Return the name of each part of the paper: ours where it is one of ours, of the office's own additions too."""
    named = {name: match.pairs.get(name, name) for name in match.new}
    added: defaultdict[tuple[Sort, str], list[Name]] = defaultdict(list)
    for unit in units(current.paper) if current is not before else ():
        if unit.name not in before.values and unit.key and unit.sort is not Sort.COLUMN:
            added[unit.sort, unit.key].append(unit.name)
    for name, unit in match.new.items() if added else ():
        if name not in match.pairs and added[unit.sort, unit.key]:
            named[name] = added[unit.sort, unit.key].pop(0)
    return named


def with_bases(before: Parts, read: AsRead) -> Plan:
    """Return the plan as read with what stands before its first section as bases again, where ours are bases."""
    plan = read.plan
    lacking = _basis_words(before, plan)
    taken: list[Basis] = []
    for node in plan.body:
        if not isinstance(node, Item) or node.children or node.task_id or node.heading:
            break
        own = read.known.get(node.id, "")
        if (Sort.BASIS, own) in before.values or (not own and fold(str(node.text)) in lacking):
            taken.append(Basis(node.id, node.text))
    if not taken:
        return plan
    ids = {basis.id for basis in taken}
    body = tuple(node for node in plan.body if node.id not in ids)
    return replace(plan, bases=(*plan.bases, *taken), body=body)


def _basis_words(before: Parts, plan: Plan) -> frozenset[str]:
    """Return the words of our bases that were not read as such, and are those of no paragraph of ours."""
    ours = {fold(str(value.text)) for value in before.values.values() if isinstance(value, Basis)}
    items = {fold(str(value.text)) for value in before.values.values() if isinstance(value, Item)}
    return frozenset(ours - items - {fold(str(basis.text)) for basis in plan.bases} - {""})


@dataclass(slots=True)
class _Making:
    """Takes the units of the corrected paper over, one by one."""

    plan: Plan
    before: Parts
    corrected: Plan
    match: Match
    after: Parts
    named: Mapping[Name, Name]
    readings: Readings = field(default_factory=Readings)

    def take(self, unit: Unit) -> None:
        name, parent = self.named[unit.name], self._parent(unit.parent)
        old = self.before.values.get(name) if unit.name in self.match.pairs else None
        value = self._adopted(old, unit, parent) if old is not None else self._new(unit, name)
        self.after.put(name, value, parent)

    def _parent(self, parent: Parent) -> Parent:
        kind, owner = parent
        if not owner:
            return parent
        sorts = (Sort.ITEM, Sort.APPENDIX) if kind == "nodes" else (Sort.TABLE,)
        return kind, next(self.named[sort, owner][1] for sort in sorts if (sort, owner) in self.named)

    def _column(self, column_id: Id) -> Id:
        return self.named[Sort.COLUMN, column_id][1]

    def _adopted(self, old: Value, unit: Unit, parent: Parent) -> Value:
        """Return a part of ours as the paper has it."""
        match old, unit.value:
            case Item(), Item() as new:
                if new.task_id and not old.task_id:
                    self.after.turned[old.id] = new.task_id
                return adopted_item(old, new, self.plan, self.corrected, self.readings)
            case Row(), Row() as new:
                return self._row(old, new, unit.parent[1], parent)
            case Column(), Column() as new:
                return adopted_column(old, new)
            case Appendix(), Appendix() as new:
                return adopted_appendix(old, new)
            case Basis(), Basis() as new:
                return replace(old, text=adopted(old.text, new.text))
            case Recipient(), Recipient() as new:
                return replace(old, text=adopted_line(old.text, new.text), level=new.level)
            case _:
                return old

    def _row(self, old: Row, new: Row, table_id: Id, parent: Parent) -> Row:
        theirs = self._table(table_id)
        if self.before.parents[Sort.ROW, old.id] != parent:
            return moved_row(old, new, theirs, self.corrected, self._column, self.readings)
        ours = self.before.values[Sort.TABLE, parent[1]]
        assert isinstance(ours, Table)
        return adopted_row((old, ours), (new, theirs), (self.plan, self.corrected), self._column, self.readings)

    def _table(self, table_id: Id) -> Table:
        table = self.match.new[Sort.TABLE, table_id].value
        assert isinstance(table, Table)
        return table

    def _new(self, unit: Unit, name: Name) -> Value:
        """Return a part that the paper has added, with the names of ours in it."""
        match unit.value:
            case Item() as item:
                return replace(item, id=name[1], origin_id="", shares_id="")
            case Row() as row:
                return replace(
                    row,
                    id=name[1],
                    cells=tuple((self._column(column_id), words) for column_id, words in row.cells),
                    continues=tuple(map(self._column, row.continues)),
                )
            case value:
                return replace(value, id=name[1])

    def settle_readings(self) -> dict[tuple[Id, str], str]:
        """Write what the paper says of our tasks and targets; return what it says in two ways."""
        doubts: dict[tuple[Id, str], str] = {}
        for (held, name), read in self.readings.found.items():
            old = self.after.work(held)
            said = getattr(old, name)
            new = [words for words in dict.fromkeys(adopted(said, words) for words in read) if words != said]
            if new:
                self.after.put_work(replace(old, **{name: new[0]}))  # type: ignore[arg-type]
            if len(new) > 1:
                doubts[held, name] = _TWICE
        return doubts

    def take_new_works(self) -> None:
        """Take over the tasks and targets that new parts print."""
        theirs = self.corrected
        printed = (held_by(value) for value in self.after.values.values())
        for held in (*printed, *self.after.turned.values()):
            if held in theirs.tasks and held not in self.after.tasks:
                self.after.put_work(replace(theirs.tasks[held], origin_id=""))
            elif held in theirs.targets and held not in self.after.targets:
                self.after.put_work(replace(theirs.targets[held], origin_id="", item_id=""))
