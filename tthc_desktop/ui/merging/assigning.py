"""An unknown row of a returned sheet that the clerk gives to a task: its values become values to choose."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Compared, Merge, Spot, UnknownRow, Verdict
from tthc_desktop.models.progress.values import Origin, Progress, Said
from tthc_desktop.ui.merging.comparison import Comparison, arranged

RowName = tuple[str, str, int]
"""A row by file, sheet and number."""
Given = Mapping[RowName, tuple[Id, Id]]
"""The plan and the work that rows are given to."""
_DOUBT = "Hàng này không có mã nhận ra được; nhiệm vụ do người nhận bảng chỉ ra."


def name_of(row: UnknownRow) -> RowName:
    """Return what a row is known by."""
    return row.file, row.sheet, row.row


def with_rows(comparison: Comparison, given: Given) -> Comparison:
    """Return the comparison with the rows that are given to works among what is compared."""
    if not given:
        return comparison
    return arranged(comparison, _with_given(comparison, given))


def _with_given(comparison: Comparison, given: Given) -> Merge:
    """Return the merge with the values of the rows that were given to a work among what is compared."""
    merge, progress, at = comparison.merge, comparison.progress, comparison.at
    rows = [row for row in merge.unknown_rows if name_of(row) in given]
    if not rows:
        return merge
    spots = {one.spot: one for one in merge.compared}
    for row in rows:
        plan_id, work_id = given[name_of(row)]
        for field_, cell in row.cells.items():
            if cell.words:
                spot = Spot(plan_id, work_id, row.unit_id, field_, comparison.period(work_id, row.period))
                said = Said(cell.words, Origin(row.file, row.sheet, cell.address, at))
                spots[spot] = _joined(spots.get(spot), spot, said, _current(progress, spot), cell.trouble or _DOUBT)
    return replace(merge, compared=tuple(spots.values()))


def _current(progress: Mapping[Id, tuple[Progress, ...]], spot: Spot) -> Said | None:
    known = progress.get(spot.work_id, ())
    mine = (one for one in known if (one.unit_id, one.period) == (spot.unit_id, spot.period))
    return next((one.said.get(spot.field) for one in mine), None)


def _joined(known: Compared | None, spot: Spot, said: Said, current: Said | None, doubt: str) -> Compared:
    """Return the value with one more answer; two different ones are a conflict."""
    if known is not None:
        current = known.current
    others = known.returned if known is not None and known.verdict is not Verdict.SAME else ()
    if any(other.words == said.words for other in others) or (not others and current and current.words == said.words):
        return known or Compared(spot, Verdict.SAME, None, (said,), current)
    verdict = Verdict.CONFLICT if others else Verdict.REVIEW
    return Compared(spot, verdict, known.sent if known else None, (*others, said), current, doubt)


def spots_of(row: UnknownRow, plan_id: Id, work_id: Id, comparison: Comparison) -> Iterator[Spot]:
    """Yield the values that a row says something of once it is given to a work."""
    period = comparison.period(work_id, row.period)
    return (Spot(plan_id, work_id, row.unit_id, field_, period) for field_, cell in row.cells.items() if cell.words)
