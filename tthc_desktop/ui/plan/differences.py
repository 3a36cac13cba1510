"""Where two values of a plan differ, without Qt."""

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Row
from tthc_desktop.ui.plan.paragraphs import HEADER, SIGNATURE, paragraphs


def first_change(before: Plan, after: Plan) -> Id:
    """Return the first paragraph or row of a plan that was not so before, empty when nothing is seen to differ."""
    return _row(before, after) or _paragraph(before, after)


def _row(before: Plan, after: Plan) -> Id:
    known = {row.id: _shown(before, row) for table, _ in tables(before) for row in table.rows}
    rows = (row for table, _ in tables(after) for row in table.rows)
    return next((row.id for row in rows if known.get(row.id) != _shown(after, row)), "")


def _shown(plan: Plan, row: Row) -> tuple[object, ...]:
    return row, plan.tasks.get(row.task_id), plan.targets.get(row.target_id)


def _paragraph(before: Plan, after: Plan) -> Id:
    known = {part.place: part.words for part in paragraphs(before)}
    changed = (part.place for part in paragraphs(after) if known.get(part.place) != part.words)
    place = next(changed, None)
    if place is None or place.owner:
        return place.owner if place else ""
    return SIGNATURE if place.part in {"capacity", "signatory"} else HEADER
