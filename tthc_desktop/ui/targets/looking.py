"""What the page of targets shows, found outside the window's thread."""

from dataclasses import dataclass
from datetime import date

from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.spans import SpanKind, span_of
from tthc_desktop.models.targets.in_text import Proposed, open_proposals, proposal_for
from tthc_desktop.models.targets.lines import TargetLine, periods_of, target_lines
from tthc_desktop.models.targets.marks import Lost, lost
from tthc_desktop.models.targets.measuring import Verdict
from tthc_desktop.models.targets.over_time import Past, Point, past_of

_COUNTED = ((Verdict.MET, "đạt"), (Verdict.NOT_MET, "chưa đạt"), (Verdict.NO_CASES, "không phát sinh"))


@dataclass(frozen=True, slots=True)
class Found:
    """What a look through a plan has found for one span."""

    plan: Plan
    period: str
    lines: tuple[TargetLine, ...]
    periods: tuple[str, ...]
    open: tuple[Proposed, ...]
    lost: tuple[Lost, ...]
    past: Past

    def is_lost(self, target_id: Id) -> bool:
        """Tell whether the paragraph of a marked target no longer says its value."""
        return any(one.target.id == target_id for one in self.lost)

    def renewed(self, line: TargetLine) -> Proposed | None:
        """Return what the paragraph of a marked target says now, when that is not what was marked."""
        target = self.plan.targets.get(line.target_id)
        lost_here = target is not None and not line.unit_id and self.is_lost(line.target_id)
        return proposal_for(self.plan, target) if target and lost_here else None

    def points(self, target_id: Id) -> tuple[Point, ...]:
        """Return what a target came to in each span of the kind that is shown."""
        target, span = self.plan.targets.get(target_id), span_of(self.period)
        return self.past.series(self.plan, target, span.kind if span else SpanKind.YEAR) if target else ()

    def units(self, target_id: Id) -> int:
        """Return how many units have measured a target."""
        return sum(line.target_id == target_id and bool(line.unit_id) for line in self.lines)

    def counted(self) -> str:
        """Return how many targets there are, and what they come to."""
        verdicts = [line.result.verdict for line in self.lines if line.target_id and not line.unit_id]
        parts = ", ".join(f"{verdicts.count(one)} {words}" for one, words in _COUNTED if one in verdicts)
        return f"{len(verdicts)} chỉ tiêu{f': {parts}' if parts else ''}"


def look_through(plan: Plan, holdings: Holdings, key: str, day: date) -> Found:
    """Return the lines of a span, with what else there is to the targets of the plan."""
    past, said = past_of(holdings), tuple(progress_of(holdings, plan.id).values())
    lines = target_lines(plan, key, tuple(holdings.units.values()), past)
    return Found(plan, key, lines, periods_of(plan, said, day), open_proposals(plan), lost(plan), past)
