"""Where two values of a plan differ, without Qt."""

from collections.abc import Sequence

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Row
from tthc_desktop.models.text import Text
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.plan.paragraphs import paragraphs


def first_change(before: Plan, after: Plan) -> Id:
    """Return the first paragraph or row of a plan that was not so before, empty when nothing is seen to differ."""
    return _row(before, after) or _paragraph(before, after)


def same_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Return how many members are equal at the beginning of both, and how many of the rest at their end."""
    room = min(len(old), len(new))
    head = next((n for n in range(room) if old[n] != new[n]), room)
    tail = next((n for n in range(room - head) if old[-1 - n] != new[-1 - n]), room - head)
    return head, tail


def typed_label(old: Text, new: Text, name: str) -> str:
    """Return what Hoàn tác calls typing that made a paragraph's words others: Gõ “rà soát” ở mục II.1."""
    was, now = str(old), str(new)
    head, tail = same_ends(was, now)
    while _in_word(was, head) or _in_word(now, head):
        head -= 1
    while _in_word(was, len(was) - tail) or _in_word(now, len(now) - tail):
        tail -= 1
    gone, come = was[head : len(was) - tail].strip(), now[head : len(now) - tail].strip()
    if come and not gone:
        return f"Gõ “{short(come, 24)}” ở {name}"
    if gone and not come:
        return f"Xóa “{short(gone, 24)}” ở {name}"
    return f"Sửa {name}"


def _in_word(words: str, place: int) -> bool:
    return 0 < place < len(words) and words[place - 1].isalnum() and words[place].isalnum()


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
    return place.on_paper if place else ""
