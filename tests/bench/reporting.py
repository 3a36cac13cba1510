"""How long a report of a quarter takes among ten years of 10,000 tasks each, beside walking through its agenda."""

from collections.abc import Callable, Iterable
from datetime import date
from time import perf_counter
from typing import TypeVar

from tests.bench.figure import Figure
from tests.many_years import FIRST, YEARS, plan_of, progress_of, units
from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.models.agenda.agenda import Following
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.reporting.composing import report
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.gathering import gathered, plans_of, terms
from tthc_desktop.models.reporting.letters import reminder
from tthc_desktop.models.reporting.refreshing import refreshed

DAYS = DaysOff()
ON = date(2025, 6, 18)
T = TypeVar("T")


def run() -> Iterable[Figure]:
    """Yield seconds."""
    holdings = office()
    regime, window = terms(holdings, known_regimes(), "2025-Q2", DAYS)
    stretch = Stretch(window.start, window.end, "2025-Q2")
    plans = plans_of(holdings, stretch)
    _, walked = timed(lambda: [line for plan in plans for line in Following(holdings, DAYS).lines(plan)])
    facts, seconds = timed(lambda: gathered(holdings, plans, stretch, DAYS))
    yield figure("số liệu của một quý", seconds, walked)
    made, seconds = timed(lambda: report(plans, facts, regime, ON))
    yield figure("dựng báo cáo từ số liệu", seconds, walked)
    _, seconds = timed(lambda: refreshed(made, facts))
    yield figure("cập nhật báo cáo", seconds, walked)
    _, seconds = timed(lambda: reminder(plans, facts, ON))
    yield figure("công văn đôn đốc mọi đơn vị", seconds, walked)


def office() -> Holdings:
    """Return an office in memory."""
    plans = [plan_of(year) for year in range(FIRST, FIRST + YEARS)]
    return Holdings(
        plans={plan.id: plan for plan in plans},
        units={unit.id: unit for unit in units()},
        progress={one.id: one for plan in plans for one in progress_of(plan)},
    )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    start = perf_counter()
    made = work()
    return made, perf_counter() - start


def figure(name: str, seconds: float, walked: float) -> Figure:
    return Figure(name, round(seconds, 2), "s", "đi qua lịch công việc ấy", round(walked, 2))
