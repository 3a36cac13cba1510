"""Progress as it is reported on: for one period, beside what is due in it."""

from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.dues import EVENT, Dues
from tthc_desktop.models.progress.lines import ProgressLine


@dataclass(frozen=True, slots=True)
class Reporting:
    """For which period progress is shown: the work that is reported on span by span, and what is due in it.

    An empty period is the plan as a whole; what is done once is shown in every period.
    """

    period: str = ""
    periodic: frozenset[Id] = frozenset()
    dues: Dues = field(default_factory=dict)
    today: date = date.min

    def of(self, line: ProgressLine) -> str:
        """Return the period of a line's progress."""
        if line.event_id:
            return EVENT + line.event_id
        return self.period if line.work_id in self.periodic else ""
