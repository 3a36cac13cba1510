"""Returned sheets compared and put in order for the review, outside the window's thread and without Qt."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tthc_desktop.documents.reading.returned import ReturnedFiles
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.known import Known, Periods
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import FileOutcome, Merge
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.returned import ReturnedSheet, SheetProblem
from tthc_desktop.ui.merging.comparison import Comparison, arranged
from tthc_desktop.ui.merging.unread import with_unread
from tthc_desktop.ui.merging.works import works_of

_PASSED = "Tệp trong thư mục này không phải bảng tính nên không được đọc."


def compare_sheets(returned: Sequence[ReturnedSheet], known: Known) -> Comparison:
    """Return what the sheets say against what the office has now."""
    merged, unread = with_unread(merge(returned, known), returned, known)
    plans, periods = tuple(_plans(merged, returned, known)), Periods(known)
    progress: defaultdict[Id, list[Progress]] = defaultdict(list)
    for one in known.progress.values():
        progress[one.work_id].append(one)
    bare = Comparison(
        merged,
        known.received_at,
        works_of(plans),
        {unit.id: unit.name for unit in known.units.values()},
        {work_id: tuple(many) for work_id, many in progress.items()},
        _shares(merged, plans, known),
        unread=unread,
        periodic=frozenset(work_id for plan in plans for work_id in periods.periodic(plan)),
    )
    return arranged(bare, merged)


def compare_files(files: ReturnedFiles, known: Known) -> Comparison:
    """Return what the sheets say, beside them the files that could not be read and those that are no sheets."""
    found = compare_sheets(files.sheets, known)
    unread = (FileOutcome(one.file, "", "", 0, str(one.error)) for one in files.unread)
    passed = (SheetProblem(name, "", "", _PASSED) for name in files.skipped if not _is_passing(name))
    whole = replace(found.merge, files=(*found.merge.files, *unread), problems=(*found.merge.problems, *passed))
    return replace(found, merge=whole)


def _is_passing(name: str) -> bool:
    """Tell whether a file is one that programs leave beside an open one, or hide."""
    return Path(name).name.startswith(("~$", "."))


def _plans(merged: Merge, returned: Sequence[ReturnedSheet], known: Known) -> Iterator[Plan]:
    """Yield the plans that the sheets are about, in the office's order."""
    named = {one.spot.plan_id for one in merged.compared} | {sheet.sent.plan_id for sheet in returned if sheet.sent}
    yield from (plan for plan in known.plans.values() if plan.id in named)


def _shares(merged: Merge, plans: Sequence[Plan], known: Known) -> dict[Id, tuple[Id, ...]]:
    """Return the works of each unit that has unknown rows."""
    units = dict.fromkeys(row.unit_id for row in merged.unknown_rows if row.unit_id in known.units)
    return {
        unit_id: tuple(
            row.work_id for plan in plans for row in known.share(plan, known.units[unit_id]).rows if row.work_id
        )
        for unit_id in units
    }
