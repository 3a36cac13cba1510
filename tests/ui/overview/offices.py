"""An office with something late, something due and something to be looked at, on one morning."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.overview.page import OverviewPage

CLOCK = "tthc_desktop.ui.today.clock"
MORNING = datetime(2030, 6, 17, 8, 5, tzinfo=UTC)
UNITS = (Unit("u1", "Phòng Cải cách"), Unit("u2", "Văn phòng"), Unit("u3", "Phòng Tài chính"))
DEADLINES = {"t1": "Trước ngày 15/6/2030", "t2": "17/6/2030", "t3": "20/6/2030", "body": "Thường xuyên"}
DONE = Progress("x1", "p1", "t1", "u2", {Field.STATUS: Said(Status.DONE.value)})


def plan() -> Plan:
    """Return a plan with a task that is late, one due today, one in three days and one without an end.

    Phòng Cải cách leads the first three, Văn phòng the last; Văn phòng helps with the first.
    """
    made = little_plan(3)
    tasks = {id_: replace(task, deadline=plain(DEADLINES[id_])) for id_, task in made.tasks.items()}
    tasks = {id_: replace(task, coordinate=plain("Văn phòng" if id_ == "t1" else "")) for id_, task in tasks.items()}
    return replace(made, tasks=tasks)


def other_plan() -> Plan:
    """Return another plan with one task, due in seven days."""
    made = copy_plan(little_plan(1))
    tasks = {
        id_: replace(task, lead=plain("Phòng Tài chính"), coordinate=plain(""), deadline=plain("24/6/2030"))
        for id_, task in made.tasks.items()
    }
    return replace(made, id="p2", title=plain("Đơn giản hóa thủ tục năm 2030"), tasks=tasks, targets={}, appendices=())


def furnish(hands: Hands, *plans: Plan) -> None:
    """Add plans and the register of units."""
    hands.window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in UNITS)))
    hands.window.desk.apply(Change("Thêm kế hoạch", tuple((None, each) for each in plans or (plan(), other_plan()))))


def overview(hands: Hands) -> OverviewPage:
    """Open the overview and wait for what it shows."""
    hands.do("overview")
    page = hands.window.page()
    assert isinstance(page, OverviewPage)
    settle(hands, page)
    return page


def settle(hands: Hands, page: OverviewPage) -> None:
    """Wait until the page shows what it is asked for, of the newest agenda."""
    agenda = page.agenda
    hands.bot.waitUntil(lambda: not agenda.working and page.shown == page.filter, timeout=WAIT)


def listed(page: OverviewPage) -> list[tuple[str, str]]:
    """Return the work and the unit of each line, in their order."""
    return [(one.line.work_id, one.line.unit_id) for one in page.table.found]
