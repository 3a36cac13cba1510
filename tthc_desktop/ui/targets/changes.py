"""What is done on the page of targets, as changes of the office; None where nothing is to be changed."""

from collections.abc import Iterable

from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.progress import Place, by_place, emptied
from tthc_desktop.models.editing.targets import measured_here, remark_target, unmark_targets
from tthc_desktop.models.editing.tasks import set_target
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import MEASURES, TITLES, Field, Progress
from tthc_desktop.models.table import Role
from tthc_desktop.models.targets.in_text import Proposed
from tthc_desktop.models.targets.lines import TargetLine
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.names import short

_LONGEST = 40


def place_of(plan: Plan, period: str, line: TargetLine) -> Place:
    """Return whose figures a line holds."""
    return Place(plan.id, line.target_id, line.unit_id, period)


def typed(said: Iterable[Progress], place: Place, line: TargetLine, field: Field, words: str) -> Change | None:
    """Return the change that typing a figure makes; words that are none are known trouble."""
    pair = measured_here(by_place(said).get(place), place, {field: words})
    return None if pair[0] == pair[1] else Change(_label(TITLES[field], line), (pair,))


def emptied_cells(said: Iterable[Progress], cells: Iterable[tuple[Place, str]]) -> Change | None:
    """Return the change that takes the figures of some cells back."""
    fields: dict[Place, set[Field]] = {}
    for place, field in cells:
        if field in MEASURES:
            fields.setdefault(place, set()).add(Field(field))
    pairs = emptied(by_place(said), fields)
    return Change("Xóa số liệu chỉ tiêu ở các ô đang chọn", pairs) if pairs else None


def led(plan: Plan, line: TargetLine, words: str) -> Change | None:
    """Return the change that says who leads a marked target."""
    return _of_plan(plan, set_target(plan, line.target_id, Role.LEAD, plain(words)), _label("Chủ trì", line))


def unmarked(plan: Plan, line: TargetLine) -> Change | None:
    """Return the change that takes a mark away."""
    return _of_plan(plan, unmark_targets(plan, [line.target_id]), _label("Bỏ đánh dấu", line))


def renewed(plan: Plan, line: TargetLine, one: Proposed) -> Change | None:
    """Return the change that lets a target say what its paragraph says."""
    return _of_plan(plan, remark_target(plan, line.target_id, one), _label("Mức giao", line))


def _of_plan(before: Plan, after: Plan, label: str) -> Change | None:
    return None if before is after else Change(label, ((before, after),))


def _label(what: str, line: TargetLine) -> str:
    return f"{what} của “{short(line.name, _LONGEST)}”"
