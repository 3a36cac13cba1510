"""`calendar`: what is due as a file for other calendars."""

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.days import day_on
from tthc_desktop.cli.plans import destination_ending, find_plan, opened, title_of
from tthc_desktop.documents.writing.calendar_file import calendar_file
from tthc_desktop.documents.writing.files import write
from tthc_desktop.models.agenda.agenda import Following, followed
from tthc_desktop.models.agenda.standing import is_due
from tthc_desktop.office_days import days_off_of


def calendar(wishes: Wishes) -> Answer:
    """Write the days of some plans, or of all that the office follows."""
    out, on = destination_ending(wishes, ".ics"), day_on(wishes)
    with opened(wishes.office) as office:
        holdings = office.holdings
        plans = tuple({plan.id: plan for plan in (find_plan(office, name) for name in wishes.plans)}.values())
    plans = plans or followed(holdings.plans)
    following = Following(holdings, days_off_of(holdings, on), on)
    lines = [line for plan in plans if plan.drawn is None for line in following.lines(plan) if line.occurrence.due]
    lines = [line for line in lines if is_due(line.occurrence) or not wishes.due_only]
    write(out, calendar_file(lines, {plan.id: title_of(plan) for plan in plans}, on))
    count = len({(line.plan_id, line.work_id, line.occurrence.period) for line in lines})
    words = f"Đã xuất {count} ngày của {len(plans)} kế hoạch ra {out}."
    return Answer({"plans": [plan.id for plan in plans], "events": count, "file": str(out)}, words)
