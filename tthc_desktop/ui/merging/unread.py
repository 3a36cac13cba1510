"""Cells of returned sheets that have no form: values that the clerk may type, as the sheets alone cannot say them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tthc_desktop.models.merge.known import Known, Periods, by_work, whose
from tthc_desktop.models.merge.values import Compared, Merge, Spot, Verdict
from tthc_desktop.models.progress.values import Origin
from tthc_desktop.models.sending.returned import Cell, ReturnedSheet

Unread = Mapping[Spot, Origin]
"""Where the cells stand that cannot be read."""


def with_unread(merged: Merge, returned: Sequence[ReturnedSheet], known: Known) -> tuple[Merge, Unread]:
    """Return the merge with a value to be typed for each cell that cannot be read, where its row is known for sure."""
    compared = {one.spot for one in merged.compared}
    said, read = by_work(known.progress), {file.file for file in merged.files if not file.refused}
    periods, added = Periods(known), dict[Spot, Compared]()
    places: dict[Spot, Origin] = {}
    for sheet in returned:
        for spot, sent, cell in _unread(sheet, periods) if sheet.file in read else ():
            places.setdefault(spot, Origin(sheet.file, sheet.sheet, cell.address, known.received_at))
            if spot not in compared:
                progress = said.get(whose(spot))
                current = progress.said.get(spot.field) if progress else None
                added[spot] = Compared(spot, Verdict.REVIEW, sent, (), current, cell.trouble)
    return replace(merged, compared=(*merged.compared, *added.values())), places


def _unread(sheet: ReturnedSheet, periods: Periods) -> Iterator[tuple[Spot, str, Cell]]:
    """Yield what cannot be read: the spot, what was sent there, and the cell."""
    sent, known = sheet.sent, periods.known
    plan = known.plans.get(sent.plan_id) if sent else None
    if sent is None or plan is None or sent.unit_id not in known.units:
        return
    for row in sheet.rows:
        if row.work_id in sent.rows and (row.work_id in plan.tasks or row.work_id in plan.targets):
            for field, cell in row.cells.items():
                if cell.trouble and not cell.words:
                    period = periods.of(plan, row.work_id, sent.period)
                    spot = Spot(plan.id, row.work_id, sent.unit_id, field, period)
                    yield spot, sent.rows[row.work_id].said.get(field, ""), cell
