"""What a review of returned sheets is made of: what was compared, in the plans' order, and the words for it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Compared, Merge, Spot, UnknownRow, Verdict
from tthc_desktop.models.progress.values import Field, Origin, Progress
from tthc_desktop.models.sending.returned import SheetProblem
from tthc_desktop.ui.merging.works import Work, lost


class Kind(StrEnum):
    """What a review shows at once."""

    ALL = "Giá trị mới"
    OFFERED = "Nhận được"
    CONFLICT = "Mâu thuẫn"
    REVIEW = "Cần xem"
    UNKNOWN = "Hàng lạ"
    TROUBLE = "Chỗ có lỗi"


OF_VERDICT: Mapping[Verdict, Kind] = {
    Verdict.OFFERED: Kind.OFFERED,
    Verdict.CONFLICT: Kind.CONFLICT,
    Verdict.REVIEW: Kind.REVIEW,
}
_FIELDS = {field_: place for place, field_ in enumerate(Field)}
Line = Work | Compared
"""A line of the grid: the heading of a work, or a value below it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A merge in the plans' order with the words for what it names, all made outside the window's thread."""

    merge: Merge
    at: datetime
    """When the sheets were received."""
    works: Mapping[Id, Work] = field(default_factory=dict)
    units: Mapping[Id, str] = field(default_factory=dict)
    progress: Mapping[Id, tuple[Progress, ...]] = field(default_factory=dict)
    """What every unit has said so far, by work."""
    shares: Mapping[Id, tuple[Id, ...]] = field(default_factory=dict)
    """The works of each unit, which its unknown rows may be given to."""
    ordered: tuple[Compared, ...] = ()
    """What says something new: by plan, work and field, the units of one field beside each other."""
    by_work: Mapping[Id, tuple[Compared, ...]] = field(default_factory=dict)
    """All that was compared, by work."""
    unchanged: int = 0
    """How many values say nothing new."""
    unread: Mapping[Spot, Origin] = field(default_factory=dict)
    """Where the cells stand that cannot be read."""
    periodic: frozenset[Id] = frozenset()
    """The work that is reported on span by span."""

    def period(self, work_id: Id, asked: str) -> str:
        """Return for which period an answer about some work is, on a sheet of the period `asked`."""
        return asked if work_id in self.periodic else ""

    def work(self, one: Compared) -> Work:
        """Return the work that a value is about."""
        spot = one.spot
        return self.works.get(spot.work_id) or lost(spot.work_id, spot.plan_id)

    def unit(self, unit_id: Id) -> str:
        """Return the name of a unit."""
        if unit_id in self.units:
            return self.units[unit_id]
        named = (file.unit_name for file in self.merge.files if file.unit_id == unit_id and file.unit_name)
        return next(named, "Đơn vị không rõ")


def arranged(comparison: Comparison, merge: Merge) -> Comparison:
    """Return the comparison of a merge, in order."""
    works, by_work = comparison.works, defaultdict[Id, list[Compared]](list)

    def place(one: Compared) -> tuple[int, Id, str, int, str]:
        work = works.get(one.spot.work_id)
        at = work.place if work else len(works)
        return at, one.spot.work_id, one.spot.period, _FIELDS[one.spot.field], one.spot.unit_id

    for one in merge.compared:
        by_work[one.spot.work_id].append(one)
    new = sorted((one for one in merge.compared if one.verdict is not Verdict.SAME), key=place)
    grouped = {work_id: tuple(many) for work_id, many in by_work.items()}
    same = len(merge.compared) - len(new)
    return replace(comparison, merge=merge, ordered=tuple(new), by_work=grouped, unchanged=same)


def lines_of(comparison: Comparison, kind: Kind, unit_id: Id = "") -> list[Line]:
    """Return the lines of the grid for one kind and unit, each work as a heading above its values."""
    lines: list[Line] = []
    last = None
    for one in comparison.ordered:
        if (kind is Kind.ALL or OF_VERDICT[one.verdict] is kind) and unit_id in {"", one.spot.unit_id}:
            if one.spot.work_id != last:
                last = one.spot.work_id
                lines.append(comparison.work(one))
            lines.append(one)
    return lines


def count_kinds(comparison: Comparison, unit_id: Id = "") -> dict[Kind, int]:
    """Return how much there is of each kind, of one unit or of all."""
    merge, counts = comparison.merge, dict.fromkeys(Kind, 0)
    for one in comparison.ordered:
        if unit_id in {"", one.spot.unit_id}:
            counts[OF_VERDICT[one.verdict]] += 1
    counts[Kind.ALL] = sum(counts.values())
    counts[Kind.UNKNOWN] = len(unknown_of(merge, unit_id))
    counts[Kind.TROUBLE] = len(troubles_of(merge, unit_id))
    return counts


def spot_at(comparison: Comparison, problem: SheetProblem) -> Spot | None:
    """Return the value that a trouble is about, where there is one to choose or to type."""
    here = (problem.file, problem.sheet, problem.cell)
    for one in comparison.ordered:
        unread = comparison.unread.get(one.spot)
        places = [said.origin for said in one.returned if said.origin] + ([unread] if unread else [])
        if any((place.file, place.sheet, place.cell) == here for place in places):
            return one.spot
    return None


def troubles_of(merge: Merge, unit_id: Id = "") -> tuple[SheetProblem, ...]:
    """Return the troubles in the files of one unit, or in all."""
    if not unit_id:
        return merge.problems
    files = {file.file for file in merge.files if file.unit_id == unit_id}
    return tuple(problem for problem in merge.problems if problem.file in files)


def unknown_of(merge: Merge, unit_id: Id = "") -> tuple[UnknownRow, ...]:
    """Return the unknown rows of one unit, or of all."""
    return tuple(row for row in merge.unknown_rows if unit_id in {"", row.unit_id})
