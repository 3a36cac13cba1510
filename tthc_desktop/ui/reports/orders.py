"""What is to be drawn up, and what comes of it out of all that the office keeps: for a worker, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.periods import years_of
from tthc_desktop.models.days_off import DaysOff, days_off
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.assigning import assignments
from tthc_desktop.models.reporting.composing import report
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.facts import Facts
from tthc_desktop.models.reporting.gathering import gathered, plans_of, terms, whole_stretch
from tthc_desktop.models.reporting.letters import late_units, reminder
from tthc_desktop.models.reporting.overview_table import overview_table
from tthc_desktop.models.reporting.refreshing import refreshed
from tthc_desktop.models.reporting.regimes import Regime, Window
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.public_holidays import public_holidays

EACH: Id = "*"
"""In place of a unit: a letter for each."""
ANSWER = timedelta(days=7)
"""How long units have to answer a letter, where the clerk says nothing else."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw up: of which plans (none for those carried out then), for which unit, and as of which day.

    A report is of the span of `key`, else of the days from `start` to `end`.
    """

    form: Form
    on: date
    key: str = ""
    start: date | None = None
    end: date | None = None
    plan_ids: tuple[Id, ...] = ()
    unit_id: Id = ""


def drawn_up(holdings: Holdings, order: Order) -> tuple[Plan, ...]:
    """Return the documents."""
    match order.form:
        case Form.REPORT:
            return (_report(holdings, order),)
        case Form.REMINDER:
            return _reminders(holdings, order)
        case Form.ASSIGNMENT:
            return _assignments(holdings, order)
        case Form.FOLLOW_UP:
            plans, known = _to_the_day(holdings, order)
            return (overview_table(plans, known, order.on),)


def foretold(holdings: Holdings, order: Order) -> str:
    """Return in one sentence what will be drawn up, before it is."""
    match order.form:
        case Form.REPORT:
            regime, days = _terms(holdings, order)
            about = f"Số liệu từ ngày {short_date(days.start)} đến hết ngày {short_date(days.end)}."
            due = f" Hạn gửi {short_date(days.due)}." if days.due else ""
            return about + due + (f" {regime.name}." if regime else "")
        case Form.REMINDER:
            _, known = _to_the_day(holdings, order)
            late = late_units(known)
            if not late:
                return f"Đến hết ngày {short_date(order.on)} không đơn vị nào có việc quá hạn."
            names = "; ".join(holdings.units[each].name for each in late if each in holdings.units)
            return f"{len(late)} đơn vị có việc quá hạn: {names}."
        case Form.ASSIGNMENT:
            return "Mỗi đơn vị một phiếu, ghi mọi nhiệm vụ đơn vị chủ trì và phối hợp."
        case Form.FOLLOW_UP:
            return f"Mọi nhiệm vụ với tình trạng đến hết ngày {short_date(order.on)}."


def brought_up_to_date(holdings: Holdings, document: Plan) -> Plan:
    """Return a report with the figures of today; the same one when they have not changed."""
    assert document.drawn is not None
    drawn = document.drawn
    plans = plans_of(holdings, Stretch(drawn.start, drawn.end, drawn.span), drawn.plan_ids)
    if not plans:
        raise UserError(
            "Các kế hoạch của báo cáo này không còn trong dữ liệu.", "Số liệu đã ghi vẫn giữ; hãy lập báo cáo khác."
        )
    stretch = Stretch(drawn.start, drawn.end, drawn.span)
    return refreshed(document, gathered(holdings, plans, stretch, _days(holdings, drawn.end)))


def _report(holdings: Holdings, order: Order) -> Plan:
    regime, days = _terms(holdings, order)
    stretch = Stretch(days.start, days.end, order.key)
    plans = plans_of(holdings, stretch, order.plan_ids)
    return report(plans, gathered(holdings, plans, stretch, _days(holdings, order.on)), regime, order.on)


def _terms(holdings: Holdings, order: Order) -> tuple[Regime | None, Window]:
    if order.key:
        return terms(holdings, known_regimes(), order.key, _days(holdings, order.on))
    if order.start is None or order.end is None or order.start > order.end:
        raise UserError("Khoảng ngày báo cáo có ngày đầu sau ngày cuối.", "Hãy chọn ngày đầu trước ngày cuối.")
    return None, Window(order.start, order.end)


def _to_the_day(holdings: Holdings, order: Order) -> tuple[Sequence[Plan], Facts]:
    """Return the plans carried out up to a day, and their facts: what is late from last year is late still."""
    plans = plans_of(holdings, Stretch(date.min, order.on), order.plan_ids)
    return plans, gathered(holdings, plans, whole_stretch(plans, order.on), _days(holdings, order.on))


def _reminders(holdings: Holdings, order: Order) -> tuple[Plan, ...]:
    plans, known = _to_the_day(holdings, order)
    by = order.on + ANSWER
    if order.unit_id != EACH:
        return (reminder(plans, known, order.on, order.unit_id, by),)
    late = late_units(known)
    return tuple(reminder(plans, known, order.on, unit_id, by) for unit_id in late) or (
        reminder(plans, known, order.on, "", by),
    )


def _assignments(holdings: Holdings, order: Order) -> tuple[Plan, ...]:
    plans = plans_of(holdings, Stretch(order.on, order.on), order.plan_ids)
    unit_id = "" if order.unit_id == EACH else order.unit_id
    made = assignments(plans, tuple(holdings.units.values()), order.on, unit_id)
    if not made:
        named = f"cho “{holdings.units[unit_id].name}”" if unit_id in holdings.units else "cho đơn vị nào"
        raise UserError(
            f"Kế hoạch không giao việc {named}.", "Hãy chọn đơn vị khác, hoặc thêm đơn vị vào danh sách trước."
        )
    return tuple(made)


def _days(holdings: Holdings, on: date) -> DaysOff:
    years = years_of(holdings.plans.values(), on)
    return days_off(public_holidays(years), holdings.exchanged_days.values())
