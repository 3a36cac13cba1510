"""What returned sheets are about, in words: the tasks and targets of plans in their order, without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.task import Target
from tthc_desktop.models.units.works import works
from tthc_desktop.ui.plan.names import title

_LAST = 1_000_000


@dataclass(frozen=True, slots=True)
class Work:
    """A task or target as it is printed: its number and words, the heading above it, its plan and place in it."""

    id: Id
    plan_id: Id
    place: int
    number: str
    content: str
    under: str
    plan_title: str
    is_one_plan: bool = True
    """Whether the plan goes without saying."""

    def words(self) -> str:
        """Return number and content on one line."""
        return f"{self.number}. {self.content}" if self.number else self.content


def works_of(plans: Iterable[Plan]) -> dict[Id, Work]:
    """Return every task and target of the plans, in the plans' order."""
    found: dict[Id, Work] = {}
    known = tuple(plans)
    for plan in known:
        for work in works(plan):
            held = work.held
            words = str(held.name if isinstance(held, Target) else held.content)
            above = work.above[-1] if work.above else None
            under = (f"{above.number}. {above.content}" if above.number else above.content) if above else ""
            content = " ".join(words.split()) or "(chưa có nội dung)"
            place, whose = len(found), (title(plan), len(known) == 1)
            found.setdefault(held.id, Work(held.id, plan.id, place, work.number, content, under, *whose))
    return found


def lost(work_id: Id, plan_id: Id) -> Work:
    """Return what stands for a work that its plan has no longer."""
    return Work(work_id, plan_id, _LAST, "", "Nhiệm vụ không còn trong kế hoạch", "", "")
