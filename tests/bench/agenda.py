"""How long an office with 100,000 tasks takes to know each morning what is due, beside a copy of as many lines."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from time import perf_counter

from tests.bench.figure import Figure
from tests.models.agenda.offices import NO_DAYS_OFF, office, plan
from tests.models.units.registers import DIGITAL, FINANCE, INSPECTORS, OFFICE
from tthc_desktop.models.agenda.agenda import AgendaLine, agenda, agendas
from tthc_desktop.models.agenda.reminding import reminders
from tthc_desktop.models.agenda.summing import summary
from tthc_desktop.models.holdings import Holdings

PLANS, TASKS = 200, 500
ON = date(2025, 7, 1)
_DEADLINES = ("30/6/2025", "Hằng quý", "Thường xuyên", "Quý IV/2025")
_LEADERS = (OFFICE.name, INSPECTORS.name, DIGITAL.name, FINANCE.name)


def run() -> Iterable[Figure]:
    """Yield seconds."""
    kept = made()
    first = next(iter(kept.plans.values()))
    one = timed(lambda: list(agenda(first, kept, NO_DAYS_OFF)))
    yield Figure(f"lịch việc của một kế hoạch {TASKS} việc", one, "s")
    lines: list[AgendaLine] = []
    whole = timed(lambda: lines.extend(agendas(kept, NO_DAYS_OFF)))
    copied = timed(lambda: [replace(line) for line in lines])
    count = f"{len(lines):,}".replace(",", ".")
    yield Figure(f"lịch việc của {PLANS * TASKS} việc, {count} dòng", whole, "s", "chép ngần ấy dòng", copied)
    yield Figure("số liệu theo đơn vị, kế hoạch, tháng", timed(lambda: summary(lines, ON)), "s")
    yield Figure("nhắc việc", timed(lambda: reminders(lines, ON)), "s")


def made() -> Holdings:
    """Return an office with many plans of many tasks."""
    works = [(_LEADERS[at % 4], _LEADERS[(at + 1) % 4], _DEADLINES[at % 3 if at % 5 else 3]) for at in range(TASKS)]
    return office(plan(*works, id_=f"plan{number}") for number in range(PLANS))


def timed(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = perf_counter()
    work()
    return round(perf_counter() - start, 3)
