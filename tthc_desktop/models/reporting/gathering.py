"""What a document is drawn up from: the plans of some days and the facts, out of all that an office keeps."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.agenda import Following, followed
from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.facts import facts
from tthc_desktop.models.reporting.measured import target_facts
from tthc_desktop.models.reporting.regimes import Regime, Window, cutoff_of, regime_for, window
from tthc_desktop.models.reporting.values import Facts
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.models.spans import span_of
from tthc_desktop.models.targets.over_time import Past


def terms(holdings: Holdings, known: Collection[Regime], key: str, days: DaysOff) -> tuple[Regime | None, Window]:
    """Return on what terms an office reports on the span of a key, and which days its report is about.

    `known` are the regimes that come with the program; the office's own stand before them.
    """
    span = span_of(key)
    if span is None:
        raise UserError(
            f"Không hiểu kỳ báo cáo “{key}”.", "Hãy ghi kỳ dạng 2025-Q2, 2025-07, 2025-H1, 2025-9M hoặc 2025."
        )
    regime = regime_for(tuple(holdings.regimes.values()), known, span.end)
    return regime, window(cutoff_of(regime, span.kind), span, days)


def plans_of(holdings: Holdings, stretch: Stretch, wanted: Collection[Id] = ()) -> tuple[Plan, ...]:
    """Return the wanted plans, else those that the office carries out on some of the days."""
    if wanted:
        chosen = tuple(plan for plan in holdings.plans.values() if plan.id in wanted and plan.drawn is None)
        if not chosen:
            raise UserError(
                "Kế hoạch đã chọn không còn trong dữ liệu.", "Hãy chọn kế hoạch khác, hoặc hoàn tác việc xóa kế hoạch."
            )
        return chosen
    found = tuple(plan for plan in followed(holdings.plans) if _is_of(plan, stretch))
    if not found:
        raise UserError(
            f"Không có kế hoạch nào thực hiện {_days(stretch)}.",
            "Hãy chọn kỳ khác, hoặc nhập kế hoạch của kỳ này trước.",
        )
    return found


def _days(stretch: Stretch) -> str:
    if stretch.start in {date.min, stretch.end}:
        return f"{'đến' if stretch.start == date.min else 'vào'} ngày {short_date(stretch.end)}"
    return f"từ ngày {short_date(stretch.start)} đến ngày {short_date(stretch.end)}"


def _is_of(plan: Plan, stretch: Stretch) -> bool:
    period = plan_period(plan)
    return period is None or (period.start <= stretch.end and stretch.start <= period.end)


def whole_stretch(plans: Sequence[Plan], on: date) -> Stretch:
    """Return the days from the first one of some plans to a day."""
    periods = [period for plan in plans if (period := plan_period(plan))]
    return Stretch(min((period.start for period in periods if period.start <= on), default=on), on)


def gathered(holdings: Holdings, plans: Sequence[Plan], stretch: Stretch, days: DaysOff) -> Facts:
    """Return the facts of these days out of what the office keeps."""
    following = Following(holdings, days, stretch.end)
    lines = (line for plan in plans for line in following.lines(plan))
    past = Past(holdings.plans.values(), _by_target(holdings))
    targets = (target for plan in plans for target in target_facts(plan, past, stretch))
    return facts(plans, lines, stretch, targets)


def gathered_again(holdings: Holdings, document: Plan, days: DaysOff) -> Facts:
    """Return the facts of the days and plans that a document was drawn up from, as they are now."""
    if document.drawn is None:
        raise UserError("Văn bản này không lập từ kế hoạch nào.", "Hãy chọn một báo cáo do chương trình lập.")
    drawn = document.drawn
    plans = [holdings.plans[id_] for id_ in drawn.plan_ids if id_ in holdings.plans]
    if not plans:
        raise UserError(
            "Kế hoạch mà văn bản này lập từ đó không còn.", "Hãy hoàn tác việc xóa kế hoạch, hoặc sửa văn bản bằng tay."
        )
    return gathered(holdings, plans, Stretch(drawn.start, drawn.end, drawn.span), days)


def _by_target(holdings: Holdings) -> Mapping[Id, Collection[Progress]]:
    said: defaultdict[Id, list[Progress]] = defaultdict(list)
    for plan in holdings.plans.values():
        for one in progress_of(holdings, plan.id).values() if plan.targets else ():
            if one.work_id in plan.targets:
                said[one.work_id].append(one)
    return said
