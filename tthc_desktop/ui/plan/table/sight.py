"""What a grid sees of a table: the rows that no filter hides, with their numbers; how two sights differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Row, Table
from tthc_desktop.ui.plan.names import numbers_of
from tthc_desktop.ui.plan.table.steps import Kind, Step

NO_PLAN, NO_TABLE = Plan(""), Table("")


@dataclass(frozen=True, slots=True)
class Sight:
    """A table with its rows in sight: their places in the table, identities and numbers, each in order."""

    plan: Plan = NO_PLAN
    table: Table = NO_TABLE
    hidden: frozenset[Id] = frozenset()
    places: Sequence[int] = ()
    rows: Sequence[Row] = ()
    ids: Sequence[Id] = ()
    numbers: Sequence[str] = ()


def sight(before: Sight, plan: Plan, table: Table, hidden: frozenset[Id]) -> Sight:
    """Return what is seen of a newer value; of the same rows only words can have changed."""
    if before.table.rows is table.rows and frame(before.table) == frame(table) and before.hidden == hidden:
        return replace(before, plan=plan, table=table)
    places: Sequence[int] = range(len(table.rows))
    rows: Sequence[Row] = table.rows
    numbers = numbers_of(table)
    if hidden:
        places = [place for place in places if table.rows[place].id not in hidden]
        rows = [table.rows[place] for place in places]
        numbers = [numbers[place] for place in places]
    return Sight(plan, table, hidden, places, rows, [row.id for row in rows], numbers)


def frame(table: Table) -> tuple[object, ...]:
    """Return what must be equal for rows to keep their place in the views."""
    return table.id, table.columns, table.number_in_title, table.levels, table.continuous


def without(before: Sight, step: Step) -> Sight:
    """Return the old sight after some rows have gone."""
    first, end = step.first, step.old_end
    return replace(
        before,
        places=[*before.places[:first], *before.places[end:]],
        rows=[*before.rows[:first], *before.rows[end:]],
        ids=[*before.ids[:first], *before.ids[end:]],
        numbers=[*before.numbers[:first], *before.numbers[end:]],
    )


def numbered_as_before(before: Sight, after: Sight, step: Step) -> Sight:
    """Return the new rows with the old numbers: Qt wants to hear of one thing at a time."""
    first, end, new_end = step.first, step.old_end, step.new_end
    numbers = [*before.numbers[:first], *after.numbers[first:new_end], *before.numbers[end:]]
    return replace(after, numbers=numbers)


def differences(before: Sight, after: Sight, step: Step) -> tuple[list[int], list[int]]:
    """Return where rows that stayed say something else, and where only their number is another."""
    retold = _retold(before.plan, after.plan)
    changed: list[int] = []
    renumbered: list[int] = []
    for old, new, length in _kept(before, after, step):
        was, now = before.rows[old : old + length], after.rows[new : new + length]
        counted, counts = before.numbers[old : old + length], after.numbers[new : new + length]
        if retold or was != now:
            changed += [
                new + place
                for place, (one, other) in enumerate(zip(was, now, strict=True))
                if one is not other or other.task_id in retold or other.target_id in retold
            ]
        if counted != counts:
            pairs = enumerate(zip(counted, counts, strict=True))
            renumbered += [new + place for place, (one, other) in pairs if one != other]
    return changed, renumbered


def _kept(before: Sight, after: Sight, step: Step) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of rows that stayed: where they begin in the old and the new sight, and their length."""
    if step.kind is Kind.REORDERED:
        old = {row_id: place for place, row_id in enumerate(before.ids)}
        yield from ((old[row_id], place, 1) for place, row_id in enumerate(after.ids))
    elif step.kind is Kind.SAME:
        yield 0, 0, len(after.ids)
    else:
        yield 0, 0, step.first
        yield step.old_end, step.new_end, len(after.ids) - step.new_end


def _retold(before: Plan, after: Plan) -> set[Id]:
    """Return the tasks and targets that say something else now."""
    found: set[Id] = set()
    if before.tasks is not after.tasks:
        found |= {id_ for id_, task in after.tasks.items() if before.tasks.get(id_) is not task}
    if before.targets is not after.targets:
        found |= {id_ for id_, target in after.targets.items() if before.targets.get(id_) is not target}
    return found
