"""What the last button writes, and the wishes that go on for the rows that are left, without Qt."""

from dataclasses import dataclass, replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.incoming import Key
from tthc_desktop.models.reconciling.remembering import remembered
from tthc_desktop.models.reconciling.taking import is_taken, left_over, taken
from tthc_desktop.models.reconciling.values import Reconciliation, Taking
from tthc_desktop.ui.importing_tables.course import Wishes, Worked


@dataclass(frozen=True, slots=True)
class Made:
    """The plan with what is taken, the pairs of the change, the wishes afterwards and how many rows are left."""

    plan: Plan
    pairs: Pairs
    wishes: Wishes
    left: int


def taken_now(worked: Worked, known: tuple[KnownHeading, ...]) -> Made:
    """Return what is to be written now."""
    found, taking = worked.found, worked.wishes.taking
    if found is None:
        raise UserError("Chưa đối chiếu xong.", "Hãy chờ một chút rồi ghi lại.")
    before = worked.ground.plan
    plan = taken(before, found, taking)
    if before is not None:
        plan = _without_waiting(plan, worked, taking)
    pairs: Pairs = ((before, plan),) if plan is not before else ()
    wishes = replace(
        worked.wishes, into={**worked.wishes.into, **_places(before, plan, found, taking)}, taking=Taking()
    )
    return Made(plan, (*pairs, *remembered(worked.proposed, known)), wishes, len(left_over(found, taking)))


def _without_waiting(plan: Plan, worked: Worked, taking: Taking) -> Plan:
    """Return the plan without the waiting lines of rows that are taken only now, where it was made of this file."""
    if worked.found is None or plan.source != worked.incoming.source or not plan.unplaced:
        return plan
    changes = (change for match in worked.found.tables for change in match.rows)
    rows = (change.incoming for change in changes if is_taken(change, taking))
    numbers = {number for row in rows if row is not None for number in row.lines}
    lines = {line for line in worked.incoming.lines if line.number in numbers}
    rest = tuple(line for line in plan.unplaced if line not in lines)
    return plan if len(rest) == len(plan.unplaced) else replace(plan, unplaced=rest)


def _places(before: Plan | None, plan: Plan, found: Reconciliation, taking: Taking) -> dict[Key, Id]:
    """Return in which table of the plan each table of the file is now."""
    known = {table.id for table, _ in tables(before)} if before is not None else set()
    made = (table.id for table, _ in tables(plan) if table.id not in known)
    places: dict[Key, Id] = {}
    for match in found.tables:
        if match.table_id:
            places[match.key] = match.table_id
        elif any(is_taken(change, taking) for change in match.rows):
            places[match.key] = next(made, "")
    return places
