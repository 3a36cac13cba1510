"""What is to be drawn up, and what comes of it: the same by command line and in the window."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.assigning import assignments
from tthc_desktop.models.reporting.composing import report
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.gathering import gathered, plans_of, terms, whole_stretch
from tthc_desktop.models.reporting.letters import late_units, reminder
from tthc_desktop.models.reporting.overview_table import overview_table
from tthc_desktop.models.reporting.regimes import Regime, Window, own_window
from tthc_desktop.models.reporting.values import Facts
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.models.units.assigning import shares

EACH: Id = "*"
"""In place of a unit: a document for each."""
PICKED: Id = "+"
"""In place of a unit: a letter for each of `Order.unit_ids` that is late."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw up: of which plans (none for those carried out then), for which unit, and as of which day.

    A report is of the span of `key`, else of the days from `start` to `end`. Without a unit a letter goes to all that
    are late together. `answer_by` is the day by which units are to answer a letter.
    """

    form: Form
    on: date
    key: str = ""
    start: date | None = None
    end: date | None = None
    plan_ids: tuple[Id, ...] = ()
    unit_id: Id = ""
    answer_by: date | None = None
    unit_ids: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What documents are drawn up from: all that the office keeps, the regimes of the program, the days off."""

    holdings: Holdings
    regimes: Collection[Regime]
    days: DaysOff


def drawn_up(ground: Ground, order: Order) -> tuple[Plan, ...]:
    """Return the documents; `UserError` when there is nothing to draw up."""
    match order.form:
        case Form.REPORT:
            return (_report(ground, order),)
        case Form.REMINDER:
            return _reminders(ground, order)
        case Form.ASSIGNMENT:
            return _assignments(ground, order)
        case Form.FOLLOW_UP:
            plans, known = _as_of(ground, order, since=order.on)
            return (overview_table(plans, known, order.on),)


def foretold(ground: Ground, order: Order) -> str:
    """Return in one sentence what will be drawn up, before it is."""
    match order.form:
        case Form.REPORT:
            regime, days = terms_of(ground, order)
            about = f"Số liệu từ ngày {short_date(days.start)} đến hết ngày {short_date(days.end)}."
            due = f" Hạn gửi {short_date(days.due)}." if days.due else ""
            return about + due + (f" {regime.name}." if regime else "")
        case Form.REMINDER:
            late, units = _urged(_late(ground, order)[1], order), ground.holdings.units
            if not late:
                return f"Đến hết ngày {short_date(order.on)} không đơn vị nào có việc quá hạn."
            names = "; ".join(units[each].name for each in late if each in units)
            return f"{len(late)} đơn vị có việc quá hạn: {names}."
        case Form.ASSIGNMENT:
            return "Mỗi đơn vị một phiếu, ghi mọi nhiệm vụ đơn vị chủ trì và phối hợp."
        case Form.FOLLOW_UP:
            return f"Mọi nhiệm vụ với tình trạng đến hết ngày {short_date(order.on)}."


def terms_of(ground: Ground, order: Order) -> tuple[Regime | None, Window]:
    """Return on what terms a report is ordered, and which days it is about."""
    if order.key or order.start is None or order.end is None:
        return terms(ground.holdings, ground.regimes, order.key, ground.days)
    return None, own_window(order.start, order.end)


def _report(ground: Ground, order: Order) -> Plan:
    regime, days = terms_of(ground, order)
    stretch = Stretch(days.start, days.end, order.key)
    plans = plans_of(ground.holdings, stretch, order.plan_ids)
    return report(plans, gathered(ground.holdings, plans, stretch, ground.days), regime, order.on)


def _as_of(ground: Ground, order: Order, since: date) -> tuple[Sequence[Plan], Facts]:
    """Return the plans carried out on some day since another, and their facts from the first of their days on."""
    plans = plans_of(ground.holdings, Stretch(since, order.on), order.plan_ids)
    return plans, gathered(ground.holdings, plans, whole_stretch(plans, order.on), ground.days)


def _late(ground: Ground, order: Order) -> tuple[Sequence[Plan], Facts]:
    return _as_of(ground, order, since=date.min)  # what is late from last year is late still


def _reminders(ground: Ground, order: Order) -> tuple[Plan, ...]:
    plans, known = _late(ground, order)
    wanted = _urged(known, order) if order.unit_id in {EACH, PICKED} else (order.unit_id,)
    nobody = order.unit_ids[:1] if order.unit_id == PICKED else ()
    return tuple(reminder(plans, known, order.on, each, order.answer_by) for each in wanted or nobody or ("",))


def _urged(known: Facts, order: Order) -> Sequence[Id]:
    """Return who is late, of the units that were picked where some were."""
    late = late_units(known)
    return [unit_id for unit_id in late if unit_id in order.unit_ids] if order.unit_id == PICKED else late


def _assignments(ground: Ground, order: Order) -> tuple[Plan, ...]:
    plans = plans_of(ground.holdings, Stretch(order.on, order.on), order.plan_ids)
    units, unit_id = tuple(ground.holdings.units.values()), "" if order.unit_id == EACH else order.unit_id
    made = assignments(plans, units, order.on, unit_id)
    if made:
        return made
    if unit_id in ground.holdings.units:
        busy = dict.fromkeys(one.name for plan in plans for one in shares(plan, units, order.on))
        raise UserError(
            f"Kế hoạch không giao việc nào cho “{ground.holdings.units[unit_id].name}”.",
            f"Các đơn vị có việc: {'; '.join(busy) or 'chưa có'}.",
        )
    raise UserError("Kế hoạch chưa giao việc cho đơn vị nào.", "Hãy thêm các đơn vị vào danh sách đơn vị trước.")
