"""What is taken back out of a backup into the office of today: a plan, a table, a task. Nothing is ever deleted."""

from collections.abc import Iterable, Iterator

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.putting_back import with_item, with_row, with_table
from tthc_desktop.models.backups.weaving import every_node, woven
from tthc_desktop.models.changes import Kept, Pairs
from tthc_desktop.models.editing.life import deletion, is_locked, new_draft
from tthc_desktop.models.holdings import FIELDS, Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.table import Row, Table

_AS_COPY = "Hãy lấy lại thành một bản dự thảo riêng rồi đối chiếu hai bản."


def plan_back(then: Holdings, now: Holdings, plan_id: Id) -> Pairs:
    """Return the pairs that make a plan as it was, with what was reported, sent and noted of it and is gone.

    Parts of the plan and reports that have come in since stay. `UserError` when the plan is locked by now.
    """
    old, here = _plan(then, plan_id), now.plans.get(plan_id)
    pairs = _gone(then, now, plan_id)
    if here is None:
        return pairs
    return (*_changed(here, woven(old, here)), *pairs)


def copy_back(then: Holdings, plan_id: Id) -> Pairs:
    """Return the pair that brings a plan of then in as a draft of its own, beside whatever the office has now."""
    return ((None, new_draft(_plan(then, plan_id))),)


def table_back(then: Holdings, now: Holdings, plan_id: Id, table_id: Id) -> Pairs:
    """Return the pairs that make one table of a plan as it was; rows and columns that have come in since stay."""
    old, here = _both(then, now, plan_id)
    table = next((one for one in every_node(old) if isinstance(one, Table) and one.id == table_id), None)
    if table is None:
        raise _unknown("Bảng này")
    works = {id_ for row in table.rows for id_ in (row.task_id, row.target_id) if id_}
    return (*_changed(here, with_table(old, here, table)), *_reports(then, now, plan_id, works))


def task_back(then: Holdings, now: Holdings, plan_id: Id, row_id: Id) -> Pairs:
    """Return the pairs that make one task or target as it was.

    `row_id` names the row or the paragraph that prints it, or the task or target itself.
    """
    old, here = _both(then, now, plan_id)
    found = next(_printing(old, row_id), None)
    if found is None:
        raise _unknown("Nhiệm vụ này")
    if isinstance(found, Item):
        made, works = with_item(old, here, found), {found.task_id}
    else:
        table, row = found
        made, works = with_row(old, here, table, row), {row.task_id, row.target_id}
    return (*_changed(here, made), *_reports(then, now, plan_id, works - {""}))


def named_files(pairs: Pairs) -> frozenset[str]:
    """Return the hashes of the kept files that what comes back names: issued PDFs, evidence of work done."""
    after = [value for _, value in pairs if value is not None]
    issued = {one.issue.pdf for one in after if isinstance(one, Plan) and one.issue and one.issue.pdf}
    return frozenset(issued | {file.sha256 for one in after if isinstance(one, Progress) for file in one.files})


def _printing(plan: Plan, id_: Id) -> Iterator[Item | tuple[Table, Row]]:
    """Yield what has this identity or prints the work that has it."""
    for node in every_node(plan):
        if isinstance(node, Item):
            if id_ in {node.id, node.task_id}:
                yield node
        else:
            yield from ((node, row) for row in node.rows if id_ in {row.id, row.task_id, row.target_id})


def _plan(then: Holdings, plan_id: Id) -> Plan:
    if plan_id not in then.plans:
        raise _unknown("Kế hoạch này")
    return then.plans[plan_id]


def _both(then: Holdings, now: Holdings, plan_id: Id) -> tuple[Plan, Plan]:
    old = _plan(then, plan_id)
    if plan_id not in now.plans:
        raise UserError("Kế hoạch này hiện không có trong dữ liệu.", "Hãy lấy lại cả kế hoạch từ bản sao lưu.")
    return old, now.plans[plan_id]


def _unknown(what: str) -> UserError:
    return UserError(f"{what} không có trong bản sao lưu đã chọn.", "Hãy chọn một bản sao lưu khác.")


def _changed(here: Plan, made: Plan) -> Pairs:
    if made == here:
        return ()
    if is_locked(here):
        raise UserError("Kế hoạch này nay đã khóa (đã ban hành, thay thế, hoặc là bản đã lưu).", _AS_COPY)
    return ((here, made),)


def _gone(then: Holdings, now: Holdings, plan_id: Id) -> Pairs:
    """Return what a deletion of the plan takes along, as far as it is not there now, and the units that it names."""
    old = [before for before, _ in deletion(then, plan_id) if before is not None]
    back = [one for one in old if not _is_there(now, one)]
    return (*((None, one) for one in back), *_units(then, now, back))


def _is_there(now: Holdings, one: Kept) -> bool:
    if isinstance(one, Progress):
        return one.id in progress_of(now, one.plan_id)
    members = getattr(now, FIELDS[type(one)])
    return one.id in members


def _reports(then: Holdings, now: Holdings, plan_id: Id, works: set[Id]) -> Pairs:
    """Return what units had said of some works of a plan and is gone."""
    said = progress_of(now, plan_id)
    back = [one for id_, one in progress_of(then, plan_id).items() if one.work_id in works and id_ not in said]
    return (*((None, one) for one in back), *_units(then, now, back))


def _units(then: Holdings, now: Holdings, back: Iterable[Kept]) -> Pairs:
    """Return the units that are named in what comes back and are gone."""
    named = dict.fromkeys(str(getattr(one, "unit_id", "")) for one in back)
    return tuple((None, then.units[id_]) for id_ in named if id_ in then.units and id_ not in now.units)
